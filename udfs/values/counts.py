"""Labels of section and total rows: `（一）工业项目82个` is ordinal （一）, label 工业项目, count 82."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from udfs.values.numerals import read_numeral, simplify
from udfs.values.text import half_width

OrdinalKind = Literal["part", "chinese", "chinese_brackets", "arabic", "arabic_brackets", "circled", "letter"]

_CHINESE = "[〇零一二三四五六七八九十百]+"
_ORDINALS: tuple[tuple[OrdinalKind, int, str], ...] = (
    ("part", 0, rf"第{_CHINESE}(?:部分|篇|章|类|批(?!次)|大类)[、.:]?"),
    ("chinese_brackets", 1, rf"\({_CHINESE}\)[、.]?"),
    ("chinese", 0, rf"{_CHINESE}(?:[、.,:]|\s+)"),
    ("arabic_brackets", 3, r"\(\d{1,3}\)[、.]?|\d{1,3}\)[、.]?"),
    ("circled", 4, r"[①-⑳⑴-⒇⒈-⒛][、.]?"),
    ("arabic", 2, r"\d{1,3}(?:[、,:]|\.(?!\d)|\s+)|\d{1,3}(?:\.\d{1,2})+[、.]?\s*(?=[^\d\s亿万千百元%公米亩吨倍])"),
    ("letter", 0, r"[A-Za-zⅠ-Ⅻ][、.)]"),
)
_ORDINAL_PATTERNS = [(kind, depth, re.compile(pattern, re.ASCII)) for kind, depth, pattern in _ORDINALS]
_BARE_ORDINAL = re.compile(rf"(?:{_CHINESE})$")

_COUNTER = r"(?:个|项|宗|件|家|处)"
_NOT_A_COUNT = r"(?!月|季度|百分点|工作日|小时|旬|年|亿|万|多月)"
_THINGS = r"(?:(?:重点|重大|建设|工业|续建|新建|在建|新开工)?项目)?"
_NUMBER = r"(?P<count>\d{1,5})"
_CHINESE_NUMBER = r"(?P<chinese>[一二三四五六七八九十百两]+)"
_BEFORE = r"(?:共计|共有|共|合计|总计|小计|计)?"
_IN_BRACKETS = re.compile(
    rf"\((?P<before>{_BEFORE})(?:{_NUMBER}|{_CHINESE_NUMBER}){_COUNTER}{_NOT_A_COUNT}{_THINGS}(?P<rest>[,;、:][^()]*)?\)",
    re.ASCII,
)
_AT_THE_END = re.compile(
    rf"(?P<before>(?:,|:)?(?:共计|共有|共)?)(?<![\d.第\-~至到/年月]){_NUMBER}{_COUNTER}{_NOT_A_COUNT}{_THINGS}(?=$|[,;。:])",
    re.ASCII,
)
_BARE_IN_BRACKETS = re.compile(r"\((?P<count>\d{1,4})\)$", re.ASCII)
_SUM_WORD = re.compile(r"合计|总计|小计|共计")


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart.

    kind, depth: the ordinal's kind and how deep it usually stands (一、 0, （一） 1, 1. 2, (1) 3, ① 4), or None.
    label: the text without ordinal and count; count: the declared number of projects, None where none is declared.
    """

    kind: OrdinalKind | None
    depth: int | None
    label: str
    count: int | None


@lru_cache(maxsize=4096)
def split_label(text: str) -> Label:
    """Return the ordinal, the label and the declared count of a section or total row's text."""
    words = _tidied(text)
    kind, depth = None, None
    for candidate, hint, pattern in _ORDINAL_PATTERNS:
        found = pattern.match(words)
        if found and not _counts_from(words, found.end()):
            kind, depth, words = candidate, hint, words[found.end() :].strip()
            break
    else:
        if _BARE_ORDINAL.match(words):  # 一 alone, the name stands in the next cell
            return Label("chinese", 0, "", None)
    label, count = _split_count(words)
    return Label(kind, depth, label, count)


def declared_count(text: str) -> int | None:
    """Return the number of projects that the text declares (`13个`, `（100项）`, `合计37个`), or None."""
    return split_label(text).count


def _tidied(text: str) -> str:
    words = half_width(text).strip().strip("★☆▲△●○◆◇■□※*")
    return re.sub(r"\s+", " ", words.translate(str.maketrans("〔〕【】[]．", "()()()."))).strip()


def _counts_from(words: str, end: int) -> bool:
    """Return whether what looks like an ordinal is the number of a count: `12 个`."""
    return bool(re.match(rf"\s*{_COUNTER}", words[end:])) and words[:end].strip().isdigit()


def _split_count(words: str) -> tuple[str, int | None]:
    tight = re.sub(r"(?<=[^A-Za-z0-9]) | (?=[^A-Za-z0-9])", "", words)
    for pattern in (_IN_BRACKETS, _AT_THE_END):
        for found in pattern.finditer(tight):
            count = _number(found)
            if count is not None:
                after = re.split("[,;。:]", tight[found.end() :], maxsplit=1)[0]
                label = tight[: found.start()] + after
                return _cleaned(label), count
    bare = _BARE_IN_BRACKETS.search(tight)
    if bare and _SUM_WORD.search(tight) and not 1900 <= int(bare["count"]) <= 2100:
        return _cleaned(tight[: bare.start()]), int(bare["count"])
    return tight, None


def _number(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("count"):
        return int(groups["count"])
    number = read_numeral(simplify(groups.get("chinese") or ""))
    return int(number) if number is not None else None


def _cleaned(label: str) -> str:
    return label.strip(" ,;:、。")
