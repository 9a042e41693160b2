resource_type "kubernetes_api_service" {
  name        = "API service"
  also        = ["kubernetes_api_service_v1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "API that another server answers"
  destroy     = ["outage"]
}

resource_type "kubernetes_csi_driver_v1" {
  name        = "CSI driver"
  also        = ["kubernetes_csi_driver"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "how volumes are attached"
  destroy     = ["outage"]
}

resource_type "kubernetes_endpoints" {
  name        = "endpoints"
  plural      = "endpoints"
  also        = ["kubernetes_endpoints_v1"]
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "addresses behind a service"
  destroy     = ["outage"]
}

resource_type "kubernetes_endpoint_slice_v1" {
  name        = "endpoint slice"
  category    = "network"
  criticality = "medium"
  part        = true
  summary     = "addresses behind a service"
  destroy     = ["outage"]
}

resource_type "kubernetes_env" {
  name        = "environment variables"
  plural      = "environment variables"
  category    = "kubernetes"
  criticality = "medium"
  part        = true
  summary     = "variables of a workload"
  destroy     = ["outage"]
}

resource_type "kubernetes_runtime_class_v1" {
  name        = "runtime class"
  category    = "kubernetes"
  criticality = "medium"
  summary     = "how containers are run"
  destroy     = ["outage"]
}

resource_type "kubernetes_pod_security_policy" {
  name        = "pod security policy"
  also        = ["kubernetes_pod_security_policy_v1beta1"]
  category    = "kubernetes"
  criticality = "high"
  summary     = "what pods may do"
  destroy     = ["protection_lost"]
}

resource_type "kubernetes_token_request_v1" {
  name        = "service account token"
  category    = "secret"
  criticality = "medium"
  summary     = "token of a service account"
  destroy     = ["credentials_invalid"]
}
