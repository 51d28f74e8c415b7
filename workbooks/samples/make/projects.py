"""An honest project: its figures agree with each other, its dates with its state, its texts with its stage."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.tables import county_names, table, towns

PACES = {"ahead": (1.0, 1.48), "near": (0.82, 0.98), "behind": (0.46, 0.76), "far": (0.06, 0.36)}
"""How far the year's work is, as a multiple of the months passed."""

TEMPERS = {
    "brisk": ["ahead"] * 9 + ["near"] * 3 + ["behind"] * 1,
    "usual": ["ahead"] * 9 + ["near"] * 3 + ["behind"] * 3 + ["far"] * 1,
    "slack": ["ahead"] * 5 + ["near"] * 3 + ["behind"] * 4 + ["far"] * 2,
}
"""How the paces are mixed in a place."""

STARTS = (2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8, 9, 10)
"""The months in which a year's new projects mean to start: after the Spring Festival, mostly."""


@dataclass(frozen=True, slots=True)
class Project:
    """One project. Amounts in 万元; None where a ledger leaves the cell blank.

    before: done up to last year's end. months: done in each month of the year up to the reporting month.
    state: 前期, 未开工, 在建 or 已竣工.
    """

    name: str
    place: str
    town: str
    level: str
    nature: str
    industry: str
    category: str
    funding: str
    content: str
    total: int
    before: int | None
    plan: int | None
    months: tuple[int, ...] | None
    planned_start: date
    actual_start: date | None
    planned_finish: date
    actual_finish: date | None
    state: str
    progress: str
    problem: str | None
    next_step: str
    owner: str
    unit: str
    person: str
    leader: str
    star: bool = False

    @property
    def done(self) -> int | None:
        """What the year has done so far."""
        return None if self.months is None else sum(self.months)

    @property
    def this_month(self) -> int | None:
        """What the reporting month has done."""
        return None if self.months is None else self.months[-1]

    @property
    def since_start(self) -> int | None:
        """Everything done since the start."""
        return None if self.done is None else (self.before or 0) + self.done

    @property
    def rate(self) -> float | None:
        """Share of the year's plan that is done, unrounded."""
        return None if not self.plan or self.done is None else self.done / self.plan


@dataclass(frozen=True, slots=True)
class Where:
    """Where and when projects are drawn: place, its leaders, reporting month, mixture of paces."""

    place: str
    leaders: tuple[str, ...]
    year: int
    month: int
    temper: str = "usual"


def draw(inventor: Inventor, where: Where, nature: str, kinds: list[str] | None = None) -> Project:
    """Return an invented honest project of this nature: 续建, 新开工, 竣工 or 前期."""
    name = None
    while name is None:
        kind, bare = inventor.subject(kinds)
        town, firm = inventor.one_of(towns(where.place)), inventor.firm()
        name = inventor.project_name(bare, where.place, town, kind, firm)
    works = _Works(inventor, where, nature, kind)
    return Project(
        name=name,
        place=where.place,
        town=town,
        nature=nature,
        industry=kind["industry"],
        category=kind["category"],
        funding="社会投资" if kind["builder"] == "firm" else "政府投资",
        content=inventor.content(kind),
        owner=inventor.owner(kind, where.place, firm),
        unit=_department(kind, where.place),
        person=inventor.person(),
        leader=inventor.one_of(where.leaders),
        **works.facts(),
    )


def _department(kind: dict[str, Any], place: str) -> str:
    return f"{place}{kind['department']}" if place in county_names() else f"{place}管委会"


