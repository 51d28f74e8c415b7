"""What an argument refers to, by its text in LibreOffice's notation: a cell, a block of cells, a value, or neither."""

import re
from dataclasses import dataclass
from functools import lru_cache

from addin.libreoffice.functions.formula_text import calls

_CELL = r"\$?(?P<column{0}>[A-Z]{{1,3}})\$?(?P<row{0}>\d+)"
_SHEET = r"(?:\$?(?P<sheet{0}>'(?:[^']|'')+'|[^\s.'\"()\[\]{{}}$;:!]+)\.)?"
_REFERENCE = re.compile(
    _SHEET.format(1) + _CELL.format(1) + r"(?P<to>:" + _SHEET.format(2) + _CELL.format(2) + ")?", re.IGNORECASE
)
_ABSOLUTE = r"\$[A-Z]{1,3}\$\d+"
_FIXED = re.compile(_SHEET.format(1) + rf"{_ABSOLUTE}(?::{_ABSOLUTE})?", re.IGNORECASE)
_COLUMNS = re.compile(_SHEET.format(1) + r"\$?(?P<column1>[A-Z]{1,3}):\$?(?P<column2>[A-Z]{1,3})", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", re.IGNORECASE)
_TEXT = re.compile(r'"((?:[^"]|"")*)"')
_TEXT_OR_SHEET = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
_NAME = re.compile(r"[^\W\d][\w.]*")
_WORDS = re.compile(r"(?P<row>\$?\d+:\$?\d+)|(?<![\w.])[^\W\d][\w.\\?]*(?![\w.\\?]*\s*\()|\[")
_VALUES = ("TRUE", "FALSE")
LAST_ROW = 1_048_575
_LAST_COLUMN = 16_383


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells, 0-based, both ends included. sheet: its name, None for the formula's own; cell: no block."""

    sheet: str | None
    left: int
    top: int
    right: int
    bottom: int
    cell: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.bottom - self.top + 1, self.right - self.left + 1


@dataclass(frozen=True, slots=True)
class Name:
    """A word that may name an area of the workbook."""

    word: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text in the formula itself; None where nothing stands."""

    value: float | str | None


@dataclass(frozen=True, slots=True)
class Expression:
    """Anything else. refers: whether it may hand on a cell as such (INDEX, IF), not a value of its own."""

    refers: bool


_HANDS_ON = frozenset(("INDEX", "OFFSET", "INDIRECT", "CHOOSE", "IF", "IFS", "SWITCH", "IFERROR", "IFNA", "XLOOKUP"))


@lru_cache(maxsize=65536)
def read(argument: str) -> Area | Name | Literal | Expression:
    """Return what an argument is."""
    while argument.startswith("(") and argument.endswith(")") and argument.count("(") == 1:
        argument = argument[1:-1].strip()
    if not argument:
        return Literal(None)
    if found := _REFERENCE.fullmatch(argument):
        return _area(found)
    if found := _COLUMNS.fullmatch(argument):
        left, right = sorted((_column(found["column1"]), _column(found["column2"])))
        return Area(_sheet(found["sheet1"]), left, 0, right, LAST_ROW)
    if _NUMBER.fullmatch(argument):
        return Literal(float(argument))
    if found := _TEXT.fullmatch(argument):
        return Literal(found[1].replace('""', '"'))
    if _NAME.fullmatch(argument):
        return Name(argument)
    return Expression(_hands_on(argument))


def _hands_on(expression: str) -> bool:
    """Return whether an expression as a whole may be a cell: such a call, or signs that make areas of areas."""
    whole = [call for call in calls(expression, ";") if call.start == 0 and call.end == len(expression)]
    if whole:
        return whole[0].name.upper() in _HANDS_ON
    return bool(re.search("[~!]", expression))


def areas(formula: str) -> list[Area]:
    """Return the areas that a formula names, wherever in it; texts are passed over."""
    bare = _without_texts(formula)
    whole = [
        Area(_sheet(found["sheet1"]), *_ordered(found), LAST_ROW)
        for found in _COLUMNS.finditer(bare)
        if not re.search(r"\d", found[0].rpartition(".")[2])
    ]
    blocks = [_area(found) for found in _REFERENCE.finditer(bare) if not _is_in_a_word(bare, found)]
    return [area for area in (*whole, *blocks) if area.right <= _LAST_COLUMN and area.bottom <= LAST_ROW]


def _without_texts(formula: str) -> str:
    return _TEXT_OR_SHEET.sub(lambda found: '""' if found[0].startswith('"') else found[0], formula)


def _is_in_a_word(text: str, found: "re.Match[str]") -> bool:
    """Return whether what looks like a cell is part of a name (T20240101) or of a function (LOG10)."""
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return bool(re.match(r"[\w.\\?]", before) or re.match(r"[\w.(\\?]", after))


def is_fixed(content: str) -> bool:
    """Return whether what a name means is the same cells everywhere: `$Sheet1.$C$5`, `$'表 1'.$C$5:$C$9`."""
    found = _FIXED.fullmatch(content)
    return bool(found and found["sheet1"])


def has_names(formula: str) -> bool:
    """Return whether a formula may hang on more than `areas` tells: a name, whole rows, several sheets."""
    bare = _without_texts(formula)
    if any(found["sheet2"] not in (None, found["sheet1"]) for found in _REFERENCE.finditer(bare)):
        return True  # all sheets between two
    for reference in (_REFERENCE, _COLUMNS):
        bare = reference.sub(lambda found: found[0] if _is_in_a_word(found.string, found) else "0", bare)
    words = _WORDS.finditer(bare)
    return any(word["row"] or word[0].upper() not in _VALUES for word in words)


def _ordered(found: "re.Match[str]") -> tuple[int, int, int]:
    left, right = sorted((_column(found["column1"]), _column(found["column2"])))
    return left, 0, right


def _area(found: "re.Match[str]") -> Area:
    column, row = _column(found["column1"]), int(found["row1"]) - 1
    if not found["to"]:
        return Area(_sheet(found["sheet1"]), column, row, column, row, cell=True)
    other, last = _column(found["column2"]), int(found["row2"]) - 1
    (left, right), (top, bottom) = sorted((column, other)), sorted((row, last))
    return Area(_sheet(found["sheet1"]), left, top, right, bottom)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _sheet(written: str | None) -> str | None:
    if written is None or not written.startswith("'"):
        return written
    return written[1:-1].replace("''", "'")
