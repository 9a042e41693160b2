package stacks

import (
	"context"
	"fmt"
	"testing"
	"testing/fstest"
)

// TestManyWaysToOneFile holds that files which import the next two of a long
// row are read in time that grows with the files, and not with the ways through
// them, of which there are 2^60 here.
func TestManyWaysToOneFile(t *testing.T) {
	t.Parallel()
	const rows = 60
	files := fstest.MapFS{
		"terramate.tm": {Data: []byte("terramate {\n  required_version = \"> 0.1\"\n}\n")},
		"app/stack.tm": {Data: []byte("stack {}\nimport {\n  source = \"/r0?/x.tm\"\n}\n")},
	}
	for i := range rows {
		for _, name := range []string{"a", "b"} {
			files[fmt.Sprintf("r%d%s/x.tm", i, name)] = &fstest.MapFile{Data: fmt.Appendf(nil, "import {\n  source = \"/r%d?/x.tm\"\n}\n", i+1)}
		}
	}
	files[fmt.Sprintf("r%dz/x.tm", rows)] = &fstest.MapFile{}
	p, diags := LoadFS(context.Background(), files, "project")
	if diags.HasErrors() || len(p.Stacks) != 1 {
		t.Fatalf("stacks %v, diagnostics %v", p.Stacks, diags)
	}
}
