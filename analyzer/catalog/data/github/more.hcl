resource_type "github_actions_organization_workflow_permissions" {
  name        = "organization workflow permissions"
  plural      = "organization workflow permissions"
  category    = "ci"
  criticality = "high"
  summary     = "what workflows may do"
  destroy     = ["access_lost"]
}

resource_type "github_actions_repository_access_level" {
  name        = "Actions access level"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "who may use a repository's actions"
  destroy     = ["access_lost"]
}

resource_type "github_codespaces_secret" {
  name        = "Codespaces secret"
  category    = "secret"
  criticality = "medium"
  stateful    = true
  summary     = "secret of development machines"
  destroy     = ["credentials_invalid"]
}

resource_type "github_dependabot_organization_secret" {
  name        = "organization Dependabot secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret of Dependabot"
  destroy     = ["credentials_invalid"]
}

resource_type "github_issue" {
  name        = "GitHub issue"
  category    = "source"
  criticality = "low"
  summary     = "issue of a repository"
  destroy     = []
}

resource_type "github_organization_custom_role" {
  name        = "organization role"
  category    = "identity"
  criticality = "high"
  summary     = "rights in an organization"
  destroy     = ["access_lost"]
}

resource_type "github_organization_role_team" {
  name        = "organization role of a team"
  plural      = "organization roles of teams"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights of a team"
  destroy     = ["access_lost"]
}

resource_type "github_organization_security_manager" {
  name        = "security manager"
  category    = "identity"
  criticality = "high"
  summary     = "team that sees findings"
  destroy     = ["access_lost"]
}

resource_type "github_repository_autolink_reference" {
  name        = "autolink"
  category    = "source"
  criticality = "low"
  part        = true
  summary     = "links to an issue tracker"
  destroy     = []
}

resource_type "github_repository_custom_property" {
  name        = "repository property"
  category    = "governance"
  criticality = "low"
  part        = true
  summary     = "property of a repository"
  destroy     = []
}

resource_type "github_repository_deployment_branch_policy" {
  name        = "deployment branch policy"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "branches that may be deployed"
  destroy     = ["protection_lost"]
}

resource_type "github_repository_milestone" {
  name        = "milestone"
  category    = "source"
  criticality = "low"
  summary     = "goal of issues"
  destroy     = []
}

resource_type "github_team_settings" {
  name        = "team settings"
  plural      = "team settings"
  category    = "source"
  criticality = "low"
  part        = true
  summary     = "review assignment of a team"
  destroy     = []
}

resource_type "github_user_gpg_key" {
  name        = "GPG key"
  category    = "identity"
  criticality = "medium"
  summary     = "key that commits are signed with"
  destroy     = ["credentials_invalid"]
}

resource_type "github_workflow_repository_permissions" {
  name        = "workflow permissions"
  plural      = "workflow permissions"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "what workflows may do"
  destroy     = ["access_lost"]
}
