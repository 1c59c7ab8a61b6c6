# The only entries to this project; `make help` lists them. Each does its own set-up and can be repeated.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
# The SDK needs ICU or this; a bare machine has no ICU, and the program itself is culture-invariant.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT := $(if $(shell ldconfig -p 2>/dev/null | grep libicuuc),0,1)

RID := linux-$(if $(filter aarch64 arm64,$(shell uname -m)),arm64,x64)
PROGRAM := artifacts/telegramhls/telegramhls
WEB := src/TelegramHls.Bot/Web
PLAYER := $(WEB)/node_modules/.package-lock.json
SOURCES := $(shell find src -type f -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' 2>/dev/null) \
	Directory.Build.props Directory.Packages.props appsettings.json

.PHONY: help run test publish bench soak clean setup-run setup-test setup-bench setup-players

help: ## List these entries
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

# The console keeps to warnings here, so that the links stand out; a level that is set wins.
run: publish ## Set up, build and start; without any token in sandbox mode, with a sample film
	@echo "Starting ..."
	@export Logging__Console__LogLevel__Default=$${Logging__Console__LogLevel__Default:-Warning}; \
		exec ./$(PROGRAM) serve --sample

test: setup-test publish ## Set up, build and run everything that CI checks
	@eng/test.sh

publish: $(PROGRAM) ## Build the executable folder artifacts/telegramhls

$(PROGRAM): $(SOURCES) $(PLAYER) | setup-run
	@eng/build.sh $(RID) $(@D)

$(PLAYER): $(WEB)/package-lock.json | setup-run
	@eng/player.sh

bench: setup-bench publish ## Measure, as ratios within one run
	@dotnet run -c Release --project tests/TelegramHls.Benchmarks -- $(BENCH)

soak: setup-test setup-players publish ## The long tests, in every player
	@THLS_SOAK=1 eng/test.sh --filter "Category=Soak"

clean: ## Remove what was built
	@rm -rf artifacts TestResults && find . -name node_modules -prune -o -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +

setup-run:
	@eng/setup.sh run

setup-test:
	@eng/setup.sh test

setup-bench:
	@eng/setup.sh bench

setup-players:
	@eng/setup.sh players
