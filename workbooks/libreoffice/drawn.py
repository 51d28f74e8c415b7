"""Charts and pictures of a copied sheet, after LibreOffice's `importSheet`, which leaves them wrong in two ways.

What stands on a cell is shown elsewhere, though its position is told right, until it is tied to its cell anew; and a
chart forgets the names of its series where they are words, not cells.
"""

from collections.abc import Iterator
from typing import Any

_SERVICE_OF_CELLS = "com.sun.star.sheet.SheetCell"


def mend(sheet: Any, copied: Any) -> None:
    """Let drawings of the sheet `copied` stand and read as on `sheet`, which it is a copy of."""
    for shape in _shapes(copied):
        _tie_anew(shape, copied)
    for (_, source), (chart, copy) in zip(_series(sheet), _series(copied), strict=True):
        if source.Label is not None and copy.Label is None:
            words = source.Label.SourceRangeRepresentation
            copy.setLabel(chart.DataProvider.createDataSequenceByRangeRepresentation(words))


def _tie_anew(shape: Any, sheet: Any) -> None:
    cell = shape.Anchor
    if not cell.supportsService(_SERVICE_OF_CELLS):
        return
    position, size, grows = shape.Position, shape.Size, shape.ResizeWithCell
    shape.Anchor = sheet
    shape.Position, shape.Size = position, size
    shape.Anchor = cell  # last: moved afterwards it would end in no cell, and LibreOffice never finish writing an .ods
    shape.ResizeWithCell = grows


def _shapes(sheet: Any) -> list[Any]:
    return [sheet.DrawPage.getByIndex(index) for index in range(sheet.DrawPage.Count)]


def _series(sheet: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the charts' series in order, each with its chart's document."""
    for name in sheet.Charts.ElementNames:
        chart = sheet.Charts.getByName(name).EmbeddedObject
        for system in chart.FirstDiagram.CoordinateSystems:
            for kind in system.ChartTypes:
                for series in kind.DataSeries:
                    for sequence in series.DataSequences:
                        yield chart, sequence
