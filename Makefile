# `make demo` shows newslint at work; `make test` checks everything. Both need Python 3.11 or newer
# and nothing else: they make a virtual environment in .venv and install into that.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# Python keeps what it compiles, the tests too, whatever the shell says: collecting them takes half the time.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest

.PHONY: help demo check quick test lint readme site bench bench-instructions bench-names bench-memory bench-sources clients bench-serve engines fuzz fuzz-coverage curves faults clean

help:
	@echo 'make demo   install newslint into .venv and run it on examples/'
	@echo 'make check  run the linters, the type checker and the tests that are quick: half a minute'
	@echo 'make test   run the linters, the type checker and all tests'
	@echo 'make lint   run only the linters and the type checker'
	@echo 'make readme take the terminal pictures in README.md anew, and write docs/api.md'
	@echo 'make site   build the documentation site, with a page for each rule, into build/site'
	@echo 'make bench  time newslint beside its peers'
	@echo 'make bench-instructions  count the instructions for one story (needs valgrind)'
	@echo 'make bench-names  what a names book of a million entries costs'
	@echo 'make bench-sources what is found in stories held against their sources'
	@echo 'make bench-memory  what a memory of a large archive costs'
	@echo 'make bench-serve  how newslint serve bears many clients'
	@echo 'make clients  test newslint serve with what people use (Chromium, LibreOffice, npm, where they are)'
	@echo 'make engines  test archives on Ray, Spark (where there is Java) and Dask'
	@echo 'make fuzz   try to break every reader, for a minute each'
	@echo 'make fuzz-coverage  the same and every safe fix, led by coverage (atheris), until stopped'
	@echo 'make curves how the work grows with the input, for copy that is made to hurt'
	@echo 'make faults fail, end and kill newslint at the points of a fix (needs strace; ALL=--all: at every one)'
	@echo 'make clean  remove .venv and what was built'

demo: $(VENV)/installed
	@printf '\n$$ newslint examples\n'
	@$(BIN)/newslint examples || test $$? -eq 1
	@printf '\n$$ newslint --diff --names examples/desk.yaml examples/budget-vote.md\n'
	@$(BIN)/newslint --diff --names examples/desk.yaml examples/budget-vote.md || test $$? -eq 1
	@printf '\nNothing was changed. Try it on your own copy: %s/newslint story.txt\n' $(BIN)

# What can run side by side does: `make check` is what one waits for most.
check: $(VENV)/developed
	@$(MAKE) --no-print-directory --jobs 2 lint quick

quick: $(VENV)/developed
	@echo '== tests that are quick'
	@$(PYTEST) -n auto --quick

test: lint
	@echo '== tests'
	@$(PYTEST) -n auto

lint: $(VENV)/developed
	@echo '== ruff'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo '== mypy'
	@$(BIN)/mypy
	@echo '== import contracts'
	@$(BIN)/lint-imports --no-cache

readme: $(VENV)/developed
	@$(BIN)/python tools/readme_pictures.py
	@$(BIN)/python tools/api_page.py

site: $(VENV)/installed
	@$(PIP) install --group site
	@$(BIN)/python -m tools.site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench-names: $(VENV)/installed
	@$(BIN)/python tools/benchmarks/million_names.py

bench-memory: $(VENV)/installed
	@$(BIN)/python tools/benchmarks/memory.py

bench-serve: $(VENV)/developed
	@$(BIN)/python tools/benchmarks/serve.py

clients: $(VENV)/developed
	@$(PIP) install --requirement tools/clients/requirements.txt
	@$(PYTEST) -rs tools/clients

bench-sources: $(VENV)/installed
	@$(BIN)/python -m tools.source_pairs

engines: $(VENV)/developed
	@$(PIP) install --group engines
	@$(PYTEST) tests/end_to_end/archive/test_engines.py

bench: $(VENV)/installed
	@$(PIP) install --requirement tools/benchmarks/peers.txt
	@$(BIN)/python tools/benchmarks/speed.py
	@if command -v valgrind >/dev/null; then $(BIN)/python tools/benchmarks/instructions.py; fi

bench-instructions: $(VENV)/installed
	@$(BIN)/python tools/benchmarks/instructions.py $(BEFORE)

fuzz: $(VENV)/installed
	@$(BIN)/python tools/fuzz.py 60 1

fuzz-coverage: $(VENV)/developed
	@$(PIP) install --group fuzz
	@$(BIN)/python tools/fuzz_coverage.py -max_len=2000

curves: $(VENV)/installed
	@$(BIN)/python tools/benchmarks/curves.py

faults: $(VENV)/installed
	@$(BIN)/python tools/faults.py $(ALL)

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@echo '== virtual environment in $(VENV)'
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'newslint needs Python 3.11 or newer: make PYTHON=python3.12 ...'; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	@echo '== installing newslint (the first time, its word lists are compiled: a minute)'
	@$(PIP) install --editable .
	@$(BIN)/python -m compileall -q newslint
	@touch $@

# Dependency groups need pip 25.1, which the Python that made the environment may not have.
$(VENV)/developed: $(VENV)/installed
	@echo '== installing what developers need'
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --group dev
	@touch $@
