"""One of our worksheets, written from top to bottom: XlsxWriter's constant_memory mode keeps no finished row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbooks.sheets.context import Context
from workbooks.sheets.measure import height, lines
from workbooks.sheets.texts import text
from workbooks.sheets.theme import Styles, color

_PAPERS = {"A3": 8, "A4": 9}
PAGE_POINTS = 540.0  # what an A4 landscape page holds of rows when the sheet is shrunk to its width, a little less


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

    def set_height(self, points: float) -> None:
        """Give the present row its height."""
        self.sheet.set_row(self.row, points)
        self.points += points

    def keep_together(self, points: float) -> None:
        """Begin a new page where the next rows, so many points high, no longer fit on the present one."""
        if self.points + points > PAGE_POINTS and points <= PAGE_POINTS:
            self.breaks.append(self.row)
            self.points = 0.0

    def line(self, value: str, style: Format, first: int = 0, last: int | None = None, points: float = 0.0) -> None:
        """Write a text over the columns `first` to `last` as a row of its own, as high as the text needs."""
        last = self.last if last is None else last
        needed = height(lines(value, int(sum(self.widths[first : last + 1]))))
        self.set_height(max(points, needed))
        self.span(value, style, first, last)
        self.row += 1

    def span(self, value: str, style: Format, first: int, last: int) -> None:
        """Write a text over several columns of the present row."""
        if first == last:
            self.sheet.write_string(self.row, first, value, style)
        else:
            self.sheet.merge_range(self.row, first, self.row, last, "", style)
            self.sheet.write_string(self.row, first, value, style)

    def put(self, column: int, value: str, style: Format) -> None:
        """Write a text into a cell of the present row; nothing but the format where it is empty."""
        if value:
            self.sheet.write_string(self.row, column, value, style)
        else:
            self.sheet.write_blank(self.row, column, None, style)

    def heading(self, title: str, left: str, right: str, role: str = "list_title") -> None:
        """Write the title and, under it, what stands left (date) and right (unit), closed by the red rule."""
        self.line(title, self.styles(role), points=42)
        self.set_height(22)
        middle = self.last // 2
        self.span(left, self.styles("rule_left"), 0, middle)
        self.span(right, self.styles("rule_right"), middle + 1, self.last)
        self.row += 1

    def header(self, titles: Sequence[str]) -> int:
        """Write the column headings; return their row."""
        tallest = max(lines(title, int(width)) for title, width in zip(titles, self.widths, strict=True))
        self.set_height(height(tallest, "header_line") + 4)
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


def open_canvas(context: Context, key: str, tab: str, widths: Sequence[float], paper: str = "A4") -> Canvas:
    """Return the new worksheet of one of our sheets, set up for print: landscape, one page wide, page numbers.

    paper: what the sheet is made for, unless the setting says else.
    """
    sheet = context.book.add_worksheet(context.names[key])
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_PAPERS[paper if context.paper == "auto" else context.paper])
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
