"""督办台账 as it stands: its items, what the clerk wants done with them, and what was noticed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from udfs.closing import Life
from udfs.values.cells import DateSpan
from udfs.values.dates import read_date
from workbooks.grid import Book
from workbooks.items.events import NotALine, from_text
from workbooks.items.records import TEXTS, WISHES, Item, colour_in
from workbooks.memory import Noticed, cell_text, fields_of, remembered
from workbooks.sheets.texts import text

_NUMBERED = re.compile(r"共编号(\d+)项")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet. row: 0-based; held: its cells by field; sealed: whether 办理经过 is as it was written."""

    row: int
    item: Item
    held: Mapping[str, object] = field(default_factory=dict)
    sealed: bool = True

    @property
    def wished(self) -> bool:
        """Return whether the clerk wants something done with it."""
        return any(cell_text(self.held.get(name)) for name in WISHES)


@dataclass(frozen=True, slots=True)
class Items:
    """The sheet. header: the row of its headings; next_row: the first below all that is written; line: where its
    figures stand (row and column, all 0-based). columns: by field; numbered: how many items ever had a number.
    """

    sheet: str
    header: int
    next_row: int
    line: tuple[int, int]
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    numbered: int
    noticed: tuple[Noticed, ...]


def read_items(book: Book) -> Items | None:
    """Return the workbook's 督办台账, None where there is none."""
    found = remembered(book, "items")
    if found is None:
        return None
    columns = fields_of(found, "items")
    rows: list[Row] = []
    noticed: list[Noticed] = []
    for number, cells in enumerate(found.grid.rows[found.header + 1 :], found.header + 1):
        held = {name: cells[column] for name, column in columns.items()}
        if not any(cell_text(held.get(name)) for name in ("number", "what", "log")):
            continue
        try:
            rows.append(_row(number, held))
        except NotALine as wrong:
            noticed.append(Noticed(number, text("items.unreadable", row=number + 1, line=wrong.line)))
    line, said = _line(found.grid.rows[: found.header], found.header)
    numbered = max([said, *(row.item.number for row in rows)])
    below = max(found.grid.height, found.header + 1)
    noticed += [*_on_rows(rows), *_on_numbers(rows, noticed, numbered)]
    return Items(found.grid.name, found.header, below, line, columns, tuple(rows), numbered, tuple(noticed))


def _row(number: int, held: Mapping[str, object]) -> Row:
    events = from_text(cell_text(held.get("log")))
    texts = {name: cell_text(held.get(name)) for name in TEXTS}
    item = Item(_whole(held.get("number")), **texts, colour=colour_in(held.get("colour")), events=events)
    return Row(number, item, held, not events or cell_text(held.get("seal")) == item.seal)


def _on_rows(rows: Sequence[Row]) -> Iterator[Noticed]:
    for each in rows:
        if not each.item.events:
            continue
        life, number = each.item.life, each.item.number
        if not each.sealed:
            yield Noticed(each.row, text("items.changed", row=each.row + 1, number=number))
        yield from _on_cells(each, life)


def _on_cells(row: Row, life: Life) -> Iterator[Noticed]:
    """Yield what was typed over state or deadline, which follow from 办理经过."""
    state = cell_text(row.held.get("state"))
    if state and state != life.state:
        yield Noticed(row.row, text("items.state", row=row.row + 1, written=state, state=life.state))
    written = cell_text(row.held.get("deadline"))
    if written and day_in(row.held.get("deadline")) != life.deadline:
        yield Noticed(row.row, text("items.deadline", row=row.row + 1, deadline=life.deadline or text("lines.blank")))


def _on_numbers(rows: Sequence[Row], unread: Sequence[Noticed], numbered: int) -> Iterator[Noticed]:
    """Yield which numbers are gone, unless a row that can't be read may have one of them, and which stand twice."""
    numbers = Counter(row.item.number for row in rows)
    gone = [number for number in range(1, numbered + 1) if not numbers[number]]
    if len(gone) > len(unread):
        yield Noticed(None, text("items.gone", numbers="、".join(map(str, gone))))
    for number, count in numbers.items():
        if number and count > 1:
            yield Noticed(None, text("items.twice", number=number, count=count))


def _line(above: Sequence[Sequence[object]], header: int) -> tuple[tuple[int, int], int]:
    """Return where the line with the figures stands, and how many numbers it says were given."""
    for row, cells in enumerate(above):
        for column, value in enumerate(cells):
            if said := _NUMBERED.search(cell_text(value)):
                return (row, column), int(said[1])
    return (max(0, header - 1), 0), 0


def day_in(value: object) -> date | None:
    """Return the day that a cell holds or a clerk has written; None where it is none."""
    if not cell_text(value):
        return None
    read = read_date(value if isinstance(value, date) else cell_text(value)).value
    if not isinstance(read, DateSpan) or read.first is None or read.first != read.last:
        return None
    return read.first


def _whole(value: object) -> int:
    written = cell_text(value).removesuffix(".0")
    return int(written) if written.isdecimal() else 0
