"""Amounts out of cells: 54,583.00, 1.2亿, 约3亿元, 1200余万元, 三亿元. A figure that can't be read is never 0.

Values are in 万元 where the column's unit is domestic money, else in the column's own unit. A unit written in the cell
overrides the column's; an amount of another currency or measure than the column's is not converted: its value is None.

A range (1.5-2亿) is no figure: value None, status `range`. A magnitude below 万 without 元 (5千) is a plain number in
the column's unit. A currency sign alone (¥500) names no multiple, so the column's unit stays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from udfs.values.cells import CellError, Reading, Value
from udfs.values.numerals import ARABIC, MAGNITUDE, read_numeral, simplify
from udfs.values.text import display, half_width
from udfs.values.units import DOMESTIC, Unit, money_factor, unit_named

Status = Literal["unreadable", "text", "approximate", "unit", "range", "placeholder", "words", "error"]

_LONGEST = 120  # a longer text is a remark, not an amount
_EXACT = 10**15  # beyond it a float no longer holds every whole number

PLACEHOLDER = re.compile(
    r"[-—–―─_/\\|.·…*~、。]+|[xX×]{2,}|无|暂无|没有|空|缺|待定|未定|待?未?确定|待填|未填|暂缺|不详|未知|待核实?|待测算|测算中|面议|保密"
    r"|暂?未提供|暂?未安排|未下达|n/?a|null|none|nil|另行确定|尚未确定|无数据|暂无数据",
    re.IGNORECASE,
)
ERROR_TEXT = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)", re.IGNORECASE)
ABOUT = re.compile(
    r"大约|约|将近|接近|近|超过|不超过|不低于|不高于|不少于|不多于|至少|最多|最少|高于|低于|超|逾|达到|达|估算|估计|估|暂估|暂定|预计|预估|拟|[≈~>≥<≤]=?"
)
ABOUT_AFTER = re.compile(r"左右|上下|以上|以下|以内|之内|以外|多|余|许|[+]|暂估|暂定|估算|估")
_MAGNITUDES = {"": 1, "万": 10**4, "亿": 10**8}
_DASHES = str.maketrans("－—–―─−～﹣‐‑", "-----" + "-" + "~" + "---")
_LONGEST_FIGURE = 30
_RANGE_SIGN = r"(?:-+|~+|至|到)"
_NUMBER = rf"(?:(?:{ARABIC})[十百千万亿]*|[〇零一二三四五六七八九两十百千万亿点]+)+"
_RANGE = re.compile(rf"(?P<low>{_NUMBER})[^\d\W]{{0,2}}{_RANGE_SIGN}(?P<high>{_NUMBER})", re.ASCII)
_EXPONENT = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}", re.ASCII)
_CURRENCY_SIGN = re.compile(r"人民币|RMB|CNY|[¥]", re.IGNORECASE)
_FOREIGN_SIGN = re.compile(r"US\$|USD|HK\$|HKD|NT\$|EUR|JPY|GBP|[$€£]", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:项目)?(?:总投资|计划总投资|计划投资|投资总额|投资额|投资|协议|合同|累计完成|已完成|已到位|完成|到位|合计|共计|总计|共)(?:额|金额|为)?[:;]?"
)
_NOTE_AFTER = re.compile(r"[,;，；]?(?:不?含|其中含|包括)[^\d]+")
_NOTE = re.compile(r"\(([^()]*)\)")
_FOOTNOTE = re.compile(r"[*※#①-⑳⑴-⒇¹²³⁰-⁹]+$")
_NUMBER_SPACE_NUMBER = re.compile(r"[\d.]\s+[\d.]", re.ASCII)
_FIGURE = re.compile(rf"(?P<number>{ARABIC})(?P<magnitude>[万亿]?)(?P<yuan>元?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as read. status: as in `ledger.Reading`, None for a plain number or a blank; text: what the cell shows.

    unit: the unit written in the cell itself, in canonical spelling.
    """

    value: float | None
    status: Status | None
    text: str
    unit: str | None = None


_BLANK = Amount(None, None, "")


def read_amount(value: Value, unit: str | None) -> Amount:
    """Return the cell's amount in 万元 where `unit`, the column's, is domestic money, else in that unit."""
    if value is None:
        return _BLANK
    if isinstance(value, str):
        return _read_text(value, unit)
    if isinstance(value, CellError):
        return Amount(None, "error", value.code)
    if isinstance(value, bool | date | time | timedelta):
        return Amount(None, "unreadable", display(value))
    if not -_EXACT * _EXACT < value < _EXACT * _EXACT:  # NaN, the infinities, and what no ledger can mean
        return Amount(None, "unreadable", display(value))
    factor = money_factor(unit) or 1.0
    return Amount(float(value) if factor == 1.0 else _scaled(value, factor), None, display(value))


