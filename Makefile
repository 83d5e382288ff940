# The two commands. Each sets everything up on a bare machine with Python 3.11+ and says what it does.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
export PORT ?= 8000

.PHONY: run test check bench clean
.DEFAULT_GOAL := run

run: $(VENV)/.run   ## index this repository's content and serve it on http://127.0.0.1:$(PORT)
	-@$(BIN)/terecht reindex --if-stale
	@$(BIN)/terecht serve

test: $(VENV)/.test ## run every test, the browser's included
	@.ci/browser
	@echo "==> Running every test"
	@$(BIN)/python -m pytest

check: $(VENV)/.test ## everything that CI asks, tests included
	@.ci/run

bench: $(VENV)/.bench ## measure against the peers; writes benchmarks/results/
	@$(BIN)/python -m benchmarks

clean:              ## forget the virtual environment and what was built
	rm -rf $(VENV) var dist widget_server/*/kernel/*.so

$(BIN)/python:
	@echo "==> Making a virtual environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Terecht needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python could not make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: pyproject.toml constraints.txt hatch_build.py widget_server/kernels.py $(wildcard widget_server/*/kernel/*.p[xy][dx]) | $(BIN)/python
	@.ci/compiler $(BIN)/python
	@echo "==> Installing Terecht (half a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/.run
	@echo "==> Installing the tools for tests"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group dev
	@touch $@

$(VENV)/.bench: pyproject.toml constraints.txt benchmarks/node/package-lock.json | $(VENV)/.test
	@echo "==> Installing the peers"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group bench
	@npm ci --silent --prefix benchmarks/node || echo "MiniSearch, Orama and lunr are left out: npm is missing"
	@touch $@
