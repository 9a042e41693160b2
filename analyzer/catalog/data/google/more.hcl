resource_type "google_compute_region_network_firewall_policy" {
  name        = "regional network firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall rules of networks in a region"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_network_firewall_policy" {
  name        = "network firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall rules of networks"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_network_firewall_policy_rule" {
  name        = "network firewall rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "what a policy lets through"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_router_peer" {
  name        = "BGP peer"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "neighbour that routes come from"
  destroy     = ["outage"]
}

resource_type "google_compute_router_interface" {
  name        = "router interface"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "link of a router"
  destroy     = ["outage"]
}

resource_type "google_compute_region_ssl_certificate" {
  name        = "regional TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "google_compute_region_target_http_proxy" {
  name        = "regional HTTP proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's HTTP requests"
  destroy     = ["outage"]
}

resource_type "google_compute_region_target_https_proxy" {
  name        = "regional HTTPS proxy"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "takes a load balancer's HTTPS requests"
  destroy     = ["outage"]
}

resource_type "google_compute_global_network_endpoint_group" {
  name        = "global endpoint group"
  category    = "load balancer"
  criticality = "medium"
  summary     = "outside servers of a load balancer"
  destroy     = ["outage"]
}

resource_type "google_compute_disk_resource_policy_attachment" {
  name        = "disk snapshot schedule"
  category    = "backup"
  criticality = "medium"
  part        = true
  summary     = "when a disk is copied"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_machine_image" {
  name        = "machine image"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a whole machine"
  destroy     = ["data_loss"]
}

resource_type "google_compute_reservation" {
  name        = "reservation"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines that are kept free"
  destroy     = ["protection_lost"]
}

resource_type "google_network_connectivity_hub" {
  name        = "connectivity hub"
  category    = "network"
  criticality = "critical"
  summary     = "joins networks"
  destroy     = ["outage"]
}

resource_type "google_network_connectivity_spoke" {
  name        = "connectivity spoke"
  category    = "network"
  criticality = "high"
  summary     = "network that a hub joins"
  destroy     = ["outage"]
}

resource_type "google_gke_hub_membership" {
  name        = "fleet membership"
  category    = "cluster"
  criticality = "high"
  summary     = "cluster of a fleet"
  destroy     = ["access_lost"]
}

resource_type "google_gke_hub_feature" {
  name        = "fleet feature"
  category    = "cluster"
  criticality = "high"
  summary     = "feature of all clusters"
  destroy     = ["outage"]
}

resource_type "google_gke_backup_backup_plan" {
  name        = "GKE backup plan"
  category    = "backup"
  criticality = "high"
  summary     = "when clusters are backed up"
  destroy     = ["protection_lost"]
}

resource_type "google_alloydb_instance" {
  name        = "AlloyDB instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "machine of a database"
  destroy     = ["outage", "address_lost"]
}

resource_type "google_alloydb_backup" {
  name        = "AlloyDB backup"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a database"
  destroy     = ["data_loss"]
}

resource_type "google_redis_cluster" {
  name        = "Redis cluster"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its address is not the same again"

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
  }
}

resource_type "google_memorystore_instance" {
  name        = "Memorystore instance"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its address is not the same again"

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
  }
}

