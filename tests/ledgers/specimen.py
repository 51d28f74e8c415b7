"""How a specimen ledger is written down: rows with their role, from which workbook and expectation follow.

A sheet is a list of rows in the order of the paper. A row is made by the word for its role:

    table(kind, *fields, …)   no row: here begins a ledger; one entry a column, see below
    title, note               what stands above, below or beside: titles, unit lines, footers, blank rows
    head                      a header row; `again` is one repeated for printing
    item                      a project; `more` continues the project above
    part                      a section row, with the label and count that must be understood
    total                     合计, 小计, 其中 …: never a project

In any row the cell `LEFT` is merged with the cell on its left and `UP` with the cell above. A column of `table` reads
`field`, `field:unit`, `field:unit:year`, `field:unit:year:month` (`-` says: there is none), `month.3.done`, `?` for a
column that must stand in `unmapped`, or None where nothing is expected. So no row or column is counted by hand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

LEFT = "<"
UP = "^"
FACTORS = {"万元": 1.0, "亿元": 1e4, "千元": 0.1, "百万元": 100.0, "元": 1e-4}


@dataclass(frozen=True)
class Row:
    role: str
    cells: tuple[Any, ...]
    hidden: bool = False
    label: str | None = None
    count: int | None = None
    region: str | None = None


@dataclass(frozen=True)
class Table:
    """The beginning of a ledger: what is expected and doesn't follow from the rows."""

    kind: str
    columns: tuple[str | None, ...]
    more: Mapping[str, Any]


def table(kind: str, *columns: str | None, **more: Any) -> Table:
    """Begin a ledger. `more` adds expectations, or takes one away when it is None; null is `NULL`."""
    return Table(kind, columns, more)


NULL = "null"
"""An expected null, where None would mean: nothing is expected."""


def title(text: str) -> Row:
    return Row("title", (text,))


def note(*cells: Any) -> Row:
    return Row("note", cells)


def head(*cells: Any) -> Row:
    return Row("head", cells)


def again(*cells: Any) -> Row:
    return Row("again", cells)


def item(*cells: Any, region: str | None = None) -> Row:
    return Row("item", cells, region=region)


def hidden(row: Row) -> Row:
    return Row(row.role, row.cells, True, row.label, row.count, row.region)


def more(*cells: Any) -> Row:
    return Row("more", cells)


def part(*cells: Any, label: str | None = None, count: int | None = None) -> Row:
    return Row("part", cells, label=label, count=count)


def total(*cells: Any) -> Row:
    return Row("total", cells)


