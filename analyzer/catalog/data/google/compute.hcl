# Google Cloud: machines, clusters, functions, data.

resource_type "google_compute_instance" {
  name        = "VM"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "virtual machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its boot disk goes with it unless auto_delete is off"
  telling     = { machine_type = "machine type" }
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_compute_instance_template" {
  name        = "instance template"
  also        = ["google_compute_region_instance_template"]
  category    = "compute"
  criticality = "high"
  summary     = "how machines are made"
  destroy     = []
  telling     = { machine_type = "machine type" }
}

resource_type "google_compute_instance_group" {
  name        = "instance group"
  category    = "compute"
  criticality = "high"
  summary     = "machines that are named together"
  destroy     = ["outage"]
}

resource_type "google_compute_instance_group_manager" {
  name        = "managed instance group"
  also        = ["google_compute_region_instance_group_manager"]
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "keeps a number of machines running"
  destroy     = ["outage"]
  telling     = { target_size = "size" }
}

resource_type "google_compute_autoscaler" {
  name        = "autoscaler"
  also        = ["google_compute_region_autoscaler"]
  category    = "compute"
  criticality = "medium"
  summary     = "adds and takes away machines"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_instance_iam_member" {
  name        = "VM grant"
  plural      = "VM grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody use a machine"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/compute_instance_iam.html.markdown"
}

resource_type "google_compute_instance_iam_binding" {
  name        = "VM grant"
  plural      = "VM grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a machine"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/compute_instance_iam.html.markdown"
}

resource_type "google_compute_instance_iam_policy" {
  name        = "VM access policy"
  plural      = "VM access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with any role on a machine"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/compute_instance_iam.html.markdown"
}

