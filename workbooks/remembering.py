"""Rows written into a sheet on which the workbook remembers: over rows that are there, wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence

from workbooks.hosts.port import Host
from workbooks.memory import Memory
from workbooks.package.cells import Cell
from workbooks.sheets.columns import columns_of
from workbooks.sheets.measure import height, lines

Row = Mapping[str, Cell]
"""What a row says, by field; a field that isn't in it becomes blank."""


_WRAPPED = frozenset(("text", "center", "entry_text"))


def points_of(sheet: str, cells: Mapping[str, object]) -> float:
    """Return the height in points of a row in which all of its texts are seen, in the widths declared for a sheet."""
    wrapped = ((cells.get(c.field), int(c.width)) for c in columns_of(sheet) if c.role in _WRAPPED)
    return height(max(lines(value, width) if isinstance(value, str) else 1 for value, width in wrapped))


def write_at(
    host: Host,
    sheet: str,
    kind: Memory,
    like: int | None,
    columns: Mapping[str, int],
    places: Sequence[int],
    rows: Sequence[Row],
) -> None:
    """Write rows at their places (0-based), dressed like the row `like`, as high as their texts need.

    like: None where each keeps its looks. columns: where each field stands that is written; all others stay.
    """
    for first, part in _runs(places, rows):
        cells = [[row.get(field) for field in columns] for row in part]
        heights = [points_of(kind, row) for row in part]
        host.write_rows(sheet, first, [*columns.values()], cells, like, heights)


def _runs(places: Sequence[int], rows: Sequence[Row]) -> Iterator[tuple[int, Sequence[Row]]]:
    """Yield the rows that stand below one another, with the place of the first."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], rows[start:at]
            start = at
