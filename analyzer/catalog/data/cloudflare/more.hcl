resource_type "cloudflare_account" {
  name        = "Cloudflare account"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "zones and members"
  destroy     = ["data_loss", "outage"]
}

resource_type "cloudflare_queue" {
  name        = "Cloudflare queue"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "messages that wait for a reader"
  destroy     = ["data_loss", "outage"]
}

resource_type "cloudflare_queue_consumer" {
  name        = "Cloudflare queue consumer"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "reader of a queue"
  destroy     = ["outage"]
}

resource_type "cloudflare_workers_custom_domain" {
  name        = "Workers domain"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "domain that a worker answers on"
  destroy     = ["outage"]
}

resource_type "cloudflare_workers_cron_trigger" {
  name        = "Workers schedule"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "when a worker runs"
  destroy     = ["outage"]
}

resource_type "cloudflare_workers_deployment" {
  name        = "Workers deployment"
  category    = "compute"
  criticality = "high"
  part        = true
  summary     = "version of a worker that answers"
  destroy     = ["outage"]
}

resource_type "cloudflare_zero_trust_access_identity_provider" {
  name        = "Zero Trust identity provider"
  category    = "identity"
  criticality = "critical"
  summary     = "how people sign in"
  destroy     = ["access_lost"]
}

resource_type "cloudflare_zero_trust_gateway_policy" {
  name        = "Zero Trust gateway policy"
  category    = "firewall"
  criticality = "high"
  summary     = "what people may reach"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_zero_trust_tunnel_cloudflared_route" {
  name        = "Cloudflare tunnel route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "addresses behind a tunnel"
  destroy     = ["outage"]
}

resource_type "cloudflare_zero_trust_list" {
  name        = "Zero Trust list"
  category    = "firewall"
  criticality = "medium"
  summary     = "values that policies use"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_zero_trust_organization" {
  name        = "Zero Trust organization"
  category    = "identity"
  criticality = "critical"
  summary     = "sign-in page and its domain"
  destroy     = ["access_lost"]
}

resource_type "cloudflare_zero_trust_device_posture_rule" {
  name        = "device posture rule"
  category    = "identity"
  criticality = "medium"
  summary     = "what a device must be like"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_r2_custom_domain" {
  name        = "R2 bucket domain"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "domain of a bucket"
  destroy     = ["outage"]
}

resource_type "cloudflare_r2_bucket_cors" {
  name        = "R2 bucket CORS rules"
  plural      = "R2 bucket CORS rules"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "which sites may read a bucket"
  destroy     = ["outage"]
}

resource_type "cloudflare_r2_bucket_lifecycle" {
  name        = "R2 bucket lifecycle"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "when objects are deleted"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_turnstile_widget" {
  name        = "Turnstile widget"
  category    = "firewall"
  criticality = "medium"
  summary     = "tells people from robots"
  destroy     = ["outage", "credentials_invalid"]
}

resource_type "cloudflare_spectrum_application" {
  name        = "Spectrum application"
  category    = "delivery"
  criticality = "critical"
  summary     = "passes TCP and UDP on"
  destroy     = ["outage"]
}

resource_type "cloudflare_waiting_room" {
  name        = "waiting room"
  category    = "delivery"
  criticality = "medium"
  summary     = "lets visitors wait"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_zone_lockdown" {
  name        = "zone lockdown"
  category    = "firewall"
  criticality = "high"
  summary     = "who may see a page"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_user_agent_blocking_rule" {
  name        = "user agent rule"
  category    = "firewall"
  criticality = "medium"
  summary     = "programs that are refused"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_notification_policy" {
  name        = "Cloudflare notification"
  category    = "observability"
  criticality = "low"
  summary     = "who is told of what"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_mtls_certificate" {
  name        = "mTLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "authority whose clients are let in"
  destroy     = ["access_lost"]
}

resource_type "cloudflare_custom_ssl" {
  name        = "custom TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "cloudflare_healthcheck" {
  name        = "Cloudflare health check"
  category    = "observability"
  criticality = "medium"
  summary     = "watches whether a server answers"
  destroy     = ["protection_lost"]
}

resource_type "cloudflare_email_routing_address" {
  name        = "email routing address"
  category    = "email"
  criticality = "medium"
  summary     = "where mail goes"
  destroy     = ["outage"]
}

resource_type "cloudflare_email_routing_settings" {
  name        = "email routing setting"
  category    = "email"
  criticality = "high"
  summary     = "whether mail is passed on"
  destroy     = ["outage"]
}

resource_type "cloudflare_tiered_cache" {
  name        = "tiered cache"
  category    = "delivery"
  criticality = "low"
  part        = true
  summary     = "how the cache is filled"
  destroy     = []
}

resource_type "cloudflare_hyperdrive_config" {
  name        = "Hyperdrive configuration"
  category    = "database"
  criticality = "high"
  summary     = "way from workers to a database"
  destroy     = ["outage"]
}
