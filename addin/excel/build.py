"""The Excel add-in dudao.xlam, built from text on any system, the same bytes each time."""

from addin.excel import package
from addin.excel.customui import custom_ui
from addin.excel.modules import SHEET, WORKBOOK, modules
from addin.excel.vba import Project, vba_project
from addin.ribbon import tab

_PROJECT = "Dudao"


def xlam() -> bytes:
    """Return the add-in: ribbon, worksheet functions, and the wire to Python."""
    return package.macro_workbook(package.ADD_IN, WORKBOOK, SHEET, _vba(), custom_ui(tab()))


def twin() -> bytes:
    """Return an ordinary macro workbook (.xlsm) with the same VBA, for programs that open no add-in."""
    return package.macro_workbook(package.WORKBOOK, WORKBOOK, SHEET, _vba())


def _vba() -> bytes:
    return vba_project(Project(_PROJECT, modules(tab()), "项目督导"))
