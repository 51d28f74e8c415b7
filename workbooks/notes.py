"""What a report says about its own figures, from `notes.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _notes() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(files("workbooks").joinpath("notes.toml").read_text("utf-8"))
    return table


def note(key: str, **words: object) -> str:
    """Return the note, filled in."""
    return _notes()[key].format(**words)
