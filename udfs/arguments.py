"""One cell of an argument, read as the ledger reads it: amount, percentage, date, working days.

Each reader takes a cell and the argument's Chinese title. It returns None for a blank (also for — / 无 / 待定), the
cell's own Excel error, or a Fault where it can't be read: nothing is guessed, nothing becomes 0.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from udfs.exemptions import stated_exemption
from udfs.progress import Basis
from udfs.values.amounts import ERROR_TEXT, Amount, read_amount
from udfs.values.cells import CellError, DateSpan, Value
from udfs.values.dates import read_actual_dates, read_date
from udfs.values.rates import read_rates
from udfs.values.text import display
from udfs.values.units import CURRENCIES, DOMESTIC, Unit, find_units, unit_named

_PLAIN = 10.0**15
_LONGEST_SHOWN = 20
_LONGEST_HOLIDAY = 20  # no month is meant to be off
_MOST_WORKDAYS = 5000
_COUNTS = "个数"
_PERCENT = re.compile("[%％]|百分之")
_BASES: dict[str, Basis] = {"月": "month", "半月": "half_month", "旬": "ten_days", "日": "day", "天": "day"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a clerk sees in place of a figure: short, in Chinese."""

    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its own unit. value: 万元, 万美元, … for money, else base units; text: the cell, cut short."""

    value: float
    dimension: str
    text: str


Nothing = None | CellError | Fault
"""What a reader returns where there is no value: a blank, an Excel error, or what is wrong."""


def fault(title: str, what: str, text: str) -> Fault:
    """Return the fault of a cell: `年度计划读不懂：暂定`; a long text is cut short."""
    return Fault(f"{title}{what}：{_in_short(text)}")


def _in_short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


def amount(cell: Value, title: str) -> float | Measured | Nothing:
    """Return a figure, plain or in the unit that the cell names; counts (33个) are plain."""
    if type(cell) is float and -_PLAIN < cell < _PLAIN:
        return cell
    read = read_amount(cell, None)
    if read.unit is None:
        return read.value if read.value is not None else _without_value(read, title)
    unit = unit_named(read.unit)
    in_own_unit = read_amount(cell, read.unit)
    if unit is None or in_own_unit.value is None:
        return fault(title, "读不懂", read.text)
    if in_own_unit.unit is None:  # $300: the sign names no multiple, so it goes only with its like
        return Measured(in_own_unit.value, f"{unit.dimension}符号", _in_short(read.text))
    base = in_own_unit.value if unit.dimension == DOMESTIC else in_own_unit.value * unit.factor
    if unit.dimension == _COUNTS:
        return base
    foreign = unit.dimension in CURRENCIES and unit.dimension != DOMESTIC
    return Measured(base / 10_000 if foreign else base, unit.dimension, _in_short(read.text))


def percent(cell: Value, title: str) -> float | Nothing:
    """Return a percentage: 97.16, `97.16%`, 百分之九十七; a plain number is percent, 0.5 half a percent."""
    if type(cell) is float and -_PLAIN < cell < _PLAIN:
        return cell
    plain = read_amount(cell, None)
    if plain.value is not None:
        return plain.value
    if plain.status == "unreadable" and isinstance(cell, str):
        rates, _ = read_rates([cell])
        if rates[0] is not None:
            return rates[0]
    return _without_value(plain, title)


def ranked(cell: Value, title: str) -> float | Measured | Nothing:
    """Return a figure to be ranked: an amount, or a rate in percent (`97.16%`), which goes with its like only."""
    read = amount(cell, title)
    if not (isinstance(read, Fault) and isinstance(cell, str) and _PERCENT.search(cell)):
        return read
    rate = percent(cell, title)
    return Measured(rate, "百分数", _in_short(cell)) if isinstance(rate, float) else read


def day(cell: Value, title: str) -> date | Nothing:
    """Return the last day of what was written: 2026年3月 is 31 March, 2026年起 is 1 January."""
    read = read_date(cell)
    if isinstance(read.value, DateSpan):
        return read.value.last or read.value.first
    if isinstance(read.value, bool):
        return fault(title, "不是日期", read.text)
    return _without_date(cell, read.status, read.text, title)


def happened(cell: Value, title: str) -> DateSpan | bool | Nothing:
    """Return when something was done; True for 已开工, False for 未开工 and for a plan written there (拟2026年9月)."""
    if cell is None:
        return None
    if isinstance(cell, date) and (read := read_date(cell)).status is None and isinstance(read.value, DateSpan):
        return read.value
    values, readings = read_actual_dates([cell])
    value = values[0]
    if isinstance(value, DateSpan | bool):
        return value
    if 0 not in readings:
        return None
    if isinstance(read_date(cell).value, DateSpan):
        return False
    return _without_date(cell, readings[0].status, readings[0].text, title)


def workdays(cell: Value, title: str) -> int | Nothing:
    """Return a number of working days: 20, `20个工作日`; calendar days (20天) are a fault."""
    read = read_amount(cell, "工作日")
    if read.value is None:
        return fault(title, "请按工作日填", read.text) if read.status == "unit" else _without_value(read, title)
    if read.value != int(read.value) or read.value < 0:
        return fault(title, "不是整数天" if read.value >= 0 else "是负数", read.text)
    return int(read.value) if read.value <= _MOST_WORKDAYS else fault(title, "太长", read.text)


def days(cell: Value, title: str) -> list[date] | Nothing:
    """Return the days that a cell of holidays names: one, or each of a range (2027.2.6-2027.2.12)."""
    read = read_date(cell)
    if not isinstance(read.value, DateSpan):
        return day(cell, title)  # type: ignore[return-value]  # no span, so no date
    first, last = read.value.first, read.value.last
    if first is None or last is None or (last - first).days >= _LONGEST_HOLIDAY:
        return fault(title, "不是具体日期", read.text)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def exemption(cell: Value, title: str) -> str | Nothing:
    """Return the 正当理由 that the cell states, None where it states none (无, —, 无正当理由)."""
    return error_of(cell) or stated_exemption(display(cell)) or None


def basis(cell: Value, title: str) -> Basis | Nothing:
    """Return the basis of 序时进度: 月, 半月, 旬 or 日."""
    words = display(cell).strip()
    known = error_of(cell) or _BASES.get(words.removeprefix("按"))
    return known if known or not words else Fault(f"{title}只能是月、半月、旬、日")


def unit(cell: Value, title: str) -> Unit | Nothing:
    """Return the unit of domestic money that the cell is or states (单位：亿元); another one, or two, are a fault."""
    words = display(cell).strip()
    if not words or (error := error_of(cell)):
        return error if words else None
    stated = find_units(words)  # 单位：亿元, as it stands over a table
    named = unit_named(words) or (unit_named(stated[0]) if len(stated) == 1 else None)
    if named is None:
        return fault(title, "读不懂", words)
    return named if named.dimension == DOMESTIC else fault(title, "不是人民币，不折算", words)


def money(cell: Value, title: str) -> Value | Fault:
    """Return the cell itself where it holds anything: how it is read depends on its row's unit."""
    if type(cell) is float:
        return cell
    words = display(cell).strip()
    return error_of(cell) or (cell if words else None)


