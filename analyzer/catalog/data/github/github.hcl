docs = "https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/{name}.md"

resource_type "github_repository" {
  name        = "repository"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "keeps code, issues and their history"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "code, issues and history are gone unless archive_on_destroy is set"
  telling     = { visibility = "visibility", archived = "archived", default_branch = "default branch" }
  label       = ["name"]

  protection "soft_delete" {
    attribute = "archive_on_destroy"
    on        = "true"
    default   = "false"
  }
}

resource_type "github_branch" {
  name        = "branch"
  plural      = "branches"
  category    = "source"
  criticality = "medium"
  stateful    = true
  summary     = "line of development"
  destroy     = ["data_loss"]
}

resource_type "github_branch_default" {
  name        = "default branch"
  plural      = "default branches"
  category    = "source"
  criticality = "medium"
  part        = true
  summary     = "branch that people see first"
  destroy     = []
  telling     = { branch = "branch" }
}

resource_type "github_branch_protection" {
  name        = "branch protection"
  also        = ["github_branch_protection_v3"]
  category    = "source"
  criticality = "high"
  part        = true
  summary     = "what may be pushed and merged"
  destroy     = ["protection_lost"]
  telling     = { enforce_admins = "also for administrators", allows_force_pushes = "force pushes", allows_deletions = "deletion" }
}

resource_type "github_repository_ruleset" {
  name        = "repository rule set"
  category    = "source"
  criticality = "high"
  part        = true
  summary     = "what may be pushed and merged"
  destroy     = ["protection_lost"]
  telling     = { enforcement = "enforcement" }
}

resource_type "github_organization_ruleset" {
  name        = "organization rule set"
  category    = "source"
  criticality = "critical"
  summary     = "what may be pushed and merged anywhere"
  destroy     = ["protection_lost"]
  telling     = { enforcement = "enforcement" }
}

resource_type "github_repository_file" {
  name        = "repository file"
  category    = "source"
  criticality = "medium"
  stateful    = true
  summary     = "file in a repository"
  destroy     = ["data_loss"]
}

resource_type "github_repository_environment" {
  name        = "deployment environment"
  category    = "ci"
  criticality = "medium"
  stateful    = true
  summary     = "guards and secrets of deployments"
  destroy     = ["credentials_invalid", "protection_lost"]
  destroy_why = "its secrets are gone and its approvals no longer asked for"
}

resource_type "github_repository_environment_deployment_policy" {
  name        = "deployment policy"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "which branches may deploy"
  destroy     = ["protection_lost"]
}

resource_type "github_repository_webhook" {
  name        = "repository webhook"
  category    = "messaging"
  criticality = "medium"
  summary     = "tells others of events"
  destroy     = ["outage"]
}

resource_type "github_organization_webhook" {
  name        = "organization webhook"
  category    = "messaging"
  criticality = "medium"
  summary     = "tells others of events"
  destroy     = ["outage"]
}

resource_type "github_repository_deploy_key" {
  name        = "deploy key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program read or write a repository"
  destroy     = ["credentials_invalid"]
  telling     = { read_only = "read only" }
}

resource_type "github_repository_collaborator" {
  name        = "collaborator"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "person who may work on a repository"
  destroy     = ["access_lost"]
  telling     = { permission = "permission" }
}

resource_type "github_repository_collaborators" {
  name        = "collaborators"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody who may work on a repository"
  destroy     = ["access_lost"]
}

resource_type "github_repository_topics" {
  name        = "topics"
  category    = "source"
  criticality = "low"
  part        = true
  summary     = "words that a repository is found by"
  destroy     = []
}

resource_type "github_repository_pull_request" {
  name        = "pull request"
  category    = "source"
  criticality = "low"
  summary     = "change that waits for review"
  destroy     = []
}

resource_type "github_repository_dependabot_security_updates" {
  name        = "security updates"
  category    = "source"
  criticality = "medium"
  part        = true
  summary     = "mends known holes in dependencies"
  destroy     = ["protection_lost"]
}

resource_type "github_actions_secret" {
  name        = "Actions secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret of workflows"
  destroy     = ["credentials_invalid"]
  destroy_why = "workflows that read it fail"
  label       = ["secret_name"]
}

