docs = "https://github.com/DeviaVir/terraform-provider-gsuite/blob/master/website/docs/r/{name}.md"

resource_type "gsuite_group" {
  name        = "Workspace group"
  category    = "identity"
  criticality = "high"
  summary     = "people who share a mail address and rights"
  destroy     = ["access_lost"]
}

resource_type "gsuite_group_members" {
  name        = "Workspace group members"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody in a group"
  destroy     = ["access_lost"]
}
