docs = "https://github.com/tailscale/terraform-provider-tailscale/blob/main/docs/resources/{name}.md"

resource_type "tailscale_acl" {
  name        = "access policy file"
  plural      = "access policy files"
  category    = "firewall"
  criticality = "critical"
  summary     = "who may reach what in the network"
  destroy     = ["access_lost"]
  destroy_why = "with reset_acl_on_destroy the policy goes back to the default, which allows all connections"
  docs        = "https://tailscale.com/kb/1018/acls"
}

resource_type "tailscale_tailnet_key" {
  name        = "auth key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a machine join the network"
  destroy     = ["credentials_invalid"]
  destroy_why = "machines can no longer join with it, those that joined stay"
  telling     = { reusable = "reusable", ephemeral = "ephemeral", preauthorized = "preauthorized" }
  docs        = "https://tailscale.com/kb/1085/auth-keys"
}

resource_type "tailscale_oauth_client" {
  name        = "OAuth client"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a program use the API"
  destroy     = ["credentials_invalid"]
}

resource_type "tailscale_device_authorization" {
  name        = "device authorization"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets a machine into the network"
  destroy     = ["access_lost"]
}

resource_type "tailscale_device_key" {
  name        = "device key"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "whether a machine's key expires"
  destroy     = ["protection_lost"]
}

resource_type "tailscale_device_subnet_routes" {
  name        = "subnet routes"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "networks behind a machine"
  destroy     = ["outage"]
}

resource_type "tailscale_device_tags" {
  name        = "device tags"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what a machine counts as"
  destroy     = ["access_lost"]
}

resource_type "tailscale_dns_nameservers" {
  name        = "name servers"
  category    = "dns"
  criticality = "high"
  summary     = "who resolves names for the network"
  destroy     = ["outage"]
}

resource_type "tailscale_dns_preferences" {
  name        = "DNS preferences"
  plural      = "DNS preferences"
  category    = "dns"
  criticality = "medium"
  summary     = "whether machines are found by name"
  destroy     = ["outage"]
}

resource_type "tailscale_dns_search_paths" {
  name        = "search domains"
  category    = "dns"
  criticality = "medium"
  summary     = "domains that short names are looked up in"
  destroy     = ["outage"]
}

resource_type "tailscale_dns_split_nameservers" {
  name        = "split name servers"
  category    = "dns"
  criticality = "high"
  summary     = "who resolves one domain's names"
  destroy     = ["outage"]
}

resource_type "tailscale_dns_configuration" {
  name        = "DNS configuration"
  category    = "dns"
  criticality = "high"
  summary     = "how the network resolves names"
  destroy     = ["outage"]
}

resource_type "tailscale_logstream_configuration" {
  name        = "log stream"
  category    = "audit"
  criticality = "medium"
  summary     = "passes logs on"
  destroy     = ["protection_lost"]
}

resource_type "tailscale_posture_integration" {
  name        = "posture integration"
  category    = "identity"
  criticality = "medium"
  summary     = "asks others about a machine's state"
  destroy     = ["access_lost"]
}

resource_type "tailscale_tailnet_settings" {
  name        = "network settings"
  category    = "governance"
  criticality = "high"
  summary     = "settings of the whole network"
  destroy     = ["protection_lost"]
}

resource_type "tailscale_contacts" {
  name        = "contacts"
  category    = "governance"
  criticality = "low"
  summary     = "whom Tailscale writes to"
  destroy     = []
}

resource_type "tailscale_webhook" {
  name        = "webhook"
  category    = "messaging"
  criticality = "low"
  summary     = "tells others of events"
  destroy     = ["protection_lost"]
}

resource_type "tailscale_*" {
  name        = "Tailscale"
  category    = "network"
  criticality = "medium"
}
