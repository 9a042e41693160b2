# Google Cloud: identity, keys, secrets, projects, what watches.

resource_type "google_service_account" {
  name        = "service account"
  category    = "identity"
  criticality = "high"
  summary     = "what programs act as"
  destroy     = ["access_lost", "credentials_invalid"]
  destroy_why = "its keys stop working, and a new account of the same name has none of its rights"
  label       = ["account_id"]
  docs        = "https://cloud.google.com/iam/docs/service-accounts-delete-undelete"
}

resource_type "google_service_account_key" {
  name        = "service account key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program sign in"
  destroy     = ["credentials_invalid"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_service_account_key.html.markdown"
}

resource_type "google_service_account_iam_member" {
  name        = "service account grant"
  plural      = "service account grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody act as a service account"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_service_account_iam.html.markdown"
}

resource_type "google_service_account_iam_binding" {
  name        = "service account grant"
  plural      = "service account grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody who may act as a service account"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_service_account_iam.html.markdown"
}

resource_type "google_project" {
  name        = "project"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "everything of one project"
  destroy     = ["data_loss", "outage"]
  destroy_why = "all its resources are shut down, for 30 days they can be restored"
  docs        = "https://cloud.google.com/resource-manager/docs/creating-managing-projects"

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "PREVENT"
  }

  protection "recovery_window" {
    attribute = "id" # every project waits for 30 days
    on        = "set"
  }
}

