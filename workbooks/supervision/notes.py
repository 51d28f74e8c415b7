"""What a report says about its own figures, from `notes.toml`."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


@cache
def _notes() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(files("workbooks.supervision").joinpath("notes.toml").read_text("utf-8"))
    return table


_MOST_SHEETS = 3


def named_sheets(sheets: Sequence[str]) -> str:
    """Return the sheets as a sentence names them: 工作表“甲”、“乙”, with 等10张 where they are many."""
    names = "、".join(f"“{sheet}”" for sheet in sheets[:_MOST_SHEETS])
    return note("sheets" if len(sheets) <= _MOST_SHEETS else "more_sheets", names=names, count=len(sheets))


def note(key: str, **words: object) -> str:
    """Return the note, filled in."""
    return _notes()[key].format(**words)
