"""What the clerk is just typing into a cell: it must be in its cell before a button's work, as Enter puts it there.

Left there, it would end up on the sheet that the button shows. LibreOffice has no word for either question, so it is
seen by a command that it offers only while something is typed, and finished by one that takes it over first.
"""

from typing import Any

import uno
import unohelper
from com.sun.star.frame import XStatusListener

_ONLY_WHILE_TYPING = ".uno:FontDialog"
_TAKES_IT_OVER = ".uno:Calculate"


def finish_typing(context: Any, frame: Any) -> bool:
    """Put what is typed into its cell; return whether nothing is being typed any more."""
    if _is_typing(context, frame):
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(frame, _TAKES_IT_OVER, "", 0, ())
    return not _is_typing(context, frame)


def _is_typing(context: Any, frame: Any) -> bool:
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete = _ONLY_WHILE_TYPING
    parser = context.ServiceManager.createInstanceWithContext("com.sun.star.util.URLTransformer", context)
    _, url = parser.parseStrict(url)
    dispatch = frame.queryDispatch(url, "", 0)
    if dispatch is None:
        return False
    listener = _Offered()
    dispatch.addStatusListener(listener, url)  # tells the present state at once
    dispatch.removeStatusListener(listener, url)
    return listener.is_offered


class _Offered(unohelper.Base, XStatusListener):  # type: ignore[misc]
    """Whether LibreOffice offers a command at present."""

    is_offered = False

    def statusChanged(self, event: Any) -> None:  # noqa: N802  # UNO's own name
        """Take what it says."""
        self.is_offered = bool(event.IsEnabled)

    def disposing(self, event: Any) -> None:
        """Nothing is kept."""
