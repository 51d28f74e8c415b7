"""A button's work on the document of the frame that it was pressed in, and showing what came of it."""

import gc
import shutil
import sys
from pathlib import Path
from typing import Any

import uno

from addin.libreoffice.buttons import dialogs, log
from addin.libreoffice.buttons.being_typed import finish_typing
from addin.libreoffice.identity import CALC
from addin.pressed import Pressed, pressed

_SPREADSHEETS = {".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".et"}
_ADDRESSES_ONLY = 1  # com.sun.star.system.SystemShellExecuteFlags.URIS_ONLY


class Desk:
    """A frame and its document, at the time of the press."""

    def __init__(self, context: Any, frame: Any) -> None:
        self._context, self._frame = context, frame
        self._document = self._spreadsheet()
        self._url = self._document.getURL() if self._document is not None else ""

    def is_ready(self) -> bool:
        """Put what is just typed into its cell; return whether that was possible: a formula may be half written."""
        return self._document is None or finish_typing(self._context, self._frame)

    def press(self, button: str, as_of: str) -> Pressed:
        """Do a button's work; never raise. as_of: 截止日期, empty to take it from the ledger."""

        def work() -> Pressed:
            from addin.libreoffice.functions.saving import with_plain_names
            from addin.live import press
            from workbooks.hosts.natives.libreoffice import LibreOffice
            from workbooks.libreoffice import book_of, here

            LibreOffice.for_excel = with_plain_names
            book = None if self._document is None else book_of(here(self._context), self._document)
            return press(button, as_of, book)

        came = pressed(work)
        gc.collect()  # a document that has been closed is held by nothing of ours
        return came

    def show(self, came: Pressed) -> None:
        """Say what came of the work, and open what is to be opened: a window in front would hide what is said."""
        if came.text:
            text = f"{came.text}\n日志：{log.where(self._context)}" if came.kind == "failed" else came.text
            dialogs.tell(self._context, self.window, came.kind, text)
        if came.path:
            self._open(came.path, came.show)

    @property
    def window(self) -> Any:
        """The window to show dialogs in: the frame's, or that of the document opened anew; None where all are gone."""
        here = (frame for frame in self._frames() if frame == self._frame)
        anew = (frame for frame in self._frames() if self._url and _url(frame) == self._url)
        frame = next(here, None) or next(anew, None)
        return frame.getContainerWindow() if frame is not None else None

    def _spreadsheet(self) -> Any:
        controller = self._frame.getController()
        model = controller.getModel() if controller is not None else None
        return model if model is not None and model.supportsService(CALC) else None

    def _frames(self) -> list[Any]:
        frames = self._desktop.getFrames()
        return [frames.getByIndex(index) for index in range(frames.getCount())]

    @property
    def _desktop(self) -> Any:
        return self._service("com.sun.star.frame.Desktop")

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)

    def _open(self, path: str, sheet: str) -> None:
        url = uno.systemPathToFileUrl(path)
        try:
            if Path(path).suffix.lower() in _SPREADSHEETS:
                document = self._desktop.loadComponentFromURL(url, "_default", 0, ())
                if document is None:
                    raise OSError(f"LibreOffice can't open {path}")
                if sheet and document.Sheets.hasByName(sheet):
                    document.CurrentController.setActiveSheet(document.Sheets.getByName(sheet))
            elif sys.platform == "linux" and shutil.which("xdg-open") is None:
                raise OSError("there is no xdg-open")  # LibreOffice wouldn't say so
            else:
                self._service("com.sun.star.system.SystemShellExecute").execute(url, "", _ADDRESSES_ONLY)
        except Exception:
            log.LOG.exception("opening a result")
            text = f"没能自动打开，请自己打开：\n{path}"
            dialogs.tell(self._context, self.window, "refused", text)


def _url(frame: Any) -> str:
    controller = frame.getController()
    model = controller.getModel() if controller is not None else None
    return str(model.getURL()) if model is not None and model.supportsService(CALC) else ""