resource_type "google_project_service" {
  name        = "API activation"
  category    = "governance"
  criticality = "high"
  part        = true
  summary     = "switches an API on for a project"
  destroy     = ["outage"]
  label       = ["service"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_service.html.markdown"
}

resource_type "google_project_iam_member" {
  name        = "project grant"
  plural      = "project grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives somebody a role in a project"
  destroy     = ["access_lost"]
  telling     = { role = "role" }
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown"
}

resource_type "google_project_iam_binding" {
  name        = "project grant"
  plural      = "project grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role in a project"
  destroy     = ["access_lost"]
  telling     = { role = "role" }
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown"
}

resource_type "google_project_iam_policy" {
  name        = "project access policy"
  plural      = "project access policies"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "everybody with any role in a project"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown"
}

resource_type "google_project_iam_custom_role" {
  name        = "custom role"
  category    = "identity"
  criticality = "high"
  summary     = "rights under an own name"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam_custom_role.html.markdown"
}

resource_type "google_project_iam_audit_config" {
  name        = "project audit log"
  category    = "audit"
  criticality = "high"
  part        = true
  summary     = "which accesses are recorded"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_iam.html.markdown"
}

resource_type "google_project_organization_policy" {
  name        = "project policy"
  category    = "governance"
  criticality = "high"
  part        = true
  summary     = "what a project may do at most"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_project_organization_policy.html.markdown"
}

resource_type "google_project_*" {
  name        = "project"
  category    = "governance"
  criticality = "medium"
}

resource_type "google_folder" {
  name        = "folder"
  category    = "governance"
  criticality = "high"
  summary     = "projects that share policies"
  destroy     = []
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_folder.html.markdown"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_folder_iam_member" {
  name        = "folder grant"
  plural      = "folder grants"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "gives somebody a role in a folder"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_folder_iam.html.markdown"
}

resource_type "google_folder_iam_binding" {
  name        = "folder grant"
  plural      = "folder grants"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "everybody with one role in a folder"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_folder_iam.html.markdown"
}

resource_type "google_folder_iam_policy" {
  name        = "folder access policy"
  plural      = "folder access policies"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "everybody with any role in a folder"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_folder_iam.html.markdown"
}

resource_type "google_folder_organization_policy" {
  name        = "folder policy"
  category    = "governance"
  criticality = "high"
  part        = true
  summary     = "what a folder's projects may do at most"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_folder_organization_policy.html.markdown"
}

resource_type "google_organization_iam_member" {
  name        = "organization grant"
  plural      = "organization grants"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "gives somebody a role everywhere"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_organization_iam.html.markdown"
}

resource_type "google_organization_iam_binding" {
  name        = "organization grant"
  plural      = "organization grants"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "everybody with one role everywhere"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_organization_iam.html.markdown"
}

resource_type "google_organization_iam_custom_role" {
  name        = "organization role"
  category    = "identity"
  criticality = "high"
  summary     = "rights under an own name"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_organization_iam_custom_role.html.markdown"
}

resource_type "google_organization_policy" {
  name        = "organization policy"
  category    = "governance"
  criticality = "critical"
  summary     = "what projects may do at most"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_organization_policy.html.markdown"
}

resource_type "google_org_policy_policy" {
  name        = "organization policy"
  category    = "governance"
  criticality = "critical"
  summary     = "what projects may do at most"
  destroy     = ["protection_lost"]
}

resource_type "google_organization_*" {
  name        = "organization"
  category    = "governance"
  criticality = "high"
}

resource_type "google_iam_workload_identity_pool" {
  name        = "workload identity pool"
  category    = "identity"
  criticality = "critical"
  summary     = "outside identities that may act here"
  destroy     = ["access_lost"]
  destroy_why = "it is deleted softly: for 30 days its name stays taken"
}

resource_type "google_iam_workload_identity_pool_provider" {
  name        = "workload identity provider"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "who vouches for outside identities"
  destroy     = ["access_lost"]
}

resource_type "google_iam_*" {
  name        = "IAM"
  category    = "identity"
  criticality = "medium"
}

resource_type "google_kms_key_ring" {
  name        = "key ring"
  category    = "encryption"
  criticality = "high"
  summary     = "keys of one place"
  destroy     = []
  destroy_why = "a key ring cannot be deleted: it only leaves the state"
  docs        = "https://cloud.google.com/kms/docs/resource-hierarchy"
}

resource_type "google_kms_crypto_key" {
  name        = "KMS key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "encrypts what other services keep"
  destroy     = ["data_loss"]
  destroy_why = "its versions are destroyed, and what they encrypt can never be read again once the waiting period is over"
  telling     = { rotation_period = "rotation period" }
  docs        = "https://cloud.google.com/kms/docs/destroy-restore"

  protection "recovery_window" {
    attribute = "destroy_scheduled_duration"
    on        = "set"
    default   = "2592000s"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_kms_crypto_key_version" {
  name        = "KMS key version"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "one version of a key"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_kms_crypto_key_iam_member" {
  name        = "key grant"
  plural      = "key grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody use a key"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_kms_crypto_key_iam.html.markdown"
}

resource_type "google_kms_crypto_key_iam_binding" {
  name        = "key grant"
  plural      = "key grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a key"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_kms_crypto_key_iam.html.markdown"
}

resource_type "google_kms_crypto_key_iam_policy" {
  name        = "key access policy"
  plural      = "key access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with any role on a key"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_kms_crypto_key_iam.html.markdown"
}

resource_type "google_kms_key_ring_iam_member" {
  name        = "key ring grant"
  plural      = "key ring grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody use a ring's keys"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_kms_key_ring_iam.html.markdown"
}

resource_type "google_kms_key_ring_iam_binding" {
  name        = "key ring grant"
  plural      = "key ring grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a ring's keys"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_kms_key_ring_iam.html.markdown"
}

resource_type "google_kms_*" {
  name        = "KMS"
  category    = "encryption"
  criticality = "high"
}

resource_type "google_secret_manager_secret" {
  name        = "secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "keeps a secret value"
  destroy     = ["data_loss", "outage"]
  destroy_why = "all its versions are gone"
  label       = ["secret_id"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "google_secret_manager_secret_version" {
  name        = "secret value"
  category    = "secret"
  criticality = "high"
  stateful    = true
  part        = true
  summary     = "one value of a secret"
  destroy     = ["credentials_invalid", "outage"]
}

resource_type "google_secret_manager_secret_iam_member" {
  name        = "secret grant"
  plural      = "secret grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody read a secret"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/secret_manager_secret_iam.html.markdown"
}

resource_type "google_secret_manager_*" {
  name        = "secret"
  category    = "secret"
  criticality = "medium"
}

resource_type "google_access_context_manager_access_policy" {
  name        = "access policy"
  plural      = "access policies"
  category    = "governance"
  criticality = "critical"
  summary     = "holds an organization's perimeters"
  destroy     = ["protection_lost"]
}

resource_type "google_access_context_manager_service_perimeter" {
  name        = "service perimeter"
  category    = "firewall"
  criticality = "critical"
  summary     = "keeps data inside chosen projects"
  destroy     = ["protection_lost"]
}

resource_type "google_access_context_manager_access_level" {
  name        = "access level"
  category    = "identity"
  criticality = "high"
  summary     = "from where something may be reached"
  destroy     = ["access_lost"]
}

resource_type "google_logging_project_sink" {
  name        = "log sink"
  category    = "audit"
  criticality = "high"
  summary     = "passes a project's logs on"
  destroy     = ["protection_lost"]
}

resource_type "google_logging_organization_sink" {
  name        = "organization log sink"
  category    = "audit"
  criticality = "critical"
  summary     = "passes all logs on"
  destroy     = ["protection_lost"]
}

resource_type "google_logging_folder_sink" {
  name        = "folder log sink"
  category    = "audit"
  criticality = "high"
  summary     = "passes a folder's logs on"
  destroy     = ["protection_lost"]
}

resource_type "google_logging_metric" {
  name        = "log metric"
  category    = "observability"
  criticality = "low"
  summary     = "counts what appears in logs"
  destroy     = ["protection_lost"]
}

resource_type "google_logging_*" {
  name        = "logging"
  category    = "observability"
  criticality = "medium"
}

resource_type "google_monitoring_alert_policy" {
  name        = "alert policy"
  plural      = "alert policies"
  category    = "observability"
  criticality = "medium"
  summary     = "tells when a measure is out of bounds"
  destroy     = ["protection_lost"]
}

resource_type "google_monitoring_notification_channel" {
  name        = "notification channel"
  category    = "observability"
  criticality = "medium"
  summary     = "whom an alert reaches"
  destroy     = ["protection_lost"]
}

resource_type "google_monitoring_dashboard" {
  name        = "dashboard"
  category    = "observability"
  criticality = "low"
  summary     = "page of measures"
  destroy     = []
}

resource_type "google_monitoring_uptime_check_config" {
  name        = "uptime check"
  category    = "observability"
  criticality = "medium"
  summary     = "tries an endpoint now and then"
  destroy     = ["protection_lost"]
}

resource_type "google_monitoring_*" {
  name        = "monitoring"
  category    = "observability"
  criticality = "medium"
}

resource_type "google_cloudbuild_trigger" {
  name        = "build trigger"
  category    = "ci"
  criticality = "medium"
  summary     = "what starts a build"
  destroy     = ["outage"]
}

resource_type "google_billing_budget" {
  name        = "budget"
  category    = "governance"
  criticality = "low"
  summary     = "tells when costs pass a limit"
  destroy     = ["protection_lost"]
}
