# make demo   codes one example page into demo.db and shows what it says
# make test   runs the tests, naming those it skips
# make check  lint, types, rooms and generated documents
# make docs   writes the generated documents anew
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.kawat-installed
DEMO ?= src/kawat/languages/id/pages/perundingan-jenewa/page.txt

.PHONY: demo test check docs
.DELETE_ON_ERROR:

demo: $(STAMP)
	$(BIN)/kawat code $(DEMO) --date 2025-03-12 --outlet "Kabar Utara" --format table --ledger demo.db
	@echo "Kept in demo.db. Ask on: $(BIN)/kawat why ID --ledger demo.db (an id from above), $(BIN)/kawat --help"

test: $(STAMP)
	$(BIN)/python -m pytest -q -p no:cacheprovider

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kawat.cli.reference --check docs

docs: $(STAMP)
	$(BIN)/python -m kawat.cli.reference docs

# The stamp is renewed when what is to be installed changes, not at every call.
$(STAMP): pyproject.toml $(wildcard models/*/pyproject.toml)
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Run: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kawat needs Python 3.11 or later; $(PYTHON) is older. Run: make PYTHON=python3.12 (or what you have)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python's venv is missing. Run: apt-get install python3-venv" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' $(patsubst %/pyproject.toml,./%,$(wildcard models/*/pyproject.toml))
	@touch $@
