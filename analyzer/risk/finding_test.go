package risk

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// object decodes values the way that plans hold them.
func object(t *testing.T, s string) plan.Value {
	t.Helper()
	if s == "" {
		return nil
	}
	var v any
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFindings(t *testing.T) {
	everybody := `{"policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}`
	for _, row := range []struct{ why, typ, before, after, want string }{
		{"ingress from everywhere", "aws_security_group", `{"ingress":[]}`, `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}]}`, "open ingress"},
		{"it has been open before, which is not news", "aws_security_group", `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}]}`, `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}],"tags":{}}`, ""},
		{"ingress from a private network", "aws_security_group", `{}`, `{"ingress":[{"cidr_blocks":["10.0.0.0/8"]}]}`, ""},
		{"a policy that allows everything", "aws_iam_policy", ``, everybody, "wildcard policy"},
		{"a policy that already did", "aws_iam_policy", everybody, everybody, ""},
		{"who may assume a role changes", "aws_iam_role", `{"assume_role_policy":"{}"}`, `{"assume_role_policy":"{\"Statement\":[]}"}`, "trust policy"},
		{"a database is made public", "aws_db_instance", `{"publicly_accessible":false}`, `{"publicly_accessible":true}`, "public access"},
		{"a volume without encryption", "aws_ebs_volume", ``, `{"encrypted":false}`, "encryption off"},
		{"a rule for what goes out is no ingress", "aws_security_group_rule", ``, `{"type":"egress","cidr_blocks":["0.0.0.0/0"]}`, ""},
		{"a rule for what comes in is", "aws_security_group_rule", ``, `{"type":"ingress","cidr_blocks":["0.0.0.0/0"]}`, "open ingress"},
		{"the same in IPv6", "aws_security_group_rule", ``, `{"type":"ingress","ipv6_cidr_blocks":["::/0"]}`, "open ingress"},
		{"a group's egress is no ingress", "aws_security_group", ``, `{"egress":[{"cidr_blocks":["0.0.0.0/0"]}],"ingress":[]}`, ""},
		{"a rule of its own", "aws_vpc_security_group_ingress_rule", ``, `{"cidr_ipv4":"0.0.0.0/0"}`, "open ingress"},
		{"the same in IPv6", "aws_vpc_security_group_ingress_rule", ``, `{"cidr_ipv6":"::/0"}`, "open ingress"},
		{"from one address", "aws_vpc_security_group_ingress_rule", ``, `{"cidr_ipv4":"192.0.2.1/32"}`, ""},
		{"a firewall of Google's, which lets in by default", "google_compute_firewall", ``, `{"source_ranges":["0.0.0.0/0"]}`, "open ingress"},
		{"one that is switched off", "google_compute_firewall", ``, `{"source_ranges":["0.0.0.0/0"],"disabled":true}`, ""},
		{"a rule of Azure's that allows", "azurerm_network_security_rule", ``, `{"direction":"Inbound","access":"Allow","source_address_prefix":"*"}`, "open ingress"},
		{"one that denies", "azurerm_network_security_rule", ``, `{"direction":"Inbound","access":"Deny","source_address_prefix":"*"}`, ""},
		{"one for what goes out", "azurerm_network_security_rule", ``, `{"direction":"Outbound","access":"Allow","source_address_prefix":"*"}`, ""},
		{"the conditions hold for the same rule of several", "azurerm_network_security_group", ``, `{"security_rule":[{"direction":"Inbound","access":"Deny","source_address_prefix":"*"},{"direction":"Inbound","access":"Allow","source_address_prefix":"10.0.0.0/8"}]}`, ""},
		{"a cluster's endpoint is opened", "aws_eks_cluster", `{"vpc_config":[{"endpoint_public_access":false}]}`, `{"vpc_config":[{"endpoint_public_access":true}]}`, "public access"},
		{"a closed endpoint's list of networks does not matter", "aws_eks_cluster", ``, `{"vpc_config":[{"endpoint_public_access":false,"public_access_cidrs":["0.0.0.0/0"]}]}`, ""},
		{"a load balancer for the internet", "aws_lb", ``, `{"internal":false}`, "public access"},
		{"one for the inside", "aws_lb", ``, `{"internal":true}`, ""},
		{"a bucket's block is lifted", "aws_s3_bucket_public_access_block", `{"block_public_acls":true}`, `{"block_public_acls":false}`, "public access"},
		{"a bucket's policy for everybody", "aws_s3_bucket_policy", ``, `{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"}]}"}`, "wildcard policy"},
		{"one that a condition narrows", "aws_s3_bucket_policy", ``, `{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{}}}]}"}`, ""},
		{"a policy that denies everybody", "aws_s3_bucket_policy", ``, `{"policy":"{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"}`, ""},
		{"every action but some", "aws_iam_policy", ``, `{"policy":"{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}}"}`, "wildcard policy"},
		{"a service on every resource", "aws_iam_role_policy", ``, `{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":\"*\"}]}"}`, "wildcard policy"},
		{"a key's own policy, where every resource is that key", "aws_kms_key", ``, `{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::1:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}"}`, ""},
		{"a policy in a block of a role", "aws_iam_role", ``, `{"inline_policy":[{"name":"p","policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}]}`, "wildcard policy"},
		{"a listener without encryption", "aws_lb_listener", ``, `{"protocol":"HTTP","default_action":[{"type":"forward"}]}`, "plain traffic"},
		{"one that sends on to HTTPS", "aws_lb_listener", ``, `{"protocol":"HTTP","default_action":[{"type":"redirect"}]}`, ""},
		{"an old TLS", "azurerm_storage_account", `{"min_tls_version":"TLS1_2"}`, `{"min_tls_version":"TLS1_0"}`, "plain traffic"},
		{"no encryption on the way", "aws_elasticache_replication_group", `{"transit_encryption_enabled":true}`, `{"transit_encryption_enabled":false}`, "plain traffic"},
		{"no logs any more", "aws_eks_cluster", `{"enabled_cluster_log_types":["api"]}`, `{"enabled_cluster_log_types":[]}`, "logging off"},
		{"fewer logs are logs", "aws_eks_cluster", `{"enabled_cluster_log_types":["api","audit"]}`, `{"enabled_cluster_log_types":["api"]}`, ""},
		{"no logs from the start is no change of it", "aws_eks_cluster", ``, `{"enabled_cluster_log_types":[]}`, ""},
		{"a trail that stops", "aws_cloudtrail", `{"enable_logging":true}`, `{"enable_logging":false}`, "logging off"},
		{"backups are switched off", "aws_db_instance", `{"backup_retention_period":7}`, `{"backup_retention_period":0}`, "protection off"},
		{"fewer days of backups are backups", "aws_db_instance", `{"backup_retention_period":7}`, `{"backup_retention_period":1}`, ""},
		{"a new database without backups has lost none", "aws_db_instance", ``, `{"backup_retention_period":0}`, ""},
		{"a bucket keeps no older versions", "aws_s3_bucket_versioning", `{"versioning_configuration":[{"status":"Enabled"}]}`, `{"versioning_configuration":[{"status":"Suspended"}]}`, "protection off"},
		{"a table cannot be turned back in time", "aws_dynamodb_table", `{"point_in_time_recovery":[{"enabled":true}]}`, `{"point_in_time_recovery":[{"enabled":false}]}`, "protection off"},
		{"a key that is disabled reads nothing", "aws_kms_key", `{"is_enabled":true}`, `{"is_enabled":false}`, "encryption off"},
		{"a value that is not known is no finding", "aws_db_instance", `{}`, `{}`, ""},
		{"a policy that is no JSON is no finding", "aws_iam_policy", ``, `{"policy":"{{"}`, ""},
	} {
		c := &plan.Change{Address: row.typ + ".x", Type: row.typ, Action: plan.ActionUpdate, Before: object(t, row.before), After: object(t, row.after)}
		if row.before == "" {
			c.Action = plan.ActionCreate
		}
		if row.want == "trust policy" {
			c.Changed = []plan.Path{"assume_role_policy"}
		}
		got := ""
		if fs := findings("/s", c, catalog.Fact{}); len(fs) > 0 {
			got = fs[0].Kind
		}
		if got != row.want {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestSecretsThatChange: a password is a secret wherever it stands, and what is
// sensitive for another reason is none.
func TestSecretsThatChange(t *testing.T) {
	for _, row := range []struct {
		why, typ           string
		changed, sensitive plan.Path
		want               bool
	}{
		{"a database's password", "aws_db_instance", "password", "password", true},
		{"a cache's token", "aws_elasticache_replication_group", "auth_token", "auth_token", true},
		{"a secret's value, whatever it is called", "aws_secretsmanager_secret_version", "secret_string", "secret_string", true},
		{"settings that are sensitive for another reason", "helm_release", "values", "values", false},
		{"a password's length is none", "aws_db_instance", "password_length", "password", false},
		{"tags beside a password", "aws_db_instance", "tags", "password", false},
	} {
		c := &plan.Change{Address: row.typ + ".x", Type: row.typ, Action: plan.ActionUpdate, Changed: []plan.Path{row.changed}, Sensitive: []plan.Path{row.sensitive}}
		got := false
		for _, f := range findings("/s", c, catalog.Default().Lookup(row.typ)) {
			got = got || f.Kind == "secret rotated"
		}
		if got != row.want {
			t.Errorf("%s: %v, want %v", row.why, got, row.want)
		}
	}
}

func TestKnowledgeFilesAreWhole(t *testing.T) {
	if len(exposures()) < 40 || len(interruptions()) < 15 || len(oneWays()) < 10 {
		t.Errorf("rows: %d exposures, %d interruptions, %d one-ways", len(exposures()), len(interruptions()), len(oneWays()))
	}
	for _, e := range exposures() {
		if e.kind == "" || e.typ == "" || e.value == "" || e.text == "" {
			t.Errorf("a row lacks something: %+v", e)
		}
	}
}
