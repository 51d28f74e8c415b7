"""What a header says its column may be: every reading of child and parents, weighed, and held against the cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbooks.ledger import Period
from workbooks.recognition.dictionary import EXACT, entries, generic, matches, vocabulary
from workbooks.recognition.profile import Profile
from workbooks.recognition.view import View
from workbooks.recognition.wording import abstract, squeeze

# A figure's header over cells of words speaks of the words (完成情况: 已完成主体施工).
_WORDS_INSTEAD = {
    "done": "visible_progress",
    "done_this_year": "visible_progress",
    "done_this_month": "visible_progress",
    "completion_rate": "visible_progress",
    "paid_in": "feedback",
    "annual_plan": "next_step",
    "actual": "visible_progress",
    "target": "next_step",
}
_LONG_TEXTS = frozenset({"visible_progress", "next_step", "problem", "measure", "feedback"})
_OTHER_MONEY = frozenset(
    {"budget_funds", "self_raised", "bond_amount", "planned_funds", "paid_in", "paid_out", "sales"}
    | {"registered_capital", "phase_one_investment", "agreed_investment"}
)
_MAY_BE_FIGURES = frozenset(
    {"sequence", "code", "name", "phone", "owner_phone", "content", "remark", "position", "measure_unit"}
)
_OF_EARLIER_YEARS = {"done_this_year": "done_before_this_year", "actual": "last_year"}
_YEARLY = frozenset({"annual_plan", "completion_rate", "month_plan", "done_this_month", "target"})
_FIGURE_TYPES = frozenset({"money", "rate", "number"})
_VOCABULARY_FIELDS = ("nature", "level", "category", "stage", "industry")
_LINES_OF_A_PROJECT = re.compile(
    r".{0,4}(?:计划|完成|实际|目标|累计|本月)(?:投资|数|额)?"
)  # 计划 over 完成 in two rows
_MONEY_HEADER = re.compile(r"投资|资金|[万亿千]元")
_REVISED = re.compile(r"原|年初计划|调整")
_TIMELY = re.compile(r"[年月旬累]|开工|竣工|计划|实际")
_QUARTERS = re.compile(r"[二三四234]季度")
_JOINED_EXACT, _JOINED_PATTERN, _GENERIC, _PARENT = 3.5, 2.6, 1.6, 1.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column may be, how well its header says so, and the period that the header names."""

    column: int
    field: str
    score: float
    period: Period


def candidates(view: View, columns: Iterable[int], by_unit: bool) -> list[Candidate]:
    """Return what the columns may be. by_unit: in a table whose rows are units and not projects."""
    found = [c for column in columns for c in _of_column(view, column, by_unit)]
    return _latest_month_first(view, _of_their_year(view, found))


def _of_column(view: View, column: int, by_unit: bool) -> Iterable[Candidate]:
    path = view.block.paths[column]
    period = _period_of(path)
    best: dict[str, Candidate] = {}
    for text, exact, pattern in _readings(path, _siblings(view, path)):
        if by_unit and exact == _PARENT:
            continue
        allowed = [match for match in matches(text) if by_unit or not entries()[match.field].only]
        allowed.sort(key=lambda match: not entries()[match.field].only)  # a target is rather a target than a plan
        for rank, match in enumerate(allowed):
            entry = entries()[match.field]
            score = (exact if match.score == EXACT else pattern) - rank * 0.01 + (0.6 if entry.only else 0.0)
            if match.field not in best or best[match.field].score < score:
                best[match.field] = Candidate(column, match.field, score, period)
    if by_unit and any(entries()[name].only for name in best):
        best = {name: c for name, c in best.items() if entries()[name].only or entries()[name].type != "money"}
    if len(path) > 1 and _is_generic(path[-1]) and {m.field for m in matches(path[-2])} & _OTHER_MONEY:
        best = {name: c for name, c in best.items() if name in _OTHER_MONEY}  # 自筹/计划 is no annual plan
    if len(path) > 1 and "visible_progress" in best and _speaks_of_goals(path[:-1]):
        best["next_step"] = replace(best.pop("visible_progress"), field="next_step")
    for candidate in best.values():
        fitting = _fitting(view, replace(candidate, score=candidate.score + _preference(candidate.field, path)))
        if fitting:
            yield fitting


