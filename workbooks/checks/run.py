"""Run every rule over every ledger, keep one doubt a cell, and word what is kept."""

from collections.abc import Container, Sequence
from datetime import date

from workbooks.checks.case import Case, Place
from workbooks.checks.catalogue import Rule, logic, rules
from workbooks.checks.culprits import culprits
from workbooks.checks.doubt import Doubt, worded
from workbooks.checks.settings import Lookup, limits, severities
from workbooks.finding import Finding, Severity
from workbooks.grid import Book, address
from workbooks.ledger import Ledger


def check(ledgers: Sequence[Ledger], settings: Lookup, as_of: date | None, book: Book) -> list[Finding]:
    """Return every finding in the ledgers, in the order of sheets, rows and columns.

    A doubtful cell is told once, by the first rule of the catalogue that doubts it. Without `as_of`, today decides what
    lies in the future.
    """
    severity = severities(settings, {code: rule.severity for code, rule in rules().items()})
    bounds, today = limits(settings), as_of or date.today()
    findings: list[Finding] = []
    for at, ledger in enumerate(ledgers):
        case = Case(ledger, bounds, as_of, _latest(ledger, today), ledgers[:at])
        findings += [_worded(rules()[code], severity[code], case, doubt) for code, doubt in _judge(case, severity)]
    order = {grid.name: at for at, grid in enumerate(book.grids)}
    first = {(f.sheet, f.cell): f for f in reversed(findings)}
    return sorted(first.values(), key=lambda f: (order.get(f.sheet, len(order)), f.row, len(f.cell), f.cell))


def _latest(ledger: Ledger, today: date) -> date:
    """Return the last day that isn't future: the year's end where the ledger speaks of a later year than `today`."""
    year = ledger.period.year
    return date(year, 12, 31) if year and year > today.year else today


def _judge(case: Case, switched_on: Container[str]) -> list[tuple[str, Doubt]]:
    """Return the doubts that stand, by rule: none on a cell doubted before, none that rests on a figure in doubt."""
    told: dict[Place, Doubt] = {}
    if "E204" in switched_on:
        case.wrong.update(culprits(case))
    found: list[tuple[str, Doubt]] = []
    for code, judge in logic().items():
        if code not in switched_on:
            continue
        doubts_value = rules()[code].doubts_value
        for doubt in judge(case):
            place = doubt.row, doubt.column
            if place in told or _rests_on_doubt(case, doubt):
                continue
            told[place] = doubt
            found.append((code, doubt))
            if doubts_value:
                case.wrong.setdefault(place, doubt)
    return found


def _rests_on_doubt(case: Case, doubt: Doubt) -> bool:
    if doubt.involves and case.wrong_columns.intersection((doubt.field or "", *doubt.involves)):
        return True
    project = doubt.project
    return project is not None and any(case.is_wrong(name, project) for name in doubt.involves)


def _worded(rule: Rule, severity: Severity, case: Case, doubt: Doubt) -> Finding:
    facts = {name: worded(fact) for name, fact in doubt.facts.items()}
    project = case.ledger.text("name", doubt.project) if doubt.project is not None else doubt.label.strip()
    return Finding(
        code=rule.code,
        severity=severity,
        sheet=case.ledger.sheet,
        cell=address(doubt.row, doubt.column),
        row=doubt.row + 1,
        project=project,
        field=doubt.field,
        message=rule.message.format_map(facts),
        suggestion=rule.solve.format_map(facts),
    )
