"""Header blocks: which rows are a header, and what stands over each column.

A header is one to five rows, often merged, sometimes with parents that merely leave the cells to their right blank.
It is known by its labels: several cells of a row that the field dictionary knows, and no figures.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from udfs.values.cells import Value
from udfs.values.units import find_unit
from workbooks.grid import Area, Grid
from workbooks.recognition.dictionary import entries, is_listed, matches
from workbooks.recognition.wording import abstract, squeeze

_MOST_ROWS = 6
_LOOK_CLOSELY = 60  # rows from the top in which every label is matched by pattern too
_LONGEST_LABEL = 45
_UNIT_LINE = re.compile(r"(?:单位|填报|填表|制表|编制|报送|截[至止]|日期|时间|电话|联系人|审核|统计)[^:：]{0,8}[:：]")
_NUMBERING = re.compile(r"[甲乙丙丁戊己A-Z](?:[=＝].*)?|[(（]?\d{1,2}[)）]?(?:[=＝].*)?|[栏列]次|[—\-]|第?\d{1,2}列")
_CHILD = re.compile(
    r"(?:年度)?(?:计划|完成|目标|任务|实际|小计|合计|数量|金额|个数|投资|名称|姓名|职务|时间|日期|单位|类别|比例|占比|[%％]|其中.*|累计|本月|当月|本年|同比|增长|增幅|.{1,8}数|.{1,8}额|.{1,6}率|是否.*|M.{0,6}|T.{0,6}|\d{1,2}月?)"
)


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """A header: its rows, and over each column the texts from top to bottom (none twice in a row)."""

    rows: tuple[int, ...]
    left: int
    right: int
    paths: dict[int, tuple[str, ...]]

    def header(self, column: int) -> str:
        """Return the header as JSON shows it: parent/child, without spaces and line breaks."""
        return "/".join(squeeze(text) for text in self.paths[column])

    @property
    def signature(self) -> tuple[tuple[str, ...], ...]:
        """Return what two printings of one header have in common."""
        return tuple(tuple(squeeze(text) for text in path) for path in self.paths.values())


class Merges:
    """Where cells are merged, asked by cell."""

    def __init__(self, areas: tuple[Area, ...]) -> None:
        self._by_row: dict[int, list[Area]] = {}
        for area in areas:
            for row in range(area.top, area.bottom + 1):
                self._by_row.setdefault(row, []).append(area)

    def at(self, row: int, column: int) -> Area | None:
        """Return the merged area that holds the cell, or None."""
        for area in self._by_row.get(row, ()):
            if area.left <= column <= area.right:
                return area
        return None

    def in_row(self, row: int) -> list[Area]:
        """Return the merged areas that touch the row."""
        return self._by_row.get(row, [])


def label(value: Value) -> str:
    """Return the cell's text if it can be a label, else nothing."""
    return value if isinstance(value, str) and value.strip() and len(squeeze(value)) <= _LONGEST_LABEL else ""


def find_headers(grid: Grid, merges: Merges) -> Iterator[HeaderBlock]:
    """Yield the sheet's header blocks from top to bottom."""
    row = 0
    while row < grid.height:
        if _speaks(grid, row):
            block = _block_around(grid, merges, row)
            if block:
                yield from _side_by_side(grid, block)
                row = block.rows[-1]
        row += 1


def _side_by_side(grid: Grid, block: HeaderBlock) -> list[HeaderBlock]:
    """Return the header's parts where two tables stand side by side: a blank column between, names in both."""
    under = grid.rows[block.rows[-1] + 1 : block.rows[-1] + 41]
    parts: list[dict[int, tuple[str, ...]]] = [{}]
    for column, path in block.paths.items():
        if path or any(row[column] is not None for row in under):
            parts[-1][column] = path
        elif parts[-1]:
            parts.append({})
    named = [part for part in parts if any(path and "name" in _fields(path[-1]) for path in part.values())]
    if len(named) < 2:
        return [block]
    return [HeaderBlock(block.rows, min(part), max(part), part) for part in named]


def _fields(text: str) -> set[str]:
    return {match.field for match in matches(text)}