def _speaks_of_goals(parents: tuple[str, ...]) -> bool:
    said = "".join(parents)
    return bool(re.search("目标|计划|任务", said)) and not re.search("完成|实际|实绩", said)


def _siblings(view: View, path: tuple[str, ...]) -> int:
    """Return how many columns stand under the same parents."""
    return sum(other[:-1] == path[:-1] for other in view.block.paths.values())


def _fitting(view: View, candidate: Candidate) -> Candidate | None:
    """Return the candidate if the cells can be what it says, another field if they are words, else None."""
    cells = view.profiles[candidate.column]
    kind = entries()[candidate.field].type
    if len(cells.values) < 2:
        return candidate
    if candidate.field == "name" and cells.figures > 0.8 and _names_beside(view, candidate.column):
        return replace(candidate, field="sequence", score=candidate.score - 0.5)
    speaks_of_money = bool(_MONEY_HEADER.search(view.block.header(candidate.column)))
    if kind in _FIGURE_TYPES and cells.figures < 0.34 and not (speaks_of_money and cells.figures > 0):
        instead = _WORDS_INSTEAD.get(candidate.field)
        return replace(candidate, field=instead, score=candidate.score - 0.5) if instead else None
    if candidate.field in _LONG_TEXTS and cells.figures > 0.8 and cells.dates < 0.5:
        return None
    if kind == "rate" and cells.middle > 1000:
        return None  # amounts
    if kind in ("text", "org", "person") and candidate.field not in _MAY_BE_FIGURES and cells.figures > 0.8:
        return None
    if kind == "text" and _has_lines_of_a_project(cells):
        return None
    if candidate.field in vocabulary() or candidate.field in _VOCABULARY_FIELDS:
        return _by_vocabulary(candidate, cells)
    if kind == "date" and cells.dates < 0.2 and cells.figures > 0.8:
        return None
    if candidate.field == "responsible_unit" and cells.persons > 0.7 and cells.organisations < 0.2:
        return replace(candidate, field="responsible_person", score=candidate.score - 0.3)
    if candidate.field == "responsible_person" and cells.organisations > 0.7:
        return replace(candidate, field="responsible_unit", score=candidate.score - 0.3)
    if candidate.field == "region" and cells.places < 0.2 and cells.length > 12:
        return replace(candidate, field="location")
    return candidate


def _has_lines_of_a_project(cells: Profile) -> bool:
    """Return whether the column only says which line of a project the row is: 计划 over 完成."""
    lines = {word for text in set(cells.texts) for word in ("计划", "完成") if word in text}
    return len(lines) == 2 and cells.words_of(_LINES_OF_A_PROJECT) > 0.8


def _names_beside(view: View, column: int) -> bool:
    """Return whether one heading spans numbers and names, and this column has the numbers."""
    beside = view.block.paths.get(column + 1)
    return beside == view.block.paths[column] and view.profiles[column + 1].like_names > 0.8


def _by_vocabulary(candidate: Candidate, cells: Profile) -> Candidate:
    """项目类别 may be a level, a nature or an industry: what the cells say is stronger than the header."""
    own = vocabulary().get(candidate.field)
    if own and cells.words_of(own) >= 0.5:
        return replace(candidate, score=candidate.score + 0.3)
    for name in _VOCABULARY_FIELDS:
        words = vocabulary().get(name)
        if name != candidate.field and words and cells.words_of(words) >= 0.7:
            return replace(candidate, field=name, score=candidate.score - 0.2)
    return candidate


