# HashiCorp Vault and OpenBao: the same provider serves both.
docs = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/{name}.html.md"

resource_type "vault_mount" {
  name        = "secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "place where secrets are kept or made"
  destroy     = ["data_loss", "credentials_invalid"]
  destroy_why = "everything kept in it is gone and its leases are revoked"
  telling     = { type = "type", default_lease_ttl_seconds = "default lease", max_lease_ttl_seconds = "longest lease" }
  label       = ["path"]
  docs        = "https://openbao.org/docs/commands/secrets/disable/"
}

resource_type "vault_auth_backend" {
  name        = "auth method"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "way to sign in"
  destroy     = ["access_lost", "credentials_invalid"]
  destroy_why = "all tokens that were issued through it are revoked"
  telling     = { type = "type" }
  label       = ["path"]
  docs        = "https://openbao.org/docs/commands/auth/disable/"
}

resource_type "vault_jwt_auth_backend" {
  name        = "JWT auth method"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "way to sign in with OIDC or JWT"
  destroy     = ["access_lost", "credentials_invalid"]
  destroy_why = "all tokens that were issued through it are revoked"
  label       = ["path"]
  docs        = "https://openbao.org/docs/commands/auth/disable/"
}

resource_type "vault_jwt_auth_backend_role" {
  name        = "JWT auth role"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in with a JWT, and as what"
  destroy     = ["access_lost"]
  label       = ["role_name"]
}

resource_type "vault_kubernetes_auth_backend_config" {
  name        = "Kubernetes auth settings"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "which cluster's pods may sign in"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/kubernetes_auth_backend_config.md"
}

resource_type "vault_kubernetes_auth_backend_role" {
  name        = "Kubernetes auth role"
  category    = "identity"
  criticality = "high"
  summary     = "which pods may sign in, and as what"
  destroy     = ["access_lost"]
  label       = ["role_name"]
}

resource_type "vault_approle_auth_backend_role" {
  name        = "AppRole"
  category    = "identity"
  criticality = "high"
  summary     = "program that may sign in"
  destroy     = ["access_lost", "credentials_invalid"]
  label       = ["role_name"]
}

