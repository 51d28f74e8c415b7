"""Form ledgers: one project a sheet, labels with their values beside them, milestones across."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbooks.grid import Details, Grid, address
from workbooks.ledger import Field, Ledger, Period
from workbooks.recognition.cells import CellReader
from workbooks.recognition.dictionary import EXACT, entries, matches
from workbooks.recognition.headers import Merges, label
from workbooks.recognition.kinds import kind_of
from workbooks.recognition.money import with_units
from workbooks.recognition.profile import Profile
from workbooks.recognition.wording import abstract, squeeze
from workbooks.recognition.zone import Zone, read_zone
from workbooks.settings import Settings

_MOST_ROWS = 80
_FEWEST_FIELDS = 4
_DATE_ROWS = re.compile(r".*(?:时限|时间|日期|期限).*")
_PROGRESS_ROWS = re.compile(
    r"(?:完成|办理)?(?:时限|时间|期限|进度|情况|状态)|责任(?:单位|人)|办理单位|承办单位|负责人|备注|批复文号|联系人|完成时间|计划完成时间|实际完成时间"
)


@dataclass(frozen=True, slots=True)
class _Label:
    row: int
    column: int
    text: str
    fields: tuple[str, ...]
    right: int
    bottom: int


def read_form(grid: Grid, merges: Merges, settings: Settings, date1904: bool) -> Ledger | None:
    """Return the sheet as a form, None where it isn't one."""
    labels = list(_labels(grid, merges))
    name = next((one for one in labels if one.fields[0] == "name" and "项目" in squeeze(one.text)), None)
    if name is None or not _has_value_beside(grid, name, labels):
        return None
    fields = _pairs(grid, merges, labels)
    if _has_more_projects_beside(grid, fields):
        return None
    rows = {f.label[0] for f in fields.values() if f.label}
    if "name" not in fields or len(fields) < _FEWEST_FIELDS or len(rows) < 3 or not _hold_values(grid, fields):
        return None
    zone = read_zone(grid, 0, name.row, 0, grid.width - 1)
    zone = replace(zone, title=zone.title if squeeze(zone.title) != squeeze(name.text) else "")
    return _ledger(grid, fields, zone, settings, date1904)


def _has_more_projects_beside(grid: Grid, fields: dict[str, Field]) -> bool:
    """Return whether the labels head rows of values (projects as columns): reading the first would lose the others."""
    beside = [
        f
        for f in fields.values()
        if f.label and f.row == f.label[0] and any(v is not None for v in grid.rows[f.row][f.column + 1 : f.column + 2])
    ]
    same_column = [f for f in beside if f.column == fields["name"].column] if "name" in fields else []
    return len(same_column) >= 3 and len(same_column) >= 0.6 * len(fields)


def _hold_values(grid: Grid, fields: dict[str, Field]) -> bool:
    """Return whether the cells of amounts and dates hold such, or are blank; a list of fields has 数字, 文本 there."""
    fitting = unfit = 0
    for name, place in fields.items():
        value = grid.rows[place.row or 0][place.column]
        if value is None or entries()[name].type not in ("money", "rate", "date"):
            continue
        cells = Profile((value,))
        fits = cells.dates if entries()[name].type == "date" else cells.figures
        fitting, unfit = fitting + (fits > 0), unfit + (fits == 0)
    return unfit == 0 or fitting >= unfit


def _labels(grid: Grid, merges: Merges) -> Iterator[_Label]:
    for row, values in enumerate(grid.rows[:_MOST_ROWS]):
        for column, value in enumerate(values):
            text = label(value)
            if not text:
                continue
            text = re.sub(r"[:：]\s*$", "", text)
            found = [m for m in matches(text) if not entries()[m.field].only]
            if found and (found[0].score == EXACT or len(squeeze(text)) <= 12):
                area = merges.at(row, column)
                right, bottom = (area.right, area.bottom) if area else (column, row)
                yield _Label(row, column, text, tuple(m.field for m in found), right, bottom)


def _has_value_beside(grid: Grid, name: _Label, labels: list[_Label]) -> bool:
    """Return whether 项目名称 has its value at the right, and is not one of the headers of a table."""
    places = {(one.row, one.column): one for one in labels}
    # 基本情况, merged down beside 项目名称, only groups the labels.
    in_row = [one for one in labels if one.row == name.row and one.bottom <= name.bottom]
    if any((one.row, one.right + 1) in places for one in in_row) or name.right + 1 >= grid.width:
        return False  # two labels side by side: a table's header
    under_name = sum(one.column == name.column and one.row > name.row for one in labels)
    return len(in_row) > 1 or under_name >= 2