def _of_their_year(view: View, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates that the years in the headers leave: last year's figures are no figures of this year."""
    year = view.year
    of_this_year = {c.field for c in found if year and c.period.year == year}
    quarters = any(_QUARTERS.search(squeeze("".join(path))) for path in view.block.paths.values())
    kept: list[Candidate] = []
    for c in found:
        said = c.period.year
        if said and year and said < year and c.field in _OF_EARLIER_YEARS:
            c = replace(c, field=_OF_EARLIER_YEARS[c.field])
        elif c.field in _YEARLY and c.field in of_this_year and said and said != year:
            continue
        elif c.field == "done_before_this_year" and said and year and said >= year + _is_before(view, c):
            c = replace(c, field="done_since_start")
        of_a_quarter = quarters and "季" in squeeze("".join(view.block.paths[c.column]))
        if not (of_a_quarter and entries()[c.field].type == "money"):
            kept.append(c)
    return kept


def _is_before(view: View, candidate: Candidate) -> bool:
    """Return whether the header says 2025年前, which leaves 2025 out, and not 2025年底前."""
    return bool(re.search(r"年(?:以|之)?前", view.block.header(candidate.column)))


def _latest_month_first(view: View, found: list[Candidate]) -> list[Candidate]:
    """Of several columns up to a month (1-5月, 1-6月) the last one with cells filled in is this year's figure."""
    dated = [c for c in found if c.field == "done_this_year" and c.period.month]
    if len({c.column for c in dated}) < 2:
        return found
    filled = [c for c in dated if view.profiles[c.column].values] or dated
    latest = max(filled, key=lambda c: (c.period.month or 0, c.score))
    return [c for c in found if c not in dated or c.column == latest.column]


def _is_generic(header: str) -> bool:
    return any(key in generic() for key in abstract(header).keys)


def _readings(path: tuple[str, ...], siblings: int) -> Iterable[tuple[str, float, float]]:
    """Yield the texts by which a column may be known, with the score of a listed header and of a pattern.

    A parent speaks for a column where the child says nothing by itself, and it is the parent's only one.
    """
    if not path:
        return
    child = path[-1]
    is_generic = _is_generic(child)
    alone = len(path) == 1
    yield child, EXACT if alone or not is_generic else _GENERIC, 2.0 if alone or not is_generic else _GENERIC - 0.2
    for start in range(len(path) - 2, -1, -1):
        yield "".join(path[start:]), _JOINED_EXACT, _JOINED_PATTERN
        yield path[start] + child, _JOINED_EXACT - 0.05, _JOINED_PATTERN - 0.05
        # 开工时间 / 计划 is 计划开工时间, 完成投资 / 本月 is 本月完成投资
        if (is_generic or _TIMELY.search(child)) and not _REVISED.match(child):
            yield child + path[start], _JOINED_EXACT - 0.1, _JOINED_PATTERN - 0.1
        if "时间" in path[start] + child:
            yield _when(path[start], child), _JOINED_EXACT - 0.1, _JOINED_PATTERN - 0.1
        if is_generic or (siblings == 1 and not matches(child)):
            yield path[start], _PARENT, _PARENT - 0.2


def _when(parent: str, child: str) -> str:
    """Return 计划开工时间 for 开工时间 / 计划时间 and for 计划时间 / 开工."""
    first, second = (parent, child) if "开工" in child or "竣工" in child else (child, parent)
    return first.replace("时间", "") + second.replace("时间", "") + "时间"


def _preference(name: str, path: tuple[str, ...]) -> float:
    """Return a little less for a header further down the field's list, so that 总投资 comes before 概算."""
    listed = entries()[name].exact
    keys = abstract(path[-1]).keys
    rank = next((i for i, header in enumerate(listed) if header.replace(" ", "") in keys), 0)
    revised = 0.1 if "调整后" in path[-1] else -0.3 if path[-1].startswith(("原", "年初")) else 0.0
    return revised - 0.0005 * rank


def _period_of(path: tuple[str, ...]) -> Period:
    """Return the period that child and parents name together, the child's first."""
    joined = abstract("".join(path)).period
    own = abstract(path[-1]).period if path else joined
    return Period(own.year or joined.year, own.month or joined.month)
