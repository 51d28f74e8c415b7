"""Targets as read and as judged. Figures stay in their own measure: a target of 20 亿元 is 20."""

from dataclasses import dataclass

from udfs.target_periods import TargetPeriod
from udfs.targets import TargetJudgement, TargetKind


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """A target's columns (0-based) and what the header over them says; empty or None: the rows say it.

    unit: where the columns are units; rate: the typed one; header: all that stands over the target.
    """

    target: int
    done: int | None
    rate: int | None
    unit: str
    name: str
    measure: str
    period: TargetPeriod | None
    header: str


@dataclass(frozen=True, slots=True)
class Target:
    """One target of one unit. row: 0-based; cell: the A1 address of the target figure.

    measure: 个, 亿元, %; empty where none is to be found. period: None where it is named but can't be read.
    stated_rate: the typed one, in percent. whole: it is a 合计 or 全市 row (or column), which is no unit.
    """

    sheet: str
    row: int
    cell: str
    unit: str
    name: str
    measure: str
    period: TargetPeriod | None
    kind: TargetKind
    target: float | None
    done: float | None
    stated_rate: float | None
    whole: bool

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return what the same target of several units has in common."""
        return (self.sheet, self.name, self.measure, self.period.name if self.period else "")


@dataclass(frozen=True, slots=True)
class JudgedTarget:
    """A target with its figures. progress: the share of its period that has gone, None before it has begun."""

    target: Target
    rate: float | None
    shortfall: float | None
    progress: float | None
    judgement: TargetJudgement

    @property
    def light(self) -> str:
        """Return the light's name."""
        return self.judgement.light.value


@dataclass(frozen=True, slots=True)
class TargetsRead:
    """A ledger's targets, and the cells of figures that could not be read, as C7“待核实”.

    understood: whether any column of it is a target.
    """

    understood: bool
    targets: tuple[Target, ...]
    unread: tuple[str, ...]
