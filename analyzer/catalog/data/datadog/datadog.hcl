docs = "https://github.com/DataDog/terraform-provider-datadog/blob/master/docs/resources/{name}.md"

resource_type "datadog_monitor" {
  name        = "Datadog monitor"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when a measure is out of bounds"
  destroy     = ["protection_lost"]
  telling     = { type = "type", priority = "priority" }
}

resource_type "datadog_dashboard" {
  name        = "Datadog dashboard"
  category    = "observability"
  criticality = "low"
  summary     = "page of measures"
  destroy     = []
}

resource_type "datadog_synthetics_test" {
  name        = "Datadog synthetic test"
  category    = "observability"
  criticality = "medium"
  summary     = "tries an endpoint now and then"
  destroy     = ["protection_lost"]
}

resource_type "datadog_*" {
  name        = "Datadog"
  category    = "observability"
  criticality = "medium"
}
