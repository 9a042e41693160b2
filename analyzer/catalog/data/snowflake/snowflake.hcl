docs = "https://github.com/snowflakedb/terraform-provider-snowflake/blob/main/docs/resources/{name}.md"

resource_type "snowflake_database" {
  name        = "Snowflake database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "schemas and what is in them"
  destroy     = ["data_loss", "outage"]
  destroy_why = "it can be restored only within its retention time"
}

resource_type "snowflake_schema" {
  name        = "Snowflake schema"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "tables that belong together"
  destroy     = ["data_loss", "outage"]
  destroy_why = "it can be restored only within its retention time"
}

resource_type "snowflake_table" {
  name        = "Snowflake table"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "table of records"
  destroy     = ["data_loss"]
  destroy_why = "it can be restored only within its retention time"
}

resource_type "snowflake_view" {
  name        = "Snowflake view"
  category    = "database"
  criticality = "medium"
  summary     = "saved query"
  destroy     = ["outage"]
}

resource_type "snowflake_warehouse" {
  name        = "Snowflake warehouse"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "computing power of queries"
  destroy     = ["outage"]
  telling     = { warehouse_size = "size" }
}

resource_type "snowflake_user" {
  name        = "Snowflake user"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "who signs in"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "snowflake_account_role" {
  name        = "Snowflake role"
  category    = "identity"
  criticality = "high"
  summary     = "rights of users"
  destroy     = ["access_lost"]
}

resource_type "snowflake_grant_privileges_to_account_role" {
  name        = "Snowflake grant"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights of a role"
  destroy     = ["access_lost"]
}

resource_type "snowflake_grant_account_role" {
  name        = "Snowflake role grant"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "role that somebody has"
  destroy     = ["access_lost"]
}

resource_type "snowflake_grant_ownership" {
  name        = "Snowflake ownership"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who owns an object"
  destroy     = ["access_lost"]
}

resource_type "snowflake_stage" {
  name        = "Snowflake stage"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "files to be loaded"
  destroy     = ["data_loss"]
}

resource_type "snowflake_pipe" {
  name        = "Snowflake pipe"
  category    = "analytics"
  criticality = "high"
  summary     = "loads files as they come"
  destroy     = ["outage"]
}

resource_type "snowflake_task" {
  name        = "Snowflake task"
  category    = "compute"
  criticality = "medium"
  summary     = "query that runs at set times"
  destroy     = ["outage"]
}

resource_type "snowflake_resource_monitor" {
  name        = "Snowflake resource monitor"
  category    = "governance"
  criticality = "medium"
  summary     = "stops what gets dear"
  destroy     = ["protection_lost"]
}

resource_type "snowflake_network_policy" {
  name        = "Snowflake network policy"
  category    = "firewall"
  criticality = "high"
  summary     = "addresses that are let in"
  destroy     = ["access_lost"]
}

resource_type "snowflake_storage_integration" {
  name        = "Snowflake storage integration"
  category    = "identity"
  criticality = "high"
  summary     = "how buckets are reached"
  destroy     = ["access_lost"]
}
