"""Amounts that are out by 10⁴: typed in 元 or 亿元 where the column says 万元, in a whole column or in one row."""

from collections import Counter
from collections.abc import Iterator
from math import log10
from statistics import median

from udfs.values.units import money_factor
from workbooks.checks.case import Case, Figures
from workbooks.checks.catalogue import rule
from workbooks.checks.doubt import Doubt
from workbooks.checks.fields import CALLED, MONEY

STEP = 1e4

PAIRS = (
    ("annual_plan", "total_investment"),
    ("done_since_start", "total_investment"),
    ("done_before_this_year", "total_investment"),
    ("done_this_year", "total_investment"),
    ("done_this_year", "annual_plan"),
    ("done_this_month", "annual_plan"),
)
"""Part and whole. A part that is many times its whole, or next to nothing of it, stands in another unit."""

TOO_MUCH, TOO_LITTLE = 50.0, 1 / 2000
"""Share of part in whole that the middle row of a list of projects never has."""


@rule("W202")
def unit_of_column(case: Case) -> Iterator[Doubt]:
    """Yield columns whose figures are 10⁴ times too large or too small beside the others, or for any project."""
    blamed = _out_of_proportion(case) or _out_of_reason(case)
    if blamed:
        name, usual = blamed
        case.wrong_columns.add(name)
        yield case.doubt_header(
            name, name=CALLED[name], middle=case.amount(name, usual), unit=case.ledger.fields[name].unit or ""
        )


def _out_of_proportion(case: Case) -> tuple[str, float] | None:
    """Return the column that is out of proportion with the most others, and its middle value."""
    accused: Counter[str] = Counter()
    middles: dict[str, float] = {}
    for part, whole in PAIRS:
        columns = case.together(part, whole)
        if columns is None:
            continue
        both = [(p, w) for p, w in zip(*map(_sample, columns), strict=True) if p and w and p > 0 and w > 0]
        if len(both) < 3:
            continue
        share = median(p / w for p, w in both)
        middles[part], middles[whole] = median(p for p, _ in both), median(w for _, w in both)
        if not TOO_LITTLE <= share <= TOO_MUCH:
            accused.update((part, whole))
    if not accused:
        return None
    name = max(accused, key=lambda name: (accused[name], _oddity(case, name, middles[name])))
    return name, middles[name]


def _oddity(case: Case, name: str, middle: float) -> float:
    """Return how far the amount is from what projects usually have: 5,000万元, as orders of magnitude."""
    known = money_factor(case.ledger.fields[name].unit)
    return abs(log10(middle / 5000)) if known else log10(middle)


def _out_of_reason(case: Case) -> tuple[str, float] | None:
    """Return the column of total investment if its middle value is none that a list of projects can have."""
    name = "total_investment"
    column = case.figures(name)
    if column is None or money_factor(case.ledger.fields[name].unit) is None:
        return None
    known = [value for value in column if value and value > 0]
    if len(known) < 5:
        return None
    middle = median(known)
    return None if case.limits.lowest_median <= middle <= case.limits.highest_median else (name, middle)


@rule("W203")
def unit_of_one_row(case: Case) -> Iterator[Doubt]:
    """Yield figures that fit row and column only after multiplying or dividing by 10⁴: single ones, or a whole row."""
    yield from _whole_rows(case)
    suspects: dict[int, list[tuple[str, str]]] = {}
    for part, whole in PAIRS:
        columns = case.together(part, whole)
        if columns is None or {part, whole} & case.wrong_columns:
            continue
        for i, (p, w) in enumerate(zip(*columns, strict=True)):
            if (
                p
                and w
                and p > 0
                and w > 0
                and (p > 20 * w or (p * 5000 < w and (_can_be_short(p, w) or w >= p * STEP)))
            ):
                suspects.setdefault(i, []).append((part, whole))
    middles = {name: _middle(case.figures(name)) for pair in PAIRS for name in pair if suspects}
    for i, pairs in suspects.items():
        found = _culprit(case, i, pairs, middles)
        if found:
            name, other, factor = found
            value, beside = case.figures(name)[i], case.figures(other)[i]  # type: ignore[index]
            yield case.doubt(
                name, i, name=CALLED[name], value=case.amount(name, value or 0), other=CALLED[other],
                beside=case.amount(other, beside or 0), meant=case.amount(name, (value or 0) * factor),
            )._replace(right=((value or 0) * factor,) * 2)  # fmt: skip


