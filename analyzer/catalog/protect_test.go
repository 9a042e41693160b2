package catalog

import (
	"encoding/json"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

func TestHolds(t *testing.T) {
	c := Default()
	tests := []struct {
		typ    string
		guard  Guard
		object map[string]plan.Value
		on     bool
		known  bool
		reason string
	}{
		{"aws_db_instance", DeletionProtection, map[string]plan.Value{"deletion_protection": true}, true, true, "switched on"},
		{"aws_db_instance", DeletionProtection, map[string]plan.Value{}, false, true, "off unless switched on"},
		{"google_container_cluster", DeletionProtection, map[string]plan.Value{"deletion_protection": nil}, true, true, "on unless switched off"},
		{"google_container_cluster", DeletionProtection, map[string]plan.Value{}, false, false, "a provider before 5.0 has no such attribute, and refuses nothing"},
		{"google_kms_crypto_key", RecoveryWindow, map[string]plan.Value{"destroy_scheduled_duration": "86400s"}, true, true, "a day to come back"},
		{"aws_db_instance", FinalSnapshot, map[string]plan.Value{"skip_final_snapshot": true}, false, true, "skipping is the opposite of keeping"},
		{"aws_db_instance", FinalSnapshot, map[string]plan.Value{"skip_final_snapshot": plan.Unknown}, false, false, "known after apply is not known"},
		{"aws_kms_key", RecoveryWindow, map[string]plan.Value{"deletion_window_in_days": json.Number("7")}, true, true, "seven days to come back"},
		{"aws_kms_key", RecoveryWindow, map[string]plan.Value{"deletion_window_in_days": nil}, true, true, "thirty days when nothing is said"},
		{"aws_secretsmanager_secret", RecoveryWindow, map[string]plan.Value{"recovery_window_in_days": json.Number("0")}, false, true, "zero deletes at once"},
		{"aws_s3_bucket", NotEmpty, map[string]plan.Value{"force_destroy": true}, false, true, "a full bucket goes as well"},
		{"aws_elasticache_cluster", FinalSnapshot, map[string]plan.Value{"final_snapshot_identifier": "last"}, true, true, "a name for the snapshot makes one"},
		{"aws_elasticache_cluster", FinalSnapshot, map[string]plan.Value{}, false, false, "nothing says either way"},
		{"aws_db_instance", DeletionProtection, map[string]plan.Value{"deletion_protection": plan.Sensitive}, false, false, "what is not shown is not known"},
	}
	for _, tt := range tests {
		found := false
		for _, p := range c.Lookup(tt.typ).Protections {
			if p.Guard != tt.guard {
				continue
			}
			found = true
			if on, known := p.Holds(tt.object); on != tt.on || known != tt.known {
				t.Errorf("%s %s in %v: %v %v, want %v %v: %s", tt.typ, tt.guard, tt.object, on, known, tt.on, tt.known, tt.reason)
			}
		}
		if !found {
			t.Errorf("%s has no %s", tt.typ, tt.guard)
		}
	}
}
