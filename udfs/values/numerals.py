"""Numerals as clerks write them: 三亿二千万, 3亿2000万, 贰佰万, 1,234.5, 一二〇〇. Exact, in Decimal."""

import re
from decimal import Decimal, InvalidOperation
from itertools import pairwise

_DIGITS = dict(zip("〇零一二三四五六七八九", [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], strict=True)) | {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億圆圓兩弍○", "一二二三三四五六六七八九十百千万亿元元两二〇")

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_ARABIC = re.compile(ARABIC, re.ASCII)
_TOKEN = re.compile(
    rf"(?P<arabic>{ARABIC})|(?P<chinese>[〇零一二三四五六七八九两]+(?:点[〇零一二三四五六七八九]+)?)"
    r"|(?P<small>[十百千])|(?P<large>[万亿])",
    re.ASCII,
)
MAGNITUDE = frozenset("万亿")


def simplify(text: str) -> str:
    """Return the text with formal numerals (壹贰叁…拾佰仟萬億) as the ordinary ones."""
    return text.translate(_FORMAL)


def read_numeral(text: str) -> Decimal | None:
    """Return the number that the whole text is, or None where it is none or has two readings (3亿2000).

    Arabic, Chinese and mixed numerals; no sign, no spaces. Formal numerals must have been simplified.
    """
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    tokens = list(_TOKEN.finditer(text))
    if not tokens or "".join(token[0] for token in tokens) != text:
        return None
    try:
        return _Reading().of(tokens)
    except (_NoNumeralError, InvalidOperation):
        return None


class _NoNumeralError(Exception):
    pass


class _Reading:
    """One pass over the tokens: `total` of finished 亿 and 万, `section` below them, `digit` not yet multiplied."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.small, self.large = 10**4, 10**12  # the last multiples met: they must fall

    def of(self, tokens: list[re.Match[str]]) -> Decimal:
        for before, token in pairwise([None, *tokens]):
            assert token is not None
            if token["small"]:
                self.multiply(_SMALL[token[0]], token[0] == "十" and (before is None or bool(before["large"])))
            elif token["large"]:
                self.close(_LARGE[token[0]], before)
            else:
                self.take(token, before)
        return self.finish(tokens)

    def take(self, token: re.Match[str], before: re.Match[str] | None) -> None:
        if self.digit is not None and not (before is not None and before[0] in ("零", "〇")):
            raise _NoNumeralError
        text = token[0]
        if token["arabic"]:
            self.digit = Decimal(text.replace(",", ""))
            return
        digits, _, fraction = text.partition("点")
        if before is not None and len(digits) > 1 and digits[0] not in "零〇":
            raise _NoNumeralError  # 三百二五
        self.digit = Decimal("".join(str(_DIGITS[character]) for character in digits))
        if fraction:
            self.digit += Decimal("0." + "".join(str(_DIGITS[character]) for character in fraction))

    def multiply(self, by: int, may_stand_alone: bool) -> None:
        if self.digit is None and may_stand_alone:
            self.digit = Decimal(1)  # 十二
        if not self.digit or by >= self.small:
            raise _NoNumeralError
        self.section += self.digit * by
        self.digit, self.small = None, by

    def close(self, by: int, before: re.Match[str] | None) -> None:
        section = self.section + (self.digit or 0)
        if before is not None and before["large"] and by > self.large:  # 1.2万亿: the whole so far
            self.total *= by
        elif before is None or before["large"] or by >= self.large:
            raise _NoNumeralError
        else:
            self.total += section * by
        self.section, self.digit, self.small, self.large = Decimal(0), None, 10**4, by

    def finish(self, tokens: list[re.Match[str]]) -> Decimal:
        if self.digit is None:
            return self.total + self.section
        last = tokens[-1]
        if len(tokens) == 1 or last[0][0] in "零〇":
            return self.total + self.section + self.digit
        before = tokens[-2]
        if last["arabic"]:
            raise _NoNumeralError  # 3亿2000: yuan or 万?
        if len(last[0]) > 1:
            raise _NoNumeralError
        if before[0] == "十":
            return self.total + self.section + self.digit
        multiple = _SMALL.get(before[0]) or _LARGE[before[0]]
        return self.total + self.section + self.digit * multiple / 10  # 三亿二 is 3.2 亿, 一百二 is 120
