"""`dudao snapshot` and the button 存档本期, from the file to an open workbook."""

import shutil
from pathlib import Path

import pytest
import xlwings

from addin import live
from tests.addin.conftest import Dudao
from tests.addin.shapes import TEXT_OR_NULL, amiss
from workbooks.history import read_history
from workbooks.hosts.file import FileHost
from workbooks.samples import FOLDER

SHAPE = {
    "file": str,
    "output": str,
    "as_of": str,
    "period": {"kind": str, "year": int, "month": int},
    "sheet": str,
    "projects": int,
    "replaced": bool,
    "noticed": [{"row": (int, type(None)), "message": str}],
    "warnings": [TEXT_OR_NULL],
}


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))


def test_its_json_has_its_shape_and_the_figures_are_those_of_the_report(dudao: Dudao, county: Path) -> None:
    said = dudao("snapshot", county, "--as-of", "2026-06-30", "--json")
    assert (said.code, said.err) == (0, "") and not amiss(said.json, SHAPE)
    report = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    history = read_history(FileHost(Path(said.json["output"])).book)
    assert history is not None
    (block,) = history.blocks
    kept = [(entry.name, entry.annual_plan, entry.done_this_year, entry.light) for entry in block.rows.values()]
    assert kept == [(p["name"], p["annual_plan"], p["done_this_year"], p["light"]) for p in report["projects"]]


@pytest.mark.parametrize("ledger", ["template.xlsx", "targets.xlsx"])
def test_without_projects_nothing_is_kept(dudao: Dudao, tmp_path: Path, ledger: str) -> None:
    file = Path(shutil.copy(FOLDER / ledger, tmp_path))
    said = dudao("snapshot", file, "--as-of", "2026-06-30", "--json")
    assert (said.code, said.json["error"]["code"]) == (2, "no_projects")
    assert [path.name for path in tmp_path.iterdir()] == [ledger]


def test_what_was_edited_is_told_with_its_row(dudao: Dudao, county: Path) -> None:
    from openpyxl import load_workbook

    dudao("snapshot", county, "--as-of", "2026-05-31", "--in-place")
    workbook = load_workbook(county)
    workbook["督导历史"]["L6"].value = 1
    workbook.save(county)
    said = dudao("snapshot", county, "--as-of", "2026-06-30", "--in-place", "--json").json
    assert [(one["row"], "存档以后被改过" in one["message"]) for one in said["noticed"][:1]] == [(6, True)]


def test_a_year_of_them_in_libreoffice_sorted_there_and_kept_on(office: xlwings.App, county: Path) -> None:
    book = office.books.open(str(county))
    for month in (4, 5, 6):
        pressed = live.press("snapshot", f"2026-{month:02}-{30 + month % 2}", book)
        assert pressed.kind == "done", pressed.text
    sheet = book.sheets["督导历史"]
    below = sheet.range("A4:V20").value
    sheet.range("A4:V20").value = below[::-1]
    assert "以前的存档：" not in live.press("snapshot", "2026-06-30", book).text
    sheet.range("L9").value = 1
    assert "存档以后被改过" in live.press("snapshot", "2026-07-31", book).text
    book.save()
    book.close()
    history = read_history(FileHost(county).book)
    assert history is not None
    assert [(block.as_of.month, len(block.rows)) for block in history.blocks] == [(4, 60), (5, 60), (6, 60), (7, 60)]
