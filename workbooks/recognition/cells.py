"""The values of a ledger's columns, field by field: money in 万元, rates in percent, dates as spans, texts clean."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from udfs.progress import completion_rate
from udfs.values.amounts import read_amounts
from udfs.values.cells import CellError, Reading, Value
from udfs.values.dates import read_actual_dates, read_dates
from udfs.values.rates import read_rates
from udfs.values.text import clean_name, display
from workbooks.grid import Grid
from workbooks.ledger import Field
from workbooks.recognition.dictionary import entries
from workbooks.recognition.headers import Merges
from workbooks.recognition.labels import same_as_above
from workbooks.recognition.money import is_money
from workbooks.recognition.profile import is_administrative

_HAPPENED = frozenset({"actual_start", "actual_finish", "closed"})
_FILLED_DOWN = frozenset(
    {"region", "responsible_unit", "nature", "level", "industry", "category", "stage", "leader", "owner", "location"}
    | {"coordinating_unit", "responsible_person", "contact", "phone", "investor", "deadline", "item_source", "opened"}
)
_NAMES = frozenset({"org", "person"})


class CellReader:
    """Reads the cells of one ledger: projects' first rows, and the rows that continue them.

    values and readings are as in `Ledger`.
    """

    def __init__(
        self,
        grid: Grid,
        merges: Merges,
        rows: Sequence[int],
        continuations: Mapping[int, Sequence[int]],
        year: int | None,
        date1904: bool,
    ) -> None:
        self.grid, self.merges, self.rows, self.continuations = grid, merges, rows, continuations
        self.year, self.date1904 = year, date1904
        self.values: dict[str, list[object]] = {}
        self.readings: dict[tuple[str, int], Reading] = {}

    def read(self, fields: dict[str, Field], name_column: int) -> None:
        """Read all fields; rates last, as the ledger's own plan and done tell whether 0.85 is 85 %."""
        later: list[tuple[str, Field]] = []
        for name, place in fields.items():
            kind = "money" if is_money(name) else entries()[name].type
            if kind == "rate":
                later.append((name, place))
            elif kind in ("money", "number"):
                self._amounts(name, place)
            elif kind == "date":
                self._dates(name, place)
            else:
                self._texts(name, place, place.column < name_column)
        for name, place in later:
            self._rates(name, place)
        self._note_cells_without_value(fields)

    @cached_property
    def _columns(self) -> list[tuple[Value, ...]]:
        """All columns' cells in the projects' first rows: turned once, not picked cell by cell for each field."""
        rows = self.grid.rows
        return list(zip(*(rows[r] for r in self.rows), strict=True))

    def column(self, column: int) -> Sequence[Value]:
        """Return the column's cells in the projects' first rows."""
        return self._columns[column] if self.rows else ()

    def _amounts(self, name: str, place: Field) -> None:
        amounts, readings = read_amounts(self.column(place.column), place.unit)
        for project, further in self.continuations.items():
            more, more_readings = read_amounts([self.grid.rows[r][place.column] for r in further], place.unit)
            parts = [a for a in (amounts[project], *more) if a is not None]
            if any(a is not None for a in more):
                amounts[project] = sum(parts)
            if project not in readings and more_readings:
                readings[project] = next(iter(more_readings.values()))
        self.values[name] = list(amounts)
        self._keep(name, readings)

    def _dates(self, name: str, place: Field) -> None:
        cells = self._filled_down(place.column, left=False) if name in _FILLED_DOWN else self.column(place.column)
        read = read_actual_dates if name in _HAPPENED else read_dates
        values, readings = read(cells, self.year, self.date1904, self._formats(place.column))
        self.values[name] = values
        self._keep(name, readings)

    def _rates(self, name: str, place: Field) -> None:
        cells = self.column(place.column)
        formats = self._formats(place.column)
        has_numbers = any(isinstance(v, int | float) for v in cells)
        rates, readings = read_rates(
            cells,
            (lambda i: "%" in formats(i)) if has_numbers else None,
            self._computed() if name == "completion_rate" else None,
        )
        self.values[name] = list(rates)
        self._keep(name, readings)

    def _computed(self) -> list[float | None] | None:
        plan, done = self.values.get("annual_plan"), self.values.get("done_this_year")
        if not plan or not done:
            return None
        return [
            completion_rate(d, p) if isinstance(p, float) and isinstance(d, float) else None
            for p, d in zip(plan, done, strict=True)
        ]

    def _texts(self, name: str, place: Field, left: bool) -> None:
        kind = entries()[name].type
        cells = self._filled_down(place.column, left) if name in _FILLED_DOWN else self.column(place.column)
        tidy = clean_name if kind in _NAMES or name in _FILLED_DOWN or name == "name" else str.strip
        seen: dict[str, str | None] = {}
        values: list[object] = []
        for index, value in enumerate(cells):
            if type(value) is str:
                if value not in seen:
                    seen[value] = tidy(value) or None
                values.append(seen[value])
            elif isinstance(value, CellError):
                values.append(None)
                self.readings[name, index] = Reading(None, "error", value.code)
            else:
                values.append(display(value) or None if value is not None else None)
        self.values[name] = values

    def _filled_down(self, column: int, left: bool) -> Sequence[Value]:
        """Return the column's cells with merged ones, 同上 and (left of the names) blanks under a unit filled."""
        cells = self.column(column)
        if None not in cells and not any(map(same_as_above, set(cells))):
            return cells
        grouping = left and sum(isinstance(v, str) and is_administrative(v) for v in cells) > 0
        filled: list[Value] = []
        above: Value = None
        for row, value in zip(self.rows, cells, strict=True):
            if value is None or (isinstance(value, str) and not value.strip()):
                area = self.merges.at(row, column)
                if area and area.bottom > area.top:
                    value = self.grid.rows[area.top][area.left]
                elif grouping:
                    value = above
            elif same_as_above(value):
                value = above
            filled.append(value)
            above = value if value is not None else above
        return filled

    def _formats(self, column: int) -> Callable[[int], str]:
        details = self.grid.details
        return lambda index: details.number_format(self.rows[index], column)

    def _keep(self, name: str, readings: dict[int, Reading]) -> None:
        for index, reading in readings.items():
            self.readings[name, index] = reading

    def _note_cells_without_value(self, fields: dict[str, Field]) -> None:
        """Note the formulas that were never calculated: their value is unknown, not blank."""
        if not self.grid.uncalculated:
            return
        project = {row: i for i, row in enumerate(self.rows)}
        by_column = {f.column: name for name, f in fields.items()}
        for row, column in self.grid.uncalculated:
            if row in project and column in by_column:
                self.readings[by_column[column], project[row]] = Reading(None, "uncalculated", "")
