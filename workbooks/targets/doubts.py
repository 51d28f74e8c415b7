"""What must be said about a targets ledger: cells that can't be read, typed rates and totals that don't agree."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from udfs.rounding import half_up, without_noise
from udfs.totals import total
from workbooks.targets.records import JudgedTarget, Target, TargetsRead

_MOST_NAMED = 5
_RATE_DIFFERS = 0.6  # 百分点; less is rounding or truncation (domain.md b5)


@cache
def _texts() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(Path(__file__).with_name("doubts.toml").read_text("utf-8"))
    return table


def _said(key: str, **words: object) -> str:
    return _texts()[key].format(**words)


def doubts(sheet: str, read: TargetsRead, judged: Sequence[JudgedTarget]) -> Iterator[str]:
    """Yield a sentence for each sort of doubt about a sheet's targets."""
    if not read.understood:
        yield _said("no_columns", sheet=sheet)
    if read.unread:
        yield _said("unread", sheet=sheet, cells=_named(read.unread), count=len(read.unread))
    wrong = [_rate_said(one) for one in judged if _rate_differs(one)]
    if wrong:
        yield _said("rates", sheet=sheet, count=len(wrong), rates=_named(wrong, "；"))
    sums = [said for alike in _alike(read.targets) for said in _sums(alike)]
    if sums:
        yield _said("sums", sheet=sheet, sums=_named(sums, "；"))


def _rate_differs(one: JudgedTarget) -> bool:
    stated = one.target.stated_rate
    return stated is not None and one.rate is not None and abs(without_noise(stated - one.rate)) > _RATE_DIFFERS


def _rate_said(one: JudgedTarget) -> str:
    target = one.target
    stated, rate = half_up(target.stated_rate or 0.0, 1), half_up(one.rate or 0.0, 1)
    return _said("rate", unit=target.unit, name=target.name, stated=f"{stated:g}", rate=f"{rate:g}")


def _alike(targets: Iterable[Target]) -> Iterable[list[Target]]:
    alike: defaultdict[tuple[str, ...], list[Target]] = defaultdict(list)
    for target in targets:
        alike[target.key].append(target)
    return alike.values()


def _sums(alike: Sequence[Target]) -> Iterator[str]:
    """Yield where a target's typed total is not the sum of its units; only where every unit has a figure."""
    wholes, units = [t for t in alike if t.whole], [t for t in alike if not t.whole]
    if len(wholes) != 1 or len(units) < 2 or wholes[0].measure == "%" or wholes[0].kind != "amount":
        return
    for field in ("target", "done"):
        parts, typed = [getattr(unit, field) for unit in units], getattr(wholes[0], field)
        if typed is None or None in parts:
            continue
        summed = total(parts) or 0.0
        if abs(without_noise(summed - typed)) > _rounding([*parts, typed]):
            words = {"name": wholes[0].name, "unit": wholes[0].unit, "measure": wholes[0].measure}
            yield _said(f"sum_{field}", **words, typed=f"{typed:,.10g}", summed=f"{summed:,.10g}")


def _rounding(figures: Sequence[float]) -> float:
    """Return by how much figures that are rounded to their own decimals may miss their sum; nothing for whole ones."""
    places = max(len(f"{figure:.6f}".rstrip("0").partition(".")[2]) for figure in figures)
    return 0.5 * 10.0**-places * len(figures) if places else 0.0


def _named(said: Sequence[str], between: str = "、") -> str:
    more = f"等{len(said)}处" if len(said) > _MOST_NAMED else ""
    return between.join(said[:_MOST_NAMED]) + more
