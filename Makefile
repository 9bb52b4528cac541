# One entrance to everything. `make help` lists the commands.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
N ?= 1000
SECONDS_EACH ?= 60
PORT ?= 8000

# Material prints a notice about its own end of life (May 2027, see docs/adr/0001); nothing to act on at each build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site test check records permanent export bench schema relevance links fuzz screenshots lock clean
.DEFAULT_GOAL := help

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/site.ok: requirements.lock pyproject.toml
	@scripts/require_system.sh python
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.ok: .venv/site.ok requirements-dev.lock package-lock.json
	@scripts/require_system.sh chromium firefox-esr
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

serve: .venv/site.ok ## Set up, build and serve the site on http://127.0.0.1:8000/, with live reload
	@$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: .venv/site.ok ## Write the complete site to site/
	@$(BIN)/watwerkt build --strict

test: .venv/dev.ok check ## Set up and run every test
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/dev.ok records ## Lint, types, import directions and records
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/watwerkt schema --check
	@$(BIN)/watwerkt permanent --check

records: .venv/site.ok ## Check the records only
	@$(BIN)/watwerkt check

schema: .venv/site.ok ## Write schemas/ and the form of the forge anew from the models
	@$(BIN)/watwerkt schema
	@$(BIN)/watwerkt template --issue-form --force -o .github/ISSUE_TEMPLATE/praktijk.yml

permanent: .venv/site.ok ## Add new addresses and fields to the lists in published/ (at each release)
	@$(BIN)/watwerkt permanent

export: .venv/site.ok ## Write the open data to export/, without the site
	@$(BIN)/watwerkt export

bench: .venv/dev.ok ## Time builds of N synthetic records (make bench N=1000), and the list of 300 in a slow browser
	@$(BIN)/python scripts/bench.py --records $(N)
	@$(BIN)/python scripts/bench_search.py

relevance: .venv/dev.ok ## Hold our search against plain lunr and Material's on the same questions
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python scripts/relevance.py

fuzz: .venv/dev.ok ## Look for inputs that break the reader or an importer (make fuzz SECONDS_EACH=60)
	@for target in reader word sheet issue; do $(BIN)/python scripts/fuzz.py $$target $(SECONDS_EACH) || exit 1; done

screenshots: .venv/dev.ok site ## Take the pictures of CONTRIBUTING.md anew
	@$(BIN)/python scripts/screenshots.py

links: .venv/dev.ok ## Follow the links to other sites (the only command that uses the network)
	@$(BIN)/lychee --no-progress --mode plain --exclude '\.example(/|$$)' --max-retries 2 --timeout 20 'content/**/*.yml' 'content/**/*.md'

lock: ## Pin all dependencies anew, with hashes
	@scripts/lock.sh

clean: ## Remove everything that was made
	@rm -rf .venv .cache site export node_modules build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
