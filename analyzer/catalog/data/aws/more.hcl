resource_type "aws_db_proxy_default_target_group" {
  name        = "RDS proxy targets"
  category    = "database"
  criticality = "medium"
  part        = true
  summary     = "where a database proxy sends its connections"
  destroy     = ["outage"]
}

resource_type "aws_db_proxy_target" {
  name        = "RDS proxy target"
  category    = "database"
  criticality = "high"
  part        = true
  summary     = "database behind a proxy"
  destroy     = ["outage"]
}

resource_type "aws_db_snapshot_copy" {
  name        = "DB snapshot copy"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a snapshot"
  destroy     = ["data_loss"]
}

resource_type "aws_docdb_subnet_group" {
  name        = "DocumentDB subnet group"
  category    = "database"
  criticality = "medium"
  summary     = "subnets that a cluster may lie in"
  destroy     = ["outage"]
}

resource_type "aws_docdb_cluster_parameter_group" {
  name        = "DocumentDB parameter group"
  category    = "database"
  criticality = "medium"
  summary     = "settings of a cluster"
  destroy     = []
}

resource_type "aws_docdb_global_cluster" {
  name        = "DocumentDB global cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "database over several regions"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_neptune_subnet_group" {
  name        = "Neptune subnet group"
  category    = "database"
  criticality = "medium"
  summary     = "subnets that a cluster may lie in"
  destroy     = ["outage"]
}

resource_type "aws_neptune_cluster_parameter_group" {
  name        = "Neptune parameter group"
  category    = "database"
  criticality = "medium"
  summary     = "settings of a cluster"
  destroy     = []
}

resource_type "aws_neptune_global_cluster" {
  name        = "Neptune global cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "graph database over several regions"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_redshift_subnet_group" {
  name        = "Redshift subnet group"
  category    = "analytics"
  criticality = "medium"
  summary     = "subnets that a warehouse may lie in"
  destroy     = ["outage"]
}

resource_type "aws_redshift_parameter_group" {
  name        = "Redshift parameter group"
  category    = "analytics"
  criticality = "medium"
  summary     = "settings of a warehouse"
  destroy     = []
}

resource_type "aws_redshiftserverless_namespace" {
  name        = "Redshift Serverless namespace"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  summary     = "databases and users of a warehouse without machines"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_redshiftserverless_workgroup" {
  name        = "Redshift Serverless workgroup"
  category    = "analytics"
  criticality = "high"
  billed      = true
  summary     = "computing power of a warehouse without machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_elasticache_serverless_cache" {
  name        = "ElastiCache serverless cache"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache without machines"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its endpoint is not the same again"
}

resource_type "aws_elasticache_global_replication_group" {
  name        = "ElastiCache global replication group"
  category    = "cache"
  criticality = "high"
  stateful    = true
  summary     = "cache over several regions"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_elasticache_user" {
  name        = "ElastiCache user"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in to a cache"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "aws_elasticache_user_group" {
  name        = "ElastiCache user group"
  category    = "identity"
  criticality = "high"
  summary     = "users of a cache"
  destroy     = ["access_lost"]
}

resource_type "aws_memorydb_subnet_group" {
  name        = "MemoryDB subnet group"
  category    = "database"
  criticality = "medium"
  summary     = "subnets that a cluster may lie in"
  destroy     = ["outage"]
}

resource_type "aws_memorydb_acl" {
  name        = "MemoryDB access list"
  category    = "identity"
  criticality = "high"
  summary     = "users of a cluster"
  destroy     = ["access_lost"]
}

resource_type "aws_memorydb_user" {
  name        = "MemoryDB user"
  category    = "identity"
  criticality = "high"
  summary     = "who may sign in to a cluster"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "aws_memorydb_parameter_group" {
  name        = "MemoryDB parameter group"
  category    = "database"
  criticality = "medium"
  summary     = "settings of a cluster"
  destroy     = []
}

resource_type "aws_dynamodb_table_replica" {
  name        = "DynamoDB table replica"
  category    = "database"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a table in another region"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
  }
}

resource_type "aws_dynamodb_resource_policy" {
  name        = "DynamoDB resource policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a table"
  destroy     = ["access_lost"]
}

resource_type "aws_dynamodb_kinesis_streaming_destination" {
  name        = "DynamoDB stream to Kinesis"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "hands a table's changes on"
  destroy     = ["outage"]
}

resource_type "aws_dsql_cluster" {
  name        = "Aurora DSQL cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "SQL database without machines"
  destroy     = ["data_loss", "outage", "address_lost"]

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_qldb_ledger" {
  name        = "QLDB ledger"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "ledger that cannot be rewritten"
  destroy     = ["data_loss", "outage"]
  label       = ["name"]

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "true"
  }
}

resource_type "aws_timestreamwrite_database" {
  name        = "Timestream database"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "tables of measures over time"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_timestreamwrite_table" {
  name        = "Timestream table"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "measures over time"
  destroy     = ["data_loss"]
}

resource_type "aws_keyspaces_keyspace" {
  name        = "keyspace"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "tables of a Cassandra database"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_keyspaces_table" {
  name        = "Keyspaces table"
  category    = "database"
  criticality = "high"
  stateful    = true
  summary     = "table of a Cassandra database"
  destroy     = ["data_loss"]
}

resource_type "aws_dax_cluster" {
  name        = "DAX cluster"
  category    = "cache"
  criticality = "high"
  billed      = true
  summary     = "cache before DynamoDB"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_fsx_backup" {
  name        = "FSx backup"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a file system"
  destroy     = ["data_loss"]
}

resource_type "aws_fsx_ontap_file_system" {
  name        = "FSx ONTAP file system"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "files that machines share"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_fsx_ontap_storage_virtual_machine" {
  name        = "ONTAP virtual machine"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "file server of its own within a file system"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_efs_file_system_policy" {
  name        = "EFS policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a file system"
  destroy     = ["access_lost"]
}

resource_type "aws_efs_backup_policy" {
  name        = "EFS backup policy"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "whether a file system is backed up"
  destroy     = ["protection_lost"]
}

resource_type "aws_efs_replication_configuration" {
  name        = "EFS replication"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "keeps a copy of a file system elsewhere"
  destroy     = ["protection_lost"]
}

resource_type "aws_ebs_snapshot_copy" {
  name        = "EBS snapshot copy"
  category    = "backup"
  criticality = "high"
  stateful    = true
  summary     = "copy of a disk's snapshot"
  destroy     = ["data_loss"]
}

resource_type "aws_ebs_default_kms_key" {
  name        = "default disk key"
  category    = "encryption"
  criticality = "high"
  summary     = "key that new disks are encrypted with"
  destroy     = ["protection_lost"]
}

resource_type "aws_backup_vault_policy" {
  name        = "backup vault policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a backup vault"
  destroy     = ["access_lost"]
}

resource_type "aws_backup_vault_notifications" {
  name        = "backup vault notifications"
  category    = "backup"
  criticality = "low"
  part        = true
  summary     = "tells what becomes of backups"
  destroy     = ["protection_lost"]
}

resource_type "aws_backup_region_settings" {
  name        = "backup settings"
  category    = "backup"
  criticality = "medium"
  summary     = "what is backed up in a region"
  destroy     = ["protection_lost"]
}

resource_type "aws_backup_global_settings" {
  name        = "account backup settings"
  category    = "backup"
  criticality = "medium"
  summary     = "backup settings of the account"
  destroy     = ["protection_lost"]
}

resource_type "aws_glacier_vault" {
  name        = "Glacier vault"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  summary     = "archive of files"
  destroy     = ["data_loss"]
}

resource_type "aws_s3_directory_bucket" {
  name        = "S3 directory bucket"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "keeps objects in one zone"
  destroy     = ["data_loss", "name_lost"]

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_s3_bucket_inventory" {
  name        = "bucket inventory"
  category    = "storage"
  criticality = "low"
  part        = true
  summary     = "list of a bucket's objects"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_metric" {
  name        = "bucket metric"
  category    = "observability"
  criticality = "low"
  part        = true
  summary     = "counts what is done with a bucket"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_accelerate_configuration" {
  name        = "bucket acceleration"
  category    = "storage"
  criticality = "low"
  part        = true
  summary     = "faster way to a bucket"
  destroy     = ["outage"]
}

resource_type "aws_s3_bucket_intelligent_tiering_configuration" {
  name        = "bucket tiering"
  category    = "storage"
  criticality = "low"
  part        = true
  summary     = "moves what is seldom read to cheaper storage"
  destroy     = []
  plural      = "bucket tierings"
}

resource_type "aws_s3control_multi_region_access_point" {
  name        = "multi-region access point"
  category    = "storage"
  criticality = "high"
  summary     = "one address for buckets in several regions"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_sqs_queue_redrive_allow_policy" {
  name        = "queue redrive permission"
  category    = "messaging"
  criticality = "low"
  part        = true
  summary     = "which queues may hand failed messages over"
  destroy     = ["access_lost"]
}

resource_type "aws_sns_platform_application" {
  name        = "SNS platform application"
  category    = "messaging"
  criticality = "high"
  summary     = "way to phones"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_event_archive" {
  name        = "event archive"
  category    = "messaging"
  criticality = "medium"
  stateful    = true
  summary     = "keeps events to be played again"
  destroy     = ["data_loss"]
}

resource_type "aws_cloudwatch_event_connection" {
  name        = "event connection"
  category    = "secret"
  criticality = "medium"
  summary     = "how an outside API is signed in to"
  destroy     = ["outage", "credentials_invalid"]
}

resource_type "aws_cloudwatch_event_api_destination" {
  name        = "event API destination"
  category    = "messaging"
  criticality = "medium"
  summary     = "outside API that events go to"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_event_bus_policy" {
  name        = "event bus policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may send events"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudwatch_query_definition" {
  name        = "saved log query"
  category    = "observability"
  criticality = "low"
  summary     = "query on logs"
  destroy     = []
}

resource_type "aws_cloudwatch_log_account_policy" {
  name        = "log account policy"
  category    = "observability"
  criticality = "medium"
  summary     = "what holds for all log groups"
  destroy     = ["protection_lost"]
}

resource_type "aws_cloudtrail_event_data_store" {
  name        = "CloudTrail event data store"
  category    = "audit"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "record of who did what, to be queried"
  destroy     = ["data_loss"]

  protection "deletion_protection" {
    attribute = "termination_protection_enabled"
    on        = "true"
    default   = "true"
  }
}

resource_type "aws_config_configuration_aggregator" {
  name        = "Config aggregator"
  category    = "audit"
  criticality = "medium"
  summary     = "what other accounts record, in one place"
  destroy     = ["protection_lost"]
}

resource_type "aws_config_conformance_pack" {
  name        = "Config conformance pack"
  category    = "audit"
  criticality = "medium"
  summary     = "rules that are checked together"
  destroy     = ["protection_lost"]
}

resource_type "aws_config_remediation_configuration" {
  name        = "Config remediation"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "what sets right what breaks a rule"
  destroy     = ["protection_lost"]
}

resource_type "aws_securityhub_standards_subscription" {
  name        = "Security Hub standard"
  category    = "audit"
  criticality = "medium"
  summary     = "standard that the account is held against"
  destroy     = ["protection_lost"]
}

resource_type "aws_guardduty_filter" {
  name        = "GuardDuty filter"
  category    = "audit"
  criticality = "low"
  part        = true
  summary     = "findings that are put aside"
  destroy     = []
}

resource_type "aws_guardduty_member" {
  name        = "GuardDuty member"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "account that is watched"
  destroy     = ["protection_lost"]
}

resource_type "aws_macie2_classification_job" {
  name        = "Macie job"
  category    = "audit"
  criticality = "medium"
  summary     = "looks for personal data"
  destroy     = ["protection_lost"]
}

resource_type "aws_accessanalyzer_archive_rule" {
  name        = "Access Analyzer archive rule"
  category    = "audit"
  criticality = "low"
  part        = true
  summary     = "findings that are put aside"
  destroy     = []
}

resource_type "aws_inspector_assessment_template" {
  name        = "Inspector assessment"
  category    = "audit"
  criticality = "medium"
  summary     = "what machines are examined for"
  destroy     = ["protection_lost"]
}

resource_type "aws_iam_virtual_mfa_device" {
  name        = "virtual MFA device"
  category    = "identity"
  criticality = "medium"
  summary     = "second factor of a user"
  destroy     = ["access_lost"]
}

resource_type "aws_iam_signing_certificate" {
  name        = "signing certificate"
  category    = "certificate"
  criticality = "medium"
  summary     = "certificate that a user signs with"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_iam_service_specific_credential" {
  name        = "service credential"
  category    = "secret"
  criticality = "medium"
  summary     = "password for one service"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_cognito_user" {
  name        = "Cognito user"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "user of an application"
  destroy     = ["access_lost"]
}

resource_type "aws_cognito_user_group" {
  name        = "Cognito user group"
  category    = "identity"
  criticality = "medium"
  summary     = "users with the same rights"
  destroy     = ["access_lost"]
}

resource_type "aws_cognito_identity_provider" {
  name        = "Cognito identity provider"
  category    = "identity"
  criticality = "high"
  summary     = "outside way to sign in"
  destroy     = ["access_lost"]
}

resource_type "aws_cognito_resource_server" {
  name        = "Cognito resource server"
  category    = "identity"
  criticality = "high"
  summary     = "API and what may be asked of it"
  destroy     = ["access_lost"]
}

resource_type "aws_cognito_identity_pool_roles_attachment" {
  name        = "identity pool roles"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "roles that users take on"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_permissions_boundary_attachment" {
  name        = "permission set boundary"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "most that a permission set may allow"
  destroy     = ["access_lost"]
}

resource_type "aws_ssoadmin_customer_managed_policy_attachment" {
  name        = "permission set policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "rights of a permission set"
  destroy     = ["access_lost"]
}

resource_type "aws_rolesanywhere_profile" {
  name        = "Roles Anywhere profile"
  category    = "identity"
  criticality = "high"
  summary     = "roles that machines outside of AWS take on"
  destroy     = ["access_lost"]
}

resource_type "aws_acmpca_policy" {
  name        = "private CA policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a private CA"
  destroy     = ["access_lost"]
}

resource_type "aws_acmpca_permission" {
  name        = "private CA permission"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "lets ACM issue certificates"
  destroy     = ["access_lost"]
}

resource_type "aws_acmpca_certificate" {
  name        = "private CA certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "certificate of a private CA"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_acmpca_certificate_authority_certificate" {
  name        = "private CA's own certificate"
  plural      = "private CAs' own certificates"
  category    = "certificate"
  criticality = "critical"
  part        = true
  summary     = "certificate that a private CA signs with"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_kms_replica_external_key" {
  name        = "external KMS replica key"
  category    = "encryption"
  criticality = "critical"
  stateful    = true
  summary     = "copy of an imported key in another region"
  destroy     = ["data_loss"]

  protection "recovery_window" {
    attribute = "deletion_window_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_cloudfront_origin_request_policy" {
  name        = "CloudFront origin request policy"
  category    = "delivery"
  criticality = "medium"
  summary     = "what is handed on to the origin"
  destroy     = []
}

resource_type "aws_cloudfront_public_key" {
  name        = "CloudFront public key"
  category    = "delivery"
  criticality = "medium"
  summary     = "key that links are signed with"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudfront_key_group" {
  name        = "CloudFront key group"
  category    = "delivery"
  criticality = "medium"
  summary     = "keys that links are signed with"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudfront_vpc_origin" {
  name        = "CloudFront VPC origin"
  category    = "delivery"
  criticality = "high"
  summary     = "origin within a VPC"
  destroy     = ["outage"]
}

resource_type "aws_globalaccelerator_listener" {
  name        = "global accelerator listener"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "ports that an accelerator takes"
  destroy     = ["outage"]
}

resource_type "aws_globalaccelerator_endpoint_group" {
  name        = "global accelerator endpoint group"
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "what an accelerator sends to in a region"
  destroy     = ["outage"]
}

resource_type "aws_lb_trust_store" {
  name        = "load balancer trust store"
  category    = "certificate"
  criticality = "high"
  summary     = "authorities whose clients are let in"
  destroy     = ["access_lost"]
}

resource_type "aws_apigatewayv2_domain_name" {
  name        = "HTTP API domain name"
  category    = "delivery"
  criticality = "high"
  summary     = "domain of an API"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_apigatewayv2_api_mapping" {
  name        = "HTTP API mapping"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "which API answers on a domain"
  destroy     = ["outage"]
}

resource_type "aws_apigatewayv2_vpc_link" {
  name        = "HTTP API VPC link"
  category    = "network"
  criticality = "high"
  summary     = "way from an API into a VPC"
  destroy     = ["outage"]
}

resource_type "aws_apigatewayv2_deployment" {
  name        = "HTTP API deployment"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "version of an API that is served"
  destroy     = ["outage"]
}

resource_type "aws_api_gateway_usage_plan_key" {
  name        = "API usage plan key"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "key that a plan is for"
  destroy     = ["access_lost"]
}

resource_type "aws_api_gateway_request_validator" {
  name        = "API request validator"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "refuses requests that are not as they should be"
  destroy     = ["protection_lost"]
}

resource_type "aws_api_gateway_model" {
  name        = "API model"
  category    = "delivery"
  criticality = "low"
  part        = true
  summary     = "shape of a request or an answer"
  destroy     = []
}

resource_type "aws_api_gateway_rest_api_policy" {
  name        = "API policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may call an API"
  destroy     = ["access_lost"]
}

resource_type "aws_api_gateway_gateway_response" {
  name        = "API error response"
  category    = "delivery"
  criticality = "low"
  part        = true
  summary     = "answer to a failed request"
  destroy     = []
}

resource_type "aws_api_gateway_client_certificate" {
  name        = "API client certificate"
  category    = "certificate"
  criticality = "medium"
  summary     = "certificate that an API shows to its backend"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_appsync_graphql_api" {
  name        = "GraphQL API"
  category    = "delivery"
  criticality = "critical"
  billed      = true
  summary     = "entry point of an API"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_appsync_datasource" {
  name        = "GraphQL data source"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "where an API gets its answers"
  destroy     = ["outage"]
}

resource_type "aws_appsync_resolver" {
  name        = "GraphQL resolver"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "how a field is answered"
  destroy     = ["outage"]
}

resource_type "aws_appsync_function" {
  name        = "GraphQL function"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "step of an answer"
  destroy     = ["outage"]
}

resource_type "aws_appsync_api_key" {
  name        = "GraphQL API key"
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "key of an API's clients"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_ec2_tag" {
  name        = "tag of a resource"
  plural      = "tags of resources"
  category    = "other"
  criticality = "low"
  part        = true
  summary     = "tag on a resource that is managed elsewhere"
  destroy     = []
}

resource_type "aws_ec2_fleet" {
  name        = "EC2 fleet"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines of several kinds"
  destroy     = ["outage"]
}

resource_type "aws_spot_fleet_request" {
  name        = "spot fleet"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines at a price that changes"
  destroy     = ["outage"]
}

resource_type "aws_ec2_capacity_reservation" {
  name        = "capacity reservation"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines that are kept free"
  destroy     = ["protection_lost"]
}

resource_type "aws_ec2_host" {
  name        = "dedicated host"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "hardware of one's own"
  destroy     = ["outage"]
}

resource_type "aws_ec2_instance_state" {
  name        = "EC2 instance state"
  category    = "compute"
  criticality = "high"
  part        = true
  summary     = "whether a machine runs"
  destroy     = []
}

resource_type "aws_ec2_managed_prefix_list_entry" {
  name        = "prefix list entry"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "address range of a list"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_route_table_association" {
  name        = "transit gateway route table association"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "which routes an attachment follows"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_route_table_propagation" {
  name        = "transit gateway route propagation"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "tells a route table of an attachment's routes"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_peering_attachment" {
  name        = "transit gateway peering"
  category    = "network"
  criticality = "high"
  summary     = "joins two transit gateways"
  destroy     = ["outage"]
}

resource_type "aws_ec2_transit_gateway_peering_attachment_accepter" {
  name        = "transit gateway peering acceptance"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "agrees to a peering"
  destroy     = []
}

resource_type "aws_ec2_transit_gateway_vpc_attachment_accepter" {
  name        = "transit gateway attachment acceptance"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "agrees to an attachment"
  destroy     = []
}

resource_type "aws_ec2_transit_gateway_prefix_list_reference" {
  name        = "transit gateway prefix list route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "route for a list of address ranges"
  destroy     = ["outage"]
}

resource_type "aws_network_interface_sg_attachment" {
  name        = "security group attachment"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "firewall of an interface"
  destroy     = ["access_lost"]
}

resource_type "aws_vpc_endpoint_policy" {
  name        = "VPC endpoint policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what may be reached through an endpoint"
  destroy     = ["access_lost"]
}

resource_type "aws_vpc_endpoint_security_group_association" {
  name        = "VPC endpoint firewall"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "who may use an endpoint"
  destroy     = ["access_lost"]
}

resource_type "aws_vpc_endpoint_connection_accepter" {
  name        = "VPC endpoint acceptance"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "lets an endpoint connect"
  destroy     = ["outage"]
}

resource_type "aws_vpc_endpoint_service_allowed_principal" {
  name        = "VPC endpoint service permission"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "who may connect to a service"
  destroy     = ["access_lost"]
}

resource_type "aws_vpc_ipam_pool_cidr" {
  name        = "IPAM pool range"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "address range that a pool hands out"
  destroy     = []
}

resource_type "aws_vpc_ipv6_cidr_block_association" {
  name        = "VPC IPv6 range"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "IPv6 addresses of a VPC"
  destroy     = ["outage"]
}

resource_type "aws_vpc_peering_connection_options" {
  name        = "VPC peering options"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "what a peering lets through"
  destroy     = ["outage"]
}

resource_type "aws_vpn_gateway_attachment" {
  name        = "VPN gateway attachment"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "ties a VPN gateway to a VPC"
  destroy     = ["outage"]
}

resource_type "aws_vpn_gateway_route_propagation" {
  name        = "VPN route propagation"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "tells a route table of a VPN's routes"
  destroy     = ["outage"]
}

resource_type "aws_vpn_connection_route" {
  name        = "VPN route"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "what goes through a VPN"
  destroy     = ["outage"]
}

resource_type "aws_dx_private_virtual_interface" {
  name        = "Direct Connect private interface"
  category    = "network"
  criticality = "critical"
  summary     = "way over a line into a VPC"
  destroy     = ["outage"]
}

resource_type "aws_dx_transit_virtual_interface" {
  name        = "Direct Connect transit interface"
  category    = "network"
  criticality = "critical"
  summary     = "way over a line to transit gateways"
  destroy     = ["outage"]
}

resource_type "aws_dx_gateway_association" {
  name        = "Direct Connect association"
  category    = "network"
  criticality = "critical"
  part        = true
  summary     = "joins a line with gateways"
  destroy     = ["outage"]
}

resource_type "aws_networkfirewall_logging_configuration" {
  name        = "network firewall log"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "record of what a firewall sees"
  destroy     = ["protection_lost"]
}

resource_type "aws_route53_resolver_query_log_config" {
  name        = "DNS query log"
  category    = "audit"
  criticality = "medium"
  summary     = "record of DNS queries"
  destroy     = ["protection_lost"]
}

resource_type "aws_route53_resolver_query_log_config_association" {
  name        = "DNS query log association"
  category    = "audit"
  criticality = "low"
  part        = true
  summary     = "VPC whose queries are recorded"
  destroy     = ["protection_lost"]
}

resource_type "aws_route53_delegation_set" {
  name        = "name server set"
  category    = "dns"
  criticality = "high"
  summary     = "name servers that several zones share"
  destroy     = ["address_lost"]
}

resource_type "aws_service_discovery_http_namespace" {
  name        = "service discovery namespace"
  category    = "dns"
  criticality = "high"
  summary     = "names of services"
  destroy     = ["outage"]
}

resource_type "aws_service_discovery_public_dns_namespace" {
  name        = "public service discovery namespace"
  category    = "dns"
  criticality = "high"
  summary     = "names of services, for everybody"
  destroy     = ["outage"]
}

resource_type "aws_vpclattice_service" {
  name        = "Lattice service"
  category    = "network"
  criticality = "high"
  summary     = "service that others in the network reach"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_vpclattice_service_network" {
  name        = "Lattice service network"
  category    = "network"
  criticality = "high"
  summary     = "services that reach each other"
  destroy     = ["outage"]
}

resource_type "aws_vpclattice_target_group" {
  name        = "Lattice target group"
  category    = "network"
  criticality = "high"
  summary     = "what a service is made of"
  destroy     = ["outage"]
}

resource_type "aws_vpclattice_listener" {
  name        = "Lattice listener"
  category    = "network"
  criticality = "high"
  part        = true
  summary     = "port that a service takes"
  destroy     = ["outage"]
}

resource_type "aws_eks_capability" {
  name        = "EKS capability"
  category    = "cluster"
  criticality = "high"
  summary     = "component that AWS runs for the cluster"
  destroy     = ["outage"]
}

resource_type "aws_ecr_replication_configuration" {
  name        = "image replication"
  category    = "backup"
  criticality = "medium"
  summary     = "copies images to other regions"
  destroy     = ["protection_lost"]
}

resource_type "aws_ecr_registry_policy" {
  name        = "registry policy"
  category    = "identity"
  criticality = "high"
  summary     = "who may use the registry"
  destroy     = ["access_lost"]
}

resource_type "aws_ecr_registry_scanning_configuration" {
  name        = "image scan settings"
  category    = "audit"
  criticality = "medium"
  summary     = "when images are scanned"
  destroy     = ["protection_lost"]
}

resource_type "aws_ecr_repository_creation_template" {
  name        = "image repository template"
  category    = "storage"
  criticality = "low"
  summary     = "how repositories are made"
  destroy     = []
}

resource_type "aws_ecrpublic_repository_policy" {
  name        = "public repository policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may push images"
  destroy     = ["access_lost"]
}

resource_type "aws_lambda_code_signing_config" {
  name        = "Lambda code signing"
  category    = "compute"
  criticality = "medium"
  summary     = "which code is let in"
  destroy     = ["protection_lost"]
}

resource_type "aws_lambda_function_event_invoke_config" {
  name        = "Lambda retry settings"
  category    = "compute"
  criticality = "low"
  part        = true
  summary     = "what becomes of failed calls"
  destroy     = []
}

resource_type "aws_lambda_layer_version_permission" {
  name        = "Lambda layer permission"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who may use a layer"
  destroy     = ["access_lost"]
}

resource_type "aws_lambda_invocation" {
  name        = "Lambda call"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "one call of a function during apply"
  destroy     = []
}

resource_type "aws_autoscaling_group_tag" {
  name        = "Auto Scaling group tag"
  category    = "compute"
  criticality = "low"
  part        = true
  summary     = "tag of a group"
  destroy     = []
}

resource_type "aws_autoscaling_notification" {
  name        = "Auto Scaling notification"
  category    = "observability"
  criticality = "low"
  part        = true
  summary     = "tells of machines that come and go"
  destroy     = ["protection_lost"]
}

resource_type "aws_appautoscaling_scheduled_action" {
  name        = "scaling schedule"
  category    = "compute"
  criticality = "medium"
  summary     = "scaling at set times"
  destroy     = ["protection_lost"]
}

resource_type "aws_apprunner_vpc_connector" {
  name        = "App Runner VPC connector"
  category    = "network"
  criticality = "high"
  summary     = "way from a service into a VPC"
  destroy     = ["outage"]
}

resource_type "aws_apprunner_connection" {
  name        = "App Runner connection"
  category    = "identity"
  criticality = "medium"
  summary     = "way to the source code"
  destroy     = ["access_lost"]
}

resource_type "aws_apprunner_auto_scaling_configuration_version" {
  name        = "App Runner scaling"
  category    = "compute"
  criticality = "low"
  summary     = "how a service scales"
  destroy     = []
}

resource_type "aws_elastic_beanstalk_application_version" {
  name        = "Elastic Beanstalk version"
  category    = "compute"
  criticality = "medium"
  summary     = "version of an application"
  destroy     = []
}

resource_type "aws_emr_security_configuration" {
  name        = "EMR security configuration"
  category    = "encryption"
  criticality = "medium"
  summary     = "how a cluster encrypts"
  destroy     = ["protection_lost"]
}

resource_type "aws_emrserverless_application" {
  name        = "EMR Serverless application"
  category    = "analytics"
  criticality = "high"
  billed      = true
  summary     = "Spark and Hive without machines"
  destroy     = ["outage"]
}

resource_type "aws_mwaa_environment" {
  name        = "Airflow environment"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "workflows and their history"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "aws_glue_connection" {
  name        = "Glue connection"
  category    = "analytics"
  criticality = "medium"
  summary     = "how a job reaches its data"
  destroy     = ["outage"]
}

resource_type "aws_glue_trigger" {
  name        = "Glue trigger"
  category    = "analytics"
  criticality = "medium"
  summary     = "when a job runs"
  destroy     = ["outage"]
}

resource_type "aws_glue_workflow" {
  name        = "Glue workflow"
  category    = "analytics"
  criticality = "medium"
  summary     = "jobs in order"
  destroy     = ["outage"]
}

resource_type "aws_glue_registry" {
  name        = "schema registry"
  category    = "analytics"
  criticality = "medium"
  stateful    = true
  summary     = "schemas of messages"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_glue_schema" {
  name        = "schema"
  category    = "analytics"
  criticality = "medium"
  stateful    = true
  summary     = "shape of messages"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_glue_security_configuration" {
  name        = "Glue security configuration"
  category    = "encryption"
  criticality = "medium"
  summary     = "how jobs encrypt"
  destroy     = ["protection_lost"]
}

resource_type "aws_glue_data_catalog_encryption_settings" {
  name        = "data catalog encryption"
  category    = "encryption"
  criticality = "high"
  summary     = "whether the catalog is encrypted"
  destroy     = ["protection_lost"]
}

resource_type "aws_glue_resource_policy" {
  name        = "data catalog policy"
  category    = "identity"
  criticality = "high"
  summary     = "who may use the catalog"
  destroy     = ["access_lost"]
}

resource_type "aws_lakeformation_permissions" {
  name        = "data lake permission"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may read which data"
  destroy     = ["access_lost"]
}

resource_type "aws_lakeformation_resource" {
  name        = "data lake location"
  category    = "analytics"
  criticality = "high"
  summary     = "bucket that belongs to the lake"
  destroy     = ["access_lost"]
}

resource_type "aws_lakeformation_data_lake_settings" {
  name        = "data lake settings"
  category    = "identity"
  criticality = "high"
  summary     = "who runs the lake"
  destroy     = ["access_lost"]
}

resource_type "aws_athena_named_query" {
  name        = "saved Athena query"
  category    = "analytics"
  criticality = "low"
  summary     = "query that is kept"
  destroy     = []
}

resource_type "aws_athena_data_catalog" {
  name        = "Athena data catalog"
  category    = "analytics"
  criticality = "medium"
  summary     = "where tables are looked up"
  destroy     = ["outage"]
}

resource_type "aws_msk_serverless_cluster" {
  name        = "serverless Kafka cluster"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "topics and the records in them"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its topics and records are gone"
}

resource_type "aws_msk_scram_secret_association" {
  name        = "Kafka sign-in"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may sign in to a cluster"
  destroy     = ["access_lost"]
}

resource_type "aws_msk_cluster_policy" {
  name        = "Kafka cluster policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a cluster"
  destroy     = ["access_lost"]
}

resource_type "aws_mskconnect_connector" {
  name        = "Kafka connector"
  category    = "messaging"
  criticality = "high"
  billed      = true
  summary     = "moves records in or out"
  destroy     = ["outage"]
}

resource_type "aws_mq_configuration" {
  name        = "broker configuration"
  category    = "messaging"
  criticality = "medium"
  summary     = "settings of a broker"
  destroy     = []
}

resource_type "aws_kinesisanalyticsv2_application" {
  name        = "Kinesis Analytics application"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "works on a stream"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_kinesis_stream_consumer" {
  name        = "Kinesis stream consumer"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "reader of a stream"
  destroy     = ["outage"]
}

resource_type "aws_sagemaker_domain" {
  name        = "SageMaker domain"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "workplace of data scientists"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_sagemaker_notebook_instance" {
  name        = "SageMaker notebook"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machine with notebooks"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_sagemaker_model" {
  name        = "SageMaker model"
  category    = "analytics"
  criticality = "medium"
  summary     = "what an endpoint answers with"
  destroy     = ["outage"]
}

resource_type "aws_sagemaker_endpoint_configuration" {
  name        = "SageMaker endpoint configuration"
  category    = "analytics"
  criticality = "medium"
  summary     = "machines of an endpoint"
  destroy     = []
}

resource_type "aws_sagemaker_user_profile" {
  name        = "SageMaker user profile"
  category    = "identity"
  criticality = "medium"
  stateful    = true
  summary     = "user of a domain"
  destroy     = ["data_loss", "access_lost"]
}

resource_type "aws_bedrock_guardrail" {
  name        = "Bedrock guardrail"
  category    = "governance"
  criticality = "high"
  summary     = "what a model may not say"
  destroy     = ["protection_lost"]
}

resource_type "aws_bedrockagent_agent" {
  name        = "Bedrock agent"
  category    = "compute"
  criticality = "high"
  summary     = "agent that calls tools"
  destroy     = ["outage"]
}

resource_type "aws_quicksight_user" {
  name        = "QuickSight user"
  category    = "identity"
  criticality = "medium"
  summary     = "who reads dashboards"
  destroy     = ["access_lost"]
}

resource_type "aws_quicksight_group" {
  name        = "QuickSight group"
  category    = "identity"
  criticality = "medium"
  summary     = "users with the same rights"
  destroy     = ["access_lost"]
}

resource_type "aws_transfer_user" {
  name        = "SFTP user"
  category    = "identity"
  criticality = "high"
  summary     = "who may upload files"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "aws_transfer_ssh_key" {
  name        = "SFTP user key"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "key that a user signs in with"
  destroy     = ["credentials_invalid", "access_lost"]
}

resource_type "aws_datasync_task" {
  name        = "DataSync task"
  category    = "storage"
  criticality = "medium"
  summary     = "copies files"
  destroy     = ["outage"]
}

resource_type "aws_dms_replication_task" {
  name        = "database migration task"
  category    = "database"
  criticality = "high"
  summary     = "copies a database"
  destroy     = ["outage"]
}

resource_type "aws_dms_endpoint" {
  name        = "database migration endpoint"
  category    = "database"
  criticality = "medium"
  summary     = "where a database is copied from or to"
  destroy     = ["outage"]
}

resource_type "aws_dms_replication_subnet_group" {
  name        = "database migration subnet group"
  category    = "database"
  criticality = "low"
  summary     = "subnets that a migration may lie in"
  destroy     = []
}

resource_type "aws_directory_service_directory" {
  name        = "directory"
  category    = "identity"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "users, groups and machines"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "every user and group in it is gone"
}

resource_type "aws_workspaces_directory" {
  name        = "WorkSpaces directory"
  category    = "identity"
  criticality = "high"
  summary     = "who may have a desktop"
  destroy     = ["access_lost"]
}

resource_type "aws_workspaces_ip_group" {
  name        = "WorkSpaces address list"
  category    = "firewall"
  criticality = "medium"
  summary     = "where desktops may be reached from"
  destroy     = ["access_lost"]
}

resource_type "aws_organizations_delegated_administrator" {
  name        = "delegated administrator"
  category    = "governance"
  criticality = "high"
  summary     = "account that runs a service for all"
  destroy     = ["access_lost"]
}

resource_type "aws_ram_resource_share_accepter" {
  name        = "resource share acceptance"
  category    = "governance"
  criticality = "high"
  part        = true
  summary     = "takes what another account shares"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudformation_stack_set" {
  name        = "CloudFormation stack set"
  category    = "other"
  criticality = "high"
  stateful    = true
  summary     = "stacks in many accounts"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_cloudformation_stack_set_instance" {
  name        = "stack set instance"
  category    = "other"
  criticality = "high"
  stateful    = true
  summary     = "stack in one account"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_servicecatalog_portfolio" {
  name        = "Service Catalog portfolio"
  category    = "governance"
  criticality = "medium"
  summary     = "products that may be ordered"
  destroy     = ["access_lost"]
}

resource_type "aws_servicecatalog_product" {
  name        = "Service Catalog product"
  category    = "governance"
  criticality = "medium"
  summary     = "what may be ordered"
  destroy     = ["access_lost"]
}

resource_type "aws_codebuild_webhook" {
  name        = "build webhook"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "starts builds"
  destroy     = ["outage"]
}

resource_type "aws_codebuild_source_credential" {
  name        = "build source credential"
  category    = "secret"
  criticality = "medium"
  summary     = "how sources are signed in to"
  destroy     = ["credentials_invalid"]
}

resource_type "aws_codepipeline_webhook" {
  name        = "pipeline webhook"
  category    = "ci"
  criticality = "medium"
  part        = true
  summary     = "starts a pipeline"
  destroy     = ["outage"]
}

resource_type "aws_codeartifact_domain" {
  name        = "package domain"
  category    = "source"
  criticality = "high"
  stateful    = true
  summary     = "repositories of packages"
  destroy     = ["data_loss"]
}

resource_type "aws_codeartifact_repository" {
  name        = "package repository"
  category    = "source"
  criticality = "high"
  stateful    = true
  summary     = "keeps packages"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_codedeploy_app" {
  name        = "CodeDeploy application"
  category    = "ci"
  criticality = "medium"
  summary     = "what is deployed"
  destroy     = ["outage"]
}

resource_type "aws_codedeploy_deployment_group" {
  name        = "CodeDeploy deployment group"
  category    = "ci"
  criticality = "medium"
  summary     = "where it is deployed to"
  destroy     = ["outage"]
}

resource_type "aws_codestarconnections_host" {
  name        = "source connection host"
  category    = "ci"
  criticality = "medium"
  summary     = "server of source code"
  destroy     = ["outage"]
}

resource_type "aws_imagebuilder_image_pipeline" {
  name        = "image pipeline"
  category    = "ci"
  criticality = "medium"
  summary     = "builds machine images"
  destroy     = ["outage"]
}

resource_type "aws_imagebuilder_image_recipe" {
  name        = "image recipe"
  category    = "ci"
  criticality = "low"
  summary     = "what an image is made of"
  destroy     = []
}

resource_type "aws_fis_experiment_template" {
  name        = "fault experiment"
  category    = "observability"
  criticality = "low"
  summary     = "fault that is made on purpose"
  destroy     = []
}

resource_type "aws_ses_configuration_set" {
  name        = "email configuration set"
  category    = "email"
  criticality = "medium"
  summary     = "what becomes of sent mail"
  destroy     = ["outage"]
}

resource_type "aws_sesv2_email_identity" {
  name        = "email identity"
  category    = "email"
  criticality = "high"
  summary     = "address or domain that sends mail"
  destroy     = ["outage"]
}

resource_type "aws_sesv2_configuration_set" {
  name        = "email configuration set"
  category    = "email"
  criticality = "medium"
  summary     = "what becomes of sent mail"
  destroy     = ["outage"]
}

resource_type "aws_ses_receipt_rule" {
  name        = "mail receipt rule"
  category    = "email"
  criticality = "high"
  part        = true
  summary     = "what becomes of received mail"
  destroy     = ["outage"]
}

resource_type "aws_ses_receipt_rule_set" {
  name        = "mail receipt rules"
  category    = "email"
  criticality = "high"
  summary     = "what becomes of received mail"
  destroy     = ["outage"]
}

resource_type "aws_ses_template" {
  name        = "mail template"
  category    = "email"
  criticality = "medium"
  summary     = "text of a mail"
  destroy     = ["outage"]
}

resource_type "aws_ssm_activation" {
  name        = "SSM activation"
  category    = "identity"
  criticality = "medium"
  summary     = "lets a machine outside of AWS be managed"
  destroy     = ["access_lost"]
}

resource_type "aws_ssm_maintenance_window_task" {
  name        = "maintenance task"
  category    = "governance"
  criticality = "low"
  part        = true
  summary     = "what is done in a window"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_maintenance_window_target" {
  name        = "maintenance target"
  category    = "governance"
  criticality = "low"
  part        = true
  summary     = "machines of a window"
  destroy     = ["protection_lost"]
}

resource_type "aws_ssm_service_setting" {
  name        = "SSM service setting"
  category    = "governance"
  criticality = "medium"
  summary     = "setting of the account"
  destroy     = ["protection_lost"]
}

resource_type "aws_prometheus_rule_group_namespace" {
  name        = "Prometheus rules"
  category    = "observability"
  criticality = "medium"
  part        = true
  summary     = "what is alarmed about"
  destroy     = ["protection_lost"]
}

resource_type "aws_prometheus_alert_manager_definition" {
  name        = "Prometheus alert route"
  category    = "observability"
  criticality = "medium"
  part        = true
  summary     = "who is told"
  destroy     = ["protection_lost"]
}

resource_type "aws_grafana_role_association" {
  name        = "Grafana role"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "who may read dashboards"
  destroy     = ["access_lost"]
}

resource_type "aws_xray_sampling_rule" {
  name        = "X-Ray sampling rule"
  category    = "observability"
  criticality = "low"
  summary     = "which requests are traced"
  destroy     = ["protection_lost"]
}

resource_type "aws_xray_group" {
  name        = "X-Ray group"
  category    = "observability"
  criticality = "low"
  summary     = "requests that are looked at together"
  destroy     = []
}

resource_type "aws_waf_web_acl" {
  name        = "classic web ACL"
  category    = "firewall"
  criticality = "high"
  summary     = "refuses bad requests"
  destroy     = ["protection_lost"]
}

resource_type "aws_wafv2_regex_pattern_set" {
  name        = "web ACL pattern set"
  category    = "firewall"
  criticality = "medium"
  summary     = "patterns of bad requests"
  destroy     = ["protection_lost"]
}
