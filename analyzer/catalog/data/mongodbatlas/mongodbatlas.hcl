docs = "https://github.com/mongodb/terraform-provider-mongodbatlas/blob/master/docs/resources/{name}.md"

resource_type "mongodbatlas_cluster" {
  name        = "MongoDB Atlas cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "managed database"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots that are kept"
  telling     = { mongo_db_major_version = "version" }

  protection "deletion_protection" {
    attribute = "termination_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "mongodbatlas_advanced_cluster" {
  name        = "MongoDB Atlas cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "managed database"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots that are kept"
  telling     = { mongo_db_major_version = "version" }

  protection "deletion_protection" {
    attribute = "termination_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "mongodbatlas_flex_cluster" {
  name        = "MongoDB Atlas flex cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "small managed database"
  destroy     = ["data_loss", "outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "termination_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "mongodbatlas_project" {
  name        = "MongoDB Atlas project"
  category    = "governance"
  criticality = "critical"
  summary     = "clusters and their users"
  destroy     = ["access_lost"]
}

resource_type "mongodbatlas_database_user" {
  name        = "MongoDB Atlas user"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "who may sign in to a database"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "mongodbatlas_project_ip_access_list" {
  name        = "MongoDB Atlas access list entry"
  plural      = "MongoDB Atlas access list entries"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "addresses that are let in"
  destroy     = ["access_lost"]
}

resource_type "mongodbatlas_network_peering" {
  name        = "MongoDB Atlas peering"
  category    = "network"
  criticality = "high"
  summary     = "joins a cluster's network with one's own"
  destroy     = ["outage"]
}

resource_type "mongodbatlas_network_container" {
  name        = "MongoDB Atlas network"
  category    = "network"
  criticality = "high"
  summary     = "network of clusters"
  destroy     = ["outage"]
}

resource_type "mongodbatlas_privatelink_endpoint" {
  name        = "MongoDB Atlas private endpoint"
  category    = "network"
  criticality = "high"
  summary     = "private way to a cluster"
  destroy     = ["outage"]
}

resource_type "mongodbatlas_privatelink_endpoint_service" {
  name        = "MongoDB Atlas private link"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "private way to a cluster"
  destroy     = ["outage"]
}

resource_type "mongodbatlas_cloud_backup_schedule" {
  name        = "MongoDB Atlas backup schedule"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "when a cluster is copied"
  destroy     = ["protection_lost"]
}

resource_type "mongodbatlas_encryption_at_rest" {
  name        = "MongoDB Atlas encryption"
  category    = "encryption"
  criticality = "critical"
  summary     = "key that clusters are encrypted with"
  destroy     = ["outage"]
}

resource_type "mongodbatlas_alert_configuration" {
  name        = "MongoDB Atlas alert"
  category    = "observability"
  criticality = "medium"
  summary     = "who is told of what"
  destroy     = ["protection_lost"]
}

resource_type "mongodbatlas_search_index" {
  name        = "MongoDB Atlas search index"
  category    = "database"
  criticality = "medium"
  summary     = "index for searches"
  destroy     = ["outage"]
}
