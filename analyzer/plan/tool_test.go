package plan

import (
	"fmt"
	"testing"
)

func TestTool(t *testing.T) {
	const configured = `,"configuration":{"root_module":{}}`
	for _, row := range []struct {
		why, version, provider, more string
		want                         Tool
	}{
		{"before OpenTofu", "0.12.31", "aws", configured, ToolTerraform},
		{"the last before OpenTofu", "1.5.7", "registry.opentofu.org/hashicorp/aws", configured, ToolTerraform},
		{"its registry", "1.6.2", "registry.opentofu.org/hashicorp/aws", configured, ToolTofu},
		{"the other registry may be named in either", "1.7.0", "registry.terraform.io/hashicorp/aws", configured, ToolUnknown},
		{"a field that only Terraform has", "1.11.4", "registry.terraform.io/hashicorp/aws", configured + `,"complete":true`, ToolTerraform},
		{"and its other one", "1.8.5", "terraform.io/builtin/terraform", configured + `,"applyable":false`, ToolTerraform},
		{"without those fields, when Terraform writes them", "1.12.6", "terraform.io/builtin/terraform", configured, ToolTofu},
		{"before Terraform wrote them", "1.7.5", "terraform.io/builtin/terraform", configured, ToolUnknown},
		{"a part of a plan may have lost them", "1.14.0", "terraform.io/builtin/terraform", "", ToolUnknown},
		{"no version", "", "registry.opentofu.org/hashicorp/aws", configured, ToolUnknown},
	} {
		p, said := readText(t, fmt.Sprintf(`{"format_version":"1.2","terraform_version":%q,"resource_changes":[{"address":"a.b","mode":"managed","type":"a",`+
			`"name":"b","provider_name":%q,"change":{"actions":["create"],"before":null,"after":{}}}]%s}`, row.version, row.provider, row.more))
		if p == nil || p.Tool != row.want {
			t.Errorf("%s: %+v, want %q: %s", row.why, p, row.want, said)
		}
	}
}
