"""The figures of a report as records: each project, totals, groups. Made by `workbooks.supervision` for all outputs.

Amounts are 万元 where `unit` is 万元, and in the ledger's own unit otherwise (foreign currency; None: unknown).
Rates and gaps are unrounded percentages and 百分点; None is a figure that can't be had.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from udfs.lights import Light, Reason
from udfs.periods import ReportPeriod
from workbooks.finding import Finding
from workbooks.ledger import Kind
from workbooks.targets.judging import TargetMoment
from workbooks.targets.records import JudgedTarget

if TYPE_CHECKING:
    from workbooks.boards.records import Boards
    from workbooks.items.standing import Standings

LIGHTS = tuple(light.value for light in Light)
AMOUNTS = ("total_investment", "annual_plan", "done_this_year")


@dataclass(frozen=True, slots=True)
class Project:
    """One project of a ledger, judged. row: 0-based; cell: the A1 address of its name.

    unit: of its amounts. shortfall: what is missing to the 序时进度, as an amount; 0 where it is reached.
    grounds: why it has its light. manual_light: the light that the ledger itself gives, as written.
    counted: False where the same project stands in another sheet that is counted already. Dates: the last day of what
    was written (2025年3月 is 31 March). begun: False only where nothing speaks for it: no actual start, no money, no
    续建, and no entry of these that can't be read.
    """

    sheet: str
    row: int
    cell: str
    kind: Kind
    name: str
    region: str
    responsible_unit: str
    responsible_person: str
    owner: str
    leader: str
    level: str
    nature: str
    industry: str
    unit: str | None
    total_investment: float | None
    annual_plan: float | None
    done_this_year: float | None
    completion_rate: float | None
    gap: float | None
    shortfall: float | None
    light: str
    grounds: tuple[Reason, ...]
    manual_light: str
    exemption: str
    problem: str
    next_step: str
    visible_progress: str
    counted: bool
    code: str = ""
    planned_start: date | None = None
    actual_start: date | None = None
    planned_finish: date | None = None
    actual_finish: date | None = None
    done_since_start: float | None = None
    begun: bool = True

    @property
    def by_whom(self) -> str:
        """Return who is to see to it: 责任单位, else its owner, else nobody."""
        return self.responsible_unit or self.owner

    @property
    def unit_in_charge(self) -> str:
        """Return the unit under which it counts: who is to see to it, else 属地."""
        return self.by_whom or self.region

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return why it has its light, in Chinese."""
        return tuple(reason.text for reason in self.grounds)


@dataclass(frozen=True, slots=True)
class Figures:
    """Projects summed: amounts in `unit`, the rate over those that have both plan and done, lights by colour."""

    projects: int
    unit: str | None
    total_investment: float | None
    annual_plan: float | None
    done_this_year: float | None
    completion_rate: float | None
    gap: float | None
    lights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The projects that share a value of the field `by`. rank: None without a rate; tied: others have the same rank."""

    by: str
    rank: int | None
    tied: bool
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A ledger whose kind has no sheets of its own yet. rows: how many entries it has."""

    sheet: str
    kind: Kind
    rows: int


@dataclass(frozen=True, slots=True)
class Supervision:
    """All that a report says.

    foreign: totals of the projects whose amounts are not 万元, one for each unit. groups: by field, in order of rank.
    items: how the 督办 items stand, None where none was handed out.
    targets: of the targets ledgers, in their order, whole sums among them; judged at target_moment. boards: 红黑榜 with
    scores and allocation, None where they aren't asked for; what they warn of is among the warnings.
    """

    as_of: date
    period: ReportPeriod
    time_progress: float
    projects: tuple[Project, ...]
    totals: Figures
    foreign: tuple[Figures, ...]
    groups: Mapping[str, tuple[Group, ...]]
    warnings: tuple[str, ...]
    unsupported: tuple[Unsupported, ...]
    findings: tuple[Finding, ...]
    target_moment: TargetMoment
    items: "Standings | None" = None
    targets: tuple[JudgedTarget, ...] = ()
    boards: "Boards | None" = None
