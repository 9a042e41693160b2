# Azure: network, firewall, load balancing, DNS.
docs = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/{name}.html.markdown"

resource_type "azurerm_virtual_network" {
  name        = "virtual network"
  category    = "network"
  criticality = "critical"
  summary     = "private network that everything else lies in"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "azurerm_subnet" {
  name        = "subnet"
  category    = "network"
  criticality = "high"
  summary     = "part of a virtual network"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "azurerm_virtual_network_peering" {
  name        = "network peering"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "joins two virtual networks"
  destroy     = ["outage"]
}

resource_type "azurerm_virtual_network_gateway" {
  name        = "network gateway"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "joins a virtual network with networks outside"
  destroy     = ["outage", "address_lost"]
  telling     = { sku = "SKU" }
}

resource_type "azurerm_virtual_network_gateway_connection" {
  name        = "gateway connection"
  category    = "network"
  criticality = "high"
  summary     = "tunnel or line to another network"
  destroy     = ["outage", "credentials_invalid"]
}

resource_type "azurerm_local_network_gateway" {
  name        = "local network gateway"
  category    = "network"
  criticality = "high"
  summary     = "other side of a VPN"
  destroy     = ["outage"]
}

resource_type "azurerm_nat_gateway" {
  name        = "NAT gateway"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "way out to the internet for private subnets"
  destroy     = ["outage"]
}

resource_type "azurerm_nat_gateway_public_ip_association" {
  name        = "NAT gateway address"
  plural      = "NAT gateway addresses"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "gives a NAT gateway its public address"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_subnet_nat_gateway_association" {
  name        = "subnet NAT association"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "leads a subnet out through a NAT gateway"
  destroy     = ["outage"]
}

resource_type "azurerm_route_table" {
  name        = "route table"
  category    = "network"
  criticality = "high"
  summary     = "where a subnet's traffic goes"
  destroy     = ["outage"]
}

resource_type "azurerm_route" {
  name        = "route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "one way in a route table"
  destroy     = ["outage"]
}

resource_type "azurerm_subnet_route_table_association" {
  name        = "route table association"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "ties a subnet to its route table"
  destroy     = ["outage"]
}

resource_type "azurerm_network_interface" {
  name        = "network interface"
  category    = "network"
  criticality = "medium"
  summary     = "network card of a machine"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_network_interface_security_group_association" {
  name        = "interface firewall association"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "puts a network card behind a security group"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_network_interface_backend_address_pool_association" {
  name        = "backend pool membership"
  category    = "load balancer"
  criticality = "medium"
  part        = true
  summary     = "puts a machine behind a load balancer"
  destroy     = ["outage"]
}

resource_type "azurerm_public_ip" {
  name        = "public IP address"
  plural      = "public IP addresses"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "public address"
  destroy     = ["outage", "address_lost"]
  destroy_why = "the address goes back to Azure"
  telling     = { allocation_method = "allocation", sku = "SKU" }
}

resource_type "azurerm_public_ip_prefix" {
  name        = "public IP prefix"
  plural      = "public IP prefixes"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "public addresses in a row"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_private_endpoint" {
  name        = "private endpoint"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "private way to a service"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_private_link_service" {
  name        = "private link service"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "offers a service to other networks"
  destroy     = ["outage"]
}

resource_type "azurerm_virtual_wan" {
  name        = "virtual WAN"
  category    = "network"
  criticality = "critical"
  summary     = "network over many places"
  destroy     = ["outage"]
}

resource_type "azurerm_virtual_hub" {
  name        = "virtual hub"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "hub of a virtual WAN"
  destroy     = ["outage"]
}

resource_type "azurerm_virtual_hub_connection" {
  name        = "virtual hub connection"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "joins a virtual network to a hub"
  destroy     = ["outage"]
}

resource_type "azurerm_vpn_gateway" {
  name        = "VPN gateway"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "VPN of a virtual hub"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_express_route_circuit" {
  name        = "ExpressRoute circuit"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "line to a network outside Azure"
  destroy     = ["outage"]
  destroy_why = "a new circuit has a new service key, and the provider has to set it up again"
}

resource_type "azurerm_express_route_circuit_peering" {
  name        = "ExpressRoute peering"
  category    = "network"
  criticality = "critical"
  part        = true
  summary     = "routes over a line"
  destroy     = ["outage"]
}

resource_type "azurerm_express_route_connection" {
  name        = "ExpressRoute connection"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "joins a line with a hub"
  destroy     = ["outage"]
}

resource_type "azurerm_express_route_gateway" {
  name        = "ExpressRoute gateway"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "end of a line in a hub"
  destroy     = ["outage"]
}

resource_type "azurerm_express_route_port" {
  name        = "ExpressRoute port"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "port at a line's end"
  destroy     = ["outage"]
}

resource_type "azurerm_express_route_*" {
  name        = "ExpressRoute"
  category    = "network"
  criticality = "high"
}

resource_type "azurerm_bastion_host" {
  name        = "Bastion host"
  category    = "network"
  criticality = "medium"
  billed      = true
  summary     = "way for people to machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_network_watcher" {
  name        = "network watcher"
  category    = "observability"
  criticality = "low"
  summary     = "looks into network traffic"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_network_watcher_flow_log" {
  name        = "flow log"
  category    = "audit"
  criticality = "medium"
  summary     = "record of network traffic"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_network_security_group" {
  name        = "network security group"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of subnets and interfaces"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "azurerm_network_security_rule" {
  name        = "security rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "opening in a security group"
  destroy     = ["outage"]
  telling     = { access = "access", priority = "priority" }
}

resource_type "azurerm_subnet_network_security_group_association" {
  name        = "subnet firewall association"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "puts a subnet behind a security group"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_application_security_group" {
  name        = "application security group"
  category    = "firewall"
  criticality = "medium"
  summary     = "machines that rules name together"
  destroy     = ["outage"]
}

resource_type "azurerm_firewall" {
  name        = "Azure firewall"
  category    = "firewall"
  criticality = "critical"
  billed      = true
  summary     = "inspects a network's traffic"
  destroy     = ["outage", "protection_lost"]
  replace     = ["outage", "protection_lost", "address_lost"]
  telling     = { sku_tier = "tier", threat_intel_mode = "threat intelligence" }
}

resource_type "azurerm_firewall_policy" {
  name        = "firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "what a firewall lets through"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_firewall_policy_rule_collection_group" {
  name        = "firewall rule group"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "rules of a firewall policy"
  destroy     = ["outage"]
}

resource_type "azurerm_firewall_network_rule_collection" {
  name        = "firewall network rules"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "network rules of a firewall"
  destroy     = ["outage"]
  telling     = { action = "action", priority = "priority" }
}

resource_type "azurerm_firewall_application_rule_collection" {
  name        = "firewall application rules"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "web rules of a firewall"
  destroy     = ["outage"]
  telling     = { action = "action", priority = "priority" }
}

resource_type "azurerm_firewall_nat_rule_collection" {
  name        = "firewall NAT rules"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "what a firewall leads inside"
  destroy     = ["outage"]
}

resource_type "azurerm_firewall_*" {
  name        = "firewall"
  category    = "firewall"
  criticality = "high"
}

resource_type "azurerm_web_application_firewall_policy" {
  name        = "web application firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "filters web requests"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_network_ddos_protection_plan" {
  name        = "DDoS protection plan"
  category    = "firewall"
  criticality = "high"
  billed      = true
  summary     = "guards against floods"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_lb" {
  name        = "load balancer"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "spreads connections over machines"
  destroy     = ["outage", "address_lost"]
  telling     = { sku = "SKU" }
  label       = ["name"]
}

resource_type "azurerm_lb_backend_address_pool" {
  name        = "load balancer pool"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "machines behind a load balancer"
  destroy     = ["outage"]
}

resource_type "azurerm_lb_rule" {
  name        = "load balancer rule"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "which port goes where"
  destroy     = ["outage"]
}

resource_type "azurerm_lb_probe" {
  name        = "load balancer probe"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "tells which machines are well"
  destroy     = ["outage"]
}

resource_type "azurerm_lb_*" {
  name        = "load balancer"
  category    = "load balancer"
  criticality = "medium"
}

resource_type "azurerm_application_gateway" {
  name        = "application gateway"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point for web requests"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_traffic_manager_profile" {
  name        = "Traffic Manager profile"
  category    = "delivery"
  criticality = "critical"
  summary     = "leads users to the best endpoint by DNS"
  destroy     = ["outage"]
}

resource_type "azurerm_frontdoor" {
  name        = "Front Door"
  category    = "delivery"
  criticality = "critical"
  billed      = true
  summary     = "serves sites from the edge"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_cdn_frontdoor_profile" {
  name        = "Front Door profile"
  category    = "delivery"
  criticality = "critical"
  billed      = true
  summary     = "serves sites from the edge"
  destroy     = ["outage"]
}

resource_type "azurerm_cdn_frontdoor_*" {
  name        = "Front Door"
  category    = "delivery"
  criticality = "high"
}

resource_type "azurerm_cdn_profile" {
  name        = "CDN profile"
  category    = "delivery"
  criticality = "high"
  billed      = true
  summary     = "serves files from the edge"
  destroy     = ["outage"]
}

resource_type "azurerm_cdn_endpoint" {
  name        = "CDN endpoint"
  category    = "delivery"
  criticality = "high"
  summary     = "address of files at the edge"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_dns_zone" {
  name        = "DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "holds the records of a domain"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the domain stops resolving, and a new zone can get other name servers"
  label       = ["name"]
}

resource_type "azurerm_dns_a_record" {
  name        = "DNS record"
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to an address"
  destroy     = ["outage"]
  telling     = { ttl = "TTL" }
  label       = ["name"]
}

resource_type "azurerm_dns_cname_record" {
  name        = "DNS alias"
  plural      = "DNS aliases"
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to a name"
  destroy     = ["outage"]
  telling     = { ttl = "TTL" }
  label       = ["name"]
}

resource_type "azurerm_dns_txt_record" {
  name        = "DNS text record"
  category    = "dns"
  criticality = "medium"
  summary     = "text under a name"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "azurerm_dns_*" {
  name        = "DNS"
  category    = "dns"
  criticality = "high"
}

resource_type "azurerm_private_dns_zone" {
  name        = "private DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  summary     = "names inside networks"
  destroy     = ["data_loss", "outage"]
  label       = ["name"]
}

resource_type "azurerm_private_dns_zone_virtual_network_link" {
  name        = "private DNS link"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "lets a network resolve a private zone"
  destroy     = ["outage"]
}

resource_type "azurerm_private_dns_a_record" {
  name        = "private DNS record"
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to a private address"
  destroy     = ["outage"]
  telling     = { ttl = "TTL" }
  label       = ["name"]
}

resource_type "azurerm_private_dns_*" {
  name        = "private DNS"
  category    = "dns"
  criticality = "medium"
}

resource_type "azurerm_api_management" {
  name        = "API management service"
  category    = "delivery"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "entry point of APIs"
  destroy     = ["outage", "address_lost"]
  telling     = { sku_name = "SKU" }
}

resource_type "azurerm_api_management_api" {
  name        = "managed API"
  category    = "delivery"
  criticality = "high"
  summary     = "API behind API management"
  destroy     = ["outage"]
}

resource_type "azurerm_api_management_api_operation" {
  name        = "API operation"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "one call of an API"
  destroy     = ["outage"]
}

resource_type "azurerm_api_management_policy" {
  name        = "API management policy"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "what happens to every request"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_api_management_product" {
  name        = "API product"
  category    = "delivery"
  criticality = "medium"
  summary     = "APIs that are offered together"
  destroy     = ["access_lost"]
}

resource_type "azurerm_api_management_named_value" {
  name        = "API management value"
  category    = "delivery"
  criticality = "medium"
  summary     = "setting that policies read"
  destroy     = ["outage"]
}

resource_type "azurerm_api_management_*" {
  name        = "API management"
  category    = "delivery"
  criticality = "medium"
}
