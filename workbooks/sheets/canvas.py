"""One of our worksheets, written from top to bottom: XlsxWriter's constant_memory mode keeps no finished row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, combinations, pairwise

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbooks.sheets.context import Context
from workbooks.sheets.measure import MOST_POINTS, bounded, height, lines, pixels
from workbooks.sheets.texts import text
from workbooks.sheets.theme import Styles, color

_PAPERS = {"A3": 8, "A4": 9}
MOST_LETTERS = 2_000  # of a text that stands alone: as many have room in a row of Excel's greatest height
_WIDE, _ZOOM = 185, 85  # a sheet wider than this needs A3, and is shown smaller so that most of it is seen at once
_PAGE_WIDTH, _PAGE_HEIGHT = 770.0, 496.0  # points of an A4 page within the margins, a little less in height


@dataclass(slots=True)
class Canvas:
    """A worksheet, its column widths, and the row that is written next."""

    sheet: Worksheet
    styles: Styles
    widths: Sequence[float]
    row: int = 0
    points: float = 0.0  # height of the rows written on the present page
    breaks: list[int] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Return the last column."""
        return len(self.widths) - 1

    @property
    def page_points(self) -> float:
        """Return what an A4 page holds of rows, shrunk as they are with the sheet to the page's width."""
        width = sum(pixels(width) for width in self.widths) * 0.75
        return _PAGE_HEIGHT * max(1.0, width / _PAGE_WIDTH)

    def set_height(self, points: float) -> None:
        """Give the present row its height, as far as Excel lets it."""
        points = min(points, MOST_POINTS)
        self.sheet.set_row(self.row, points)
        self.points += points

    def parts(self, count: int) -> list[tuple[int, int]]:
        """Return the first and last column of `count` parts of the page, as equally wide as the columns allow."""
        edges = list(accumulate(self.widths, initial=0.0))
        possible = ((0, *inner, len(self.widths)) for inner in combinations(range(1, len(self.widths)), count - 1))
        best = min(possible, key=lambda cuts: sum((edges[after] - edges[at]) ** 2 for at, after in pairwise(cuts)))
        return [(first, after - 1) for first, after in pairwise(best)]

    def new_page(self) -> None:
        """Begin a new page with the next row."""
        self.breaks.append(self.row)
        self.points = 0.0

    def keep_together(self, points: float) -> None:
        """Begin a new page where the next rows, so many points high, no longer fit on the present one."""
        if self.points + points > self.page_points:
            self.new_page()

    def line(self, value: str, style: Format, first: int = 0, last: int | None = None, points: float = 0.0) -> None:
        """Write a text over the columns `first` to `last` as a row of its own, as high as the text needs."""
        last = self.last if last is None else last
        needed = height(lines(value, int(sum(self.widths[first : last + 1]))))
        self.set_height(max(points, needed))
        self.span(value, style, first, last)
        self.row += 1

    def span(self, value: str, style: Format, first: int, last: int) -> None:
        """Write a text over several columns of the present row."""
        if first != last:
            self.sheet.merge_range(self.row, first, self.row, last, "", style)
        self.put(first, value, style)

    def put(self, column: int, value: str | float | None, style: Format) -> None:
        """Write a text or a number into a cell of the present row; nothing but the format where there is none."""
        if value is None or value == "":
            self.sheet.write_blank(self.row, column, None, style)
        elif isinstance(value, str):
            self.sheet.write_string(self.row, column, bounded(value, MOST_LETTERS), style)
        else:
            self.sheet.write_number(self.row, column, value, style)

    def heading(self, title: str, left: str, right: str, role: str = "list_title") -> None:
        """Write the title and, under it, what stands left (date) and right (unit), closed by the red rule."""
        self.line(title, self.styles(role), points=42)
        self.set_height(22)
        (first, middle), (right_of_it, last) = self.parts(2)
        self.span(left, self.styles("rule_left"), first, middle)
        self.span(right, self.styles("rule_right"), right_of_it, last)
        self.row += 1

    def header_points(self, titles: Sequence[str]) -> float:
        """Return how high a row of column headings is."""
        tallest = max(lines(title, int(width)) for title, width in zip(titles, self.widths, strict=True))
        return height(tallest, "header_line") + 4

    def header(self, titles: Sequence[str]) -> int:
        """Write the column headings; return their row."""
        self.set_height(self.header_points(titles))
        style = self.styles("header")
        for column, title in enumerate(titles):
            self.sheet.write_string(self.row, column, title, style)
        self.row += 1
        return self.row - 1

    def fit(self, texts: Sequence[tuple[str, float]]) -> None:
        """Give a table's row the height that its texts need in their widths."""
        self.set_height(height(max((lines(value, int(width)) for value, width in texts), default=1)) + 1)

    def finish_list(self, header: int) -> None:
        """Make the rows since `header` a list: headings stay in sight and on each page, and can be filtered."""
        self.sheet.freeze_panes(header + 1, min(2, self.last))
        self.sheet.repeat_rows(header)
        self.sheet.autofilter(header, 0, self.row - 1, self.last)

    def gap(self, points: float) -> None:
        """Leave an empty row. Its one formatted cell is needed: XlsxWriter drops the height of a row without cells."""
        self.set_height(points)
        self.sheet.write_blank(self.row, 0, None, self.styles("plain"))
        self.row += 1


def open_canvas(context: Context, key: str, tab: str, widths: Sequence[float]) -> Canvas:
    """Return the new worksheet of one of our sheets, set up for print: landscape, one page wide, page numbers.

    What is wide is for A3, the rest for A4, unless the setting says else.
    """
    wide = sum(widths) > _WIDE
    sheet = context.book.add_worksheet(context.names[key])
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if wide:
        sheet.set_zoom(_ZOOM)
    sheet.set_landscape()
    sheet.set_paper(_PAPERS[context.paper] if context.paper in _PAPERS else _PAPERS["A3" if wide else "A4"])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer(text("lines.footer"))
    sheet.hide_gridlines(2)
    sheet.set_tab_color(color(tab))
    return Canvas(sheet, context.styles, widths)


def place_of(sheet: str, cell: str) -> str:
    """Return a hyperlink's target: 'Sheet'!A5."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
