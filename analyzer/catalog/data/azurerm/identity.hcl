# Azure: identity, keys, governance, what watches.

resource_type "azurerm_role_assignment" {
  name        = "role assignment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives somebody a role"
  destroy     = ["access_lost"]
  telling     = { role_definition_name = "role" }
}

resource_type "azurerm_role_definition" {
  name        = "role definition"
  category    = "identity"
  criticality = "high"
  summary     = "rights under an own name"
  destroy     = ["access_lost"]
}

resource_type "azurerm_user_assigned_identity" {
  name        = "managed identity"
  plural      = "managed identities"
  category    = "identity"
  criticality = "high"
  summary     = "what programs act as"
  destroy     = ["access_lost"]
  destroy_why = "a new one of the same name has none of its rights"
}

resource_type "azurerm_federated_identity_credential" {
  name        = "federated credential"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "outside identity that may act as a managed one"
  destroy     = ["access_lost"]
}

resource_type "azurerm_key_vault" {
  name        = "key vault"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "keeps keys, secrets and certificates"
  destroy     = ["data_loss", "outage"]
  destroy_why = "without purge protection the provider purges it at once, unless its features block says otherwise"
  telling     = { sku_name = "SKU", public_network_access_enabled = "public network access" }
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/guides/features-block.html.markdown"

  protection "soft_delete" {
    attribute = "purge_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "azurerm_key_vault_key" {
  name        = "vault key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  summary     = "encrypts what other services keep"
  destroy     = ["data_loss"]
  destroy_why = "without purge protection of its vault the provider purges it at once, unless its features block says otherwise"
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/guides/features-block.html.markdown"
}

resource_type "azurerm_key_vault_secret" {
  name        = "key vault secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "keeps a secret value"
  destroy     = ["data_loss", "outage"]
  destroy_why = "without purge protection of its vault the provider purges it at once, unless its features block says otherwise"
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/guides/features-block.html.markdown"
}

resource_type "azurerm_key_vault_certificate" {
  name        = "vault certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "certificate and its key"
  destroy     = ["data_loss", "outage"]
  label       = ["name"]
  docs        = "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview"
}

resource_type "azurerm_key_vault_access_policy" {
  name        = "vault access policy"
  plural      = "vault access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a vault"
  destroy     = ["access_lost"]
}

resource_type "azurerm_key_vault_*" {
  name        = "key vault"
  category    = "secret"
  criticality = "medium"
}

resource_type "azurerm_disk_encryption_set" {
  name        = "disk encryption set"
  category    = "encryption"
  criticality = "critical"
  summary     = "key that disks are encrypted with"
  destroy     = ["outage"]
}

resource_type "azurerm_subscription" {
  name        = "subscription"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "everything of one subscription"
  destroy     = ["data_loss", "outage"]
  destroy_why = "the subscription is cancelled"
}

resource_type "azurerm_management_group" {
  name        = "management group"
  category    = "governance"
  criticality = "critical"
  summary     = "subscriptions that share policies"
  destroy     = ["access_lost", "protection_lost"]
}

resource_type "azurerm_policy_definition" {
  name        = "policy definition"
  category    = "governance"
  criticality = "high"
  summary     = "what resources must be like"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_policy_assignment" {
  name        = "policy assignment"
  also        = ["azurerm_subscription_policy_assignment", "azurerm_resource_group_policy_assignment", "azurerm_management_group_policy_assignment"]
  category    = "governance"
  criticality = "high"
  summary     = "puts a policy on resources"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/subscription_policy_assignment.html.markdown"
}

resource_type "azurerm_policy_*" {
  name        = "policy"
  category    = "governance"
  criticality = "medium"
}

resource_type "azurerm_management_lock" {
  name        = "management lock"
  category    = "governance"
  criticality = "high"
  part        = true
  summary     = "keeps a resource from being deleted"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_resource_group_template_deployment" {
  name        = "template deployment"
  category    = "governance"
  criticality = "high"
  stateful    = true
  summary     = "resources of a template"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_resource_provider_registration" {
  name        = "provider registration"
  category    = "governance"
  criticality = "low"
  summary     = "switches a service on for a subscription"
  destroy     = ["outage"]
}

resource_type "azurerm_log_analytics_workspace" {
  name        = "Log Analytics workspace"
  category    = "observability"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps logs"
  destroy     = ["data_loss"]
  destroy_why = "its logs can be recovered for 14 days"
  telling     = { retention_in_days = "retention", sku = "SKU" }
  docs        = "https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace"
}

resource_type "azurerm_log_analytics_*" {
  name        = "Log Analytics"
  category    = "observability"
  criticality = "medium"
}

resource_type "azurerm_application_insights" {
  name        = "Application Insights"
  plural      = "Application Insights resources"
  category    = "observability"
  criticality = "medium"
  stateful    = true
  billed      = true
  summary     = "keeps an application's traces and measures"
  destroy     = ["data_loss", "address_lost"]
}

resource_type "azurerm_monitor_diagnostic_setting" {
  name        = "diagnostic setting"
  category    = "audit"
  criticality = "high"
  part        = true
  summary     = "passes a resource's logs on"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_monitor_action_group" {
  name        = "action group"
  category    = "observability"
  criticality = "medium"
  summary     = "whom an alert reaches"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_monitor_metric_alert" {
  name        = "metric alert"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when a measure is out of bounds"
  destroy     = ["protection_lost"]
  telling     = { severity = "severity", enabled = "enabled" }
}

resource_type "azurerm_monitor_activity_log_alert" {
  name        = "activity log alert"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when somebody does something"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_monitor_log_profile" {
  name        = "activity log profile"
  category    = "audit"
  criticality = "high"
  summary     = "keeps the record of who did what"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/monitor_log_profile.html.markdown"
}

resource_type "azurerm_monitor_*" {
  name        = "monitoring"
  category    = "observability"
  criticality = "medium"
}

resource_type "azurerm_recovery_services_vault" {
  name        = "recovery vault"
  category    = "backup"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps backups"
  destroy     = ["data_loss"]

  docs = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.0.0/website/docs/r/recovery_services_vault.html.markdown"
  protection "soft_delete" {
    attribute = "soft_delete_enabled"
    on        = "true"
    default   = "true"
  }
}

resource_type "azurerm_backup_policy_vm" {
  name        = "VM backup policy"
  plural      = "VM backup policies"
  category    = "backup"
  criticality = "high"
  summary     = "which machines are backed up and when"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_backup_protected_vm" {
  name        = "VM backup"
  category    = "backup"
  criticality = "high"
  stateful    = true
  part        = true
  summary     = "puts a machine under a backup policy"
  destroy     = ["data_loss"]
}

resource_type "azurerm_backup_*" {
  name        = "backup"
  category    = "backup"
  criticality = "medium"
}

resource_type "azurerm_security_center_subscription_pricing" {
  name        = "Defender plan"
  category    = "audit"
  criticality = "high"
  billed      = true
  summary     = "watches a sort of resource for attacks"
  destroy     = ["protection_lost"]
  telling     = { tier = "tier", resource_type = "resources" }
}

resource_type "azurerm_security_center_*" {
  name        = "Defender"
  category    = "audit"
  criticality = "medium"
}

resource_type "azurerm_sentinel_*" {
  name        = "Sentinel"
  category    = "audit"
  criticality = "medium"
}

resource_type "azurerm_automation_account" {
  name        = "automation account"
  category    = "governance"
  criticality = "medium"
  summary     = "runs scripts on Azure"
  destroy     = ["outage"]
}

resource_type "azurerm_automation_*" {
  name        = "automation"
  category    = "governance"
  criticality = "low"
}

resource_type "azurerm_consumption_budget_subscription" {
  name        = "budget"
  category    = "governance"
  criticality = "low"
  summary     = "tells when costs pass a limit"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_maintenance_configuration" {
  name        = "maintenance configuration"
  category    = "governance"
  criticality = "low"
  summary     = "when machines are worked on"
  destroy     = ["protection_lost"]
}
