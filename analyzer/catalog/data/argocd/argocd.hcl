docs = "https://github.com/argoproj-labs/terraform-provider-argocd/blob/master/docs/resources/{name}.md"

resource_type "argocd_application" {
  name        = "Argo CD application"
  category    = "kubernetes"
  criticality = "high"
  summary     = "what is kept in step with Git"
  destroy     = ["outage"]
  destroy_why = "what it deployed goes with it when cascade is on"
}

resource_type "argocd_application_set" {
  name        = "Argo CD application set"
  category    = "kubernetes"
  criticality = "high"
  summary     = "makes applications"
  destroy     = ["outage"]
  destroy_why = "its applications go with it"
}

resource_type "argocd_project" {
  name        = "Argo CD project"
  category    = "kubernetes"
  criticality = "high"
  summary     = "what applications may do"
  destroy     = ["access_lost"]
}

resource_type "argocd_cluster" {
  name        = "Argo CD cluster"
  category    = "cluster"
  criticality = "high"
  summary     = "cluster that is deployed to"
  destroy     = ["outage"]
}

resource_type "argocd_repository" {
  name        = "Argo CD repository"
  category    = "source"
  criticality = "high"
  summary     = "repository that is read"
  destroy     = ["outage"]
}

resource_type "argocd_repository_credentials" {
  name        = "Argo CD repository credentials"
  plural      = "Argo CD repository credentials"
  category    = "secret"
  criticality = "high"
  summary     = "how repositories are signed in to"
  destroy     = ["credentials_invalid"]
}

resource_type "argocd_account_token" {
  name        = "Argo CD token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "lets programs in"
  destroy     = ["credentials_invalid"]
}

resource_type "argocd_project_token" {
  name        = "Argo CD project token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "lets programs in"
  destroy     = ["credentials_invalid"]
}
