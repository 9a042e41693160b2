# Azure: machines, clusters, applications, data.

resource_type "azurerm_resource_group" {
  name        = "resource group"
  category    = "governance"
  criticality = "critical"
  stateful    = true
  summary     = "resources that live and die together"
  destroy     = ["data_loss", "outage"]
  destroy_why = "everything in it is deleted with it, when the provider is allowed to"
  label       = ["name"]
  docs        = "https://learn.microsoft.com/azure/azure-resource-manager/management/delete-resource-group"
}

resource_type "azurerm_virtual_machine" {
  name        = "VM"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  telling     = { vm_size = "size" }
  label       = ["name"]
}

resource_type "azurerm_linux_virtual_machine" {
  name        = "Linux VM"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its OS disk goes with it"
  telling     = { size = "size" }
  label       = ["name"]
}

resource_type "azurerm_windows_virtual_machine" {
  name        = "Windows VM"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its OS disk goes with it"
  telling     = { size = "size" }
  label       = ["name"]
}

resource_type "azurerm_virtual_machine_extension" {
  name        = "VM extension"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "software that Azure puts on a machine"
  destroy     = ["outage"]
}

resource_type "azurerm_linux_virtual_machine_scale_set" {
  name        = "Linux VM scale set"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "keeps a number of machines running"
  destroy     = ["outage"]
  telling     = { instances = "instances", sku = "size" }
}

resource_type "azurerm_windows_virtual_machine_scale_set" {
  name        = "Windows VM scale set"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "keeps a number of machines running"
  destroy     = ["outage"]
  telling     = { instances = "instances", sku = "size" }
}

resource_type "azurerm_orchestrated_virtual_machine_scale_set" {
  name        = "VM scale set"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "keeps a number of machines running"
  destroy     = ["outage"]
  telling     = { instances = "instances" }
}

resource_type "azurerm_availability_set" {
  name        = "availability set"
  category    = "compute"
  criticality = "medium"
  summary     = "how machines are spread"
  destroy     = ["outage"]
}

resource_type "azurerm_proximity_placement_group" {
  name        = "proximity placement group"
  category    = "compute"
  criticality = "low"
  summary     = "keeps machines near each other"
  destroy     = ["outage"]
}

