"""How the units' rates went on over the periods of a year that were kept, up to now."""

from collections.abc import Sequence
from dataclasses import dataclass

from udfs.periods import ReportPeriod
from workbooks.history.comparing import rates_by_unit
from workbooks.history.entries import Entry, units_of
from workbooks.history.reading import Block, History

_MOST_PERIODS = 12


@dataclass(frozen=True, slots=True)
class Trend:
    """Rates in percent over periods, None where there is none.

    periods: their names without the year, the present one last; time: 序时进度 of each, None where it wasn't kept.
    units: those of `Comparison.units`, so of the present projects' kind, and any that were before; in the order of the
    present rates, the highest first. overall: of all projects.
    """

    periods: tuple[str, ...]
    time: tuple[float | None, ...]
    overall: tuple[float | None, ...]
    units: tuple[tuple[str, tuple[float | None, ...]], ...]


def trend(history: History, entries: Sequence[Entry], period: ReportPeriod) -> Trend:
    """Return the course of the rates up to a period, over the last twelve that were kept in its year."""
    end = period.end
    past = [b for b in history.blocks if end and b.as_of.year == period.year and b.as_of < end][1 - _MOST_PERIODS :]
    columns = [[*block.rows.values()] for block in past] + [list(entries)]
    by = units_of(entries)
    by_unit = [rates_by_unit(column, by) for column in columns]
    names = {name for rates in by_unit for name in rates if name}
    units = [(name, tuple(rates.get(name) for rates in by_unit)) for name in names]
    units = [unit for unit in units if any(rate is not None for rate in unit[1])]
    units.sort(key=lambda unit: (unit[1][-1] is None, -(unit[1][-1] or 0.0), unit[0]))
    return Trend(
        tuple([_short(block, period.year) for block in past] + [period.title.removeprefix(f"{period.year}年")]),
        tuple(_time(column) for column in columns),
        tuple(rates.get("") for rates in by_unit),
        tuple(units),
    )


def _short(block: Block, year: int) -> str:
    return block.period.removeprefix(f"{year}年") or block.as_of.isoformat()


def _time(entries: Sequence[Entry]) -> float | None:
    return next((entry.time_progress for entry in entries if entry.time_progress is not None), None)
