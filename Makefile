# `make graph` builds the graph of corpus/ into out/; `make test` proves it; `make check` proves all, as CI does.
# Needed: make and CPython 3.11 or newer with pip and venv. All else goes into .venv, from a lock file with hashes.

SHELL := /bin/sh
ENOUGH := import sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c "$(ENOUGH)" >/dev/null 2>&1 && { echo $$p; break; }; done)
BIN := .venv/bin
# uv is so much quicker than pip that pip fetches it first; where it cannot do the work, pip does.
UV = $$(command -v uv || command -v $(BIN)/uv || echo false)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALL = install() { $(UV) pip install --quiet --python $(BIN)/python "$$@" || $(PIP) "$$@"; }; install
LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header
COMPILE := $(LOCK) pyproject.toml
# Bytecode is kept, or each process would compile all libraries anew; but apart from the sources.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/pycache
unexport PYTHONDONTWRITEBYTECODE
# Two proofs run side by side, each with its output in one piece where make can do that.
PAIRED := --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# The site of docs/, whose reference is written from the ontology, the questions and the commands.
DOCS := build/docs

.PHONY: cluster compiled docs graph test check lint types wheel tests accuracy record learn benchmark lock clean

graph: .venv/locked
	$(BIN)/python build_graph.py

test: .venv/locked
	$(BIN)/python -m pytest -n auto

# The tests stand last, so that their count closes the output.
check: .venv/locked
	$(MAKE) $(PAIRED) wheel lint accuracy types
	$(MAKE) --no-print-directory tests

lint: .venv/locked
	$(BIN)/ruff check .

types: .venv/locked
	$(BIN)/mypy
	$(BIN)/mypy build_graph.py docs evaluation examples tests .ci/machine_code.py .ci/wheel.py setup.py benchmarks/archive.py benchmarks/cluster.py benchmarks/compiled.py benchmarks/engines.py benchmarks/comparing.py benchmarks/loading.py benchmarks/pages.py benchmarks/querying.py benchmarks/extraction.py benchmarks/lemmas.py benchmarks/parts_of_speech.py benchmarks/reading.py benchmarks/recombined.py benchmarks/side_by_side.py benchmarks/timed.py benchmarks/whole_build.py benchmarks/writing.py benchmarks/large_page.py

wheel: .venv/locked
	$(BIN)/python .ci/wheel.py 3.13

# How right the graph is, by evaluation/gold; fails when a main figure has fallen below the recorded one.
accuracy: .venv/locked
	$(BIN)/python -m evaluation.accuracy

docs: .venv/locked
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs $(DOCS)
	@echo "open $(DOCS)/index.html"

record: .venv/locked
	$(BIN)/python -m evaluation.accuracy --record

tests: test

# Learn anew the weights that the reader comes with.
learn: .venv/locked
	$(BIN)/python -m evaluation.learn

benchmark: .venv/locked
	$(BIN)/python benchmarks/reading.py

# A wheel whose reading is machine code, and the proof that it makes the same bytes. Needs a C compiler and patience.
compiled: .venv/locked
	$(BIN)/python .ci/machine_code.py

# The tests on a real Spark cluster. PySpark is half a gigabyte, so only this brings it into the environment.
cluster: .venv/spark
	$(BIN)/python -m pytest tests/test_cluster.py

lock:
	$(COMPILE) --group dev --output-file requirements/dev.lock
	$(COMPILE) --group test --output-file requirements/test.lock
	$(COMPILE) --extra spark --constraint requirements/dev.lock --output-file requirements/spark.lock
	$(LOCK) --group pyproject.toml:uv --output-file requirements/uv.lock
	$(LOCK) --group pyproject.toml:natasha --output-file requirements/natasha.lock
	$(LOCK) --group pyproject.toml:simplemma --output-file requirements/simplemma.lock

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/spark: .venv/locked requirements/spark.lock
	@$(INSTALL) --require-hashes -r requirements/spark.lock
	@touch $@

.venv/locked: requirements/dev.lock requirements/uv.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Baygraph needs CPython 3.11 or newer with venv; none was found on PATH." \
		"Name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@command -v uv >/dev/null && uv venv --quiet --allow-existing --python "$(PYTHON)" .venv || $(PYTHON) -m venv .venv
	@command -v uv >/dev/null || $(PIP) --require-hashes -r requirements/uv.lock || true
	@$(INSTALL) --require-hashes -r requirements/dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@
