"""The field dictionary (fields.toml): which fields a header may mean."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from workbooks.ledger import Kind
from workbooks.recognition.wording import abstract, squeeze

FieldType = Literal["text", "org", "person", "money", "date", "rate", "number"]

EXACT, PATTERN = 3, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of the dictionary.

    title: what clerks call it; speaks: how much it tells of a ledger (0–3); only: the kinds that have it.
    """

    name: str
    title: str
    type: FieldType
    speaks: int
    exact: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    refused: tuple[re.Pattern[str], ...]
    only: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Match:
    """A field that a header may mean. score: EXACT for a listed header, PATTERN for one of the pattern."""

    field: str
    score: int


_UNIT_BRACKET = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]{1,6}[)）\]】〕]$")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "fields.toml").read_text(encoding="utf-8"))


@cache
def entries() -> dict[str, Entry]:
    """Return the dictionary by field name, in the table's order."""
    table = _table()
    words: dict[str, str] = table["words"]

    def compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(re.sub(r"<(\w+)>", lambda m: words[m[1]], p)) for p in patterns)

    return {
        name: Entry(
            name,
            row["title"],
            row["type"],
            row["speaks"],
            tuple(row.get("exact", ())),
            compiled(row.get("pattern", [])),
            compiled(row.get("not", [])),
            frozenset(row.get("only", ())),
        )
        for name, row in table["field"].items()
    }


@cache
def _exact_index() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for entry in entries().values():
        for header in entry.exact:
            index.setdefault(header.replace(" ", ""), []).append(entry.name)
    return index


@lru_cache(maxsize=8192)
def matches(header: str) -> tuple[Match, ...]:
    """Return the fields that the header may mean, best first; listed headers before patterns, then by table order."""
    keys = abstract(header).keys
    if not keys or len(keys[0]) > 60:
        return ()
    found: dict[str, int] = {}
    for key in keys:
        for name in _exact_index().get(key, ()):
            found.setdefault(name, EXACT)
    for name, entry in entries().items():
        if name in found or any(r.fullmatch(k) for r in entry.refused for k in keys):
            continue
        if any(p.fullmatch(k) for p in entry.patterns for k in keys):
            found[name] = PATTERN
    order = {name: i for i, name in enumerate(entries())}
    return tuple(sorted((Match(f, s) for f, s in found.items()), key=lambda m: (-m.score, order[m.field])))


@lru_cache(maxsize=65536)
def is_listed(text: str) -> bool:
    """Return, quickly, whether the text is a listed header but for spaces, brackets of units and line breaks."""
    if len(text) > 40:
        return False
    bare = _UNIT_BRACKET.sub("", squeeze(text))
    return bare in _exact_index()


@cache
def generic() -> frozenset[str]:
    """Return the headers that say too little by themselves (计划, 完成, 名称 …)."""
    return frozenset(_table()["generic"])


@cache
def vocabulary() -> dict[str, re.Pattern[str]]:
    """Return, by field, what the whole value of one of its cells is like."""
    return {name: re.compile(pattern) for name, pattern in _table()["vocabulary"].items()}
