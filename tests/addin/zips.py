"""The parts of a workbook package, to compare them byte for byte."""

import zipfile
from pathlib import Path

from openpyxl import load_workbook


def parts(workbook: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(workbook) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_names(workbook: Path) -> list[str]:
    return list(load_workbook(workbook, read_only=True).sheetnames)


def worksheets(workbook: Path) -> dict[str, bytes]:
    return {name: data for name, data in parts(workbook).items() if name.startswith("xl/worksheets/sheet")}


def changed(before: Path, after: Path) -> set[str]:
    """Return the parts of `before` that are gone or differ in `after`."""
    now = parts(after)
    return {name for name, data in parts(before).items() if now.get(name) != data}
