"""存档本期: this period's projects, written below the periods before, or over those of the same period."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from udfs.periods import ReportPeriod
from workbooks.checks.fields import CALLED
from workbooks.errors import WrongArgument
from workbooks.finding import Finding
from workbooks.history.entries import SEAL, Entry, cells_of, entry_of
from workbooks.history.matching import match
from workbooks.history.reading import Block, History, seal_of_entry, seal_of_period
from workbooks.hosts.port import Host
from workbooks.memory import Noticed
from workbooks.package.cells import Cell
from workbooks.remembering import write_at
from workbooks.sheets.columns import columns_of
from workbooks.sheets.texts import spoken_date, text
from workbooks.supervision.figures import Supervision
from workbooks.supervision.summing import without_done


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept. replaced: whether the same period was kept before; noticed: in the history as it stood."""

    sheet: str
    period: ReportPeriod
    projects: int
    replaced: bool
    noticed: tuple[Noticed, ...]


HEADER = 2
"""The row of the headings on the sheet that `workbooks.sheets.history` makes (0-based)."""


def keep_period(host: Host, supervision: Supervision, history: History | None, fresh: bytes) -> Kept:
    """Write the period's projects into 督导历史. fresh: the empty sheet, for a workbook that has none yet.

    Raises WrongArgument where no period of the year has ended yet, or there is no project.
    """
    period, day = supervision.period, supervision.period.end
    if day is None:
        raise WrongArgument(
            text(
                "history.no_period", year=period.year, kind=period.word, end=spoken_date(period.first_end, period.year)
            ),
            "no_period",
        )
    entries = entries_of(supervision)
    if not entries:
        raise WrongArgument(text("history.no_projects"), "no_projects")
    if history is None:
        [sheet] = host.insert_sheets(fresh)
        columns = {column.field: at for at, column in enumerate(columns_of("history"))}
        history = History(sheet, HEADER, HEADER + 1, columns, (), ())
    same = next((block for block in history.blocks if block.as_of == day), None)
    before = history.before(day)
    seals = [seal_of_entry(entry, day) for entry in entries]
    seal = seal_of_period(day, seals, before.seal if before else "")
    line, places, left = _placed(history, same, entries)
    rows: dict[int, Mapping[str, Cell]] = {row: {} for row in left}
    rows[line] = _line(supervision, day, len(entries), seal)
    for place, entry, own in zip(places, entries, seals, strict=True):
        rows[place] = cells_of(entry, period.title, day, own)
    write_at(host, "history", history, history.columns, rows)
    _seal_anew(host, history, day, seal)
    return Kept(history.sheet, period, len(entries), same is not None, history.noticed)


def entries_of(supervision: Supervision) -> list[Entry]:
    """Return the entries of the projects that are counted, in the ledgers' order."""
    issues = _issues(supervision.findings)
    return [
        entry_of(project, supervision.time_progress, issues[project.sheet, project.row + 1])
        for project in supervision.projects
        if project.counted
    ]


def _issues(findings: Iterable[Finding]) -> Mapping[tuple[str, int], list[str]]:
    """Return what was found in each project's row, by sheet and row (from 1)."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for finding in findings:
        field = CALLED.get(finding.field or "", "")
        found[finding.sheet, finding.row].append(f"{finding.code} {field}".strip())
    return found


def _line(supervision: Supervision, day: date, count: int, seal: str) -> Mapping[str, Cell]:
    """Return the cells, by field, of the row that begins a period: how many projects, and their totals."""
    totals, without = supervision.totals, len(without_done(supervision))
    return {
        "period": supervision.period.title,
        "as_of": day.isoformat(),
        "name": text("history.line", count=count) + (text("history.without_done", count=without) if without else ""),
        "currency": totals.unit or "",
        "total_investment": totals.total_investment,
        "annual_plan": totals.annual_plan,
        "done_this_year": totals.done_this_year,
        "completion_rate": totals.completion_rate,
        "time_progress": supervision.time_progress,
        "gap": totals.gap,
        SEAL: seal,
    }


def _placed(history: History, same: Block | None, entries: Sequence[Entry]) -> tuple[int, list[int], list[int]]:
    """Return where the period's line and its projects are written, and the rows that become blank.

    A project of the same period stays in its row, so that what the clerk has beside it stays its own.
    """
    kept = [*same.rows] if same else []
    own = {index: kept[at] for at, index in match([*same.rows.values()], entries, {}).both} if same else {}
    below = count(history.next_row)
    line = same.line if same and same.line is not None else next(below)
    places = [own[index] if index in own else next(below) for index in range(len(entries))]
    return line, places, [row for row in kept if row not in own.values()]


def _seal_anew(host: Host, history: History, day: date, seal: str) -> None:
    """Give the periods after a day their check codes anew, which rest on that of the day."""
    for block in history.blocks:
        if block.as_of > day and block.line is not None:
            seal = seal_of_period(block.as_of, block.seals.values(), seal)
            host.write_rows(history.sheet, block.line, [history.columns[SEAL]], [[seal]], history.header + 1)
