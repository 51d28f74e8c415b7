"""A rendered report, read back by openpyxl, which knows nothing of how it was made."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.sheets import examples
from workbooks.finding import Finding
from workbooks.grid import Book
from workbooks.items.standing import standings
from workbooks.ledger import Ledger
from workbooks.settings import Settings
from workbooks.sheets.rendering import render
from workbooks.supervision import supervise


def rendered(
    *ledgers: Ledger,
    findings: Iterable[Finding] = (),
    settings: Settings = examples.SETTINGS,
    as_of: date = examples.AS_OF,
) -> bytes:
    """Return the workbook of a report on these ledgers."""
    items = standings(Book("", "xlsx", []), ledgers, settings, as_of)
    return render(replace(supervise(ledgers, findings, settings, as_of), items=items), settings)


def opened(*ledgers: Ledger, **more) -> Workbook:
    """Return the report as openpyxl reads it."""
    return load_workbook(BytesIO(rendered(*ledgers, **more)))


@cache
def city() -> Workbook:
    """Return the report on the city's ledgers."""
    return opened(*examples.city(), findings=FINDINGS)


def header_row(sheet: Worksheet, first: str = "序号") -> int:
    """Return the row (1-based) of the column headings."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == first)


def records(sheet: Worksheet, first: str = "序号") -> list[dict[str, object]]:
    """Return the rows under the headings, each as heading → value."""
    start = header_row(sheet, first)
    titles = [str(cell.value).replace("\n", "") for cell in sheet[start]]
    rows = sheet.iter_rows(min_row=start + 1, values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows if row[0] is not None]


def texts(sheet: Worksheet) -> str:
    """Return all texts of a sheet, a line each."""
    return "\n".join(str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


FINDINGS = (
    Finding("W105", "warning", "预备'新开'项目", "B9", 9, "", "name", "项目名称疑似重复。", "核对是否同一项目。"),
    Finding(
        "E201", "error", "在建项目（150项）", "I6", 6, "白石县标准化厂房", "done_this_year",
        "累计完成投资12,000.0万元是年度计划投资1,200.0万元的1000.0%。", "核对金额单位；如为元，请改为万元。",
    ),
)  # fmt: skip
