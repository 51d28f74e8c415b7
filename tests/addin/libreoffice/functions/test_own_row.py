"""A function without arguments in a row of a ledger, in a real LibreOffice."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addin.ledgers import day_of, supervised, understand
from tests.addin.libreoffice.functions.conftest import Page
from udfs.lights import Light
from workbooks.hosts.file import FileHost
from workbooks.samples import FOLDER
from workbooks.settings import Settings
from workbooks.supervision.figures import Project

ROWS = range(4, 64)
LONGEST = 60.0


@pytest.fixture
def ledger(opened: Callable[[Path], Page], tmp_path: Path) -> Iterator[Page]:
    yield opened(Path(shutil.copy(FOLDER / "county.xlsx", tmp_path)))


@pytest.fixture(scope="module")
def projects() -> dict[int, Project]:
    """Return what the report says of each row of the ledger, by its number."""
    from datetime import date

    understood = understand(FileHost(FOLDER / "county.xlsx").book, Settings.load(None, ()), ())
    figures = supervised(understood, day_of(None, understood, date.today()).date)
    return {project.row + 1: project for project in figures.projects}


def fill(page: Page, column: str, formula: str) -> None:
    page[f"{column}{ROWS[0]}:{column}{ROWS[-1]}"].setFormulaArray(((formula,),) * len(ROWS))


def settled(page: Page, address: str, was: float | str = "") -> float | str:
    """Return what a cell shows once LibreOffice has come to it."""
    until = time.monotonic() + LONGEST
    while page.shown(address) == was and time.monotonic() < until:
        page.office.settle()
    return page.shown(address)


def test_each_row_has_the_figure_of_the_report(ledger: Page, projects: dict[int, Project]) -> None:
    fill(ledger, "AG", "=完成率()")
    fill(ledger, "AH", "=LIGHT()")
    settled(ledger, f"AH{ROWS[-1]}")
    for row in ROWS:
        project = projects[row]
        rate = "" if project.completion_rate is None else pytest.approx(project.completion_rate)
        assert ledger.shown(f"AG{row}") == rate, row
        assert ledger.shown(f"AH{row}") == Light(project.light).label, row


def test_what_hangs_on_the_figures_is_right_too(ledger: Page) -> None:
    fill(ledger, "AG", "=完成率()")
    ledger.enter("AG70", "=SUM(AG4:AG63)")
    ledger["AH4:AH63"].setFormulaArray(tuple((f'=IF(AG{row}>50;亮灯();"—")',) for row in ROWS))
    settled(ledger, f"AG{ROWS[0]}")
    settled(ledger, f"AH{ROWS[-1]}")
    lights = {light.label for light in Light}
    for _ in range(2):
        rates = {row: rate for row in ROWS if isinstance(rate := ledger.shown(f"AG{row}"), float)}
        assert ledger.shown("AG70") == pytest.approx(sum(rates.values())) and len(rates) > 40
        for row, rate in rates.items():
            assert ledger.shown(f"AH{row}") in (lights if rate > 50 else {"—"})
        ledger.document.calculateAll()


def test_a_recalculation_reads_the_ledger_again(ledger: Page) -> None:
    ledger.enter("AG6", "=完成率()")
    was = settled(ledger, "AG6")
    heads = {ledger.sheet.getCellByPosition(column, 2).getString(): column for column in range(30)}
    done = next(column for head, column in heads.items() if "完成" in head and "2026" in head)
    ledger.sheet.getCellByPosition(done, 5).setValue(1)
    ledger.document.calculateAll()
    assert settled(ledger, "AG6", was) != was


def test_a_row_that_is_no_project_says_so(ledger: Page) -> None:
    ledger.enter("AG2", "=完成率()")
    assert settled(ledger, "AG2") == "本行不是台账项目"


def test_the_clerk_has_nothing_to_undo_but_his_own_entry(ledger: Page) -> None:
    ledger.enter("AG6", "=完成率()")
    ledger.document.setModified(False)
    settled(ledger, "AG6")
    assert not ledger.document.isModified()
    assert len(ledger.document.getUndoManager().getAllUndoActionTitles()) <= 1


def test_a_sheet_that_is_no_ledger_says_so(page: Page) -> None:
    page.enter("A1", "=完成率()")
    told = settled(page, "A1")
    assert isinstance(told, str) and told.endswith("。")


def test_a_cell_that_hangs_on_a_name_gets_a_sentence_and_no_error(ledger: Page) -> None:
    ledger.enter("AG4", "=完成率()")
    settled(ledger, "AG4")
    origin = __import__("uno").createUnoStruct("com.sun.star.table.CellAddress")
    sheet = ledger.sheet.getName()
    ledger.document.getPropertyValue("NamedRanges").addNewByName("首项", f"${sheet}.$AG$4", origin, 0)
    ledger.enter("AH4", "=首项-完成率()")
    for _ in range(3):
        ledger.document.calculateAll()
        ledger.office.settle()
        assert ledger.shown("AH4") in (0.0, "#VALUE!") or "看不出" in str(ledger.shown("AH4")), ledger.shown("AH4")


def test_one_ledger_that_fails_leaves_no_other_waiting(opened: Callable[[Path], Page], tmp_path: Path) -> None:
    first, other = (
        opened(Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / f"{name}.xlsx"))) for name in ("甲", "乙")
    )
    for page in (first, other):
        page.enter("AG6", "=完成率()")
        page.shown("AG6")
    first.sheet.setName("改了名")
    assert isinstance(settled(other, "AG6"), float)
