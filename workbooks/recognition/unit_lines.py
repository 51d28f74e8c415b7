"""Unit lines above a header: 单位：万元; 单位：个、万美元; 单位：亿元（总投资）、万元（其他）."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from udfs.values.units import find_units, unit_named
from workbooks.recognition.wording import squeeze

_SIMPLE = str.maketrans("億萬", "亿万")
_OTHERS = re.compile(r"其[他它余]|其余|余下|除.*外.*")
_UNIT_WORDS = re.compile(r"^注|(?:计量|金额|投资)?单位|人民币|均为|[为是：:()（）\[\]【】]")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit that stands above the header, and the words for the columns that it is for (nothing: for all others)."""

    unit: str
    columns: str = ""

    @property
    def is_money(self) -> bool:
        """Return whether it is a unit of money, domestic or foreign."""
        known = unit_named(self.unit)
        return bool(known and known.is_money)


def read_unit_lines(texts: Sequence[str], titles: Sequence[str]) -> tuple[UnitLine, ...]:
    """Return the units stated by the texts (nearest to the header first) and in brackets at the end of a title."""
    found: list[UnitLine] = []
    for text in texts:
        bare = squeeze(text).translate(_SIMPLE)
        if "单位" in bare or re.match("金额[:：]", bare) or re.fullmatch(r"[(（].{1,8}[)）]", bare) or unit_named(bare):
            found += _by_columns(bare) or [UnitLine(unit) for unit in find_units(text.translate(_SIMPLE))]
    for title in titles:
        ending = re.search(r"[(（][^()（）]{1,8}[)）]$", squeeze(title))
        found += [UnitLine(unit) for unit in find_units(ending[0])] if ending else []
    return tuple(dict.fromkeys(found))


def _by_columns(line: str) -> list[UnitLine]:
    """Return the units of a line that says which unit is for which columns, nothing for any other line."""
    lines: list[UnitLine] = []
    for part in re.split(r"[、，,；;。]", line):
        money = re.search(r"(?:[千万百亿]{0,2})(?:美|港|欧|日)?元", part)
        if not money or not unit_named(money[0]):
            return []
        lines.append(UnitLine(money[0], _UNIT_WORDS.sub("", part.replace(money[0], ""))))
    if len({one.unit for one in lines}) < 2 or not any(one.columns for one in lines):
        return []
    return [UnitLine(one.unit, "" if _OTHERS.fullmatch(one.columns) else one.columns) for one in lines]


def money_unit(header: str, lines: Sequence[UnitLine]) -> str | None:
    """Return the unit that the lines give to a column of money."""
    money = [line for line in lines if line.is_money]
    named = [line for line in money if line.columns and line.columns in header]
    others = [line for line in money if not line.columns]
    if not named and not others and len(money) == 2:
        # 总投资单位为亿元，年度投资单位为万元: what isn't the first is the second
        others = money[1:]
    return next((line.unit for line in (*named, *others)), None)