@dataclass(frozen=True)
class Sheet:
    """formats: number format by column letter. form: what is expected where the sheet is a form."""

    name: str
    lines: tuple[Row | Table, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    visible: bool = True
    form: Mapping[str, Any] | None = None
    chart: bool = False

    @property
    def rows(self) -> list[Row]:
        return [line for line in self.lines if isinstance(line, Row)]


def sheet(name: str, *lines: Row | Table, **options: Any) -> Sheet:
    return Sheet(name, lines, **options)


@dataclass(frozen=True)
class Specimen:
    name: str
    sheets: tuple[Sheet, ...]

    @property
    def expect(self) -> dict[str, Any]:
        """Return what must be said: `ledgers`, `other_sheets`, or `refused`."""
        ledgers = [expected for one in self.sheets for expected in ledgers_of(one)]
        if not ledgers:
            return {"refused": True}
        with_ledger = {ledger["sheet"] for ledger in ledgers}
        return {
            "ledgers": ledgers,
            "other_sheets": [
                {"sheet": one.name} | ({} if one.rows or one.chart else {"why": "empty"})
                for one in self.sheets
                if one.name not in with_ledger
            ],
        }


def specimen(name: str, *sheets: Sheet) -> Specimen:
    return Specimen(name, sheets)


def letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def ledgers_of(one: Sheet) -> list[dict[str, Any]]:
    if one.form is not None:
        return [{"sheet": one.name, "layout": "form", **one.form}]
    found: list[tuple[Table, list[tuple[int, Row]]]] = []
    number = 0
    for line in one.lines:
        if isinstance(line, Table):
            found.append((line, []))
        else:
            number += 1
            if found:
                found[-1][1].append((number, line))
    return [expected_of(one.name, begun, rows) for begun, rows in found]


def expected_of(sheet_name: str, begun: Table, rows: list[tuple[int, Row]]) -> dict[str, Any]:
    items = [(number, row) for number, row in rows if row.role == "item"]
    expected: dict[str, Any] = {
        "sheet": sheet_name,
        "kind": begun.kind,
        "layout": "table",
        "header_rows": [number for number, row in rows if row.role == "head"],
        **field_expectations(begun.columns),
    }
    if begun.kind not in ("targets", "indicators"):
        # Whether a row of indicators counts as a project in `inspect` is not said.
        expected["projects"] = len(items)
        if items:
            expected["first_row"], expected["last_row"] = items[0][0], items[-1][0]
    names = [_clean(row.cells[begun.columns.index("name")]) for _, row in items] if "name" in begun.columns else []
    if names and all(names):
        expected["names"] = [names[0], names[-1]]
    regions = {name: row.region for name, (_, row) in zip(names, items, strict=False) if name and row.region}
    if regions:
        expected["regions"] = regions
    parts = [[row.label, row.count] for _, row in rows if row.role == "part" and row.label]
    if parts:
        expected["sections"] = parts
    if begun.kind == "progress":
        expected["sums"] = sums(begun, [row for _, row in items])
    for key, value in begun.more.items():
        if key == "sums":
            expected["sums"] = {**expected.get("sums", {}), **value}
        elif value is None:
            expected.pop(key, None)
        else:
            expected[key] = _nulls(value)
    return expected


def _nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _nulls(inner) for key, inner in value.items()}
    return None if value == NULL else value


def field_expectations(columns: Iterable[str | None]) -> dict[str, Any]:
    fields: dict[str, dict[str, Any]] = {}
    months: dict[int, dict[str, Any]] = {}
    unmapped: list[str] = []
    for index, column in enumerate(columns):
        if column is None:
            continue
        if column == "?":
            unmapped.append(letter(index))
        elif column.startswith("month."):
            _, month, what = column.split(".")
            months.setdefault(int(month), {"month": int(month)})[what] = letter(index)
        else:
            name, *said = column.split(":")
            if name in fields:
                raise ValueError(f"{name} twice")
            fields[name] = {"column": letter(index)}
            for key, value in zip(("unit", "year", "month"), said, strict=False):
                if value:
                    fields[name][key] = None if value == "-" else value if key == "unit" else int(value)
    out: dict[str, Any] = {"fields": fields}
    if months:
        out["months"] = list(months.values())
    if unmapped:
        out["unmapped"] = unmapped
    return out


def sums(begun: Table, items: list[Row]) -> dict[str, float]:
    """Return Σ in 万元 of plan and done, from the cells as written; a text that is no number must be summed by hand."""
    out: dict[str, float] = {}
    for index, column in enumerate(begun.columns):
        name, unit, *_ = [*(column or "").split(":"), "", ""]
        if name not in ("annual_plan", "done_this_year") or unit not in FACTORS:
            continue
        if name in begun.more.get("sums", {}):
            continue
        cells = [row.cells[index] for row in items if index < len(row.cells)]
        out[name] = round(sum(_amount(cell) for cell in cells) * FACTORS[unit], 6)
    return out


def _amount(cell: Any) -> float:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return 0.0
    return float(cell.replace(",", "")) if isinstance(cell, str) else float(cell)


def _clean(cell: Any) -> str:
    return "".join(str(cell or "").split()).lstrip("★☆▲●◆*")
