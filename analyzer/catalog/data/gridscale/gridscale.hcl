docs = "https://github.com/gridscale/terraform-provider-gridscale/blob/master/website/docs/r/{name}.html.md"

resource_type "gridscale_k8s" {
  name        = "gridscale Kubernetes cluster"
  category    = "cluster"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "Kubernetes control plane and machines"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "gridscale_server" {
  name        = "gridscale server"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machine"
  destroy     = ["outage"]
}

resource_type "gridscale_*" {
  name        = "gridscale"
  category    = "other"
  criticality = "medium"
}
