"""督办台账 brought up to date: what is wished is done, red projects are proposed, lights and levels are of today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from udfs.closing import Tally, tally
from udfs.workdays import Calendar, national
from workbooks.hosts.port import Host
from workbooks.items.handling import Done, Order, done_with, ordered, wished
from workbooks.items.proposing import proposals
from workbooks.items.reading import Items, Row
from workbooks.items.records import WISHES, Item, Judging, cells_of
from workbooks.memory import Noticed, cell_text
from workbooks.package.cells import Cell
from workbooks.settings import Settings
from workbooks.sheets.columns import columns_of, points_of
from workbooks.sheets.texts import chinese_date, plain_number, text
from workbooks.supervision.figures import Supervision

HEADER = 3
"""The row of the headings on the sheet that `workbooks.sheets.items` makes (0-based)."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What came of it. items: all, in the order of their rows; refused: what was wished and may not be done.

    new: the items that red projects gave rise to; noticed: in the sheet as it stood.
    """

    sheet: str
    items: tuple[Item, ...]
    done: tuple[Done, ...]
    refused: tuple[Noticed, ...]
    new: tuple[Item, ...]
    noticed: tuple[Noticed, ...]
    tally: Tally
    unknown_years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with 督办台账. day: that of whatever names none; orders, new: by a command.

    supervision: whose red projects are proposed, None where there are no projects.
    """

    day: date
    settings: Settings
    supervision: Supervision | None = None
    orders: Sequence[Order] = ()
    new: Sequence[tuple[Item, Order]] = ()


@dataclass(slots=True)
class _Change:
    """What is to be written. new: items without number, each with what was done with it by order (empty: proposed)."""

    rows: list[Row] = field(default_factory=list)
    new: list[tuple[Item, str]] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    refused: list[Noticed] = field(default_factory=list)


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
    found = items.rows if items else ()
    change = _as_ordered(found, work) if work.orders or work.new else _as_wished(found, work)
    rows, numbered = _numbered(change.rows, items.numbered if items else 0)
    added = [replace(item, number=numbered + at) for at, (item, _) in enumerate(change.new, 1)]
    actions = [action for _, action in change.new]
    if items is None:
        [sheet] = host.insert_sheets(fresh())
        columns = {column.field: at for at, column in enumerate(columns_of("items"))}
        items = Items(sheet, HEADER, HEADER + 1, (HEADER - 1, 0), columns, (), 0, ())
    _write(host, items, rows, added, judging_of(work.settings, work.day))
    everything = [*(row.item for row in rows), *added]
    counted = tally([item.life for item in everything], work.day)
    line = figures_on(counted, work.day) + text("items.numbered", count=numbered + len(added))
    host.write_rows(items.sheet, items.line[0], [items.line[1]], [[line]], items.line[0])
    return Updated(
        items.sheet,
        tuple(everything),
        (*change.done, *(Done(item, action) for item, action in zip(added, actions, strict=True) if action)),
        tuple(change.refused),
        tuple(item for item, action in zip(added, actions, strict=True) if not action),
        items.noticed,
        counted,
        _unknown_years(everything, work),
    )


def _as_ordered(rows: Sequence[Row], work: Work) -> _Change:
    """Follow the orders of a command."""
    calendar, changed, done = calendar_of(work.settings), list(rows), []
    for order in work.orders:
        row, what = ordered(order, changed, work.settings, calendar)
        changed = [row if each.row == row.row else each for each in changed]
        done.append(what)
    new = [(done_with(item, order, work.settings, calendar).item, order.action) for item, order in work.new]
    return _Change(changed, new, done)


def _as_wished(rows: Sequence[Row], work: Work) -> _Change:
    """Do what the clerk wishes on the sheet, and propose the red projects."""
    calendar, change = calendar_of(work.settings), _Change()
    for row in rows:
        after = wished(row, work.day, work.settings, calendar)
        change.done += after.done
        if after.refused:
            change.refused.append(Noticed(row.row, text("items.not_done", row=row.row + 1, why=after.refused)))
        held = {**row.held, **dict.fromkeys(WISHES)} if after.done else row.held
        change.rows.append(replace(row, item=after.item, held=held))
    if work.supervision:
        known = [row.item for row in change.rows]
        found = proposals(work.supervision, known, work.settings.renamed, work.day)
        change.new += [(item, "") for item in found]
    return change


def figures_on(counted: Tally, as_of: date) -> str:
    """Return the figures of a bulletin as a sentence that names the day."""
    return text("items.as_of", date=chinese_date(as_of)) + figures(counted)


def figures(counted: Tally) -> str:
    """Return the figures of a bulletin as a sentence."""
    if not counted.due:
        return text("items.none_due")
    said = text("items.due", due=counted.due, closed=counted.closed)
    said += text("items.rate", rate=plain_number(counted.rate or 0.0, 1))
    parts = {
        "unreceived": counted.unreceived,
        "handling": counted.handling,
        "answered": counted.answered,
        "overdue": counted.overdue,
        "closed_late": counted.late,
    }
    named = [text(f"items.{part}", count=count) for part, count in parts.items() if count]
    return said + "".join(f"，{part}" for part in named) + "。"


def _numbered(rows: Sequence[Row], numbered: int) -> tuple[list[Row], int]:
    """Return the rows with numbers for the items that have none yet but are taken in, and the highest number."""
    found = []
    for row in rows:
        if not row.item.number and row.item.events:
            numbered += 1
            row = replace(row, item=replace(row.item, number=numbered))
        found.append(row)
    return found, numbered


def _write(host: Host, items: Items, rows: Sequence[Row], added: Sequence[Item], judging: Judging) -> None:
    """Write the rows that say something else now, each in its own looks, and the new ones below."""
    before = {row.row: row for row in items.rows}
    for row in rows:
        if not row.item.events:
            continue
        cells = dict(cells_of(row.item, judging))
        if not row.sealed:
            cells["seal"] = cell_text(row.held.get("seal"))
        cells |= {name: _kept(row.held.get(name)) for name in WISHES}
        there = before[row.row].held
        changed = [name for name, value in cells.items() if name in items.columns and not _same(there.get(name), value)]
        if changed:
            places, values = [items.columns[name] for name in changed], [cells[name] for name in changed]
            host.write_rows(items.sheet, row.row, places, [values], row.row, [points_of("items", cells)])
    fresh = [cells_of(item, judging) for item in added]
    if fresh:
        places = [*items.columns.values()]
        written = [[cells.get(name) for name in items.columns] for cells in fresh]
        heights = [points_of("items", cells) for cells in fresh]
        host.write_rows(items.sheet, items.next_row, places, written, items.header + 1, heights)


def _same(there: object, value: Cell) -> bool:
    if isinstance(value, int | float) and isinstance(there, int | float):
        return there == value
    return cell_text(there) == cell_text(value)


def _kept(value: object) -> Cell:
    return value if isinstance(value, str | int | float) else None if value is None else cell_text(value)


def _unknown_years(items: Sequence[Item], work: Work) -> tuple[int, ...]:
    """Return the years into which deadlines reach whose holidays nobody knows yet."""
    ends = [item.life.deadline for item in items if item.life.is_open and item.life.deadline]
    last = max(ends, default=work.day)
    return calendar_of(work.settings).unknown_years(work.day, last) if last > work.day else ()