resource_type "vault_approle_auth_backend_role_secret_id" {
  name        = "AppRole secret ID"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret that a program signs in with"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_aws_auth_backend_role" {
  name        = "AWS auth role"
  plural      = "AWS auth roles"
  category    = "identity"
  criticality = "high"
  summary     = "which AWS identities may sign in"
  destroy     = ["access_lost"]
}

resource_type "vault_github_auth_backend" {
  name        = "GitHub auth method"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "way to sign in with GitHub"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "vault_ldap_auth_backend" {
  name        = "LDAP auth method"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "way to sign in from a directory"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "vault_userpass_auth_backend_user" {
  name        = "password user"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "person who signs in with a password"
  destroy     = ["access_lost", "credentials_invalid"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/userpass_auth_backend_user.md"
}

resource_type "vault_policy" {
  name        = "Vault policy"
  category    = "identity"
  criticality = "high"
  summary     = "what its holders may do"
  destroy     = ["access_lost"]
  label       = ["name"]
  docs        = "https://openbao.org/docs/concepts/policies/"
}

resource_type "vault_token" {
  name        = "Vault token"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program in"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_identity_entity" {
  name        = "Vault identity"
  plural      = "identities"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "person or program over all ways to sign in"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_entity_alias" {
  name        = "identity alias"
  plural      = "identity aliases"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "ties a sign-in to an identity"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_group" {
  name        = "Vault identity group"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "identities with the same policies"
  destroy     = ["access_lost"]
  label       = ["name"]
}

resource_type "vault_identity_group_alias" {
  name        = "identity group alias"
  plural      = "identity group aliases"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "ties an outside group to an identity group"
  destroy     = ["access_lost"]
}

resource_type "vault_identity_oidc_client" {
  name        = "OIDC client"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "application that signs people in here"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_identity_oidc_key" {
  name        = "OIDC key"
  category    = "encryption"
  criticality = "high"
  stateful    = true
  summary     = "signs identity tokens"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_identity_*" {
  name        = "identity"
  category    = "identity"
  criticality = "medium"
}

resource_type "vault_kv_secret" {
  name        = "Vault secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "keeps a secret value"
  destroy     = ["data_loss"]
}

resource_type "vault_kv_secret_v2" {
  name        = "Vault secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "keeps a secret value and its versions"
  destroy     = ["data_loss"]

  protection "soft_delete" {
    attribute = "delete_all_versions"
    on        = "false"
    default   = "false"
  }
}

resource_type "vault_generic_secret" {
  name        = "Vault secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "keeps a secret value"
  destroy     = ["data_loss"]
}

resource_type "vault_kv_secret_backend_v2" {
  name        = "KV settings"
  plural      = "KV settings"
  category    = "secret"
  criticality = "medium"
  part        = true
  summary     = "how many versions of secrets are kept"
  destroy     = ["protection_lost"]
}

resource_type "vault_generic_endpoint" {
  name        = "written endpoint"
  category    = "secret"
  criticality = "medium"
  summary     = "value written to an API path"
  destroy     = []
}

resource_type "vault_pki_secret_backend_root_cert" {
  name        = "root certificate"
  category    = "certificate"
  criticality = "critical"
  stateful    = true
  summary     = "authority of internal certificates"
  destroy     = ["data_loss", "credentials_invalid"]
  destroy_why = "certificates under it are no longer trusted by what trusts only its successor"
  docs        = "https://openbao.org/docs/secrets/pki/"
}

resource_type "vault_pki_secret_backend_intermediate_cert_request" {
  name        = "intermediate certificate request"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "asks the root for an authority"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_intermediate_set_signed" {
  name        = "intermediate certificate"
  category    = "certificate"
  criticality = "high"
  part        = true
  summary     = "makes a signed authority active"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_root_sign_intermediate" {
  name        = "signed intermediate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "authority signed by the root"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_role" {
  name        = "certificate role"
  category    = "certificate"
  criticality = "high"
  summary     = "which certificates may be issued"
  destroy     = ["access_lost"]
  telling     = { max_ttl = "longest life", ttl = "life" }
  label       = ["name"]
}

resource_type "vault_pki_secret_backend_cert" {
  name        = "issued certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "certificate that the state keeps"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_pki_secret_backend_config_urls" {
  name        = "certificate URLs"
  plural      = "certificate URLs"
  category    = "certificate"
  criticality = "medium"
  part        = true
  summary     = "where certificates can be checked"
  destroy     = ["outage"]
}

resource_type "vault_pki_secret_backend_*" {
  name        = "certificate"
  category    = "certificate"
  criticality = "medium"
}

resource_type "vault_transit_secret_backend_key" {
  name        = "transit key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  summary     = "encrypts for others"
  destroy     = ["data_loss"]
  destroy_why = "what it encrypted can never be read again"
  docs        = "https://openbao.org/docs/secrets/transit/"

  protection "deletion_protection" {
    attribute = "deletion_allowed"
    on        = "false"
    default   = "false"
  }
}

resource_type "vault_database_secret_backend_connection" {
  name        = "database connection"
  category    = "secret"
  criticality = "high"
  summary     = "database that logins are made in"
  destroy     = ["outage"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/database_secret_backend_connection.md"
}

resource_type "vault_database_secret_backend_role" {
  name        = "database role"
  category    = "secret"
  criticality = "high"
  summary     = "which database logins are made"
  destroy     = ["access_lost", "credentials_invalid"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/database_secret_backend_role.md"
}

resource_type "vault_database_secrets_mount" {
  name        = "database secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "makes database logins"
  destroy     = ["access_lost", "credentials_invalid"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/database_secrets_mount.md"
}

resource_type "vault_aws_secret_backend" {
  name        = "AWS secrets engine"
  category    = "secret"
  criticality = "critical"
  stateful    = true
  summary     = "makes AWS credentials"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "vault_aws_secret_backend_role" {
  name        = "AWS credentials role"
  category    = "secret"
  criticality = "high"
  summary     = "which AWS credentials are made"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "vault_kubernetes_secret_backend" {
  name        = "Kubernetes secrets engine"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "makes Kubernetes tokens"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "vault_ssh_secret_backend_ca" {
  name        = "SSH authority"
  plural      = "SSH authorities"
  category    = "certificate"
  criticality = "critical"
  stateful    = true
  summary     = "signs SSH keys"
  destroy     = ["credentials_invalid"]
}

resource_type "vault_ssh_secret_backend_role" {
  name        = "SSH role"
  category    = "identity"
  criticality = "high"
  summary     = "which SSH keys are signed"
  destroy     = ["access_lost"]
}

resource_type "vault_audit" {
  name        = "audit device"
  category    = "audit"
  criticality = "critical"
  summary     = "record of every request"
  destroy     = ["protection_lost"]
  telling     = { type = "type" }
  label       = ["path"]
  docs        = "https://openbao.org/docs/audit/"
}

resource_type "vault_namespace" {
  name        = "Vault namespace"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "room of its own"
  destroy     = ["data_loss", "access_lost"]
  destroy_why = "every mount and secret in it is gone"
}

resource_type "vault_password_policy" {
  name        = "password policy"
  category    = "secret"
  criticality = "low"
  summary     = "what generated passwords are like"
  destroy     = []
}

resource_type "vault_quota_rate_limit" {
  name        = "request limit"
  category    = "governance"
  criticality = "medium"
  summary     = "how many requests are taken"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-vault/blob/main/website/docs/r/quota_rate_limit.md"
}

resource_type "vault_*" {
  name        = "Vault"
  category    = "secret"
  criticality = "medium"
}
