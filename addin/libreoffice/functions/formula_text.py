"""Calls of functions in the text of a formula, in LibreOffice's or Excel's notation.

A name inside a text ("=完成率(…)"), inside the quoted name of a sheet or file ('完成率(1)'!A1), or of a table's column
(表1[完成率(%)]) is no call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"""
      (?P<text>"(?:[^"]|"")*"?)                       # a text; an unfinished one to the end
    | (?P<quoted>'(?:[^']|'')*'?)                     # a sheet's or file's name
    | (?P<columns>\[(?:'.|[^][']|\[(?:'.|[^]['])*\])*\])  # a table's columns, in which ' escapes; a link, [1]
    | (?P<name>(?:[^\W\d]|[\\_])[\w.\\?]*)\ *(?P<call>\(?)
    | (?P<number>\d[\w.]*)
    | (?P<open>[({\[]) | (?P<close>[)}\]])
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_CELL = re.compile(r"[A-Z]{1,3}[0-9]+", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a formula: its name as written, where the name begins and ends, and where its arguments stand.

    arguments: (begin, end) of each, without the spaces around; none for `F()`. end: after the closing bracket.
    """

    name: str
    start: int
    stop: int
    arguments: tuple[tuple[int, int], ...]
    end: int

    def texts(self, formula: str) -> tuple[str, ...]:
        """Return the arguments as written; "" for one that is left out."""
        return tuple(formula[begin:end] for begin, end in self.arguments)


@dataclass(slots=True)
class _Open:
    """An opened bracket: a call's, or one of its own (name None)."""

    name: str | None
    start: int
    stop: int
    begin: int
    arguments: list[tuple[int, int]]


def calls(formula: str, separator: str) -> list[Call]:
    """Return the calls in a formula, inner ones before those that hold them. separator: between arguments.

    A call that isn't closed is none. Never raises.
    """
    found: list[Call] = []
    waiting: list[_Open] = []
    for word in _WORD.finditer(formula):
        kind = word.lastgroup
        if word["call"]:
            waiting.append(_Open(word["name"], word.start("name"), word.end("name"), word.end(), []))
        elif kind == "open":
            waiting.append(_Open(None, word.start(), word.end(), word.end(), []))
        elif kind == "close" and waiting:
            opened = waiting.pop()
            if opened.name is not None and word[0] == ")":
                found.append(_closed(formula, opened, word.start()))
        elif kind == "sign" and word[0] == separator and waiting:
            inside = waiting[-1]
            inside.arguments.append(_bare(formula, inside.begin, word.start()))
            inside.begin = word.end()
    return found


def names(formula: str) -> Iterator[tuple[int, int, str]]:
    """Yield (begin, end, name) of what is called in a formula, in order; also of calls that aren't closed."""
    for word in _WORD.finditer(formula):
        if word["call"]:
            yield word.start("name"), word.end("name"), word["name"]


def has_unread(formula: str) -> bool:
    """Return whether LibreOffice left something of Excel's formula unread, or it speaks of another file.

    It takes a `!` for its own sign then, and would write a blank: '1月:3月'!F5, [2]!OTHER(F5), Sheet9!A1.
    """
    before = ""
    for word in _WORD.finditer(formula):
        kind, text = word.lastgroup, word[0]
        if text in ("!", "#") and before:
            return True
        is_file = kind in ("quoted", "columns") or (text.startswith("[") and text.endswith("]"))
        is_sheet = word["name"] is not None and not word["call"] and not _CELL.fullmatch(word["name"])
        before = text if is_file or is_sheet else ""
    return False


def _closed(formula: str, opened: _Open, at: int) -> Call:
    last = _bare(formula, opened.begin, at)
    arguments = [*opened.arguments, last] if opened.arguments or last[0] < last[1] else []
    return Call(opened.name or "", opened.start, opened.stop, tuple(arguments), at + 1)


def _bare(formula: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and formula[begin].isspace():
        begin += 1
    while end > begin and formula[end - 1].isspace():
        end -= 1
    return begin, end
