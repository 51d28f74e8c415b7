"""The documents can't lie: their examples are run, their files exist, every command and option stands in them."""

import argparse
import io
import json
import re
import shutil
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.cli import COMMANDS, main
from workbooks import setting_docs
from workbooks.samples import FOLDER
from workbooks.sheets.texts import text

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = [document for document in DOCUMENTS if "```console\n" in document.read_text(encoding="utf-8")]


def blocks(document: Path, language: str) -> list[str]:
    """Return the contents of the document's fenced blocks in the language, "" for those that name none."""
    every = re.findall(r"^```(\w*)\n(.*?)^```$", document.read_text(encoding="utf-8"), re.M | re.S)
    return [content for named, content in every if named == language]


def sessions(document: Path) -> list[tuple[str, str]]:
    """Return each command of the document's console blocks with the output shown under it."""
    found = []
    for block in blocks(document, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def pattern(shown: str) -> str:
    """Return a pattern for output as documents show it: a line of … is any lines, … in a line any text."""
    lines = [".*?" if line == "…" else re.escape(line).replace("…", "[^\n]*") for line in shown.splitlines()]
    return "\n".join(lines)


@pytest.mark.parametrize("document", SHOWN, ids=lambda path: path.name)
def test_every_example_runs_and_prints_what_is_shown(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ledger in FOLDER.glob("*.xls*"):
        shutil.copy(ledger, tmp_path)
    for number, cells in enumerate(blocks(document, "json")):
        assert number == 0, "one block of cells a document"
        json.loads(cells)
        (tmp_path / "cells.json").write_text(cells, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command, shown in sessions(document):
        program, *arguments = command.split()
        assert program == "dudao"
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            code = main(arguments)
        assert code in (0, 1), (command, err.getvalue())
        printed = out.getvalue().rstrip("\n")
        assert re.fullmatch(pattern(shown), printed, re.S), f"{command}\n{printed}"


def test_every_command_of_the_manual_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manual = ROOT / "docs" / "manual.zh-CN.md"
    book = load_workbook(FOLDER / "mistakes.xlsx")
    book["项目台账"].title = "明细表"
    book.save(tmp_path / "台账.xlsx")
    (settings,) = blocks(manual, "toml")
    (tmp_path / "设置.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in blocks(manual, "") for line in block.splitlines()]
    assert len(commands) > 8
    for command in [*commands, "dudao report 台账.xlsx --config 设置.toml", "dudao report 台账.xlsx --sheet 明细表"]:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as err:
            assert main(command.split()[1:]) in (0, 1), (command, err.getvalue())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_and_program_named_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]+)", document.read_text(encoding="utf-8"), re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_every_path_leads_somewhere(document: Path) -> None:
    said = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", said):
        if not link.startswith("http"):
            assert (document.parent / link).exists(), link
    for path in re.findall(r"`((?:addin|workbooks|udfs|tests|docs|bench)/[\w/.-]*)`", said):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_each_of_its_options_has_its_place(command: str) -> None:
    said = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", said, re.M | re.S)
    assert section, command
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"addin.commands.{command}").add_arguments(parser)
    options = {option for action in parser._actions for option in action.option_strings}
    table = "".join(re.findall(r"^\| (`-.*?) \|", section[1], re.M))
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", table)) == options
    assert f"$ dudao {command}" in section[1], "no example"


def test_both_readmes_show_each_command_a_clerk_needs() -> None:
    for readme in DOCUMENTS[:2]:
        shown = {command.split()[1] for command, _ in sessions(readme)}
        assert shown >= {"report", "check", "progress", "inspect", "undo"}


def test_the_page_of_settings_is_of_today() -> None:
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == setting_docs.as_markdown(), "run: make pages"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for readme in DOCUMENTS[:2]:
        said = readme.read_text(encoding="utf-8").lower()
        for dependency in project["dependencies"]:
            assert re.split(r"[><=]", dependency)[0].lower() in said, dependency


def test_the_pictures_are_small_and_each_is_shown() -> None:
    shown = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    for picture in (ROOT / "docs" / "pictures").glob("*"):
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size <= 150 * 1024
        assert f"pictures/{picture.name}" in shown


def test_nothing_is_claimed_of_excel_and_wps() -> None:
    for document, words in (("README.md", "nothing is claimed"), ("README.zh-CN.md", "不作任何保证")):
        assert words in (ROOT / document).read_text(encoding="utf-8")


def test_the_manual_names_every_sheet() -> None:
    manual = (ROOT / "docs" / "manual.zh-CN.md").read_text(encoding="utf-8")
    for name in ("overview", "lights", "ranking", "supervision", "issues"):
        assert text(f"names.{name}") in manual


def test_every_test_named_as_proof_exists() -> None:
    said = (ROOT / "docs" / "verified.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", said)
    assert len(named) > 10
    for path, test in named:
        assert f"def {test}" in (ROOT / path).read_text(encoding="utf-8"), (path, test)