def _pairs(grid: Grid, merges: Merges, labels: list[_Label]) -> dict[str, Field]:
    """Return the fields: the value of a label is the cell at its right; of a milestone, the date under it."""
    places = {(one.row, one.column) for one in labels}
    across = _rows_of_milestones(labels)
    inside = {row + k for row in across for k in range(1, 6) if _is_progress_row(grid, row + k)}
    fields: dict[str, Field] = {}
    for one in labels:
        if one.row in across:
            place = _under(grid, one)
        elif one.row in inside or (one.row, one.right + 1) in places:
            continue
        else:
            place = (one.row, one.right + 1)
        if place is None or place[1] >= grid.width or place[0] >= grid.height or place in places:
            continue
        name = next((f for f in one.fields if f not in fields), None)
        if name in (None, "sequence") or (name == "done" and one.fields != ("done",)):
            continue
        name = "done_since_start" if name == "done" else "responsible_unit" if name == "undertaker" else name
        area = merges.at(*place)
        row, column = (area.top, area.left) if area else place
        period = abstract(one.text).period
        fields.setdefault(
            name, Field(name, column, squeeze(one.text), None, period.year, period.month, row, (one.row, one.column))
        )
    return fields


def _rows_of_milestones(labels: list[_Label]) -> set[int]:
    counts: dict[int, int] = {}
    for one in labels:
        if one.fields[0].startswith("milestone_"):
            counts[one.row] = counts.get(one.row, 0) + 1
    return {row for row, count in counts.items() if count >= 3}


def _is_progress_row(grid: Grid, row: int) -> bool:
    if row >= grid.height:
        return False
    first = next((v for v in grid.rows[row] if v is not None), None)
    return isinstance(first, str) and bool(_PROGRESS_ROWS.fullmatch(squeeze(first)))


def _under(grid: Grid, one: _Label) -> tuple[int, int] | None:
    """Return the cell of a milestone: in the row 完成时限 below, else right below."""
    rows = [r for r in range(one.bottom + 1, min(one.bottom + 6, grid.height)) if _is_progress_row(grid, r)]
    dated = [r for r in rows if _DATE_ROWS.fullmatch(squeeze(str(next(v for v in grid.rows[r] if v is not None))))]
    row = (dated or rows or [one.bottom + 1])[0]
    return (row, one.column)


class _FormDetails:
    """Details of the form's values, laid out as one row."""

    def __init__(self, details: Details, places: list[tuple[int, int]]) -> None:
        self._details, self._places = details, places

    def number_format(self, row: int, column: int) -> str:
        """Return the number format of the value in this column of the row."""
        return self._details.number_format(*self._places[column])

    def formula(self, row: int, column: int) -> str | None:
        """Return the formula of the value in this column of the row."""
        return self._details.formula(*self._places[column])


def _ledger(grid: Grid, fields: dict[str, Field], zone: Zone, settings: Settings, date1904: bool) -> Ledger:
    answers = settings.answers("units", grid.name)
    order = list(fields.values())
    places = [(f.row if f.row is not None else 0, f.column) for f in order]
    # One row of the form's values, read by the same code as a table's row.
    line = Grid(
        grid.name,
        [[grid.rows[r][c] for r, c in places]],
        uncalculated=frozenset((0, i) for i, place in enumerate(places) if place in grid.uncalculated),
        details=_FormDetails(grid.details, places),
    )
    columns = {f.name: replace(f, column=i) for i, f in enumerate(order)}
    paths = {i: (f.header,) for i, f in enumerate(order)}
    known, questions = with_units(columns, paths, zone.units, line, [0], {k: v for k, v in answers.items() if not k}, 0)
    questions = [replace(q, key=f"units.{grid.name}", cell=_cell_of(fields, known)) for q in questions]
    months = [f.month for f in order if f.month and f.name.startswith("done")]
    years = [f.year for f in order if f.year]
    period = Period(zone.period.year or next(iter(years), None), next(iter(months), None) or zone.period.month)
    reader = CellReader(line, Merges(()), [0], {}, period.year, date1904)
    reader.read(known, 0)
    region = reader.values.get("region")
    return Ledger(
        grid=grid,
        kind=kind_of(f"{zone.title} {grid.name}", "项目名称", " ".join(f.header for f in order), fields),
        layout="form",
        title=zone.title,
        header_rows=(),
        rows=[fields["name"].row or 0],
        fields={name: replace(f, unit=known[name].unit) for name, f in fields.items()},
        values=reader.values,
        readings=reader.readings,
        regions=[str(region[0]) if region and region[0] is not None else None],
        period=period,
        questions=tuple(questions),
    )


def _cell_of(fields: dict[str, Field], known: dict[str, Field]) -> str | None:
    for name, field in fields.items():
        if entries()[name].type == "money" and not known[name].unit:
            return address(field.row or 0, field.column)
    return None
