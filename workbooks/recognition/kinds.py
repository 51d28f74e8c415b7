"""Which kind of ledger it is: what its title says and what most of its columns speak of (contract.md, "Kinds")."""

import re
import tomllib
from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, cast

from workbooks.ledger import Kind


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))


def kind_of(title: str, name_header: str, headers: str, fields: Collection[str]) -> Kind:
    """Return the kind of a ledger whose rows are projects or items.

    title: the ledger's title and the sheet's name; name_header: the header over the names (督办事项 says supervision);
    headers: all of them.
    """
    scores = {kind: _score(row, title, headers, fields) for kind, row in _table().items()}
    if re.search(r"事项|工作|任务|督办|督查|问题|批示", name_header) and "项目" not in name_header:
        scores["supervision"] += 5
    if re.search(r"储备|谋划", name_header):
        scores["reserve"] += 7
    if re.search(r"签约|在.{1,2}注册|企业", name_header):
        scores["investment_promotion"] += 3
    if {"annual_plan", "done_this_year"} <= set(fields):
        scores["progress"] += 2
    return cast(Kind, max(scores, key=lambda kind: scores[kind]))


def _score(row: dict[str, Any], title: str, headers: str, fields: Collection[str]) -> float:
    by_title = sum(worth for words, worth in row["title"].items() if re.search(words, title))
    by_title += sum(worth for words, worth in row.get("headers", {}).items() if re.search(words, headers))
    by_fields = 0
    for pattern, worth in row["fields"].items():
        found = [f for f in fields if fnmatchcase(f, pattern)]
        by_fields += worth * (min(len(found), 4) if pattern.startswith("milestone") else bool(found))
    return float(by_title + by_fields)
