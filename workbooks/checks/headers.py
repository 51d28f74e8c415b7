"""What header and names tell: a plan of another year, a section or a unit taken for a project."""

import re
from collections.abc import Iterator

from workbooks.checks.case import Case
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt

_COUNTED = re.compile(r".{2,}[（(]?(?:共|计)?\d+\s*[个项宗][）)]?")
_UNIT = re.compile(
    r".{1,12}(?:人民政府|县政府|市政府|区政府|管委会|管理委员会|发改局|住建局|交通局|水利局|教育局|卫健局|委员会|办公室|办事处)"
)
_MONEY = ("total_investment", "annual_plan", "done_this_year", "done_since_start", "agreed_investment")


@rule("I505")
def plan_of_another_year(case: Case) -> Iterator[Doubt]:
    """Yield plan columns whose header names another year than the reporting date."""
    if case.as_of is None or not case.has("annual_plan"):
        return
    year = case.ledger.fields["annual_plan"].year
    if year is not None and year != case.as_of.year:
        yield case.doubt_header("annual_plan", year=year, now=case.as_of.year)


@rule("I506")
def not_a_project(case: Case) -> Iterator[Doubt]:
    """Yield names that look like a section (…（16个）) or a unit, in rows without any amount."""
    if not case.has("name") or case.ledger.kind not in ("progress", "reserve"):
        return
    columns = [column for name in _MONEY if (column := case.figures(name)) is not None]
    for i, name in enumerate(case.texts("name")):
        if type(name) is not str or not (_COUNTED.fullmatch(name.strip()) or _UNIT.fullmatch(name.strip())):
            continue
        if columns and not any(column[i] for column in columns):
            yield case.doubt("name", i, name=name.strip())
