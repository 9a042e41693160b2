docs = "https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/{name}.md"

resource_type "azapi_resource" {
  name        = "Azure resource"
  category    = "other"
  criticality = "medium"
  stateful    = true
  summary     = "resource given by its API type"
  destroy     = ["data_loss", "outage"]
  destroy_why = "what is lost depends on its API type"
  label       = ["type"]
}

resource_type "azapi_update_resource" {
  name        = "Azure resource property"
  plural      = "Azure resource properties"
  category    = "other"
  criticality = "medium"
  part        = true
  summary     = "properties of a resource that somebody else owns"
  destroy     = []
  destroy_why = "the properties stay as they are"
}

resource_type "azapi_resource_action" {
  name        = "Azure action"
  category    = "other"
  criticality = "medium"
  part        = true
  summary     = "one call to a resource's API"
  destroy     = []
}

resource_type "azapi_data_plane_resource" {
  name        = "Azure data plane resource"
  category    = "other"
  criticality = "medium"
  stateful    = true
  summary     = "resource behind a service's own API"
  destroy     = ["data_loss", "outage"]
  label       = ["type"]
}