class _Works:
    """The figures, dates and texts of one project."""

    def __init__(self, inventor: Inventor, where: Where, nature: str, kind: dict[str, Any]) -> None:
        self.inventor, self.where, self.nature, self.family = inventor, where, nature, kind["family"]
        low, high = kind["total"]
        self.total = inventor.amount(low, high, 100)
        self.pace = inventor.one_of(TEMPERS[where.temper])

    def facts(self) -> dict[str, Any]:
        """Return everything that depends on how far the works are."""
        facts: dict[str, Any] = {
            "total": self.total, "before": None, "plan": None, "months": None, "actual_start": None,
            "actual_finish": None, "problem": None,
            "level": self.inventor.one_of(["省级", "市级", "市级", "县级", "县级", "县级"]),
        }  # fmt: skip
        facts |= {"前期": self._preparing, "新开工": self._new, "续建": self._running, "竣工": self._finishing}[
            self.nature
        ]()
        facts["star"] = facts["level"] == "省级"
        return facts

    def _preparing(self) -> dict[str, Any]:
        start = date(self.where.year + 1, self.inventor.between(2, 9), 1)
        return {
            "planned_start": start,
            "planned_finish": _later(start, self.inventor.between(14, 34)),
            "state": "前期",
            "progress": self.inventor.fill(self.inventor.one_of(table("progress")["planning"])),
            "next_step": self._next("planning"),
        }

    def _new(self) -> dict[str, Any]:
        year, month = self.where.year, self.where.month
        planned = date(year, self.inventor.one_of(STARTS), 1)
        plan = self._round(self.total * self.inventor.random.uniform(0.18, 0.52))
        finish = _later(planned, self.inventor.between(13, 30))
        dates = {"planned_start": planned, "planned_finish": finish, "before": 0, "plan": plan}
        stalled = planned.month <= month and self.inventor.random.random() < 0.12
        if planned.month >= month or stalled:
            waiting = {
                "months": (0,) * month,
                "state": "未开工",
                "progress": self.inventor.fill(self.inventor.one_of(table("progress")["waiting"])),
                "next_step": self._next("waiting"),
            }
            return dates | waiting | (self._held_up() if stalled else {})
        start = date(year, min(month - 1, planned.month + self.inventor.between(0, 1)), self.inventor.between(3, 26))
        return dates | {"actual_start": start} | self._under_way(plan, 0, start.month)

    def _running(self) -> dict[str, Any]:
        year = self.where.year
        start = date(year - self.inventor.between(1, 3), self.inventor.between(1, 12), self.inventor.between(2, 27))
        before = self._round(self.total * self.inventor.random.uniform(0.14, 0.52))
        plan = self._round((self.total - before) * self.inventor.random.uniform(0.32, 0.62))
        return {
            "planned_start": start.replace(day=1),
            "actual_start": start,
            "planned_finish": date(year + self.inventor.between(1, 2), self.inventor.between(3, 12), 1),
            "before": before,
            "plan": plan,
        } | self._under_way(plan, before, 1)

    def _finishing(self) -> dict[str, Any]:
        year, month = self.where.year, self.where.month
        start = date(year - self.inventor.between(1, 3), self.inventor.between(1, 12), self.inventor.between(2, 27))
        before = self._round(self.total * self.inventor.random.uniform(0.42, 0.78))
        plan = self.total - before
        facts = {"planned_start": start.replace(day=1), "actual_start": start, "before": before, "plan": plan}
        if self.pace != "ahead":
            return (
                facts
                | {"planned_finish": date(year, self.inventor.between(month + 2, 12), 1)}
                | self._under_way(plan, before, 1)
            )
        finished = date(year, self.inventor.between(max(1, month - 2), month), self.inventor.between(5, 25))
        return facts | {
            "planned_finish": date(year, min(12, finished.month + self.inventor.between(0, 2)), 1),
            "actual_finish": finished,
            "months": self._spread(plan, 1, finished.month),
            "state": "已竣工",
            "progress": self.inventor.fill(self.inventor.one_of(table("progress")[self.family]["finished"])),
            "next_step": self._next("finished"),
        }

    def _under_way(self, plan: int, before: int, first: int) -> dict[str, Any]:
        low, high = PACES[self.pace]
        share = min(0.88, self.where.month / 12 * self.inventor.random.uniform(low, high))
        done = max(3, int(plan * share))
        built = (before + done) / self.total
        stage = "early" if built < 0.2 else "middle" if built < 0.66 else "late"
        return {
            "months": self._spread(done, first, self.where.month),
            "state": "在建",
            "progress": self.inventor.fill(self.inventor.one_of(table("progress")[self.family][stage])),
            "next_step": self._next("going"),
        } | (self._held_up() if self.pace in ("behind", "far") else {})

    def _held_up(self) -> dict[str, Any]:
        fitting = [p for p in table("problems")["problem"] if self.family in p.get("families", [self.family])]
        problem = self.inventor.one_of(fitting)
        return {"problem": self.inventor.fill(problem["text"]), "next_step": problem["next"]}

    def _next(self, when: str) -> str:
        return self.inventor.fill(self.inventor.one_of(table("problems")["next"][when]))

    def _spread(self, done: int, first: int, last: int) -> tuple[int, ...]:
        """Share the year's work out over the months from `first` to `last`."""
        weights = [self.inventor.between(6, 20) for _ in range(first, last + 1)]
        parts = [done * weight // sum(weights) for weight in weights]
        parts[-1] += done - sum(parts)
        return (0,) * (first - 1) + tuple(parts) + (0,) * (self.where.month - last)

    @staticmethod
    def _round(amount: float) -> int:
        step = 10 if amount < 1000 else 50 if amount < 20000 else 100
        return max(step, int(amount // step) * step)


def _later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)
