docs = "https://github.com/gitlabhq/terraform-provider-gitlab/blob/main/docs/resources/{name}.md"

resource_type "gitlab_project" {
  name        = "GitLab project"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "code, issues and their history"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "code, issues and history are gone"
}

resource_type "gitlab_group" {
  name        = "GitLab group"
  category    = "source"
  criticality = "critical"
  stateful    = true
  summary     = "projects that belong together"
  destroy     = ["data_loss", "access_lost"]
  destroy_why = "its projects go with it"
}

resource_type "gitlab_project_variable" {
  name        = "GitLab CI variable"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "value that pipelines read"
  destroy     = ["credentials_invalid"]
  destroy_why = "pipelines that read it fail"
}

resource_type "gitlab_group_variable" {
  name        = "GitLab group variable"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "value that pipelines read"
  destroy     = ["credentials_invalid"]
  destroy_why = "pipelines that read it fail"
}

resource_type "gitlab_instance_variable" {
  name        = "GitLab instance variable"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "value that pipelines read"
  destroy     = ["credentials_invalid"]
  destroy_why = "pipelines that read it fail"
}

resource_type "gitlab_branch" {
  name        = "GitLab branch"
  category    = "source"
  criticality = "medium"
  stateful    = true
  summary     = "line of work"
  destroy     = ["data_loss"]
}

resource_type "gitlab_branch_protection" {
  name        = "GitLab branch protection"
  category    = "source"
  criticality = "high"
  part        = true
  summary     = "who may push to a branch"
  destroy     = ["protection_lost"]
}

resource_type "gitlab_tag_protection" {
  name        = "GitLab tag protection"
  category    = "source"
  criticality = "medium"
  part        = true
  summary     = "who may make tags"
  destroy     = ["protection_lost"]
}

resource_type "gitlab_project_membership" {
  name        = "GitLab project member"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who may work on a project"
  destroy     = ["access_lost"]
}

resource_type "gitlab_group_membership" {
  name        = "GitLab group member"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who may work in a group"
  destroy     = ["access_lost"]
}

resource_type "gitlab_user" {
  name        = "GitLab user"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "who signs in"
  destroy     = ["access_lost"]
}

resource_type "gitlab_deploy_key" {
  name        = "GitLab deploy key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "key that programs read code with"
  destroy     = ["credentials_invalid"]
}

resource_type "gitlab_project_access_token" {
  name        = "GitLab project token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of a project"
  destroy     = ["credentials_invalid"]
}

resource_type "gitlab_group_access_token" {
  name        = "GitLab group token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of a group"
  destroy     = ["credentials_invalid"]
}

resource_type "gitlab_personal_access_token" {
  name        = "GitLab personal token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "token of a user"
  destroy     = ["credentials_invalid"]
}

resource_type "gitlab_pipeline_schedule" {
  name        = "GitLab pipeline schedule"
  category    = "ci"
  criticality = "medium"
  summary     = "when a pipeline runs"
  destroy     = ["outage"]
}

resource_type "gitlab_project_hook" {
  name        = "GitLab webhook"
  category    = "ci"
  criticality = "medium"
  summary     = "tells others of changes"
  destroy     = ["outage"]
}

resource_type "gitlab_project_approval_rule" {
  name        = "GitLab approval rule"
  category    = "source"
  criticality = "high"
  part        = true
  summary     = "who must agree to changes"
  destroy     = ["protection_lost"]
}

resource_type "gitlab_user_runner" {
  name        = "GitLab runner"
  category    = "ci"
  criticality = "high"
  stateful    = true
  summary     = "machine that runs pipelines"
  destroy     = ["credentials_invalid"]
}

resource_type "gitlab_cluster_agent" {
  name        = "GitLab cluster agent"
  category    = "ci"
  criticality = "high"
  summary     = "way to a cluster"
  destroy     = ["outage"]
}

resource_type "gitlab_project_environment" {
  name        = "GitLab environment"
  category    = "ci"
  criticality = "medium"
  summary     = "where a project is deployed to"
  destroy     = []
}

resource_type "gitlab_repository_file" {
  name        = "GitLab file"
  category    = "source"
  criticality = "medium"
  stateful    = true
  summary     = "file of a repository"
  destroy     = ["data_loss"]
}
