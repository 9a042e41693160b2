docs = "https://github.com/hashicorp/terraform-provider-tfe/blob/main/website/docs/r/{name}.html.markdown"

resource_type "tfe_workspace" {
  name        = "Terraform workspace"
  category    = "ci"
  criticality = "critical"
  stateful    = true
  summary     = "runs and state of a configuration"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its state and variables go with it"
}

resource_type "tfe_workspace_settings" {
  name        = "workspace settings"
  plural      = "workspace settings"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "how a workspace runs"
  destroy     = []
}

resource_type "tfe_project" {
  name        = "Terraform project"
  category    = "governance"
  criticality = "high"
  summary     = "workspaces that belong together"
  destroy     = ["access_lost"]
}

resource_type "tfe_organization" {
  name        = "Terraform organization"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "workspaces and teams"
  destroy     = ["data_loss", "access_lost"]
}

resource_type "tfe_team" {
  name        = "Terraform team"
  category    = "identity"
  criticality = "high"
  summary     = "people with the same rights"
  destroy     = ["access_lost"]
}

resource_type "tfe_team_access" {
  name        = "workspace access"
  plural      = "workspace accesses"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights of a team in a workspace"
  destroy     = ["access_lost"]
}

resource_type "tfe_team_project_access" {
  name        = "project access"
  plural      = "project accesses"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights of a team in a project"
  destroy     = ["access_lost"]
}

resource_type "tfe_team_token" {
  name        = "team token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of a team"
  destroy     = ["credentials_invalid"]
}

resource_type "tfe_variable" {
  name        = "workspace variable"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "value that runs read"
  destroy     = ["credentials_invalid"]
}

resource_type "tfe_variable_set" {
  name        = "variable set"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "values that several workspaces read"
  destroy     = ["credentials_invalid"]
}

resource_type "tfe_workspace_variable_set" {
  name        = "workspace variable set"
  category    = "secret"
  criticality = "medium"
  part        = true
  summary     = "workspace that reads a set of values"
  destroy     = ["outage"]
}

resource_type "tfe_project_variable_set" {
  name        = "project variable set"
  category    = "secret"
  criticality = "medium"
  part        = true
  summary     = "project that reads a set of values"
  destroy     = ["outage"]
}

resource_type "tfe_policy_set" {
  name        = "policy set"
  category    = "governance"
  criticality = "high"
  summary     = "rules that runs are held against"
  destroy     = ["protection_lost"]
}

resource_type "tfe_notification_configuration" {
  name        = "run notification"
  category    = "observability"
  criticality = "low"
  summary     = "who is told of runs"
  destroy     = ["protection_lost"]
}

resource_type "tfe_oauth_client" {
  name        = "source connection"
  category    = "identity"
  criticality = "high"
  summary     = "way to the source code"
  destroy     = ["outage"]
}

resource_type "tfe_agent_pool" {
  name        = "agent pool"
  category    = "ci"
  criticality = "high"
  summary     = "machines that runs are on"
  destroy     = ["outage"]
}

resource_type "tfe_run_trigger" {
  name        = "run trigger"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "workspace that starts another one"
  destroy     = ["outage"]
}
