"""Five projects, frozen into a copy of the county ledger, and what is changed in them afterwards."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.workbooks.sheets import examples
from udfs.values.cells import DateSpan, Value
from workbooks.baseline import Baseline, Check, Freezing, check_baseline, freeze, read_baseline
from workbooks.history import entries_of
from workbooks.hosts.file import FileHost
from workbooks.settings import Settings
from workbooks.sheets.rendering import render_baseline
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision

MARCH, JUNE, NEXT_YEAR = date(2025, 3, 31), date(2025, 6, 30), date(2026, 1, 31)
NAMES = ["东河大桥加固工程", "县医院迁建项目", "城南水厂扩容", "西山光伏发电项目", "第三小学新建项目"]
Columns = dict[str, list[Any]]
Rows = list[list[Value]]


def month(year: int, number: int) -> DateSpan:
    """Return a month as a ledger writes it: 2025年6月 is due by its last day."""
    after = date(year + number // 12, number % 12 + 1, 1)
    return DateSpan(date(year, number, 1), date.fromordinal(after.toordinal() - 1))


def projects() -> Columns:
    return {
        "name": list(NAMES),
        "responsible_unit": ["县交通局", "县卫健局", "县水利局", "县发改局", "县教育局"],
        "region": ["北乡", "北乡", "南乡", "南乡", "南乡"],
        "total_investment": [1000.0, 2000.0, 3000.0, 4000.0, 5000.0],
        "annual_plan": [600.0, 700.0, 800.0, 900.0, 1000.5],
        "planned_start": [month(2025, 3)] * 5,
        "planned_finish": [month(2026, 6)] * 5,
    }


def changed(**values: tuple[int, Any]) -> Columns:
    """Return the projects with one value of each field changed: field=(which project, new value)."""
    columns = projects()
    for field, (at, value) in values.items():
        columns.setdefault(field, [None] * 5)[at] = value
    return columns


def without(at: int) -> Columns:
    return {field: [*values[:at], *values[at + 1 :]] for field, values in projects().items()}


def supervision(columns: Columns | None = None, as_of: date = MARCH, unit: str | None = "万元") -> Supervision:
    units = {"total_investment": unit, "annual_plan": unit}
    return supervise([examples.ledger(columns or projects(), units=units)], [], Settings(), as_of)


def frozen(
    path: Path, of: Supervision | None = None, again: bool = False, renamed: dict[str, str] | None = None
) -> Freezing:
    host = FileHost(path)
    freezing = freeze(host, of or supervision(), render_baseline(Settings()), renamed or {}, again)
    host.save_as(new := path.with_name("又.xlsx"))
    new.replace(path)
    return freezing


def read(path: Path) -> Baseline:
    baseline = read_baseline(FileHost(path).book)
    assert baseline is not None
    return baseline


def checked(path: Path, columns: Columns, as_of: date = JUNE, unit: str | None = "万元") -> Check:
    return check_baseline(read(path), entries_of(supervision(columns, as_of, unit)), as_of, {})


def told(check: Check) -> list[tuple[str, str, object, object, float | None]]:
    return [(one.kind.id, one.entry.name, one.before, one.now, one.difference) for one in check.found]


def put(path: Path, cell: str, value: str) -> None:
    """Write a value into a cell of 底线目标, as a clerk does. Projects stand from row 5 on, 批准文号 in column J."""
    workbook = load_workbook(path)
    workbook["底线目标"][cell].value = value
    workbook.save(path)


def approve(path: Path, at: int, number: str) -> None:
    """Write a document number beside the project `at`, or beside 【冻结】 for -1."""
    put(path, f"J{5 + at}", number)
