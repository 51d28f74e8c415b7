"""Number formats: what the built-in ids stand for, and whether a format shows a date, a time or a length of time."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_UNSHOWN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NUMERIC_WORD = re.compile(r"general|g/通用格式|e[+-]|[#?0]", re.IGNORECASE)
_DATE_LETTER = re.compile(r"[ymdhsYMDHS]")


@cache
def built_in() -> dict[int, str]:
    """Return the code of each built-in number format id."""
    table = tomllib.loads(files(__package__).joinpath("number_formats.toml").read_text("utf-8"))
    return {int(number): code for number, code in table["codes"].items()}


@cache
def shows_elapsed_time(code: str) -> bool:
    """Tell whether the format shows a length of time, such as `[h]:mm`."""
    return bool(_ELAPSED.search(_UNSHOWN.sub("", code.split(";")[0])))


@cache
def shows_date(code: str) -> bool:
    """Tell whether the format shows a date or a time: `yyyy"年"m"月"`, `h:mm`, `[h]:mm`; not `0"天"`, `[Red]0.00`."""
    shown = _UNSHOWN.sub("", code.split(";")[0])
    if _ELAPSED.search(shown):
        return True
    return bool(_DATE_LETTER.search(_NUMERIC_WORD.sub("", shown))) and not re.search(r"[#?0]", shown.replace(".0", ""))
