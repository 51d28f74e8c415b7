"""The columns of a targets ledger: each target with the done figures and the typed rate that belong to it.

A header and its parents say who (青岚区), what (新签约项目) and till when (一季度) in any order; columns that say the
same but for their role belong together. What they don't say stands in the rows, or in the title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from udfs.target_periods import TargetPeriod, years_in
from udfs.values.cells import Value, figure
from workbooks.ledger import Field, Ledger
from workbooks.recognition.headers import HeaderBlock, Merges, find_headers
from workbooks.recognition.money import with_units
from workbooks.recognition.profile import Profile, is_administrative, profile
from workbooks.recognition.unit_lines import UnitLine
from workbooks.recognition.zone import read_zone
from workbooks.targets.labels import is_whole
from workbooks.targets.records import TargetColumns
from workbooks.targets.wording import Role, wording

_NO_FIGURES = frozenset({"sequence", "region", "responsible_unit", "indicator", "name", "measure_unit", "deadline"})
_TEXTS = 0.3  # a column with fewer figures among its cells is none of figures
_NEAR = 0.6  # 百分点 by which a typed rate may differ by rounding to whole percent


@dataclass(slots=True)
class _Column:
    """A column of figures as its header says it."""

    at: int
    role: Role
    family: tuple[str, ...]
    period: TargetPeriod | None
    unit: str | None


def groups_of(ledger: Ledger, year: int) -> tuple[TargetColumns, ...]:
    """Return the ledger's targets, from left to right. year: the one meant where the headers name none."""
    block = _block(ledger)
    if block is None:
        return ()
    columns = [_read(block, at, year) for at in block.paths if _holds_figures(ledger, block, at)]
    targets = [column for column in columns if column.role == "target"]
    dones = _belonging(targets, [column for column in columns if column.role == "done"])
    rates = _belonging(targets, [column for column in columns if column.role == "rate"])
    dones = [_as_far_as_it_counts(target, done) for target, done in zip(targets, dones, strict=True)]
    rates = [_unless_of_another(target, rate, targets) for target, rate in zip(targets, rates, strict=True)]
    for at, target in enumerate(targets):
        if target.unit == "%" and dones[at] is None:
            dones[at], rates[at] = rates[at], None  # 目标（%）, 完成（%）
        rate = rates[at]
        if dones[at] is None and rate is not None:
            dones[at] = _done_by_rate(ledger, block, target, rate, columns)
    lines = read_zone(ledger.grid, 0, block.rows[0] - 1, block.left, block.right).units
    return tuple(
        _group(ledger, block, lines, target, done, rate)
        for target, done, rate in zip(targets, dones, rates, strict=True)
    )


def year_of(ledger: Ledger) -> int | None:
    """Return the year that the ledger's title names, else the latest that a header does; None where none does."""
    block = _block(ledger)
    headers = {text for path in block.paths.values() for text in path} if block else set()
    return ledger.period.year or max((year for text in headers for year in years_in(text)), default=None)


def body_rows(ledger: Ledger) -> list[int]:
    """Return every row under the header that may hold figures: of units, of sums, continuing the one above."""
    further = [row for rows in ledger.continuations.values() for row in rows]
    return sorted({*ledger.rows, *further, *(summary.row for summary in ledger.summaries)})


def cells_of(ledger: Ledger, column: int) -> Profile:
    """Return what the column's cells under the header are like."""
    rows = body_rows(ledger)
    return profile(ledger.grid, column, rows[0], rows[-1]) if rows else Profile(())


def _block(ledger: Ledger) -> HeaderBlock | None:
    blocks = find_headers(ledger.grid, Merges(ledger.grid.merges))
    return next((b for b in blocks if b.rows == ledger.header_rows and b.right == ledger.right), None)


def _holds_figures(ledger: Ledger, block: HeaderBlock, at: int) -> bool:
    named = {place.column for name, place in ledger.fields.items() if name in _NO_FIGURES}
    cells = cells_of(ledger, at)
    return bool(block.paths[at]) and at not in named and (not cells.values or cells.figures >= _TEXTS)


