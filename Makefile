# What the project can do; `make help` lists it.

GO       ?= go
BIN      := $(CURDIR)/bin
FUZZTIME ?= 10s
# More flags for `go test`, for instance GOTESTFLAGS=-v.
GOTESTFLAGS ?=

PLATFORM := $(shell $(GO) env GOOS)_$(shell $(GO) env GOARCH)
MIRROR   := $(BIN)/providers

# The providers that the example's plans are made with, and the version under
# which the local mirror offers each. tools/providers pins what is built.
PROVIDERS := aws@3.1.0 random@2.2.1 tls@4.0.4

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: build
build: ## build bin/tofuspec
	CGO_ENABLED=0 $(GO) build -trimpath -o $(BIN)/tofuspec ./cmd/tofuspec

.PHONY: test
test: ## run every test that needs only Go
	$(GO) test $(GOTESTFLAGS) -timeout 20m ./...

.PHONY: lint
lint: $(BIN)/golangci-lint ## check format, style, package boundaries and module files
	$(BIN)/golangci-lint config verify
	$(BIN)/golangci-lint run
	$(BIN)/golangci-lint run --build-tags e2e ./fixtures/e2e/...
	$(GO) mod tidy -diff

.PHONY: format
format: $(BIN)/golangci-lint ## format the Go files
	$(BIN)/golangci-lint fmt

.PHONY: e2e
e2e: $(BIN)/tofu ## run the stories that plan with real OpenTofu
	TOFUSPEC_E2E_TOFU=$(BIN)/tofu $(GO) test $(GOTESTFLAGS) -count=1 -timeout 30m -tags e2e ./fixtures/e2e/...

.PHONY: bench
bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: fuzz
fuzz: ## fuzz every parser for FUZZTIME each
	@set -e; for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$package; \
		done; \
	done

.PHONY: fixtures
fixtures: $(BIN)/tofu $(PROVIDERS:%=$(MIRROR)/%) ## record the example's plans again with real OpenTofu
	$(GO) run ./fixtures/record -tofu $(BIN)/tofu -mirror $(MIRROR)

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BIN)

# The tools are pinned by modules of their own and built from the module proxy.

$(BIN)/golangci-lint: fixtures/tools/lint/go.mod fixtures/tools/lint/go.sum
	cd fixtures/tools/lint && $(GO) build -trimpath -ldflags '-s -w' -o $@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

$(BIN)/tofu: fixtures/tools/tofu/go.mod fixtures/tools/tofu/go.sum
	cd fixtures/tools/tofu && $(GO) build -trimpath -ldflags '-s -w -X github.com/opentofu/opentofu/version.dev=no' -o $@ github.com/opentofu/opentofu/cmd/tofu

# A target NAME@VERSION stands for one provider in a filesystem mirror.
$(MIRROR)/%: fixtures/tools/tofu/go.mod
	@set -e; name=$(firstword $(subst @, ,$*)); version=$(lastword $(subst @, ,$*)); \
	to=$(MIRROR)/registry.opentofu.org/hashicorp/$$name/$$version/$(PLATFORM); \
	mkdir -p $$to; cd fixtures/tools/providers/$$name; \
	echo "building the provider $$name"; \
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o $$to/terraform-provider-$${name}_v$$version \
		$$(sed -n 's/^tool //p' go.mod); \
	touch $@
