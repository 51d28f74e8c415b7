"""How a sheet is viewed: the rows and columns that are frozen, and its grid.

LibreOffice's controller tells and sets these for the sheet in front alone, and counts the frozen ones in pixels, which
goes wrong by a row at some zooms and heights. What is so the view data of the document tell.
"""

from typing import Any

from workbooks.libreoffice.uno_words import properties, struct

_FROZEN = 2  # ScSplitMode: SC_SPLIT_FIX
_AROUND = (0, -1, 1, -2, 2)


def frozen(document: Any, sheet: Any) -> tuple[int, int]:
    """Return how many columns and rows of a sheet are frozen."""
    return _frozen(_view(document, sheet))


def freeze(document: Any, sheet: Any, columns: int, rows: int) -> None:
    """Freeze so many columns and rows; none: let go. The sheet in front stays in front."""
    controller = document.CurrentController
    front = controller.ActiveSheet
    controller.setActiveSheet(sheet)
    for more in _AROUND:
        controller.freezeAtPosition(columns, max(rows + more, 1) if rows else 0)
        if frozen(document, sheet) == (columns, rows):
            break
    else:
        controller.freezeAtPosition(columns, rows)
    controller.setActiveSheet(front)


def copy_view(source: Any, sheet: Any, target: Any, copied: Any) -> None:
    """Let the sheet `copied` be viewed as `sheet` is. The zoom stays that of the target, which has one for all."""
    wanted, now = _view(source, sheet), _view(target, copied)
    if any(_frozen(wanted)):
        freeze(target, copied, *_frozen(wanted))
    if wanted.get("ShowGrid", True) != now.get("ShowGrid", True):
        _toggle_grid(target, copied)


def _frozen(view: dict[str, Any]) -> tuple[int, int]:
    def count(side: str) -> int:
        if view.get(f"{side}SplitMode") != _FROZEN:
            return 0
        name = f"{side}SplitPosition"  # of a frozen sheet not in twips, whatever LibreOffice calls it
        return int(view.get(f"{name}Twips", view.get(name, 0)))

    return count("Horizontal"), count("Vertical")


def _toggle_grid(document: Any, sheet: Any) -> None:
    controller = document.CurrentController
    front = controller.ActiveSheet
    controller.setActiveSheet(sheet)
    command = struct("util.URL")
    command.Complete = command.Main = ".uno:ToggleSheetGrid"
    command.Protocol, command.Path = ".uno:", "ToggleSheetGrid"
    controller.Frame.queryDispatch(command, "", 0).dispatch(command, properties(SynchronMode=True))
    controller.setActiveSheet(front)


def _view(document: Any, sheet: Any) -> dict[str, Any]:
    """Return what the document says of how the sheet is viewed: now, or in its file where it was never shown."""
    of_file = document.getViewData()
    document.setViewData(None)  # else it would tell what it told first
    views = document.getViewData()
    if views is None or not views.Count:  # of a window that was never shown it tells nothing
        views = of_file
        document.setViewData(of_file)
    for number in range(views.Count if views is not None else 0):
        for one in views.getByIndex(number):
            if one.Name == "Tables" and one.Value.hasByName(sheet.Name):
                return {each.Name: each.Value for each in one.Value.getByName(sheet.Name)}
    return {}
