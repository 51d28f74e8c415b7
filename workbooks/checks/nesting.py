"""Sums and counts that stand inside one another: what disagrees inside explains the same disagreement outside."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Disagreements:
    """By how much sums differ from their rows, by the range of projects; ranges are added from small to large."""

    ranges: list[tuple[int, int, float]] = field(default_factory=list)

    def inside(self, first: int, last: int) -> float:
        """Return what the outermost disagreeing sums inside the range come to together."""
        return sum(gap for begin, end, gap in self.ranges if first <= begin and end <= last)

    def add(self, first: int, last: int, gap: float) -> None:
        """Note a sum that disagrees by `gap`; those inside it are told by it from now on."""
        self.ranges = [known for known in self.ranges if not (first <= known[0] and known[1] <= last)]
        self.ranges.append((first, last, gap))
