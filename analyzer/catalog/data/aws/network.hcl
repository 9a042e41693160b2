# Amazon VPC and what lies in it.
docs = "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/{name}.html.markdown"

resource_type "aws_vpc" {
  name        = "VPC"
  category    = "network"
  criticality = "critical"
  summary     = "private network that everything else lies in"
  destroy     = ["outage"]
  destroy_why = "everything in it has to go first"
  telling     = { cidr_block = "address range", enable_dns_support = "DNS support", enable_dns_hostnames = "DNS hostnames" }
  label       = ["tags.Name"]
}

resource_type "aws_default_vpc" {
  name        = "default VPC"
  category    = "network"
  criticality = "high"
  summary     = "network that AWS made with the account"
  destroy     = []
  destroy_why = "the VPC stays unless force_destroy is set"
}

resource_type "aws_subnet" {
  name        = "subnet"
  category    = "network"
  criticality = "high"
  summary     = "part of a VPC in one zone"
  destroy     = ["outage"]
  replace     = ["outage", "address_lost"]
  telling     = { cidr_block = "address range", map_public_ip_on_launch = "public addresses on launch" }
  label       = ["tags.Name"]
}

resource_type "aws_default_subnet" {
  name        = "default subnet"
  category    = "network"
  criticality = "medium"
  summary     = "subnet that AWS made with the account"
  destroy     = []
  destroy_why = "the subnet stays unless force_destroy is set"
}

resource_type "aws_vpc_ipv4_cidr_block_association" {
  name        = "VPC address range"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "further address range of a VPC"
  destroy     = ["outage"]
  telling     = { cidr_block = "address range" }
}

resource_type "aws_internet_gateway" {
  name        = "internet gateway"
  category    = "network"
  criticality = "critical"
  summary     = "way between a VPC and the internet"
  destroy     = ["outage"]
  destroy_why = "nothing in the VPC reaches the internet or is reached from it without one"
}

resource_type "aws_egress_only_internet_gateway" {
  name        = "egress-only internet gateway"
  category    = "network"
  criticality = "high"
  summary     = "way out to the internet over IPv6"
  destroy     = ["outage"]
}

resource_type "aws_nat_gateway" {
  name        = "NAT gateway"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "way out to the internet for private subnets"
  destroy     = ["outage", "address_lost"]
  destroy_why = "private subnets lose their way out, and its address changes unless an elastic IP is kept"
  telling     = { connectivity_type = "connectivity" }
}

resource_type "aws_eip" {
  name        = "elastic IP"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed public address"
  destroy     = ["outage", "address_lost"]
  destroy_why = "the address goes back to AWS and can hardly be had again"
}

resource_type "aws_eip_association" {
  name        = "elastic IP association"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "ties an address to a machine or interface"
  destroy     = ["outage"]
}

resource_type "aws_route_table" {
  name        = "route table"
  category    = "network"
  criticality = "high"
  summary     = "where a subnet's traffic goes"
  destroy     = ["outage"]
  label       = ["tags.Name"]
}

resource_type "aws_default_route_table" {
  name        = "default route table"
  category    = "network"
  criticality = "high"
  summary     = "route table of subnets that have none of their own"
  destroy     = []
  destroy_why = "the table stays in AWS with its routes"
}

resource_type "aws_main_route_table_association" {
  name        = "main route table association"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "makes a route table the VPC's default"
  destroy     = ["outage"]
}

resource_type "aws_route" {
  name        = "route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "one way in a route table"
  destroy     = ["outage"]
  telling     = { destination_cidr_block = "destination" }
}

resource_type "aws_route_table_association" {
  name        = "route table association"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "ties a subnet to its route table"
  destroy     = ["outage"]
}

resource_type "aws_network_interface" {
  name        = "network interface"
  category    = "network"
  criticality = "medium"
  summary     = "network card of a machine"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_network_interface_attachment" {
  name        = "network interface attachment"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "ties a network card to a machine"
  destroy     = ["outage"]
}

resource_type "aws_vpc_endpoint" {
  name        = "VPC endpoint"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "private way to a service"
  destroy     = ["outage"]
  replace     = ["outage", "address_lost"]
  telling     = { service_name = "service" }
}

resource_type "aws_vpc_endpoint_service" {
  name        = "VPC endpoint service"
  category    = "network"
  criticality = "high"
  summary     = "offers a service to other VPCs"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its consumers are cut off and need the new service name"
}

resource_type "aws_vpc_endpoint_route_table_association" {
  name        = "VPC endpoint route"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "leads a route table to a VPC endpoint"
  destroy     = ["outage"]
}

resource_type "aws_vpc_endpoint_subnet_association" {
  name        = "VPC endpoint subnet"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "puts a VPC endpoint into a subnet"
  destroy     = ["outage"]
}

resource_type "aws_vpc_peering_connection" {
  name        = "VPC peering connection"
  category    = "network"
  criticality = "high"
  summary     = "joins two VPCs"
  destroy     = ["outage"]
  destroy_why = "traffic between the VPCs stops, and the other side has to accept again"
}

resource_type "aws_vpc_peering_connection_accepter" {
  name        = "VPC peering acceptance"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "accepts a peering from the other side"
  destroy     = []
  destroy_why = "the connection itself stays"
}

resource_type "aws_vpc_dhcp_options" {
  name        = "DHCP option set"
  category    = "network"
  criticality = "medium"
  summary     = "name servers and domain that machines are given"
  destroy     = ["outage"]
}

