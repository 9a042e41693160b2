docs = "https://github.com/hashicorp/terraform-provider-kubernetes/blob/main/docs/resources/{name}.md"

resource_type "kubernetes_namespace" {
  name        = "namespace"
  also        = ["kubernetes_namespace_v1"]
  category    = "kubernetes"
  criticality = "critical"
  stateful    = true
  summary     = "room for objects on a cluster"
  destroy     = ["data_loss", "outage"]
  destroy_why = "every object in it is deleted with it"
  docs        = "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"
}

resource_type "kubernetes_deployment" {
  name        = "deployment"
  also        = ["kubernetes_deployment_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "keeps copies of a pod running"
  destroy     = ["outage"]
  telling     = { "spec.0.replicas" = "replicas" }
}

resource_type "kubernetes_stateful_set" {
  name        = "stateful set"
  also        = ["kubernetes_stateful_set_v1"]
  category    = "kubernetes"
  criticality = "critical"
  stateful    = true
  summary     = "pods with disks of their own"
  destroy     = ["outage"]
  destroy_why = "its pods end, their volume claims stay unless told otherwise"
  telling     = { "spec.0.replicas" = "replicas" }
  docs        = "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/"
}

resource_type "kubernetes_daemonset" {
  name        = "daemon set"
  also        = ["kubernetes_daemon_set_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "a pod on every machine"
  destroy     = ["outage"]
}

resource_type "kubernetes_replication_controller" {
  name        = "replication controller"
  also        = ["kubernetes_replication_controller_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "keeps copies of a pod running"
  destroy     = ["outage"]
}

resource_type "kubernetes_pod" {
  name        = "pod"
  also        = ["kubernetes_pod_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "container or several"
  destroy     = ["outage"]
}

resource_type "kubernetes_job" {
  name        = "job"
  also        = ["kubernetes_job_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "runs to an end"
  destroy     = ["outage"]
}

resource_type "kubernetes_cron_job" {
  name        = "cron job"
  also        = ["kubernetes_cron_job_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "runs at times"
  destroy     = ["outage"]
  telling     = { "spec.0.schedule" = "schedule" }
}

resource_type "kubernetes_horizontal_pod_autoscaler" {
  name        = "pod autoscaler"
  also        = ["kubernetes_horizontal_pod_autoscaler_v1", "kubernetes_horizontal_pod_autoscaler_v2"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "adds and takes away pods"
  destroy     = ["protection_lost"]
  telling     = { "spec.0.min_replicas" = "minimum", "spec.0.max_replicas" = "maximum" }
}

resource_type "kubernetes_pod_disruption_budget" {
  name        = "disruption budget"
  also        = ["kubernetes_pod_disruption_budget_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "how many pods may be away at once"
  destroy     = ["protection_lost"]
}

resource_type "kubernetes_service" {
  name        = "Kubernetes service"
  also        = ["kubernetes_service_v1"]
  category    = "network"
  criticality = "high"
  summary     = "stable address of pods"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its cluster address, and its load balancer when it has one, are not the same again"
}

resource_type "kubernetes_ingress" {
  name        = "ingress"
  plural      = "ingresses"
  also        = ["kubernetes_ingress_v1"]
  category    = "network"
  criticality = "high"
  summary     = "leads web requests to services"
  destroy     = ["outage"]
}

resource_type "kubernetes_ingress_class" {
  name        = "ingress class"
  also        = ["kubernetes_ingress_class_v1"]
  category    = "network"
  criticality = "medium"
  summary     = "which controller serves an ingress"
  destroy     = ["outage"]
}

resource_type "kubernetes_network_policy" {
  name        = "network policy"
  also        = ["kubernetes_network_policy_v1"]
  category    = "firewall"
  criticality = "high"
  summary     = "which pods may talk to which"
  destroy     = ["protection_lost"]
  destroy_why = "without any policy for it a pod takes all traffic"
}

resource_type "kubernetes_config_map" {
  name        = "config map"
  also        = ["kubernetes_config_map_v1"]
  category    = "kubernetes"
  criticality = "medium"
  stateful    = true
  summary     = "settings of pods"
  destroy     = ["outage"]
}

resource_type "kubernetes_config_map_v1_data" {
  name        = "config map entries"
  plural      = "config map entries"
  category    = "kubernetes"
  criticality = "high"
  part        = true
  summary     = "entries in a config map that somebody else owns"
  destroy     = ["outage"]
}

resource_type "kubernetes_secret" {
  name        = "Kubernetes secret"
  also        = ["kubernetes_secret_v1"]
  category    = "secret"
  criticality = "high"
  stateful    = true
  summary     = "secret settings of pods"
  destroy     = ["outage"]
  destroy_why = "pods that read it do not start"
}

resource_type "kubernetes_secret_v1_data" {
  name        = "Kubernetes secret entries"
  category    = "secret"
  criticality = "high"
  part        = true
  summary     = "entries in a secret that somebody else owns"
  destroy     = ["outage"]
}

resource_type "kubernetes_service_account" {
  name        = "service account"
  also        = ["kubernetes_service_account_v1"]
  category    = "identity"
  criticality = "high"
  summary     = "what pods act as"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_default_service_account" {
  name        = "default service account"
  also        = ["kubernetes_default_service_account_v1"]
  category    = "identity"
  criticality = "medium"
  summary     = "what pods act as when nothing else is said"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_role" {
  name        = "Kubernetes role"
  also        = ["kubernetes_role_v1"]
  category    = "identity"
  criticality = "high"
  summary     = "rights in a namespace"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_role_binding" {
  name        = "role binding"
  also        = ["kubernetes_role_binding_v1"]
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives somebody a role"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_cluster_role" {
  name        = "cluster role"
  also        = ["kubernetes_cluster_role_v1"]
  category    = "identity"
  criticality = "high"
  summary     = "rights on the whole cluster"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_cluster_role_binding" {
  name        = "cluster role binding"
  also        = ["kubernetes_cluster_role_binding_v1"]
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "gives somebody a cluster role"
  destroy     = ["access_lost"]
}

resource_type "kubernetes_persistent_volume" {
  name        = "persistent volume"
  also        = ["kubernetes_persistent_volume_v1"]
  category    = "storage"
  criticality = "high"
  stateful    = true
  summary     = "disk that pods can claim"
  destroy     = ["data_loss"]
  destroy_why = "what becomes of the disk is for its reclaim policy to say"
  docs        = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/"
}

resource_type "kubernetes_persistent_volume_claim" {
  name        = "volume claim"
  also        = ["kubernetes_persistent_volume_claim_v1"]
  category    = "storage"
  criticality = "high"
  stateful    = true
  billed      = true
  summary     = "disk of a pod"
  destroy     = ["data_loss", "outage"]
  destroy_why = "with the usual reclaim policy the disk is deleted with it"
  docs        = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/"
}

resource_type "kubernetes_storage_class" {
  name        = "storage class"
  also        = ["kubernetes_storage_class_v1"]
  category    = "storage"
  criticality = "medium"
  summary     = "how disks are made"
  destroy     = ["outage"]
}

resource_type "kubernetes_limit_range" {
  name        = "limit range"
  also        = ["kubernetes_limit_range_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "default and largest size of pods"
  destroy     = ["protection_lost"]
}

resource_type "kubernetes_resource_quota" {
  name        = "resource quota"
  also        = ["kubernetes_resource_quota_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "how much a namespace may use"
  destroy     = ["protection_lost"]
}

resource_type "kubernetes_priority_class" {
  name        = "priority class"
  also        = ["kubernetes_priority_class_v1"]
  category    = "kubernetes"
  criticality = "medium"
  summary     = "which pods go first"
  destroy     = ["outage"]
}

resource_type "kubernetes_manifest" {
  name        = "Kubernetes object"
  category    = "kubernetes"
  criticality = "medium"
  stateful    = true
  summary     = "object given as a manifest"
  destroy     = ["outage"]
  destroy_why = "deleting a custom resource definition deletes all its objects"
}

resource_type "kubernetes_labels" {
  name        = "labels"
  category    = "kubernetes"
  criticality = "low"
  part        = true
  summary     = "labels of an object that somebody else owns"
  destroy     = []
}

resource_type "kubernetes_annotations" {
  name        = "annotations"
  category    = "kubernetes"
  criticality = "low"
  part        = true
  summary     = "annotations of an object that somebody else owns"
  destroy     = []
}

resource_type "kubernetes_validating_webhook_configuration" {
  name        = "validating webhook"
  also        = ["kubernetes_validating_webhook_configuration_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "refuses objects"
  destroy     = ["protection_lost"]
}

resource_type "kubernetes_mutating_webhook_configuration" {
  name        = "mutating webhook"
  also        = ["kubernetes_mutating_webhook_configuration_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "changes objects on their way in"
  destroy     = ["outage"]
}

resource_type "kubernetes_certificate_signing_request_v1" {
  name        = "certificate signing request"
  category    = "certificate"
  criticality = "medium"
  summary     = "asks the cluster for a certificate"
  destroy     = []
}

resource_type "kubernetes_node_taint" {
  name        = "node taint"
  category    = "kubernetes"
  criticality = "medium"
  part        = true
  summary     = "keeps pods off a machine"
  destroy     = ["outage"]
}

resource_type "kubernetes_*" {
  name        = "Kubernetes"
  category    = "kubernetes"
  criticality = "medium"
}
