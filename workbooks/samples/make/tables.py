"""The tables that the invented world is drawn from."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table `name`.toml of this folder."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def county_names() -> list[str]:
    """Return the names of all counties of the prefecture."""
    return [county["name"] for county in table("places")["county"]]


def towns(place: str) -> list[str]:
    """Return the towns of a county, or the areas of a zone (by its short name)."""
    places = table("places")
    found = [p["towns"] for p in places["county"] + places["zone"] if place in (p["name"], p.get("short"))]
    return list(found[0])
