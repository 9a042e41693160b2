# Google Cloud: network, firewall, load balancing, DNS.
docs = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/{name}.html.markdown"

resource_type "google_compute_network" {
  name        = "VPC network"
  category    = "network"
  criticality = "critical"
  summary     = "private network that everything else lies in"
  destroy     = ["outage"]
  telling     = { routing_mode = "routing mode", mtu = "MTU" }
  label       = ["name"]
}

resource_type "google_compute_subnetwork" {
  name        = "subnet"
  category    = "network"
  criticality = "high"
  summary     = "part of a network in one region"
  destroy     = ["outage"]
  telling     = { ip_cidr_range = "address range", private_ip_google_access = "private Google access" }
  label       = ["name"]
}

resource_type "google_compute_subnetwork_iam_*" {
  name        = "subnet IAM"
  category    = "identity"
  criticality = "high"
}

resource_type "google_compute_network_peering" {
  name        = "network peering"
  category    = "network"
  criticality = "high"
  summary     = "joins two networks"
  destroy     = ["outage"]
}

resource_type "google_compute_shared_vpc_host_project" {
  name        = "shared VPC host"
  category    = "network"
  criticality = "critical"
  summary     = "project whose network others use"
  destroy     = ["outage"]
}

resource_type "google_compute_shared_vpc_service_project" {
  name        = "shared VPC member"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "project that uses another's network"
  destroy     = ["outage"]
}

resource_type "google_compute_router" {
  name        = "Cloud Router"
  category    = "network"
  criticality = "high"
  summary     = "exchanges routes"
  destroy     = ["outage"]
}

