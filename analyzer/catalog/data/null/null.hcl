docs = "https://github.com/hashicorp/terraform-provider-null/blob/main/docs/resources/{name}.md"

resource_type "null_resource" {
  name        = "provisioning step"
  category    = "helper"
  criticality = "low"
  summary     = "runs provisioners, and again when its triggers change"
  destroy     = []
  docs        = "https://github.com/hashicorp/terraform-provider-null/blob/main/docs/resources/resource.md"
}
