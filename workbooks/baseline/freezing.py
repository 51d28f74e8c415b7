"""冻结底线: the projects as they are now, written into 底线目标; anew only where the clerk says so.

A project that stays keeps its row, and with it what the clerk has written beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbooks.baseline.checking import check_baseline
from workbooks.baseline.reading import (
    APPROVAL,
    REMARK,
    SUMS,
    Baseline,
    Frozen,
    entry_sum,
    read_baseline,
    seal_of_all,
    seal_of_project,
)
from workbooks.errors import WrongArgument
from workbooks.history import Entry, entries_of
from workbooks.history.entries import AMOUNT_PLACES, SEAL, cells_of, entry_in
from workbooks.history.matching import match
from workbooks.hosts.port import Host
from workbooks.memory import Noticed
from workbooks.package.cells import Cell
from workbooks.remembering import Row, write_at
from workbooks.sheets.columns import columns_of
from workbooks.sheets.texts import chinese_date, text
from workbooks.supervision.figures import Supervision

HEADER = 2
"""The row of the headings on the sheet that `workbooks.sheets.baseline` makes (0-based)."""


@dataclass(frozen=True, slots=True)
class Freezing:
    """What was frozen. again: whether in place of an earlier baseline, and then what differs from it.

    loosened: how much is worse than in the earlier one, without an approval. noticed: in the earlier one as it stood.
    """

    sheet: str
    projects: int
    again: bool = False
    changed: int = 0
    new: int = 0
    gone: int = 0
    loosened: int = 0
    noticed: tuple[Noticed, ...] = ()


def freeze(
    host: Host, supervision: Supervision, fresh: bytes, renamed: Mapping[str, str], again: bool = False
) -> Freezing:
    """Write the projects into 底线目标. fresh: the empty sheet, for a workbook that has none yet.

    renamed: `Settings.renamed`, by which a project keeps its row under a new name.

    Raises WrongArgument where there is no project; or a baseline already, unless `again`, or the row 【冻结】 names the
    document on which it is frozen anew.
    """
    entries, baseline = entries_of(supervision), read_baseline(host.book)
    if not entries:
        raise WrongArgument(text("baseline.no_projects"), "no_projects")
    if baseline is None:
        return _freeze_first(host, supervision, entries, fresh)
    if not again and not (baseline.line and baseline.line.approval):
        raise WrongArgument(_already(baseline), "already_frozen")
    return _freeze_anew(host, supervision, entries, baseline, renamed)


def _already(baseline: Baseline) -> str:
    day = chinese_date(baseline.as_of) if baseline.as_of else text("baseline.some_day")
    return text("baseline.already", sheet=baseline.sheet, day=day, count=len(baseline.rows))


def _freeze_first(host: Host, supervision: Supervision, entries: Sequence[Entry], fresh: bytes) -> Freezing:
    [sheet] = host.insert_sheets(fresh)
    columns = {column.field: at for at, column in enumerate(columns_of("baseline"))}
    rows = [_row(entry, supervision.as_of) for entry in entries]
    line = _line(supervision, rows, "")
    empty = Baseline(sheet, HEADER, HEADER + 1, columns, None, {}, ())
    write_at(host, "baseline", empty, columns, dict(enumerate([line, *rows], HEADER + 1)))
    return Freezing(sheet, len(entries))


def _freeze_anew(
    host: Host, supervision: Supervision, entries: Sequence[Entry], baseline: Baseline, renamed: Mapping[str, str]
) -> Freezing:
    places = [*baseline.rows]
    before = [baseline.rows[row] for row in places]
    found = match([each.entry for each in before], [_as_frozen(entry) for entry in entries], renamed)
    checked = check_baseline(baseline, entries, supervision.as_of, renamed)
    rows: dict[int, Row] = {places[ours]: _row(entries[theirs], supervision.as_of) for ours, theirs in found.both}
    below = range(baseline.next_row, baseline.next_row + len(found.new))
    rows |= {row: _row(entries[index], supervision.as_of) for row, index in zip(below, found.new, strict=True)}
    changed = [places[ours] for ours, theirs in found.both if before[ours].entry != _as_frozen(entries[theirs])]
    gone = [places[ours] for ours in found.gone]
    line = _line(supervision, [*rows.values()], _story(baseline, supervision.as_of, len(changed), gone))
    at = baseline.line.row if baseline.line else below.stop
    nothing: Row = {}
    used = {row: _used(baseline.rows[row], supervision.as_of) for row in changed if baseline.rows[row].approval}
    beside = {at: {REMARK: line[REMARK]}, **used, **dict.fromkeys((*gone, *below), nothing)}
    _write(host, baseline, {at: line, **rows, **dict.fromkeys(gone, nothing)}, beside)
    return Freezing(
        baseline.sheet, len(entries), True, len(changed), len(found.new), len(gone),
        len(checked.breaches), baseline.noticed,
    )  # fmt: skip


def _write(host: Host, baseline: Baseline, rows: Mapping[int, Row], beside: Mapping[int, Row]) -> None:
    """Write rows at their places. beside: what is written anew into 批准文号 and 备注; where nothing is, they stay."""
    others = {field: at for field, at in baseline.columns.items() if field in (APPROVAL, REMARK)}
    own = {field: at for field, at in baseline.columns.items() if field not in others}
    write_at(host, "baseline", baseline, own, rows)
    held = {row: {**baseline.held.get(row, {}), **{f: cells.get(f) for f in own}} for row, cells in rows.items()}
    write_at(host, "baseline", replace(baseline, held={**baseline.held, **held}), others, beside)


def _as_frozen(entry: Entry) -> Entry:
    """Return what the sheet holds of an entry."""
    held = cells_of(entry, "", date.min, "")
    return entry_in({column.field: held.get(column.field) for column in columns_of("baseline")})


def _row(entry: Entry, as_of: date) -> Row:
    frozen = _as_frozen(entry)
    return cells_of(frozen, "", as_of, seal_of_project(frozen, as_of.isoformat()))


def _line(supervision: Supervision, rows: Sequence[Row], remark: str) -> Row:
    """Return the row 【冻结】N个项目: with the sums, and the code over all rows."""
    totals, day = supervision.totals, supervision.as_of.isoformat()
    amounts = [totals.total_investment, totals.annual_plan]
    rounded = [None if amount is None else round(amount, AMOUNT_PLACES) + 0.0 for amount in amounts]
    sums: dict[str, Cell] = dict(zip(SUMS, (totals.unit or "", *rounded), strict=True))
    seals = [str(row[SEAL]) for row in rows]
    seal = seal_of_all(day, len(rows), [entry_sum(value) for value in sums.values()], seals)
    name = text("baseline.line", count=len(rows))
    return {"name": name, "as_of": day, **sums, SEAL: seal, REMARK: remark}


def _story(baseline: Baseline, as_of: date, changed: int, gone: Sequence[int]) -> str:
    """Return what the row 【冻结】 says of the baselines before: nothing that was approved is forgotten."""
    line = baseline.line
    left = [baseline.rows[row] for row in gone]
    names = "、".join(each.entry.name + (f"（{each.approval}）" if each.approval else "") for each in left)
    said = text(
        "baseline.story",
        before=baseline.as_of.isoformat() if baseline.as_of else text("baseline.some_day"),
        count=len(baseline.rows),
        day=as_of.isoformat(),
        ground=text("baseline.ground", approval=line.approval) if line and line.approval else "",
        changed=changed,
    )
    more = text("baseline.left", names=names) if names else ""
    return "；".join(part for part in (line.remark if line else "", said + more) if part)


def _used(frozen: Frozen, as_of: date) -> Row:
    """Return the cells beside a project whose approved change is frozen now: the document lets no further one pass."""
    said = text("baseline.used", approval=frozen.approval, day=as_of.isoformat())
    return {REMARK: "；".join(part for part in (frozen.remark, said) if part)}
