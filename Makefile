# Everything works on a fresh machine with Python 3.11+ (with venv) and make.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/python -m compileall -q addin udfs workbooks # as pip does for all other packages: a quicker start

.PHONY: setup demo addin test test-windows lint bench samples pages pictures programs clean

setup: .venv/.runtime

demo: setup
	$(BIN)/dudao demo --out demo

# The Excel add-in, into dist/.
addin: setup
	$(BIN)/python build_addin.py

test: lint programs
	$(BIN)/python -m pytest -n 2

# The installer and the function server on a Windows Python, under Wine; `make test` leaves them out.
test-windows: .venv/.test
	@bash tests/install_wine.sh
	$(BIN)/python -m pytest tests/windows

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/.test
	$(BIN)/python -m bench

# The committed files that programs make: sample ledgers, pages of the manual, its pictures.
samples: .venv/.test
	$(BIN)/python -m workbooks.samples.make

pages: .venv/.test
	$(BIN)/python -m workbooks.checks.page
	$(BIN)/python -m addin.buttons_page
	$(BIN)/python -m udfs.page
	$(BIN)/python -m workbooks.setting_docs > docs/settings.md

pictures: .venv/.test programs
	$(BIN)/python -m docs.make_pictures

# LibreOffice and Microsoft's validator: installed where they are missing and may be.
programs:
	@bash tests/install_office.sh

.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found (or: make PYTHON=/path/to/python)" >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.runtime: pyproject.toml | .venv/bin/pip
	$(PIP) --editable .
	@$(COMPILE)
	@touch $@

.venv/.test: pyproject.toml | .venv/bin/pip
	$(PIP) --editable '.[test]'
	@$(COMPILE)
	@touch .venv/.runtime $@

clean:
	rm -rf .venv .tools demo dist build dudao.egg-info
