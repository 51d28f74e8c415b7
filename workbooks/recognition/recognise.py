"""From a workbook to its ledgers: header blocks, columns, rows, values; forms and tables by unit; what is no ledger."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from workbooks.errors import NoLedger, WrongArgument
from workbooks.grid import Book, Grid
from workbooks.ledger import Ledger
from workbooks.memory import is_memory
from workbooks.recognition.forms import read_form
from workbooks.recognition.headers import HeaderBlock, Merges, find_headers
from workbooks.recognition.tables import Draft, continues_above, read_table
from workbooks.recognition.unit_tables import Rivals, is_summary, read_unit_table
from workbooks.settings import Settings


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet without a ledger. why: `empty`, `summary` (only sums this workbook's ledgers), `ours`, `no_ledger`."""

    sheet: str
    why: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a workbook holds: its ledgers in order, and the sheets that are none."""

    path: str
    ledgers: tuple[Ledger, ...]
    others: tuple[OtherSheet, ...]


def recognise(book: Book, settings: Settings, sheets: Collection[str] = ()) -> Recognition:
    """Return the workbook's ledgers; with `sheets` only those of the named ones.

    Raises NoLedger where there is none, WrongArgument where a named sheet doesn't exist.
    """
    names = [grid.name for grid in book.grids]
    for name in sheets:
        if name not in names:
            raise WrongArgument(f"没有名为“{name}”的工作表，本工作簿的工作表有：{'、'.join(names)}。", "no_such_sheet")
    found: dict[str, list[Ledger]] = {}
    drafts: dict[str, list[Draft]] = {}
    others: dict[str, str] = {}
    for grid in book.grids:
        if sheets and grid.name not in sheets:
            continue
        if grid.name in book.ours or is_memory(grid):
            others[grid.name] = "ours"
        elif not grid.height:
            others[grid.name] = "empty"
        else:
            found[grid.name], drafts[grid.name] = _ledgers_of(_without_ours(grid), settings, book.date1904)
    _refuse_strange_answers(book, settings, found, drafts)
    rivals = Rivals([ledger for ledgers in found.values() for ledger in ledgers])
    for name, waiting in drafts.items():
        for draft in waiting:
            if is_summary(draft, rivals):
                others.setdefault(name, "summary")
            else:
                ledger = read_unit_table(draft)
                if ledger:
                    found[name].append(ledger)
        if not found[name]:
            others.setdefault(name, "no_ledger")
    ledgers = tuple(
        ledger for name in names for ledger in sorted(found.get(name, ()), key=lambda one: (one.header_rows or (0,))[0])
    )
    if not ledgers:
        raise NoLedger("没有找到项目台账：请确认工作簿里有带“项目名称”“计划投资”“责任单位”之类表头的表。")
    return Recognition(
        book.path, ledgers, tuple(OtherSheet(n, others[n]) for n in names if n in others and not found.get(n))
    )


def _refuse_strange_answers(
    book: Book, settings: Settings, found: Mapping[str, list[Ledger]], drafts: Mapping[str, list[Draft]]
) -> None:
    """Raise WrongArgument for an answer to a sheet or a header cell that isn't there: it would silently do nothing.

    One on the sheet 督导设置 is given up, and noted there: the ledger has changed since.
    """

    def refuse(key: str, message: str, code: str) -> None:
        if not settings.reject(key, message):
            raise WrongArgument(message, code)

    sheets = sorted((grid.name for grid in book.grids), key=len, reverse=True)
    for key in settings.given:
        table, _, rest = key.partition(".")
        if table not in ("fields", "units"):
            continue
        sheet = next((name for name in sheets if rest == name or rest.startswith(f"{name}.")), None)
        if sheet is None:
            refuse(key, f"设置 {key}：没有这张工作表，本工作簿有：{'、'.join(sheets)}。", "no_such_sheet")
            continue
        cell = rest[len(sheet) + 1 :]
        rows = {row for ledger in found.get(sheet, ()) for row in ledger.header_rows}
        rows |= {row for draft in drafts.get(sheet, ()) for row in draft.block.rows}
        if cell and rows and int(re.sub(r"\D", "", cell)) - 1 not in rows:
            shown = "、".join(str(row + 1) for row in sorted(rows))
            refuse(key, f"设置 {key}：{cell} 不是表头单元格，表头在第{shown}行。", "no_such_header")


def _without_ours(grid: Grid) -> Grid:
    """Return the grid without the columns that an earlier `progress` wrote: they are no entries of the clerk's."""
    if not grid.ours:
        return grid
    rows = [list(row) for row in grid.rows]
    for area in grid.ours:
        for row in rows[area.top : area.bottom + 1]:
            row[area.left : area.right + 1] = [None] * len(row[area.left : area.right + 1])
    merges = tuple(m for m in grid.merges if not any(a.left <= m.left and m.right <= a.right for a in grid.ours))
    return replace(grid, rows=rows, merges=merges)


def _ledgers_of(grid: Grid, settings: Settings, date1904: bool) -> tuple[list[Ledger], list[Draft]]:
    """Return the sheet's ledgers of projects, and the tables that may be ones by unit."""
    merges = Merges(grid.merges)
    form = read_form(grid, merges, settings, date1904)
    if form:
        return [form], []
    ledgers: list[Ledger] = []
    waiting: list[Draft] = []
    for draft in _drafts(grid, merges, settings, date1904):
        ledger = read_table(draft)
        if ledger:
            ledgers.append(ledger)
        else:
            waiting.append(draft)
    return ledgers, waiting


def _drafts(grid: Grid, merges: Merges, settings: Settings, date1904: bool) -> list[Draft]:
    """Return the sheet's tables: each header block with the rows down to the next one, repeated headers joined."""
    blocks = list(find_headers(grid, merges))
    groups: list[list[HeaderBlock]] = []
    for block in blocks:
        repeated = next((group for group in reversed(groups) if continues_above(grid, group, block)), None)
        if repeated and repeated[-1].rows[-1] < block.rows[0]:
            repeated.append(block)
        else:
            groups.append([block])
    drafts: list[Draft] = []
    above = 0
    for group in groups:
        first = group[0]
        below = (other[0] for other in groups if other[0].rows[0] > group[-1].rows[-1])
        end = min((b.rows[0] for b in below if b.left <= first.right and first.left <= b.right), default=grid.height)
        beside = drafts[-1].above if drafts and drafts[-1].block.rows == first.rows else above
        drafts.append(Draft(grid, merges, group, beside, end, settings, date1904))
        above = drafts[-1].last_row + 1
    return drafts
