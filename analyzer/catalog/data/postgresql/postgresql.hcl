docs = "https://github.com/cyrilgdn/terraform-provider-postgresql/blob/main/website/docs/r/postgresql_{name}.html.markdown"

resource_type "postgresql_database" {
  name        = "PostgreSQL database"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "tables and what is in them"
  destroy     = ["data_loss", "outage"]
}

resource_type "postgresql_schema" {
  name        = "PostgreSQL schema"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "tables that belong together"
  destroy     = ["data_loss"]

  protection "not_empty" {
    attribute = "drop_cascade"
    on        = "false"
    default   = "false"
  }
}

resource_type "postgresql_role" {
  name        = "PostgreSQL role"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "who may sign in or hold rights"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "postgresql_grant" {
  name        = "PostgreSQL grant"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights on tables"
  destroy     = ["access_lost"]
}

resource_type "postgresql_grant_role" {
  name        = "PostgreSQL role membership"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "role that another one has"
  destroy     = ["access_lost"]
}

resource_type "postgresql_default_privileges" {
  name        = "PostgreSQL default privileges"
  plural      = "PostgreSQL default privileges"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "rights on new tables"
  destroy     = ["access_lost"]
}

resource_type "postgresql_extension" {
  name        = "PostgreSQL extension"
  category    = "database"
  criticality = "high"
  summary     = "function that is added to a database"
  destroy     = ["outage"]
}

resource_type "postgresql_function" {
  name        = "PostgreSQL function"
  category    = "database"
  criticality = "medium"
  summary     = "code within a database"
  destroy     = ["outage"]
}

resource_type "postgresql_publication" {
  name        = "PostgreSQL publication"
  category    = "database"
  criticality = "high"
  summary     = "tables whose changes are handed on"
  destroy     = ["outage"]
  docs        = "https://github.com/cyrilgdn/terraform-provider-postgresql/blob/main/website/docs/r/postgresql_publication.markdown"
}

resource_type "postgresql_replication_slot" {
  name        = "PostgreSQL replication slot"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "how far a reader has come"
  destroy     = ["outage"]
  docs        = "https://github.com/cyrilgdn/terraform-provider-postgresql/blob/main/website/docs/r/postgresql_replication_slot.markdown"
}
