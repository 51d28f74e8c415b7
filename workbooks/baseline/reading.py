"""底线目标 as it stands: the projects as frozen, what was approved since, and what was noticed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date

from udfs.ratchet import stated_approval
from workbooks.grid import Book
from workbooks.history import Entry
from workbooks.history.entries import SEAL, day_text, entry_in
from workbooks.memory import Noticed, cell_day, cell_text, fields_of, next_row, others_noticed, remembered, rows_of
from workbooks.seals import seal_of, seal_of_rows
from workbooks.sheets.texts import text

APPROVAL, REMARK = "approval", "remark"
SUMS = ("currency", "total_investment", "annual_plan")
_COUNT = re.compile(r"【冻结】(\d{1,7})个项目")


@dataclass(frozen=True, slots=True)
class Frozen:
    """A project as frozen. entry: what the sheet has of it; approval: what lets it change."""

    entry: Entry
    as_of: str
    seal: str
    approval: str
    remark: str

    @property
    def sealed(self) -> bool:
        """Return whether the row still says what was frozen."""
        return self.seal == seal_of_project(self.entry, self.as_of)


@dataclass(frozen=True, slots=True)
class Line:
    """The row 【冻结】N个项目: how many there were, and their sums. approval: of freezing anew."""

    row: int
    as_of: date | None
    count: int
    sums: tuple[object, ...]
    seal: str
    approval: str
    remark: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The sheet. header: the row of its headings; next_row: the first below all that is written (0-based).

    columns: where each field stands. line: None where it is gone. rows: the projects by row. held: what each row says,
    by field.
    """

    sheet: str
    header: int
    next_row: int
    columns: Mapping[str, int]
    line: Line | None
    rows: Mapping[int, Frozen]
    noticed: tuple[Noticed, ...]
    held: Mapping[int, Mapping[str, object]] = field(default_factory=dict)

    @property
    def as_of(self) -> date | None:
        """Return the day at which it was frozen; None where that is nowhere to be read."""
        days = [self.line.as_of] if self.line else []
        return next((day for day in (*days, *(cell_day(each.as_of) for each in self.rows.values())) if day), None)


def read_baseline(book: Book) -> Baseline | None:
    """Return the workbook's baseline; None where there is none."""
    found = remembered(book, "baseline")
    if found is None:
        return None
    columns = fields_of(found, "baseline")
    held = rows_of(found, columns)
    lines, rows, noticed = _rows(held)
    line = lines[0] if lines else None
    noticed += [*_noticed(line, rows), *others_noticed(found)]
    return Baseline(found.grid.name, found.header, next_row(found, held), columns, line, rows, tuple(noticed), held)


def seal_of_project(entry: Entry, as_of: str) -> str:
    """Return the check code of a project's row. as_of: the day of freezing, ISO."""
    return seal_of([as_of, *astuple(entry)])


def seal_of_all(as_of: str, count: int, sums: Iterable[object], rows: Iterable[str]) -> str:
    """Return the check code of the row 【冻结】, over what it says and over the projects' rows."""
    return seal_of_rows([as_of, str(count), *sums], rows)


def _rows(everything: Mapping[int, Mapping[str, object]]) -> tuple[list[Line], dict[int, Frozen], list[Noticed]]:
    lines: list[Line] = []
    rows: dict[int, Frozen] = {}
    noticed: list[Noticed] = []
    for row, held in everything.items():
        name, seal = cell_text(held.get("name")), cell_text(held.get(SEAL))
        approval, remark = _approval(held.get(APPROVAL)), cell_text(held.get(REMARK))
        line = _COUNT.match(name)
        if line:
            day = cell_day(held.get("as_of"))
            sums = tuple(entry_sum(held.get(field)) for field in SUMS)
            lines.append(Line(row, day, int(line[1]), sums, seal, approval, remark))
        elif seal or cell_text(held.get("as_of")):
            rows[row] = Frozen(entry_in(held), day_text(held.get("as_of")), seal, approval, remark)
        else:
            noticed.append(Noticed(row, text("baseline.no_seal", row=row + 1, name=name)))
    return lines, rows, noticed


def _approval(value: object) -> str:
    """Return the approval that a cell states: an error or a 是 states none."""
    return "" if isinstance(value, bool) else stated_approval(cell_text(value))


def entry_sum(value: object) -> object:
    """Return what a cell of the row 【冻结】 says, as its check code takes it."""
    return float(value) if isinstance(value, int | float) else cell_text(value)


def _noticed(line: Line | None, rows: Mapping[int, Frozen]) -> Iterator[Noticed]:
    for row, each in rows.items():
        if not each.sealed:
            yield Noticed(row, text("baseline.changed", row=row + 1, name=each.entry.name))
    if line is None:
        yield Noticed(None, text("baseline.no_line"))
    elif line.count != len(rows):
        yield Noticed(line.row, text("baseline.count", frozen=line.count, now=len(rows)))
    elif line.seal != seal_of_all(
        line.as_of.isoformat() if line.as_of else "", line.count, line.sums, (each.seal for each in rows.values())
    ):
        yield Noticed(line.row, text("baseline.sums", row=line.row + 1))
