"""Ledgers as offices really send them, and what must be said of each: the test set that recognition never sees."""

from importlib import import_module

from tests.ledgers.specimen import Specimen
from tests.ledgers.writing import write

THEMES = (
    "classic",
    "headers",
    "periods",
    "bodies",
    "promotion",
    "procedures",
    "duties",
    "forms",
    "more_kinds",
    "books",
    "structures",
    "rarities",
    "fresh",
    "minimal",
    "not_ledgers",
    "second_headers",
    "second_periods",
    "second_bodies",
    "second_kinds",
    "second_more",
    "second_not_ledgers",
    "third_exact",
    "third_systems",
    "third_offices",
)


def specimens() -> list[Specimen]:
    """Return every specimen, theme by theme."""
    return [one for theme in THEMES for one in import_module(f"tests.ledgers.{theme}").SPECIMENS]


__all__ = ["Specimen", "specimens", "write"]
