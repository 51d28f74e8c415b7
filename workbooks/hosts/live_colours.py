"""Our colours on the cells of an open workbook, laid on and taken off.

What lies under them is remembered in hidden names of the sheet, `_dudao_mark_<ours>_<theirs>_<number>`, which refer to
the coloured cells: they follow the cells when rows are inserted. A cell whose colour is no longer ours is left alone.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbooks.grid import Area
from workbooks.hosts.live_names import (
    areas_of,
    block,
    forget,
    halves,
    is_one_cell,
    local_names,
    remember,
    unions,
)
from workbooks.hosts.natives import PATTERN, native
from workbooks.package.cells import Place, places_of
from workbooks.package.columns import rectangles
from workbooks.package.live_traces import MARK_NAME, MARKS

if TYPE_CHECKING:
    from xlwings import Sheet


@dataclass(frozen=True, slots=True)
class _Colour:
    """Cells that we have coloured: our fill, what lies under it (see `native.PATTERN`), and where they are now."""

    ours: str
    under: str
    areas: tuple[Area, ...]


def lay_colours(sheet: "Sheet", fills: dict[Place, str]) -> None:
    """Colour the cells, after keeping what lies under the colours."""
    asked = native(sheet.book.app)
    groups: dict[tuple[str, str], set[Place]] = {}
    for ours in sorted(set(fills.values())):
        for area in rectangles({place for place, fill in fills.items() if fill == ours}):
            for part, under in _alike(sheet, area):
                if under != PATTERN:
                    groups.setdefault((ours, under), set()).update(places_of(part))
    number = 1
    for (ours, under), places in sorted(groups.items()):
        number = remember(sheet, f"{MARKS}{ours}_{under}_", places, number)
    for (ours, _), places in groups.items():
        for cells in unions(sheet, places):
            asked.set_fill(cells, ours)


def take_colours_off(sheet: "Sheet") -> set[Place]:
    """Take our colours off the sheet; return the cells that had one."""
    cleared: set[Place] = set()
    for colour in _colours(sheet):
        areas = tuple(_still(sheet, colour))
        _fill(sheet, areas, colour.under)
        cleared.update(place for area in areas for place in places_of(area))
    forget(sheet, MARKS)
    return cleared


@contextmanager
def lifted(sheet: "Sheet") -> Iterator[None]:
    """Take our colours off a sheet for a while, so that looks can be copied from beneath them."""
    colours = [_Colour(c.ours, c.under, tuple(_still(sheet, c))) for c in _colours(sheet)]
    for colour in colours:
        _fill(sheet, colour.areas, colour.under)
    try:
        yield
    finally:
        for colour in colours:
            _fill(sheet, colour.areas, colour.ours)


def _alike(sheet: "Sheet", area: Area) -> Iterator[tuple[Area, str]]:
    """Yield the parts of an area that have one fill, with it; a part of unlike cells is halved."""
    asked = native(sheet.book.app)
    waiting = [area]
    while waiting:
        part = waiting.pop()
        fill = asked.fill(block(sheet, part))
        if fill is not None:
            yield part, fill
        elif is_one_cell(part):
            yield part, PATTERN
        else:
            waiting += halves(part)


def _colours(sheet: "Sheet") -> list[_Colour]:
    found = []
    for bare, name in local_names(sheet, MARKS):
        said = MARK_NAME.fullmatch(bare)
        if said:
            found.append(_Colour(said[1], said[2], tuple(areas_of(name))))
    return found


def _still(sheet: "Sheet", colour: _Colour) -> Iterator[Area]:
    """Yield the parts that still bear our colour."""
    for area in colour.areas:
        for part, fill in _alike(sheet, area):
            if fill == colour.ours:
                yield part


def _fill(sheet: "Sheet", areas: Iterable[Area], fill: str) -> None:
    asked = native(sheet.book.app)
    for cells in unions(sheet, (place for area in areas for place in places_of(area))):
        asked.set_fill(cells, fill)
