docs = "https://github.com/okta/terraform-provider-okta/blob/master/docs/resources/{name}.md"

resource_type "okta_app_oauth" {
  name        = "Okta OIDC application"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "application that users sign in to"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "its client ID and secret are not the same again"
}

resource_type "okta_app_saml" {
  name        = "Okta SAML application"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "application that users sign in to"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "okta_app_group_assignment" {
  name        = "Okta application group"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "group that may use an application"
  destroy     = ["access_lost"]
}

resource_type "okta_app_group_assignments" {
  name        = "Okta application groups"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "groups that may use an application"
  destroy     = ["access_lost"]
}

resource_type "okta_app_user" {
  name        = "Okta application user"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "user that may use an application"
  destroy     = ["access_lost"]
}

resource_type "okta_group" {
  name        = "Okta group"
  category    = "identity"
  criticality = "high"
  summary     = "users with the same rights"
  destroy     = ["access_lost"]
}

resource_type "okta_group_rule" {
  name        = "Okta group rule"
  category    = "identity"
  criticality = "high"
  summary     = "who is put into a group"
  destroy     = ["access_lost"]
}

resource_type "okta_group_memberships" {
  name        = "Okta group members"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "users of a group"
  destroy     = ["access_lost"]
}

resource_type "okta_user" {
  name        = "Okta user"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "who signs in"
  destroy     = ["access_lost"]
}

resource_type "okta_auth_server" {
  name        = "Okta authorization server"
  category    = "identity"
  criticality = "critical"
  summary     = "issues tokens"
  destroy     = ["access_lost"]
}

resource_type "okta_auth_server_policy" {
  name        = "Okta authorization policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who gets tokens"
  destroy     = ["access_lost"]
}

resource_type "okta_auth_server_policy_rule" {
  name        = "Okta authorization rule"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "which tokens are given"
  destroy     = ["access_lost"]
}

resource_type "okta_policy_mfa" {
  name        = "Okta MFA policy"
  category    = "identity"
  criticality = "high"
  summary     = "second factor that is asked for"
  destroy     = ["protection_lost"]
}

resource_type "okta_policy_password" {
  name        = "Okta password policy"
  category    = "identity"
  criticality = "medium"
  summary     = "what passwords must be like"
  destroy     = ["protection_lost"]
}

resource_type "okta_policy_signon" {
  name        = "Okta sign-on policy"
  category    = "identity"
  criticality = "high"
  summary     = "how users sign in"
  destroy     = ["protection_lost"]
}

resource_type "okta_network_zone" {
  name        = "Okta network zone"
  category    = "firewall"
  criticality = "medium"
  summary     = "addresses that policies speak of"
  destroy     = ["protection_lost"]
}
