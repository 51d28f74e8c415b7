"""督导设置: the workbook's own settings, on a sheet that the clerk reads and edits. Here it is found and read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbooks.errors import WrongArgument
from workbooks.grid import Book, address
from workbooks.memory import Noticed, cell_text, others_noticed, remembered
from workbooks.settings import Settings, Written

SETTINGS = "督导设置"


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """The sheet as found. rows: settings in the order of their rows; remarks: the clerk's, by key or title.

    noticed: that there are further such sheets, which don't count.
    """

    name: str
    rows: tuple[Written, ...]
    remarks: dict[str, str]
    noticed: tuple[Noticed, ...] = ()


def find_settings(book: Book) -> SettingsSheet | None:
    """Return the workbook's sheet of settings, None where there is none."""
    found = remembered(book, "settings")
    if found is None:
        return None
    title, value, key = (found.columns[heading] for heading in ("设置", "取值", "名称"))
    remark = found.columns.get("备注")
    rows: list[Written] = []
    remarks: dict[str, str] = {}
    for row, cells in enumerate(found.grid.rows[found.header + 1 :], found.header + 1):
        named = cell_text(cells[key]) or cell_text(cells[title])
        if not named:
            continue
        if remark is not None and (said := cell_text(cells[remark])):
            remarks[named] = said
        given = cells[value]
        if given is not None and str(given).strip():
            rows.append(Written(named, given, found.grid.name, address(row, value)))
    return SettingsSheet(found.grid.name, tuple(rows), remarks, tuple(others_noticed(found)))


def settings_of(book: Book, config: Path | None = None, sets: Sequence[str] = ()) -> Settings:
    """Return the settings in force for a workbook: `--set` over the TOML file over its sheet over the defaults.

    Raises WrongArgument for what is wrong in the former two; what is wrong on the sheet stands in `problems`. That the
    sheet can't be read any more is among the book's warnings.
    """
    try:
        sheet = find_settings(book)
    except WrongArgument as incomplete:
        book.warnings = (*book.warnings, incomplete.message)
        sheet = None
    if sheet:
        book.warnings = (*book.warnings, *(f"{said.message}。" for said in sheet.noticed))
    return Settings.load(config, sets, sheet.rows if sheet else ())
