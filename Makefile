# Everything a newcomer needs is one of these targets; `make` alone lists them.
PORT ?= 5000
ARGS ?=
PY := .venv/bin/python
# Rooms beside the package appear here as soon as they exist.
CODE := questionnaire tests $(wildcard wsgi.py benchmarks migrations scripts)

.DEFAULT_GOAL := help
.PHONY: help run test test-deep faults bench lint format coverage audit setup setup-dev clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Serve a demonstration hospital on http://127.0.0.1:5000 (PORT=…)
	@exec env DEMO=1 $(PY) -m questionnaire.cli run --port $(PORT)

test: setup-dev ## Run every test but the deep ones (ARGS="tests/spec -k name" for some)
	@sh scripts/system_packages.sh
	$(PY) -m pytest -n 2 --durations 15 $(ARGS)

test-deep: setup-dev ## Long fuzzing and all combinations
	@sh scripts/system_packages.sh
	HYPOTHESIS_PROFILE=deep $(PY) -m pytest -n 2 -m "deep or not deep" $(ARGS)

faults: setup-dev ## Kill the processes between the steps of a freeze and look at what remains
	$(PY) -m pytest -m faults $(ARGS)

bench: setup-dev ## Measure, and print the tables of docs/performance.md
	$(PY) -m benchmarks $(ARGS)

lint: setup-dev ## Check style, types, import directions, scripts and dependencies
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy $(CODE)
	.venv/bin/lint-imports --no-logo
	.venv/bin/shellcheck scripts/*.sh .ci/run
	$(PY) -m pip check

format: setup-dev ## Rewrite the code in the house style
	$(PY) -m ruff check --fix --exit-zero --quiet .
	$(PY) -m ruff format .

coverage: setup-dev ## Run the tests and show which branches they never take
	$(PY) -m pytest -n 2 --cov --cov-report term-missing:skip-covered $(ARGS)

audit: setup-dev ## Ask the public database about weaknesses of the pinned libraries (ARGS=--strict: or fail)
	$(PY) scripts/audit.py $(ARGS)

setup: ## Make .venv with what the product needs
	@sh scripts/setup_venv.sh requirements.txt

setup-dev: ## Make .venv with what the checks need too
	@sh scripts/setup_venv.sh requirements-dev.txt

clean: ## Remove .venv and caches (never the data in var/)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis htmlcov
