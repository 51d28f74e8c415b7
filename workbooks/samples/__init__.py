"""The ledgers that come with the product: samples to try it on, and a blank one to fill in.

They are made by `python -m workbooks.samples.make`; nothing here imports what makes them.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sample:
    """A shipped ledger. as_of: the day for which its figures speak. shows: in Chinese, what is particular about it.

    honest: no entry is wrong. knows: rules that rightly speak up all the same (see `planted.toml` for their names).
    """

    path: Path
    title: str
    as_of: date
    shows: str
    honest: bool
    knows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """A mistake in `mistakes.xlsx`. also: further cells that show the same mistake."""

    rule: str
    sheet: str
    cell: str
    also: tuple[str, ...]
    what: str


def samples() -> list[Sample]:
    """Return all shipped ledgers with what is to be known of them, in the order of showing."""
    return [
        Sample(FOLDER / s["file"], s["title"], s["as_of"], s["shows"], s["honest"], tuple(s.get("knows", ())))
        for s in _told("samples")["sample"]
    ]


def shipped() -> list[Path]:
    """Return the shipped ledgers' files, in the order of showing."""
    return [sample.path for sample in samples()]


def template() -> Path:
    """Return the blank ledger (项目台账模板)."""
    return FOLDER / str(_told("samples")["template"])


def planted() -> list[Planted]:
    """Return what was planted in `mistakes.xlsx`, from top to bottom."""
    return [Planted(p["rule"], p["sheet"], p["cell"], tuple(p["also"]), p["what"]) for p in _told("planted")["planted"]]


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