_IN_A_ROW = ("total_investment", "annual_plan", "done_before_this_year", "done_since_start", "done_this_year")


def _whole_rows(case: Case) -> Iterator[Doubt]:
    """Yield, at its first amount, each row that stands in another unit as a whole: every figure far off its column."""
    columns = {name: column for name in _IN_A_ROW if (column := case.figures(name)) is not None}
    if len(columns) < 2 or case.wrong_columns & columns.keys():
        return
    middles = {name: _middle(column) for name, column in columns.items()}
    judged = {name: middle for name, middle in middles.items() if middle}
    if len(judged) < 2:
        return
    for i, figures in enumerate(zip(*(columns[name] for name in judged), strict=True)):
        row = [(name, value) for name, value in zip(judged, figures, strict=True) if value]
        if len(row) < 2 or row[0][0] not in _STABLE or 1 / _FAR < row[0][1] / judged[row[0][0]] < _FAR:
            continue
        factor = STEP if row[0][1] < judged[row[0][0]] else 1 / STEP
        if _can_be_another_unit(case, row, factor) and all(_strange(v, judged[name], factor) for name, v in row):
            for name in MONEY & case.ledger.fields.keys():
                if value := (case.figures(name) or [None] * (i + 1))[i]:
                    case.wrong[case.place(name, i)] = case.doubt(name, i)._replace(right=(value * factor,) * 2)
            first, value = row[0]
            yield case.doubt(
                first, i, name=CALLED[first], value=case.amount(first, value), other="其他项目的", beside=CALLED[first],
                meant=case.amount(first, value * factor),
            )._replace(right=(value * factor,) * 2)  # fmt: skip


_FAR = 1000.0
_STABLE = ("total_investment", "annual_plan")
"""What was done may honestly be next to nothing: a row is judged by these first."""


def _can_be_another_unit(case: Case, row: list[tuple[str, float]], factor: float) -> bool:
    """Return whether a row of small figures has decimals, as 亿元 do, or one of large ones is beyond reason."""
    if factor > 1:
        return any(value != int(value) for _, value in row)
    return any(value > case.limits.highest_median for _, value in row)


def _strange(value: float, middle: float, factor: float) -> bool:
    """Return whether the figure is 1,000 times off the column's middle, and near it once mended."""
    now, then = value / middle, value * factor / middle
    return value > 0 and (now < 1 / _FAR if factor > 1 else now > _FAR) and 1 / 100 < then < 10


def _can_be_short(part: float, whole: float) -> bool:
    """Return whether so small a part may be one in 亿元: it has decimals, and 10⁴ times as much is a fair share."""
    return part < 100 and round(part * STEP, 4) <= whole and part != int(part)


def _middle(column: Figures | None) -> float | None:
    known = [value for value in _sample(column or ()) if value and value > 0]
    return median(known) if len(known) >= 5 else None


def _sample(column: Figures) -> Figures:
    """Return a thousand or two of a long column's figures, evenly spread: enough for a middle value."""
    return column[:: max(1, len(column) // 1000)]


def _culprit(
    case: Case, row: int, pairs: list[tuple[str, str]], middles: dict[str, float | None]
) -> tuple[str, str, float] | None:
    """Return the figure to blame, the one it disagrees with, and the factor that mends it, if 10⁴ does mend it."""
    choices: list[tuple[int, float, str, str, float]] = []
    for part, whole in pairs:
        p, w = case.figures(part)[row], case.figures(whole)[row]  # type: ignore[index]
        assert p and w
        down = p > w
        mended = p / STEP / w if down else p * STEP / w
        if not 1 / 5000 <= mended <= 3:
            continue
        for name, other, value, factor in (
            (part, whole, p, 1 / STEP if down else STEP),
            (whole, part, w, STEP if down else 1 / STEP),
        ):
            if name == part and not down and not _can_be_short(p, w):
                continue
            middle = middles.get(name)
            nearer = abs(log10(value / middle)) - abs(log10(value * factor / middle)) if middle else 0.0
            enough = 1.0 if down or _can_be_short(p, w) else 2.5  # a great project among small ones is no stranger
            if (middle and nearer < enough) or (not middle and enough > 1):
                continue  # the figure is no stranger in its column
            votes = sum(name in pair for pair in pairs)
            choices.append((votes, nearer, name, other, factor))
    if not choices:
        return None
    _, _, name, other, factor = max(choices, key=lambda choice: choice[:2])
    return name, other, factor
