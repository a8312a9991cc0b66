# Everything a fresh machine needs comes from here: `make run` serves the app, `make test` tests it.
# Needed beforehand: Python 3.11 or newer with its venv module, and make.

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3,\
	$(shell $(p) -c 'import sys, venv, ensurepip; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-peers soak sarif lighthouse docs pictures model scorecard lock clean

help: ## say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/for-run ## install, and serve the app on this machine (ARGS="--port 9000" is passed on)
	@exec $(BIN)/storyloop $(ARGS)

test: .venv/for-development ## install all that tests need, and run every test
	@tests/install-servers
	$(BIN)/python -m pytest $(ARGS)

check: .venv/for-development ## formatting, lint, types, layers, the front end, generated documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python hatch_build.py check
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m training.scorecard --check

bench: .venv/for-development ## print the speed figures
	$(BIN)/python -m benchmarks

bench-peers: .venv/for-development ## the same, beside proselint, write-good and all-MiniLM-L6-v2 in a temporary folder
	$(BIN)/python -m benchmarks --peers

soak: .venv/for-development ## the long kill and fuzz runs
	@tests/install-servers
	STORYLOOP_SOAK=1 $(BIN)/python -m pytest -m soak $(ARGS)

sarif: .venv/for-development ## validate the SARIF output with a validator fetched from npm
	tests/validate-sarif $(BIN)/storyloop

lighthouse: .venv/for-development ## score the pages with Lighthouse, fetched from npm, in Chromium
	@tests/install-servers
	$(BIN)/python -m benchmarks.lighthouse

docs: .venv/for-development ## regenerate the references and build the manual into docs/_build
	$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx -W -q docs docs/_build/html

pictures: .venv/for-development ## take the README's pictures anew
	@tests/install-servers
	$(BIN)/python docs/pictures.py

model: .venv-training/ready ## rebuild the shipped model files from training/, bit for bit
	.venv-training/bin/python -m training.build $(ARGS)

scorecard: .venv/for-development ## measure models and rules on files held back, into docs/scorecard.md
	$(BIN)/python -m training.scorecard

lock: .venv/for-development ## compile requirements/ anew from pyproject.toml
	$(BIN)/uv pip compile -q $(LOCK) pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q $(LOCK) pyproject.toml --all-extras --group development -o requirements/development.txt
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean: ## remove what make made
	rm -rf .venv .venv-training build dist docs/_build frontend/node_modules

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Storyloop needs Python 3.11 or newer with its venv module; install that first." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv-training/ready: .venv/bin/python requirements/training.txt
	.venv/bin/python -m venv .venv-training
	.venv-training/bin/python -m pip --quiet install -r requirements/training.txt --editable .
	@touch $@

# The editable install builds the front end, which hatch_build.py describes.
FRONTEND := hatch_build.py $(wildcard frontend/*.json frontend/src/*.ts)

.venv/for-run: .venv/bin/python requirements/run.txt pyproject.toml $(FRONTEND)
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --editable .
	@touch $@

.venv/for-development: .venv/bin/python requirements/development.txt pyproject.toml $(FRONTEND)
	$(PIP) install --require-hashes -r requirements/development.txt
	$(PIP) install --no-deps --editable .
	@touch $@ .venv/for-run
