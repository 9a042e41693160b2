resource_type "azuread_application_federated_identity_credential" {
  name        = "Entra ID federated credential"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may act as an application"
  destroy     = ["access_lost"]
}

resource_type "azuread_named_location" {
  name        = "Entra ID named location"
  category    = "firewall"
  criticality = "medium"
  summary     = "places that policies speak of"
  destroy     = ["protection_lost"]
}

resource_type "azuread_administrative_unit" {
  name        = "Entra ID administrative unit"
  category    = "governance"
  criticality = "medium"
  summary     = "part of the directory"
  destroy     = ["access_lost"]
}

resource_type "azuread_service_principal_delegated_permission_grant" {
  name        = "Entra ID consent"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what an application may do for its users"
  destroy     = ["access_lost"]
}

resource_type "azuread_application_registration" {
  name        = "Entra ID application"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  summary     = "application that signs people in"
  destroy     = ["credentials_invalid", "access_lost"]
  destroy_why = "a new one has another client ID"
}

resource_type "azuread_application_certificate" {
  name        = "Entra ID application certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "certificate that an application signs in with"
  destroy     = ["credentials_invalid"]
}
