# What watches, records, governs, builds and sends.

resource_type "aws_cloudwatch_log_group" {
  name        = "log group"
  category    = "observability"
  criticality = "medium"
  stateful    = true
  billed      = true
  summary     = "keeps logs"
  destroy     = ["data_loss"]
  destroy_why = "the logs in it are gone"
  telling     = { retention_in_days = "retention" }
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html"

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_cloudwatch_log_stream" {
  name        = "log stream"
  category    = "observability"
  criticality = "low"
  stateful    = true
  summary     = "logs of one source"
  destroy     = ["data_loss"]
}

resource_type "aws_cloudwatch_log_metric_filter" {
  name        = "log metric filter"
  category    = "observability"
  criticality = "low"
  summary     = "counts what appears in logs"
  destroy     = ["protection_lost"]
}

resource_type "aws_cloudwatch_log_subscription_filter" {
  name        = "log subscription"
  category    = "observability"
  criticality = "medium"
  part        = true
  summary     = "passes logs on"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_log_resource_policy" {
  name        = "log resource policy"
  category    = "identity"
  criticality = "medium"
  summary     = "which services may write logs"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudwatch_log_destination" {
  name        = "log destination"
  category    = "observability"
  criticality = "medium"
  summary     = "takes logs of other accounts"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_metric_alarm" {
  name        = "alarm"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when a measure is out of bounds"
  destroy     = ["protection_lost"]
  telling     = { threshold = "threshold", period = "period", evaluation_periods = "evaluation periods" }
  label       = ["alarm_name"]
}

resource_type "aws_cloudwatch_composite_alarm" {
  name        = "composite alarm"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when several alarms agree"
  destroy     = ["protection_lost"]
}

resource_type "aws_cloudwatch_dashboard" {
  name        = "dashboard"
  category    = "observability"
  criticality = "low"
  summary     = "page of measures"
  destroy     = []
}

resource_type "aws_cloudwatch_metric_stream" {
  name        = "metric stream"
  category    = "observability"
  criticality = "medium"
  billed      = true
  summary     = "passes measures on"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_*" {
  name        = "CloudWatch"
  category    = "observability"
  criticality = "medium"
}

resource_type "aws_cloudtrail" {
  name        = "CloudTrail trail"
  category    = "audit"
  criticality = "critical"
  summary     = "record of who did what"
  destroy     = ["protection_lost"]
  destroy_why = "nothing is recorded by it meanwhile"
  telling     = { enable_logging = "logging", is_multi_region_trail = "all regions", enable_log_file_validation = "file validation" }
}

resource_type "aws_config_configuration_recorder" {
  name        = "Config recorder"
  category    = "audit"
  criticality = "high"
  summary     = "record of how resources were set up"
  destroy     = ["protection_lost"]
}

resource_type "aws_config_configuration_recorder_status" {
  name        = "Config recorder switch"
  plural      = "Config recorder switches"
  category    = "audit"
  criticality = "high"
  part        = true
  summary     = "switches the record on and off"
  destroy     = ["protection_lost"]
  telling     = { is_enabled = "enabled" }
}

resource_type "aws_config_delivery_channel" {
  name        = "Config delivery channel"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "where the record goes"
  destroy     = ["protection_lost"]
}

resource_type "aws_config_config_rule" {
  name        = "Config rule"
  category    = "audit"
  criticality = "medium"
  summary     = "what a resource must be like"
  destroy     = ["protection_lost"]
}

resource_type "aws_config_*" {
  name        = "Config"
  category    = "audit"
  criticality = "medium"
}

resource_type "aws_guardduty_detector" {
  name        = "GuardDuty detector"
  category    = "audit"
  criticality = "high"
  summary     = "watches for attacks"
  destroy     = ["protection_lost"]
  telling     = { enable = "enabled" }
}

resource_type "aws_guardduty_*" {
  name        = "GuardDuty"
  category    = "audit"
  criticality = "medium"
}

resource_type "aws_securityhub_account" {
  name        = "Security Hub"
  plural      = "Security Hub accounts"
  category    = "audit"
  criticality = "high"
  summary     = "gathers security findings"
  destroy     = ["protection_lost"]
}

resource_type "aws_securityhub_*" {
  name        = "Security Hub"
  category    = "audit"
  criticality = "medium"
}

resource_type "aws_inspector2_enabler" {
  name        = "Inspector switch"
  plural      = "Inspector switches"
  category    = "audit"
  criticality = "medium"
  summary     = "looks for known holes"
  destroy     = ["protection_lost"]
}

resource_type "aws_accessanalyzer_analyzer" {
  name        = "access analyzer"
  category    = "audit"
  criticality = "medium"
  summary     = "finds what outsiders can reach"
  destroy     = ["protection_lost"]
}

resource_type "aws_macie2_account" {
  name        = "Macie"
  plural      = "Macie accounts"
  category    = "audit"
  criticality = "medium"
  summary     = "looks for personal data"
  destroy     = ["protection_lost"]
}

resource_type "aws_xray_*" {
  name        = "X-Ray"
  category    = "observability"
  criticality = "low"
}

resource_type "aws_prometheus_workspace" {
  name        = "Prometheus workspace"
  category    = "observability"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps measures"
  destroy     = ["data_loss", "address_lost"]
}

resource_type "aws_grafana_workspace" {
  name        = "Grafana workspace"
  category    = "observability"
  criticality = "medium"
  stateful    = true
  billed      = true
  summary     = "pages of measures"
  destroy     = ["data_loss", "address_lost"]
}

