# Everything works on a fresh machine with Python 3.11+ (with venv) and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test lint bench samples office clean

setup: .venv/.runtime

demo: setup
	$(BIN)/dudao demo --out demo

test: .venv/.test office
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/python -m pytest -n auto

lint: .venv/.test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

bench: .venv/.test
	$(BIN)/python -m bench

samples: .venv/.test
	$(BIN)/python -m workbooks.samples.make

office:
	@bash tests/install_office.sh

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.runtime: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/.runtime

clean:
	rm -rf .venv .tools demo dist build
