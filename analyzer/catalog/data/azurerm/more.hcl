resource_type "azurerm_application_load_balancer" {
  name        = "application load balancer for containers"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point of a cluster"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_app_configuration" {
  name        = "App Configuration store"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "settings of applications"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_app_configuration_key" {
  name        = "App Configuration key"
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "setting of applications"
  destroy     = ["data_loss"]
}

resource_type "azurerm_app_service_certificate" {
  name        = "App Service certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "azurerm_app_service_custom_hostname_binding" {
  name        = "App Service hostname"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "domain of an application"
  destroy     = ["outage"]
}

resource_type "azurerm_app_service_virtual_network_swift_connection" {
  name        = "App Service network link"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "way from an application into a network"
  destroy     = ["outage"]
}

resource_type "azurerm_automation_runbook" {
  name        = "runbook"
  category    = "governance"
  criticality = "medium"
  summary     = "script that Azure runs"
  destroy     = ["outage"]
}

resource_type "azurerm_automation_schedule" {
  name        = "automation schedule"
  category    = "governance"
  criticality = "low"
  summary     = "when a script runs"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_backup_policy_file_share" {
  name        = "file share backup policy"
  category    = "backup"
  criticality = "high"
  summary     = "when file shares are copied"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_backup_protected_file_share" {
  name        = "backed-up file share"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copies of a file share"
  destroy     = ["data_loss"]
  destroy_why = "its backups are gone with it"
}

resource_type "azurerm_cdn_frontdoor_endpoint" {
  name        = "Front Door endpoint"
  category    = "delivery"
  criticality = "critical"
  summary     = "address of a site"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_cdn_frontdoor_origin" {
  name        = "Front Door origin"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "server behind a site"
  destroy     = ["outage"]
}

resource_type "azurerm_cdn_frontdoor_origin_group" {
  name        = "Front Door origin group"
  category    = "delivery"
  criticality = "high"
  summary     = "servers behind a site"
  destroy     = ["outage"]
}

resource_type "azurerm_cdn_frontdoor_route" {
  name        = "Front Door route"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "which servers answer"
  destroy     = ["outage"]
}

resource_type "azurerm_cdn_frontdoor_firewall_policy" {
  name        = "Front Door firewall policy"
  category    = "firewall"
  criticality = "high"
  summary     = "refuses bad requests"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_cdn_frontdoor_custom_domain" {
  name        = "Front Door domain"
  category    = "delivery"
  criticality = "high"
  summary     = "domain of a site"
  destroy     = ["outage"]
}

resource_type "azurerm_cognitive_deployment" {
  name        = "model deployment"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "model that answers"
  destroy     = ["outage"]
}

resource_type "azurerm_communication_service" {
  name        = "communication service"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "mail, messages and calls"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_container_app_job" {
  name        = "container app job"
  category    = "compute"
  criticality = "medium"
  summary     = "containers that end by themselves"
  destroy     = ["outage"]
}

resource_type "azurerm_container_app_environment_certificate" {
  name        = "container app certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "proves who a site is"
  destroy     = ["outage"]
}

resource_type "azurerm_container_registry_task" {
  name        = "registry task"
  category    = "ci"
  criticality = "medium"
  summary     = "builds images"
  destroy     = ["outage"]
}

resource_type "azurerm_container_registry_token" {
  name        = "registry token"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "lets programs reach images"
  destroy     = ["credentials_invalid"]
}

resource_type "azurerm_container_registry_webhook" {
  name        = "registry webhook"
  category    = "ci"
  criticality = "low"
  summary     = "tells of new images"
  destroy     = ["outage"]
}

resource_type "azurerm_cosmosdb_mongo_database" {
  name        = "Cosmos DB MongoDB database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "collections of an account"
  destroy     = ["data_loss"]
}

resource_type "azurerm_cosmosdb_mongo_collection" {
  name        = "Cosmos DB MongoDB collection"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "documents of a database"
  destroy     = ["data_loss"]
}

resource_type "azurerm_cosmosdb_sql_role_assignment" {
  name        = "Cosmos DB role assignment"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may read which data"
  destroy     = ["access_lost"]
}

resource_type "azurerm_cosmosdb_postgresql_cluster" {
  name        = "Cosmos DB PostgreSQL cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database of several machines"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_data_factory_pipeline" {
  name        = "Data Factory pipeline"
  category    = "analytics"
  criticality = "high"
  summary     = "steps that move data"
  destroy     = ["outage"]
}

resource_type "azurerm_mssql_failover_group" {
  name        = "SQL failover group"
  category    = "database"
  criticality = "critical"
  summary     = "databases that move together"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_mssql_virtual_network_rule" {
  name        = "SQL network rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "subnet that is let in"
  destroy     = ["access_lost"]
}

resource_type "azurerm_postgresql_flexible_server_database" {
  name        = "PostgreSQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database on a server"
  destroy     = ["data_loss"]
}

resource_type "azurerm_postgresql_flexible_server_configuration" {
  name        = "PostgreSQL setting"
  category    = "database"
  criticality = "medium"
  part        = true
  summary     = "setting of a server"
  destroy     = []
}

resource_type "azurerm_postgresql_flexible_server_firewall_rule" {
  name        = "PostgreSQL firewall rule"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "addresses that are let in"
  destroy     = ["access_lost"]
}

resource_type "azurerm_mysql_flexible_database" {
  name        = "MySQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database on a server"
  destroy     = ["data_loss"]
}

resource_type "azurerm_network_manager" {
  name        = "network manager"
  category    = "network"
  criticality = "high"
  summary     = "rules of many networks"
  destroy     = ["outage"]
}

resource_type "azurerm_private_dns_resolver" {
  name        = "private DNS resolver"
  category    = "dns"
  criticality = "critical"
  billed      = true
  summary     = "answers DNS queries from and to a network"
  destroy     = ["outage"]
}

resource_type "azurerm_route_server" {
  name        = "route server"
  category    = "network"
  criticality = "high"
  billed      = true
  summary     = "exchanges routes"
  destroy     = ["outage"]
}

resource_type "azurerm_signalr_service" {
  name        = "SignalR service"
  category    = "messaging"
  criticality = "high"
  billed      = true
  summary     = "messages to browsers"
  destroy     = ["outage", "address_lost"]
}

resource_type "azurerm_synapse_workspace" {
  name        = "Synapse workspace"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "pools, pipelines and notebooks"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_synapse_sql_pool" {
  name        = "Synapse SQL pool"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "data warehouse"
  destroy     = ["data_loss", "outage"]
}

resource_type "azurerm_kusto_cluster" {
  name        = "Data Explorer cluster"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "databases of events"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "azurerm_kusto_database" {
  name        = "Data Explorer database"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  summary     = "tables of events"
  destroy     = ["data_loss"]
}

resource_type "azurerm_stream_analytics_job" {
  name        = "Stream Analytics job"
  category    = "analytics"
  criticality = "high"
  billed      = true
  summary     = "works on a stream"
  destroy     = ["outage"]
}

resource_type "azurerm_netapp_volume" {
  name        = "NetApp volume"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "files that machines share"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "azurerm_netapp_account" {
  name        = "NetApp account"
  category    = "storage"
  criticality = "high"
  summary     = "pools and volumes"
  destroy     = ["outage"]
}

resource_type "azurerm_consumption_budget_resource_group" {
  name        = "budget"
  category    = "governance"
  criticality = "low"
  summary     = "tells when it gets dear"
  destroy     = ["protection_lost"]
}

resource_type "azurerm_virtual_desktop_host_pool" {
  name        = "desktop host pool"
  category    = "compute"
  criticality = "high"
  summary     = "machines with desktops"
  destroy     = ["outage"]
}

resource_type "azurerm_iothub" {
  name        = "IoT Hub"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "devices and their messages"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "azurerm_eventgrid_event_subscription" {
  name        = "Event Grid subscription"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "where events go"
  destroy     = ["outage"]
}

resource_type "azurerm_notification_hub" {
  name        = "notification hub"
  category    = "messaging"
  criticality = "high"
  summary     = "messages to phones"
  destroy     = ["outage"]
}
