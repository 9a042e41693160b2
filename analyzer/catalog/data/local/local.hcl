docs = "https://github.com/hashicorp/terraform-provider-local/blob/main/docs/resources/{name}.md"

resource_type "local_file" {
  name        = "local file"
  category    = "helper"
  criticality = "low"
  summary     = "file on the machine that applies"
  destroy     = []
  label       = ["filename"]
}

resource_type "local_sensitive_file" {
  name        = "secret local file"
  category    = "secret"
  criticality = "medium"
  summary     = "secret file on the machine that applies"
  destroy     = []
}
