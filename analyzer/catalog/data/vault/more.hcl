resource_type "vault_token_auth_backend_role" {
  name        = "token role"
  category    = "identity"
  criticality = "high"
  summary     = "how tokens are made"
  destroy     = ["access_lost"]
}

resource_type "vault_ldap_auth_backend_group" {
  name        = "LDAP group policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "policies of a group"
  destroy     = ["access_lost"]
}

resource_type "vault_okta_auth_backend" {
  name        = "Okta auth method"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "signs in by Okta"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "all tokens that were issued through it are revoked"
}

resource_type "vault_gcp_auth_backend" {
  name        = "GCP auth method"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "signs in by Google Cloud"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "all tokens that were issued through it are revoked"
}

resource_type "vault_gcp_auth_backend_role" {
  name        = "GCP auth role"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in by Google Cloud"
  destroy     = ["access_lost"]
}

resource_type "vault_azure_auth_backend_role" {
  name        = "Azure auth role"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in by Azure"
  destroy     = ["access_lost"]
}

resource_type "vault_azure_auth_backend_config" {
  name        = "Azure auth settings"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "how Azure is asked"
  destroy     = ["access_lost"]
}

resource_type "vault_cert_auth_backend_role" {
  name        = "certificate auth role"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in by certificate"
  destroy     = ["access_lost"]
}

resource_type "vault_azure_secret_backend" {
  name        = "Azure secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "makes Azure credentials"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "every credential that it made is revoked"
}

resource_type "vault_gcp_secret_backend" {
  name        = "GCP secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "makes Google Cloud credentials"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "every credential that it made is revoked"
}

resource_type "vault_gcp_secret_roleset" {
  name        = "GCP credentials role"
  category    = "secret"
  criticality = "high"
  summary     = "credentials that may be asked for"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "vault_rabbitmq_secret_backend" {
  name        = "RabbitMQ secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "makes RabbitMQ credentials"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "every credential that it made is revoked"
}

resource_type "vault_kubernetes_secret_backend_role" {
  name        = "Kubernetes credentials role"
  category    = "secret"
  criticality = "high"
  summary     = "credentials that may be asked for"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "vault_database_secret_backend_static_role" {
  name        = "static database role"
  category    = "secret"
  criticality = "high"
  summary     = "password that is rotated"
  destroy     = ["credentials_invalid", "access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/database_secret_backend_static_role.md"
}

resource_type "vault_pki_secret_backend_issuer" {
  name        = "certificate issuer"
  category    = "certificate"
  criticality = "critical"
  part        = true
  summary     = "authority that issues certificates"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_key" {
  name        = "certificate authority key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  summary     = "key that certificates are signed with"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_config_ca" {
  name        = "certificate authority settings"
  category    = "certificate"
  criticality = "critical"
  part        = true
  summary     = "authority that issues certificates"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_crl_config" {
  name        = "revocation list settings"
  category    = "certificate"
  criticality = "medium"
  part        = true
  summary     = "how revoked certificates are told"
  destroy     = ["protection_lost"]
}

resource_type "vault_identity_group_policies" {
  name        = "group policies"
  plural      = "group policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "policies of a group"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_entity_policies" {
  name        = "identity policies"
  plural      = "identity policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "policies of an identity"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_group_member_entity_ids" {
  name        = "group members"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "identities of a group"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_oidc_provider" {
  name        = "OIDC provider"
  category    = "identity"
  criticality = "critical"
  summary     = "lets others sign in through Vault"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_oidc_role" {
  name        = "OIDC token role"
  category    = "identity"
  criticality = "high"
  summary     = "tokens that may be asked for"
  destroy     = ["access_lost"]
}

resource_type "vault_raft_autopilot" {
  name        = "Raft autopilot"
  category    = "cluster"
  criticality = "medium"
  summary     = "looks after the cluster's servers"
  destroy     = ["protection_lost"]
}

resource_type "vault_raft_snapshot_agent_config" {
  name        = "Raft snapshots"
  category    = "backup"
  criticality = "high"
  summary     = "copies of all that Vault holds"
  destroy     = ["protection_lost"]
}

resource_type "vault_rotation_policy" {
  name        = "rotation policy"
  category    = "secret"
  criticality = "medium"
  summary     = "when secrets are changed"
  destroy     = ["protection_lost"]
}

resource_type "vault_rgp_policy" {
  name        = "role governing policy"
  category    = "identity"
  criticality = "high"
  summary     = "what holds for whoever signs in"
  destroy     = ["protection_lost"]
}

resource_type "vault_egp_policy" {
  name        = "endpoint governing policy"
  category    = "identity"
  criticality = "high"
  summary     = "what holds for a path"
  destroy     = ["protection_lost"]
}

resource_type "vault_plugin" {
  name        = "Vault plugin"
  category    = "secret"
  criticality = "high"
  summary     = "engine that is added"
  destroy     = ["outage"]
}