def _speaks(grid: Grid, row: int) -> bool:
    """Return whether at least two cells of the row are labels of different fields, and hardly a cell is a figure."""
    values = grid.rows[row]
    close = row < _LOOK_CLOSELY
    first = next((v for v in values if v is not None), None)
    if isinstance(first, int | float):
        return False  # a numbered row, however its words sound
    figures = sum(1 for v in values if isinstance(v, int | float) and not isinstance(v, bool))
    if figures > (3 if close else 1):
        return False
    known: set[str] = set()
    texts = strangers = labels = 0
    for value in values:
        if not isinstance(value, str) or not value or value.isspace():
            continue
        texts += 1
        if is_listed(value) or (close and matches(label(value))):
            found = matches(value)
            known.add(found[0].field if found else "")
            labels += 1
        elif len(value) > 24 or _UNIT_LINE.search(value):
            strangers += 1
    entry = entries()
    if len(known) < 2 or strangers > texts / 3:
        return False
    return len(known) >= 3 or "name" in known or labels >= 3 or sum(entry[f].speaks for f in known if f) >= 3


def _block_around(grid: Grid, merges: Merges, row: int) -> HeaderBlock | None:
    top = bottom = row
    for area in merges.in_row(row):
        if area.bottom - area.top < _MOST_ROWS and matches(label(grid.rows[area.top][area.left])):
            top, bottom = min(top, area.top), max(bottom, area.bottom)
    while top > 0 and bottom - top < _MOST_ROWS and _is_parent_row(grid, merges, top - 1, top):
        top -= 1
    while bottom + 1 < grid.height and bottom - top < _MOST_ROWS and _continues(grid, merges, top, bottom):
        bottom += 1
    bottom = min(bottom, grid.height - 1)
    return _read_block(grid, merges, top, bottom)


def _is_parent_row(grid: Grid, merges: Merges, row: int, below: int) -> bool:
    """Return whether the row stands over the labels below as their parents: no title, no unit line, no figures."""
    cells = [(c, v) for c, v in enumerate(grid.rows[row]) if v is not None and not (isinstance(v, str) and v.isspace())]
    if not cells or any(not label(v) or _UNIT_LINE.search(str(v)) or _is_unit_only(v) for _, v in cells):
        return False
    labelled = [c for c, v in enumerate(grid.rows[below]) if label(v)]
    if not labelled:
        return False
    spans = [merges.at(row, c) or Area(row, c, row, c) for c, _ in cells]
    width = labelled[-1] - labelled[0] + 1
    if any(area.right - area.left + 1 >= max(2, 0.8 * width) for area in spans):
        return False  # a title
    if len(cells) == 1 and spans[0].left <= labelled[0] and spans[0].right - spans[0].left + 1 >= width / 2:
        return False  # a title that was merged before columns were added
    if any(area.right > area.left for area in spans):
        return True
    first, text = cells[0]
    if len(cells) == 1:
        # A parent without merging: stands over blank cells' children, not at the left edge like a title or a section.
        return first > labelled[0] and not matches(str(text)) and bool(label(grid.rows[below][first]))
    over = sum(1 for c, _ in cells if c < grid.width and grid.rows[below][c] is not None)
    alone = sum(1 for c, v in cells if matches(label(v)))
    return alone >= 1 and alone + over >= len(cells)


def _continues(grid: Grid, merges: Merges, top: int, bottom: int) -> bool:
    """Return whether the row under the header belongs to it: children, units under labels, numbers of columns."""
    row = bottom + 1
    values = grid.rows[row]
    cells = [(c, v) for c, v in enumerate(values) if v is not None and not (isinstance(v, str) and v.isspace())]
    if not cells:
        return False
    parents = _parent_columns(grid, merges, top, bottom)
    if _numbers_columns(values) and not _months_under(grid, merges, bottom, cells[0][0]):
        return True
    under = sum(1 for c, _ in cells if c in parents)
    if under < len(cells) and not all(c in parents or _is_unit_only(v) for c, v in cells):
        return False
    return all(_is_child(v) for _, v in cells)


def _is_unit_only(value: Value) -> bool:
    return isinstance(value, str) and find_unit(value) is not None and len(squeeze(value)) <= 8


def _is_child(value: Value) -> bool:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value in range(1, 13)
    text = label(value)
    if not text:
        return False
    key = abstract(text).keys
    return bool(matches(text)) or any(_CHILD.fullmatch(k) for k in key) or _is_unit_only(text)


