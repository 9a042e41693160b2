docs = "https://github.com/grafana/terraform-provider-grafana/blob/main/docs/resources/{name}.md"

resource_type "grafana_dashboard" {
  name        = "Grafana dashboard"
  category    = "observability"
  criticality = "low"
  summary     = "graphs on one page"
  destroy     = []
}

resource_type "grafana_folder" {
  name        = "Grafana folder"
  category    = "observability"
  criticality = "low"
  summary     = "dashboards that belong together"
  destroy     = []
}

resource_type "grafana_folder_permission" {
  name        = "Grafana folder permission"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who may see dashboards"
  destroy     = ["access_lost"]
}

resource_type "grafana_data_source" {
  name        = "Grafana data source"
  category    = "observability"
  criticality = "medium"
  summary     = "where graphs come from"
  destroy     = ["outage"]
}

resource_type "grafana_rule_group" {
  name        = "Grafana alert rules"
  category    = "observability"
  criticality = "medium"
  summary     = "what is alarmed about"
  destroy     = ["protection_lost"]
}

resource_type "grafana_contact_point" {
  name        = "Grafana contact point"
  category    = "observability"
  criticality = "medium"
  summary     = "who is told"
  destroy     = ["protection_lost"]
}

resource_type "grafana_notification_policy" {
  name        = "Grafana notification policy"
  category    = "observability"
  criticality = "medium"
  summary     = "which alarm goes to whom"
  destroy     = ["protection_lost"]
}

resource_type "grafana_mute_timing" {
  name        = "Grafana mute timing"
  category    = "observability"
  criticality = "low"
  summary     = "when nobody is told"
  destroy     = []
}

resource_type "grafana_message_template" {
  name        = "Grafana message template"
  category    = "observability"
  criticality = "low"
  summary     = "how an alarm reads"
  destroy     = []
}

resource_type "grafana_team" {
  name        = "Grafana team"
  category    = "identity"
  criticality = "medium"
  summary     = "people with the same rights"
  destroy     = ["access_lost"]
}

resource_type "grafana_user" {
  name        = "Grafana user"
  category    = "identity"
  criticality = "medium"
  summary     = "who signs in"
  destroy     = ["access_lost"]
}

resource_type "grafana_organization" {
  name        = "Grafana organization"
  category    = "governance"
  criticality = "high"
  stateful    = true
  summary     = "dashboards and users"
  destroy     = ["data_loss", "access_lost"]
}

resource_type "grafana_service_account" {
  name        = "Grafana service account"
  category    = "identity"
  criticality = "medium"
  summary     = "what programs act as"
  destroy     = ["access_lost"]
}

resource_type "grafana_service_account_token" {
  name        = "Grafana service account token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of programs"
  destroy     = ["credentials_invalid"]
}

resource_type "grafana_cloud_stack" {
  name        = "Grafana Cloud stack"
  category    = "observability"
  criticality = "critical"
  stateful    = true
  summary     = "Grafana and its data"
  destroy     = ["data_loss", "outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "grafana_cloud_access_policy_token" {
  name        = "Grafana Cloud token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of programs"
  destroy     = ["credentials_invalid"]
}

resource_type "grafana_synthetic_monitoring_check" {
  name        = "Grafana check"
  category    = "observability"
  criticality = "medium"
  summary     = "watches whether an endpoint answers"
  destroy     = ["protection_lost"]
}

resource_type "grafana_oncall_schedule" {
  name        = "Grafana on-call schedule"
  category    = "observability"
  criticality = "medium"
  summary     = "who is on duty"
  destroy     = ["protection_lost"]
}
