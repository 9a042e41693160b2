# Databases, storage, queues, analytics.

resource_type "aws_db_instance" {
  name        = "RDS instance"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "managed database server"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots, and its endpoint is not the same again"
  telling     = { engine_version = "version", instance_class = "class", allocated_storage = "storage", multi_az = "multi-AZ", storage_type = "storage type", backup_retention_period = "backup retention", publicly_accessible = "public access", storage_encrypted = "encryption" }
  label       = ["identifier"]
  docs        = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }

  protection "final_snapshot" {
    attribute = "skip_final_snapshot"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_rds_cluster" {
  name        = "RDS cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database of several instances"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots, and its endpoint is not the same again"
  telling     = { engine_version = "version", backup_retention_period = "backup retention", storage_encrypted = "encryption" }
  label       = ["cluster_identifier"]
  docs        = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }

  protection "final_snapshot" {
    attribute = "skip_final_snapshot"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_rds_cluster_instance" {
  name        = "RDS cluster instance"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "machine of a database cluster"
  destroy     = ["outage"]
  destroy_why = "the cluster fails over, or stops when it is the only one"
  telling     = { instance_class = "class", engine_version = "version" }
}

resource_type "aws_rds_global_cluster" {
  name        = "global RDS cluster"
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

resource_type "aws_rds_cluster_parameter_group" {
  name        = "RDS cluster parameter group"
  category    = "database"
  criticality = "medium"
  summary     = "settings of a database cluster"
  destroy     = []
  replace     = ["outage"]
  replace_why = "some parameters only apply after a restart"
}

resource_type "aws_db_parameter_group" {
  name        = "DB parameter group"
  category    = "database"
  criticality = "medium"
  summary     = "settings of a database"
  destroy     = []
  replace     = ["outage"]
  replace_why = "some parameters only apply after a restart"
}

resource_type "aws_db_option_group" {
  name        = "DB option group"
  category    = "database"
  criticality = "medium"
  summary     = "features of a database"
  destroy     = []
}

resource_type "aws_db_subnet_group" {
  name        = "DB subnet group"
  category    = "database"
  criticality = "medium"
  summary     = "subnets that a database may lie in"
  destroy     = []
  destroy_why = "AWS refuses to delete one that a database lies in"
  docs        = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSubnetGroup.html"
}

resource_type "aws_db_proxy" {
  name        = "RDS proxy"
  plural      = "RDS proxies"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "keeps connections to a database"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_db_snapshot" {
  name        = "DB snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a database"
  destroy     = ["data_loss"]
}

resource_type "aws_db_cluster_snapshot" {
  name        = "DB cluster snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a database cluster"
  destroy     = ["data_loss"]
}

resource_type "aws_db_event_subscription" {
  name        = "DB event subscription"
  category    = "observability"
  criticality = "low"
  summary     = "tells of database events"
  destroy     = ["protection_lost"]
}

resource_type "aws_db_security_group" {
  name        = "DB security group"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of a database outside a VPC"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-aws/blob/v4.67.0/website/docs/r/db_security_group.html.markdown"
}

resource_type "aws_dynamodb_table" {
  name        = "DynamoDB table"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "table of items"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its items are gone but for backups"
  telling     = { billing_mode = "billing mode", read_capacity = "read capacity", write_capacity = "write capacity", table_class = "class" }
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html"

  protection "deletion_protection" {
    attribute = "deletion_protection_enabled"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_dynamodb_table_item" {
  name        = "DynamoDB item"
  category    = "database"
  criticality = "medium"
  stateful    = true
  part        = true
  summary     = "item that the configuration owns"
  destroy     = ["data_loss"]
}

resource_type "aws_dynamodb_global_table" {
  name        = "global DynamoDB table"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "table over several regions"
  destroy     = ["data_loss", "outage"]
}

resource_type "aws_dynamodb_*" {
  name        = "DynamoDB"
  category    = "database"
  criticality = "medium"
}

resource_type "aws_elasticache_cluster" {
  name        = "ElastiCache cluster"
  category    = "cache"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "cache in memory"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its endpoint is not the same again"
  telling     = { engine_version = "version", node_type = "node type", num_cache_nodes = "nodes" }

  protection "final_snapshot" {
    attribute = "final_snapshot_identifier"
    on        = "set"
  }
}

resource_type "aws_elasticache_replication_group" {
  name        = "ElastiCache replication group"
  category    = "cache"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "cache in memory with copies"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the cache starts empty, and its endpoint is not the same again"
  telling     = { engine_version = "version", node_type = "node type", num_cache_clusters = "nodes" }

  protection "final_snapshot" {
    attribute = "final_snapshot_identifier"
    on        = "set"
  }
}

resource_type "aws_elasticache_parameter_group" {
  name        = "ElastiCache parameter group"
  category    = "cache"
  criticality = "low"
  summary     = "settings of a cache"
  destroy     = ["outage"]
}

resource_type "aws_elasticache_subnet_group" {
  name        = "ElastiCache subnet group"
  category    = "cache"
  criticality = "low"
  summary     = "subnets that a cache may lie in"
  destroy     = ["outage"]
}

resource_type "aws_elasticache_security_group" {
  name        = "ElastiCache security group"
  category    = "firewall"
  criticality = "medium"
  summary     = "firewall of a cache outside a VPC"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-aws/blob/v4.67.0/website/docs/r/elasticache_security_group.html.markdown"
}

resource_type "aws_elasticache_*" {
  name        = "ElastiCache"
  category    = "cache"
  criticality = "medium"
}

resource_type "aws_memorydb_cluster" {
  name        = "MemoryDB cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "database in memory"
  destroy     = ["data_loss", "outage", "address_lost"]
  telling     = { node_type = "node type", engine_version = "version" }

  protection "final_snapshot" {
    attribute = "final_snapshot_name"
    on        = "set"
  }
}

resource_type "aws_neptune_cluster" {
  name        = "Neptune cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "graph database"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { engine_version = "version" }

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }

  protection "final_snapshot" {
    attribute = "skip_final_snapshot"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_neptune_cluster_instance" {
  name        = "Neptune instance"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "machine of a graph database"
  destroy     = ["outage"]
  telling     = { instance_class = "class" }
}

resource_type "aws_neptune_cluster_snapshot" {
  name        = "Neptune snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a graph database"
  destroy     = ["data_loss"]
}

resource_type "aws_neptune_*" {
  name        = "Neptune"
  category    = "database"
  criticality = "medium"
}

resource_type "aws_docdb_cluster" {
  name        = "DocumentDB cluster"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "document database"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { engine_version = "version" }

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }

  protection "final_snapshot" {
    attribute = "skip_final_snapshot"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_docdb_cluster_instance" {
  name        = "DocumentDB instance"
  category    = "database"
  criticality = "high"
  billed      = true
  summary     = "machine of a document database"
  destroy     = ["outage"]
  telling     = { instance_class = "class" }
}

resource_type "aws_docdb_*" {
  name        = "DocumentDB"
  category    = "database"
  criticality = "medium"
}

resource_type "aws_redshift_cluster" {
  name        = "Redshift cluster"
  category    = "analytics"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "data warehouse"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { node_type = "node type", number_of_nodes = "nodes" }

  protection "final_snapshot" {
    attribute = "skip_final_snapshot"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_redshift_security_group" {
  name        = "Redshift security group"
  category    = "firewall"
  criticality = "high"
  summary     = "firewall of a warehouse outside a VPC"
  destroy     = ["access_lost"]
  docs        = "https://github.com/hashicorp/terraform-provider-aws/blob/v4.67.0/website/docs/r/redshift_security_group.html.markdown"
}

resource_type "aws_redshift_*" {
  name        = "Redshift"
  category    = "analytics"
  criticality = "medium"
}

resource_type "aws_elasticsearch_domain" {
  name        = "Elasticsearch domain"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "search and its index"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its indexes are gone, and its endpoint is not the same again"
  telling     = { elasticsearch_version = "version" }
  label       = ["domain_name"]
}

resource_type "aws_elasticsearch_domain_policy" {
  name        = "Elasticsearch domain policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a search domain"
  destroy     = ["access_lost"]
}

resource_type "aws_opensearch_domain" {
  name        = "OpenSearch domain"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "search and its index"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its indexes are gone, and its endpoint is not the same again"
  telling     = { engine_version = "version" }
  label       = ["domain_name"]
}

resource_type "aws_opensearch_domain_policy" {
  name        = "OpenSearch domain policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a search domain"
  destroy     = ["access_lost"]
}

resource_type "aws_opensearch_*" {
  name        = "OpenSearch"
  category    = "database"
  criticality = "medium"
}

resource_type "aws_opensearchserverless_collection" {
  name        = "OpenSearch collection"
  category    = "database"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "search index without machines"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "aws_s3_bucket" {
  name        = "S3 bucket"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "keeps objects"
  destroy     = ["data_loss", "name_lost"]
  destroy_why = "its objects are gone, and others can take its name"
  label       = ["bucket"]
  docs        = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html"

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_s3_object" {
  name        = "S3 object"
  also        = ["aws_s3_bucket_object"]
  category    = "storage"
  criticality = "medium"
  stateful    = true
  summary     = "file in a bucket"
  destroy     = ["data_loss"]
  label       = ["key"]
}

resource_type "aws_s3_object_copy" {
  name        = "S3 object copy"
  plural      = "S3 object copies"
  category    = "storage"
  criticality = "low"
  stateful    = true
  summary     = "copy of a file in a bucket"
  destroy     = ["data_loss"]
}

resource_type "aws_s3_bucket_policy" {
  name        = "bucket policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may do what in a bucket"
  destroy     = ["access_lost"]
}

resource_type "aws_s3_bucket_acl" {
  name        = "bucket ACL"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may do what in a bucket, the older way"
  destroy     = ["access_lost"]
  telling     = { acl = "ACL" }
}

resource_type "aws_s3_bucket_public_access_block" {
  name        = "public access block"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "keeps a bucket from being public"
  destroy     = ["protection_lost"]
  telling     = { block_public_acls = "block public ACLs", block_public_policy = "block public policies", ignore_public_acls = "ignore public ACLs", restrict_public_buckets = "restrict public buckets" }
}

resource_type "aws_s3_account_public_access_block" {
  name        = "account public access block"
  category    = "firewall"
  criticality = "critical"
  summary     = "keeps an account's buckets from being public"
  destroy     = ["protection_lost"]
  telling     = { block_public_acls = "block public ACLs", block_public_policy = "block public policies", ignore_public_acls = "ignore public ACLs", restrict_public_buckets = "restrict public buckets" }
}

resource_type "aws_s3_bucket_versioning" {
  name        = "bucket versioning"
  plural      = "bucket versionings"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "keeps older contents of objects"
  destroy     = ["protection_lost"]
  destroy_why = "what is overwritten from then on is gone"
  telling     = { "versioning_configuration.0.status" = "status" }
}

resource_type "aws_s3_bucket_server_side_encryption_configuration" {
  name        = "bucket encryption"
  plural      = "bucket encryptions"
  category    = "encryption"
  criticality = "high"
  part        = true
  summary     = "encrypts a bucket's objects"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_lifecycle_configuration" {
  name        = "bucket lifecycle"
  plural      = "bucket lifecycles"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "which objects expire or get cheaper"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_logging" {
  name        = "bucket access log"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "record of requests to a bucket"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_notification" {
  name        = "bucket notification"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "tells others of new objects"
  destroy     = ["outage"]
}

resource_type "aws_s3_bucket_replication_configuration" {
  name        = "bucket replication"
  plural      = "bucket replications"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "copies objects to another bucket"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_ownership_controls" {
  name        = "bucket ownership"
  plural      = "bucket ownerships"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "whose the objects in a bucket are"
  destroy     = ["access_lost"]
}

resource_type "aws_s3_bucket_cors_configuration" {
  name        = "bucket CORS rules"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "which sites may read a bucket in a browser"
  destroy     = ["outage"]
}

resource_type "aws_s3_bucket_website_configuration" {
  name        = "bucket website"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "serves a bucket as a site"
  destroy     = ["outage"]
}

resource_type "aws_s3_bucket_object_lock_configuration" {
  name        = "bucket object lock"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "keeps objects from being deleted"
  destroy     = ["protection_lost"]
}

resource_type "aws_s3_bucket_*" {
  name        = "bucket"
  category    = "storage"
  criticality = "medium"
}

resource_type "aws_s3_access_point" {
  name        = "S3 access point"
  category    = "storage"
  criticality = "medium"
  summary     = "own way into a bucket"
  destroy     = ["access_lost"]
}

resource_type "aws_s3_*" {
  name        = "S3"
  category    = "storage"
  criticality = "medium"
}

resource_type "aws_ebs_volume" {
  name        = "EBS volume"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a machine"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its data is gone but for snapshots"
  telling     = { size = "size", type = "type", iops = "IOPS", throughput = "throughput" }
  label       = ["tags.Name"]

  protection "final_snapshot" {
    attribute = "final_snapshot"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_ebs_snapshot" {
  name        = "EBS snapshot"
  category    = "backup"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "copy of a disk"
  destroy     = ["data_loss"]
}

resource_type "aws_ebs_encryption_by_default" {
  name        = "default disk encryption"
  plural      = "default disk encryptions"
  category    = "encryption"
  criticality = "high"
  summary     = "encrypts new disks"
  destroy     = ["protection_lost"]
}

resource_type "aws_volume_attachment" {
  name        = "disk attachment"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "ties a disk to a machine"
  destroy     = ["outage"]
}

resource_type "aws_efs_file_system" {
  name        = "EFS file system"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "files that machines share"
  destroy     = ["data_loss", "outage"]
  destroy_why = "its files are gone but for backups"
  telling     = { throughput_mode = "throughput mode" }
  docs        = "https://docs.aws.amazon.com/efs/latest/ug/delete-efs-fs.html"
}

resource_type "aws_efs_mount_target" {
  name        = "EFS mount target"
  category    = "storage"
  criticality = "high"
  part        = true
  summary     = "address of a file system in a subnet"
  destroy     = ["outage"]
}

resource_type "aws_efs_access_point" {
  name        = "EFS access point"
  category    = "storage"
  criticality = "medium"
  summary     = "own way into a file system"
  destroy     = ["outage"]
}

resource_type "aws_efs_*" {
  name        = "EFS"
  category    = "storage"
  criticality = "medium"
}

resource_type "aws_fsx_lustre_file_system" {
  name        = "FSx for Lustre file system"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "fast shared files"
  destroy     = ["data_loss", "outage"]

  protection "final_snapshot" {
    attribute = "skip_final_backup"
    on        = "false"
    default   = "true"
  }
}

resource_type "aws_fsx_windows_file_system" {
  name        = "FSx for Windows file system"
  category    = "storage"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "shared files for Windows"
  destroy     = ["data_loss", "outage"]

  protection "final_snapshot" {
    attribute = "skip_final_backup"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_fsx_*" {
  name        = "FSx"
  category    = "storage"
  criticality = "high"
}

resource_type "aws_backup_vault" {
  name        = "backup vault"
  category    = "backup"
  criticality = "critical"
  stateful    = true
  summary     = "keeps backups"
  destroy     = ["protection_lost"]
  destroy_why = "AWS refuses to delete a vault that holds backups"

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_backup_plan" {
  name        = "backup plan"
  category    = "backup"
  criticality = "high"
  summary     = "what is backed up and when"
  destroy     = ["protection_lost"]
}

resource_type "aws_backup_selection" {
  name        = "backup selection"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "what a backup plan covers"
  destroy     = ["protection_lost"]
}

resource_type "aws_backup_vault_lock_configuration" {
  name        = "backup vault lock"
  category    = "backup"
  criticality = "high"
  part        = true
  summary     = "keeps backups from being deleted"
  destroy     = ["protection_lost"]
}

resource_type "aws_dlm_lifecycle_policy" {
  name        = "disk snapshot policy"
  category    = "backup"
  criticality = "high"
  summary     = "which disks are copied and when"
  destroy     = ["protection_lost"]
}

resource_type "aws_sqs_queue" {
  name        = "SQS queue"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  summary     = "messages that wait for a reader"
  destroy     = ["data_loss", "outage"]
  destroy_why = "messages in it are gone, and its name cannot be used again for 60 seconds"
  telling     = { visibility_timeout_seconds = "visibility timeout", message_retention_seconds = "retention" }
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html"
}

resource_type "aws_sqs_queue_policy" {
  name        = "queue policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a queue"
  destroy     = ["access_lost"]
}

resource_type "aws_sqs_queue_redrive_policy" {
  name        = "queue redrive policy"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "where messages go that nobody could handle"
  destroy     = ["protection_lost"]
}

resource_type "aws_sns_topic" {
  name        = "SNS topic"
  category    = "messaging"
  criticality = "high"
  summary     = "hands messages to its subscribers"
  destroy     = ["outage"]
  destroy_why = "its subscriptions go with it"
  label       = ["name"]
}

resource_type "aws_sns_topic_policy" {
  name        = "topic policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may use a topic"
  destroy     = ["access_lost"]
}

resource_type "aws_sns_topic_subscription" {
  name        = "topic subscription"
  category    = "messaging"
  criticality = "high"
  part        = true
  summary     = "gets a topic's messages"
  destroy     = ["outage"]
  telling     = { protocol = "protocol" }
}

resource_type "aws_sns_*" {
  name        = "SNS"
  category    = "messaging"
  criticality = "medium"
}

resource_type "aws_kinesis_stream" {
  name        = "Kinesis stream"
  category    = "messaging"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "stream of records"
  destroy     = ["data_loss", "outage"]
  telling     = { shard_count = "shards", retention_period = "retention" }
}

resource_type "aws_kinesis_firehose_delivery_stream" {
  name        = "Firehose stream"
  category    = "messaging"
  criticality = "high"
  billed      = true
  summary     = "carries records to where they are kept"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "aws_kinesis_*" {
  name        = "Kinesis"
  category    = "messaging"
  criticality = "medium"
}

resource_type "aws_msk_cluster" {
  name        = "Kafka cluster"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "streams of records"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its topics and records are gone"
  telling     = { kafka_version = "version", number_of_broker_nodes = "brokers" }
}

resource_type "aws_msk_configuration" {
  name        = "Kafka configuration"
  category    = "messaging"
  criticality = "medium"
  summary     = "settings of a Kafka cluster"
  destroy     = []
}

resource_type "aws_msk_*" {
  name        = "MSK"
  category    = "messaging"
  criticality = "medium"
}

resource_type "aws_mq_broker" {
  name        = "message broker"
  category    = "messaging"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "ActiveMQ or RabbitMQ"
  destroy     = ["data_loss", "outage", "address_lost"]
  telling     = { engine_version = "version", host_instance_type = "instance type" }
}

resource_type "aws_cloudwatch_event_rule" {
  name        = "EventBridge rule"
  category    = "messaging"
  criticality = "medium"
  summary     = "which events or times start something"
  destroy     = ["outage"]
  telling     = { schedule_expression = "schedule", state = "state" }
}

resource_type "aws_cloudwatch_event_target" {
  name        = "EventBridge target"
  category    = "messaging"
  criticality = "medium"
  part        = true
  summary     = "what an event starts"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_event_bus" {
  name        = "event bus"
  plural      = "event buses"
  category    = "messaging"
  criticality = "high"
  summary     = "way that events take"
  destroy     = ["outage"]
}

resource_type "aws_cloudwatch_event_permission" {
  name        = "event bus permission"
  category    = "identity"
  criticality = "medium"
  part        = true
  summary     = "lets others send events"
  destroy     = ["access_lost"]
}

resource_type "aws_scheduler_schedule" {
  name        = "schedule"
  category    = "messaging"
  criticality = "medium"
  summary     = "starts something at a time"
  destroy     = ["outage"]
}

resource_type "aws_pipes_pipe" {
  name        = "EventBridge pipe"
  category    = "messaging"
  criticality = "high"
  summary     = "leads events from a source to a target"
  destroy     = ["outage"]
}

resource_type "aws_glue_catalog_database" {
  name        = "Glue database"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  summary     = "group of tables in the data catalog"
  destroy     = ["data_loss"]
}

resource_type "aws_glue_catalog_table" {
  name        = "Glue table"
  category    = "analytics"
  criticality = "medium"
  stateful    = true
  summary     = "how files are read as a table"
  destroy     = ["data_loss"]
  destroy_why = "the description is gone, the files stay"
}

resource_type "aws_glue_job" {
  name        = "Glue job"
  category    = "analytics"
  criticality = "medium"
  summary     = "work on data"
  destroy     = ["outage"]
}

resource_type "aws_glue_crawler" {
  name        = "Glue crawler"
  category    = "analytics"
  criticality = "low"
  summary     = "finds tables in files"
  destroy     = ["protection_lost"]
}

resource_type "aws_glue_*" {
  name        = "Glue"
  category    = "analytics"
  criticality = "medium"
}

resource_type "aws_athena_database" {
  name        = "Athena database"
  category    = "analytics"
  criticality = "medium"
  stateful    = true
  summary     = "group of tables to query"
  destroy     = ["data_loss"]

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_athena_workgroup" {
  name        = "Athena workgroup"
  category    = "analytics"
  criticality = "medium"
  summary     = "limits and results of queries"
  destroy     = ["access_lost"]
}

resource_type "aws_emr_cluster" {
  name        = "EMR cluster"
  category    = "analytics"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machines that work on data"
  destroy     = ["data_loss", "outage"]

  protection "deletion_protection" {
    attribute = "termination_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_sagemaker_endpoint" {
  name        = "SageMaker endpoint"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "serves a model"
  destroy     = ["outage"]
}

resource_type "aws_sagemaker_*" {
  name        = "SageMaker"
  category    = "analytics"
  criticality = "medium"
}

resource_type "aws_transfer_server" {
  name        = "SFTP server"
  category    = "storage"
  criticality = "high"
  billed      = true
  summary     = "takes and gives files"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_pinpoint_*" {
  name        = "Pinpoint"
  category    = "messaging"
  criticality = "medium"
}
