"""In what order groups are listed: levels from 国家 down, natures along a project's life, others as ranked.

Units stand as the setting 单位顺序 says, where it names any of them.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from workbooks.supervision.figures import Group


@cache
def _orders() -> dict[str, tuple[re.Pattern[str], ...]]:
    table = tomllib.loads(files("workbooks.sheets").joinpath("orders.toml").read_text("utf-8"))
    return {field: tuple(map(re.compile, patterns)) for field, patterns in table.items()}


def listed(field: str, groups: Sequence[Group], units: Sequence[str]) -> tuple[Group, ...]:
    """Return the ranked groups of a field in the order in which a table lists them. units: 单位顺序."""
    if any(group.name in units for group in groups):
        return tuple(sorted(groups, key=lambda g: units.index(g.name) if g.name in units else len(units)))
    patterns = _orders().get(field)
    return tuple(sorted(groups, key=lambda group: _place(patterns, group.name)) if patterns else groups)


def _place(patterns: Sequence[re.Pattern[str]], name: str) -> int:
    return next((place for place, pattern in enumerate(patterns) if pattern.search(name)), len(patterns))
