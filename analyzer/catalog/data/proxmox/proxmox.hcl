docs = "https://github.com/bpg/terraform-provider-proxmox/blob/main/docs/resources/{name}.md"

resource_type "proxmox_virtual_environment_vm" {
  name        = "Proxmox VM"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "virtual machine"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its disks go with it"
}

resource_type "proxmox_virtual_environment_container" {
  name        = "Proxmox container"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "Linux container"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its disks go with it"
}

resource_type "proxmox_virtual_environment_file" {
  name        = "Proxmox file"
  category    = "storage"
  criticality = "low"
  summary     = "image or snippet on a node"
  destroy     = []
}

resource_type "proxmox_virtual_environment_download_file" {
  name        = "Proxmox download"
  category    = "storage"
  criticality = "low"
  summary     = "image that a node fetched"
  destroy     = []
}

resource_type "proxmox_virtual_environment_pool" {
  name        = "Proxmox pool"
  category    = "governance"
  criticality = "low"
  summary     = "machines that belong together"
  destroy     = []
}

resource_type "proxmox_virtual_environment_network_linux_bridge" {
  name        = "Proxmox bridge"
  category    = "network"
  criticality = "critical"
  summary     = "network of machines on a node"
  destroy     = ["outage"]
}

resource_type "proxmox_virtual_environment_user" {
  name        = "Proxmox user"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in"
  destroy     = ["access_lost"]
}

resource_type "proxmox_virtual_environment_role" {
  name        = "Proxmox role"
  category    = "identity"
  criticality = "high"
  summary     = "rights of users"
  destroy     = ["access_lost"]
}
