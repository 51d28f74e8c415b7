"""Formulas on their way between LibreOffice and workbooks for Excel. Text in, text out.

Excel's workbooks name our functions plainly, `完成率(F5,E5)`, or by the add-in that they come from:
`[1]!完成率(…)`, `'C:\\…\\dudao.xlam'!完成率(…)`, `dudao.xlam!完成率(…)`. LibreOffice 7.4 doesn't know these, and writes
DUDAO.FUNCTIONS.COMPLETION_RATE_ZH(…) itself, which Excel doesn't know.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache, partial

from addin.libreoffice.functions.formula_text import names
from addin.libreoffice.functions.identity import SERVICE, stored_names

_PREFIX = f"{SERVICE}.".upper()
_FROM_ADDIN = re.compile(
    r"""(?: \[(?P<link>[1-9]\d*)\]                 # the number of the link: [1]!
          | '(?:[^']|'')*dudao[^'\\/]*\.xlam?'     # the add-in's path, or its name
          | \bdudao[\w.-]*\.xlam?
        )!$""",
    re.VERBOSE | re.IGNORECASE,
)
_OUR_ADDIN = re.compile(r"dudao[^/]*\.xlam?$", re.IGNORECASE)
_LINK = re.compile(r"\[\d+\]!")
_EXCEL_ONLY = re.compile(r"_xl(?:fn|udf)\.", re.IGNORECASE)
"""What Excel and others write before the name of a function that they don't know."""


def to_libreoffice(formula: str, own: Collection[str] = (), links: Mapping[int, str] | None = None) -> str:
    """Return a formula with our functions as LibreOffice knows them; the very text where nothing is to be changed.

    own: names that the workbook itself defines, in lower case; links: the files that it links to, by number. Both win.
    """

    def arriving(before: Callable[[], str], name: str) -> tuple[str, str] | None:
        bare = _EXCEL_ONLY.sub("", name, count=1)
        stored = _by_plain_name().get(bare.casefold())
        if stored is None:
            return None
        text = before()
        link = _FROM_ADDIN.search(text)
        if link is None:  # another workbook's function of this name, or this one's own
            return None if text.endswith("!") or (bare == name and name.casefold() in own) else (text, stored)
        file = (links or {}).get(int(link["link"])) if link["link"] else None
        return None if file and not _OUR_ADDIN.match(file) else (text[: link.start()], stored)

    return _with_names(formula, arriving)


def to_excel(formula: str) -> str:
    """Return a formula with our functions by the names that Excel knows; the very text where there are none."""
    return _with_names(formula, _leaving) if _PREFIX in formula.upper() else formula


def may_arrive(text: str) -> bool:
    """Return quickly whether a formula may hold one of our functions under a plain name."""
    return bool(_any_name().search(text))


def names_a_link(formula: str) -> bool:
    """Return whether a formula calls something of a linked file by the file's number."""
    return bool(_LINK.search(formula))


def _with_names(formula: str, renamed: Callable[[Callable[[], str], str], tuple[str, str] | None]) -> str:
    """renamed: given what returns the text before a name, and the name, returns both as they shall be."""
    pieces: list[str] = []
    at = 0
    for begin, end, name in names(formula):
        change = renamed(partial(formula.__getitem__, slice(at, begin)), name)
        if change is not None:
            before, new = change
            pieces += [before, new]
            at = end
    return "".join([*pieces, formula[at:]]) if pieces else formula


def _leaving(before: Callable[[], str], name: str) -> tuple[str, str] | None:
    shown = _shown_names().get(name.upper())
    return None if shown is None else (before(), shown)


@cache
def _by_plain_name() -> Mapping[str, str]:
    return {shown.casefold(): stored for shown, stored in stored_names().items()}


@cache
def _shown_names() -> Mapping[str, str]:
    return {stored: shown for shown, stored in stored_names().items()}


@cache
def _any_name() -> "re.Pattern[str]":
    every = "|".join(map(re.escape, stored_names()))
    return re.compile(rf"(?<![\w.])(?:_xl(?:fn|udf)\.)?(?:{every}) *\(", re.IGNORECASE)