def read_amounts(column: Sequence[Value], unit: str | None) -> tuple[list[float | None], dict[int, Reading]]:
    """Return the column's amounts, and the readings of the cells that are not simply blank or a number."""
    factor = money_factor(unit) or 1.0
    kinds = set(map(type, column))
    if factor == 1.0 and kinds <= {float, type(None)}:
        total = sum(filter(None, column))  # type: ignore[arg-type]  # floats only; NaN or inf show in the sum
        if total - total == 0:
            return list(column), {}  # type: ignore[arg-type]
    amounts: list[float | None] = []
    readings: dict[int, Reading] = {}
    for index, value in enumerate(column):
        if value is None:
            amounts.append(None)
        elif (type(value) is float or type(value) is int) and -_EXACT < value < _EXACT:
            amounts.append(float(value) if factor == 1.0 else _scaled(value, factor))
        else:
            amount = read_amount(value, unit)
            amounts.append(amount.value)
            if amount.status:
                readings[index] = Reading(amount.value, amount.status, amount.text)
    return amounts, readings


def every_cell_names_its_unit(column: Sequence[Value]) -> bool:
    """Return whether each figure of the column bears a unit of domestic money (1.2亿, 3000万元) and there is one."""
    figures = [read_amount(value, "万元") for value in column if value is not None]
    read = [figure for figure in figures if figure.status not in (None, "placeholder") or figure.value is not None]
    return bool(read) and all(figure.unit is not None and figure.value is not None for figure in read)


def _scaled(value: float, factor: float) -> float:
    """Return the value times the factor, without the noise of binary fractions (1.1 亿元 is 11000.0 万元)."""
    scaled = value / round(1 / factor) if factor < 1.0 else value * factor
    millionths = scaled * 1e6
    if abs(millionths) < _EXACT and abs(millionths - (whole := round(millionths))) <= abs(millionths) * 1e-15:
        return whole / 1e6
    return scaled


@lru_cache(maxsize=8192)
def _read_text(raw: str, unit: str | None) -> Amount:
    parts = _taken_apart(raw)
    return parts if isinstance(parts, Amount) else parts.amount(raw.strip(), unit)


@lru_cache(maxsize=8192)  # a cell is read twice: for the unit that it names, and in that unit
def _taken_apart(raw: str) -> "_Spelled | Amount":
    """Return the parts of a text that holds one amount, or as what it was read where it holds none."""
    if len(raw) < _LONGEST_FIGURE and (plain := _FIGURE.fullmatch(raw)):  # what nearly all texts are
        return _Spelled.of_figure(plain)
    text = half_width(raw).strip()
    if not text:
        return _BLANK
    shown = raw.strip()
    words = _tidied(text)
    if ERROR_TEXT.fullmatch(words):
        return Amount(None, "error", shown)
    if PLACEHOLDER.fullmatch(words) or PLACEHOLDER.fullmatch(words.strip("()")):
        return Amount(None, "placeholder", shown)
    if len(words) > _LONGEST or _NUMBER_SPACE_NUMBER.search(text):
        return Amount(None, "unreadable", shown)
    spelled = _Spelled.of(words)
    if spelled is None:
        return Amount(None, "range" if _is_range(words) else "unreadable", shown)
    return spelled


def _tidied(text: str) -> str:
    """Return the text without spaces and quotes, dashes and decimal stops in one spelling."""
    words = re.sub(r"\s+", "", text).translate(_DASHES).strip("'‘’`\"“”")
    words = re.sub(r"(?<=\d)。(?=\d)", ".", words).rstrip("。;,.")
    return simplify(words)


