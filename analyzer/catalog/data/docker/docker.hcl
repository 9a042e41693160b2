docs = "https://github.com/kreuzwerker/terraform-provider-docker/blob/master/docs/resources/{name}.md"

resource_type "docker_container" {
  name        = "Docker container"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "process in a box"
  destroy     = ["outage"]
  destroy_why = "what it wrote outside of volumes is gone"
  telling     = { image = "image" }
}

resource_type "docker_image" {
  name        = "Docker image"
  category    = "compute"
  criticality = "low"
  summary     = "what containers are made from"
  destroy     = []
}

resource_type "docker_network" {
  name        = "Docker network"
  category    = "network"
  criticality = "high"
  summary     = "network of containers"
  destroy     = ["outage"]
}

resource_type "docker_volume" {
  name        = "Docker volume"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "files of containers"
  destroy     = ["data_loss"]
}

resource_type "docker_service" {
  name        = "Docker service"
  category    = "compute"
  criticality = "high"
  summary     = "keeps containers running"
  destroy     = ["outage"]
}

resource_type "docker_secret" {
  name        = "Docker secret"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret of containers"
  destroy     = ["credentials_invalid"]
}

resource_type "docker_config" {
  name        = "Docker config"
  category    = "compute"
  criticality = "medium"
  summary     = "settings of containers"
  destroy     = ["outage"]
}

resource_type "docker_registry_image" {
  name        = "Docker registry image"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "image in a registry"
  destroy     = ["data_loss"]
}
