docs = "https://github.com/gavinbunney/terraform-provider-kubectl/blob/master/docs/resources/{name}.md"

resource_type "kubectl_manifest" {
  name        = "Kubernetes object"
  category    = "kubernetes"
  criticality = "medium"
  stateful    = true
  summary     = "object given as a manifest"
  destroy     = ["outage"]
  destroy_why = "deleting a custom resource definition deletes all its objects"
  docs        = "https://github.com/gavinbunney/terraform-provider-kubectl/blob/master/docs/resources/kubectl_manifest.md"
  label       = ["name"]
}

resource_type "kubectl_server_version" {
  name        = "cluster version"
  category    = "kubernetes"
  criticality = "low"
  summary     = "version that a cluster answers with"
  destroy     = []
  docs        = "https://github.com/gavinbunney/terraform-provider-kubectl/blob/master/docs/resources/kubectl_server_version.md"
}
