# The front door. `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
PORT ?= 8000
NPM := .cache/npm/.ready
EDITOR := .cache/editor/.ready
GITHUB := .cache/pictures/.ready

.PHONY: help demo test slow check bench fuzz format lock holidays rules schemas pictures clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh product

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	@scripts/setup.sh development

demo: $(VENV)/.ready  ## set up, play one draft through all five steps, show the result (SERVE=0: do not)
	@$(BIN)/terbit demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,)

test: $(VENV)/.ready-dev check  ## set up, then all checks and tests
	@scripts/setup.sh browser
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

slow: $(VENV)/.ready-dev $(NPM) $(EDITOR) $(GITHUB)  ## the tests against servers and libraries from npm (once: some minutes, 850 MB)
	@scripts/setup.sh browser
	$(BIN)/pytest -n 2 --dist worksteal -m slow

$(NPM): tests/npm/package-lock.json
	@scripts/setup.sh npm

$(GITHUB): tests/pictures/package-lock.json
	@scripts/setup.sh pictures

$(EDITOR): scripts/terbit/templates/editor/package-lock.json
	@scripts/setup.sh editor

check: $(VENV)/.ready-dev  ## the static checks alone
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/actionlint -no-color -shellcheck= -pyflakes=
	$(BIN)/zizmor --offline --no-progress --color never --persona auditor --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-actions .github/actions/*/action.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

bench: $(VENV)/.ready-dev  ## measure gate, rules, search, pictures, and the site beside other builders (WRITE=1: into README)
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.site $(if $(WRITE),--write,)

fuzz: $(VENV)/.ready-dev  ## ten thousand mutated drafts and photos through all rules
	@$(BIN)/python -m tests.fuzz 10000

format: $(VENV)/.ready-dev  ## put the code into its form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

holidays: $(VENV)/.ready  ## write the table of days off that the package holidays knows
	@$(BIN)/python -m terbit.days_off

rules: $(VENV)/.ready  ## write the page of all rules for the office's own review
	@$(BIN)/terbit rules --page > .aturan.tmp && mv .aturan.tmp scripts/terbit/checks/README.md

schemas: $(VENV)/.ready  ## write the JSON Schemas that editors use
	$(BIN)/python -m terbit.schemas

pictures: $(VENV)/.ready-dev $(EDITOR) $(GITHUB)  ## take the pictures of the guide anew, from the real screens (2 minutes, npm)
	@scripts/setup.sh browser
	@$(BIN)/python -m tests.pictures

lock: $(VENV)/.ready-dev  ## renew the locked versions and hashes, or of one package: ONE=pillow (on the oldest Python: 3.11)
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile $(RENEW) $(LOCK) --all-build-deps -o requirements.txt pyproject.toml
	$(BIN)/pip-compile $(RENEW) $(LOCK) -o requirements-dev.txt requirements-dev.in

RENEW = $(if $(ONE),--upgrade-package $(ONE),--upgrade)
LOCK := --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe

clean:  ## remove everything that can be made again
	rm -rf $(VENV) .demo .terbit .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
