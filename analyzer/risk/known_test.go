package risk

import (
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// TestKnownTypes holds the catalog's facts and the rules together against what
// an engineer who runs such things would say. The guards are in the values
// before the change.
func TestKnownTypes(t *testing.T) {
	const (
		add    = plan.ActionCreate
		update = plan.ActionUpdate
		swap   = plan.ActionReplace
		drop   = plan.ActionDelete
	)
	for _, row := range []struct {
		why      string
		typ      string
		action   plan.Action
		first    bool   // created before the old one goes
		before   string // JSON
		changed  plan.Path
		rollback Rollback
		downtime Downtime
	}{
		{"without a final snapshot the data is gone, and so is what runs on it", "aws_db_instance", drop, false, `{"skip_final_snapshot":true}`, "", RollbackIrreversible, DowntimeFull},
		{"a final snapshot is a way back, and a long one", "aws_db_instance", drop, false, `{"skip_final_snapshot":false}`, "", RollbackComplex, DowntimeFull},
		{"a new database made first is empty", "aws_db_instance", swap, true, `{"skip_final_snapshot":true}`, "", RollbackIrreversible, DowntimeWindow},
		{"a bigger disk cannot shrink, and hurts nobody", "aws_db_instance", update, false, "", "allocated_storage", RollbackModerate, DowntimeNone},
		{"no way down from a newer engine", "aws_db_instance", update, false, "", "engine_version", RollbackComplex, DowntimeWindow},
		{"a port is changed with a restart", "aws_db_instance", update, false, "", "port", RollbackEasy, DowntimeWindow},
		{"tags are tags", "aws_db_instance", update, false, "", "tags", RollbackEasy, DowntimeNone},
		{"new rows are lost with a new cluster", "aws_rds_cluster", add, false, "", "", RollbackModerate, DowntimeNone},
		{"AWS refuses to delete a subnet group in use", "aws_db_subnet_group", drop, false, "", "", RollbackEasy, DowntimeNone},
		{"items are gone but for backups", "aws_dynamodb_table", swap, false, "", "", RollbackIrreversible, DowntimeFull},
		{"a cache fills again", "aws_elasticache_replication_group", swap, false, "", "", RollbackComplex, DowntimeFull},
		{"a bucket is not deleted while objects are in it", "aws_s3_bucket", drop, false, `{"force_destroy":false}`, "", RollbackComplex, DowntimeWindow},
		{"unless it is told to", "aws_s3_bucket", drop, false, `{"force_destroy":true}`, "", RollbackIrreversible, DowntimeWindow},
		{"a key waits before it goes", "aws_kms_key", drop, false, `{"deletion_window_in_days":7}`, "", RollbackComplex, DowntimeWindow},
		{"a secret waits too", "aws_secretsmanager_secret", drop, false, `{"recovery_window_in_days":30}`, "", RollbackComplex, DowntimeWindow},
		{"unless its window is nought", "aws_secretsmanager_secret", drop, false, `{"recovery_window_in_days":0}`, "", RollbackIrreversible, DowntimeWindow},
		{"a role can be made again", "aws_iam_role", drop, false, "", "", RollbackModerate, DowntimeWindow},
		{"a cluster takes its workloads with it", "aws_eks_cluster", drop, false, "", "", RollbackIrreversible, DowntimeFull},
		{"no way down from a newer control plane", "aws_eks_cluster", update, false, "", "version", RollbackComplex, DowntimeNone},
		{"nodes made first take the pods over", "aws_eks_node_group", swap, true, "", "", RollbackModerate, DowntimeNone},
		{"a NAT gateway's address moves even when it is made first", "aws_nat_gateway", swap, true, "", "", RollbackModerate, DowntimeWindow},
		{"a machine is set up anew, and what was on its disks is gone", "aws_instance", swap, false, "", "", RollbackComplex, DowntimeWindow},
		{"a new machine holds nothing that is missed", "aws_instance", add, false, "", "", RollbackEasy, DowntimeNone},
		{"a load balancer's name is another one", "aws_lb", swap, false, "", "", RollbackModerate, DowntimeWindow},
		{"a name does not resolve for a while", "aws_route53_record", swap, false, "", "", RollbackModerate, DowntimeWindow},
		{"a zone's name servers are others, and its records are in code", "aws_route53_zone", drop, false, `{"force_destroy":true}`, "", RollbackComplex, DowntimeFull},
		{"lost logs stop nobody, and do not come back", "aws_cloudwatch_log_group", drop, false, "", "", RollbackIrreversible, DowntimeNone},
		{"a log group without logs is no loss", "aws_cloudwatch_log_group", add, false, "", "", RollbackEasy, DowntimeNone},
		{"a task definition is a version of a text", "aws_ecs_task_definition", swap, false, "", "", RollbackEasy, DowntimeNone},
		{"a changed label of an instance restarts nothing", "google_sql_database_instance", update, false, "", "settings[0].user_labels", RollbackEasy, DowntimeNone},
		{"another machine type does", "google_sql_database_instance", update, false, "", "settings[0].tier", RollbackEasy, DowntimeWindow},
		{"a project can be restored for 30 days", "google_project", drop, false, `{"id":"p","deletion_policy":"DELETE"}`, "", RollbackComplex, DowntimeFull},
		{"the provider purges a vault, soft delete or not", "azurerm_key_vault", drop, false, `{"soft_delete_retention_days":90,"purge_protection_enabled":false}`, "", RollbackIrreversible, DowntimeFull},
		{"purge protection keeps it from that", "azurerm_key_vault", drop, false, `{"purge_protection_enabled":true}`, "", RollbackComplex, DowntimeFull},
		{"claims stay, pods end", "kubernetes_stateful_set", swap, false, "", "", RollbackModerate, DowntimeWindow},
		{"a claim takes its disk with it", "kubernetes_persistent_volume_claim", drop, false, "", "", RollbackIrreversible, DowntimeWindow},
		{"all that is in a namespace goes", "kubernetes_namespace", drop, false, "", "", RollbackIrreversible, DowntimeFull},
		{"a secret's content is in the configuration", "kubernetes_secret", drop, false, "", "", RollbackModerate, DowntimeWindow},
		{"a random name is made again", "random_string", add, false, "", "", RollbackEasy, DowntimeNone},
		{"another random name renames what bears it", "random_id", swap, false, "", "", RollbackModerate, DowntimeNone},
		{"the old password does not come back", "random_password", swap, false, "", "", RollbackModerate, DowntimeWindow},
		{"a new key opens nothing yet", "tls_private_key", add, false, "", "", RollbackEasy, DowntimeNone},
		{"a time is no credential", "time_rotating", swap, false, "", "", RollbackEasy, DowntimeNone},
		{"a helper holds nothing", "null_resource", swap, false, "", "", RollbackEasy, DowntimeNone},
		{"nor does OpenTofu's own", "terraform_data", drop, false, "", "", RollbackEasy, DowntimeNone},
	} {
		c := &plan.Change{Address: row.typ + ".a", Mode: "managed", Type: row.typ, Name: "a", Action: row.action, CreateFirst: row.first, Before: object(t, row.before)}
		if row.changed != "" {
			c.Changed = []plan.Path{row.changed}
		}
		f := Inspect(Input{Stack: "/s", Plan: &plan.Plan{Changes: []*plan.Change{c}}, Catalog: catalog.Default()})
		a := Join([]*Facts{f}, nil, nil, nil)
		if a.Rollback != row.rollback || a.Downtime != row.downtime {
			t.Errorf("%s (%s): %s, %s; want %s, %s", row.why, row.typ, a.Rollback, a.Downtime, row.rollback, row.downtime)
		}
		if a.Downtime != DowntimeNone && (len(a.DowntimeWhy) == 0 || a.DowntimeWhy[0].Text == "is destroyed" || a.DowntimeWhy[0].Text == "is destroyed before the new one exists") {
			t.Errorf("%s (%s): no reason for %s: %+v", row.why, row.typ, a.Downtime, a.DowntimeWhy)
		}
	}
}

func TestTablesAreWhole(t *testing.T) {
	for name, rows := range map[string][]updateRow{"interruptions": interruptions(), "oneways": oneWays()} {
		lines := map[string]bool{}
		for _, r := range rows {
			if r.typ == "" || r.attr == "" || r.text == "" || r.note != "" && r.note != "size" {
				t.Errorf("%s: broken row %+v", name, r)
			}
			if lines[r.typ+r.attr] {
				t.Errorf("%s: %s %s stands there twice", name, r.typ, r.attr)
			}
			lines[r.typ+r.attr] = true
		}
		if len(rows) < 15 {
			t.Errorf("%s: only %d rows were read", name, len(rows))
		}
	}
}
