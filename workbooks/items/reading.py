"""督办台账 as it stands: its items, what the clerk wants done with them, and what was noticed."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from udfs.closing import Colour, Event, Life
from workbooks.grid import Book
from workbooks.items.events import NotALine, from_text
from workbooks.items.records import TEXTS, Item, colour_in
from workbooks.memory import Noticed, cell_day, cell_text, fields_of, next_row, others_noticed, remembered, rows_of
from workbooks.sheets.texts import text

_NUMBERED = re.compile(r"共编号(\d{1,9})项")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet. row: 0-based; held: its cells by field; sealed: whether 办理经过 is as it was written.

    graded: the level that the clerk has chosen since, None where none was.
    """

    row: int
    item: Item
    held: Mapping[str, object] = field(default_factory=dict)
    sealed: bool = True
    graded: Colour | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """The sheet. header: the row of its headings; next_row: the first below all that is written; line: where its
    figures stand (row and column, all 0-based), None where there is no room for them.

    columns: by field; numbered: how many items ever had a number; unread: items whose 办理经过 can't be read, without
    any event.
    """

    sheet: str
    header: int
    next_row: int
    line: tuple[int, int] | None
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    numbered: int
    noticed: tuple[Noticed, ...]
    unread: tuple[Item, ...] = ()

    @property
    def held(self) -> Mapping[int, Mapping[str, object]]:
        """Return what each row says, by field."""
        return {row.row: row.held for row in self.rows}


def read_items(book: Book) -> Items | None:
    """Return the workbook's 督办台账, None where there is none."""
    found = remembered(book, "items")
    if found is None:
        return None
    columns = fields_of(found, "items")
    rows: list[Row] = []
    unread: list[Item] = []
    noticed = others_noticed(found)
    for number, cells in enumerate(found.grid.rows[found.header + 1 :], found.header + 1):
        held = {name: cells[column] for name, column in columns.items()}
        if not any(cell_text(held.get(name)) for name in ("number", "what", "log", "action")):
            continue
        if why := _no_item(held):
            noticed.append(Noticed(number, text(f"items.{why}", row=number + 1)))
            continue
        try:
            rows.append(_row(number, held))
        except NotALine as wrong:
            noticed.append(Noticed(number, text("items.unreadable", row=number + 1, line=wrong.line)))
            unread.append(_item(held, ()))
    line, said = _line(found.grid.rows[: found.header], found.header)
    numbered = max([said, *(row.item.number for row in rows), *(item.number for item in unread)])
    below = next_row(found, rows_of(found, columns))
    noticed += [*_on_rows(rows), *_on_numbers([*(row.item for row in rows), *unread], numbered)]
    return Items(
        found.grid.name, found.header, below, line, columns, tuple(rows), numbered, tuple(noticed), tuple(unread)
    )


def _no_item(held: Mapping[str, object]) -> str:
    """Return why a row with something in it is no item (empty: it is one): a line of sums, a remark, a blank task."""
    if not cell_text(held.get("log")):
        if not cell_text(held.get("what")):
            return "no_what"
        if cell_text(held.get("number")) and not _whole(held.get("number")):
            return "no_number"
    return ""


def _row(number: int, held: Mapping[str, object]) -> Row:
    item = _item(held, from_text(cell_text(held.get("log"))))
    seal, colour = cell_text(held.get("seal")), colour_in(held.get("colour"))
    chosen = colour if colour and not seal.endswith(colour) else None
    return Row(number, item, held, not item.events or seal.startswith(item.seal), chosen)


def _item(held: Mapping[str, object], events: tuple[Event, ...]) -> Item:
    """Return the item of a row; a number that was typed beside a new one is none of ours."""
    number = _whole(held.get("number")) if cell_text(held.get("log")) else 0
    return Item(number, **{name: cell_text(held.get(name)) for name in TEXTS}, events=events)


def _on_rows(rows: Sequence[Row]) -> Iterator[Noticed]:
    for each in rows:
        if each.item.events and not each.sealed:
            yield Noticed(each.row, text("items.changed", row=each.row + 1, number=each.item.number))
        elif each.item.events:
            yield from _on_cells(each, each.item.life)


def _on_cells(row: Row, life: Life) -> Iterator[Noticed]:
    """Yield what was typed over state or deadline, which follow from 办理经过."""
    state = cell_text(row.held.get("state"))
    if state and state != life.state:
        yield Noticed(row.row, text("items.state", row=row.row + 1, written=state, state=life.state))
    written = cell_text(row.held.get("deadline"))
    if written and cell_day(row.held.get("deadline")) != life.deadline:
        yield Noticed(row.row, text("items.deadline", row=row.row + 1, deadline=life.deadline or text("lines.blank")))


def _on_numbers(items: Sequence[Item], numbered: int) -> Iterator[Noticed]:
    """Yield which numbers are gone, and which stand twice."""
    numbers = Counter(item.number for item in items if item.number)
    gone: list[str] = []
    before = 0
    for number in (*sorted(numbers), numbered + 1):
        if number > before + 1:
            gone.append(f"{before + 1}—{number - 1}" if number > before + 2 else str(before + 1))
        before = number
    if gone:
        more = text("items.and_more") if len(gone) > _MOST_NAMED else ""
        yield Noticed(None, text("items.gone", numbers="、".join(gone[:_MOST_NAMED]) + more))
    for number, count in numbers.items():
        if count > 1:
            yield Noticed(None, text("items.twice", number=number, count=count))


def _line(above: Sequence[Sequence[object]], header: int) -> tuple[tuple[int, int] | None, int]:
    """Return where the line with the figures stands (None: there is no room), and how many numbers were given."""
    for row, cells in enumerate(above):
        for column, value in enumerate(cells):
            if said := _NUMBERED.search(cell_text(value)):
                return (row, column), int(said[1])
    return ((header - 1, 0) if above and not cell_text(above[-1][0]) else None), 0


def _whole(value: object) -> int:
    """Return a number as items bear it, 0 for what is none."""
    written = cell_text(value).removesuffix(".0")
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 9 else 0
