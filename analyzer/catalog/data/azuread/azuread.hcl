docs = "https://github.com/hashicorp/terraform-provider-azuread/blob/main/docs/resources/{name}.md"

resource_type "azuread_application" {
  name        = "app registration"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "application that people or programs sign in to"
  destroy     = ["access_lost", "credentials_invalid"]
  destroy_why = "its secrets stop working, and a new one has another client ID"
}

resource_type "azuread_application_password" {
  name        = "app secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "lets a program sign in"
  destroy     = ["credentials_invalid"]
}

resource_type "azuread_service_principal" {
  name        = "service principal"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "what an application acts as"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "azuread_service_principal_password" {
  name        = "service principal secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "lets a program sign in"
  destroy     = ["credentials_invalid"]
}

resource_type "azuread_group" {
  name        = "directory group"
  category    = "identity"
  criticality = "high"
  summary     = "people and programs with the same rights"
  destroy     = ["access_lost"]
}

resource_type "azuread_group_without_members" {
  name        = "directory group"
  category    = "identity"
  criticality = "high"
  summary     = "group whose members are kept elsewhere"
  destroy     = ["access_lost"]
}

resource_type "azuread_group_member" {
  name        = "group membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "somebody in a group"
  destroy     = ["access_lost"]
}

resource_type "azuread_user" {
  name        = "directory user"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "person who signs in"
  destroy     = ["access_lost"]
}

resource_type "azuread_invitation" {
  name        = "guest invitation"
  category    = "identity"
  criticality = "medium"
  summary     = "brings in somebody from outside"
  destroy     = ["access_lost"]
}

resource_type "azuread_app_role_assignment" {
  name        = "app role assignment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives somebody a role in an application"
  destroy     = ["access_lost"]
}

resource_type "azuread_conditional_access_policy" {
  name        = "conditional access policy"
  plural      = "conditional access policies"
  category    = "identity"
  criticality = "critical"
  summary     = "when people may sign in"
  destroy     = ["access_lost", "protection_lost"]
}

resource_type "azuread_directory_role_assignment" {
  name        = "directory role assignment"
  category    = "identity"
  criticality = "critical"
  part        = true
  summary     = "gives somebody a role over the directory"
  destroy     = ["access_lost"]
}

resource_type "azuread_*" {
  name        = "Entra ID"
  category    = "identity"
  criticality = "medium"
}
