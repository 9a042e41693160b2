docs = "https://github.com/PagerDuty/terraform-provider-pagerduty/blob/master/website/docs/r/{name}.html.markdown"

resource_type "pagerduty_service" {
  name        = "PagerDuty service"
  category    = "observability"
  criticality = "high"
  summary     = "what people are called for"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_service_integration" {
  name        = "PagerDuty integration"
  category    = "secret"
  criticality = "high"
  part        = true
  summary     = "key that alarms come in by"
  destroy     = ["credentials_invalid", "protection_lost"]
}

resource_type "pagerduty_escalation_policy" {
  name        = "PagerDuty escalation policy"
  category    = "observability"
  criticality = "high"
  summary     = "who is called next"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_schedule" {
  name        = "PagerDuty schedule"
  category    = "observability"
  criticality = "high"
  summary     = "who is on duty"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_team" {
  name        = "PagerDuty team"
  category    = "identity"
  criticality = "medium"
  summary     = "people who are called together"
  destroy     = ["access_lost"]
}

resource_type "pagerduty_team_membership" {
  name        = "PagerDuty team member"
  category    = "identity"
  criticality = "low"
  part        = true
  summary     = "who belongs to a team"
  destroy     = ["access_lost"]
}

resource_type "pagerduty_user" {
  name        = "PagerDuty user"
  category    = "identity"
  criticality = "medium"
  summary     = "who is called"
  destroy     = ["access_lost"]
}

resource_type "pagerduty_user_contact_method" {
  name        = "PagerDuty contact method"
  category    = "observability"
  criticality = "low"
  part        = true
  summary     = "how somebody is called"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_event_orchestration" {
  name        = "PagerDuty event orchestration"
  category    = "observability"
  criticality = "high"
  summary     = "sorts alarms"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_event_orchestration_router" {
  name        = "PagerDuty event router"
  category    = "observability"
  criticality = "high"
  part        = true
  summary     = "which service an alarm is for"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_extension" {
  name        = "PagerDuty extension"
  category    = "observability"
  criticality = "low"
  summary     = "tells other systems"
  destroy     = ["protection_lost"]
}

resource_type "pagerduty_webhook_subscription" {
  name        = "PagerDuty webhook"
  category    = "observability"
  criticality = "low"
  summary     = "tells other systems"
  destroy     = ["protection_lost"]
}
