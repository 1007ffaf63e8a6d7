# Every target makes the environment it needs; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
EDITION ?= ja
EDITIONS = $(notdir $(patsubst %/,%,$(dir $(wildcard notebooks/*/index.ipynb))))
VENV := .venv
BIN := $(VENV)/bin
HUB := workshop/hub
HUB_BIN := $(HUB)/.venv/bin
.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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

# The hub's environment is the book's and, in a folder of its own, what JupyterHub adds to it.
$(HUB)/.venv/installed: $(VENV)/installed $(HUB)/requirements.txt $(HUB)/package-lock.json
	$(BIN)/python -m venv $(HUB)/.venv
	$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' >book.pth
	mv book.pth $$($(HUB_BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
	$(HUB_BIN)/python -m pip install --requirement $(HUB)/requirements.txt
	$(HUB_BIN)/npm --prefix $(HUB) ci --ignore-scripts
	$(HUB_BIN)/python -m compileall -q helpers workshop/hub/inside
	@touch $@

.PHONY: hub-tools
hub-tools: $(HUB)/.venv/installed

.PHONY: hub
hub: $(HUB)/.venv/installed ## a JupyterHub for a room (LEARNERS=30 HOST=192.168.1.10; workshop/hub/README.md)
	@PYTHONPATH=. $(HUB_BIN)/python -m workshop.hub $(if $(LEARNERS),--learners='$(LEARNERS)') \
	  $(if $(HOST),--host=$(HOST)) --port=$(PORT) $(if $(FOLDER),--folder='$(FOLDER)') \
	  $(if $(MEMORY),--memory=$(MEMORY)) $(if $(CERTIFICATE),--certificate='$(CERTIFICATE)') \
	  $(if $(KEY),--key='$(KEY)') $(if $(NOTEBOOKS),--notebooks='$(NOTEBOOKS)') \
	  --edition=$(EDITION) $(if $(NEW_CODE),--new-code=$(NEW_CODE))

.PHONY: cluster
cluster: $(HUB)/.venv/installed ## Helm values of a JupyterHub on Kubernetes (LEARNERS HOST EMAIL IMAGE; workshop/kubernetes/README.md)
	@PYTHONPATH=. $(HUB_BIN)/python -m workshop.kubernetes $(if $(LEARNERS),--learners='$(LEARNERS)') \
	  --host='$(HOST)' --email='$(EMAIL)' --image='$(IMAGE)' --edition=$(EDITION) \
	  $(if $(OUTPUT),--output='$(OUTPUT)') $(if $(NEW_CODE),--new-code=$(NEW_CODE))

.PHONY: load-test
load-test: $(HUB)/.venv/installed ## fill a hub with simulated learners (LEARNERS=20; KEEP=1: for the tables of the texts)
	@PYTHONPATH=. $(HUB_BIN)/python -m workshop.load $(if $(LEARNERS),--learners=$(LEARNERS)) \
	  $(if $(KEEP),--keep) $(LOAD_OPTIONS)

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
	grep -E '^[a-z0-9-]+==' requirements.txt >_pins.txt
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --upgrade --no-annotate --no-header \
	  --constraint _pins.txt $(HUB)/requirements.in --output-file $(HUB)/requirements.txt
	rm _pins.txt

.PHONY: compare
compare: $(VENV)/installed ## show what changes under another version (TIMM=1.0.30, TORCH=2.14.1)
	$(BIN)/python -m tools.compare $(if $(TIMM),--timm '$(TIMM)') $(if $(TORCH),--torch '$(TORCH)')

.PHONY: clean
clean: ## remove the environment and everything built
	rm -rf $(VENV) $(HUB)/.venv $(HUB)/node_modules _build