resource_type "aws_vpc_dhcp_options_association" {
  name        = "DHCP option set association"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "gives a VPC its DHCP options"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway" {
  name        = "transit gateway"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "hub between VPCs and other networks"
  destroy     = ["outage"]
  destroy_why = "every network joined through it is cut off"
  replace     = ["outage", "address_lost"]
}

resource_type "aws_ec2_transit_gateway_vpc_attachment" {
  name        = "transit gateway attachment"
  category    = "network"
  criticality = "high"
  part        = true
  billed      = true
  summary     = "joins a VPC to a transit gateway"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_route_table" {
  name        = "transit gateway route table"
  category    = "network"
  criticality = "high"
  summary     = "where a transit gateway sends traffic"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_route" {
  name        = "transit gateway route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "one way in a transit gateway"
  destroy     = ["outage"]
}

resource_type "aws_ec2_managed_prefix_list" {
  name        = "managed prefix list"
  category    = "network"
  criticality = "medium"
  summary     = "named list of address ranges"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "aws_vpn_gateway" {
  name        = "VPN gateway"
  category    = "network"
  criticality = "high"
  summary     = "AWS side of a VPN"
  destroy     = ["outage"]
  replace     = ["outage", "address_lost"]
}

resource_type "aws_customer_gateway" {
  name        = "customer gateway"
  category    = "network"
  criticality = "high"
  summary     = "address of the other side of a VPN"
  destroy     = ["outage"]
}

resource_type "aws_vpn_connection" {
  name        = "VPN connection"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "tunnel to a network outside AWS"
  destroy     = ["outage", "credentials_invalid"]
  destroy_why = "the tunnel goes down, and its outside addresses and keys are not the same again"
  replace     = ["outage", "credentials_invalid", "address_lost"]
}

resource_type "aws_dx_connection" {
  name        = "Direct Connect connection"
  category    = "network"
  criticality = "critical"
  billed      = true
  summary     = "line to a network outside AWS"
  destroy     = ["outage"]
  destroy_why = "ordering the line again takes days to weeks"
}

resource_type "aws_dx_gateway" {
  name        = "Direct Connect gateway"
  category    = "network"
  criticality = "critical"
  summary     = "joins a Direct Connect line to VPCs"
  destroy     = ["outage"]
}

resource_type "aws_flow_log" {
  name        = "flow log"
  category    = "audit"
  criticality = "medium"
  summary     = "record of network traffic"
  destroy     = ["protection_lost"]
  destroy_why = "traffic is not recorded meanwhile"
}

resource_type "aws_security_group" {
  name        = "security group"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of machines and interfaces"
  destroy     = ["outage"]
  destroy_why = "what it opens is closed, and rules elsewhere that name it must name another"
  label       = ["name", "tags.Name"]
}

resource_type "aws_default_security_group" {
  name        = "default security group"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of what has none of its own"
  destroy     = []
  destroy_why = "the group stays in AWS with its rules"
}

resource_type "aws_security_group_rule" {
  name        = "security group rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "opening in a security group"
  destroy     = ["outage"]
  destroy_why = "the traffic that it lets through is stopped"
}

resource_type "aws_vpc_security_group_ingress_rule" {
  name        = "ingress rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "opening for traffic into what a security group guards"
  destroy     = ["outage"]
  destroy_why = "the traffic that it lets through is stopped"
}

resource_type "aws_vpc_security_group_egress_rule" {
  name        = "egress rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "opening for traffic out of what a security group guards"
  destroy     = ["outage"]
  destroy_why = "the traffic that it lets through is stopped"
}

resource_type "aws_network_acl" {
  name        = "network ACL"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of subnets"
  destroy     = ["outage"]
}

resource_type "aws_default_network_acl" {
  name        = "default network ACL"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of subnets that have none of their own"
  destroy     = []
  destroy_why = "the list stays in AWS with its rules"
}

resource_type "aws_network_acl_rule" {
  name        = "network ACL rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "one rule of a network ACL"
  destroy     = ["outage"]
}

resource_type "aws_network_acl_association" {
  name        = "network ACL association"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "ties a subnet to its network ACL"
  destroy     = ["outage"]
}

resource_type "aws_networkfirewall_firewall" {
  name        = "network firewall"
  category    = "firewall"
  criticality = "critical"
  billed      = true
  summary     = "inspects a VPC's traffic"
  destroy     = ["outage", "protection_lost"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_networkfirewall_firewall_policy" {
  name        = "network firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "what a network firewall lets through"
  destroy     = ["protection_lost"]
}

resource_type "aws_networkfirewall_rule_group" {
  name        = "network firewall rule group"
  category    = "firewall"
  criticality = "high"
  summary     = "rules of a network firewall"
  destroy     = ["protection_lost"]
}

resource_type "aws_networkmanager_global_network" {
  name        = "global network"
  category    = "network"
  criticality = "high"
  summary     = "network over several regions"
  destroy     = ["outage"]
}

resource_type "aws_vpc_ipam" {
  name        = "IP address manager"
  category    = "network"
  criticality = "high"
  summary     = "plans address ranges"
  destroy     = ["protection_lost"]
}

resource_type "aws_vpc_ipam_pool" {
  name        = "IP address pool"
  category    = "network"
  criticality = "high"
  summary     = "address ranges to hand out"
  destroy     = ["protection_lost"]
}

resource_type "aws_vpc_*" {
  name        = "VPC"
  category    = "network"
  criticality = "medium"
}

resource_type "aws_ec2_transit_gateway_*" {
  name        = "transit gateway"
  category    = "network"
  criticality = "high"
}

resource_type "aws_networkfirewall_*" {
  name        = "network firewall"
  category    = "firewall"
  criticality = "high"
}
