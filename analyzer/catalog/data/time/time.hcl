docs = "https://github.com/hashicorp/terraform-provider-time/blob/main/docs/resources/{name}.md"

resource_type "time_sleep" {
  name        = "pause"
  category    = "helper"
  criticality = "low"
  summary     = "waits while others settle"
  destroy     = []
  telling     = { create_duration = "before going on", destroy_duration = "before destroying" }
}

resource_type "time_static" {
  name        = "fixed time"
  category    = "helper"
  criticality = "low"
  summary     = "time that stays the same between runs"
  destroy     = []
}

resource_type "time_offset" {
  name        = "offset time"
  category    = "helper"
  criticality = "low"
  summary     = "time some days away"
  destroy     = []
  telling     = { offset_days = "days", offset_hours = "hours" }
}

resource_type "time_rotating" {
  name        = "rotation time"
  category    = "helper"
  criticality = "low"
  summary     = "makes others anew now and then"
  destroy     = []
  destroy_why = "what it triggers is replaced"
  telling     = { rotation_days = "days", rotation_hours = "hours", rotation_months = "months" }
}
