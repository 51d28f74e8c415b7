"""The words of a formula in LibreOffice's notation and in Excel's: one pattern each, each kind of word a named group.

`match.lastgroup` is the kind. Every character belongs to some word: what is nothing else is `rest`. The words that most
formulas are made of come first: the order costs or saves half of the time.
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
_ELSEWHERE = rf"\[[^\[\]]*\][^\s!;,()'\"]*!{_LETTER}+\(?"  # [1]!NAME: a book that nobody can tell
_SIGN = r"[(){}~!;,|]"
_OPERATORS = r"[-+*/^&=<>%:@]+"
_FUNCTION = rf"{_LETTER}+(?:\.{_LETTER}+)*\("
_WORD = rf"(?:[$\\?.]|{_LETTER})+"

_CELL = rf"\$?(?:[A-Z]{{1,3}}|{_BROKEN})\$?(?:\d{{1,7}}|{_BROKEN})"  # as LibreOffice says it: $A$#REF!
_SHEET = rf"\$?(?:{_QUOTED}|{_BROKEN}|(?!\d+\.){_LETTER}+)\."
_NOT_UNDERSTOOD = r"(?-i:\$?[a-z]{1,3}\$?\d{1,7})"  # Excel's text where there is no such sheet, in small letters
_PLACE = rf"{_CELL}|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}"
LIBREOFFICE = re.compile(
    rf"""
    (?P<sign>{_SIGN})
  | (?P<cell>{_COLUMN}{_ROW}(?!{_LETTER}|[.!\[\#(]|:[$A-Z]*\#))
  | (?P<operators>{_OPERATORS})
  | (?P<boolean>(?:TRUE|FALSE)\(\))
  | (?P<function>{_FUNCTION})
  | (?P<string>{_STRING})
  | (?P<space>\s+)
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
  | (?P<error>{_ERROR})
  | (?P<word>{_WORD})
  | (?P<rest>.)
    """,
    re.X | re.I | re.S,
)
EXCEL = re.compile(
    rf"""
    (?P<sign>{_SIGN})
  | (?P<cell>{_COLUMN}{_ROW}(?!{_LETTER}|[.!\[(]|:(?:[.]|{_LETTER})+!))
  | (?P<operators>{_OPERATORS})
  | (?P<function>{_FUNCTION})
  | (?P<string>{_STRING})
  | (?P<space>\s+)
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
  | (?P<boolean>(?:TRUE|FALSE)(?!{_LETTER}|[.(!]))
  | (?P<error>{_ERROR})
  | (?P<word>{_WORD})
  | (?P<rest>.)
    """,
    re.X | re.I | re.S,
)
