"""红黑榜: who is on the red and who on the black board, and why; nobody else is put there to fill it.

Source: domain.md b3 (绵阳 2022 Q1): red is who has met the target AND is among the first N; black is who has missed it
AND is among the last N, but for those with a stated reason (不可抗力). Boards may be shorter than N, or empty. Nobody
is on both, for nobody has both met and missed the target.

- Places are ranks with ties (b4: 1, 2, 2, 4), read from the top for red and from the bottom for black.
- A tie at the last place is in as a whole, so a board may be longer than N: equal figures have equal places, whoever is
  "among the first five" by his place is, and to leave out one of them would need a rule that nobody has announced.
- Who is excused keeps his place among the last N: no other unit moves onto the black board for him.
- Without a figure there is no place. One unit alone is not ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from udfs.ranking import Place, rank_ties, ranking
from udfs.rounding import spoken

Standing = Literal["red", "black", "excused", "unlisted", "unranked"]
Bar = Literal["missed", "just_met", "met", "no_gap"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit. figure: what it is ranked by, the more the better; gap: its rate − the target in 百分点. None: unknown.

    done: orders ties. excuse: the stated reason for which it isn't put on the black board.
    """

    name: str
    figure: float | None
    gap: float | None
    done: float | None = None
    excuse: str = ""


@dataclass(frozen=True, slots=True)
class BoardRules:
    """How many places each board has. exceeds: red asks for more than the target. measure: the figure's name."""

    red: int
    black: int
    exceeds: bool = False
    measure: str = "得分"


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's place, where it stands, and why. place.index: of the entry.

    bar: what keeps it off the board that its place would put it on: the target missed (red), just met (red) or met
    (black), or that it can't be told; None where it is on a board, or its place is on none.
    """

    place: Place
    standing: Standing
    why: str
    bar: Bar | None = None


_TEXTS = {
    "red": "{target}，{measure}{top}，在前{red}名之内",
    "black": "{target}，{measure}{bottom}，在后{black}名之内",
    "excused": "{target}，{measure}{bottom}，在后{black}名之内；因{excuse}，不列黑榜",
    "not_first": "{target}，{measure}{top}，不在前{red}名之内",
    "not_last": "{target}，{measure}{bottom}，不在后{black}名之内",
    "just_met": "刚好完成目标，没有超额",
    "no_gap": "没有完成率，不能判断是否完成目标",
    "no_figure": "没有{measure}，不排名",
    "neither": "没有完成率，不排名",
    "alone": "只有1个单位，不排红黑榜",
}
_TARGETS = {1: "超过目标{gap}个百分点", 0: "完成目标", -1: "低于目标{gap}个百分点"}


def boards(entries: Sequence[Entry], rules: BoardRules) -> list[Line]:
    """Return each entry's line, by rank, ties by what was done and then by name, those without a place last."""
    figures = [entry.figure for entry in entries]
    from_bottom = rank_ties([None if figure is None else -figure for figure in figures])
    places = ranking(figures, [entry.done for entry in entries], [entry.name for entry in entries])
    ranked = sum(figure is not None for figure in figures)
    return [_line(place, entries[place.index], from_bottom[place.index], ranked, rules) for place in places]


def _line(place: Place, entry: Entry, from_bottom: int | None, ranked: int, rules: BoardRules) -> Line:
    standing, key = _standing(place.rank, entry, from_bottom, ranked, rules)
    gap = entry.gap or 0.0
    words = {
        "target": _TARGETS[(gap > 0) - (gap < 0)].format(gap=spoken(abs(gap))),
        "measure": rules.measure,
        "top": place.ordinal,
        "bottom": f"{'并列' if place.tied else ''}倒数第{from_bottom}名",
        "red": rules.red,
        "black": rules.black,
        "excuse": entry.excuse,
    }
    return Line(place, standing, _TEXTS[key].format(**words), _bar(key, place.rank, from_bottom, rules))


def _standing(
    rank: int | None, entry: Entry, from_bottom: int | None, ranked: int, rules: BoardRules
) -> tuple[Standing, str]:
    if rank is None or from_bottom is None:
        return "unranked", "neither" if entry.gap is None else "no_figure"
    if ranked < 2:
        return "unlisted", "alone"
    if entry.gap is None:
        return "unlisted", "no_gap"
    if entry.gap < 0:
        if from_bottom > rules.black:
            return "unlisted", "not_last"
        return ("excused", "excused") if entry.excuse else ("black", "black")
    if rank > rules.red:
        return "unlisted", "not_first"
    return ("unlisted", "just_met") if rules.exceeds and entry.gap == 0 else ("red", "red")


def _bar(key: str, rank: int | None, from_bottom: int | None, rules: BoardRules) -> Bar | None:
    first, last = rank is not None and rank <= rules.red, from_bottom is not None and from_bottom <= rules.black
    bars: dict[str, tuple[bool, Bar]] = {
        "not_last": (first, "missed"),
        "just_met": (first, "just_met"),
        "not_first": (last, "met"),
        "no_gap": (first or last, "no_gap"),
    }
    barred, bar = bars.get(key, (False, "missed"))
    return bar if barred else None
