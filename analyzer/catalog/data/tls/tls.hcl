docs = "https://github.com/hashicorp/terraform-provider-tls/blob/main/docs/resources/{name}.md"

resource_type "tls_private_key" {
  name        = "private key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "key that the state keeps"
  destroy     = ["credentials_invalid"]
  destroy_why = "certificates and logins made with it no longer fit"
  telling     = { algorithm = "algorithm", rsa_bits = "bits" }
}

resource_type "tls_self_signed_cert" {
  name        = "self-signed certificate"
  category    = "certificate"
  criticality = "medium"
  stateful    = true
  summary     = "certificate without an authority"
  destroy     = ["credentials_invalid"]
  destroy_why = "whoever trusts it must trust another one"
}

resource_type "tls_locally_signed_cert" {
  name        = "signed certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "certificate of an own authority"
  destroy     = ["credentials_invalid"]
  destroy_why = "what presents it needs the new one"
}

resource_type "tls_cert_request" {
  name        = "certificate request"
  category    = "certificate"
  criticality = "low"
  summary     = "asks an authority for a certificate"
  destroy     = []
}
