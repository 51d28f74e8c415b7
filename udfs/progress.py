"""Completion rate, 序时进度, gap, shortfall and growth. All rates are percentages, unrounded; gaps are 百分点.

Sources: domain.md b1 (序时进度 and the gap, reproduced from eleven bulletins), b5 (denominators). A figure that can't
be had is None, never 0.
"""

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import Literal, get_args

from udfs.periods import ReportPeriod, report_period
from udfs.rounding import settled, without_noise

Basis = Literal["month", "half_month", "ten_days", "day", "weights"]
BASES: tuple[Basis, ...] = get_args(Basis)


def completion_rate(done: float | None, plan: float | None) -> float | None:
    """Return done ÷ plan in percent; None where either is missing or the plan is not above 0 (未定计划).

    Source: domain.md b5, 投资完成率 = 年初累计完成投资 ÷ 年度计划投资. Any share of a whole is computed alike.
    """
    if done is None or plan is None or not plan > 0 or not isfinite(done) or not isfinite(plan):
        return None
    rate = done * 100 / plan
    return settled(rate) if isfinite(rate) else None


def progress_gap(rate: float | None, time_progress: float | None) -> float | None:
    """Return rate − 序时进度 in 百分点, from unrounded rates; exactly −10 where only float noise makes it differ.

    Source: domain.md b1: 629.0/647.4 − 10/12 is 13.824, printed 13.8 (rounded rates would give 13.9).
    """
    if rate is None or time_progress is None:
        return None
    return without_noise(rate - time_progress)


def shortfall(done: float | None, plan: float | None, time_progress: float | None) -> float | None:
    """Return 缺口: the amount missing to what 序时进度 asks for (plan × 序时进度 − done), 0 where it is reached.

    In the unit of done and plan; None without a plan above 0 or without done.
    """
    if completion_rate(done, plan) is None or time_progress is None or done is None or plan is None:
        return None
    return max(0.0, without_noise(plan * time_progress / 100 - done))


def growth_rate(now: float | None, last_year: float | None) -> float | None:
    """Return 同比 growth in percent; None where either is missing or last year's figure is not above 0."""
    if now is None or last_year is None or not last_year > 0:
        return None
    return settled((now - last_year) * 100 / last_year)


def time_progress_of_month(month: int) -> float:
    """Return 序时进度 at the end of a month (0 to 12) in percent: month ÷ 12. Source: domain.md b1."""
    return _part_of_year(month, 0, 1)


def time_progress_of_half_month(month: int, half: int) -> float:
    """Return 序时进度 in percent after the month's first (1) or second (2) half: (m − 1 + k/2) ÷ 12. Source: b1, S4."""
    return _part_of_year(month - 1, half, 2)


def time_progress_of_ten_days(month: int, ten_days: int) -> float:
    """Return 序时进度 in percent after the month's 上旬 (1), 中旬 (2), 下旬 (3): (m − 1 + k/3) ÷ 12. Source: b1."""
    return _part_of_year(month - 1, ten_days, 3)


def time_progress_of_day(day: date) -> float:
    """Return 序时进度 in percent at the end of a day: its number in the year ÷ 365, or 366 in a leap year."""
    return settled(day.timetuple().tm_yday * 100 / (366 if isleap(day.year) else 365))


def time_progress_by_weights(month: int, weights: Sequence[float]) -> float:
    """Return 序时进度 in percent at the end of a month by own weights, 12 months or 4 quarters, of any positive sum.

    Within a quarter the months count alike. Source: domain.md b1 (a table the user may edit). ValueError for other
    numbers of weights, a negative one, or a sum of 0.
    """
    if (
        len(weights) not in (4, 12)
        or any(not weight >= 0 or not isfinite(weight) for weight in weights)
        or not sum(weights) > 0
    ):
        raise ValueError("weights: 4 or 12 numbers, none negative, not all 0")
    if not 0 <= month <= 12:
        raise ValueError(f"month {month}")
    by_month = list(weights) if len(weights) == 12 else [weight / 3 for weight in weights for _ in range(3)]
    return settled(sum(by_month[:month]) * 100 / sum(by_month)) if month < 12 else 100.0


def time_progress(as_of: date, basis: Basis = "month", weights: Sequence[float] = ()) -> float:
    """Return 序时进度 in percent on a date: of the last full month, half-month or 旬, of the day, or by weights.

    0 before the first period of the year has ended. Source: domain.md b1 (the last FULL month, not today's date).
    """
    if basis == "day":
        return time_progress_of_day(as_of)
    if basis in ("half_month", "ten_days"):
        period = report_period(as_of, "half_month" if basis == "half_month" else "ten_days")
        of_part = time_progress_of_half_month if basis == "half_month" else time_progress_of_ten_days
        return of_part(period.month, period.part) if period.month else 0.0
    month = report_period(as_of).month or 0
    return time_progress_by_weights(month, weights) if basis == "weights" else time_progress_of_month(month)


def basis_of(period: ReportPeriod, basis: Basis) -> Basis:
    """Return the basis of a report's 序时进度: by month, but by half-months or 旬 in periods of these."""
    if basis == "month" and (period.kind == "half_month" or period.kind == "ten_days"):
        return period.kind
    return basis


def time_progress_of(period: ReportPeriod, as_of: date, basis: Basis = "month", weights: Sequence[float] = ()) -> float:
    """Return 序时进度 in percent of a report's period: at its end, but on `as_of` by day or where the kind is month.

    Weights within a month count by its part that is gone. 0 before the first period of the year has ended. Source:
    domain.md b1.
    """
    if basis == "day" or period.kind == "month":
        return time_progress(as_of, basis, weights)
    if period.end is None or period.month is None:
        return 0.0
    if basis == "weights" and period.part:
        before, whole = (time_progress_by_weights(month, weights) for month in (period.month - 1, period.month))
        return settled(before + (whole - before) * period.part / period.parts)
    return time_progress(period.end, basis_of(period, basis), weights)


def _part_of_year(months: int, parts: int, parts_a_month: int) -> float:
    if not 0 <= months * parts_a_month + parts <= 12 * parts_a_month or not 0 <= parts <= parts_a_month:
        raise ValueError(f"month {months}, part {parts} of {parts_a_month}")
    return settled((months * parts_a_month + parts) * 100 / (12 * parts_a_month))
