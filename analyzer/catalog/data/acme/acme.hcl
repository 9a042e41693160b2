docs = "https://github.com/vancluever/terraform-provider-acme/blob/main/docs/resources/{name}.md"

resource_type "acme_certificate" {
  name        = "ACME certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "proves who a site is"
  destroy     = ["credentials_invalid"]
  destroy_why = "it is revoked when it goes, unless revoke_certificate_on_destroy is off"
}

resource_type "acme_registration" {
  name        = "ACME account"
  category    = "certificate"
  criticality = "medium"
  stateful    = true
  summary     = "account that certificates are asked for with"
  destroy     = ["credentials_invalid"]
}
