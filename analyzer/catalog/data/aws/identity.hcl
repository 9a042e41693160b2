# Identity, keys, secrets.

resource_type "aws_iam_role" {
  name        = "IAM role"
  category    = "identity"
  criticality = "high"
  summary     = "what a service or person may act as"
  destroy     = ["access_lost"]
  destroy_why = "whoever acts under it is refused, and trust in a role of the same name does not carry over"
  telling     = { max_session_duration = "session duration" }
  docs        = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
}

resource_type "aws_iam_policy" {
  name        = "IAM policy"
  category    = "identity"
  criticality = "high"
  summary     = "what its holders may do"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_role_policy" {
  name        = "inline role policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a role may do"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_user_policy" {
  name        = "inline user policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a user may do"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_group_policy" {
  name        = "inline group policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a group may do"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_role_policy_attachment" {
  name        = "role policy attachment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a role a policy"
  destroy     = ["access_lost"]
  telling     = { policy_arn = "policy" }
}

resource_type "aws_iam_user_policy_attachment" {
  name        = "user policy attachment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a user a policy"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_group_policy_attachment" {
  name        = "group policy attachment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a group a policy"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_policy_attachment" {
  name        = "exclusive policy attachment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a policy to these holders and to no others"
  destroy     = ["access_lost"]
  destroy_why = "it owns the policy's every attachment in the account"
}

resource_type "aws_iam_role_policies_exclusive" {
  name        = "exclusive role policies"
  plural      = "exclusive role policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "the only inline policies that a role may have"
  destroy     = []
}

