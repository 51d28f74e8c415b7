"""What is shown and asked, in LibreOffice's own boxes."""

from typing import Any

import uno

from addin.libreoffice.buttons import captions
from addin.libreoffice.identity import TITLE
from addin.ribbon import DateBox

_BOXES = {"done": "INFOBOX", "open": "INFOBOX", "refused": "WARNINGBOX"}
_OK = 1  # com.sun.star.awt.MessageBoxButtons.BUTTONS_OK, and what a dialog returns for OK
_PUSH_OK, _PUSH_CANCEL = 1, 2  # com.sun.star.awt.PushButtonType
_POSITION = 3  # com.sun.star.awt.PosSize.POS
_LONGEST = 12
"""Lines that a message box shows well; LibreOffice wraps them at some 60 Chinese characters."""
_WIDEST = 60


def tell(context: Any, window: Any, kind: str, text: str) -> None:
    """Show what came of a button's work. kind: as in `Pressed`. A long text is shown with a scroll bar."""
    lines = sum(1 + len(line) // _WIDEST for line in text.split("\n"))
    if lines > _LONGEST:
        _tell_at_length(context, window, text)
        return
    box_type = uno.Enum("com.sun.star.awt.MessageBoxType", _BOXES.get(kind, "ERRORBOX"))
    box = _toolkit(context).createMessageBox(window, box_type, _OK, TITLE, text)
    box.execute()
    box.dispose()


def _tell_at_length(context: Any, window: Any, text: str) -> None:
    dialog = _Dialog(context, 320, 200)
    dialog.add("Edit", "text", (6, 6, 308, 170), Text=text, MultiLine=True, ReadOnly=True, VScroll=True)
    dialog.add("Button", "ok", (135, 181, 50, 14), Label="确定", PushButtonType=_PUSH_OK, DefaultButton=True)
    dialog.run(window)


def ask_day(context: Any, window: Any, box: DateBox, written: str, hint: str) -> str | None:
    """Ask for 截止日期; return what was written, None where the clerk thought better of it.

    written: what stands there at first; hint: what was wrong with it, or empty.
    """
    dialog = _Dialog(context, 230, 92 if hint else 78)
    top = 6
    dialog.add("FixedText", "label", (6, top + 2, 40, 10), Label=f"{box.label}：")
    dialog.add("Edit", "day", (48, top, 176, 13), Text=written)
    top += 18
    if hint:
        dialog.add("FixedText", "hint", (6, top, 218, 10), Label=hint, TextColor=0xC00000, MultiLine=True, NoLabel=True)
        top += 14
    dialog.add(
        "FixedText",
        "help",
        (6, top, 218, 30),
        Label=f"{box.screentip}。{captions.day_explained()}",
        MultiLine=True,
        NoLabel=True,
    )
    top += 34
    dialog.add("Button", "ok", (118, top, 50, 14), Label="确定", PushButtonType=_PUSH_OK, DefaultButton=True)
    dialog.add("Button", "cancel", (174, top, 50, 14), Label="取消", PushButtonType=_PUSH_CANCEL)
    return dialog.run(window, "day")


class _Dialog:
    """A small window with controls. Places in units of the dialog font (AppFont)."""

    def __init__(self, context: Any, width: int, height: int) -> None:
        self._context = context
        self._model = self._service("com.sun.star.awt.UnoControlDialogModel")
        self._model.Title, self._model.Width, self._model.Height = TITLE, width, height

    def add(self, kind: str, name: str, place: tuple[int, int, int, int], **properties: Any) -> None:
        """Add a control. place: left, top, width, height."""
        control = self._model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
        control.PositionX, control.PositionY, control.Width, control.Height = place
        for key, value in properties.items():
            setattr(control, key, value)
        self._model.insertByName(name, control)

    def run(self, window: Any, asked: str = "") -> str | None:
        """Show the dialog; return the text of the control that is asked for, None where it was called off."""
        dialog = self._service("com.sun.star.awt.UnoControlDialog")
        dialog.setModel(self._model)
        try:
            dialog.createPeer(_toolkit(self._context), window)
            _centre(dialog, window)
            if asked:
                _select(dialog.getControl(asked))
            return str(dialog.getControl(asked).getText()) if dialog.execute() == _OK and asked else None
        finally:
            dialog.dispose()

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)


def _centre(dialog: Any, window: Any) -> None:
    if window is not None:
        own, parent = dialog.getPosSize(), window.getPosSize()
        left, top = (parent.Width - own.Width) // 2, (parent.Height - own.Height) // 3
        dialog.setPosSize(left, top, 0, 0, _POSITION)


def _select(edit: Any) -> None:
    """Put the cursor there and mark what is written: typing replaces it."""
    edit.setFocus()
    edit.setSelection(uno.createUnoStruct("com.sun.star.awt.Selection", 0, len(edit.getText())))


def _toolkit(context: Any) -> Any:
    return context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
