package tfconfig_test

import (
	"testing"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

func TestWithoutSecrets(t *testing.T) {
	for in, want := range map[string]string{
		"https://state.example.com/net":                       "https://state.example.com/net",
		"https://user:canary@state.example.com/net":           "https://state.example.com/net",
		"https://canary@state.example.com":                    "https://state.example.com",
		"https://user:can@ary@state.example.com/a@b":          "https://state.example.com/a@b",
		"git::ssh://git:canary@example.com/m.git":             "git::ssh://example.com/m.git",
		"https://example.com/net?private_token=canary":        "https://example.com/net",
		"https://example.com/net?a=1&TOKEN=canary&b=2":        "https://example.com/net?a=1&b=2",
		"https://example.com/net?a=1&X-Amz-Signature=canary":  "https://example.com/net?a=1",
		"https://example.com/net?sig=canary#part":             "https://example.com/net#part",
		"https://example.com/net?ref=v1":                      "https://example.com/net?ref=v1",
		"https://example.com/a@b?c=d@e":                       "https://example.com/a@b?c=d@e",
		"net/terraform.tfstate":                               "net/terraform.tfstate",
		"what?token=not-a-url":                                "what?token=not-a-url",
		"":                                                    "",
		"arn:aws:s3:::bucket/key":                             "arn:aws:s3:::bucket/key",
		"https://example.com/net?access_key=canary&ref=main":  "https://example.com/net?ref=main",
		"https://example.com/net?ref=main&password=canary&":   "https://example.com/net?ref=main",
		"postgres://user:canary@db.example.com/terraform":     "postgres://db.example.com/terraform",
		"https://u:canary@example.com/x?token=canary&token=c": "https://example.com/x",
	} {
		if got := tfconfig.WithoutSecrets(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
