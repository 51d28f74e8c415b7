"""The worksheet functions as declared in `functions.toml`: names, aliases, Chinese help, arguments, examples.

Wrappers, function server and docs/functions.md are made from this, `udfs/worksheet.py` calculates by it.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from udfs.workdays import known_years

Kind = Literal[
    "amount", "money", "percent", "date", "happened", "days", "exemption", "basis", "unit", "ranked", "amounts", "dates"
]
WHOLE: frozenset[Kind] = frozenset(("ranked", "amounts", "dates"))
"""The kinds of arguments that are taken whole, not row by row."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument. title: its Chinese name, as messages call it; kind: how its cells are read.

    optional: may be left out; with_others: but only if all arguments are, in a ledger row.
    may_be_blank: a blank cell there says "none"; in any other argument it leaves the result blank.
    """

    name: str
    title: str
    help: str
    kind: Kind
    optional: bool = False
    with_others: bool = False
    may_be_blank: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A formula, the cells that it names, and its result as cells with two decimals show it, rows parted by ` / `."""

    formula: str
    result: str
    cells: dict[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Function:
    """A worksheet function. own_row: without any argument it gives the figure of the ledger row in which it stands.

    source: the rule that it follows, in Chinese.
    """

    name: str
    alias: str
    category: str
    help: str
    source: str
    arguments: tuple[Argument, ...]
    examples: tuple[Example, ...]
    own_row: bool = False


@cache
def functions() -> tuple[Function, ...]:
    """Return the functions in the order in which they are listed."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("functions.toml").read_text(encoding="utf-8"))
    return tuple(_function(table["category"], **entry) for entry in table["function"])


@cache
def function(name: str) -> Function:
    """Return the function of that English name or Chinese alias; KeyError where there is none."""
    return {known: entry for entry in functions() for known in (entry.name, entry.alias)}[name]


def _function(
    category: str,
    /,
    *,
    help: str,
    argument: list[dict[str, Any]],
    example: list[dict[str, Any]],
    **entry: Any,
) -> Function:
    arguments = tuple(Argument(**each) for each in argument)
    unknown = {each.kind for each in arguments} - set(get_args(Kind))
    if unknown:
        raise ValueError(f"functions.toml: unknown kinds {unknown}")
    return Function(
        category=category,
        help=help.replace("{last}", str(known_years()[-1])),
        arguments=arguments,
        examples=tuple(Example(**each) for each in example),
        **entry,
    )
