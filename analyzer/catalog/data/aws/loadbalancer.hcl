# Load balancers, DNS, certificates, delivery to the internet.

resource_type "aws_lb" {
  name        = "load balancer"
  also        = ["aws_alb"]
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point that spreads traffic"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its DNS name is not the same again, and nothing behind it is reached meanwhile"
  telling     = { internal = "internal", idle_timeout = "idle timeout" }
  variant     = "load_balancer_type"

  protection "deletion_protection" {
    attribute = "enable_deletion_protection"
    on        = "true"
    default   = "false"
  }
}

resource_type "aws_lb_listener" {
  name        = "listener"
  also        = ["aws_alb_listener"]
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "port of a load balancer"
  destroy     = ["outage"]
  telling     = { port = "port", protocol = "protocol", ssl_policy = "TLS policy" }
}

resource_type "aws_lb_listener_rule" {
  name        = "listener rule"
  also        = ["aws_alb_listener_rule"]
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "where a listener sends a request"
  destroy     = ["outage"]
  telling     = { priority = "priority" }
}

resource_type "aws_lb_listener_certificate" {
  name        = "listener certificate"
  also        = ["aws_alb_listener_certificate"]
  category    = "load balancer"
  criticality = "high"
  part        = true
  summary     = "further certificate of a listener"
  destroy     = ["outage"]
}

resource_type "aws_lb_target_group" {
  name        = "target group"
  also        = ["aws_alb_target_group"]
  category    = "load balancer"
  criticality = "high"
  summary     = "what a load balancer sends traffic to"
  destroy     = ["outage"]
  telling     = { port = "port", protocol = "protocol", deregistration_delay = "deregistration delay" }
}

resource_type "aws_lb_target_group_attachment" {
  name        = "target group attachment"
  also        = ["aws_alb_target_group_attachment"]
  category    = "load balancer"
  criticality = "medium"
  part        = true
  summary     = "puts a target behind a load balancer"
  destroy     = ["outage"]
}

resource_type "aws_elb" {
  name        = "classic load balancer"
  category    = "load balancer"
  criticality = "critical"
  billed      = true
  summary     = "entry point that spreads traffic"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its DNS name is not the same again, and nothing behind it is reached meanwhile"
}

resource_type "aws_elb_attachment" {
  name        = "classic load balancer attachment"
  category    = "load balancer"
  criticality = "medium"
  part        = true
  summary     = "puts a machine behind a load balancer"
  destroy     = ["outage"]
}

resource_type "aws_lb_*" {
  name        = "load balancer"
  category    = "load balancer"
  criticality = "high"
}

resource_type "aws_route53_zone" {
  name        = "DNS zone"
  category    = "dns"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "holds the records of a domain"
  destroy     = ["data_loss", "outage", "address_lost"]
  destroy_why = "the domain stops resolving, and a new zone gets other name servers that its registrar must be told"
  label       = ["name"]
  docs        = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DeleteHostedZone.html"

  protection "not_empty" {
    attribute = "force_destroy"
    on        = "false"
    default   = "false"
  }
}

resource_type "aws_route53_record" {
  name        = "DNS record"
  category    = "dns"
  criticality = "high"
  summary     = "leads a name to an address"
  destroy     = ["outage"]
  destroy_why = "the name does not resolve until caches have the new answer"
  telling     = { ttl = "TTL", type = "type" }
  label       = ["name"]
}

resource_type "aws_route53_zone_association" {
  name        = "DNS zone association"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "lets a VPC resolve a private zone"
  destroy     = ["outage"]
}

resource_type "aws_route53_vpc_association_authorization" {
  name        = "DNS zone authorization"
  category    = "dns"
  criticality = "medium"
  part        = true
  summary     = "allows another account's VPC to use a zone"
  destroy     = ["access_lost"]
}

resource_type "aws_route53_health_check" {
  name        = "health check"
  category    = "observability"
  criticality = "medium"
  summary     = "watches whether an endpoint answers"
  destroy     = ["protection_lost"]
  telling     = { failure_threshold = "failure threshold", request_interval = "interval" }
}

resource_type "aws_route53_query_log" {
  name        = "DNS query log"
  category    = "audit"
  criticality = "low"
  summary     = "record of DNS queries"
  destroy     = ["protection_lost"]
}

resource_type "aws_route53_key_signing_key" {
  name        = "DNSSEC key"
  category    = "dns"
  criticality = "high"
  summary     = "signs a zone"
  destroy     = ["outage"]
  destroy_why = "resolvers that validate refuse the zone while the parent still names the key"
}

resource_type "aws_route53_hosted_zone_dnssec" {
  name        = "zone signing"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "DNSSEC of a zone"
  destroy     = ["protection_lost"]
}

resource_type "aws_route53_resolver_endpoint" {
  name        = "DNS resolver endpoint"
  category    = "dns"
  criticality = "high"
  billed      = true
  summary     = "answers or forwards DNS between networks"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_route53_resolver_rule" {
  name        = "DNS resolver rule"
  category    = "dns"
  criticality = "high"
  summary     = "which queries are forwarded where"
  destroy     = ["outage"]
}

