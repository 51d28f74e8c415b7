"""The specimens themselves are sound: what is expected agrees with what openpyxl reads from the written workbook."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ledgers import Specimen, specimens, write
from tests.ledgers.specimen import FACTORS, LEFT, UP, Row, Table
from tests.ledgers.totals import report_totals

SPECIMENS = specimens()


def test_names_are_unique() -> None:
    names = [one.name for one in SPECIMENS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("one", SPECIMENS, ids=[one.name for one in SPECIMENS])
def test_every_expectation_points_at_its_cell(one: Specimen, tmp_path: Path) -> None:
    path = tmp_path / "specimen.xlsx"
    write(one, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [sheet.name for sheet in one.sheets]
    for ledger in one.expect.get("ledgers", []):
        paper = book[ledger["sheet"]]
        if ledger["layout"] == "form":
            assert "".join(str(paper[ledger["fields"]["name"]["cell"]].value).split()) == ledger["names"][0]
            continue
        for name in ("first_row", "last_row"):
            if name in ledger and "names" in ledger:
                cell = paper[f"{ledger['fields']['name']['column']}{ledger[name]}"].value
                assert "".join(str(cell).split()).endswith(ledger["names"][name == "last_row"])


@pytest.mark.parametrize("one", SPECIMENS, ids=[one.name for one in SPECIMENS])
def test_sums_on_the_paper_agree_with_the_projects(one: Specimen) -> None:
    for sheet in one.sheets:
        begun: Table | None = None
        items: list[Row] = []
        for line in sheet.lines:
            if isinstance(line, Table):
                begun, items = line, []
            elif begun and line.role == "item":
                items.append(line)
        tables = [line for line in sheet.lines if isinstance(line, Table)]
        sums = [line for line in sheet.rows if line.role == "total" and is_grand_total(line)]
        if len(tables) != 1 or begun is None or begun.kind in ("indicators",) or not sums:
            continue
        for index, column in enumerate(begun.columns):
            name, unit = [*(column or "").split(":"), ""][:2]
            written = sums[0].cells[index] if index < len(sums[0].cells) else None
            if unit in FACTORS and name != "done_before_this_year" and written is not None:
                values = [row.cells[index] if index < len(row.cells) else None for row in items]
                assert sum(map(amount, values)) == pytest.approx(amount(written)), f"{sheet.name} {column}"


def is_grand_total(row: Row) -> bool:
    words = [str(cell).replace(" ", "") for cell in row.cells[:3] if cell not in (None, LEFT, UP)]
    return bool(words) and words[0].startswith(("合计", "总计"))


def amount(cell: Any) -> float:
    return float(str(cell).replace(",", "")) if cell not in (None, "") else 0.0


def test_report_totals_agree_with_the_sums_of_the_ledgers() -> None:
    for one in SPECIMENS:
        totals = report_totals(one)
        if totals:
            for name in ("annual_plan", "done_this_year"):
                expected = sum(ledger["sums"][name] for ledger in one.expect["ledgers"])
                assert totals[name] == pytest.approx(expected), one.name
            assert totals["projects"] == sum(ledger["projects"] for ledger in one.expect["ledgers"]), one.name
