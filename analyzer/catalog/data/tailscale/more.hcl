resource_type "tailscale_service" {
  name        = "Tailscale service"
  category    = "network"
  criticality = "high"
  summary     = "service that machines offer"
  destroy     = ["outage"]
}

resource_type "tailscale_federated_identity" {
  name        = "federated identity"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in without a key"
  destroy     = ["access_lost"]
}

resource_type "tailscale_aws_external_id" {
  name        = "AWS external ID"
  category    = "identity"
  criticality = "low"
  summary     = "ties a log stream to an AWS account"
  destroy     = ["access_lost"]
}
