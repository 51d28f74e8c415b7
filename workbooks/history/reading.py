"""督导历史 as it stands: its periods, and what was noticed since they were kept."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date

from udfs.periods import ReportPeriod
from workbooks.grid import Book
from workbooks.history.entries import SEAL, Entry, entry_in
from workbooks.memory import Noticed, cell_day, cell_text, fields_of, next_row, others_noticed, remembered, rows_of
from workbooks.seals import seal_of, seal_of_rows
from workbooks.sheets.texts import text

_COUNT = re.compile(r"【存档】(\d{1,7})个项目")


@dataclass(slots=True)
class Block:
    """A period. period: its name; line: the row that says how many projects it has (0-based, None where it is gone).

    seal: as that row says. rows: the entries by row.
    """

    as_of: date
    period: str
    line: int | None = None
    count: int | None = None
    seal: str = ""
    rows: dict[int, Entry] = field(default_factory=dict)
    seals: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """The sheet. header: the row of its headings; next_row: the first below all that is written (0-based).

    columns: where each field stands, by its name in `columns.toml`; held: what each row says, by field.
    """

    sheet: str
    header: int
    next_row: int
    columns: Mapping[str, int]
    blocks: tuple[Block, ...]
    noticed: tuple[Noticed, ...]
    held: Mapping[int, Mapping[str, object]] = field(default_factory=dict)

    def base(self, period: ReportPeriod) -> Block | None:
        """Return what a period is compared with: that of its kind before it, or else the last kept before."""
        end = period.end
        return self.until(period.previous.end) or (self.before(end) if end else None)

    def until(self, day: date | None) -> Block | None:
        """Return the last period that ended on or before a day."""
        return next((block for block in reversed(self.blocks) if day and block.as_of <= day), None)

    def before(self, as_of: date) -> Block | None:
        """Return the last period that ended before a day."""
        return next((block for block in reversed(self.blocks) if block.as_of < as_of), None)


def read_history(book: Book) -> History | None:
    """Return the workbook's history, its periods in order of time; None where there is none."""
    found = remembered(book, "history")
    if found is None:
        return None
    columns = fields_of(found, "history")
    held = rows_of(found, columns)
    blocks, noticed = _blocks(held)
    for at, block in enumerate(blocks):
        noticed += _of_block(block, blocks[at - 1] if at else None)
    noticed += others_noticed(found)
    below = next_row(found, held)
    return History(found.grid.name, found.header, below, columns, tuple(blocks), tuple(noticed), held)


def seal_of_entry(entry: Entry, as_of: date) -> str:
    """Return the check code of a row. as_of: the period's last day."""
    return seal_of([as_of.isoformat(), *astuple(entry)])


def seal_of_period(as_of: date, rows: Iterable[str], before: str) -> str:
    """Return the check code of a period, so that one that is missing is noticed. before: that of the one before."""
    return seal_of_rows([as_of.isoformat()], rows, before)


def _blocks(rows: Mapping[int, Mapping[str, object]]) -> tuple[list[Block], list[Noticed]]:
    by_day: dict[date, Block] = {}
    unread: list[Noticed] = []
    for row, held in rows.items():
        day = cell_day(held.get("as_of"))
        if day is None:
            unread.append(Noticed(row, text("history.no_day", row=row + 1)))
            continue
        block = by_day.setdefault(day, Block(day, cell_text(held.get("period"))))
        line = _COUNT.match(cell_text(held.get("name")))
        if line and block.line is None:
            block.line, block.count, block.seal = row, int(line[1]), cell_text(held.get(SEAL))
        elif not line:
            block.rows[row], block.seals[row] = entry_in(held), cell_text(held.get(SEAL))
    return sorted(by_day.values(), key=lambda block: block.as_of), unread


def _of_block(block: Block, before: Block | None) -> Iterator[Noticed]:
    for row, entry in block.rows.items():
        if block.seals[row] != seal_of_entry(entry, block.as_of):
            yield Noticed(row, text("history.changed", row=row + 1, name=entry.name, period=block.period))
    if block.line is None:
        yield Noticed(None, text("history.no_line", period=block.period))
    elif block.count != len(block.rows):
        said = text("history.count", period=block.period, kept=block.count, now=len(block.rows))
        yield Noticed(block.line, said)
    elif block.seal != seal_of_period(block.as_of, block.seals.values(), before.seal if before else ""):
        yield Noticed(block.line, text("history.chain", period=block.period))
