docs = "https://github.com/fluxcd/terraform-provider-flux/blob/main/docs/resources/{name}.md"

resource_type "flux_bootstrap_git" {
  name        = "Flux installation"
  category    = "kubernetes"
  criticality = "critical"
  stateful    = true
  summary     = "keeps a cluster in step with a repository"
  destroy     = ["outage"]
  destroy_why = "Flux is uninstalled and nothing keeps the cluster in step"
  telling     = { version = "version", path = "path" }
}
