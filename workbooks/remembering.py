"""Rows written into a sheet on which the workbook remembers: over rows that are there, wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from workbooks.hosts.port import Host
from workbooks.memory import Memory
from workbooks.package.cells import Cell
from workbooks.sheets.columns import columns_of
from workbooks.sheets.measure import height, lines

Row = Mapping[str, Cell]
"""What a row says, by field; a field that isn't in it becomes blank."""


_WRAPPED = frozenset(("text", "center", "entry_text"))


class Written(Protocol):
    """A sheet as it was read."""

    @property
    def sheet(self) -> str:
        """Return its name."""

    @property
    def header(self) -> int:
        """Return the row of its headings (0-based)."""

    @property
    def held(self) -> Mapping[int, Mapping[str, object]]:
        """Return what each row says, by field."""


def write_at(
    host: Host,
    kind: Memory,
    there: Written,
    columns: Mapping[str, int],
    rows: Mapping[int, Row],
    *,
    own_looks: bool = False,
) -> None:
    """Write rows at their places (0-based), dressed like the first row below the header, or each as it is.

    columns: where each field stands that is written; all others stay. New rows become as high as their texts need; one
    that is there keeps its height, unless what it says now needs more than what it said.
    """
    heights = {at: _height(kind, there.held.get(at), rows[at], columns) for at in sorted(rows)}
    for run in _runs(heights):
        cells = [[rows[at].get(field) for field in columns] for at in run]
        points = [height for at in run if (height := heights[at]) is not None]
        host.write_rows(
            there.sheet, run[0], [*columns.values()], cells, None if own_looks else there.header + 1, points
        )


def points_of(sheet: str, cells: Mapping[str, object]) -> float:
    """Return the height in points of a row in which all of its texts are seen, in the widths declared for a sheet."""
    wrapped = ((cells.get(c.field), int(c.width)) for c in columns_of(sheet) if c.role in _WRAPPED)
    return height(max(lines(value, width) if isinstance(value, str) else 1 for value, width in wrapped))


def _height(kind: Memory, before: Mapping[str, object] | None, row: Row, columns: Mapping[str, int]) -> float | None:
    """Return how high a row must become, in points; None where it stays as it is. before: what it said, if anything."""
    if before is None:
        return points_of(kind, row)
    needed = points_of(kind, {**before, **{field: row.get(field) for field in columns}})
    return needed if needed > points_of(kind, before) else None


def _runs(heights: Mapping[int, float | None]) -> Iterator[Sequence[int]]:
    """Yield the rows that stand below one another, and of which all become as high as is said or none does."""
    run: list[int] = []
    for at, points in heights.items():
        if run and (at != run[-1] + 1 or (points is None) != (heights[run[-1]] is None)):
            yield run
            run = []
        run.append(at)
    if run:
        yield run