def _parent_columns(grid: Grid, merges: Merges, top: int, bottom: int) -> set[int]:
    """Return the columns that may have children in the next row: under a merged or open-ended parent."""
    columns: set[int] = set()
    values = grid.rows[bottom]
    filled = [c for c, v in enumerate(values) if v is not None or (merges.at(bottom, c) is not None)]
    for c in range(filled[0], grid.width) if filled else ():
        area = merges.at(bottom, c)
        if area:
            if area.right > area.left and area.bottom == bottom:
                columns.add(c)
            continue
        if values[c] is None:
            # Open to the left: the parent is the nearest label at the left, if nothing stands above.
            left = next((k for k in range(c - 1, -1, -1) if values[k] is not None or merges.at(bottom, k)), None)
            above = any(label(grid.rows[r][c]) for r in range(top, bottom))
            if left is not None and not above and not merges.at(bottom, left) and label(values[left]):
                columns.update((left, c))
    return columns


def _first_filled(values: list[Value]) -> int:
    return next((c for c, v in enumerate(values) if v is not None), 0)


def _months_under(grid: Grid, merges: Merges, row: int, column: int) -> bool:
    """Return whether the figures 1 to 12 under this cell are months: 各月完成投资 stands above."""
    return "月" in _shown(grid, merges, row, column) if row >= 0 else False


def _numbers_columns(values: list[Value]) -> bool:
    """Return whether the row only numbers the columns: 甲 乙 1 2 3=1+2."""
    texts = [
        squeeze(f"{v:g}" if isinstance(v, int | float) else unicodedata.normalize("NFKC", str(v)))
        for v in values
        if v is not None
    ]
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(t) for t in texts):
        return False
    numbers = [int(m[0]) for t in texts if (m := re.match(r"\d+", t.strip("(（")))]
    numbers = numbers or [ord(t[0]) for t in texts if "A" <= t[0] <= "Z"]
    return len(numbers) >= 2 and all(b - a == 1 for a, b in pairwise(numbers))


def _read_block(grid: Grid, merges: Merges, top: int, bottom: int) -> HeaderBlock | None:
    labels = [[_shown(grid, merges, row, column) for column in range(grid.width)] for row in range(top, bottom + 1)]
    filled = [c for c in range(grid.width) if any(row[c] for row in labels)]
    if not filled:
        return None
    left, right = filled[0], filled[-1]
    while left > 0 and any(row[left - 1] is not None for row in grid.rows[bottom + 1 : bottom + 41]):
        left -= 1  # names or counties under a blank corner
    _spread_open_parents(grid, merges, top, labels)
    numbering = {
        row
        for row in range(top, bottom + 1)
        if _numbers_columns(grid.rows[row]) and not _months_under(grid, merges, row - 1, _first_filled(grid.rows[row]))
    }
    paths: dict[int, tuple[str, ...]] = {}
    for column in range(left, right + 1):
        path: list[str] = []
        for offset, row in enumerate(labels):
            text = row[column]
            if text and top + offset not in numbering and (not path or squeeze(path[-1]) != squeeze(text)):
                path.append(text)
        paths[column] = tuple(path)
    return HeaderBlock(tuple(range(top, bottom + 1)), left, right, paths)


def _shown(grid: Grid, merges: Merges, row: int, column: int) -> str:
    area = merges.at(row, column)
    value = grid.rows[area.top][area.left] if area else grid.rows[row][column]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}"
    return label(value)


def _spread_open_parents(grid: Grid, merges: Merges, top: int, labels: list[list[str]]) -> None:
    """Give the blank cells right of a parent the parent's text, where the row below has labels of its own there."""
    for offset in range(len(labels) - 1):
        row, below = labels[offset], labels[offset + 1]
        parent = ""
        for column, text in enumerate(row):
            if merges.at(top + offset, column):
                parent = ""
            elif text:
                has_child = bool(below[column]) and squeeze(below[column]) != squeeze(text)
                parent = text if has_child else ""
            elif parent and below[column] and not any(labels[k][column] for k in range(offset)):
                row[column] = parent
            elif not below[column]:
                parent = ""
