"""Rows written into a sheet on which the workbook remembers: over rows that are there, wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence

from workbooks.hosts.port import Host
from workbooks.package.cells import Cell

Row = Mapping[str, Cell]
"""What a row says, by field; a field that isn't in it becomes blank."""


def write_at(
    host: Host, sheet: str, header: int, columns: Mapping[str, int], places: Sequence[int], rows: Sequence[Row]
) -> None:
    """Write rows at their places (0-based), each dressed like the first row below the header.

    columns: where each field stands that is written; all others stay.
    """
    for first, part in _runs(places, rows):
        cells = [[row.get(field) for field in columns] for row in part]
        host.write_rows(sheet, first, [*columns.values()], cells, header + 1)


def _runs(places: Sequence[int], rows: Sequence[Row]) -> Iterator[tuple[int, Sequence[Row]]]:
    """Yield the rows that stand below one another, with the place of the first."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], rows[start:at]
            start = at
