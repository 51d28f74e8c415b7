"""The case: one ledger under check, with what the rules ask of it, and what was found doubtful so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar, cast

from udfs.values.cells import CellError
from udfs.values.units import money_factor
from workbooks.checks import rounding, states
from workbooks.checks.doubt import Amount, Doubt
from workbooks.checks.settings import Limits
from workbooks.ledger import Field, Ledger

Figures = Sequence[float | None]
Place = tuple[int, int]
T = TypeVar("T")

MOST = 0.6
ENOUGH = 6
ALL_OF = 3
"""Where 60 % of 6 and more rows, or all of 3 and more, break one relation, the columns are to blame, not the rows."""


@dataclass(slots=True)
class Dispute:
    """Two columns that disagree in most rows: told once at the header."""

    field: str
    other: str
    rows: int
    compared: int


@dataclass
class Case:
    """One ledger under check.

    today: the reporting date, or today's. earlier: the workbook's ledgers before this one. wrong: cells whose value is
    in doubt already. wrong_columns: fields whose unit is. memo: what `once` remembers.
    """

    ledger: Ledger
    limits: Limits
    as_of: date | None
    today: date
    earlier: Sequence[Ledger] = ()
    wrong: dict[Place, Doubt] = field(default_factory=dict)
    wrong_columns: set[str] = field(default_factory=set)
    disputes: list[Dispute] = field(default_factory=list)
    memo: dict[str, object] = field(default_factory=dict)

    # --- figures

    def figures(self, name: str) -> Figures | None:
        """Return the field's figures, one a project, None where it has none; None where there is no such field."""
        if name not in self.ledger.fields or name not in self.ledger.values:
            return None
        known: Figures | None = self._figures.get(name)
        if known is None:
            column = self.ledger.values[name]
            if set(map(type, column)) <= {float, int, type(None)}:
                known = cast(Figures, column)
            else:
                known = [float(v) if type(v) in (int, float) else None for v in column]  # type: ignore[arg-type]
            self._figures[name] = known
        return known

    @cached_property
    def _figures(self) -> dict[str, Figures]:
        return {}

    def together(self, *names: str) -> tuple[Figures, ...] | None:
        """Return the figures of fields that can be compared, or None where one is missing or in another currency."""
        columns = [self.figures(name) for name in names]
        if any(column is None for column in columns) or not self.comparable(*names):
            return None
        return tuple(column for column in columns if column is not None)

    def comparable(self, *names: str) -> bool:
        """Return whether the fields' amounts are in one unit as the ledger holds them."""
        units = {self.ledger.fields[name].unit for name in names}
        return len(units) == 1 or all(money_factor(unit) for unit in units)

    def same_year(self, *names: str) -> bool:
        """Return whether no two of the fields' headers name different years."""
        return len({f.year for f in map(self.ledger.fields.__getitem__, names) if f.year}) <= 1

    def amount(self, name: str, value: float) -> Amount:
        """Return the value as an amount of the field, to be quoted in the sheet's unit."""
        return Amount(value, self.ledger.fields[name].unit)

    def slack(self, name: str, project: int, value: float) -> float:
        """Return by how much the figure may be off the exact one: half of its last place, a tenth if it says 约."""
        reading = self.ledger.readings.get((name, project)) if self.ledger.readings else None
        if reading and reading.status in ("approximate", "range"):
            return abs(value) * 0.1
        if reading and reading.status == "unit":
            return _slack_of_text(value)
        scale, rough = self._grain(name)
        places = value * scale
        if abs(places - round(places)) > 1e-6 + 1e-10 * abs(places):  # more decimals than its column usually has
            rough = 0.5 * 10.0 ** -rounding.decimals(value / self.factor(name)) * self.factor(name)
        return rough + 1e-9 * abs(value)

    def _grain(self, name: str) -> tuple[float, float]:
        """Return how many last places of the column's usual figures make one, and half of such a place."""
        known = self._grains.get(name)
        if known is None:
            place = 10.0 ** -self.usual_decimals(name) * self.factor(name)
            known = self._grains[name] = (1 / place, place / 2)
        return known

    @cached_property
    def _grains(self) -> dict[str, tuple[float, float]]:
        return {}

    def factor(self, name: str) -> float:
        """Return how many units of `Ledger.values` one unit of the sheet's column is."""
        return money_factor(self.ledger.fields[name].unit) or 1.0

    def usual_decimals(self, name: str) -> int:
        """Return the decimals that this column's figures usually have on the sheet."""
        known = self._decimals.get(name)
        if known is None:
            known = self._decimals[name] = rounding.usual_decimals(self.figures(name) or (), self.factor(name))
        return known

    @cached_property
    def _decimals(self) -> dict[str, int]:
        return {}

    # --- places

    def place(self, name: str, project: int) -> Place:
        """Return row and column of the project's value of the field."""
        where = self.ledger.fields[name]
        return (self.ledger.rows[project] if where.row is None else where.row, where.column)

    def header(self, name: str) -> Place:
        """Return row and column of the field's header (in a form: of its label)."""
        where = self.ledger.fields[name]
        rows = self.ledger.header_rows
        row, column = where.label or (rows[-1] if rows else (where.row or 0), where.column)
        for area in self.ledger.grid.merges:
            if area.top <= row <= area.bottom and area.left <= column <= area.right:
                return area.top, area.left  # the cell that shows what is merged
        return row, column

    def doubt(self, name: str, project: int, /, *involves: str, **facts: object) -> Doubt:
        """Return a doubt about the project's value of the field."""
        return Doubt(*self.place(name, project), project, name, facts, involves)

    def doubt_header(self, name: str, /, **facts: object) -> Doubt:
        """Return a doubt about the field's whole column, told at its header."""
        return Doubt(*self.header(name), None, name, facts)

    def is_wrong(self, name: str, project: int) -> bool:
        """Return whether the value, or its whole column, is in doubt already."""
        if name in self.wrong_columns:
            return True
        return name in self.ledger.fields and self.place(name, project) in self.wrong

    def unless_most(self, doubts: list[Doubt], compared: int, name: str, other: str) -> list[Doubt]:
        """Return the doubts; where most compared rows are doubtful, note the columns' dispute and return none."""
        if (compared >= ENOUGH and len(doubts) >= MOST * compared) or ALL_OF <= compared == len(doubts):
            self.disputes.append(Dispute(name, other, len(doubts), compared))
            return []
        return doubts

    # --- texts

    def texts(self, name: str) -> list[object]:
        """Return the field's values as they are, one a project; all None where there is no such field."""
        return self.ledger.column(name)

    def has(self, *names: str) -> bool:
        """Return whether the ledger has all these columns."""
        return all(name in self.ledger.fields for name in names)

    @cached_property
    def states(self) -> list[states.State | None]:
        """Each project's state as the ledger says it in so many words, None where it doesn't."""
        return states.of_projects(self.ledger)

    @cached_property
    def preparatory(self) -> list[bool]:
        """Whether each project is 前期 or 储备, or given up: no plan is asked of it."""
        return states.preparatory(self.ledger)

    @cached_property
    def merged(self) -> frozenset[Place]:
        """Blank cells that show the value of the merged area they belong to."""
        rows = self.ledger.grid.rows
        covered: set[Place] = set()
        for area in self.ledger.grid.merges:
            if area.top < len(rows) and area.left < len(rows[0]) and rows[area.top][area.left] is not None:
                covered.update(
                    (r, c) for r in range(area.top, area.bottom + 1) for c in range(area.left, area.right + 1)
                )
        return frozenset(covered)

    @cached_property
    def span(self) -> tuple[int, int]:
        """First and last row of the ledger's body: projects, sections and sums."""
        body = [*self.ledger.rows, *(r for rows in self.ledger.continuations.values() for r in rows)]
        body += [s.row for s in self.ledger.sections] + [s.row for s in self.ledger.summaries]
        body += [f.row for f in self.ledger.fields.values() if f.row is not None]
        return (min(body), max(body)) if body else (0, -1)

    @cached_property
    def project_at(self) -> dict[int, int]:
        """Project index by row, continuations included."""
        found = {row: i for i, row in enumerate(self.ledger.rows)}
        for i, rows in self.ledger.continuations.items():
            found.update(dict.fromkeys(rows, i))
        return found

    @cached_property
    def field_at(self) -> dict[int, Field]:
        """Field by column."""
        return {f.column: f for f in self.ledger.fields.values()}

    @cached_property
    def columns(self) -> list[tuple[int, tuple[object, ...], set[type]]]:
        """The body's columns that hold a text or an error: number, values, types that occur."""
        first, last = self.span
        found = []
        for column, values in enumerate(zip(*self.ledger.grid.rows[first : last + 1], strict=False)):
            types = set(map(type, values))
            if str in types or CellError in types:
                found.append((column, values, types))
        return found


def once(function: Callable[[Case], T]) -> Callable[[Case], T]:
    """Return the function so that each case is asked only once."""

    @wraps(function)
    def remembered(case: Case) -> T:
        if function.__name__ not in case.memo:
            case.memo[function.__name__] = function(case)
        return cast(T, case.memo[function.__name__])

    return remembered


def _slack_of_text(value: float) -> float:
    """Return half of the last place of an amount like 1.2亿元: its last digit that isn't 0."""
    size = 1.0
    while value and abs(value) / size >= 10 and round(value / (size * 10), 6) == int(round(value / (size * 10), 6)):
        size *= 10
    return 0.5 * size
