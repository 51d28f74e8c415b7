"""How all items of a workbook stand on a day: those of 督办台账, and those of the office's own 督办 ledgers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from udfs.closing import CLOSED, HANDLING, Life, Tally, tally
from udfs.said_states import state_said
from udfs.values.cells import DateSpan
from workbooks.errors import WrongArgument
from workbooks.grid import Book, address
from workbooks.items.keeping import judging_of
from workbooks.items.reading import read_items
from workbooks.ledger import Ledger
from workbooks.settings import Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """An item as it stands. sheet, cell: where it is written; late: days past its deadline; light: its light's id."""

    sheet: str
    cell: str
    what: str
    unit: str
    person: str
    state: str
    deadline: date | None
    late: int
    light: str
    life: Life


@dataclass(frozen=True, slots=True)
class Standings:
    """All items that were handed out. units: each with its figures, in the order of the worst: overdue, then rate."""

    items: tuple[Standing, ...]
    tally: Tally
    units: tuple[tuple[str, Tally], ...]


def standings(book: Book, ledgers: Iterable[Ledger], settings: Settings, as_of: date) -> Standings | None:
    """Return how the workbook's items stand on a day; None where none was handed out.

    That 督办台账 can't be read any more is among the book's warnings then.
    """
    judging = judging_of(settings, as_of)
    found = [
        Standing(
            *(sheet, cell, what, unit, person, life.state, life.deadline),
            life.days_overdue(as_of),
            judging.light(life),
            life,
        )
        for sheet, cell, what, unit, person, life in (*_ours(book, as_of), *_of_ledgers(ledgers, as_of))
        if life.is_due
    ]
    if not found:
        return None
    by_unit: dict[str, list[Life]] = defaultdict(list)
    for item in found:
        by_unit[item.unit].append(item.life)
    units = [(unit, tally(lives, as_of)) for unit, lives in by_unit.items()]
    units.sort(key=lambda each: (-each[1].overdue, each[1].rate or 0.0, each[0]))
    return Standings(tuple(found), tally([item.life for item in found], as_of), tuple(units))


_Found = tuple[str, str, str, str, str, Life]


def _ours(book: Book, as_of: date) -> Iterator[_Found]:
    try:
        items = read_items(book)
    except WrongArgument as incomplete:  # no reason to be without a report
        book.warnings = (*book.warnings, incomplete.message)
        return
    for row in items.rows if items else ():
        cell = address(row.row, items.columns["what"] if items else 0)
        yield items.sheet if items else "", cell, row.item.what, row.item.unit, row.item.person, row.item.until(as_of)


def _of_ledgers(ledgers: Iterable[Ledger], as_of: date) -> Iterator[_Found]:
    for ledger in ledgers:
        if ledger.kind != "supervision" or not _follows_up(ledger):
            continue
        for index in range(len(ledger.rows)):
            cell = ledger.cell("name", index) if "name" in ledger.fields else address(ledger.rows[index], 0)
            unit = ledger.text("responsible_unit", index) or ledger.text("undertaker", index)
            who = ledger.text("responsible_person", index)
            yield ledger.sheet, cell, ledger.text("name", index), unit, who, _life(ledger, index, as_of)


def _follows_up(ledger: Ledger) -> bool:
    """Return whether a ledger says of its items how far they are: one that only lists problems has none to count."""
    return any(name in ledger.fields for name in ("status", "closed", "deadline"))


def _life(ledger: Ledger, index: int, as_of: date) -> Life:
    """Return where an item of the office's own ledger stood on a day: by its state, else by its dates."""
    closed = ledger.column("closed")[index]
    day = _day(closed)
    said = state_said(ledger.text("status", index)) or ("" if day else state_said(ledger.text("closed", index)))
    state = said or (CLOSED if closed is True or day else HANDLING)
    if state == CLOSED and day and day > as_of:
        state = HANDLING
    opened, deadline = (_day(ledger.column(name)[index]) for name in ("opened", "deadline"))
    return Life(state, opened, deadline, closed=day if state == CLOSED else None)


def _day(value: object) -> date | None:
    return (value.last or value.first) if isinstance(value, DateSpan) else None
