docs = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/{name}.md"

resource_type "cloudflare_zone" {
  name        = "DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  summary     = "holds a domain's records and settings"
  destroy     = ["data_loss", "outage"]
  destroy_why = "the domain stops resolving, with all its records and settings gone"
  label       = ["name", "zone"]
}

resource_type "cloudflare_record" {
  name        = "DNS record"
  also        = ["cloudflare_dns_record"]
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to an address"
  destroy     = ["outage"]
  telling     = { ttl = "TTL", type = "type", proxied = "proxied" }
  label       = ["name"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/dns_record.md"
}

resource_type "cloudflare_zone_settings_override" {
  name        = "zone settings"
  plural      = "zone settings"
  category    = "dns"
  criticality = "high"
  summary     = "TLS, caching and security of a zone"
  destroy     = ["protection_lost"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/v4.52.0/docs/resources/zone_settings_override.md"
}

resource_type "cloudflare_zone_setting" {
  name        = "zone setting"
  category    = "dns"
  criticality = "high"
  summary     = "one setting of a zone"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_zone_dnssec" {
  name        = "zone signing"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "DNSSEC of a zone"
  destroy     = ["outage"]
  destroy_why = "the domain fails for resolvers that validate while its registrar still names the key"
}

resource_type "cloudflare_page_rule" {
  name        = "page rule"
  category    = "delivery"
  criticality = "medium"
  summary     = "what happens to some requests"
  destroy     = ["outage"]
}

resource_type "cloudflare_ruleset" {
  name        = "rule set"
  category    = "firewall"
  criticality = "high"
  summary     = "rules on requests"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_list" {
  name        = "list"
  category    = "firewall"
  criticality = "medium"
  summary     = "addresses or names that rules use"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_filter" {
  name        = "filter"
  category    = "firewall"
  criticality = "medium"
  part        = true
  summary     = "which requests a rule is about"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_firewall_rule" {
  name        = "firewall rule"
  category    = "firewall"
  criticality = "high"
  summary     = "which requests are stopped"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_access_rule" {
  name        = "IP access rule"
  category    = "firewall"
  criticality = "high"
  summary     = "which addresses are let in"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_rate_limit" {
  name        = "rate limit"
  category    = "firewall"
  criticality = "medium"
  summary     = "how many requests are taken"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_load_balancer" {
  name        = "load balancer"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "spreads traffic over origins"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "cloudflare_load_balancer_pool" {
  name        = "load balancer pool"
  category    = "load balancer"
  criticality = "high"
  summary     = "origins behind a load balancer"
  destroy     = ["outage"]
}

resource_type "cloudflare_load_balancer_monitor" {
  name        = "load balancer monitor"
  category    = "observability"
  criticality = "medium"
  part        = true
  summary     = "watches origins"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_worker_script" {
  name        = "Worker"
  also        = ["cloudflare_workers_script"]
  category    = "compute"
  criticality = "high"
  summary     = "code that runs at the edge"
  destroy     = ["outage"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/workers_script.md"
}

resource_type "cloudflare_worker_route" {
  name        = "Worker route"
  also        = ["cloudflare_workers_route"]
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "which requests a Worker takes"
  destroy     = ["outage"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/workers_route.md"
}

resource_type "cloudflare_workers_kv_namespace" {
  name        = "Workers KV namespace"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "keeps values at the edge"
  destroy     = ["data_loss"]
}

resource_type "cloudflare_workers_kv" {
  name        = "Workers KV entry"
  plural      = "Workers KV entries"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  part        = true
  summary     = "value at the edge"
  destroy     = ["data_loss"]
}

resource_type "cloudflare_r2_bucket" {
  name        = "R2 bucket"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps objects"
  destroy     = ["data_loss", "name_lost"]
}

resource_type "cloudflare_d1_database" {
  name        = "D1 database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database at the edge"
  destroy     = ["data_loss"]
}

resource_type "cloudflare_pages_project" {
  name        = "Pages project"
  category    = "delivery"
  criticality = "high"
  summary     = "site at the edge"
  destroy     = ["outage", "address_lost"]
}

resource_type "cloudflare_pages_domain" {
  name        = "Pages domain"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "own domain of a site"
  destroy     = ["outage"]
}

resource_type "cloudflare_argo_tunnel" {
  name        = "tunnel"
  also        = ["cloudflare_tunnel", "cloudflare_zero_trust_tunnel_cloudflared"]
  category    = "network"
  criticality = "critical"
  stateful    = true
  summary     = "way from Cloudflare to a private network"
  destroy     = ["outage", "credentials_invalid"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_tunnel_cloudflared.md"
}

resource_type "cloudflare_tunnel_config" {
  name        = "tunnel settings"
  plural      = "tunnel settings"
  also        = ["cloudflare_zero_trust_tunnel_cloudflared_config"]
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "what is reached through a tunnel"
  destroy     = ["outage"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_tunnel_cloudflared_config.md"
}

resource_type "cloudflare_access_application" {
  name        = "Access application"
  also        = ["cloudflare_zero_trust_access_application"]
  category    = "identity"
  criticality = "critical"
  summary     = "application behind a sign-in"
  destroy     = ["access_lost", "protection_lost"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_access_application.md"
}

resource_type "cloudflare_access_policy" {
  name        = "Access policy"
  plural      = "Access policies"
  also        = ["cloudflare_zero_trust_access_policy"]
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in to an application"
  destroy     = ["access_lost"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_access_policy.md"
}

resource_type "cloudflare_access_group" {
  name        = "Access group"
  also        = ["cloudflare_zero_trust_access_group"]
  category    = "identity"
  criticality = "high"
  summary     = "people with the same access"
  destroy     = ["access_lost"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_access_group.md"
}

resource_type "cloudflare_access_service_token" {
  name        = "Access service token"
  also        = ["cloudflare_zero_trust_access_service_token"]
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program through a sign-in"
  destroy     = ["credentials_invalid"]
  docs        = "https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/docs/resources/zero_trust_access_service_token.md"
}

resource_type "cloudflare_api_token" {
  name        = "API token"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program use Cloudflare"
  destroy     = ["credentials_invalid"]
}

resource_type "cloudflare_origin_ca_certificate" {
  name        = "origin certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "certificate between Cloudflare and an origin"
  destroy     = ["credentials_invalid"]
}

resource_type "cloudflare_certificate_pack" {
  name        = "certificate pack"
  category    = "certificate"
  criticality = "high"
  summary     = "certificates at the edge"
  destroy     = ["outage"]
}

resource_type "cloudflare_custom_hostname" {
  name        = "custom hostname"
  category    = "delivery"
  criticality = "high"
  summary     = "customer's own domain"
  destroy     = ["outage"]
}

resource_type "cloudflare_email_routing_rule" {
  name        = "mail routing rule"
  category    = "email"
  criticality = "medium"
  summary     = "where mail goes"
  destroy     = ["outage"]
}

resource_type "cloudflare_logpush_job" {
  name        = "log push job"
  category    = "audit"
  criticality = "medium"
  summary     = "passes logs on"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_account_member" {
  name        = "account member"
  category    = "identity"
  criticality = "medium"
  summary     = "person in an account"
  destroy     = ["access_lost"]
}

resource_type "cloudflare_zero_trust_*" {
  name        = "Zero Trust"
  category    = "identity"
  criticality = "medium"
}

resource_type "cloudflare_*" {
  name        = "Cloudflare"
  category    = "delivery"
  criticality = "medium"
}
