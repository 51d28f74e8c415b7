"""What stands in a cell and can't be read: never taken as 0."""

from collections.abc import Iterator

from udfs.values.cells import CellError
from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import DATES, MONEY, RATES
from workbooks.grid import address

_NOT_DECIDED = (
    "前期",
    "储备",
    "待定",
    "未定",
    "暂定",
    "待批",
    "未批",
    "另行",
    "打包",
    "同上",
    "含在",
    "并入",
    "合并",
    "见上",
    "暂缓",
)
"""Words in the place of an amount that say on purpose that there is none yet, or that it is counted in another row."""


_ALWAYS_DATES = frozenset(
    ("planned_start", "actual_start", "planned_finish", "actual_finish", "construction_period", "signed_on", "opened")
)


@rule("E111")
def unreadable_amount(case: Case) -> Iterator[Doubt]:
    """Yield amounts that can't be read."""
    for doubt in _unreadable(case, MONEY, "unreadable", "range"):
        text = str(doubt.facts["text"])
        if any(character.isdigit() for character in text) or not any(word in text for word in _NOT_DECIDED):
            yield doubt


@rule("W112")
def unreadable_date(case: Case) -> Iterator[Doubt]:
    """Yield dates that can't be read.

    Columns of 手续 and deadlines hold words by right (已办, 不涉及, 长期坚持): there only digits were meant as a date.
    """
    for doubt in _unreadable(case, DATES):
        if doubt.field in _ALWAYS_DATES or any(character.isdigit() for character in str(doubt.facts["text"])):
            yield doubt


@rule("W113")
def unreadable_rate(case: Case) -> Iterator[Doubt]:
    """Yield rates that can't be read."""
    yield from _unreadable(case, RATES)


@rule("E114")
def error_value(case: Case) -> Iterator[Doubt]:
    """Yield every cell of the body that shows an Excel error, whatever its column."""
    first, _ = case.span
    for column, values, types in case.columns:
        if CellError not in types:
            continue
        field = case.field_at.get(column)
        name = field.name if field and field.row is None else None
        for offset, value in enumerate(values):
            if type(value) is CellError:
                row = first + offset
                yield Doubt(row, column, case.project_at.get(row), name, {"text": value, "cell": address(row, column)})


def _unreadable(case: Case, names: frozenset[str], *statuses: str) -> Iterator[Doubt]:
    for (name, project), reading in case.ledger.readings.items():
        lost = reading.status in (statuses or ("unreadable",)) or (reading.status == "unit" and reading.value is None)
        if lost and name in names and name in case.ledger.fields:
            yield case.doubt(name, project, text=reading.text.strip(), header=case.ledger.fields[name].header)
