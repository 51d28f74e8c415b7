"""What the sheets say, from `texts.toml`, and how figures are written in a sentence."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from udfs.lights import Light
from udfs.periods import ReportPeriod
from udfs.rounding import half_up


@cache
def _texts() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(
        files("workbooks.sheets").joinpath("texts.toml").read_text("utf-8")
    )
    return table


def text(key: str, **words: Any) -> str:
    """Return the text `part.name` of the catalogue, filled in."""
    part, name = key.split(".")
    return _texts()[part][name].format(**words) if words else _texts()[part][name]


def sheet_names() -> Mapping[str, str]:
    """Return what each of our sheets is called: overview, lights, ranking …"""
    return _texts()["names"]


def chinese_date(day: date) -> str:
    """Return the date as documents write it: 2025年6月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def spoken_date(day: date, year: int) -> str:
    """Return the date as one says it in this year: 7月15日, and with the year in another."""
    return f"{day.month}月{day.day}日" if day.year == year else chinese_date(day)


def plain_number(value: float, decimals: int) -> str:
    """Return a number as a sentence says it, rounded half up: 54,800 and not 54,800.0."""
    number = f"{half_up(value, decimals):,.{decimals}f}"
    return number.rstrip("0").rstrip(".") if decimals else number


def span(period: ReportPeriod) -> str:
    """Return the months of the period without its year: 1—6月, 全年; empty before the first month's end."""
    return period.title.removeprefix(f"{period.year}年")


def light_text(light: str) -> str:
    """Return a light as symbol and word: ● 正常."""
    return Light(light).label
