# Bede. `make` alone says what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKS := $(shell find src/bede/data/packs -type f)
EVENTS := $(wildcard src/bede/data/events/*.toml)
REFERENCE := src/bede/data/reference/default.sqlite

help: ## Say what there is
	@grep -E '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: $(VENV)/installed $(REFERENCE) ## Set everything up and check the example article
	@$(BIN)/bede check --exit-zero examples/a-fall-from-power.md

test: $(VENV)/installed-dev $(REFERENCE) lint ## Lint, types, tests and documentation
	$(BIN)/python -m pytest

test-browser: $(VENV)/installed-browser $(REFERENCE) ## Look at the pages with a browser: accessible, safe, usable
	$(BIN)/python -m pytest tests/browser

lint: $(VENV)/installed-dev ## Style, types and the layers of the design
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/installed-dev $(REFERENCE) ## Write the generated parts of the documentation anew
	$(BIN)/python tests/generated.py --write

site: $(VENV)/installed-dev $(REFERENCE) ## Write the documentation as a site, in site/
	$(BIN)/python tools/make_site.py

bench: $(VENV)/installed-dev $(REFERENCE) ## Measure speed and false alarms
	$(BIN)/python bench/time_check.py
	$(BIN)/python bench/false_alarms.py

clean: ## Remove what was built
	rm -rf $(VENV) $(REFERENCE) site .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bede needs Python 3.11 or later; set PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml hatch_build.py | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml hatch_build.py | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

$(VENV)/installed-browser: $(VENV)/installed-dev
	@$(BIN)/python tests/browser/finding.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,browser]'
	@touch $@

# The build hook writes the reference at installation; after an edit of a pack it is built again.
$(REFERENCE): $(PACKS) $(EVENTS) | $(VENV)/installed
	$(BIN)/bede reference build src/bede/data/packs/* --output $@

.PHONY: help demo test test-browser lint docs site bench clean
