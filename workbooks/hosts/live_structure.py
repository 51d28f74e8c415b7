"""How a sheet of an open workbook is laid out: merged areas, hidden rows and columns.

Asked of whole blocks, which are halved where their cells differ. On a ledger with merged cells in every row, or with a
filter on, that would be tens of thousands of questions: after some (`Native.most_questions`) the workbook is saved as
a copy, and the copy read (`live_saved`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.live_names import block, halves, is_one_cell
from workbooks.hosts.live_saved import SavedCopy
from workbooks.hosts.natives import native
from workbooks.package.cells import Place, parse_address, places_of

if TYPE_CHECKING:
    import xlwings


class _TooMany(Exception):
    """More questions were asked than a sheet is worth."""


@dataclass
class _Questions:
    """How many questions may still be asked; None: as many as it takes."""

    left: float | None

    def one(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise _TooMany


@dataclass(frozen=True, slots=True)
class Structure:
    """Merged areas from top to bottom, hidden rows and columns (0-based)."""

    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def structure(sheet: "xlwings.Sheet", height: int, width: int, copy: SavedCopy | None) -> Structure:
    """Return how the first `height` rows and `width` columns of the sheet are laid out.

    copy: read instead where too many questions would be asked; without one, all are asked.
    """
    if copy is None:
        return _asked(sheet, height, width, _Questions(None))
    try:
        return _asked(sheet, height, width, _Questions(native(sheet.book.app).most_questions))
    except _TooMany:
        saved = copy.grid(sheet.name)
        if saved is None:
            return _asked(sheet, height, width, _Questions(None))
        return Structure(saved.merges, saved.hidden_rows, saved.hidden_columns)


def merges(sheet: "xlwings.Sheet", area: Area) -> tuple[Area, ...]:
    """Return the merged areas that touch a block of cells, from top to bottom."""
    return _merges(sheet, area, _Questions(None))


def _asked(sheet: "xlwings.Sheet", height: int, width: int, questions: _Questions) -> Structure:
    asked = native(sheet.book.app)

    def rows(first: int, last: int) -> bool | None:
        return asked.are_rows_hidden(block(sheet, Area(first, 0, last, 0)))

    def columns(first: int, last: int) -> bool | None:
        return asked.are_columns_hidden(block(sheet, Area(0, first, 0, last)))

    return Structure(
        _merges(sheet, Area(0, 0, height - 1, width - 1), questions) if height and width else (),
        _hidden(height, rows, questions),
        _hidden(width, columns, questions),
    )


def _merges(sheet: "xlwings.Sheet", whole: Area, questions: _Questions) -> tuple[Area, ...]:
    known = native(sheet.book.app).merges(block(sheet, whole))
    if known is not None:
        return _from_top(known)
    found: set[Area] = set()
    covered: set[Place] = set()
    waiting = [whole]
    while waiting:
        area = waiting.pop()
        unknown = [place for place in places_of(area) if place not in covered]
        if not unknown:
            continue
        questions.one()
        answer = block(sheet, area).merge_cells
        if answer is False:
            continue
        if answer is True or is_one_cell(area):
            merged = _merged_at(sheet, unknown[0])
            covered.update(places_of(merged))
            if not is_one_cell(merged):
                found.add(merged)
        # Excel's documentation leaves open whether True means all of the cells or some
        if not is_one_cell(area) and any(place not in covered for place in unknown):
            waiting += halves(area)
    return _from_top(found)


def _from_top(found: Iterable[Area]) -> tuple[Area, ...]:
    return tuple(sorted(found, key=lambda area: (area.top, area.left)))


def _merged_at(sheet: "xlwings.Sheet", place: Place) -> Area:
    corners = [parse_address(corner) for corner in block(sheet, Area(*place, *place)).merge_area.address.split(":")]
    known = [corner for corner in corners if corner]
    return Area(*known[0], *known[-1])


def _hidden(count: int, ask: Callable[[int, int], bool | None], questions: _Questions) -> frozenset[int]:
    """Return which of so many rows or columns are hidden, by halving the blocks that differ."""
    hidden: set[int] = set()
    waiting = [(0, count - 1)] if count else []
    while waiting:
        first, last = waiting.pop()
        questions.one()
        answer = ask(first, last)
        if answer is None and first < last:
            middle = (first + last) // 2
            waiting += [(first, middle), (middle + 1, last)]
        elif answer:
            hidden.update(range(first, last + 1))
    return frozenset(hidden)
