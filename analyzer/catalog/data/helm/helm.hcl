docs = "https://github.com/hashicorp/terraform-provider-helm/blob/main/docs/resources/{name}.md"

resource_type "helm_release" {
  name        = "Helm release"
  category    = "kubernetes"
  criticality = "high"
  stateful    = true
  summary     = "application on a cluster"
  destroy     = ["outage"]
  destroy_why = "everything that its chart made is deleted"
  telling     = { version = "version", chart = "chart", namespace = "namespace" }
  label       = ["name"]
  docs        = "https://helm.sh/docs/helm/helm_uninstall/"
}