resource_type "aws_route53_resolver_rule_association" {
  name        = "DNS resolver rule association"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "gives a VPC a resolver rule"
  destroy     = ["outage"]
}

resource_type "aws_route53_resolver_*" {
  name        = "DNS resolver"
  category    = "dns"
  criticality = "medium"
}

resource_type "aws_route53_*" {
  name        = "DNS"
  category    = "dns"
  criticality = "medium"
}

resource_type "aws_service_discovery_private_dns_namespace" {
  name        = "service discovery namespace"
  category    = "dns"
  criticality = "high"
  summary     = "names of services inside a VPC"
  destroy     = ["outage"]
}

resource_type "aws_service_discovery_service" {
  name        = "service discovery service"
  category    = "dns"
  criticality = "high"
  part        = true
  summary     = "name under which instances are found"
  destroy     = ["outage"]
}

resource_type "aws_acm_certificate" {
  name        = "TLS certificate"
  category    = "certificate"
  criticality = "high"
  summary     = "certificate that AWS keeps"
  destroy     = ["outage"]
  destroy_why = "what presents it needs another one first"
  label       = ["domain_name"]
}

resource_type "aws_acm_certificate_validation" {
  name        = "certificate validation"
  category    = "certificate"
  criticality = "low"
  part        = true
  summary     = "waits until a certificate is issued"
  destroy     = []
}

resource_type "aws_acmpca_certificate_authority" {
  name        = "private certificate authority"
  category    = "certificate"
  criticality = "critical"
  stateful    = true
  billed      = true
  summary     = "issues internal certificates"
  destroy     = ["data_loss", "credentials_invalid"]
  destroy_why = "certificates that it issued can no longer be renewed or revoked"

  protection "recovery_window" {
    attribute = "permanent_deletion_time_in_days"
    on        = "> 0"
    default   = "30"
  }
}

resource_type "aws_acmpca_*" {
  name        = "private CA"
  category    = "certificate"
  criticality = "high"
}

resource_type "aws_cloudfront_distribution" {
  name        = "CloudFront distribution"
  category    = "delivery"
  criticality = "critical"
  billed      = true
  summary     = "serves a site from the edge"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its domain name is not the same again; with retain_on_delete it is only switched off"
  telling     = { price_class = "price class", enabled = "enabled", http_version = "HTTP version" }
}