resource_type "google_compute_disk" {
  name        = "disk"
  also        = ["google_compute_region_disk"]
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a machine"
  destroy     = ["data_loss"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { size = "size", type = "type" }

  protection "final_snapshot" {
    attribute = "create_snapshot_before_destroy"
    on        = "true"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_compute_attached_disk" {
  name        = "disk attachment"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "ties a disk to a machine"
  destroy     = ["outage"]
}

resource_type "google_compute_snapshot" {
  name        = "disk snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a disk"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_compute_resource_policy" {
  name        = "resource policy"
  category    = "backup"
  criticality = "medium"
  summary     = "when disks are copied or machines stopped"
  destroy     = ["protection_lost"]
}

resource_type "google_compute_image" {
  name        = "machine image"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "image that machines start from"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_compute_project_metadata" {
  name        = "project metadata"
  plural      = "project metadata entries"
  category    = "compute"
  criticality = "medium"
  summary     = "settings and SSH keys of all machines"
  destroy     = ["access_lost"]
}

resource_type "google_compute_project_metadata_item" {
  name        = "project metadata item"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "one setting of all machines"
  destroy     = ["access_lost"]
}

resource_type "google_container_cluster" {
  name        = "GKE cluster"
  category    = "cluster"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "Kubernetes control plane"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "every workload on it ends and what lives only in the cluster is gone"
  telling     = { min_master_version = "version" }
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_container_node_pool" {
  name        = "GKE node pool"
  category    = "cluster"
  criticality = "high"
  billed      = true
  summary     = "machines of a cluster"
  destroy     = ["outage"]
  destroy_why = "its pods are evicted and need room elsewhere"
  telling     = { version = "version", node_count = "nodes", initial_node_count = "initial nodes" }
}

resource_type "google_container_registry" {
  name        = "container registry"
  plural      = "container registries"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "keeps container images"
  destroy     = ["data_loss"]
  docs        = "https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr"
}

resource_type "google_artifact_registry_repository" {
  name        = "artifact repository"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps images and packages"
  destroy     = ["data_loss", "address_lost"]
  destroy_why = "its images are gone and new pods cannot pull them"

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_artifact_registry_repository_iam_member" {
  name        = "artifact repository grant"
  plural      = "artifact repository grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody use a repository"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/artifact_registry_repository_iam.html.markdown"
}

resource_type "google_cloud_run_service" {
  name        = "Cloud Run service"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "containers without machines"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "google_cloud_run_v2_service" {
  name        = "Cloud Run service"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "containers without machines"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_cloud_run_v2_job" {
  name        = "Cloud Run job"
  category    = "compute"
  criticality = "medium"
  summary     = "container that runs to an end"
  destroy     = ["outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_cloud_run_domain_mapping" {
  name        = "Cloud Run domain"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "own domain of a service"
  destroy     = ["outage"]
}

resource_type "google_cloud_run_service_iam_member" {
  name        = "Cloud Run grant"
  plural      = "Cloud Run grants"
  also        = ["google_cloud_run_v2_service_iam_member"]
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody call a service"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_service_iam.html.markdown"
}

resource_type "google_cloud_run_service_iam_binding" {
  name        = "Cloud Run grant"
  plural      = "Cloud Run grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a service"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_service_iam.html.markdown"
}

resource_type "google_cloud_run_service_iam_policy" {
  name        = "Cloud Run access policy"
  plural      = "Cloud Run access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with any role on a service"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloud_run_service_iam.html.markdown"
}

resource_type "google_cloudfunctions_function" {
  name        = "Cloud Function"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "code that runs on request"
  destroy     = ["outage"]
  telling     = { runtime = "runtime", available_memory_mb = "memory", timeout = "timeout" }
  label       = ["name"]
}

resource_type "google_cloudfunctions2_function" {
  name        = "Cloud Function"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "code that runs on request"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "google_cloudfunctions_function_iam_member" {
  name        = "Cloud Function grant"
  plural      = "Cloud Function grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody call a function"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/cloudfunctions_function_iam.html.markdown"
}

resource_type "google_app_engine_application" {
  name        = "App Engine application"
  category    = "compute"
  criticality = "critical"
  summary     = "application of a project"
  destroy     = []
  destroy_why = "App Engine cannot be deleted: the resource only leaves the state"
}

resource_type "google_cloud_scheduler_job" {
  name        = "scheduled job"
  category    = "messaging"
  criticality = "medium"
  summary     = "starts something at a time"
  destroy     = ["outage"]
  telling     = { schedule = "schedule" }
}

resource_type "google_cloud_tasks_queue" {
  name        = "task queue"
  category    = "messaging"
  criticality = "medium"
  stateful    = true
  summary     = "tasks that wait"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "its name cannot be used again for some days"

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_composer_environment" {
  name        = "Composer environment"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "runs workflows"
  destroy     = ["data_loss", "outage"]
}

resource_type "google_sql_database_instance" {
  name        = "Cloud SQL instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage", "name_lost"]
  destroy_why = "its data is gone with its backups, and its name cannot be used again for a week"
  telling     = { database_version = "version", "settings.0.tier" = "tier", "settings.0.disk_size" = "disk size", "settings.0.availability_type" = "availability" }
  label       = ["name"]
  docs        = "https://cloud.google.com/sql/docs/mysql/delete-instance"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }

  protection "deletion_protection" {
    attribute = "settings.0.deletion_protection_enabled"
    on        = "true"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_sql_database" {
  name        = "SQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database on a server"
  destroy     = ["data_loss"]
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_sql_user" {
  name        = "SQL user"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "signs in to a database"
  destroy     = ["access_lost", "credentials_invalid"]
}

resource_type "google_sql_ssl_cert" {
  name        = "SQL client certificate"
  category    = "certificate"
  criticality = "high"
  stateful    = true
  summary     = "lets a client in to a database"
  destroy     = ["credentials_invalid"]
}

resource_type "google_spanner_instance" {
  name        = "Spanner instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage"]

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

resource_type "google_spanner_database" {
  name        = "Spanner database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_bigtable_instance" {
  name        = "Bigtable instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "table server"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_bigtable_table" {
  name        = "Bigtable table"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "table of rows"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "PROTECTED"
    default   = "UNPROTECTED"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_firestore_database" {
  name        = "Firestore database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "document database"
  destroy     = ["data_loss", "outage"]

  destroy_why = "its documents are gone when deletion_policy is DELETE; otherwise it only leaves the state"
  protection "deletion_protection" {
    attribute = "delete_protection_state"
    on        = "DELETE_PROTECTION_ENABLED"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "ABANDON"
  }
}

resource_type "google_redis_instance" {
  name        = "Redis instance"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its address is not the same again"
  telling     = { tier = "tier", memory_size_gb = "memory", redis_version = "version" }

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_memcache_instance" {
  name        = "Memcached instance"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_alloydb_cluster" {
  name        = "AlloyDB cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database of several machines"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_filestore_instance" {
  name        = "Filestore instance"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "files that machines share"
  destroy     = ["data_loss", "outage", "address_lost"]
  telling     = { tier = "tier" }

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_bigquery_dataset" {
  name        = "BigQuery dataset"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  summary     = "tables and who may read them"
  destroy     = ["data_loss"]
  label       = ["dataset_id"]

  protection "not_empty" {
    attribute = "delete_contents_on_destroy"
    on        = "false"
    default   = "false"
  }

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_bigquery_table" {
  name        = "BigQuery table"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "table of records"
  destroy     = ["data_loss"]
  label       = ["table_id"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "google_bigquery_dataset_iam_member" {
  name        = "dataset grant"
  plural      = "dataset grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody into a dataset"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/bigquery_dataset_iam.html.markdown"
}

resource_type "google_bigquery_dataset_iam_binding" {
  name        = "dataset grant"
  plural      = "dataset grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a dataset"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/bigquery_dataset_iam.html.markdown"
}

resource_type "google_bigquery_dataset_iam_policy" {
  name        = "dataset access policy"
  plural      = "dataset access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with any role on a dataset"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/bigquery_dataset_iam.html.markdown"
}

resource_type "google_bigquery_*" {
  name        = "BigQuery"
  category    = "analytics"
  criticality = "medium"
}

resource_type "google_dataflow_job" {
  name        = "Dataflow job"
  category    = "analytics"
  criticality = "high"
  billed      = true
  summary     = "work on a stream of data"
  destroy     = ["outage"]
}

resource_type "google_dataproc_cluster" {
  name        = "Dataproc cluster"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machines that work on data"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_dataproc_*" {
  name        = "Dataproc"
  category    = "analytics"
  criticality = "medium"
}

resource_type "google_vertex_ai_*" {
  name        = "Vertex AI"
  category    = "analytics"
  criticality = "medium"
}

resource_type "google_storage_bucket" {
  name        = "storage bucket"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps objects"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "its objects are gone, and others can take its name"
  telling     = { storage_class = "storage class", uniform_bucket_level_access = "uniform access", public_access_prevention = "public access prevention" }
  label       = ["name"]

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

resource_type "google_storage_bucket_object" {
  name        = "storage object"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "file in a bucket"
  destroy     = ["data_loss"]
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_storage_bucket_iam_member" {
  name        = "bucket grant"
  plural      = "bucket grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets somebody into a bucket"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/storage_bucket_iam.html.markdown"
}

resource_type "google_storage_bucket_iam_binding" {
  name        = "bucket grant"
  plural      = "bucket grants"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with one role on a bucket"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/storage_bucket_iam.html.markdown"
}

resource_type "google_storage_bucket_iam_policy" {
  name        = "bucket access policy"
  plural      = "bucket access policies"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "everybody with any role on a bucket"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/storage_bucket_iam.html.markdown"
}

resource_type "google_storage_bucket_acl" {
  name        = "bucket ACL"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may do what in a bucket, the older way"
  destroy     = ["access_lost"]
}

resource_type "google_storage_*" {
  name        = "storage"
  category    = "storage"
  criticality = "medium"
}

resource_type "google_pubsub_topic" {
  name        = "Pub/Sub topic"
  category    = "messaging"
  criticality = "high"
  summary     = "hands messages to its subscriptions"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "google_pubsub_subscription" {
  name        = "Pub/Sub subscription"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "messages that wait for a reader"
  destroy     = ["data_loss", "outage"]
  destroy_why = "messages in it are gone"
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_policy"
    on        = "PREVENT"
    default   = "DELETE"
  }
}

resource_type "google_pubsub_*" {
  name        = "Pub/Sub"
  category    = "messaging"
  criticality = "medium"
}
