"""The VBA of the add-in: modules written by hand in `sources/`, others made from the tables of functions and buttons.

VBA is a thin wire: no figure is calculated in it, and no workbook is understood by it.
"""

from pathlib import Path
from typing import Final, Literal

from addin.excel import callbacks
from addin.excel.vba import Module
from addin.excel.wrappers import aliases_module, descriptions_module, functions_module
from addin.ribbon import Tab
from udfs.catalogue import functions

WORKBOOK: Final = "ThisWorkbook"
SHEET: Final = "Sheet1"

_SOURCES = Path(__file__).with_name("sources")
_DOCUMENTS = (WORKBOOK, SHEET)
_STANDARD = ("DudaoWire", "DudaoCells", "DudaoButtons", "DudaoDate", "DudaoFileWay")
_CLASSES = ("DudaoWatch",)

_RIBBON = f"""Option Explicit

' What the ribbon calls, a procedure a button. Generated from addin/ribbon.toml.

Private Function Canary() As String
    Canary = "DudaoRibbon"
End Function

Public Sub {callbacks.LOADED}({callbacks.ON_LOAD})
    KeepRibbon ribbon
End Sub

Public Sub {callbacks.DATE_TEXT}({callbacks.GET_TEXT})
    text = AsOfDay()
End Sub

Public Sub {callbacks.DATE_CHANGED}({callbacks.ON_CHANGE})
    SetDay text, control.ID
End Sub
"""


def modules(tab: Tab) -> tuple[Module, ...]:
    """Return all modules, documents first, for the ribbon `tab`."""
    listed = functions()
    return (
        *(_written(name, "document") for name in _DOCUMENTS),
        *(_written(name, "standard") for name in _STANDARD),
        Module("DudaoRibbon", "standard", _ribbon_module(tab)),
        Module("DudaoFunctions", "standard", functions_module(listed)),
        Module("DudaoAliases", "standard", aliases_module(listed)),
        Module("DudaoDescriptions", "standard", descriptions_module(listed)),
        *(_written(name, "class") for name in _CLASSES),
    )


def _written(name: str, kind: Literal["standard", "document", "class"]) -> Module:
    ending = "bas" if kind == "standard" else "cls"
    return Module(name, kind, (_SOURCES / f"{name}.{ending}").read_text(encoding="utf-8"))


def _ribbon_module(tab: Tab) -> str:
    presses = (
        f"\nPublic Sub {callbacks.press(button)}({callbacks.ON_ACTION})\n"
        f'    PressButton "{button.id}", "{button.label}"\n'
        "End Sub\n"
        for button in tab.buttons
    )
    return _RIBBON + "".join(presses)
