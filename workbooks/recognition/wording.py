"""Header texts without what varies: spaces, brackets, units, and the periods that they name.

`2010年1-7月完成投资⏎（万元）` becomes `YT完成投资` of 2010, month 7: headers are matched by pattern, not by equality
(domain.md a, L18). Tokens: Y a year, T the year up to a month, M one month; one whose figure isn't filled in has None.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from udfs.values.units import strip_unit
from workbooks.ledger import Period

_OPEN, _CLOSE = "〔【[［｛{〈〖「『", "〕】]］｝}〉〗」』"
_BRACKETS = str.maketrans(_OPEN + _CLOSE, "(" * len(_OPEN) + ")" * len(_CLOSE))
_SPACES = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+|_x000[dDaA]_")
_FORMULA = re.compile(r"[①-⑳](?:[=＝].*)?")  # the number that a heading gives its column, and its formula
_LINE = r"[-—–－―─~～〜]+"
_DASH = r"[-—–－―─~～〜至到]+"
_NUMERALS = {
    "元": 1,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九])"
_DIGITS = {
    "〇": "0",
    "○": "0",
    "零": "0",
    "一": "1",
    "二": "2",
    "三": "3",
    "四": "4",
    "五": "5",
    "六": "6",
    "七": "7",
    "八": "8",
    "九": "9",
}
_HALVES = {
    "上半年": 6,
    "前三季度": 9,
    "前3季度": 9,
    "一季度": 3,
    "1季度": 3,
    "第一季度": 3,
    "第1季度": 3,
    "一至二季度": 6,
    "1-3季度": 9,
    "全年度": 12,
}

_RESIDUE_YEAR = re.compile(
    r"(?:<y{2,4}>|\(y{2,4}\)|(?<![a-z])y{4}(?![a-z])|x{2,4}|×{2,4}|_{2,4}|20_{1,2}|20x{2})年度?", re.I
)
_RESIDUE_MONTH = re.compile(r"(?:<m{1,2}>|\(m{1,2}\)|x{1,2}|×{1,2}|_{1,4})(?=月)", re.I)
_CHINESE_YEAR = re.compile(r"二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度|年|(?=[./]\d)|(?!\d))")
_SHORT_YEAR = re.compile(r"(?<!\d)([0-4]\d)年(?=\d{1,2}月|度|底|末|计划|完成|投资|任务|目标|累计|1-|实际)度?")
_RANGE = re.compile(
    rf"(?:截[至止到]*|至|到)?(Y)?(?:自|从)?(?:{_N}月?(?:份)?{_DASH}Y?({_N})?月|{_LINE}({_N})?月|{_N}月{_DASH}(?=月))"
    r"(?:份|底|末|[上中下]旬末?)?(?:止)?"
)
_UP_TO = re.compile(
    rf"(?:(?:截[至止到]+|至|到)(Y)?({_N})?月(?:份)?(?:底|末|[上中下]旬末?|\d{{1,2}}[日号])?|(Y)?({_N})月(?:底|末))(?:止|为止)?"
)
_DOTTED_RANGE = re.compile(rf"(?<!\d)((?:19|20)\d\d)[./年]({_N})[-—–~～至]({_N})(?![\d年月])")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(1[0-2]|0[1-9])(?:[0-3]\d)?(?!\d)")
_DOTTED = re.compile(r"(?<!\d)((?:19|20)\d\d)[./-](1[0-2]|0?[1-9])(?:[./-]\d{1,2})?(?![\d年月])")
_FIRST_MONTHS = re.compile(rf"前({_N})个?月")
_HALF = re.compile("|".join(sorted(_HALVES, key=len, reverse=True)))
_MONTH = re.compile(rf"(?<!\d)({_N})月份?(?!\d)")


@dataclass(frozen=True, slots=True)
class Wording:
    """A header without what varies.

    shown: the text without spaces and line breaks. keys: what the dictionary is asked for, the fullest first.
    period: year and month that the text names (of several `years`, the first);
    token: the last of `T`, `M` that stands in it, or "".
    """

    shown: str
    keys: tuple[str, ...]
    period: Period
    token: str
    years: tuple[int, ...] = ()


def squeeze(text: str) -> str:
    """Return the text without spaces, line breaks and invisible characters, otherwise as it is."""
    return _SPACES.sub("", text)


def _month(text: str | None) -> int | None:
    if not text:
        return None
    return _NUMERALS.get(text) or int(text)


@lru_cache(maxsize=4096)
def abstract(text: str) -> Wording:
    """Return the wording of a header or title."""
    shown = squeeze(text)
    plain = unicodedata.normalize("NFKC", _FORMULA.sub("", shown)).translate(_BRACKETS).lower()
    plain = _CHINESE_YEAR.sub(lambda m: "".join(_DIGITS.get(c, "2") for c in m[0]), plain)
    years: list[int | None] = []
    months: list[tuple[str, int | None]] = []

    def year(value: int | None) -> str:
        years.append(value)
        return "Y"

    def month(token: str, value: int | None) -> str:
        months.append((token, value))
        return token

    key = _RESIDUE_MONTH.sub("", _RESIDUE_YEAR.sub(lambda m: year(None), plain))
    key = _DOTTED_RANGE.sub(lambda m: year(int(m[1])) + month("T", _month(m[3])), key)
    key = _COMPACT.sub(lambda m: year(int(m[1])) + month("M", _month(m[2])), key)
    key = _DOTTED.sub(lambda m: year(int(m[1])) + month("M", _month(m[2])), key)
    key = _YEAR.sub(lambda m: year(int(m[1])), key)
    key = _SHORT_YEAR.sub(lambda m: year(2000 + int(m[1])), key)
    key = _RANGE.sub(lambda m: (m[1] or "") + month("T", _month(m[2] or m[3])), key)
    key = _UP_TO.sub(lambda m: (m[1] or m[3] or "") + month("T", _month(m[2] or m[4])), key)
    key = _FIRST_MONTHS.sub(lambda m: month("T", _month(m[1])), key)
    key = _HALF.sub(lambda m: month("T", _HALVES[m[0]]), key)
    key = _MONTH.sub(lambda m: month("M", _month(m[1])), key)
    # A range says more than a month beside it (1-7月 before 7月).
    said = next((m for m in months if m[0] == "T"), months[-1] if months else None)
    known = tuple(y for y in years if y)
    period = Period(known[0] if known else None, said[1] if said else None)
    return Wording(shown, _keys(key), period, said[0] if said else "", known)


_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_TRANSLATION = re.compile(r"(?<=[\u4e00-\u9fff])/?[a-z][a-z .&'/-]*(?=$|\()")  # 项目名称 Project Name
_BRACKETED = re.compile(r"\([^()]*\)")
_AFTERTHOUGHT = re.compile(r"(?:合计|小计|[※*#]+|注\d*)$")  # 总投资（万元）合计, （万元）注1
_EDGES = "*※★☆●◆:：、,，.。-—_\"'“”‘’"


def _keys(key: str) -> tuple[str, ...]:
    """Return the readings of a key: as it is, without units, without brackets, without bracketed words."""
    if _CHINESE.search(key):
        key = _TRANSLATION.sub("", key)
    without_unit = squeeze(strip_unit(key)).strip(_EDGES)
    readings = [
        key.strip(_EDGES),
        without_unit,
        key.replace("(", "").replace(")", "").strip(_EDGES),
        without_unit.replace("(", "").replace(")", "").strip(_EDGES),
        _BRACKETED.sub("", key).strip(_EDGES),
        _AFTERTHOUGHT.sub("", without_unit).strip(_EDGES),
    ]
    return tuple(dict.fromkeys(r for r in readings if r))
