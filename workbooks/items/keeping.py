"""督办台账 brought up to date: what is wished is done, red projects are proposed, lights and levels are of today."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from udfs.closing import Tally, tally
from udfs.workdays import Calendar, national
from workbooks.errors import WrongArgument
from workbooks.hosts.port import Host
from workbooks.items.handling import Order, Rules, done_with, ordered, wished
from workbooks.items.proposing import proposals
from workbooks.items.reading import Items, Row
from workbooks.items.records import WISHES, Item, Judging, cells_of
from workbooks.items.wording import figures_on
from workbooks.memory import Noticed, cell_text
from workbooks.package.cells import Cell
from workbooks.remembering import write_at
from workbooks.settings import Settings
from workbooks.sheets.columns import columns_of
from workbooks.sheets.texts import text
from workbooks.supervision.figures import Supervision

HEADER = 3
"""The row of the headings on the sheet that `workbooks.sheets.items` makes (0-based)."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with an item: it as it is now, and the action's id."""

    item: Item
    action: str


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of it. items: all, in the order of their rows; refused: what was wished and may not be done.

    new: those that red projects gave rise to; noticed: in the sheet as it stood; own: the office's own 督办 ledgers.
    """

    sheet: str
    items: tuple[Item, ...]
    done: tuple[Done, ...]
    refused: tuple[Noticed, ...]
    new: tuple[Item, ...]
    noticed: tuple[Noticed, ...]
    tally: Tally
    unknown_years: tuple[int, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with 督办台账. day: today, and that of whatever names none; orders, new: by a command.

    supervision: whose red projects are proposed, None where there are no projects.
    """

    day: date
    settings: Settings
    supervision: Supervision | None = None
    orders: Sequence[Order] = ()
    new: Sequence[tuple[Item, Order]] = ()


@dataclass(frozen=True, slots=True)
class _Taken:
    """An item as it shall be written. row: where it stands, None for a new one; done: what was done with it."""

    item: Item
    row: Row | None
    done: tuple[str, ...] = ()


def calendar_of(settings: Settings) -> Calendar:
    """Return the working days, with the office's own days."""
    return national().with_days(settings["days.off"], settings["days.on"])


def judging_of(settings: Settings, as_of: date) -> Judging:
    """Return by what items are judged on a day."""
    return Judging(as_of, settings.light_rules(), calendar_of(settings), int(settings["items.red_days"]))


def update(host: Host, items: Items | None, fresh: Callable[[], bytes], work: Work) -> Updated:
    """Bring the sheet up to date. fresh: renders the empty one, for a workbook that has none yet.

    Raises WrongArgument for an order that may not be followed; nothing is written then.
    """
    rules = Rules(work.day, work.settings, calendar_of(work.settings))
    rows: Sequence[Row] = items.rows if items else ()
    refused: list[Noticed] = []
    if work.orders or work.new:
        taken = _as_ordered(rows, work, rules)
    else:
        taken, refused = _as_wished(rows, items.unread if items else (), work, rules)
    taken, numbered = _numbered(taken, items.numbered if items else 0)
    if items is None:
        [sheet] = host.insert_sheets(fresh())
        columns = {column.field: at for at, column in enumerate(columns_of("items"))}
        items = Items(sheet, HEADER, HEADER + 1, (HEADER - 1, 0), columns, (), 0, ())
    _write(host, items, taken, judging_of(work.settings, work.day))
    counted = tally([each.item.life for each in taken], work.day)
    if items.line:
        said = figures_on(counted, work.day) + text("items.numbered", count=numbered)
        host.write_rows(items.sheet, items.line[0], [items.line[1]], [[said]], None)
    everything = tuple(each.item for each in taken)
    return Updated(
        items.sheet,
        everything,
        tuple(Done(each.item, action) for each in taken for action in each.done),
        tuple(refused),
        tuple(each.item for each in taken if each.row is None and not each.done),
        items.noticed,
        counted,
        _unknown_years(everything, rules),
        _own(work.supervision),
    )


