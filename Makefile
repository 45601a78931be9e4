# Everything runs in a virtual environment of its own; Python 3.11 or newer and make are all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARCHIVE ?= data/blitar.db
SITE ?= blitarkota

.PHONY: demo test test-wordpress test-year test-soak test-pywb test-readers check crawl serve bench clean

demo: $(VENV)/installed-run      ## the whole job on a sample site, no network
	@$(BIN)/blitar demo

test: $(VENV)/installed-test     ## all tests
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

test-wordpress: $(VENV)/installed-test  ## against a real WordPress on loopback; installs Debian's packages where root may
	@$(BIN)/python -m tests.systems.wordpress.packages
	@BLITAR_TEST_WORDPRESS=1 $(BIN)/python -m pytest tests/systems/wordpress

test-pywb: $(VENV)/installed-test ## our WARC files replayed by pywb, in an environment of its own (.venv-pywb)
	@$(BIN)/python -m tests.systems.pywb.environment
	@BLITAR_TEST_PYWB=1 $(BIN)/python -m pytest -s tests/systems/pywb

test-readers: $(VENV)/installed-readers ## releases read by pandas, DuckDB, LibreOffice and frictionless; installs what it may
	@$(BIN)/python -m tests.systems.readers.programs
	@BLITAR_TEST_READERS=1 $(BIN)/python -m pytest -rs tests/systems/readers

test-year: $(VENV)/installed-test  ## two simulated years of daily runs, a few minutes each; prints what they cost
	@BLITAR_TEST_YEAR=1 $(BIN)/python -m pytest tests/year

test-soak: $(VENV)/installed-test  ## 50 sites, 200 simulated days with faults: half an hour; SOAK="--sites 10 --days 60"
	@$(BIN)/python -m tests.soak.run $(SOAK)

check: $(VENV)/installed-test    ## lint and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

crawl: $(VENV)/installed-run     ## archive a live site: make crawl SITE=blitarkota
	@$(BIN)/blitar crawl $(SITE) --archive $(ARCHIVE)

serve: $(VENV)/installed-publish ## open an archive in Datasette: make serve ARCHIVE=data/demo.db
	@$(BIN)/blitar serve --archive $(ARCHIVE)

bench: $(VENV)/installed-bench   ## measurements beside other libraries
	@status=0; for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python $$file || status=1; done; exit $$status

clean:
	rm -rf $(VENV) .venv-pywb .venv-duckdb .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "No virtual environment could be made (on Debian: apt install python3-venv)"; exit 1; }

$(VENV)/installed-run: pyproject.toml $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml $(BIN)/python
	@echo "Installing into $(VENV) with what tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/installed-run

$(VENV)/installed-bench: pyproject.toml $(BIN)/python
	@echo "Installing into $(VENV) with the libraries to compare with ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@ $(VENV)/installed-run

$(VENV)/installed-publish: pyproject.toml $(BIN)/python
	@echo "Installing into $(VENV) with Datasette ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[publish]'
	@touch $@ $(VENV)/installed-run

$(VENV)/installed-readers: pyproject.toml $(BIN)/python
	@echo "Installing into $(VENV) with the programs that read releases ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,readers]'
	@touch $@ $(VENV)/installed-run $(VENV)/installed-test
