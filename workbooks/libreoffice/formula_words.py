"""The words of a formula in LibreOffice's notation and in Excel's: one pattern each, each kind of word a named group.

`match.lastgroup` is the kind. Every character belongs to some word: what is nothing else is `rest`.
"""

import re

_LETTER = r"[^\x00-/:-@\[-^`{-\x7f\s]"  # also a digit, an underscore, all beyond ASCII: what a bare name is made of
_QUOTED = r"'(?:[^']|'')+'"
_BROKEN = r"\#REF!"
_STRING = r'"(?:[^"]|"")*"'
_NUMBER = rf"(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?!{_LETTER})"
_ERROR = r"\#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)"
_COLUMN = r"\$?[A-Z]{1,3}"
_ROW = r"\$?\d{1,7}"
_AREA = rf"{_COLUMN}{_ROW}:{_COLUMN}{_ROW}|{_COLUMN}{_ROW}|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}"
_BRACKETS = r"\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"
_ELSEWHERE = rf"\[[^\[\]]*\][^\s!;,()'\"]*!{_LETTER}+"  # [1]!NAME: a book that nobody can tell
_WORD = rf"(?:[$\\?.]|{_LETTER})+"

_CELL = rf"\$?(?:[A-Z]{{1,3}}|{_BROKEN})\$?(?:\d{{1,7}}|{_BROKEN})"  # as LibreOffice says it: $A$#REF!
_SHEET = rf"\$?(?:{_QUOTED}|{_BROKEN}|(?!\d+\.){_LETTER}+)\."
_NOT_UNDERSTOOD = (
    r"(?-i:\$?[a-z]{1,3}\$?\d{1,7})"  # no such sheet: LibreOffice leaves Excel's text, but in small letters
)
_PLACE = rf"{_CELL}|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}"
LIBREOFFICE = re.compile(
    rf"""
    (?P<string>{_STRING})
  | (?P<file>'(?P<address>[a-z][\w.+-]*:/(?:[^']|'')*)'\#
        (?:\$?(?P<file_sheet>{_QUOTED}|{_LETTER}+)\.(?P<file_area>{_AREA}) | (?P<file_name>{_LETTER}+))
        (?!{_LETTER}|[.(!]))
  | (?P<keep>(?:{_QUOTED}|{_LETTER}+)!(?:{_BROKEN}|{_NOT_UNDERSTOOD}) | {_ELSEWHERE})
  | (?P<reference>(?P<sheet>{_SHEET})(?:(?P<first>{_CELL})(?::(?P<to>{_SHEET})?(?P<last>{_CELL}))?|(?P<lines>{_PLACE}))
        (?!{_LETTER}|[.(]))
  | (?P<broken>{_CELL}(?::{_CELL})?(?<={_BROKEN}) | \$?{_BROKEN}\$?\d+(?::\$?{_BROKEN}\$?\d+)?)
  | (?P<local>(?P<its_sheet>{_QUOTED}|{_LETTER}+)\.(?P<its_name>{_LETTER}+)(?!{_LETTER}|[.(]))
  | (?P<table>(?P<its_table>{_LETTER}+)(?P<brackets>{_BRACKETS}))
  | (?P<number>{_NUMBER})
  | (?P<boolean>(?:TRUE|FALSE)\(\))
  | (?P<function>(?P<called>{_LETTER}+(?:\.{_LETTER}+)*)\()
  | (?P<error>{_ERROR})
  | (?P<word>{_WORD})
  | (?P<sign>[(){{}}\[\]~!;,|.])
  | (?P<space>\s+)
  | (?P<rest>[^(){{}}\[\]~!;,|.\s"'#$\\?0-9A-Za-z\x80-\U0010ffff_]+|.)
    """,
    re.X | re.I | re.S,
)
EXCEL = re.compile(
    rf"""
    (?P<string>{_STRING})
  | (?P<file>'(?P<folder>(?:[^'\[\]]|'')+[/\\])\[(?P<book>(?:[^'\[\]]|'')+)\](?P<file_sheet>(?:[^'\[\]]|'')+)'!
        (?P<file_area>{_AREA})(?!{_LETTER}|[.(!]))
  | (?P<file_word>'(?P<path>(?:[^'\[\]]|'')+[/\\](?:[^'\[\]]|'')+)'!(?P<file_name>{_LETTER}+)(?!{_LETTER}|[.(!]))
  | (?P<keep>(?:{_QUOTED}|(?:[.:]|{_LETTER})+)!{_BROKEN} | {_ELSEWHERE} | '[^']*\[(?:[^']|'')*'!?)
  | (?P<reference>(?P<sheet>{_QUOTED}|(?:[.]|{_LETTER})+(?::(?:[.]|{_LETTER})+)?)!(?P<area>{_AREA})(?!{_LETTER}|[.(!]))
  | (?P<broken>{_BROKEN}(?P<left>{_AREA})(?!{_LETTER}|[.(!]))
  | (?P<local>(?P<its_sheet>{_QUOTED}|(?:[.]|{_LETTER})+)!(?P<its_name>{_LETTER}+)(?!{_LETTER}|[.(!]))
  | (?P<table>(?P<its_table>{_LETTER}+)(?P<brackets>{_BRACKETS}))
  | (?P<rows>{_ROW}:{_ROW}(?!{_LETTER}|[.(!]))
  | (?P<number>{_NUMBER})
  | (?P<function>(?P<called>{_LETTER}+(?:\.{_LETTER}+)*)\()
  | (?P<boolean>(?:TRUE|FALSE)(?!{_LETTER}|[.(!]))
  | (?P<error>{_ERROR})
  | (?P<word>{_WORD})
  | (?P<sign>[(){{}}\[\]~!;,|.])
  | (?P<space>\s+)
  | (?P<rest>[^(){{}}\[\]~!;,|.\s"'#$\\?0-9A-Za-z\x80-\U0010ffff_]+|.)
    """,
    re.X | re.I | re.S,
)