resource_type "google_dataproc_metastore_service" {
  name        = "Dataproc Metastore"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "descriptions of tables"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "google_datastream_stream" {
  name        = "Datastream stream"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "copies a database's changes"
  destroy     = ["outage"]
}

resource_type "google_bigquery_connection" {
  name        = "BigQuery connection"
  category    = "analytics"
  criticality = "medium"
  summary     = "outside data that queries reach"
  destroy     = ["outage"]
}

resource_type "google_bigquery_data_transfer_config" {
  name        = "BigQuery transfer"
  category    = "analytics"
  criticality = "medium"
  summary     = "brings data in"
  destroy     = ["outage"]
}

resource_type "google_bigquery_routine" {
  name        = "BigQuery routine"
  category    = "analytics"
  criticality = "medium"
  summary     = "function of queries"
  destroy     = ["outage"]
}

resource_type "google_bigquery_reservation" {
  name        = "BigQuery reservation"
  category    = "analytics"
  criticality = "high"
  billed      = true
  summary     = "computing power of queries"
  destroy     = ["protection_lost"]
}

resource_type "google_eventarc_trigger" {
  name        = "Eventarc trigger"
  category    = "messaging"
  criticality = "medium"
  summary     = "what events start"
  destroy     = ["outage"]
}

resource_type "google_workflows_workflow" {
  name        = "workflow"
  category    = "compute"
  criticality = "high"
  summary     = "steps in order"
  destroy     = ["outage"]
}

resource_type "google_cloud_identity_group" {
  name        = "Cloud Identity group"
  category    = "identity"
  criticality = "high"
  summary     = "users with the same rights"
  destroy     = ["access_lost"]
}

resource_type "google_cloud_identity_group_membership" {
  name        = "Cloud Identity group membership"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "member of a group"
  destroy     = ["access_lost"]
}

resource_type "google_certificate_manager_certificate" {
  name        = "managed certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "google_certificate_manager_certificate_map" {
  name        = "certificate map"
  category    = "certificate"
  criticality = "high"
  summary     = "which certificate is shown"
  destroy     = ["outage"]
}

resource_type "google_certificate_manager_certificate_map_entry" {
  name        = "certificate map entry"
  category    = "certificate"
  criticality = "high"
  part        = true
  summary     = "certificate of one name"
  destroy     = ["outage"]
}

resource_type "google_certificate_manager_dns_authorization" {
  name        = "certificate DNS proof"
  category    = "certificate"
  criticality = "low"
  part        = true
  summary     = "proves that a domain is one's own"
  destroy     = []
}

resource_type "google_privateca_ca_pool" {
  name        = "private CA pool"
  category    = "certificate"
  criticality = "critical"
  summary     = "authorities that issue certificates"
  destroy     = ["outage"]
}

resource_type "google_privateca_certificate_authority" {
  name        = "private certificate authority"
  category    = "certificate"
  criticality = "critical"
  stateful    = true
  summary     = "issues certificates"
  destroy     = ["data_loss", "credentials_invalid"]
  destroy_why = "certificates that it issued can no longer be renewed or revoked"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_tags_tag_key" {
  name        = "tag key"
  category    = "governance"
  criticality = "medium"
  summary     = "name of a tag"
  destroy     = []
}

resource_type "google_tags_tag_value" {
  name        = "tag value"
  category    = "governance"
  criticality = "medium"
  summary     = "value of a tag"
  destroy     = []
}

resource_type "google_tags_tag_binding" {
  name        = "tag binding"
  category    = "governance"
  criticality = "medium"
  part        = true
  summary     = "tag of a resource"
  destroy     = ["protection_lost"]
}

resource_type "google_storage_notification" {
  name        = "bucket notification"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "tells of new objects"
  destroy     = ["outage"]
}

resource_type "google_storage_hmac_key" {
  name        = "storage access key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "key that programs reach buckets with"
  destroy     = ["credentials_invalid"]
}

resource_type "google_storage_transfer_job" {
  name        = "transfer job"
  category    = "storage"
  criticality = "medium"
  summary     = "copies objects"
  destroy     = ["outage"]
}

resource_type "google_pubsub_schema" {
  name        = "Pub/Sub schema"
  category    = "messaging"
  criticality = "medium"
  summary     = "shape of messages"
  destroy     = ["outage"]
}

resource_type "google_cloudbuild_worker_pool" {
  name        = "build worker pool"
  category    = "ci"
  criticality = "medium"
  billed      = true
  summary     = "machines that build"
  destroy     = ["outage"]
}

resource_type "google_clouddeploy_delivery_pipeline" {
  name        = "delivery pipeline"
  category    = "ci"
  criticality = "high"
  summary     = "stages of a rollout"
  destroy     = ["outage"]
}

resource_type "google_monitoring_slo" {
  name        = "service objective"
  category    = "observability"
  criticality = "low"
  part        = true
  summary     = "what a service promises"
  destroy     = ["protection_lost"]
}

resource_type "google_monitoring_custom_service" {
  name        = "monitored service"
  category    = "observability"
  criticality = "low"
  summary     = "service that objectives are for"
  destroy     = ["protection_lost"]
}

resource_type "google_logging_project_bucket_config" {
  name        = "log bucket"
  category    = "audit"
  criticality = "high"
  stateful    = true
  summary     = "keeps logs"
  destroy     = ["data_loss"]
}

resource_type "google_logging_project_exclusion" {
  name        = "log exclusion"
  category    = "audit"
  criticality = "medium"
  summary     = "logs that are not kept"
  destroy     = []
}

resource_type "google_vertex_ai_endpoint" {
  name        = "Vertex AI endpoint"
  category    = "compute"
  criticality = "high"
  summary     = "where a model answers"
  destroy     = ["outage", "address_lost"]
}
