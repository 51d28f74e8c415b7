"""Targets as 目标完成 lists them: a band for each target of several units, and one of each unit for its others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from udfs.ranking import ranking
from udfs.rounding import half_up
from workbooks.sheets.texts import text
from workbooks.targets.judging import TargetMoment, judge_one, summed_target
from workbooks.targets.records import JudgedTarget, Target

_MOST_PLACES = 2
_LEAST_UNITS = 3  # that a target must have to be a band of its own


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading. whole: the target of all units, typed or summed; a summed one has no cell.

    by_unit: the rows are targets of one unit, in the ledger's order; else units with one target, which are ranked.
    """

    title: str
    whole: JudgedTarget | None
    units: tuple[JudgedTarget, ...]
    by_unit: bool

    @property
    def rows(self) -> tuple[JudgedTarget, ...]:
        """Return all rows, the whole first."""
        return (self.whole, *self.units) if self.whole else self.units

    @property
    def ranked(self) -> list[tuple[str, JudgedTarget]]:
        """Return the rows in order with the place of each, by rate, of growths by how far they are over the target."""
        first = [("", self.whole)] if self.whole else []
        if self.by_unit:
            return [*first, *(("", row) for row in self.units)]
        figures = [_merit(row) for row in self.units]
        places = ranking(figures, [row.target.done for row in self.units], [row.target.unit for row in self.units])
        return [*first, *((place.text, self.units[place.index]) for place in places)]

    def places_of(self, row: JudgedTarget) -> int:
        """Return how many decimals a row's figures need: those of its band, where all have one measure."""
        return max(map(_places, [row] if self.by_unit else self.rows))

    def name_of(self, row: JudgedTarget) -> str:
        """Return what the row is called: the unit, or the target."""
        return _titled(row.target) if self.by_unit else row.target.unit or text("targets.unnamed")


def bands_of(targets: Sequence[JudgedTarget], moment: TargetMoment) -> list[Band]:
    """Return the bands in the ledgers' order."""
    alike: defaultdict[tuple[str, ...], list[JudgedTarget]] = defaultdict(list)
    for one in targets:
        alike[one.target.key].append(one)
    bands: dict[tuple[str, ...], Band] = {}
    for key, members in alike.items():
        units = [one for one in members if not one.target.whole]
        if len(units) >= _LEAST_UNITS or len(units) < len(members):
            whole = _whole(members, moment)
            rest = tuple(one for one in units if one is not whole)
            bands[key] = Band(_titled(members[0].target), whole, rest, by_unit=False)
            continue
        for one in units:
            of_unit = (one.target.sheet, one.target.unit)
            before = bands.get(of_unit)
            own = (*before.units, one) if before else (one,)
            unit = one.target.unit or text("targets.unnamed")
            bands[of_unit] = Band(text("targets.alone", unit=unit, count=len(own)), None, own, by_unit=True)
    return list(bands.values())


def matrix_of(bands: Iterable[Band], most: int) -> list[list[Band]]:
    """Return the bands that are seen at one glance, so many beside each other: those of a sheet, if two or more."""
    by_sheet: defaultdict[str, list[Band]] = defaultdict(list)
    for band in bands:
        if not band.by_unit and band.units:
            by_sheet[band.units[0].target.sheet].append(band)
    several = [own for own in by_sheet.values() if len(own) > 1]
    return [own[at : at + most] for own in several for at in range(0, len(own), most)]


def _whole(members: Sequence[JudgedTarget], moment: TargetMoment) -> JudgedTarget | None:
    """Return the typed total, else the unit that holds others, else the sum, which has no row in the ledger."""
    typed = [one for one in members if one.target.whole or _holds_another(one, members)]
    if typed:
        return typed[0]
    summed = summed_target([one.target for one in members], text("targets.sum"))
    return judge_one(replace(summed, cell=""), moment) if summed else None


def _holds_another(one: JudgedTarget, members: Iterable[JudgedTarget]) -> bool:
    """Return whether the unit is the one above another: 云岭市 above 云岭高新区."""
    stem = one.target.unit[:-1]
    others = (other.target.unit for other in members)
    return len(stem) > 1 and any(unit != one.target.unit and unit.startswith(stem) for unit in others)


def _merit(row: JudgedTarget) -> float | None:
    target = row.target
    if row.rate is not None or target.kind != "growth" or target.done is None or target.target is None:
        return row.rate
    return target.done - target.target


def _titled(target: Target) -> str:
    more = "，".join(part for part in (target.period.name if target.period else "", target.measure) if part)
    return text("targets.named", name=target.name, more=more) if more else target.name


def _places(row: JudgedTarget) -> int:
    figures = [figure for figure in (row.target.target, row.target.done) if figure is not None]
    return next((n for n in range(_MOST_PLACES) if all(half_up(f, n) == half_up(f, 6) for f in figures)), _MOST_PLACES)
