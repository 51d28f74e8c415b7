"""红黑榜, scores and allocation as records. Rates are unrounded percentages, gaps 百分点, amounts 万元."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from udfs.boards import Line
from udfs.ranking import Place
from udfs.scores import Score
from workbooks.boards.formula import Measure
from workbooks.supervision.figures import Figures

Board = Literal["red", "black"]


@dataclass(frozen=True, slots=True)
class Need:
    """What a unit still has to invest, in 万元 over those of its projects of which that can be told; None of none.

    unknown: how many of its projects are left out.
    """

    amount: float | None
    projects: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit before it is ranked. gap: its completion rate − the target. measures: by part."""

    name: str
    figures: Figures
    gap: float | None
    measures: Mapping[str, Measure]
    score: Score
    need: Need


@dataclass(frozen=True, slots=True)
class Unit(Candidate):
    """A unit of a series. line: its place on the boards, and why; place: that by score."""

    line: Line
    place: Place


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

    def places(self, board: Board) -> int:
        """Return how many places a board has."""
        return self.red if board == "red" else self.black

    @property
    def ranked(self) -> int:
        """Return how many units have a place."""
        return sum(unit.line.place.rank is not None for unit in self.units)

    def by_score(self) -> list[Unit]:
        """Return the units in order of their scores, those without one last."""
        return sorted(self.units, key=lambda unit: (unit.place.rank is None, unit.place.rank or 0))


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
    """All that 红黑榜 says. target: the completion rate that is the target, in percent.

    series: those that have units. remark: why nobody can be on a board, empty where somebody can. allocation: None
    where no funds are to be shared out.
    """

    target: float
    series: tuple[Series, ...]
    remark: str
    allocation: Allocation | None
    warnings: tuple[str, ...]