resource_type "aws_iam_instance_profile" {
  name        = "instance profile"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a machine a role"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_user" {
  name        = "IAM user"
  category    = "identity"
  criticality = "high"
  summary     = "person or program that signs in"
  destroy     = ["access_lost", "credentials_invalid", "name_lost"]
}

resource_type "aws_iam_user_login_profile" {
  name        = "console password"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "lets a user sign in to the console"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "aws_iam_user_ssh_key" {
  name        = "user SSH key"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "lets a user push to CodeCommit"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_iam_access_key" {
  name        = "access key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program sign in"
  destroy     = ["credentials_invalid"]
  destroy_why = "programs that hold the key are refused"
  telling     = { status = "status" }
}

resource_type "aws_iam_group" {
  name        = "IAM group"
  category    = "identity"
  criticality = "medium"
  summary     = "users with the same rights"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_group_membership" {
  name        = "group membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who is in a group"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_user_group_membership" {
  name        = "user group membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "which groups a user is in"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_openid_connect_provider" {
  name        = "OIDC provider"
  category    = "identity"
  criticality = "critical"
  summary     = "lets outside identities take on roles"
  destroy     = ["access_lost"]
  destroy_why = "workloads that sign in through it lose their roles"
  docs        = "https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"
}

resource_type "aws_iam_saml_provider" {
  name        = "SAML provider"
  category    = "identity"
  criticality = "critical"
  summary     = "lets people sign in from a directory"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_service_linked_role" {
  name        = "service-linked role"
  category    = "identity"
  criticality = "medium"
  summary     = "role that a service acts under"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_account_password_policy" {
  name        = "password policy"
  category    = "identity"
  criticality = "medium"
  summary     = "what passwords must be like"
  destroy     = ["protection_lost"]
}

resource_type "aws_iam_account_alias" {
  name        = "account alias"
  plural      = "account aliases"
  category    = "identity"
  criticality = "low"
  summary     = "name in the sign-in address"
  destroy     = ["name_lost"]
}

resource_type "aws_iam_server_certificate" {
  name        = "IAM server certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "certificate for classic load balancers"
  destroy     = ["outage"]
}

resource_type "aws_iam_*" {
  name        = "IAM"
  category    = "identity"
  criticality = "medium"
}

resource_type "aws_eks_pod_identity_association" {
  name        = "pod identity association"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a Kubernetes service account a role"
  destroy     = ["access_lost"]
}

resource_type "aws_cognito_user_pool" {
  name        = "user pool"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "directory of an application's users"
  destroy     = ["data_loss", "credentials_invalid"]
  destroy_why = "every user and password in it is gone"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "ACTIVE"
    default   = "INACTIVE"
  }
}

resource_type "aws_cognito_user_pool_client" {
  name        = "user pool client"
  category    = "identity"
  criticality = "high"
  summary     = "lets an application use a user pool"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_cognito_user_pool_domain" {
  name        = "user pool domain"
  category    = "identity"
  criticality = "high"
  summary     = "address of the sign-in page"
  destroy     = ["address_lost"]
}

resource_type "aws_cognito_identity_pool" {
  name        = "identity pool"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "gives an application's users AWS rights"
  destroy     = ["data_loss", "access_lost"]
}

resource_type "aws_cognito_*" {
  name        = "Cognito"
  category    = "identity"
  criticality = "medium"
}

resource_type "aws_ssoadmin_permission_set" {
  name        = "permission set"
  category    = "identity"
  criticality = "high"
  summary     = "rights that people get in an account"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_account_assignment" {
  name        = "account assignment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives people a permission set in an account"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_managed_policy_attachment" {
  name        = "permission set policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives a permission set a policy"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_permission_set_inline_policy" {
  name        = "permission set inline policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a permission set allows"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_*" {
  name        = "IAM Identity Center"
  category    = "identity"
  criticality = "medium"
}

resource_type "aws_identitystore_user" {
  name        = "Identity Center user"
  category    = "identity"
  criticality = "medium"
  summary     = "person who signs in"
  destroy     = ["access_lost"]
}

resource_type "aws_identitystore_group" {
  name        = "Identity Center group"
  category    = "identity"
  criticality = "medium"
  summary     = "people with the same rights"
  destroy     = ["access_lost"]
}

resource_type "aws_identitystore_group_membership" {
  name        = "Identity Center group membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who is in a group"
  destroy     = ["access_lost"]
}

resource_type "aws_kms_key" {
  name        = "KMS key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "encrypts what other services keep"
  destroy     = ["data_loss"]
  destroy_why = "it cannot be used from then on, and what it encrypts can never be read again once its waiting period is over"
  telling     = { enable_key_rotation = "key rotation", is_enabled = "enabled", deletion_window_in_days = "deletion window" }
  docs        = "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"

  protection "recovery_window" {
    attribute = "deletion_window_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_kms_external_key" {
  name        = "KMS key with own material"
  plural      = "KMS keys with own material"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "encrypts with key material from outside"
  destroy     = ["data_loss"]
  destroy_why = "what it encrypts can never be read again once the waiting period is over"
  docs        = "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"

  protection "recovery_window" {
    attribute = "deletion_window_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_kms_replica_key" {
  name        = "KMS replica key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "copy of a key in another region"
  destroy     = ["data_loss"]
  destroy_why = "what only this region encrypts with it waits for another replica"

  protection "recovery_window" {
    attribute = "deletion_window_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_kms_alias" {
  name        = "KMS alias"
  plural      = "KMS aliases"
  category    = "encryption"
  criticality = "medium"
  part        = true
  summary     = "name of a key"
  destroy     = ["outage"]
  destroy_why = "callers that use the name find no key"
}

resource_type "aws_kms_grant" {
  name        = "KMS grant"
  category    = "encryption"
  criticality = "high"
  part        = true
  summary     = "lets somebody use a key"
  destroy     = ["access_lost"]
}

resource_type "aws_kms_key_policy" {
  name        = "KMS key policy"
  category    = "encryption"
  criticality = "high"
  part        = true
  summary     = "who may use a key"
  destroy     = ["access_lost"]
  destroy_why = "the key falls back to the default policy"
}

resource_type "aws_cloudhsm_v2_cluster" {
  name        = "HSM cluster"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keys in hardware"
  destroy     = ["data_loss"]
}

resource_type "aws_secretsmanager_secret" {
  name        = "secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps a secret value"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its readers fail, and its name stays taken as long as it can be restored"
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"

  protection "recovery_window" {
    attribute = "recovery_window_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_secretsmanager_secret_version" {
  name        = "secret value"
  category    = "secret"
  criticality = "high"
  stateful    = true
  part        = true
  summary     = "one value of a secret"
  destroy     = ["credentials_invalid"]
  destroy_why = "the value itself stays while it is the current one"
  replace_why = "whoever read the old value must read the new one"
}

resource_type "aws_secretsmanager_secret_policy" {
  name        = "secret policy"
  category    = "secret"
  criticality = "high"
  part        = true
  summary     = "who may read a secret"
  destroy     = ["access_lost"]
}

resource_type "aws_secretsmanager_secret_rotation" {
  name        = "secret rotation"
  category    = "secret"
  criticality = "medium"
  part        = true
  summary     = "how often a secret is renewed"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_parameter" {
  name        = "SSM parameter"
  category    = "secret"
  criticality = "medium"
  stateful    = true
  summary     = "keeps a setting or a secret"
  destroy     = ["data_loss", "outage"]
  replace     = ["outage"]
  telling     = { type = "type", tier = "tier" }
  label       = ["name"]
}

resource_type "aws_ssm_document" {
  name        = "SSM document"
  category    = "governance"
  criticality = "medium"
  summary     = "steps that Systems Manager can run"
  destroy     = ["outage"]
}

resource_type "aws_ssm_association" {
  name        = "SSM association"
  category    = "governance"
  criticality = "medium"
  summary     = "keeps machines in a state"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_maintenance_window" {
  name        = "SSM maintenance window"
  category    = "governance"
  criticality = "low"
  summary     = "when machines are worked on"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_patch_baseline" {
  name        = "SSM patch baseline"
  category    = "governance"
  criticality = "medium"
  summary     = "which patches are installed"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_*" {
  name        = "SSM"
  category    = "governance"
  criticality = "low"
}