def _is_range(words: str) -> bool:
    ranges = list(_RANGE.finditer(words))
    if len(ranges) != 1:
        return False
    low, high = read_numeral(ranges[0]["low"]), read_numeral(ranges[0]["high"])
    outside = words[: ranges[0].start()] + words[ranges[0].end() :]
    return low is not None and high is not None and not re.search(r"\d|%", outside)


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A text taken apart: number, sign, the unit after it, and what else was said."""

    number: Decimal
    large: bool  # written with 万 or 亿
    unit: Unit | None
    status: Status
    only_sign: bool = False  # the unit is a currency sign's, which names no multiple

    @classmethod
    def of_figure(cls, plain: re.Match[str]) -> "_Spelled":
        """Return the parts of `_FIGURE`: 1,234.5, 1.2亿, 3000万元."""
        number = Decimal(plain["number"].replace(",", "")) * _MAGNITUDES[plain["magnitude"]]
        return cls(number, bool(plain["magnitude"]), unit_named("元") if plain["yuan"] else None, "text")

    @classmethod
    def of(cls, words: str) -> "_Spelled | None":
        """Return the parts of a text that holds one amount and nothing that could change it, or None."""
        taken = _without_notes(words)
        if taken is None:
            return None
        bare, status = taken
        negative = False
        if bare.startswith("(") and ")" in bare:  # accounting: (1200) is -1200
            bare, negative = bare[1:].replace(")", "", 1), True
        signed = _currency(bare)
        if signed is None:
            return None
        currency, bare = signed
        lead = _LEAD.match(bare)
        if lead and lead.end() < len(bare):
            bare, status = bare[lead.end() :], "words"
        if about := ABOUT.match(bare):
            bare, status = bare[about.end() :], "approximate"
        if bare[:1] in ("-", "+", "负") and not negative:
            bare, negative = bare[1:], bare[0] != "+"
        if _EXPONENT.fullmatch(bare):
            number = Decimal(bare)
            return cls(-number if negative else number, False, currency, status, currency is not None)
        return cls._of_number_and_unit(bare, negative, currency, status)

    @classmethod
    def _of_number_and_unit(cls, bare: str, negative: bool, currency: Unit | None, status: Status) -> "_Spelled | None":
        found = re.match(rf"{_NUMBER}", bare, re.ASCII)
        if not found:
            return None
        digits, rest = found[0], bare[found.end() :]
        if about := ABOUT_AFTER.match(rest):  # 1200余万元, 3亿多
            rest, status = rest[about.end() :], "approximate"
            magnitude = re.match(r"[百千]?[万亿]|千|百", rest)
            if magnitude and not MAGNITUDE & set(digits):
                digits, rest = digits + magnitude[0], rest[magnitude.end() :]
        if about := ABOUT_AFTER.search(rest):
            if about.end() != len(rest):
                return None
            rest, status = rest[: about.start()], "approximate"
        number = read_numeral(digits)
        unit = unit_named(rest) if rest else None
        if number is None or (rest and unit is None) or (unit and unit.dimension == "比率"):
            return None
        if unit and currency and unit.dimension != currency.dimension:
            return None
        large = bool(MAGNITUDE & set(digits))
        return cls(
            -number if negative else number, large, unit or currency, status, unit is None and currency is not None
        )

    def amount(self, shown: str, column: str | None) -> Amount:
        """Return the amount in the column's terms; None where its unit can't be brought to the column's."""
        of_column = unit_named(column) if column else None
        if self.unit is None:
            return self._without_unit(shown, of_column)
        same = of_column is not None and of_column.dimension == self.unit.dimension
        name = _money_name(self.unit) if self.large and self.unit.is_money else self.unit.name
        if not same or of_column is None:
            return Amount(None, "unit", shown, name)
        if self.only_sign and not self.large:  # $300 in a column of 万美元: the sign names no multiple
            return self._read(self.number, self.status, shown, None)
        status: Status = "unit" if self.status == "text" else self.status
        per = 10_000 if of_column.dimension == DOMESTIC else of_column.factor
        return self._read(self.number * self.unit.factor / per, status, shown, name)

    def _without_unit(self, shown: str, of_column: Unit | None) -> Amount:
        domestic = of_column is not None and of_column.dimension == DOMESTIC
        if not self.large:
            factor = Decimal(of_column.factor) / 10_000 if of_column and domestic else Decimal(1)
            return self._read(self.number * factor, self.status, shown, None)
        if of_column is None:  # 300万 among figures of an unknown unit: not comparable with them
            return Amount(None, "unit", shown, "万元")
        status: Status = "unit" if self.status == "text" else self.status
        base = unit_named(of_column.name.lstrip("千百万亿")) or of_column
        per = 10_000 if domestic else of_column.factor // base.factor
        return self._read(self.number / per, status, shown, _money_name(base) if base.is_money else base.name)

    def _read(self, number: Decimal, status: Status, shown: str, unit: str | None) -> Amount:
        value = float(number)
        if value - value != 0 or (value == 0.0) != (number == 0):  # too large or too small for a figure
            return Amount(None, "unreadable", shown, unit)
        return Amount(value + 0.0, status, shown, unit)


def _money_name(unit: Unit) -> str:
    return f"万{unit.name}" if unit.factor == 1 else unit.name


def _without_notes(words: str) -> tuple[str, Status] | None:
    """Return the text without bracketed notes and footnote marks, and what they make of the figure."""
    status: Status = "text"
    bare = _FOOTNOTE.sub("", words)
    if bare != words:
        status = "words"
    for note in reversed(list(_NOTE.finditer(bare))):
        inside = note[1]
        if note.start() == 0:
            continue  # (1200) itself
        if ABOUT.fullmatch(inside) or ABOUT_AFTER.fullmatch(inside):
            status = "approximate"
        elif unit_named(inside) or re.fullmatch(r"[十百千]?[万亿]", inside):  # 3000（万）
            bare = bare[: note.start()] + inside + bare[note.end() :]
            continue
        elif not re.search(r"[\u3400-\u9fff]", inside) or _Spelled.of(inside) is not None or _is_range(inside):
            return None  # 1200（2000）: which of the two?
        elif status != "approximate":
            status = "words"
        bare = bare[: note.start()] + bare[note.end() :]
    noted = _NOTE_AFTER.search(bare)
    if noted and noted.end() == len(bare) and noted.start() > 0:
        bare, status = bare[: noted.start()], "words"
    return bare, status


def _currency(bare: str) -> tuple[Unit | None, str] | None:
    """Return the currency that a sign names (None for ¥ alone, which leaves the column's unit) and the rest."""
    if _CURRENCY_SIGN.search(bare):
        return None, _CURRENCY_SIGN.sub("", bare).lstrip(":")
    signs = _FOREIGN_SIGN.findall(bare)
    if not signs:
        return None, bare
    return (unit_named(signs[0].upper()), _FOREIGN_SIGN.sub("", bare)) if len(signs) == 1 else None