resource_type "google_compute_router_nat" {
  name        = "Cloud NAT"
  plural      = "Cloud NATs"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "way out to the internet for private machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_compute_route" {
  name        = "route"
  category    = "network"
  criticality = "high"
  summary     = "one way out of a network"
  destroy     = ["outage"]
}

resource_type "google_compute_address" {
  name        = "static address"
  plural      = "static addresses"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed address in a region"
  destroy     = ["outage", "address_lost"]
  destroy_why = "the address goes back to Google"
}

resource_type "google_compute_global_address" {
  name        = "global static address"
  plural      = "global static addresses"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed address of a global load balancer"
  destroy     = ["outage", "address_lost"]
  destroy_why = "the address goes back to Google"
}

resource_type "google_compute_interconnect_attachment" {
  name        = "interconnect attachment"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "line to a network outside Google"
  destroy     = ["outage"]
}

resource_type "google_compute_vpn_tunnel" {
  name        = "VPN tunnel"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "tunnel to another network"
  destroy     = ["outage", "credentials_invalid"]
}

resource_type "google_compute_vpn_gateway" {
  name        = "VPN gateway"
  category    = "network"
  criticality = "high"
  summary     = "Google side of a VPN"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_compute_ha_vpn_gateway" {
  name        = "HA VPN gateway"
  category    = "network"
  criticality = "high"
  summary     = "Google side of a VPN"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_compute_external_vpn_gateway" {
  name        = "external VPN gateway"
  category    = "network"
  criticality = "high"
  summary     = "other side of a VPN"
  destroy     = ["outage"]
}

resource_type "google_compute_service_attachment" {
  name        = "service attachment"
  category    = "network"
  criticality = "high"
  summary     = "offers a service to other networks"
  destroy     = ["outage"]
}

resource_type "google_service_networking_connection" {
  name        = "private service connection"
  category    = "network"
  criticality = "high"
  summary     = "joins a network with Google's own services"
  destroy     = ["outage"]
  destroy_why = "databases reached over it are cut off"
}

resource_type "google_vpc_access_connector" {
  name        = "VPC connector"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "lets serverless code into a network"
  destroy     = ["outage"]
}

resource_type "google_network_connectivity_*" {
  name        = "network connectivity"
  category    = "network"
  criticality = "high"
}

resource_type "google_vmwareengine_network" {
  name        = "VMware Engine network"
  category    = "network"
  criticality = "critical"
  summary     = "network of a private cloud"
  destroy     = ["outage"]
}

resource_type "google_vmwareengine_network_peering" {
  name        = "VMware Engine peering"
  category    = "network"
  criticality = "high"
  summary     = "joins a private cloud with a network"
  destroy     = ["outage"]
}

resource_type "google_vmwareengine_*" {
  name        = "VMware Engine"
  category    = "compute"
  criticality = "high"
}

resource_type "google_compute_firewall" {
  name        = "firewall rule"
  category    = "firewall"
  criticality = "high"
  summary     = "which traffic a network lets through"
  destroy     = ["outage"]
  telling     = { disabled = "disabled", priority = "priority" }
  label       = ["name"]
}

resource_type "google_compute_firewall_policy" {
  name        = "firewall policy"
  plural      = "firewall policies"
  category    = "firewall"
  criticality = "high"
  summary     = "rules over a whole organization"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_firewall_policy_rule" {
  name        = "firewall policy rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "one rule of a firewall policy"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_security_policy" {
  name        = "Cloud Armor policy"
  category    = "firewall"
  criticality = "high"
  summary     = "filters web requests"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_forwarding_rule" {
  name        = "forwarding rule"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point of a load balancer"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_compute_global_forwarding_rule" {
  name        = "global forwarding rule"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point of a global load balancer"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_compute_backend_service" {
  name        = "backend service"
  also        = ["google_compute_region_backend_service"]
  category    = "load balancer"
  criticality = "high"
  summary     = "what a load balancer sends traffic to"
  destroy     = ["outage"]
}

resource_type "google_compute_backend_bucket" {
  name        = "backend bucket"
  category    = "load balancer"
  criticality = "high"
  summary     = "bucket behind a load balancer"
  destroy     = ["outage"]
}

resource_type "google_compute_url_map" {
  name        = "URL map"
  also        = ["google_compute_region_url_map"]
  category    = "load balancer"
  criticality = "high"
  summary     = "which request goes where"
  destroy     = ["outage"]
}

resource_type "google_compute_target_http_proxy" {
  name        = "HTTP proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's HTTP requests"
  destroy     = ["outage"]
}

resource_type "google_compute_target_https_proxy" {
  name        = "HTTPS proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's HTTPS requests"
  destroy     = ["outage"]
}

resource_type "google_compute_target_ssl_proxy" {
  name        = "SSL proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's TLS connections"
  destroy     = ["outage"]
}

resource_type "google_compute_target_tcp_proxy" {
  name        = "TCP proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's connections"
  destroy     = ["outage"]
}

resource_type "google_compute_target_pool" {
  name        = "target pool"
  category    = "load balancer"
  criticality = "high"
  summary     = "machines behind a load balancer"
  destroy     = ["outage"]
}

resource_type "google_compute_health_check" {
  name        = "health check"
  also        = ["google_compute_region_health_check", "google_compute_http_health_check", "google_compute_https_health_check"]
  category    = "load balancer"
  criticality = "high"
  summary     = "tells which machines are well"
  destroy     = ["outage"]
}

resource_type "google_compute_ssl_certificate" {
  name        = "TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "certificate of a load balancer"
  destroy     = ["outage"]
}

resource_type "google_compute_managed_ssl_certificate" {
  name        = "managed TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "certificate that Google renews"
  destroy     = ["outage"]
}

resource_type "google_compute_ssl_policy" {
  name        = "TLS policy"
  category    = "encryption"
  criticality = "medium"
  summary     = "which TLS versions and ciphers are taken"
  destroy     = ["protection_lost"]
  telling     = { min_tls_version = "minimum TLS version", profile = "profile" }
}

resource_type "google_compute_network_endpoint_group" {
  name        = "network endpoint group"
  category    = "load balancer"
  criticality = "medium"
  summary     = "addresses behind a load balancer"
  destroy     = ["outage"]
}

resource_type "google_compute_region_network_endpoint_group" {
  name        = "serverless endpoint group"
  category    = "load balancer"
  criticality = "medium"
  summary     = "serverless code behind a load balancer"
  destroy     = ["outage"]
}

resource_type "google_certificate_manager_*" {
  name        = "certificate"
  category    = "certificate"
  criticality = "medium"
}

resource_type "google_privateca_*" {
  name        = "private CA"
  category    = "certificate"
  criticality = "high"
}

resource_type "google_dns_managed_zone" {
  name        = "DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "holds the records of a domain"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the domain stops resolving, and a new zone can get other name servers"
  label       = ["dns_name"]

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_dns_record_set" {
  name        = "DNS record"
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to an address"
  destroy     = ["outage"]
  telling     = { ttl = "TTL", type = "type" }
  label       = ["name"]
}

resource_type "google_dns_policy" {
  name        = "DNS policy"
  category    = "dns"
  criticality = "medium"
  summary     = "how a network resolves names"
  destroy     = ["outage"]
}

resource_type "google_dns_*" {
  name        = "DNS"
  category    = "dns"
  criticality = "medium"
}
