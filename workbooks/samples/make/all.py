"""Which module makes which file."""

from collections.abc import Callable
from pathlib import Path

from workbooks.samples.make import (
    approvals,
    city,
    county,
    mistakes,
    port,
    promotion,
    supervision,
    targets,
    template,
    year,
    zones,
)

MAKERS: dict[str, Callable[[Path], None]] = {
    "county.xlsx": county.make,
    "city.xlsx": city.make,
    "zones.xlsx": zones.make,
    "port_2010.xls": port.make,
    "mistakes.xlsx": mistakes.make,
    "promotion.xlsx": promotion.make,
    "approvals.xlsx": approvals.make,
    "supervision.xlsx": supervision.make,
    "targets.xlsx": targets.make,
    "template.xlsx": template.make,
    "year.xlsx": year.make,
}


def make_all(folder: Path) -> list[Path]:
    """Write every file into the folder and return their paths; `planted.toml` comes with `mistakes.xlsx`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in MAKERS]
    for path in paths:
        MAKERS[path.name](path)
    return paths
