"""The figures of targets, read in their own measure: ≥1000, 1000个以上, +18%, 20亿元. What can't be read is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from udfs.progress import completion_rate
from udfs.rounding import settled
from udfs.targets import TargetKind
from udfs.values.amounts import read_amount
from udfs.values.cells import Value
from udfs.values.rates import read_rates
from udfs.values.text import display, half_width
from udfs.values.units import find_unit, money_factor, unit_named

_NOTHING = re.compile(r"[-—–/\\\s]*|无")
_GROWTH = re.compile(r"增长|增速|增幅|同比|比增")
_SHARE = re.compile(r".*(?:率|比|比例|比重|占比|覆盖面|度)$")
_CEILING = re.compile(r"[≤<]|不(?:高于|超过|大于|多于|突破)|控制在|以内|以下|之内")
_UP, _DOWN = re.compile(r"^(?:同比)?(?:增长|增|提高|上升)"), re.compile(r"^(?:同比)?(?:下降|降低|减少|降|减)")
_LIMITS = re.compile(r"^(?:不(?:高于|超过|大于|多于|突破)|控制在)|(?:以内|之内|以下)$")
_BARE_UNIT = re.compile(r"[\d.,]+\s*(?P<unit>[^\d\s以及余多左]+)(?:以上|以下|以内|及以上)?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a figure: its A1 address, what it holds, whether its number format shows percent."""

    address: str
    value: Value
    percent: bool


Cells = tuple[Cell | None, Cell | None, Cell | None]
"""Target, done, typed rate."""
Read = list[float | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """A target's figures as read. words: what the target cell shows. unread: C7“待核实”."""

    target: float | None
    done: float | None
    rate: float | None
    measure: str
    words: str
    unread: tuple[str, ...]


def kind_of(name: str, measure: str, words: str) -> TargetKind:
    """Return what kind of target it is; one in percent that is no share (利用外资 18%) can only be a growth.

    words: what the target's cell and header say.
    """
    if _CEILING.search(half_width(words)) or _CEILING.search(name):
        return "ceiling"
    if measure == "%" and (_GROWTH.search(name) or words.startswith("+") or not _SHARE.match(name)):
        return "growth"
    return "amount"


def read_figures(name: str, measure: str, rows: Sequence[Cells]) -> list[Figures]:
    """Return the figures of one target's rows. measure: what header and rows say, empty if nothing."""
    measure = measure or _measure_in_cells(name, [row[0] for row in rows])
    targets = _read([row[0] for row in rows], measure)
    dones = _read([row[1] for row in rows], measure)
    if measure == "%":
        targets, dones = _as_percent(rows, targets, dones)
    rates = _rates([row[2] for row in rows], targets, dones)
    return [
        Figures(
            targets[at],
            dones[at],
            rates[at],
            measure,
            "" if row[0] is None else half_width(display(row[0].value)).strip(),
            (*_unread(row[0], targets[at]), *_unread(row[1], dones[at])),
        )
        for at, row in enumerate(rows)
    ]


def _measure_in_cells(name: str, cells: Sequence[Cell | None]) -> str:
    """Return the unit that the target cells bear (1000个以上, 18%), % for a growth, else nothing."""
    texts = [half_width(display(cell.value)) for cell in cells if cell is not None]
    if any(cell is not None and cell.percent for cell in cells) or any("%" in text for text in texts):
        return "%"
    units = {unit.name for text in texts if (found := _BARE_UNIT.search(text)) and (unit := unit_named(found["unit"]))}
    return units.pop() if len(units) == 1 else find_unit(name) or ("%" if _GROWTH.search(name) else "")


def _read(cells: Sequence[Cell | None], measure: str) -> list[float | None]:
    return [None if cell is None else _figure(cell.value, measure) for cell in cells]


def _figure(value: Value, measure: str) -> float | None:
    """Return the cell's figure in the measure; None where it can't be read in it."""
    if isinstance(value, str):
        value, sign = _LIMITS.sub("", _UP.sub("", half_width(value).strip())), 1.0
        if measure == "%":
            if _DOWN.search(value):
                value, sign = _DOWN.sub("", value), -1.0
            found = read_rates([value])[0][0]
            return None if found is None else sign * found
    factor = money_factor(measure)
    amount = read_amount(value, measure or None).value
    return amount if amount is None or factor is None else settled(amount / factor)


def _as_percent(rows: Sequence[Cells], targets: Read, dones: Read) -> tuple[Read, Read]:
    """Bring fractions to percent: what a number format shows as percent, and numbers all below 1 (0.18 is 18 %)."""
    both = [cell for row in rows for cell in row[:2] if cell is not None]
    bare = [abs(cell.value) for cell in both if isinstance(cell.value, int | float) and not cell.percent]
    fractions = any(bare) and all(number < 1 for number in bare)

    def brought(cell: Cell | None, value: float | None) -> float | None:
        times = cell is not None and isinstance(cell.value, int | float) and (cell.percent or fractions)
        return settled(value * 100) if times and value is not None else value

    first = [brought(row[0], value) for row, value in zip(rows, targets, strict=True)]
    return first, [brought(row[1], value) for row, value in zip(rows, dones, strict=True)]


def _rates(cells: Sequence[Cell | None], targets: Read, dones: Read) -> Read:
    computed = [completion_rate(done, target) for done, target in zip(dones, targets, strict=True)]
    percent = [cell is not None and cell.percent for cell in cells]
    return read_rates([None if cell is None else cell.value for cell in cells], percent.__getitem__, computed)[0]


def _unread(cell: Cell | None, value: float | None) -> tuple[str, ...]:
    """Return the cell that holds something and gives no figure, as a sentence names it; nothing for others."""
    if cell is None or value is not None or _NOTHING.fullmatch(shown := display(cell.value)):
        return ()
    return (f"{cell.address}“{shown.strip()[:12]}”",)