resource_type "github_actions_environment_secret" {
  name        = "environment secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret of deployments"
  destroy     = ["credentials_invalid"]
  destroy_why = "workflows that read it fail"
  label       = ["secret_name"]
}

resource_type "github_actions_organization_secret" {
  name        = "organization secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret of many repositories' workflows"
  destroy     = ["credentials_invalid"]
  destroy_why = "workflows that read it fail"
  label       = ["secret_name"]
}

resource_type "github_actions_variable" {
  name        = "Actions variable"
  category    = "ci"
  criticality = "medium"
  summary     = "setting of workflows"
  destroy     = ["outage"]
  label       = ["variable_name"]
}

resource_type "github_actions_environment_variable" {
  name        = "environment variable"
  category    = "ci"
  criticality = "medium"
  summary     = "setting of deployments"
  destroy     = ["outage"]
  label       = ["variable_name"]
}

resource_type "github_actions_organization_variable" {
  name        = "organization variable"
  category    = "ci"
  criticality = "medium"
  summary     = "setting of many repositories' workflows"
  destroy     = ["outage"]
  label       = ["variable_name"]
}

resource_type "github_actions_repository_permissions" {
  name        = "Actions permissions"
  category    = "ci"
  criticality = "high"
  part        = true
  summary     = "which actions may run"
  destroy     = ["access_lost"]
}

resource_type "github_actions_organization_permissions" {
  name        = "organization Actions permissions"
  category    = "ci"
  criticality = "high"
  summary     = "which actions may run anywhere"
  destroy     = ["access_lost"]
}

resource_type "github_actions_runner_group" {
  name        = "runner group"
  category    = "ci"
  criticality = "medium"
  summary     = "machines that workflows run on"
  destroy     = ["outage"]
}

resource_type "github_actions_organization_oidc_subject_claim_customization_template" {
  name        = "OIDC subject template"
  category    = "identity"
  criticality = "high"
  summary     = "how workflows are named towards a cloud"
  destroy     = ["access_lost"]
}

resource_type "github_dependabot_secret" {
  name        = "Dependabot secret"
  category    = "secret"
  criticality = "medium"
  stateful    = true
  summary     = "secret of Dependabot"
  destroy     = ["credentials_invalid"]
}

resource_type "github_team" {
  name        = "team"
  category    = "identity"
  criticality = "high"
  summary     = "people with the same rights"
  destroy     = ["access_lost"]
  telling     = { privacy = "privacy" }
  label       = ["name"]
}

resource_type "github_team_membership" {
  name        = "team membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "person in a team"
  destroy     = ["access_lost"]
  telling     = { role = "role" }
}

resource_type "github_team_members" {
  name        = "team members"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody in a team"
  destroy     = ["access_lost"]
}

resource_type "github_team_repository" {
  name        = "team grant"
  plural      = "team grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a team may do in a repository"
  destroy     = ["access_lost"]
  telling     = { permission = "permission" }
}

resource_type "github_team_sync_group_mapping" {
  name        = "team sync"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "fills a team from a directory"
  destroy     = ["access_lost"]
}

resource_type "github_membership" {
  name        = "organization membership"
  category    = "identity"
  criticality = "high"
  summary     = "person in the organization"
  destroy     = ["access_lost"]
  telling     = { role = "role" }
}

resource_type "github_organization_settings" {
  name        = "organization settings"
  category    = "governance"
  criticality = "critical"
  summary     = "settings of the whole organization"
  destroy     = ["protection_lost"]
}

resource_type "github_app_installation_repository" {
  name        = "app installation"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "lets an app into a repository"
  destroy     = ["access_lost"]
}

resource_type "github_issue_label" {
  name        = "issue label"
  also        = ["github_issue_labels"]
  category    = "source"
  criticality = "low"
  summary     = "word on issues"
  destroy     = []
}

resource_type "github_release" {
  name        = "release"
  category    = "source"
  criticality = "medium"
  stateful    = true
  summary     = "version that people download"
  destroy     = ["data_loss"]
}

resource_type "github_user_ssh_key" {
  name        = "user SSH key"
  category    = "identity"
  criticality = "medium"
  summary     = "lets a person push"
  destroy     = ["credentials_invalid"]
}

resource_type "github_*" {
  name        = "GitHub"
  category    = "source"
  criticality = "medium"
}
