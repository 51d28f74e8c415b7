"""A ledger as understood: fields, rows and values. Made by `workbooks.recognition`, read by checks, figures and sheets.

Values stand in columns, one entry a project: `ledger.values["annual_plan"][i]` belongs to the project whose first row
is `ledger.rows[i]`. All rows and columns are 0-based; JSON and what clerks see are A1.
"""

from dataclasses import dataclass, field
from typing import Literal

from udfs.values.cells import Reading
from workbooks.grid import Grid, address

Kind = Literal[
    "progress", "investment_promotion", "approvals", "funding", "supervision", "targets", "indicators", "reserve"
]
Layout = Literal["table", "form"]


@dataclass(frozen=True, slots=True)
class Field:
    """One canonical field (domain.md a, "Canonical field dictionary") and where the ledger keeps it.

    header: parent and child joined by `/`, without spaces and line breaks.
    unit: the unit that the sheet uses (`万元`, `亿元`, `万美元`, `亩`, `%` …), None where none is to be found.
    year, month: the period that the header names.
    row, label: in a form only, the value's row and the label's cell.
    """

    name: str
    column: int
    header: str
    unit: str | None = None
    year: int | None = None
    month: int | None = None
    row: int | None = None
    label: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """The columns of one month in a ledger with month columns."""

    month: int
    plan: int | None = None
    done: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section row (一、交通（5项）): its label without number and count, depth from 0, and the projects under it.

    first, last: indexes into `Ledger.rows`, last included; None where no project stands under it.
    """

    row: int
    label: str
    depth: int
    count: int | None
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A row with sums: 合计, 小计, 总计, a section row with figures, or a 其中 row.

    role: `total`, `subtotal` or `of_which`. first, last: the projects summed (as in `Section`), None where it can't be
    told, as for 其中. count: the declared number of projects. values: money fields as in `Ledger.values`.
    """

    row: int
    role: Literal["total", "subtotal", "of_which"]
    label: str
    count: int | None
    first: int | None
    last: int | None
    values: dict[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """What only the clerk can answer. key: the setting that answers it (`fields.<sheet>.<cell>`, `units.<sheet>`)."""

    key: str
    text: str
    candidates: tuple[str, ...]
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The period that title and headers name; None for what is not said or not filled in."""

    year: int | None = None
    month: int | None = None


@dataclass(slots=True)
class Ledger:
    """One ledger of a sheet.

    header_rows: every header row. rows: the first row of each project; continuations: further rows of a project
    (several fund sources), by project index. fields: by canonical name. values: by canonical name, one entry a project:
    money in 万元 (in the field's own unit where that is unknown or foreign: see `comparable`), rates in percent
    (97.16), dates as `DateSpan` (or True / False where the cell says 已开工 / 未开工), other things as text or number;
    None where blank or unreadable. readings: cells not simply blank, number or date, by (field, project index).
    right: the last column that the header spans.
    regions: each project's region by column, merged cells or section; None where there is none.
    """

    grid: Grid
    kind: Kind
    layout: Layout
    title: str
    header_rows: tuple[int, ...]
    rows: list[int]
    fields: dict[str, Field]
    values: dict[str, list[object]]
    readings: dict[tuple[str, int], Reading] = field(default_factory=dict)
    continuations: dict[int, tuple[int, ...]] = field(default_factory=dict)
    months: tuple[Month, ...] = ()
    sections: tuple[Section, ...] = ()
    summaries: tuple[Summary, ...] = ()
    regions: list[str | None] = field(default_factory=list)
    declared_projects: int | None = None
    period: Period = Period()
    right: int = 0
    unmapped: tuple[tuple[int, str], ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def sheet(self) -> str:
        """Return the sheet's name."""
        return self.grid.name

    def column(self, name: str) -> list[object]:
        """Return the field's values, one a project; all None where the ledger has no such field."""
        return self.values.get(name) or [None] * len(self.rows)

    def cell(self, name: str, project: int) -> str:
        """Return the A1 address of the project's value of this field."""
        place = self.fields[name]
        return address(self.rows[project] if place.row is None else place.row, place.column)

    def text(self, name: str, project: int) -> str:
        """Return the field's value as a clean text, empty where there is none."""
        value = self.column(name)[project]
        return "" if value is None else str(value).strip()
