# Machines, containers, functions.

resource_type "aws_instance" {
  name        = "EC2 instance"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "virtual machine"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "its local disks are gone, and its addresses are not the same again"
  telling     = { instance_type = "instance type", ami = "image", monitoring = "detailed monitoring" }
  label       = ["tags.Name"]
  docs        = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html"

  protection "deletion_protection" {
    attribute = "disable_api_termination"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_spot_instance_request" {
  name        = "spot instance request"
  category    = "compute"
  criticality = "medium"
  billed      = true
  summary     = "machine at a changing price"
  destroy     = ["outage"]
}

resource_type "aws_launch_template" {
  name        = "launch template"
  category    = "compute"
  criticality = "high"
  summary     = "how machines are made"
  destroy     = ["outage"]
  telling     = { instance_type = "instance type", image_id = "image" }
}

resource_type "aws_launch_configuration" {
  name        = "launch configuration"
  category    = "compute"
  criticality = "high"
  summary     = "how machines are made"
  destroy     = []
  replace     = []
  telling     = { instance_type = "instance type", image_id = "image" }
}

resource_type "aws_autoscaling_group" {
  name        = "Auto Scaling group"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "keeps a number of machines running"
  destroy     = ["outage"]
  telling     = { min_size = "minimum", max_size = "maximum", desired_capacity = "desired" }
}

resource_type "aws_autoscaling_policy" {
  name        = "scaling policy"
  category    = "compute"
  criticality = "medium"
  summary     = "when machines are added or taken away"
  destroy     = ["protection_lost"]
}

resource_type "aws_autoscaling_schedule" {
  name        = "scaling schedule"
  category    = "compute"
  criticality = "medium"
  summary     = "when machines are added or taken away"
  destroy     = ["protection_lost"]
  telling     = { min_size = "minimum", max_size = "maximum", desired_capacity = "desired" }
}

resource_type "aws_autoscaling_attachment" {
  name        = "Auto Scaling attachment"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "puts machines behind a load balancer"
  destroy     = ["outage"]
}

resource_type "aws_autoscaling_lifecycle_hook" {
  name        = "lifecycle hook"
  category    = "compute"
  criticality = "medium"
  part        = true
  summary     = "what happens before a machine starts or ends"
  destroy     = []
}

resource_type "aws_autoscaling_*" {
  name        = "Auto Scaling"
  category    = "compute"
  criticality = "medium"
}

resource_type "aws_appautoscaling_target" {
  name        = "scaling target"
  category    = "compute"
  criticality = "medium"
  summary     = "bounds of a service's scaling"
  destroy     = ["protection_lost"]
  telling     = { min_capacity = "minimum", max_capacity = "maximum" }
}

resource_type "aws_appautoscaling_policy" {
  name        = "service scaling policy"
  category    = "compute"
  criticality = "medium"
  summary     = "when a service is scaled"
  destroy     = ["protection_lost"]
}

resource_type "aws_ami" {
  name        = "machine image"
  category    = "compute"
  criticality = "high"
  stateful    = true
  summary     = "image that machines start from"
  destroy     = ["data_loss"]
}

resource_type "aws_ami_copy" {
  name        = "machine image copy"
  plural      = "machine image copies"
  category    = "compute"
  criticality = "medium"
  stateful    = true
  summary     = "copy of an image"
  destroy     = ["data_loss"]
}

resource_type "aws_key_pair" {
  name        = "SSH key pair"
  category    = "identity"
  criticality = "medium"
  summary     = "lets a person into new machines"
  destroy     = ["access_lost"]
}

resource_type "aws_placement_group" {
  name        = "placement group"
  category    = "compute"
  criticality = "medium"
  summary     = "how machines are spread"
  destroy     = ["outage"]
}

resource_type "aws_eks_cluster" {
  name        = "EKS cluster"
  category    = "cluster"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "Kubernetes control plane"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "every workload on it ends and what lives only in the cluster is gone"
  telling     = { version = "version" }
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/eks/latest/userguide/delete-cluster.html"

  protection "deletion_protection" {
    attribute = "deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_eks_node_group" {
  name        = "EKS node group"
  category    = "cluster"
  criticality = "high"
  billed      = true
  summary     = "machines of an EKS cluster"
  destroy     = ["outage"]
  destroy_why = "its pods are evicted and need room elsewhere"
  telling     = { version = "version", instance_types = "instance types", ami_type = "image type", "scaling_config.0.min_size" = "minimum", "scaling_config.0.max_size" = "maximum", "scaling_config.0.desired_size" = "desired" }
}

resource_type "aws_eks_addon" {
  name        = "EKS add-on"
  category    = "cluster"
  criticality = "high"
  summary     = "component that AWS keeps on the cluster"
  destroy     = ["outage"]
  telling     = { addon_version = "version" }
  label       = ["addon_name"]
  destroy_why = "its software leaves the cluster with it unless preserve is set"
}

resource_type "aws_eks_fargate_profile" {
  name        = "EKS Fargate profile"
  category    = "cluster"
  criticality = "high"
  summary     = "which pods run without machines"
  destroy     = ["outage"]
}

resource_type "aws_eks_access_entry" {
  name        = "EKS access entry"
  plural      = "EKS access entries"
  category    = "identity"
  criticality = "high"
  summary     = "lets an identity into a cluster"
  destroy     = ["access_lost"]
}

resource_type "aws_eks_access_policy_association" {
  name        = "EKS access policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "what an identity may do in a cluster"
  destroy     = ["access_lost"]
}

resource_type "aws_eks_identity_provider_config" {
  name        = "EKS identity provider"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets people in by OIDC"
  destroy     = ["access_lost"]
}

resource_type "aws_eks_*" {
  name        = "EKS"
  category    = "cluster"
  criticality = "high"
}

resource_type "aws_ecs_cluster" {
  name        = "ECS cluster"
  category    = "cluster"
  criticality = "critical"
  summary     = "where containers run"
  destroy     = ["outage"]
}

resource_type "aws_ecs_service" {
  name        = "ECS service"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "keeps containers running"
  destroy     = ["outage"]
  telling     = { desired_count = "count", launch_type = "launch type", platform_version = "platform version" }
  label       = ["name"]
}

resource_type "aws_ecs_task_definition" {
  name        = "ECS task definition"
  category    = "compute"
  criticality = "high"
  summary     = "which containers run, and how"
  destroy     = []
  replace     = []
  telling     = { cpu = "CPU", memory = "memory", family = "family" }
}

resource_type "aws_ecs_capacity_provider" {
  name        = "ECS capacity provider"
  category    = "cluster"
  criticality = "high"
  summary     = "machines of an ECS cluster"
  destroy     = ["outage"]
}

resource_type "aws_ecs_cluster_capacity_providers" {
  name        = "ECS cluster capacity"
  plural      = "ECS cluster capacities"
  category    = "cluster"
  criticality = "high"
  part        = true
  summary     = "which machines an ECS cluster uses"
  destroy     = ["outage"]
}

resource_type "aws_ecs_*" {
  name        = "ECS"
  category    = "compute"
  criticality = "medium"
}

resource_type "aws_ecr_repository" {
  name        = "container repository"
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "keeps container images"
  destroy     = ["data_loss", "address_lost"]
  destroy_why = "its images are gone and new pods cannot pull them"
  label       = ["name"]

  protection "not_empty" {
    attribute = "force_delete"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_ecr_lifecycle_policy" {
  name        = "image lifecycle policy"
  category    = "storage"
  criticality = "medium"
  part        = true
  summary     = "which images are deleted"
  destroy     = ["protection_lost"]
}

resource_type "aws_ecr_repository_policy" {
  name        = "container repository policy"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "who may pull and push images"
  destroy     = ["access_lost"]
}

resource_type "aws_ecr_pull_through_cache_rule" {
  name        = "image pull-through cache"
  category    = "storage"
  criticality = "medium"
  summary     = "keeps copies of public images"
  destroy     = ["outage"]
}

resource_type "aws_ecr_*" {
  name        = "container registry"
  category    = "storage"
  criticality = "medium"
}

resource_type "aws_ecrpublic_repository" {
  name        = "public container repository"
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "offers container images to the public"
  destroy     = ["data_loss", "address_lost"]

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_lambda_function" {
  name        = "Lambda function"
  category    = "compute"
  criticality = "high"
  summary     = "code that runs on request"
  destroy     = ["outage"]
  telling     = { runtime = "runtime", memory_size = "memory", timeout = "timeout", handler = "handler", package_type = "package type" }
  label       = ["function_name"]
}

resource_type "aws_lambda_permission" {
  name        = "Lambda permission"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets a service call a function"
  destroy     = ["access_lost"]
  destroy_why = "calls by that service are refused"
}

resource_type "aws_lambda_alias" {
  name        = "Lambda alias"
  plural      = "Lambda aliases"
  category    = "compute"
  criticality = "high"
  part        = true
  summary     = "name of a function's version"
  destroy     = ["outage"]
  telling     = { function_version = "version" }
}

resource_type "aws_lambda_layer_version" {
  name        = "Lambda layer version"
  category    = "compute"
  criticality = "medium"
  summary     = "code that functions share"
  destroy     = []
}

resource_type "aws_lambda_event_source_mapping" {
  name        = "Lambda trigger"
  category    = "compute"
  criticality = "high"
  part        = true
  summary     = "feeds a function from a queue or stream"
  destroy     = ["outage"]
  telling     = { batch_size = "batch size", enabled = "enabled" }
}

resource_type "aws_lambda_function_url" {
  name        = "Lambda function URL"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "web address of a function"
  destroy     = ["outage", "address_lost"]
  telling     = { authorization_type = "authorization" }
}

resource_type "aws_lambda_provisioned_concurrency_config" {
  name        = "Lambda provisioned concurrency"
  plural      = "Lambda provisioned concurrencies"
  category    = "compute"
  criticality = "medium"
  part        = true
  billed      = true
  summary     = "keeps a function warm"
  destroy     = []
}

resource_type "aws_lambda_*" {
  name        = "Lambda"
  category    = "compute"
  criticality = "medium"
}

resource_type "aws_batch_job_definition" {
  name        = "Batch job definition"
  category    = "compute"
  criticality = "medium"
  summary     = "what a batch job runs"
  destroy     = ["outage"]
}

resource_type "aws_batch_job_queue" {
  name        = "Batch job queue"
  category    = "compute"
  criticality = "high"
  summary     = "where batch jobs wait"
  destroy     = ["outage"]
}

resource_type "aws_batch_compute_environment" {
  name        = "Batch compute environment"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "machines of batch jobs"
  destroy     = ["outage"]
}

resource_type "aws_apprunner_service" {
  name        = "App Runner service"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "web application without machines"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_elastic_beanstalk_application" {
  name        = "Elastic Beanstalk application"
  category    = "compute"
  criticality = "high"
  summary     = "application and its versions"
  destroy     = ["outage"]
}

resource_type "aws_elastic_beanstalk_environment" {
  name        = "Elastic Beanstalk environment"
  category    = "compute"
  criticality = "critical"
  billed      = true
  summary     = "machines and entry point of an application"
  destroy     = ["outage", "address_lost"]
  telling     = { solution_stack_name = "platform" }
}

resource_type "aws_lightsail_instance" {
  name        = "Lightsail instance"
  category    = "compute"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "machine"
  destroy     = ["data_loss", "outage", "address_lost"]
}

resource_type "aws_lightsail_container_service" {
  name        = "Lightsail container service"
  category    = "compute"
  criticality = "high"
  billed      = true
  summary     = "containers without machines"
  destroy     = ["outage", "address_lost"]
  telling     = { power = "power", scale = "scale" }
}

resource_type "aws_lightsail_*" {
  name        = "Lightsail"
  category    = "compute"
  criticality = "medium"
}

resource_type "aws_sfn_state_machine" {
  name        = "state machine"
  category    = "compute"
  criticality = "high"
  summary     = "steps of a workflow"
  destroy     = ["outage"]
  label       = ["name"]
}

resource_type "aws_appmesh_*" {
  name        = "App Mesh"
  category    = "network"
  criticality = "medium"
}
