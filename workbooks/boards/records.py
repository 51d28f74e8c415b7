"""红黑榜, scores and allocation as records. Rates are unrounded percentages, gaps 百分点, amounts 万元."""

from collections.abc import Mapping
from dataclasses import dataclass

from udfs.boards import Line
from udfs.ranking import Place
from udfs.scores import Score
from workbooks.boards.formula import Measure
from workbooks.supervision.figures import Figures


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a series. gap: its completion rate − the target; line: its place on the boards, and why.

    by_score: its place by score. measures: by part. need: what it still has to invest, None where that can't be had.
    """

    name: str
    figures: Figures
    gap: float | None
    measures: Mapping[str, Measure]
    score: Score
    line: Line
    by_score: Place
    need: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """The units that are ranked among each other, in the order of the boards. red, black: places of the boards.

    left_out: names that by the settings are no units.
    """

    name: str
    red: int
    black: int
    units: tuple[Unit, ...]
    left_out: tuple[str, ...]

    def on(self, *standings: str) -> tuple[Unit, ...]:
        """Return the units that stand so: red, black, excused, unlisted, unranked."""
        return tuple(unit for unit in self.units if unit.line.standing in standings)

    @property
    def ranked(self) -> int:
        """Return how many units have a place."""
        return sum(unit.line.place.rank is not None for unit in self.units)


@dataclass(frozen=True, slots=True)
class Share:
    """A unit's suggested amount of the pool, in whole 万元; None where it can't be had."""

    unit: Unit
    amount: int | None


@dataclass(frozen=True, slots=True)
class Allocation:
    """How a pool of funds may be shared out among the units of a series. None can be had where every amount is None."""

    pool: int
    series: str
    shares: tuple[Share, ...]

    @property
    def possible(self) -> bool:
        """Return whether there is anything to suggest."""
        return any(share.amount is not None for share in self.shares)


@dataclass(frozen=True, slots=True)
class Boards:
    """All that 红黑榜 says. target: the completion rate that is the target, in percent; None before the first period.

    series: those that have units. remark: why nobody can be on a board, empty where somebody can. allocation: None
    where no funds are to be shared out.
    """

    target: float | None
    series: tuple[Series, ...]
    remark: str
    allocation: Allocation | None
    warnings: tuple[str, ...]