def _read(block: HeaderBlock, at: int, year: int) -> _Column:
    """Return the column's role by the lowest of its headers that has one; what all say else is its family."""
    said = [wording(text, year) for text in reversed(block.paths[at])]
    role: Role = next((one.role for one in said if one.role), "")
    family = tuple(one.rest for one in reversed(said) if one.rest)
    period = next((one.period for one in said if one.period), None)
    return _Column(at, role, family, period, next((one.unit for one in said if one.unit), None))


def _belonging(targets: Sequence[_Column], others: Sequence[_Column]) -> list[_Column | None]:
    """Return each target's column: of its family, of several there the one of its period, else one beside it."""
    found: list[_Column | None] = []
    for target in targets:
        own = [one for one in others if one.family == target.family]
        same = [one for one in own if one.period == target.period]
        found.append(same[0] if same else own[0] if len(own) == 1 else None)
    taken = {one.at for one in found if one}
    for at, target in enumerate(targets):
        after = targets[at + 1].at if at + 1 < len(targets) else target.at + 4
        beside = [one for one in others if target.at < one.at < after and not one.family and one.at not in taken]
        if found[at] is None and beside:
            found[at] = beside[0]
    return found


def _as_far_as_it_counts(target: _Column, done: _Column | None) -> _Column | None:
    """Return the done column, None where it leaves out the beginning of the target's period: 二季度完成 of 全年目标."""
    late = done and done.period and target.period and done.period.first > target.period.first
    return None if late else done


def _unless_of_another(target: _Column, rate: _Column | None, targets: Sequence[_Column]) -> _Column | None:
    """Return the rate column, None where it is that of another target: of its period (完成全年目标%), else the last."""
    if rate is None or rate.family != target.family:
        return rate
    rivals = [one for one in targets if one.family == rate.family]
    own = [one for one in rivals if one.period == rate.period] or [one for one in rivals if one.at < rate.at][-1:]
    return rate if target in own or not own else None


def _done_by_rate(
    ledger: Ledger, block: HeaderBlock, target: _Column, rate: _Column, columns: Sequence[_Column]
) -> _Column | None:
    """Return the column under the same parent by which the typed rates come out: 拟利用外资, 占目标任务%."""
    parent = block.paths[target.at][:-1]
    rivals = [one for one in columns if not one.role and parent and block.paths[one.at][:-1] == parent]
    cells = [ledger.grid.rows[row] for row in body_rows(ledger)]
    fitting = [one for one in rivals if _gives_rates(cells, target.at, one.at, rate.at)]
    return fitting[0] if len(fitting) == 1 else None


def _gives_rates(rows: Sequence[Sequence[Value]], target: int, done: int, rate: int) -> bool:
    compared = [
        abs(shown - part * 100 / whole) <= _NEAR or abs(shown * 100 - part * 100 / whole) <= _NEAR
        for row in rows
        if (whole := figure(row[target])) and (part := figure(row[done])) is not None
        if (shown := figure(row[rate])) is not None
    ]
    return len(compared) >= 2 and all(compared)


def _group(
    ledger: Ledger,
    block: HeaderBlock,
    lines: Sequence[UnitLine],
    target: _Column,
    done: _Column | None,
    rate: _Column | None,
) -> TargetColumns:
    units = [part for part in target.family if is_administrative(part) or is_whole(part)]
    names = [part.removesuffix("情况") for part in target.family if part not in units]
    return TargetColumns(
        target.at,
        done.at if done else None,
        rate.at if rate else None,
        units[-1] if units else "",
        "".join(names),
        target.unit or _unit(ledger, block, lines, target.at) or "",
        target.period,
        block.header(target.at),
    )


def _unit(ledger: Ledger, block: HeaderBlock, lines: Sequence[UnitLine], at: int) -> str | None:
    """Return the unit that the lines above the header give to the column."""
    place = Field("target", at, block.header(at))
    fields, _ = with_units({"target": place}, block.paths, lines, ledger.grid, ledger.rows, {}, block.rows[-1])
    return fields["target"].unit
