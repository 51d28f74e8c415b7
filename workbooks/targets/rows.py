"""The rows of a targets ledger: a target for each row and target column, wherever unit, name and period stand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from udfs.target_periods import TargetPeriod, find_period, until, whole_year
from udfs.values.cells import DateSpan, Value
from udfs.values.dates import read_date
from udfs.values.text import clean_name, display
from workbooks.grid import address
from workbooks.ledger import Ledger
from workbooks.recognition.headers import Merges
from workbooks.recognition.profile import is_administrative
from workbooks.targets.columns import body_rows, cells_of, groups_of, year_of
from workbooks.targets.figures import Cell, Figures, kind_of, read_figures
from workbooks.targets.labels import is_whole, name_in_title
from workbooks.targets.records import Target, TargetColumns, TargetsRead

_NAMES = ("indicator", "name", "next_step", "content", "category")
_UNITS = ("region", "responsible_unit", "owner")
_NO_LABELS = frozenset({"sequence", "measure_unit", "deadline", "remark", "level"})


@dataclass(frozen=True, slots=True)
class _Labels:
    """The columns in which rows say who, what, in which measure and till when; None where they don't."""

    unit: int | None
    name: int | None
    measure: int | None
    deadline: int | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A target before its figures are read."""

    row: int
    unit: str
    name: str
    measure: str
    period: TargetPeriod | None
    columns: TargetColumns


def read_targets(ledger: Ledger, year: int) -> TargetsRead:
    """Return the ledger's targets and what of them can't be read. year: the one meant where the ledger names none."""
    year = year_of(ledger) or year
    groups = groups_of(ledger, year)
    entries = list(_entries(ledger, groups, year))
    alike: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        alike[entry.name, entry.measure].append(entry)  # whether 0.18 is 18 % the figures of one target tell together
    figures: dict[int, Figures] = {}
    for members in alike.values():
        columns = [(m.columns.target, m.columns.done, m.columns.rate) for m in members]
        cells = [
            (_cell(ledger, m.row, target), _cell(ledger, m.row, done), _cell(ledger, m.row, rate))
            for m, (target, done, rate) in zip(members, columns, strict=True)
        ]
        read = read_figures(members[0].name, members[0].measure, cells)
        figures |= {id(member): one for member, one in zip(members, read, strict=True)}
    targets = [_target(ledger, entry, figures[id(entry)]) for entry in entries]
    unread = [cell for entry in entries for cell in figures[id(entry)].unread]
    return TargetsRead(bool(groups), tuple(targets), tuple(dict.fromkeys(unread)))


def _entries(ledger: Ledger, groups: Sequence[TargetColumns], year: int) -> Iterable[_Entry]:
    labels = _labels(ledger, groups)
    merges = Merges(ledger.grid.merges)
    before: dict[int | None, str] = {}
    for row in body_rows(ledger):
        said = {at: _said(ledger, merges, row, at) for at in (labels.unit, labels.name, labels.measure)}
        if labels.name is not None and labels.unit is not None and said[labels.name]:
            said[labels.unit] = said[labels.unit] or before.get(labels.unit, "")  # 单位 stands over several targets
        before = said
        when = _deadline(ledger, merges, row, labels.deadline, year)
        for group in groups:
            if all(_cell(ledger, row, at) is None for at in (group.target, group.done)):
                continue
            unit, name = group.unit or said[labels.unit], said[labels.name] or group.name
            if labels.name is not None and group.name:
                name = f"{said[labels.name]}{group.name}"
            found, bare = find_period(name, year)
            period = when if labels.deadline is not None else group.period or found or whole_year(year)
            name = bare if found and len(bare) > 1 else name
            name = name or name_in_title(ledger.title) or ledger.sheet
            yield _Entry(row, unit, name, said[labels.measure] or group.measure, period, group)


def _labels(ledger: Ledger, groups: Sequence[TargetColumns]) -> _Labels:
    """Return which columns say what: the units' by its field, unless the header has the units; the names' beside it."""
    fields = {name: place.column for name, place in ledger.fields.items()}
    figures = {at for group in groups for at in (group.target, group.done, group.rate)}
    left = [
        at
        for at in range(min((group.target for group in groups), default=0))
        if at not in figures | {fields.get(name) for name in _NO_LABELS} and cells_of(ledger, at).texts
    ]
    turned = any(group.unit for group in groups)
    units = [at for name in _UNITS if (at := fields.get(name)) is not None and at not in figures]
    unit = None if turned else units[0] if units else _units_among(ledger, left)
    named = [at for name in _NAMES if (at := fields.get(name)) in left]
    names = [at for at in (*named, *left) if at != unit and at not in units]
    wanted = turned or any(not group.name for group in groups)
    return _Labels(
        unit,
        names[0] if names and (wanted or fields.get("indicator") in names) else None,
        fields.get("measure_unit") if fields.get("measure_unit") != unit else None,
        fields.get("deadline"),
    )


def _units_among(ledger: Ledger, columns: Sequence[int]) -> int | None:
    shares = {at: sum(map(is_administrative, cells_of(ledger, at).texts)) for at in columns}
    return max(shares, key=lambda at: shares[at]) if any(shares.values()) else None


def _said(ledger: Ledger, merges: Merges, row: int, at: int | None) -> str:
    """Return the label in a cell, of a merged one in its first; empty where there is no such column."""
    if at is None:
        return ""
    area = merges.at(row, at)
    value = ledger.grid.rows[area.top][area.left] if area else ledger.grid.rows[row][at]
    return "" if value is None else clean_name(display(value))


def _deadline(ledger: Ledger, merges: Merges, row: int, at: int | None, year: int) -> TargetPeriod | None:
    """Return the period in the column of deadlines, the whole year where it is blank, None where it can't be read.

    A month there is no month of its own: 2026年3月 means until the end of March.
    """
    if at is None:
        return None
    text = _said(ledger, merges, row, at)
    value = ledger.grid.rows[row][at]
    if isinstance(value, date):
        return until(date(value.year, value.month, value.day))
    found = find_period(text, year)[0] if text else whole_year(year)
    if found:
        return until(found.last) if found.first.month == found.last.month else found
    span = read_date(text, year).value
    if not isinstance(span, DateSpan) or span.last is None or (span.first and span.first.year != span.last.year):
        return None
    return until(span.last)


def _cell(ledger: Ledger, row: int, at: int | None) -> Cell | None:
    """Return the cell with a figure, None where there is no such column or it is blank."""
    if at is None:
        return None
    value: Value = ledger.grid.rows[row][at]
    uncalculated = (row, at) in ledger.grid.uncalculated
    if (value is None and not uncalculated) or (isinstance(value, str) and not value.strip()):
        return None
    percent = isinstance(value, int | float) and "%" in ledger.grid.details.number_format(row, at)
    return Cell(address(row, at), value, percent)


def _target(ledger: Ledger, entry: _Entry, figures: Figures) -> Target:
    return Target(
        sheet=ledger.sheet,
        row=entry.row,
        cell=address(entry.row, entry.columns.target),
        unit=entry.unit,
        name=entry.name,
        measure=figures.measure,
        period=entry.period,
        kind=kind_of(entry.name, figures.measure, f"{figures.words}{entry.columns.header}"),
        target=figures.target,
        done=figures.done,
        stated_rate=figures.rate,
        whole=is_whole(entry.unit),
    )