resource_type "azurerm_managed_disk" {
  name        = "disk"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a machine"
  destroy     = ["data_loss"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { disk_size_gb = "size", storage_account_type = "type" }
}

resource_type "azurerm_virtual_machine_data_disk_attachment" {
  name        = "disk attachment"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "ties a disk to a machine"
  destroy     = ["outage"]
}

resource_type "azurerm_snapshot" {
  name        = "disk snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a disk"
  destroy     = ["data_loss"]
}

resource_type "azurerm_image" {
  name        = "machine image"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "image that machines start from"
  destroy     = ["data_loss"]
}

resource_type "azurerm_shared_image_gallery" {
  name        = "image gallery"
  plural      = "image galleries"
  category    = "compute"
  criticality = "medium"
  stateful    = true
  summary     = "images to share"
  destroy     = ["data_loss"]
}

resource_type "azurerm_kubernetes_cluster" {
  name        = "AKS cluster"
  category    = "cluster"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "Kubernetes control plane"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "every workload on it ends and what lives only in the cluster is gone"
  telling     = { kubernetes_version = "version", sku_tier = "tier" }
  label       = ["name"]
}

resource_type "azurerm_kubernetes_cluster_node_pool" {
  name        = "AKS node pool"
  category    = "cluster"
  criticality = "high"
  billed      = true
  summary     = "machines of a cluster"
  destroy     = ["outage"]
  destroy_why = "its pods are evicted and need room elsewhere"
  telling     = { vm_size = "size", node_count = "nodes", orchestrator_version = "version" }
}

resource_type "azurerm_container_registry" {
  name        = "container registry"
  plural      = "container registries"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps container images"
  destroy     = ["data_loss", "address_lost"]
  destroy_why = "its images are gone and new pods cannot pull them"
  telling     = { sku = "SKU" }
}

resource_type "azurerm_container_group" {
  name        = "container group"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "containers without machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_container_app" {
  name        = "container app"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "application of containers"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_container_app_environment" {
  name        = "container app environment"
  category    = "cluster"
  criticality = "critical"
  billed      = true
  summary     = "where container apps run"
  destroy     = ["outage"]
}

resource_type "azurerm_app_service_plan" {
  name        = "App Service plan"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines of web applications"
  destroy     = ["outage"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/app_service_plan.html.markdown"
}

resource_type "azurerm_service_plan" {
  name        = "App Service plan"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines of web applications"
  destroy     = ["outage"]
  telling     = { sku_name = "SKU" }
}

resource_type "azurerm_app_service" {
  name        = "web app"
  category    = "compute"
  criticality = "critical"
  summary     = "web application"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/app_service.html.markdown"
}

resource_type "azurerm_linux_web_app" {
  name        = "Linux web app"
  category    = "compute"
  criticality = "critical"
  summary     = "web application"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_windows_web_app" {
  name        = "Windows web app"
  category    = "compute"
  criticality = "critical"
  summary     = "web application"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_function_app" {
  name        = "function app"
  category    = "compute"
  criticality = "high"
  summary     = "code that runs on request"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/function_app.html.markdown"
}

resource_type "azurerm_linux_function_app" {
  name        = "Linux function app"
  category    = "compute"
  criticality = "high"
  summary     = "code that runs on request"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_windows_function_app" {
  name        = "Windows function app"
  category    = "compute"
  criticality = "high"
  summary     = "code that runs on request"
  destroy     = ["outage", "address_lost"]
  label       = ["name"]
}

resource_type "azurerm_static_site" {
  name        = "static site"
  category    = "delivery"
  criticality = "high"
  summary     = "site of files"
  destroy     = ["outage", "address_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/static_site.html.markdown"
}

resource_type "azurerm_static_web_app" {
  name        = "static web app"
  category    = "delivery"
  criticality = "high"
  summary     = "site of files"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_logic_app_workflow" {
  name        = "logic app"
  category    = "compute"
  criticality = "medium"
  summary     = "steps of a workflow"
  destroy     = ["outage"]
}

resource_type "azurerm_batch_account" {
  name        = "batch account"
  category    = "compute"
  criticality = "high"
  summary     = "where batch jobs run"
  destroy     = ["outage"]
}

resource_type "azurerm_storage_account" {
  name        = "storage account"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps blobs, files, queues and tables"
  destroy     = ["data_loss", "address_lost", "name_lost"]
  destroy_why = "everything in it is gone, and others can take its name"
  telling     = { account_tier = "tier", account_replication_type = "replication", min_tls_version = "minimum TLS version", public_network_access_enabled = "public network access", allow_nested_items_to_be_public = "public blobs" }
  label       = ["name"]
  docs        = "https://learn.microsoft.com/azure/storage/common/storage-account-recover"
}

resource_type "azurerm_storage_container" {
  name        = "blob container"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "keeps blobs"
  destroy     = ["data_loss"]
  telling     = { container_access_type = "access" }
  label       = ["name"]
}

resource_type "azurerm_storage_blob" {
  name        = "blob"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "file in a container"
  destroy     = ["data_loss"]
}

resource_type "azurerm_storage_share" {
  name        = "file share"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "files that machines share"
  destroy     = ["data_loss"]
}

resource_type "azurerm_storage_queue" {
  name        = "storage queue"
  category    = "messaging"
  criticality = "medium"
  stateful    = true
  summary     = "messages that wait"
  destroy     = ["data_loss"]
}

resource_type "azurerm_storage_table" {
  name        = "storage table"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "table of entries"
  destroy     = ["data_loss"]
}

resource_type "azurerm_storage_account_network_rules" {
  name        = "storage firewall rules"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "from where a storage account is reached"
  destroy     = ["access_lost"]
}

resource_type "azurerm_storage_management_policy" {
  name        = "storage lifecycle policy"
  plural      = "storage lifecycle policies"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "which blobs expire or get cheaper"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_storage_*" {
  name        = "storage"
  category    = "storage"
  criticality = "medium"
}

resource_type "azurerm_sql_server" {
  name        = "SQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "server of databases"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its databases go with it"
  telling     = { version = "version" }
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/sql_server.html.markdown"
}

resource_type "azurerm_mssql_server" {
  name        = "SQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "server of databases"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its databases go with it"
  telling     = { version = "version", minimum_tls_version = "minimum TLS version" }
  label       = ["name"]
}

resource_type "azurerm_sql_database" {
  name        = "SQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database"
  destroy     = ["data_loss"]
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/sql_database.html.markdown"
}

resource_type "azurerm_mssql_database" {
  name        = "SQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database"
  destroy     = ["data_loss"]
  telling     = { sku_name = "SKU", max_size_gb = "largest size" }
  label       = ["name"]
}

resource_type "azurerm_mssql_elasticpool" {
  name        = "elastic pool"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "databases that share their size"
  destroy     = ["outage"]
}

resource_type "azurerm_mssql_managed_instance" {
  name        = "SQL managed instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "server of databases in a network"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_sql_firewall_rule" {
  name        = "SQL firewall rule"
  also        = ["azurerm_mssql_firewall_rule"]
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "from where a server is reached"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/mssql_firewall_rule.html.markdown"
}

resource_type "azurerm_mssql_*" {
  name        = "SQL server"
  category    = "database"
  criticality = "medium"
}

resource_type "azurerm_postgresql_server" {
  name        = "PostgreSQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage"]
  telling     = { version = "version", sku_name = "SKU", storage_mb = "storage" }
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/postgresql_server.html.markdown"
}

resource_type "azurerm_postgresql_flexible_server" {
  name        = "PostgreSQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its backups are kept for five days, and a restore from them is not guaranteed"
  telling     = { version = "version", sku_name = "SKU", storage_mb = "storage" }
  label       = ["name"]
  docs        = "https://learn.microsoft.com/azure/postgresql/backup-restore/how-to-restore-deleted-server"
}

resource_type "azurerm_postgresql_configuration" {
  name        = "PostgreSQL setting"
  category    = "database"
  criticality = "medium"
  part        = true
  summary     = "one setting of a server"
  destroy     = ["outage"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/postgresql_configuration.html.markdown"
}

resource_type "azurerm_postgresql_database" {
  name        = "PostgreSQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database on a server"
  destroy     = ["data_loss"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/postgresql_database.html.markdown"
}

resource_type "azurerm_postgresql_*" {
  name        = "PostgreSQL"
  category    = "database"
  criticality = "medium"
}

resource_type "azurerm_mysql_server" {
  name        = "MySQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage"]
  telling     = { version = "version", sku_name = "SKU" }
  label       = ["name"]
  docs        = "https://github.com/hashicorp/terraform-provider-azurerm/blob/v3.117.0/website/docs/r/mysql_server.html.markdown"
}

resource_type "azurerm_mysql_flexible_server" {
  name        = "MySQL server"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database server"
  destroy     = ["data_loss", "outage"]
  telling     = { version = "version", sku_name = "SKU" }
  label       = ["name"]
}

resource_type "azurerm_mysql_*" {
  name        = "MySQL"
  category    = "database"
  criticality = "medium"
}

resource_type "azurerm_mariadb_*" {
  name        = "MariaDB"
  category    = "database"
  criticality = "high"
}

resource_type "azurerm_cosmosdb_account" {
  name        = "Cosmos DB account"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "databases over many places"
  destroy     = ["data_loss", "outage", "address_lost"]
  telling     = { offer_type = "offer", kind = "kind" }
  label       = ["name"]
}

resource_type "azurerm_cosmosdb_sql_database" {
  name        = "Cosmos DB database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database of documents"
  destroy     = ["data_loss"]
}

resource_type "azurerm_cosmosdb_sql_container" {
  name        = "Cosmos DB container"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "documents of one sort"
  destroy     = ["data_loss"]
}

resource_type "azurerm_cosmosdb_*" {
  name        = "Cosmos DB"
  category    = "database"
  criticality = "high"
}

resource_type "azurerm_redis_cache" {
  name        = "Redis cache"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage"]
  telling     = { sku_name = "SKU", capacity = "capacity", minimum_tls_version = "minimum TLS version" }
}

resource_type "azurerm_servicebus_namespace" {
  name        = "Service Bus namespace"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "queues and topics"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its queues and the messages in them are gone"
  telling     = { sku = "SKU" }
}

resource_type "azurerm_servicebus_queue" {
  name        = "Service Bus queue"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "messages that wait for a reader"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_servicebus_topic" {
  name        = "Service Bus topic"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "hands messages to its subscriptions"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_servicebus_subscription" {
  name        = "Service Bus subscription"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "gets a topic's messages"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_servicebus_*" {
  name        = "Service Bus"
  category    = "messaging"
  criticality = "medium"
}

resource_type "azurerm_eventhub_namespace" {
  name        = "Event Hubs namespace"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "streams of events"
  destroy     = ["data_loss", "outage"]
  telling     = { sku = "SKU", capacity = "capacity" }
}

resource_type "azurerm_eventhub" {
  name        = "event hub"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "stream of events"
  destroy     = ["data_loss", "outage"]
  telling     = { partition_count = "partitions", message_retention = "retention" }
}

resource_type "azurerm_eventhub_*" {
  name        = "event hub"
  category    = "messaging"
  criticality = "medium"
}

resource_type "azurerm_eventgrid_topic" {
  name        = "Event Grid topic"
  category    = "messaging"
  criticality = "high"
  summary     = "hands events to its subscriptions"
  destroy     = ["outage"]
}

resource_type "azurerm_eventgrid_*" {
  name        = "Event Grid"
  category    = "messaging"
  criticality = "medium"
}

resource_type "azurerm_data_factory" {
  name        = "data factory"
  plural      = "data factories"
  category    = "analytics"
  criticality = "high"
  summary     = "moves and works on data"
  destroy     = ["outage"]
}

resource_type "azurerm_data_factory_*" {
  name        = "data factory"
  category    = "analytics"
  criticality = "medium"
}

resource_type "azurerm_databricks_workspace" {
  name        = "Databricks workspace"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "notebooks and clusters for data"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_synapse_*" {
  name        = "Synapse"
  category    = "analytics"
  criticality = "high"
}

resource_type "azurerm_search_service" {
  name        = "search service"
  category    = "database"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "search and its index"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_cognitive_account" {
  name        = "AI services account"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "models behind an API"
  destroy     = ["outage", "address_lost"]
}
