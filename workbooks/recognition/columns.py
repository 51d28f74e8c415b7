"""Which field each column is: header words first, then parents, neighbours and the cells themselves.

Where evidence leaves two readings the column stays unmapped and one question is put, never a silent guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from workbooks.grid import Grid, address
from workbooks.ledger import Field, Month, Question
from workbooks.recognition.dictionary import EXACT, entries, generic, matches, vocabulary
from workbooks.recognition.headers import HeaderBlock
from workbooks.recognition.profile import Profile, profile
from workbooks.recognition.wording import Wording, abstract, squeeze

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
_MAY_BE_FIGURES = frozenset({"sequence", "code", "name", "phone", "content", "remark", "position", "measure_unit"})
_YEARLY = frozenset({"annual_plan", "completion_rate", "month_plan", "done_this_month", "target"})
_LIKE_A_NAME = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_FIGURE_TYPES = frozenset({"money", "rate", "number"})
_VOCABULARY_FIELDS = ("nature", "level", "category", "stage", "industry")
_JOINED_EXACT, _JOINED_PATTERN, _GENERIC, _PARENT = 3.5, 2.6, 1.6, 1.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column may be, and how well its header says so."""

    column: int
    field: str
    score: float
    wording: Wording


@dataclass(slots=True)
class Mapping:
    """The columns of a ledger, understood."""

    fields: dict[str, Field] = field(default_factory=dict)
    months: tuple[Month, ...] = ()
    unmapped: list[tuple[int, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def header_text(path: tuple[str, ...]) -> str:
    """Return the header as JSON shows it: parent/child, without spaces and line breaks."""
    return "/".join(squeeze(text) for text in path)


class ColumnReader:
    """Maps the columns under one header block.

    first, last: the body's rows. year: the ledger's year by its title, if it names one. answers: the clerk's answers,
    header cell → field. by_unit: a table whose rows are units and not projects (targets, indicators).
    """

    def __init__(
        self, grid: Grid, block: HeaderBlock, first: int, last: int, year: int | None, answers: dict[str, str]
    ) -> None:
        self.grid, self.block, self.answers = grid, block, answers
        self.profiles = {c: profile(grid, c, first, last) for c in block.paths}
        self.first, self.last = first, last
        self.year = year or self._year_of_headers()
        self.mapping = Mapping()

    def read(self, by_unit: bool) -> Mapping:
        """Return the mapping of all columns."""
        months = self._month_columns()
        taken = {c for m in months for c in (m.plan, m.done) if c is not None}
        candidates = [
            c for column in self.block.paths if column not in taken for c in self._candidates(column, by_unit)
        ]
        self.mapping.months = tuple(months)
        self._answer(candidates)
        self._assign(self._adjusted(candidates))
        if not by_unit:
            self._tell_done()
        self._tell_by_cells()
        mapped = {f.column for f in self.mapping.fields.values()} | taken
        self.mapping.unmapped = [
            (column, header_text(path)) for column, path in self.block.paths.items() if column not in mapped and path
        ]
        return self.mapping

    # -- candidates ---------------------------------------------------------------------------------------------

    def _candidates(self, column: int, by_unit: bool) -> Iterable[Candidate]:
        path = self.block.paths[column]
        best: dict[str, Candidate] = {}
        for text, exact, pattern in _readings(path, self._siblings(path)):
            if by_unit and exact == _PARENT:
                continue
            wording = abstract(text)
            for rank, match in enumerate(matches(text)):
                entry = entries()[match.field]
                if entry.only and not by_unit:
                    continue
                score = (exact if match.score == EXACT else pattern) - rank * 0.01
                if by_unit and entry.only:
                    score += 0.6
                if match.field not in best or best[match.field].score < score:
                    best[match.field] = Candidate(column, match.field, score, _period_of(path, wording))
        if by_unit and any(entries()[name].only for name in best):
            best = {name: c for name, c in best.items() if entries()[name].only or entries()[name].type != "money"}
        if len(path) > 1 and _is_generic(path[-1]) and {m.field for m in matches(path[-2])} & _OTHER_MONEY:
            best = {name: c for name, c in best.items() if name in _OTHER_MONEY}  # 自筹/计划 is no annual plan
        for candidate in list(best.values()):
            best[candidate.field] = Candidate(
                column, candidate.field, candidate.score + _preference(candidate, path), candidate.wording
            )
        return [c for found in best.values() if (c := self._fits_cells(found))]

    def _siblings(self, path: tuple[str, ...]) -> int:
        """Return how many columns stand under the same parents."""
        return sum(other[:-1] == path[:-1] for other in self.block.paths.values())

    def _fits_cells(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate if the cells can be what it says, another field if they are words, else None."""
        cells = self.profiles[candidate.column]
        kind = entries()[candidate.field].type
        if len(cells.values) < 2:
            return candidate
        if candidate.field == "name" and cells.figures > 0.8 and self._names_beside(candidate.column):
            return Candidate(candidate.column, "sequence", candidate.score - 0.5, candidate.wording)
        if kind in _FIGURE_TYPES and cells.figures < 0.34:
            instead = _WORDS_INSTEAD.get(candidate.field)
            return Candidate(candidate.column, instead, candidate.score - 0.5, candidate.wording) if instead else None
        if candidate.field in _LONG_TEXTS and cells.figures > 0.8 and cells.dates < 0.5:
            return None
        if kind in ("text", "org", "person") and candidate.field not in _MAY_BE_FIGURES and cells.figures > 0.8:
            return None
        if candidate.field in vocabulary() or candidate.field in _VOCABULARY_FIELDS:
            return self._by_vocabulary(candidate, cells)
        if kind == "date" and cells.dates < 0.2 and cells.figures > 0.8:
            return None
        if candidate.field == "responsible_unit" and cells.persons > 0.7 and cells.organisations < 0.2:
            return Candidate(candidate.column, "responsible_person", candidate.score - 0.3, candidate.wording)
        if candidate.field == "responsible_person" and cells.organisations > 0.7:
            return Candidate(candidate.column, "responsible_unit", candidate.score - 0.3, candidate.wording)
        if candidate.field == "region" and cells.places < 0.2 and cells.length > 12:
            return Candidate(candidate.column, "location", candidate.score, candidate.wording)
        return candidate

    def _names_beside(self, column: int) -> bool:
        """Return whether one heading spans numbers and names, and this column has the numbers."""
        beside = self.block.paths.get(column + 1)
        return beside == self.block.paths[column] and self.profiles[column + 1].share(_LIKE_A_NAME.search) > 0.8

    @staticmethod
    def _by_vocabulary(candidate: Candidate, cells: Profile) -> Candidate:
        """项目类别 may be a level, a nature or an industry: what the cells say is stronger than the header."""
        own = vocabulary().get(candidate.field)
        if own and cells.words_of(own) >= 0.5:
            return Candidate(candidate.column, candidate.field, candidate.score + 0.3, candidate.wording)
        for name in _VOCABULARY_FIELDS:
            words = vocabulary().get(name)
            if name != candidate.field and words and cells.words_of(words) >= 0.7:
                return Candidate(candidate.column, name, candidate.score - 0.2, candidate.wording)
        return candidate

    def _adjusted(self, candidates: list[Candidate]) -> list[Candidate]:
        """Return the candidates with years and rivals considered."""
        kept: list[Candidate] = []
        of_this_year = {c.field for c in candidates if self.year and c.wording.period.year == self.year}
        quarters = any(
            q in squeeze("".join(p)) for p in self.block.paths.values() for q in ("二季度", "三季度", "四季度", "2季度")
        )
        for c in candidates:
            year = c.wording.period.year
            if c.field in ("done_this_year", "actual") and year and self.year and year < self.year:
                c = Candidate(
                    c.column, "last_year" if c.field == "actual" else "done_before_this_year", c.score, c.wording
                )
            elif c.field in _YEARLY and c.field in of_this_year and year and year != self.year:
                continue
            elif c.field == "done_before_this_year" and year and self.year and year >= self.year:
                c = Candidate(c.column, "done_since_start", c.score, c.wording)
            of_a_quarter = quarters and "季" in squeeze("".join(self.block.paths[c.column]))
            if of_a_quarter and entries()[c.field].type == "money":
                continue
            kept.append(c)
        return self._latest_month_first(kept)

    def _latest_month_first(self, candidates: list[Candidate]) -> list[Candidate]:
        """Of several columns up to a month (1-5月, 1-6月) the last one with cells filled in is this year's figure."""
        dated = [c for c in candidates if c.field == "done_this_year" and c.wording.period.month]
        if len({c.column for c in dated}) < 2:
            return candidates
        filled = [c for c in dated if self.profiles[c.column].values] or dated
        latest = max(filled, key=lambda c: (c.wording.period.month or 0, c.score))
        return [c for c in candidates if c not in dated or c.column == latest.column]

    # -- assignment ---------------------------------------------------------------------------------------------

    def _answer(self, candidates: list[Candidate]) -> None:
        """Let the clerk's answers come before everything."""
        for column, path in self.block.paths.items():
            for row in self.block.rows:
                answer = self.answers.get(address(row, column))
                if answer:
                    self._put(answer, column, abstract(path[-1] if path else ""))
                    candidates[:] = [c for c in candidates if c.column != column and c.field != answer]

    def _assign(self, candidates: list[Candidate]) -> None:
        used = {f.column for f in self.mapping.fields.values()}
        for c in sorted(candidates, key=lambda c: (-c.score, c.column)):
            if c.column in used or c.field in self.mapping.fields:
                continue
            self._put(c.field, c.column, c.wording)
            used.add(c.column)
        fields = self.mapping.fields
        if "region" not in fields and "location" in fields:
            fields["region"] = _renamed(fields.pop("location"), "region")

    def _put(self, name: str, column: int, wording: Wording) -> None:
        path = self.block.paths[column]
        period = wording.period
        self.mapping.fields[name] = Field(name, column, header_text(path), None, period.year, period.month)

    # -- months -------------------------------------------------------------------------------------------------

    def _month_columns(self) -> list[Month]:
        """Return the month columns of a ledger that has at least three months side by side."""
        months: dict[int, dict[str, int]] = {}
        for column, path in self.block.paths.items():
            month = _month_of(path)
            if month:
                role = "plan" if _speaks_of_plan(path) else "done"
                months.setdefault(month, {}).setdefault(role, column)
        if len(months) < 3:
            return []
        return [Month(m, roles.get("plan"), roles.get("done")) for m, roles in sorted(months.items())]

    # -- what only evidence tells -----------------------------------------------------------------------------------

    def _tell_done(self) -> None:
        """Settle a done column whose header doesn't say since when: this year, or since the start?"""
        fields = self.mapping.fields
        done = fields.pop("done", None)
        if not done:
            return
        name = self._since_when(done)
        if name and name not in fields:
            fields[name] = _renamed(done, name)
        elif not name:
            cell = address(self.block.rows[-1], done.column)
            self.mapping.questions.append(
                Question(
                    f"fields.{self.grid.name}.{cell}",
                    f"“{done.header}”是今年的完成投资，还是开工以来的？",
                    ("done_this_year", "done_since_start"),
                    cell,
                )
            )

    def _since_when(self, done: Field) -> str | None:
        fields = self.mapping.fields
        this_year, since_start = "done_this_year" in fields, "done_since_start" in fields
        if this_year or since_start:
            return "done_since_start" if this_year and not since_start else "done_this_year" if not this_year else None
        parents = "".join(self.block.paths[done.column][:-1])
        if parents and (
            abstract(parents).period.year == self.year is not None
            or any(w in parents for w in ("年度", "今年", "本年", "当年"))
        ):
            return "done_this_year"
        by_rate = self._by_typed_rate(done)
        if by_rate:
            return by_rate
        by_size = self._by_size(done)
        if by_size:
            return by_size
        plan = fields.get("annual_plan")
        if plan and 0 < done.column - plan.column <= 3 and not self._pairs(plan.column, done.column):
            return "done_this_year"  # a blank template: 年度计划 | 累计完成
        return None

    def _by_typed_rate(self, done: Field) -> str | None:
        """Return what the ledger's own rate was computed from: plan, or total investment."""
        rate = self.mapping.fields.get("completion_rate") or self.mapping.fields.get("rate_of_total")
        for base, name in (("annual_plan", "done_this_year"), ("total_investment", "done_since_start")):
            against = self.mapping.fields.get(base)
            if rate and against and self._is_ratio(done.column, against.column, rate.column):
                return name
        return None

    def _is_ratio(self, part: int, whole: int, rate: int) -> bool:
        """Return whether part ÷ whole is the rate in nearly every row, up to one power of ten (units may differ)."""
        rows = [r for r in self._rows(part, whole, rate) if r[0] > 0 and r[1] > 0 and r[2] > 0]
        if len(rows) < 2:
            return False
        scale = median(r[2] / (r[0] / r[1]) for r in rows)
        near = min((1e-4, 1.0, 1e2, 1e4, 1e6, 1e-2), key=lambda s: abs(scale / s - 1))
        return abs(scale / near - 1) < 0.02 and sum(abs(d / p * near / r - 1) < 0.03 for d, p, r in rows) >= 0.8 * len(
            rows
        )

    def _by_size(self, done: Field) -> str | None:
        plan, total = self.mapping.fields.get("annual_plan"), self.mapping.fields.get("total_investment")
        if not plan:
            return None
        pairs = [(p, d) for p, d in self._pairs(plan.column, done.column) if p > 0]
        if len(pairs) < 2:
            return None
        ratios = [d / p for p, d in pairs]
        over = sum(r > 1.5 for r in ratios) / len(ratios)
        if over >= 0.25 and (not total or median(ratios) < 1000):
            return "done_since_start"
        within = sum(r <= 1.1 for r in ratios) / len(ratios)
        if within >= 0.9 and done.column > plan.column and median(ratios) > 0.001:
            return "done_this_year"
        return None

    def _tell_by_cells(self) -> None:
        """Map columns whose header is blank or colloquial where the cells leave one reading."""
        fields = self.mapping.fields
        used = {f.column for f in fields.values()}
        free = [c for c in self.block.paths if c not in used and self.profiles[c].values]
        if "name" not in fields:
            self._tell_name(free)
        rate, plan, done = (fields.get(n) for n in ("completion_rate", "annual_plan", "done_this_year"))
        if rate and not (plan and done):
            self._tell_plan_and_done(rate, plan, done, [c for c in free if self.profiles[c].figures > 0.8])
        if "region" not in fields and "name" in fields:
            left = [c for c in free if c < fields["name"].column and self.profiles[c].places >= 0.8]
            if len(left) == 1:
                self._put("region", left[0], abstract(""))

    def _tell_name(self, free: list[int]) -> None:
        """Find the column of project names under a blank or unknown header: long texts, each once, near the left."""
        likely = [
            c
            for c in free
            if self.profiles[c].share(_LIKE_A_NAME.search) > 0.8
            and self.profiles[c].distinct > 0.85
            and self.profiles[c].places < 0.4
            and not matches(header_text(self.block.paths[c]))
        ]
        if likely and len(self.profiles[likely[0]].values) >= 2 and likely[0] - self.block.left <= 2:
            self._put("name", likely[0], abstract(header_text(self.block.paths[likely[0]])))

    def _tell_plan_and_done(self, rate: Field, plan: Field | None, done: Field | None, free: list[int]) -> None:
        plans = [plan.column] if plan else free
        dones = [done.column] if done else free
        fits = [(p, d) for p in plans for d in dones if p != d and self._is_ratio(d, p, rate.column)]
        if len(fits) == 1:
            for name, column, known in (("annual_plan", fits[0][0], plan), ("done_this_year", fits[0][1], done)):
                if not known:
                    self._put(name, column, abstract(header_text(self.block.paths[column])))

    # -- cells --------------------------------------------------------------------------------------------------

    def _rows(self, *columns: int) -> list[tuple[float, ...]]:
        """Return the rows in which all the columns are typed numbers."""
        found: list[tuple[float, ...]] = []
        for row in self.grid.rows[self.first : min(self.last, self.first + 400) + 1]:
            numbers = tuple(
                float(v) for c in columns if isinstance(v := row[c], int | float) and not isinstance(v, bool)
            )
            if len(numbers) == len(columns):
                found.append(numbers)
        return found

    def _pairs(self, first: int, second: int) -> list[tuple[float, ...]]:
        return self._rows(first, second)

    def _year_of_headers(self) -> int | None:
        years: dict[str, list[int]] = {}
        for path in self.block.paths.values():
            for text in path:
                year = abstract(text).period.year
                if year:
                    found = matches(text)
                    years.setdefault(found[0].field if found else "", []).append(year)
        for name in ("annual_plan", "done_this_year", "done_this_month"):
            if name in years:
                return max(years[name])
        return max((y for found in years.values() for y in found), default=None)


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
        if is_generic or (siblings == 1 and not matches(child)):
            yield path[start], _PARENT, _PARENT - 0.2


def _preference(candidate: Candidate, path: tuple[str, ...]) -> float:
    """Return a little less for a header further down the field's list, so that 总投资 comes before 概算."""
    listed = entries()[candidate.field].exact
    keys = abstract(path[-1]).keys
    rank = next((i for i, header in enumerate(listed) if header.replace(" ", "") in keys), len(listed))
    revised = 0.1 if "调整后" in path[-1] else -0.3 if path[-1].startswith("原") else 0.0
    return revised - 0.0005 * rank


def _period_of(path: tuple[str, ...], wording: Wording) -> Wording:
    """Return the wording with the period that child and parents name together."""
    joined = abstract("".join(path)).period
    own = wording.period
    period = type(own)(own.year or joined.year, own.month or joined.month)
    return Wording(wording.shown, wording.keys, period, wording.token)


def _month_of(path: tuple[str, ...]) -> int | None:
    """Return the single month that the column is of: 6月, 6月/完成, 分月完成/6."""
    for text in reversed(path):
        wording = abstract(text)
        if wording.token == "M" and wording.period.month:
            found = matches(text)
            names = {m.field for m in found}
            if not found or names & {"done_this_month", "month_plan", "actual", "target", "done", "annual_plan"}:
                return wording.period.month
            return None
        if wording.token == "T":
            return None
        bare = squeeze(text)
        if bare.isdigit() and 1 <= int(bare) <= 12 and len(path) > 1 and "月" in "".join(path[:-1]):
            return int(bare)
    return None


def _speaks_of_plan(path: tuple[str, ...]) -> bool:
    for text in reversed(path):
        bare = squeeze(text)
        if any(word in bare for word in ("完成", "实际", "实绩")) and "计划完成" not in bare:
            return False
        if any(word in bare for word in ("计划", "目标", "任务", "安排")):
            return True
    return False


def _renamed(old: Field, name: str) -> Field:
    return Field(name, old.column, old.header, old.unit, old.year, old.month)
