# Every target makes the environment it needs; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
EDITION ?= ja
EDITIONS = $(notdir $(patsubst %/,%,$(dir $(wildcard notebooks/*/index.ipynb))))
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("PYTHON is Python %d.%d; it must be 3.11 or newer, as in: make PYTHON=python3.11" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --requirement requirements.txt
	@touch $@

.PHONY: book
book: $(VENV)/installed ## build both editions into _build/site
	$(BIN)/python -m tools.site

.PHONY: serve
serve: book ## show the site on localhost (PORT=8000)
	$(BIN)/python -m http.server --bind localhost --directory _build/site $(PORT)

.PHONY: notebooks
notebooks: $(VENV)/installed ## execute the pages that changed (ALL=1: all of them)
	$(BIN)/python -m tools.notebooks $(if $(ALL),--all)
	$(BIN)/python -m tools.draw_cards

.PHONY: lab
lab: $(VENV)/installed ## open the notebooks in JupyterLab (EDITION=ja or en; LAB_OPTIONS: any of jupyter lab)
	@test -f notebooks/$(EDITION)/index.ipynb || { echo "EDITION is $(EDITION); it must be one of: $(EDITIONS)"; exit 1; }
	$(BIN)/jupyter trust notebooks/$(EDITION)/*.ipynb
	$(BIN)/jupyter lab --notebook-dir notebooks --LabApp.default_url=/lab/tree/$(EDITION)/index.ipynb $(LAB_OPTIONS)

# Linters of the prose, the explorer's bundler and the audit need Node; without it they are skipped.
.PHONY: node-tools
node-tools: package-lock.json
	@if command -v npm >/dev/null; then \
	  cmp -s package-lock.json node_modules/installed || \
	  { npm ci --ignore-scripts && cp package-lock.json node_modules/installed; }; \
	fi

.PHONY: test
test: book node-tools ## re-execute every notebook, compare every output, check everything else
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pytest

.PHONY: audit
audit: $(VENV)/installed node-tools ## Lighthouse, axe, HTML checker, links, weight (PAGES=ja/step.html: of one page)
	$(BIN)/python -m tools.audit $(PAGES)

.PHONY: workshop
workshop: book ## write notebooks, slides and site for a workshop into _build/workshop, as archives
	$(BIN)/python -m workshop

.PHONY: regenerate
regenerate: $(VENV)/installed ## execute every page in other surroundings, compare every byte (PAGES=step: of one page)
	$(BIN)/python -m tools.regenerate $(PAGES)

.PHONY: bench
bench: book node-tools ## measure tests, site and explorer against their floors, a chapter against a default book
	$(BIN)/python -m tools.bench
	$(BIN)/python -m tools.bench_site
	$(BIN)/python -m tools.bench_explorer

.PHONY: mutants
mutants: $(VENV)/installed ## change timm.scheduler point by point, count what the checks notice (ONLY=step_lr.py, CONFIRM=20)
	$(BIN)/python -m tools.mutants $(ONLY) $(if $(CONFIRM),--confirm $(CONFIRM))

.PHONY: upgrade
upgrade: $(VENV)/installed ## resolve requirements.in into requirements.txt
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --upgrade requirements.in --output-file requirements.txt

.PHONY: compare
compare: $(VENV)/installed ## show what changes under another version (TIMM=1.0.30, TORCH=2.14.1)
	$(BIN)/python -m tools.compare $(if $(TIMM),--timm '$(TIMM)') $(if $(TORCH),--torch '$(TORCH)')

.PHONY: clean
clean: ## remove the environment and everything built
	rm -rf $(VENV) _build
