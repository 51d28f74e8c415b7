"""The bench on tiny ledgers, so that it can't rot. Nothing here is timed: `make bench` measures."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from addin.cli import main as dudao
from bench import floor, libreoffice, plain_script, windows
from bench.__main__ import main
from bench.contests import SHEETS, Contestant, Results, Sizes
from bench.ledger import COLUMNS, make
from bench.measure import Run
from bench.page import _windows
from bench.page import page as written
from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings

ROWS = 120
WITHOUT = ("--without-windows", "--without-libreoffice")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "ledger.xlsx"
    make(path, ROWS)
    return path


@pytest.fixture(scope="module")
def report(ledger: Path) -> Path:
    output = ledger.with_name("report.xlsx")
    assert dudao(["report", str(ledger), "--as-of", "2026-06-30", "-o", str(output)]) == 0
    return output


def test_its_ledger_is_of_forty_columns_all_understood(ledger: Path) -> None:
    [found] = recognise(read_book(ledger), Settings()).ledgers
    assert len(COLUMNS) == 40
    assert (len(found.rows), found.declared_projects) == (ROWS, ROWS)
    assert len(found.months) == 12


def test_a_third_of_its_projects_is_behind_as_in_life(tmp_path: Path) -> None:
    make(tmp_path / "ledger.xlsx", 1_200)
    output = tmp_path / "report.xlsx"
    assert dudao(["report", str(tmp_path / "ledger.xlsx"), "--as-of", "2026-06-30", "-o", str(output)]) == 0
    lit = column(load_workbook(output)["亮灯表"], "亮灯")
    assert len(lit) == 1_200
    behind = sum("滞后" in word for word in lit)
    assert 0.2 < behind / len(lit) < 0.45


def test_the_plain_script_finds_the_figures_and_lights_that_dudao_finds(ledger: Path, report: Path) -> None:
    output = ledger.with_name("plain.xlsx")
    plain_script.main(str(ledger), str(output))
    ours, theirs = load_workbook(report), load_workbook(output)
    assert set(SHEETS) <= set(theirs.sheetnames)
    for heading in ("项目名称", "总投资", "累计完成投资", "完成率", "差距", "亮灯"):
        assert column(theirs["亮灯表"], heading) == column(ours["亮灯表"], heading)
    assert theirs["督办清单"].max_row == ours["督办清单"].max_row


def test_the_floor_writes_every_cell_of_our_sheets_with_its_value_format_and_link(ledger: Path, report: Path) -> None:
    kept, output = ledger.with_name("cells.pickle"), ledger.with_name("floor.xlsx")
    assert floor.pick(report, SHEETS, kept) > ROWS * 15
    floor.main(str(ledger), str(kept), str(output))
    ours, theirs = load_workbook(report), load_workbook(output)
    assert theirs.sheetnames == SHEETS
    for name in SHEETS:
        assert facts(theirs[name]) == facts(ours[name])


def test_it_holds_every_contest_and_writes_the_page(tmp_path: Path) -> None:
    page = tmp_path / "bench.md"
    main(["--rows", "60", "--rounds", "1", "--short-rounds", "1", "--page", str(page), *WITHOUT])
    text = page.read_text(encoding="utf-8")
    for named in (
        "the plain script",
        "the floor",
        "`import pandas`",
        "`splice`",
        "recognise",
        ".xlsx without calamine",
    ):
        assert f"| {named} |" in text
    assert "Not measured: Wine is missing." in text
    assert str(tmp_path) not in text
    assert str(Path.home()) not in text


def test_what_was_measured_under_wine_stands_in_milliseconds() -> None:
    measured = {"start": 2.25, "cell": 0.0016, "column": 0.0912}
    assert set(measured) == set(windows.NAMES)
    text = "\n".join(_windows(Results(Sizes(), 0, {}, 3.0, {}, {}, {}, {}, measured)))
    for name, shown in zip(windows.NAMES.values(), ("2,250.0", "1.6", "91.2"), strict=True):
        assert f"| {name} | {shown} |" in text


def test_what_was_measured_in_libreoffice_stands_in_seconds_and_is_held_against_the_file() -> None:
    measured = {"file": 2.0, "live": 5.0, "column": 0.2, "cell": 3.456, "open": 1.5}
    assert set(measured) == set(libreoffice.NAMES)
    one = Contestant((Run(1.0, 1.0, 100.0, ""),))
    big, small = dict.fromkeys(("report", "floor", "plain", "tenth"), one), {"report": one, "import pandas": one}
    results = Results(Sizes(), 0, big, 1.0, small, {}, {}, {}, {}, measured)
    text = written(results)
    for name, shown in zip(libreoffice.NAMES.values(), ("2.00", "5.00", "0.20", "3.46", "1.50"), strict=True):
        assert f"| {name} | {shown} |" in text
    assert results.targets[-1].measured == 2.5
    assert "Not measured: LibreOffice is missing." in written(Results(Sizes(), 0, big, 1.0, small, {}, {}, {}))


def test_it_says_which_targets_are_missed() -> None:
    def one(seconds: float, megabytes: float = 100.0) -> Contestant:
        return Contestant((Run(seconds, seconds, megabytes, ""),))

    big = {"report": one(6.0, 700.0), "floor": one(3.0), "plain": one(36.0), "tenth": one(0.5)}
    small = {"report": one(1.0), "import pandas": one(0.5)}
    results = Results(Sizes(), 0, big, 3.0, small, {}, {}, {})
    assert [target.met for target in results.targets] == [True, True, False, False, True]


def column(sheet: Any, heading: str) -> list[str]:
    """Return what the list shows under the heading, numbers with one decimal."""
    at, place = next(
        (cell.row, cell.column)
        for row in sheet.iter_rows(min_row=3)
        for cell in row
        if isinstance(cell.value, str) and cell.value.partition("\n")[0] == heading
    )
    values = [sheet.cell(row, place).value for row in range(at + 1, sheet.max_row + 1)]
    return [f"{value:.1f}" if isinstance(value, float | int) else str(value) for value in values]


def facts(sheet: Any) -> dict[str, tuple[Any, ...]]:
    return {
        cell.coordinate: (
            cell.value,
            cell.number_format,
            cell.font.name,
            cell.font.sz,
            cell.fill.fgColor.rgb,
            cell.alignment.wrap_text,
            cell.hyperlink and cell.hyperlink.location,
        )
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
