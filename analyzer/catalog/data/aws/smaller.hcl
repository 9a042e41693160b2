# Smaller services that plans hold now and then.

resource_type "aws_api_gateway_documentation_part" {
  name        = "API documentation part"
  category    = "delivery"
  criticality = "low"
  part        = true
  summary     = "text on one piece of an API"
  destroy     = []
}

resource_type "aws_api_gateway_documentation_version" {
  name        = "API documentation version"
  category    = "delivery"
  criticality = "low"
  summary     = "what a stage's documentation says"
  destroy     = []
}

resource_type "aws_appmesh_virtual_node" {
  name        = "App Mesh node"
  category    = "network"
  criticality = "high"
  summary     = "service within a mesh"
  destroy     = ["outage"]
}

resource_type "aws_lightsail_container_service_deployment_version" {
  name        = "Lightsail deployment"
  category    = "compute"
  criticality = "high"
  part        = true
  summary     = "containers that a service runs"
  destroy     = ["outage"]
}

resource_type "aws_pinpoint_app" {
  name        = "Pinpoint project"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "segments and campaigns of an application"
  destroy     = ["data_loss"]
}

resource_type "aws_pinpoint_email_channel" {
  name        = "Pinpoint mail channel"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "lets a project send mail"
  destroy     = ["outage"]
  telling     = { enabled = "enabled" }
}