resource_type "aws_synthetics_canary" {
  name        = "synthetic check"
  category    = "observability"
  criticality = "medium"
  summary     = "tries an endpoint now and then"
  destroy     = ["protection_lost"]
}

resource_type "aws_organizations_organization" {
  name        = "organization"
  category    = "governance"
  criticality = "critical"
  summary     = "all accounts together"
  destroy     = ["access_lost", "protection_lost"]
}

resource_type "aws_organizations_account" {
  name        = "AWS account"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "account of its own"
  destroy     = ["access_lost", "data_loss"]
  destroy_why = "the account is removed from the organization, and closed when close_on_deletion is set"
}

resource_type "aws_organizations_organizational_unit" {
  name        = "organizational unit"
  category    = "governance"
  criticality = "high"
  summary     = "accounts that share policies"
  destroy     = ["protection_lost"]
}

resource_type "aws_organizations_policy" {
  name        = "organization policy"
  category    = "governance"
  criticality = "critical"
  summary     = "what accounts may do at most"
  destroy     = ["access_lost", "protection_lost"]
}

resource_type "aws_organizations_policy_attachment" {
  name        = "organization policy attachment"
  category    = "governance"
  criticality = "critical"
  part        = true
  summary     = "puts a policy on accounts"
  destroy     = ["access_lost", "protection_lost"]
}

resource_type "aws_organizations_*" {
  name        = "organization"
  category    = "governance"
  criticality = "high"
}

resource_type "aws_ram_resource_share" {
  name        = "resource share"
  category    = "identity"
  criticality = "high"
  summary     = "lends resources to other accounts"
  destroy     = ["access_lost"]
}

resource_type "aws_ram_principal_association" {
  name        = "resource share principal"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who is lent a share"
  destroy     = ["access_lost"]
}

resource_type "aws_ram_resource_association" {
  name        = "resource share member"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what is in a share"
  destroy     = ["access_lost"]
}

resource_type "aws_servicequotas_service_quota" {
  name        = "service quota"
  category    = "governance"
  criticality = "low"
  summary     = "how much an account may use"
  destroy     = []
  telling     = { value = "value" }
}

resource_type "aws_budgets_budget" {
  name        = "budget"
  category    = "governance"
  criticality = "low"
  summary     = "tells when costs pass a limit"
  destroy     = ["protection_lost"]
}

resource_type "aws_ce_*" {
  name        = "cost explorer"
  category    = "governance"
  criticality = "low"
}

resource_type "aws_resourcegroups_group" {
  name        = "resource group"
  category    = "governance"
  criticality = "low"
  summary     = "resources that are listed together"
  destroy     = []
}

resource_type "aws_cloudformation_stack" {
  name        = "CloudFormation stack"
  category    = "governance"
  criticality = "high"
  stateful    = true
  summary     = "resources of a template"
  destroy     = ["data_loss", "outage"]
  destroy_why = "every resource of the template goes with it"
}

resource_type "aws_cloudformation_*" {
  name        = "CloudFormation"
  category    = "governance"
  criticality = "medium"
}

resource_type "aws_codebuild_project" {
  name        = "CodeBuild project"
  category    = "ci"
  criticality = "medium"
  summary     = "builds code"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "aws_codepipeline" {
  name        = "CodePipeline pipeline"
  category    = "ci"
  criticality = "medium"
  summary     = "steps from code to deployment"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "aws_codedeploy_*" {
  name        = "CodeDeploy"
  category    = "ci"
  criticality = "medium"
}

resource_type "aws_codecommit_repository" {
  name        = "CodeCommit repository"
  plural      = "CodeCommit repositories"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "keeps code"
  destroy     = ["data_loss"]
  destroy_why = "its history is gone"
}

resource_type "aws_codestarconnections_connection" {
  name        = "code connection"
  category    = "ci"
  criticality = "medium"
  summary     = "lets pipelines read a repository"
  destroy     = ["access_lost"]
}

resource_type "aws_codeartifact_*" {
  name        = "CodeArtifact"
  category    = "storage"
  criticality = "medium"
}

resource_type "aws_ses_domain_identity" {
  name        = "mail domain"
  also        = ["aws_ses_domain_identity_verification"]
  category    = "email"
  criticality = "high"
  summary     = "domain that mail may come from"
  destroy     = ["outage"]
}

resource_type "aws_ses_domain_dkim" {
  name        = "mail domain DKIM"
  category    = "email"
  criticality = "high"
  part        = true
  summary     = "signs mail"
  destroy     = ["outage"]
}

resource_type "aws_ses_domain_mail_from" {
  name        = "mail return domain"
  category    = "email"
  criticality = "medium"
  part        = true
  summary     = "where bounces go"
  destroy     = ["outage"]
}

resource_type "aws_ses_email_identity" {
  name        = "mail address"
  plural      = "mail addresses"
  category    = "email"
  criticality = "medium"
  summary     = "address that mail may come from"
  destroy     = ["outage"]
}

resource_type "aws_ses_*" {
  name        = "SES"
  category    = "email"
  criticality = "medium"
}

resource_type "aws_sesv2_*" {
  name        = "SES"
  category    = "email"
  criticality = "medium"
}

resource_type "aws_appconfig_*" {
  name        = "AppConfig"
  category    = "governance"
  criticality = "medium"
}

resource_type "aws_dms_replication_instance" {
  name        = "database migration instance"
  category    = "database"
  criticality = "medium"
  billed      = true
  summary     = "machine that copies databases"
  destroy     = ["outage"]
}

resource_type "aws_dms_*" {
  name        = "database migration"
  category    = "database"
  criticality = "medium"
}
