"""Files that can't be taken: exit code 2, one Chinese sentence, nothing written, everything left as it was."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.addin.bad_files import BAD
from tests.addin.conftest import Dudao, Said

CODES = {
    "a picture renamed": {"not_a_workbook", "picture"},
    "with a password": {"unsafe", "encrypted"},
    "a bomb": {"unsafe", "bomb"},
    "cut off in the middle": {"damaged", "truncated"},
    "a byte of it wrong": {"damaged", "bad_crc"},
    "no ledger in it": {"no_ledger"},
    "empty workbook": {"no_ledger", "not_a_workbook"},
}
ON_A_LEDGER = {
    "inspect": [],
    "check": [],
    "check --mark": ["--mark"],
    "progress": ["--as-of", "2026-06-30"],
    "report": ["--as-of", "2026-06-30"],
    "report --in-place": ["--as-of", "2026-06-30", "--in-place"],
}


def assert_refused(said: Said, folder: Path, before: dict[str, bytes]) -> None:
    assert said.code == 2
    assert said.out == ""
    assert re.fullmatch(r"[^\n]*[\u4e00-\u9fff][^\n]*。\n", said.err), said.err
    assert "Traceback" not in said.err
    assert contents(folder) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("command", ON_A_LEDGER)
@pytest.mark.parametrize("kind", BAD)
def test_it_is_refused_in_one_sentence(dudao: Dudao, county: Path, kind: str, command: str) -> None:
    bad = county.with_name("台账.xlsx")
    bad.write_bytes(BAD[kind](county.read_bytes()))
    before = contents(county.parent)
    assert_refused(dudao(command.split()[0], bad, *ON_A_LEDGER[command]), county.parent, before)


@pytest.mark.parametrize("kind", BAD)
def test_with_json_the_refusal_is_json_too(dudao: Dudao, county: Path, kind: str) -> None:
    bad = county.with_name("台账.xlsx")
    bad.write_bytes(BAD[kind](county.read_bytes()))
    said = dudao("report", bad, "--as-of", "2026-06-30", "--json")
    assert said.code == 2
    assert said.json["error"]["message"] == said.err.strip()
    assert said.json["error"]["code"] in CODES.get(kind, {said.json["error"]["code"]})


@pytest.mark.parametrize("command", ["splice", "mark", "unmark"])
@pytest.mark.parametrize("kind", [kind for kind in BAD if kind not in ("empty workbook", "no ledger in it")])
def test_the_commands_on_packages_refuse_it_as_well(dudao: Dudao, county: Path, kind: str, command: str) -> None:
    bad, cells = county.with_name("台账.xlsx"), county.with_name("cells.json")
    bad.write_bytes(BAD[kind](county.read_bytes()))
    cells.write_text("[]")
    before = contents(county.parent)
    more = {"splice": [county], "mark": ["--cells", cells], "unmark": []}[command]
    assert_refused(dudao(command, bad, *more), county.parent, before)


@pytest.mark.parametrize("name", ["台账.xls", "台账.csv", "台账.et", "台账.ods", "台账"])
def test_the_name_makes_no_difference(dudao: Dudao, county: Path, name: str) -> None:
    for kind in ("a picture renamed", "a Word document renamed", "with a password", "empty file"):
        bad = county.with_name(name)
        bad.write_bytes(BAD[kind](county.read_bytes()))
        assert_refused(dudao("report", bad), county.parent, contents(county.parent))


def test_a_missing_file_is_refused(dudao: Dudao, tmp_path: Path) -> None:
    for command in ("inspect", "check", "progress", "report", "undo", "unmark"):
        assert_refused(dudao(command, tmp_path / "没有.xlsx"), tmp_path, {})


def test_a_folder_is_refused(dudao: Dudao, county: Path) -> None:
    for command in ("inspect", "check", "progress", "report", "unmark"):
        assert_refused(dudao(command, county.parent), county.parent, contents(county.parent))


def test_a_file_name_with_a_line_break_stays_one_line(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("county.xlsx", "两行\n名字.xlsx")
    before = contents(ledger.parent)
    assert_refused(dudao("undo", ledger), ledger.parent, before)
    assert_refused(dudao("report", ledger, "-o", ledger), ledger.parent, before)
