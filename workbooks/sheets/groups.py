"""Tables of projects summed by level, nature, region, industry: one row a group, the same figures in each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from workbooks.sheets.canvas import Canvas
from workbooks.sheets.columns import Column
from workbooks.sheets.context import Context
from workbooks.sheets.measure import bounded, height, lines
from workbooks.sheets.orders import listed
from workbooks.sheets.table import columns_with_values
from workbooks.sheets.texts import text
from workbooks.supervision.figures import AMOUNTS, LIGHTS, Figures, Group
from workbooks.supervision.summing import main_unit, summed

MOST_ROWS = 40
_SECTION_POINTS, _TOTAL_POINTS = 26.0, 21.5

Record = Mapping[str, str | float | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the last page of a table of groups stands, for the charts: its columns, first and last row (0-based).

    groups: those on that page. rated: how many groups of the whole table have a rate.
    """

    field: str
    columns: Sequence[Column]
    first: int
    last: int
    groups: tuple[Group, ...]
    rated: int

    def column(self, field: str) -> int | None:
        """Return where the column of a field stands; None where the table has none."""
        return next((at for at, column in enumerate(self.columns) if column.field == field), None)


def all_of(context: Context, field: str) -> tuple[Group, ...]:
    """Return the groups of a field as a table lists them, and last the projects that are in none: the table adds up."""
    supervision = context.supervision
    groups = listed(field, supervision.groups[field], context.settings["sheets.unit_order"])
    others = [project for project in supervision.projects if project.counted and not getattr(project, field)]
    if not others:
        return groups
    figures = summed(others, main_unit(others), supervision.time_progress)
    return (*groups, Group(field, None, False, text("groups.rest"), figures))


def record_of(context: Context, name: str, figures: Figures) -> Record:
    """Return a group's row by the fields of `columns.toml`; None for what can't be said."""
    rate, gap = context.rounded([figures.completion_rate, figures.gap])
    against_time = rate is not None and context.supervision.period.month is not None
    return {
        "name": name,
        "projects": figures.projects,
        **{field: context.money.shown(getattr(figures, field), figures.unit) for field in AMOUNTS},
        "completion_rate": rate,
        "time_progress": context.rounded([context.supervision.time_progress])[0] if against_time else None,
        "gap": gap if against_time else None,
        **{light: figures.lights[light] if context.judged else None for light in LIGHTS},
    }


def columns_for(
    context: Context, sheet: str, records: Sequence[Record], shown: Iterable[Figures]
) -> tuple[Column, ...]:
    """Return the sheet's columns that any of the records fills, wide enough for them."""
    values = {field: [record[field] for record in records] for field in records[0]}
    units = [context.money.unit_behind(figures.unit) for figures in shown]
    return columns_with_values(sheet, values, context.money, units)


def write_record(
    context: Context, canvas: Canvas, columns: Sequence[Column], record: Record, unit: str | None, *roles: str
) -> None:
    """Write the present row. No light of a colour is an empty cell: what is there is seen at once."""
    canvas.fit([(bounded(str(record[c.field] or ""), c.most), c.width) for c in columns if c.widest])
    behind = context.money.unit_behind(unit)
    for at, column in enumerate(columns):
        value = record[column.field]
        style = canvas.styles("cell", column.role, *roles, unit=behind if column.role == "amount" else "")
        if isinstance(value, str):
            canvas.put(at, bounded(value, column.most), style)
        elif value is None or (value == 0 and column.field in LIGHTS):
            canvas.sheet.write_blank(canvas.row, at, None, style)
        else:
            canvas.sheet.write_number(canvas.row, at, value, style)
    canvas.row += 1


def write_group_table(
    context: Context, canvas: Canvas, columns: Sequence[Column], field: str, groups: Sequence[Group], number: str
) -> Placed:
    """Write the table of one field with its section heading; of very many groups the first.

    What doesn't fit on one page goes to several, each with its column headings.
    """
    label = text("sections.groups", number=number, field=text(f"fields.{field}"))
    shown = tuple(groups[:MOST_ROWS])
    if len(shown) < len(groups):
        label += text("sections.cut", total=len(groups), shown=len(shown))
    titles = [text(f"fields.{field}"), *(column.title for column in columns[1:])]
    head = _SECTION_POINTS + canvas.header_points(titles)
    rows = sum(_points(group.name, columns[0]) for group in shown) + _TOTAL_POINTS
    canvas.keep_together(head + rows)
    canvas.line(label, context.styles("section"), points=_SECTION_POINTS)
    pages = ceil(rows / (canvas.page_points - head))
    for page in _pages(shown, pages):
        if page[0] is not shown[0]:
            canvas.new_page()
        first = canvas.header(titles) + 1
        for group in page:
            record = record_of(context, group.name, group.figures)
            write_record(context, canvas, columns, record, group.figures.unit)
    rated = sum(group.rank is not None for group in shown)
    return Placed(field, columns, first, canvas.row - 1, page, rated)


def _points(name: str, column: Column) -> float:
    return height(lines(bounded(name, column.most), int(column.width))) + 1


def _pages(groups: tuple[Group, ...], count: int) -> list[tuple[Group, ...]]:
    """Return the groups on so many pages, equally many on each but the first, which may have fewer."""
    each = ceil(len(groups) / count)
    rest = len(groups) - each * (count - 1)
    cuts = [0, *range(rest, len(groups) + 1, each)]
    return [groups[first:after] for first, after in pairwise(cuts) if first < after]


def write_total(context: Context, canvas: Canvas, columns: Sequence[Column]) -> None:
    """Write the total of all projects under a table."""
    totals = context.supervision.totals
    write_record(context, canvas, columns, record_of(context, text("groups.total"), totals), totals.unit, "total")