def in_wan(cell: Value, title: str, of_column: Unit | None) -> float | Nothing:
    """Return an amount in 万元. of_column: the unit of numbers that name none; without it such a number is a fault."""
    read = read_amount(cell, of_column.name if of_column else None)
    if read.value is not None:
        return read.value if of_column or not read.value else fault(title, "没有单位", read.text)
    named = unit_named(read.unit) if read.unit else None
    if named is None:
        return _without_value(read, title)
    if named.dimension != DOMESTIC:
        return fault(title, "是外币，不折算" if named.is_money else "的单位不是钱", read.text)
    in_money = read_amount(cell, "万元").value
    return fault(title, "读不懂", read.text) if in_money is None else in_money


def error_of(cell: Value) -> CellError | None:
    """Return the Excel error that the cell shows, as such or as its text."""
    if isinstance(cell, CellError):
        return cell
    if isinstance(cell, str) and ERROR_TEXT.fullmatch(cell.strip()):
        return CellError(cell.strip().upper())
    return None


def _without_value(read: Amount, title: str) -> Nothing:
    if read.status == "error":
        return CellError(read.text.upper())
    if read.status in (None, "placeholder"):
        return None
    if read.status == "range":
        return fault(title, "是个范围", read.text)
    return fault(title, "读不懂" if read.unit is None else "单位不对", read.text)


def _without_date(cell: Value, status: str | None, shown: str, title: str) -> Nothing:
    if status == "error":
        return CellError(shown.upper())
    if status in (None, "placeholder"):
        return None
    if isinstance(cell, str) and isinstance(read_date(cell, 2000).value, DateSpan):  # 29 February is in it
        return fault(title, "没写年份", shown)
    return fault(title, "读不懂", shown)
