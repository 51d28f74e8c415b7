"""Units: found in headers and unit lines, spelled in one way, converted only within one dimension.

The table of units is `units.toml`. Money in 元 and its multiples is domestic; money of another currency is foreign and
is never converted.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from udfs.values.text import normalise

DOMESTIC = "人民币"
CURRENCIES = frozenset({DOMESTIC, "美元", "港元", "欧元", "日元", "英镑", "新台币"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its canonical spelling, what it measures, and how many base units of that dimension it is."""

    name: str
    dimension: str
    factor: int
    trailing: bool = False

    @property
    def is_money(self) -> bool:
        """Return whether it is money, domestic or foreign."""
        return self.dimension in CURRENCIES


def _spelled_units() -> dict[str, Unit]:
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))
    units: dict[str, Unit] = {}
    for entry in table["unit"]:
        for prefix in entry.get("magnitudes", [""]):
            factor = table["magnitudes"][prefix] * entry.get("factor", 1)
            money = entry["dimension"] in CURRENCIES
            trailing = entry.get("trailing", False) or (money and entry["name"] != prefix + entry["name"])
            unit = Unit(prefix + entry["name"], entry["dimension"], factor, trailing)
            for spelling in [entry["name"], *entry.get("spellings", [])]:
                units[prefix + spelling] = unit
                if money and not spelling.isalpha():  # US$万
                    units[spelling + prefix] = unit
    return units


_UNITS = _spelled_units()
_LONGEST_FIRST = sorted(_UNITS, key=len, reverse=True)
_RENMINBI = re.compile(r"人民币|RMB|CNY|¥|￥", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]*)\)")
_SHORTENED = ("万", "百万", "千万", "亿")  # 单位：亿, 总投资（万）
_STATEMENT = re.compile(r"(?:计量|金额|货币|面积|投资)?单位(?:均|统一|一律|都)?[:;是为]*")
_SEPARATORS = "、,;/|和及与"
_SPLIT = re.compile(r"[、,;|:\s]|和|及|与|其中")
_DATE_PATTERN = re.compile(r"年[、,/.-]?月(?:[、,/.-]?日)?|月[、,/.-]?日")
_SIGNS_BEFORE = re.compile(r"(?:折合|均为|以|按|计|约合|数)")


@lru_cache(maxsize=4096)
def unit_named(text: str) -> Unit | None:
    """Return the unit that the text is, and nothing but (`万 元`, `亿元人民币`, `US$万`), or None."""
    word = normalise(text)
    unit = _UNITS.get(word)
    if unit:
        return unit
    if word in _SHORTENED:
        return _UNITS[f"{word}元"]
    bare = _RENMINBI.sub("", word).strip(":")
    if bare in (word, ""):
        return None  # 人民币 alone names the currency and no unit
    unit = _UNITS.get(bare) or _UNITS.get(f"{bare}元")
    return unit if unit and unit.dimension == DOMESTIC else None


@lru_cache(maxsize=4096)
def find_units(text: str) -> tuple[str, ...]:
    """Return the units that a header or unit line states, in canonical spelling and in the order written.

    Read are brackets of every kind, `单位：…` (also 计量单位, 金额单位), `/万元`, and a unit of money, area or % at the
    very end. `万元/亩` is one unit, which is neither money nor area.
    """
    word = normalise(text)
    whole = _stated(word)
    if whole:
        return whole
    in_brackets = [unit for inside in _BRACKET.findall(word) for unit in _stated(_STATEMENT.sub("", inside))]
    if in_brackets:
        return _distinct(in_brackets)
    for candidate in (word, _spaced(text)):
        for statement in _STATEMENT.finditer(candidate):
            units = _leading_units(candidate[statement.end() :])
            if units:
                return units
    ending = _ending(word)
    return (_UNITS[ending].name,) if ending else ()


def find_unit(text: str) -> str | None:
    """Return the first unit that a header or unit line states, in canonical spelling, or None."""
    units = find_units(text)
    return units[0] if units else None


@lru_cache(maxsize=4096)
def strip_unit(header: str) -> str:
    """Return the header normalised and without the unit that it states; other brackets stay."""
    word = normalise(header)
    bare = _BRACKET.sub(lambda found: "" if _stated(_STATEMENT.sub("", found[1])) else found[0], word)
    for statement in _STATEMENT.finditer(bare):
        if _leading_units(bare[statement.end() :]):
            bare = bare[: statement.start()]
            break
    ending = _ending(bare)
    if ending and ending != bare:
        bare = bare[: -len(ending)].rstrip("/")
    return bare.rstrip(":,;、")


def money_factor(unit: str | None) -> float | None:
    """Return how many 万元 one unit is; None for an unknown unit, a foreign currency, or no money (亩, 个)."""
    return {"万元": 1.0, "亿元": 1e4, "千元": 0.1, "百万元": 100.0, "元": 1e-4, "千万元": 1000.0}.get(unit or "")


def _stated(words: str) -> tuple[str, ...]:
    """Return the units of a bracket's inside or a child header: one, several, or two joined as a rate."""
    words = words.strip(":,;、/")
    if _DATE_PATTERN.fullmatch(words):  # 开工时间（年、月） says how to write, not in what unit
        return ()
    unit = unit_named(words)
    if unit:
        return (unit.name,)
    upper, slash, lower = words.partition("/")
    if slash and (above := unit_named(upper)) and (below := unit_named(lower)):
        return (f"{above.name}/{below.name}",)
    found = [unit_named(_SIGNS_BEFORE.sub("", part)) for part in _SPLIT.split(words.replace("/", "、"))]
    return _distinct([unit.name for unit in found if unit])


def _leading_units(words: str) -> tuple[str, ...]:
    """Return the units with which the words begin; a unit of one character must stand alone (个旧市 is none)."""
    found: list[str] = []
    words = _RENMINBI.sub("", words).lstrip(": (")
    while spelling := next((unit for unit in _LONGEST_FIRST if words.startswith(unit)), None):
        rest = words[len(spelling) :]
        closed = not rest or rest[0] in _SEPARATORS + " ()]:。" or (_UNITS[spelling].is_money and len(spelling) > 1)
        if not closed:
            break
        found.append(_UNITS[spelling].name)
        words = rest.lstrip(" ")
        if not words or words[0] not in _SEPARATORS:
            break
        words = words[1:].lstrip(" ")
    return _distinct(found)


def _ending(word: str) -> str | None:
    """Return the spelling of the unit in which the header ends, if it can stand there without a bracket."""
    for spelling in _LONGEST_FIRST:
        if word.endswith(spelling):
            before = word[: -len(spelling)]
            if before.endswith("/"):
                return spelling
            if _UNITS[spelling].trailing and not re.search(r"[\d十超过上近达余多几数]$", before):
                return spelling
            return None
    return None


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def _distinct(units: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(units))
