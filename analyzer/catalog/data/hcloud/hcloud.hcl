docs = "https://github.com/hetznercloud/terraform-provider-hcloud/blob/main/docs/resources/{name}.md"

resource_type "hcloud_server" {
  name        = "Hetzner server"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "virtual machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its disk is gone, and its addresses are not the same again"
  telling     = { server_type = "server type" }

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_network" {
  name        = "Hetzner network"
  category    = "network"
  criticality = "critical"
  summary     = "private network"
  destroy     = ["outage"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_network_subnet" {
  name        = "Hetzner subnet"
  category    = "network"
  criticality = "high"
  summary     = "part of a network"
  destroy     = ["outage"]
}

resource_type "hcloud_network_route" {
  name        = "Hetzner route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "where traffic goes"
  destroy     = ["outage"]
}

resource_type "hcloud_server_network" {
  name        = "Hetzner network attachment"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "ties a server to a network"
  destroy     = ["outage"]
}

resource_type "hcloud_firewall" {
  name        = "Hetzner firewall"
  category    = "firewall"
  criticality = "high"
  summary     = "what servers let in and out"
  destroy     = ["access_lost"]
}

resource_type "hcloud_firewall_attachment" {
  name        = "Hetzner firewall attachment"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "servers of a firewall"
  destroy     = ["access_lost"]
}

resource_type "hcloud_load_balancer" {
  name        = "Hetzner load balancer"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point that spreads traffic"
  destroy     = ["outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_load_balancer_service" {
  name        = "Hetzner load balancer service"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "port that a load balancer takes"
  destroy     = ["outage"]
}

resource_type "hcloud_load_balancer_target" {
  name        = "Hetzner load balancer target"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "server behind a load balancer"
  destroy     = ["outage"]
}

resource_type "hcloud_load_balancer_network" {
  name        = "Hetzner load balancer network"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "ties a load balancer to a network"
  destroy     = ["outage"]
}

resource_type "hcloud_volume" {
  name        = "Hetzner volume"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a server"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_volume_attachment" {
  name        = "Hetzner volume attachment"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "ties a disk to a server"
  destroy     = ["outage"]
}

resource_type "hcloud_primary_ip" {
  name        = "Hetzner primary IP"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed public address"
  destroy     = ["outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_floating_ip" {
  name        = "Hetzner floating IP"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed public address"
  destroy     = ["outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "delete_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "hcloud_floating_ip_assignment" {
  name        = "Hetzner floating IP assignment"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "server that holds an address"
  destroy     = ["outage"]
}

resource_type "hcloud_ssh_key" {
  name        = "Hetzner SSH key"
  category    = "identity"
  criticality = "medium"
  summary     = "key that new servers take"
  destroy     = ["access_lost"]
}

resource_type "hcloud_placement_group" {
  name        = "Hetzner placement group"
  category    = "compute"
  criticality = "medium"
  summary     = "keeps servers apart"
  destroy     = []
}

resource_type "hcloud_rdns" {
  name        = "reverse DNS entry"
  plural      = "reverse DNS entries"
  category    = "dns"
  criticality = "low"
  part        = true
  summary     = "name that an address answers with"
  destroy     = ["outage"]
}

resource_type "hcloud_snapshot" {
  name        = "Hetzner snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a server's disk"
  destroy     = ["data_loss"]
}

resource_type "hcloud_managed_certificate" {
  name        = "TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "hcloud_zone" {
  name        = "Hetzner DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  summary     = "holds the records of a domain"
  destroy     = ["data_loss", "outage"]
  destroy_why = "the domain stops resolving"
}