def _as_ordered(rows: Sequence[Row], work: Work, rules: Rules) -> list[_Taken]:
    """Follow the orders of a command."""
    done: dict[int, tuple[str, ...]] = {}
    for order in work.orders:
        changed = ordered(order, rows, rules)
        rows = [changed if each.row == changed.row else each for each in rows]
        done[changed.row] = (*done.get(changed.row, ()), order.action)
    taken = [_Taken(row.item, row, done.get(row.row, ())) for row in rows]
    for item, order in work.new:
        found, why = done_with(item, order, rules)
        if why:
            raise WrongArgument(text("items.not_opened", why=why), "not_allowed")
        taken.append(_Taken(found, None, (order.action,)))
    return taken


def _as_wished(
    rows: Sequence[Row], unread: Sequence[Item], work: Work, rules: Rules
) -> tuple[list[_Taken], list[Noticed]]:
    """Do what the clerk wishes on the sheet, and propose the red projects; return what was refused as well."""
    taken: list[_Taken] = []
    refused: list[Noticed] = []
    for row in rows:
        after = wished(row, rules)
        if after.refused:
            refused.append(Noticed(row.row, text("items.not_done", row=row.row + 1, why=after.refused)))
        emptied = {} if after.refused else dict.fromkeys(WISHES)
        taken.append(_Taken(after.item, replace(row, held={**row.held, **emptied}), after.done))
    if work.supervision:
        known = [*(each.item for each in taken), *unread]
        found = proposals(work.supervision, known, work.settings.renamed, work.day)
        taken += [_Taken(item, None) for item in found]
    return taken, refused


def _numbered(taken: Sequence[_Taken], numbered: int) -> tuple[list[_Taken], int]:
    """Return the items with numbers for those that have none yet but are taken in, and the highest number."""
    found = []
    for each in taken:
        if not each.item.number and each.item.events:
            numbered += 1
            each = replace(each, item=replace(each.item, number=numbered))
        found.append(each)
    return found, numbered


def _own(supervision: Supervision | None) -> tuple[str, ...]:
    projects = supervision.projects if supervision else ()
    return tuple(dict.fromkeys(project.sheet for project in projects if project.kind == "supervision"))


def _write(host: Host, items: Items, taken: Sequence[_Taken], judging: Judging) -> None:
    """Write the rows that say something else now, each in its own looks, and the new ones below.

    A row that the clerk has typed is dressed like the first: it has no looks of its own.
    """
    before = {row.row: row for row in items.rows}
    changed: dict[int, Mapping[str, Cell]] = {}
    typed: dict[int, Mapping[str, Cell]] = {}
    for each in taken:
        if each.row is None or not each.item.events:
            continue
        there = before[each.row.row]
        cells = {name: value for name, value in _cells(each, there, judging).items() if name in items.columns}
        if any(not _same(there.held.get(name), value) for name, value in cells.items()):
            (changed if there.item.number else typed)[each.row.row] = cells
    fresh = {
        items.next_row + at: cells_of(each.item, judging)
        for at, each in enumerate(each for each in taken if each.row is None)
    }
    write_at(host, "items", items, items.columns, changed, own_looks=True)
    write_at(host, "items", items, items.columns, typed | fresh)


def _cells(taken: _Taken, there: Row, judging: Judging) -> Mapping[str, Cell]:
    """Return the cells of a row that is there. Where 办理经过 was edited, what follows from it stays, and its code."""
    kept = {name: _kept(value) for name, value in there.held.items()}
    wishes = {name: _kept(taken.row.held.get(name)) for name in WISHES} if taken.row else {}
    if there.sealed:
        return {**kept, **cells_of(taken.item, judging), **wishes}
    told = {"due": text("items.edited"), **wishes}
    return {**kept, **cells_of(taken.item, judging), "seal": kept.get("seal"), **told} if taken.done else kept | told


def _same(there: object, value: Cell) -> bool:
    if isinstance(value, int | float) and isinstance(there, int | float):
        return there == value
    return cell_text(there) == cell_text(value)


def _kept(value: object) -> Cell:
    """Return a cell as it is written back: a day as Excel counts it."""
    if isinstance(value, datetime):
        return (value.date() - date(1899, 12, 30)).days
    return value if isinstance(value, str | int | float) else None if value is None else cell_text(value)


def _unknown_years(items: Sequence[Item], rules: Rules) -> tuple[int, ...]:
    """Return the years into which deadlines reach whose holidays nobody knows yet."""
    ends = [item.life.deadline for item in items if item.life.is_open and item.life.deadline]
    last = max(ends, default=rules.today)
    return rules.calendar.unknown_years(rules.today, last) if last > rules.today else ()
