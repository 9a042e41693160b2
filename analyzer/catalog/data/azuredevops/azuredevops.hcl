docs = "https://github.com/microsoft/terraform-provider-azuredevops/blob/main/website/docs/r/{name}.html.markdown"

resource_type "azuredevops_project" {
  name        = "DevOps project"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "code, boards and pipelines of a project"
  destroy     = ["data_loss"]
}

resource_type "azuredevops_git_repository" {
  name        = "Git repository"
  plural      = "Git repositories"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "keeps code"
  destroy     = ["data_loss"]
  docs        = "https://github.com/microsoft/terraform-provider-azuredevops/blob/main/website/docs/r/git_repository.html.markdown"
}

resource_type "azuredevops_build_definition" {
  name        = "pipeline"
  category    = "ci"
  criticality = "medium"
  summary     = "builds code"
  destroy     = ["outage"]
}

resource_type "azuredevops_variable_group" {
  name        = "variable group"
  category    = "ci"
  criticality = "medium"
  stateful    = true
  summary     = "settings and secrets of pipelines"
  destroy     = ["credentials_invalid"]
}

resource_type "azuredevops_serviceendpoint_*" {
  name        = "service connection"
  category    = "ci"
  criticality = "high"
}

resource_type "azuredevops_branch_policy_*" {
  name        = "branch policy"
  category    = "source"
  criticality = "high"
}

resource_type "azuredevops_*" {
  name        = "Azure DevOps"
  category    = "ci"
  criticality = "medium"
}
