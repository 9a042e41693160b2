docs = "https://github.com/auth0/terraform-provider-auth0/blob/main/docs/resources/{name}.md"

resource_type "auth0_client" {
  name        = "Auth0 application"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "application that users sign in to"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "its client ID and secret are not the same again"
}

resource_type "auth0_connection" {
  name        = "Auth0 connection"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "where users come from"
  destroy     = ["data_loss", "access_lost"]
  destroy_why = "users of a database connection are gone with it"
}

resource_type "auth0_resource_server" {
  name        = "Auth0 API"
  category    = "identity"
  criticality = "critical"
  summary     = "API that tokens are for"
  destroy     = ["access_lost"]
}

resource_type "auth0_client_grant" {
  name        = "Auth0 client grant"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what an application may ask for"
  destroy     = ["access_lost"]
}

resource_type "auth0_action" {
  name        = "Auth0 action"
  category    = "identity"
  criticality = "high"
  summary     = "code that runs at sign-in"
  destroy     = ["outage"]
}

resource_type "auth0_role" {
  name        = "Auth0 role"
  category    = "identity"
  criticality = "high"
  summary     = "rights of users"
  destroy     = ["access_lost"]
}

resource_type "auth0_user" {
  name        = "Auth0 user"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "who signs in"
  destroy     = ["data_loss", "access_lost"]
}

resource_type "auth0_tenant" {
  name        = "Auth0 tenant settings"
  plural      = "Auth0 tenant settings"
  category    = "identity"
  criticality = "high"
  summary     = "settings of the tenant"
  destroy     = []
}

resource_type "auth0_custom_domain" {
  name        = "Auth0 domain"
  category    = "identity"
  criticality = "critical"
  summary     = "domain of the sign-in page"
  destroy     = ["outage"]
}

resource_type "auth0_organization" {
  name        = "Auth0 organization"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "customers that sign in together"
  destroy     = ["access_lost"]
}

resource_type "auth0_log_stream" {
  name        = "Auth0 log stream"
  category    = "audit"
  criticality = "medium"
  summary     = "where logs go"
  destroy     = ["protection_lost"]
}
