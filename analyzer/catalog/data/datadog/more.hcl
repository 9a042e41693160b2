resource_type "datadog_monitor_json" {
  name        = "Datadog monitor"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when a measure is out of bounds"
  destroy     = ["protection_lost"]
}

resource_type "datadog_dashboard_json" {
  name        = "Datadog dashboard"
  category    = "observability"
  criticality = "low"
  summary     = "graphs on one page"
  destroy     = []
}

resource_type "datadog_service_level_objective" {
  name        = "Datadog service objective"
  category    = "observability"
  criticality = "low"
  summary     = "what a service promises"
  destroy     = ["protection_lost"]
}

resource_type "datadog_logs_index" {
  name        = "Datadog log index"
  category    = "observability"
  criticality = "high"
  summary     = "which logs are kept, and how long"
  destroy     = ["protection_lost"]
}

resource_type "datadog_logs_custom_pipeline" {
  name        = "Datadog log pipeline"
  category    = "observability"
  criticality = "medium"
  summary     = "how logs are taken apart"
  destroy     = ["protection_lost"]
}

resource_type "datadog_logs_archive" {
  name        = "Datadog log archive"
  category    = "audit"
  criticality = "medium"
  summary     = "where logs are kept for long"
  destroy     = ["protection_lost"]
}

resource_type "datadog_logs_metric" {
  name        = "Datadog log metric"
  category    = "observability"
  criticality = "low"
  summary     = "counts what is in the logs"
  destroy     = ["protection_lost"]
}

resource_type "datadog_downtime_schedule" {
  name        = "Datadog downtime"
  category    = "observability"
  criticality = "low"
  summary     = "when nobody is told"
  destroy     = []
}

resource_type "datadog_integration_aws_account" {
  name        = "Datadog AWS integration"
  category    = "observability"
  criticality = "medium"
  summary     = "watches an AWS account"
  destroy     = ["protection_lost"]
}

resource_type "datadog_integration_gcp_sts" {
  name        = "Datadog Google Cloud integration"
  category    = "observability"
  criticality = "medium"
  summary     = "watches a Google Cloud project"
  destroy     = ["protection_lost"]
}

resource_type "datadog_integration_azure" {
  name        = "Datadog Azure integration"
  category    = "observability"
  criticality = "medium"
  summary     = "watches an Azure subscription"
  destroy     = ["protection_lost"]
}

resource_type "datadog_api_key" {
  name        = "Datadog API key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "key that agents send with"
  destroy     = ["credentials_invalid"]
}

resource_type "datadog_application_key" {
  name        = "Datadog application key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "key that programs read with"
  destroy     = ["credentials_invalid"]
}

resource_type "datadog_role" {
  name        = "Datadog role"
  category    = "identity"
  criticality = "medium"
  summary     = "rights of users"
  destroy     = ["access_lost"]
}

resource_type "datadog_user" {
  name        = "Datadog user"
  category    = "identity"
  criticality = "medium"
  summary     = "who signs in"
  destroy     = ["access_lost"]
}

resource_type "datadog_security_monitoring_rule" {
  name        = "Datadog security rule"
  category    = "audit"
  criticality = "medium"
  summary     = "what is alarmed about"
  destroy     = ["protection_lost"]
}