resource_type "aws_cloudfront_origin_access_identity" {
  name        = "CloudFront origin identity"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets CloudFront read a bucket"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudfront_origin_access_control" {
  name        = "CloudFront origin access"
  plural      = "CloudFront origin access rules"
  category    = "identity"
  criticality = "high"
  part        = true
  summary     = "lets CloudFront read its origin"
  destroy     = ["access_lost"]
}

resource_type "aws_cloudfront_function" {
  name        = "CloudFront function"
  category    = "delivery"
  criticality = "high"
  summary     = "code that runs at the edge"
  destroy     = ["outage"]
  telling     = { runtime = "runtime" }
}

resource_type "aws_cloudfront_cache_policy" {
  name        = "CloudFront cache policy"
  category    = "delivery"
  criticality = "medium"
  summary     = "what the edge keeps and for how long"
  destroy     = []
}

resource_type "aws_cloudfront_response_headers_policy" {
  name        = "CloudFront response headers policy"
  category    = "delivery"
  criticality = "medium"
  summary     = "headers that the edge adds"
  destroy     = []
}

resource_type "aws_cloudfront_*" {
  name        = "CloudFront"
  category    = "delivery"
  criticality = "medium"
}

resource_type "aws_globalaccelerator_accelerator" {
  name        = "global accelerator"
  category    = "delivery"
  criticality = "critical"
  billed      = true
  summary     = "fixed addresses in front of several regions"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its addresses are not the same again"
}

resource_type "aws_globalaccelerator_*" {
  name        = "global accelerator"
  category    = "delivery"
  criticality = "high"
}

resource_type "aws_wafv2_web_acl" {
  name        = "web ACL"
  category    = "firewall"
  criticality = "high"
  billed      = true
  summary     = "filters web requests"
  destroy     = ["protection_lost"]
  destroy_why = "requests are not filtered meanwhile"
}

resource_type "aws_wafv2_web_acl_association" {
  name        = "web ACL association"
  category    = "firewall"
  criticality = "high"
  part        = true
  summary     = "puts a web ACL before a load balancer or API"
  destroy     = ["protection_lost"]
}

resource_type "aws_wafv2_web_acl_logging_configuration" {
  name        = "web ACL log"
  category    = "audit"
  criticality = "medium"
  part        = true
  summary     = "record of filtered requests"
  destroy     = ["protection_lost"]
}

resource_type "aws_wafv2_ip_set" {
  name        = "IP set"
  category    = "firewall"
  criticality = "medium"
  summary     = "addresses that a web ACL knows"
  destroy     = ["protection_lost"]
}

resource_type "aws_wafv2_rule_group" {
  name        = "web ACL rule group"
  category    = "firewall"
  criticality = "high"
  summary     = "rules of a web ACL"
  destroy     = ["protection_lost"]
}

resource_type "aws_wafv2_*" {
  name        = "WAF"
  category    = "firewall"
  criticality = "medium"
}

resource_type "aws_waf*" {
  name        = "WAF"
  category    = "firewall"
  criticality = "medium"
}

resource_type "aws_shield_protection" {
  name        = "Shield protection"
  category    = "firewall"
  criticality = "high"
  summary     = "guards an endpoint against floods"
  destroy     = ["protection_lost"]
}

resource_type "aws_api_gateway_rest_api" {
  name        = "REST API"
  category    = "delivery"
  criticality = "critical"
  summary     = "entry point of an API"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its invoke URL is not the same again"
  label       = ["name"]
}

resource_type "aws_api_gateway_deployment" {
  name        = "API deployment"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "snapshot of an API that a stage serves"
  destroy     = ["outage"]
  replace     = []
}

resource_type "aws_api_gateway_stage" {
  name        = "API stage"
  category    = "delivery"
  criticality = "high"
  summary     = "named deployment of an API"
  destroy     = ["outage"]
  label       = ["stage_name"]
}

resource_type "aws_api_gateway_resource" {
  name        = "API path"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "one path of an API"
  destroy     = ["outage"]
  telling     = { path_part = "path" }
}

resource_type "aws_api_gateway_method" {
  name        = "API method"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "what a path answers to"
  destroy     = ["outage"]
  telling     = { authorization = "authorization", http_method = "method" }
}

resource_type "aws_api_gateway_method_response" {
  name        = "API method response"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "shape of an answer"
  destroy     = ["outage"]
}

resource_type "aws_api_gateway_method_settings" {
  name        = "API method settings"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "logging, metrics and throttling of a method"
  destroy     = ["protection_lost"]
}

resource_type "aws_api_gateway_integration" {
  name        = "API integration"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "what a method calls"
  destroy     = ["outage"]
  telling     = { type = "type" }
}

resource_type "aws_api_gateway_integration_response" {
  name        = "API integration response"
  category    = "delivery"
  criticality = "medium"
  part        = true
  summary     = "how an answer is passed on"
  destroy     = ["outage"]
}

resource_type "aws_api_gateway_authorizer" {
  name        = "API authorizer"
  category    = "identity"
  criticality = "high"
  summary     = "decides who may call an API"
  destroy     = ["access_lost"]
}

resource_type "aws_api_gateway_domain_name" {
  name        = "API domain name"
  category    = "delivery"
  criticality = "high"
  summary     = "own domain of an API"
  destroy     = ["outage", "address_lost"]
}

resource_type "aws_api_gateway_base_path_mapping" {
  name        = "API path mapping"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "leads a domain to an API"
  destroy     = ["outage"]
}

resource_type "aws_api_gateway_account" {
  name        = "API Gateway account settings"
  plural      = "API Gateway account settings"
  category    = "observability"
  criticality = "low"
  summary     = "role under which API Gateway logs"
  destroy     = ["protection_lost"]
}

resource_type "aws_api_gateway_api_key" {
  name        = "API key"
  category    = "identity"
  criticality = "high"
  stateful    = true
  summary     = "lets a client call an API"
  destroy     = ["credentials_invalid"]
  destroy_why = "clients that hold the key are refused"
}

resource_type "aws_api_gateway_usage_plan" {
  name        = "API usage plan"
  category    = "delivery"
  criticality = "medium"
  summary     = "how much a client may call"
  destroy     = ["access_lost"]
}

resource_type "aws_api_gateway_vpc_link" {
  name        = "API VPC link"
  category    = "network"
  criticality = "high"
  summary     = "leads an API to a private load balancer"
  destroy     = ["outage"]
}

resource_type "aws_api_gateway_*" {
  name        = "API Gateway"
  category    = "delivery"
  criticality = "medium"
}

resource_type "aws_apigatewayv2_api" {
  name        = "HTTP API"
  category    = "delivery"
  criticality = "critical"
  summary     = "entry point of an API"
  destroy     = ["outage", "address_lost"]
  destroy_why = "its endpoint is not the same again"
  label       = ["name"]
}

resource_type "aws_apigatewayv2_stage" {
  name        = "HTTP API stage"
  category    = "delivery"
  criticality = "high"
  summary     = "named deployment of an API"
  destroy     = ["outage"]
}

resource_type "aws_apigatewayv2_route" {
  name        = "HTTP API route"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "one route of an API"
  destroy     = ["outage"]
  telling     = { route_key = "route" }
}

resource_type "aws_apigatewayv2_integration" {
  name        = "HTTP API integration"
  category    = "delivery"
  criticality = "high"
  part        = true
  summary     = "what a route calls"
  destroy     = ["outage"]
}

resource_type "aws_apigatewayv2_authorizer" {
  name        = "HTTP API authorizer"
  category    = "identity"
  criticality = "high"
  summary     = "decides who may call an API"
  destroy     = ["access_lost"]
}

resource_type "aws_apigatewayv2_*" {
  name        = "HTTP API"
  category    = "delivery"
  criticality = "medium"
}
