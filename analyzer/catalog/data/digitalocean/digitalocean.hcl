docs = "https://github.com/digitalocean/terraform-provider-digitalocean/blob/main/docs/resources/{name}.md"

resource_type "digitalocean_droplet" {
  name        = "droplet"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "virtual machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its disk is gone, and its addresses are not the same again"
  telling     = { size = "size" }
}

resource_type "digitalocean_kubernetes_cluster" {
  name        = "DigitalOcean Kubernetes cluster"
  category    = "cluster"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "Kubernetes control plane and machines"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "every workload on it ends and what lives only in the cluster is gone"
  telling     = { version = "version" }
}

resource_type "digitalocean_kubernetes_node_pool" {
  name        = "DigitalOcean node pool"
  category    = "cluster"
  criticality = "high"
  billed      = true
  summary     = "machines of a cluster"
  destroy     = ["outage"]
}

resource_type "digitalocean_database_cluster" {
  name        = "DigitalOcean database cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "managed database"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone with its backups"
}

resource_type "digitalocean_database_db" {
  name        = "DigitalOcean database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database of a cluster"
  destroy     = ["data_loss"]
}

resource_type "digitalocean_database_user" {
  name        = "DigitalOcean database user"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "who may sign in to a database"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "digitalocean_database_firewall" {
  name        = "DigitalOcean database firewall"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "who may reach a database"
  destroy     = ["access_lost"]
}

resource_type "digitalocean_domain" {
  name        = "DigitalOcean domain"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  summary     = "holds the records of a domain"
  destroy     = ["data_loss", "outage"]
  destroy_why = "the domain stops resolving"
}

resource_type "digitalocean_record" {
  name        = "DNS record"
  category    = "dns"
  criticality = "high"
  summary     = "name of an address"
  destroy     = ["outage"]
}

resource_type "digitalocean_loadbalancer" {
  name        = "DigitalOcean load balancer"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point that spreads traffic"
  destroy     = ["outage", "address_lost"]
}

resource_type "digitalocean_firewall" {
  name        = "DigitalOcean firewall"
  category    = "firewall"
  criticality = "high"
  summary     = "what droplets let in and out"
  destroy     = ["access_lost"]
}

resource_type "digitalocean_vpc" {
  name        = "DigitalOcean VPC"
  category    = "network"
  criticality = "critical"
  summary     = "private network"
  destroy     = ["outage"]
}

resource_type "digitalocean_volume" {
  name        = "DigitalOcean volume"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a machine"
  destroy     = ["data_loss"]
}

resource_type "digitalocean_volume_attachment" {
  name        = "DigitalOcean volume attachment"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "ties a disk to a machine"
  destroy     = ["outage"]
}

resource_type "digitalocean_spaces_bucket" {
  name        = "Spaces bucket"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  summary     = "keeps objects"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "its objects are gone, and others can take its name"

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "digitalocean_spaces_bucket_object" {
  name        = "Spaces object"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "object of a bucket"
  destroy     = ["data_loss"]
}

resource_type "digitalocean_reserved_ip" {
  name        = "reserved IP"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed public address"
  destroy     = ["outage", "address_lost"]
}

resource_type "digitalocean_floating_ip" {
  name        = "floating IP"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "fixed public address"
  destroy     = ["outage", "address_lost"]
}

resource_type "digitalocean_ssh_key" {
  name        = "DigitalOcean SSH key"
  category    = "identity"
  criticality = "medium"
  summary     = "key that new droplets take"
  destroy     = ["access_lost"]
}

resource_type "digitalocean_project" {
  name        = "DigitalOcean project"
  category    = "governance"
  criticality = "low"
  summary     = "resources that belong together"
  destroy     = []
}

resource_type "digitalocean_app" {
  name        = "DigitalOcean app"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "application without machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "digitalocean_container_registry" {
  name        = "DigitalOcean container registry"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps container images"
  destroy     = ["data_loss", "outage"]
}

resource_type "digitalocean_certificate" {
  name        = "TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "digitalocean_cdn" {
  name        = "DigitalOcean CDN"
  category    = "delivery"
  criticality = "high"
  summary     = "serves objects from the edge"
  destroy     = ["outage", "address_lost"]
}
