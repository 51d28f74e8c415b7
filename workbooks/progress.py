"""计算进度: 完成率, 序时进度, gap and light as columns of the ledger itself.

A column of the ledger that waits blank is filled; what the clerk typed stays, and ours stands at the right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from udfs.rounding import half_up
from workbooks.errors import NoLedger
from workbooks.grid import column_letter
from workbooks.hosts.port import Host
from workbooks.ledger import Ledger
from workbooks.package import Column
from workbooks.sheets.texts import light_text
from workbooks.sheets.theme import color
from workbooks.supervision.figures import Project, Supervision

_OURS = "（督导）"
_WIDTH = 13.0


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure that becomes a column: the field it fills where the ledger has one, its header and number format."""

    field: str
    header: str
    number_format: str | None


_FIGURES = (
    _Figure("completion_rate", "完成率", "0.0%"),
    _Figure("time_progress", "序时进度", "0.0%"),
    _Figure("gap", "进度差（百分点）", "0.0"),
    _Figure("light", "亮灯", None),
)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, by sheet. columns: their letters; left_alone: cells that held something of the clerk's."""

    columns: dict[str, list[str]]
    left_alone: dict[str, list[str]]


def write_progress(host: Host, ledgers: Iterable[Ledger], supervision: Supervision) -> Written:
    """Write the columns into the workbook; return where. Raises NoLedger where there is nothing to compute."""
    columns = progress_columns(ledgers, supervision)
    left_alone = {sheet: host.write_columns(sheet, written) for sheet, written in columns.items()}
    return Written(
        {sheet: [column_letter(one.index) for one in written] for sheet, written in columns.items()},
        {sheet: cells for sheet, cells in left_alone.items() if cells},
    )


def progress_columns(ledgers: Iterable[Ledger], supervision: Supervision) -> dict[str, list[Column]]:
    """Return the columns to write, by sheet: none for a ledger without projects to judge; NoLedger where all are so."""
    judged: dict[str, dict[int, Project]] = {}
    for project in supervision.projects:
        judged.setdefault(project.sheet, {})[project.row] = project
    columns: dict[str, list[Column]] = {}
    for ledger in ledgers:
        projects = {row: judged[ledger.sheet][row] for row in ledger.rows if row in judged.get(ledger.sheet, {})}
        if ledger.layout == "table" and "annual_plan" in ledger.fields and projects:
            columns.setdefault(ledger.sheet, []).extend(_columns(ledger, projects, supervision.time_progress))
    if not columns:
        raise NoLedger("没有可以计算进度的台账：要有项目、年度计划投资和完成投资。", "no_progress_ledger")
    return columns


def _columns(ledger: Ledger, projects: Mapping[int, Project], time_progress: float) -> list[Column]:
    right = max(ledger.right, max(field.column for field in ledger.fields.values()))
    found: list[Column] = []
    for figure in _FIGURES:
        cells = {row: _cell(figure.field, project, time_progress) for row, project in projects.items()}
        fills = _fills(projects) if figure.field == "light" else {}
        place = ledger.fields.get(figure.field)
        if place and _waits(ledger, figure.field):
            in_percent = place.unit == "%" and figure.number_format == "0.0%"
            if in_percent:
                cells = {
                    row: half_up(value * 100, 2) if isinstance(value, float) else value for row, value in cells.items()
                }
            number_format = "0.0" if in_percent else figure.number_format
            found.append(Column(place.column, cells, place.column, (), number_format, fills))
            continue
        right += 1
        header = figure.header + (_OURS if place else "")
        first, last = ledger.header_rows[0], ledger.header_rows[-1]
        found.append(
            Column(
                right,
                {first: header, **dict.fromkeys(ledger.header_rows[1:]), **cells},
                ledger.right,
                ledger.header_rows,
                figure.number_format,
                fills,
                _WIDTH,
                (first, last) if last > first else None,
            )
        )
    return found


def _waits(ledger: Ledger, field: str) -> bool:
    """Return whether the ledger's column is blank for every project, formulas included."""
    column = ledger.fields[field].column
    grid = ledger.grid
    return all(grid.rows[row][column] is None and grid.details.formula(row, column) is None for row in ledger.rows)


def _cell(field: str, project: Project, time_progress: float) -> float | str | None:
    if field == "completion_rate":
        return None if project.completion_rate is None else project.completion_rate / 100
    if field == "time_progress":
        return time_progress / 100
    if field == "gap":
        return project.gap
    return light_text(project.light)


def _fills(projects: Mapping[int, Project]) -> dict[int, str]:
    return {row: color(f"{p.light}_fill").lstrip("#") for row, p in projects.items() if p.light != "none"}
