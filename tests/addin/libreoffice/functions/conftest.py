"""A sheet of a new workbook in the LibreOffice that has the extension."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from addin.libreoffice.functions.formula_text import calls
from workbooks.libreoffice.office import Office

ERROR_SHOWN = {532: "#DIV/0!", 32767: "#N/A", 524: "#REF!", 519: "#VALUE!", 525: "#NAME?"}


@dataclass
class Page:
    """The first sheet of an open document. Formulas are written as in the catalogue, with commas."""

    document: Any
    office: Office

    @property
    def sheet(self) -> Any:
        return self.document.getSheets().getByIndex(0)

    def __getitem__(self, address: str) -> Any:
        return self.sheet.getCellRangeByName(address)

    def put(self, **cells: float | str) -> None:
        """Write cells as a clerk's table holds them: numbers, texts."""
        for address, value in cells.items():
            cell = self[address].getCellByPosition(0, 0)
            if isinstance(value, str):
                cell.setString(value)
            else:
                cell.setValue(value)

    def column(self, address: str, values: list[float | str]) -> None:
        self[address].setDataArray(tuple((value,) for value in values))

    def enter(self, address: str, formula: str) -> None:
        """Enter a formula, as an array formula where the address is a range."""
        cells = self[address]
        if ":" in address:
            cells.setArrayFormula(in_libreoffice(formula))
        else:
            cells.getCellByPosition(0, 0).setFormula(in_libreoffice(formula))

    def formula(self, address: str) -> str:
        return str(self[address].getCellByPosition(0, 0).getFormula())

    def shown(self, address: str) -> float | str:
        """Return a cell's number, text, or error as it is shown."""
        cell = self[address].getCellByPosition(0, 0)
        if cell.getError():
            return ERROR_SHOWN.get(cell.getError(), f"Err:{cell.getError()}")
        (value,) = cell.getDataArray()[0]
        return value if isinstance(value, float) else str(value)

    def column_shown(self, address: str) -> list[float | str]:
        cells = self[address]
        count = cells.getRows().getCount()
        place = cells.getRangeAddress()
        names = [f"{chr(65 + place.StartColumn)}{place.StartRow + 1 + row}" for row in range(count)]
        return [self.shown(name) for name in names]

    def result(self, formula: str) -> float | str:
        """Return what a formula gives in a cell out of the way."""
        self.enter("Z99", formula)
        return self.shown("Z99")

    def percent(self, address: str) -> None:
        """Format cells as 0.00%."""
        english = __import__("uno").createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
        self[address].NumberFormat = self.document.getNumberFormats().queryKey("0.00%", english, False)


def in_libreoffice(formula: str) -> str:
    """Return a formula of the catalogue with LibreOffice's separators."""
    places = [end for call in calls(formula, ",") for _, end in call.arguments[:-1]]
    letters = list(formula)
    for place in places:
        letters[formula.index(",", place)] = ";"
    return "".join(letters)


@pytest.fixture
def page(installed: Office) -> Iterator[Page]:
    document = installed.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden())
    try:
        yield Page(document, installed)
    finally:
        document.close(True)


@pytest.fixture
def opened(installed: Office) -> Iterator[Any]:
    """Return what opens a file; it is closed in the end."""
    documents: list[Any] = []

    def open_(path: Path) -> Page:
        documents.append(installed.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden()))
        return Page(documents[-1], installed)

    yield open_
    for document in documents:
        document.close(True)


def hidden(**named: Any) -> tuple[Any, ...]:
    """Return the arguments of loading or saving."""
    import uno

    properties = []
    for name, value in {"Hidden": True, **named}.items():
        each = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        each.Name, each.Value = name, value
        properties.append(each)
    return tuple(properties)
