"""Which field each column is: header words first, then parents, neighbours and the cells themselves.

Where evidence leaves two readings the column stays unmapped and one question is put, never a silent guess.
"""

from dataclasses import dataclass, field, replace

from workbooks.grid import address
from workbooks.ledger import Field, Month, Period, Question
from workbooks.recognition.candidates import Candidate, candidates
from workbooks.recognition.evidence import column_of_names, plan_and_done, since_when
from workbooks.recognition.months import month_columns
from workbooks.recognition.view import View
from workbooks.recognition.wording import abstract


@dataclass(slots=True)
class Mapping:
    """The columns of a ledger, understood."""

    fields: dict[str, Field] = field(default_factory=dict)
    months: tuple[Month, ...] = ()
    unmapped: list[tuple[int, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def map_columns(view: View, answers: dict[str, str], by_unit: bool) -> Mapping:
    """Return the mapping of all columns. answers: the clerk's, header cell → field.

    by_unit: a table whose rows are units and not projects (targets, indicators).
    """
    mapping = Mapping(months=month_columns(view.block))
    taken = {column for month in mapping.months for column in (month.plan, month.done) if column is not None}
    found = candidates(view, (column for column in view.block.paths if column not in taken), by_unit)
    _assign(view, mapping, _without_answered(view, mapping, found, answers))
    if not by_unit:
        _tell_done(view, mapping)
    _tell_by_cells(view, mapping, taken)
    taken |= {place.column for place in mapping.fields.values()}
    mapping.unmapped = [(c, view.block.header(c)) for c, path in view.block.paths.items() if c not in taken and path]
    return mapping


def _put(view: View, mapping: Mapping, name: str, column: int, period: Period) -> None:
    mapping.fields[name] = Field(name, column, view.block.header(column), None, period.year, period.month)


def _without_answered(view: View, mapping: Mapping, found: list[Candidate], answers: dict[str, str]) -> list[Candidate]:
    """Let the clerk's answers come first; return the candidates that they leave."""
    for column, path in view.block.paths.items():
        for row in view.block.rows:
            answer = answers.get(address(row, column))
            if answer:
                _put(view, mapping, answer, column, abstract(path[-1]).period if path else Period())
                found = [c for c in found if c.column != column and c.field != answer]
    return found


def _assign(view: View, mapping: Mapping, found: list[Candidate]) -> None:
    used = {place.column for place in mapping.fields.values()}
    for c in sorted(found, key=lambda c: (-c.score, c.column)):
        if c.column not in used and c.field not in mapping.fields:
            _put(view, mapping, c.field, c.column, c.period)
            used.add(c.column)
    if "region" not in mapping.fields and "location" in mapping.fields:
        # 建设地点 is the region where nothing else is (domain.md a).
        mapping.fields["region"] = replace(mapping.fields.pop("location"), name="region")


def _tell_done(view: View, mapping: Mapping) -> None:
    """Settle a done column whose header doesn't say since when: this year's, the start's, or a question."""
    done = mapping.fields.pop("done", None)
    if not done:
        return
    name = since_when(view, done, mapping.fields)
    if name:
        mapping.fields[name] = replace(done, name=name)
    elif not {"done_this_year", "done_since_start"} <= mapping.fields.keys():
        cell = address(view.block.rows[-1], done.column)
        mapping.questions.append(
            Question(
                f"fields.{view.grid.name}.{cell}",
                f"“{done.header}”是今年的完成投资，还是开工以来的？",
                ("done_this_year", "done_since_start"),
                cell,
            )
        )


def _tell_by_cells(view: View, mapping: Mapping, taken: set[int]) -> None:
    """Map columns whose header is blank or colloquial where the cells leave one reading."""
    fields = mapping.fields
    used = taken | {place.column for place in fields.values()}
    free = [column for column in view.block.paths if column not in used and view.profiles[column].values]

    def put(name: str, column: int) -> None:
        _put(view, mapping, name, column, abstract(view.block.header(column)).period)
        free.remove(column)

    named = "name" in fields
    if "name" not in fields and (names := column_of_names(view, free)) is not None:
        put("name", names)
    pair = plan_and_done(view, fields, free) if named else None  # 应出勤, 实际出勤 and a rate are no investment
    for name, column in zip(("annual_plan", "done_this_year"), pair or (), strict=False):
        if name not in fields:
            put(name, column)
    if "region" not in fields and "name" in fields:
        left = [c for c in free if c < fields["name"].column and view.profiles[c].places >= 0.8]
        if len(left) == 1:
            put("region", left[0])
