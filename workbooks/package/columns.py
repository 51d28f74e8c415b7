"""Columns of ours beside the clerk's ledger: written by the look of their neighbour, replaced in place the next time.

Which cells are ours is remembered in hidden names of the sheet, as references: Excel moves them when columns or rows
are inserted, so the next run finds its columns wherever they have gone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbooks.errors import WrongArgument
from workbooks.grid import Area, address
from workbooks.package import book as books
from workbooks.package.book import DefinedName
from workbooks.package.cells import Cell, Place
from workbooks.package.marks import lifted, mark
from workbooks.package.markup import Edits, Node, with_attribute
from workbooks.package.package import Package, Sheet
from workbooks.package.styles import Styles
from workbooks.package.worksheet import Change, Worksheet

OUR_COLUMNS = "_dudao_columns_"
_AREAS_IN_A_NAME = 150  # a formula may hold 8,192 characters, and the sheet's name stands in it each time


@dataclass(frozen=True, slots=True)
class Column:
    """A column to write. Rows and columns are 0-based.

    cells: value by row; None makes a blank cell with the column's look. like: the column whose cells lend their look
    (font, borders, alignment), row by row. header_rows: rows that take over everything from the neighbour, number
    format and fill included; the others get number_format and their fill (RRGGBB, by row). merge: first and last row
    of a header that is merged.
    """

    index: int
    cells: Mapping[int, Cell]
    like: int
    header_rows: tuple[int, ...] = ()
    number_format: str | None = None
    fills: Mapping[int, str] = field(default_factory=dict)
    width: float | None = None
    merge: tuple[int, int] | None = None


def our_columns(package: Package, sheet: str) -> list[Area]:
    """Return the blocks of cells that earlier runs wrote into the sheet, where they lie now."""
    found = sheet_named(package, sheet)
    areas = []
    for _, name in books.defined_names(package.book()):
        if name.sheet == found.index and name.name.startswith(OUR_COLUMNS):
            areas += [area for text in books.references(name.text) if (area := books.area_of(text))]
    return areas


def write_columns(package: Package, sheet: str, columns: Sequence[Column]) -> list[str]:
    """Write columns into the sheet, in place of all that earlier runs wrote there; no columns: take them out.

    A cell that holds a value or formula of the clerk's is left alone; the addresses of such cells are returned. Merged
    titles and print areas stay as they are. Marks are kept.
    """
    marks = lifted(package)
    left_alone = _write(package, sheet_named(package, sheet), columns)
    if marks:
        mark(package, marks)
    return left_alone


def _write(package: Package, sheet: Sheet, columns: Sequence[Column]) -> list[str]:
    part = sheet.part or ""
    old = our_columns(package, sheet.name)
    worksheet = Worksheet(package.get(part))
    styles = Styles(package)
    ours = {(row, column) for area in old for row in range(area.top, area.bottom + 1) for column in _across(area)}
    changes: dict[Place, Change] = {place: _cleared for place in ours if worksheet.cell(*place) is not None}
    left_alone: list[str] = []
    written: set[Place] = set()
    neighbours: dict[Place, int] = {}
    for column in columns:
        looks: dict[tuple[int, bool, str], int] = {}
        for row, value in column.cells.items():
            place = (row, column.index)
            present = worksheet.cell(*place)
            if place not in ours and present is not None and holds_something(present):
                left_alone.append(address(*place))
                continue
            beside = (row, column.like)
            if beside not in neighbours:
                neighbours[beside] = worksheet.style(*beside)
            look = (neighbours[beside], row in column.header_rows, column.fills.get(row, ""))
            if look not in looks:
                looks[look] = _look(styles, column, *look)
            changes[place] = worksheet.holding(place, value, looks[look])
            written.add(place)
    worksheet.change_cells(changes)
    _set_merges(worksheet, old, [c for c in columns if c.merge and not _blocked(c, left_alone)])
    _set_widths(worksheet, columns)
    package.put(part, worksheet.to_bytes())
    styles.save()
    _remember(package, sheet, written)
    return left_alone


def sheet_named(package: Package, name: str) -> Sheet:
    """Return the worksheet of this name, in whatever case. Raises WrongArgument where there is none."""
    for sheet in package.sheets():
        if sheet.name.casefold() == name.casefold() and sheet.part and sheet.kind == "worksheet":
            return sheet
    raise WrongArgument(f"没有名为“{name}”的工作表，请检查工作表名称。")


def _across(area: Area) -> range:
    return range(area.left, area.right + 1)


def _cleared(cell: bytes | None, style: int) -> None:
    return None


def holds_something(cell: bytes) -> bool:
    """Say whether a written cell holds a value or a formula."""
    inner = cell[cell.index(b">") + 1 : cell.rfind(b"</")]
    return not cell.endswith(b"/>") and bool(inner.strip()) if inner else False


def _look(styles: Styles, column: Column, style: int, header: bool, fill: str) -> int:
    if header:
        return style
    code = None if column.number_format is None else styles.number_format(column.number_format)
    return styles.with_changes(style, fill=styles.solid_fill(fill) if fill else None, number_format=code)


def _blocked(column: Column, left_alone: list[str]) -> bool:
    first, last = column.merge or (0, -1)
    return any(address(row, column.index) in left_alone for row in range(first, last + 1))


def _set_merges(worksheet: Worksheet, old: list[Area], columns: list[Column]) -> None:
    """Merge the headers of our columns, and undo the merging of earlier ones."""
    listing = worksheet.child("mergeCells")
    tag = worksheet.prefix + b"mergeCell"
    wanted = {f"{address(c.merge[0], c.index)}:{address(c.merge[1], c.index)}" for c in columns if c.merge}
    nodes = list(listing.all("mergeCell")) if listing else []
    gone = [node for node in nodes if _within(node.attribute("ref"), old) and node.attribute("ref") not in wanted]
    added = sorted(wanted - {node.attribute("ref") for node in nodes})
    content = b"".join(b'<%b ref="%b"/>' % (tag, ref.encode()) for ref in added)
    if not listing:
        if content:
            worksheet.insert("mergeCells", b'<%bs count="%d">%b</%bs>' % (tag, len(added), content, tag))
        return
    if not gone and not added:
        return
    count = len(nodes) - len(gone) + len(added)
    if not count:
        worksheet.replace(listing, b"")
        return
    kept = [worksheet.frame.raw(node) for node in nodes if node not in gone]
    opened = with_attribute(worksheet.tag(listing), b"count", b"%d" % count, add=False)
    if listing.empty:
        opened = opened[:-2].rstrip() + b">"
    worksheet.replace(listing, opened + b"".join(kept) + content + b"</%bs>" % tag)


def _within(ref: str, areas: list[Area]) -> bool:
    area = books.area_of(ref)
    if area is None:
        return False
    columns = [other for other in areas if other.left <= area.left and area.right <= other.right]
    rows = {row for other in columns for row in range(other.top, other.bottom + 1)}
    return all(row in rows for row in range(area.top, area.bottom + 1))


def _set_widths(worksheet: Worksheet, columns: Sequence[Column]) -> None:
    """Give our columns their widths; a run of columns that shares its settings is split around them."""
    widths = {column.index + 1: column.width for column in columns if column.width is not None}
    if not widths:
        return
    tag = worksheet.prefix + b"col"
    listing = worksheet.child("cols")
    runs: list[tuple[int, bytes]] = []
    for node in listing.all("col") if listing else ():
        runs += _without(node, worksheet.tag(node), sorted(widths))
    for number, width in widths.items():
        style = worksheet.column_style(number - 1)
        look = b' style="%d"' % style if style else b""
        runs.append(
            (number, b'<%b min="%d" max="%d" width="%.2f"%b customWidth="1"/>' % (tag, number, number, width, look))
        )
    content = b"<%bs>%b</%bs>" % (tag, b"".join(xml for _, xml in sorted(runs)), tag)
    if listing:
        worksheet.replace(listing, content)
    else:
        worksheet.insert("cols", content)


def _without(node: Node, tag: bytes, numbers: list[int]) -> list[tuple[int, bytes]]:
    """Return what is left of a run of columns when some are taken out, each piece with its first column."""
    first, last = node.number("min", 1), node.number("max", 1)
    if not tag.endswith(b"/>"):
        tag = tag[:-1] + b"/>"
    pieces = []
    for number in [*(n for n in numbers if first <= n <= last), last + 1]:
        if first < number:
            piece = with_attribute(tag, b"min", b"%d" % first)
            pieces.append((first, with_attribute(piece, b"max", b"%d" % (number - 1))))
        first = number + 1
    return pieces


def _remember(package: Package, sheet: Sheet, written: set[Place]) -> None:
    """Keep in hidden names which cells are ours."""
    areas = rectangles(written)
    texts = [
        ",".join(f"{books.quoted(sheet.name)}!{absolute(area)}" for area in areas[at : at + _AREAS_IN_A_NAME])
        for at in range(0, len(areas), _AREAS_IN_A_NAME)
    ]
    names = [DefinedName(f"{OUR_COLUMNS}{n}", text, sheet.index, hidden=True) for n, text in enumerate(texts, 1)]
    book = package.book()
    edits = Edits()
    stale = [
        node
        for node, name in books.defined_names(book)
        if name.sheet == sheet.index and name.name.startswith(OUR_COLUMNS)
    ]
    books.change_names(book, edits, stale, names)
    package.put(package.workbook, edits.apply(book.data))


def absolute(area: Area) -> str:
    """Return the area as a defined name refers to it: `$E$2:$E$12`."""
    corners = (address(area.top, area.left), address(area.bottom, area.right))
    return ":".join(
        "$" + corner.rstrip("0123456789") + "$" + corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for corner in corners
    )


def rectangles(places: set[Place]) -> list[Area]:
    """Return blocks that cover exactly these cells: runs of rows, put together across columns that share them."""
    runs: dict[tuple[int, int], list[int]] = {}
    for column in {column for _, column in places}:
        rows = sorted(row for row, other in places if other == column)
        first = rows[0]
        for row, following in zip(rows, [*rows[1:], -1], strict=True):
            if following != row + 1:
                runs.setdefault((first, row), []).append(column)
                first = following
    areas = []
    for (top, bottom), columns in sorted(runs.items()):
        columns.sort()
        left = columns[0]
        for column, following in zip(columns, [*columns[1:], -1], strict=True):
            if following != column + 1:
                areas.append(Area(top, left, bottom, column))
                left = following
    return areas
