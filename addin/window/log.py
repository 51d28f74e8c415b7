"""The log: what went wrong inside, for whoever is asked to help. Clerks see sentences only.

On Windows a file beside the add-in's other logs; elsewhere stderr, where logging writes by itself.
"""

import logging
import sys

from addin.windows import records

LOG = logging.getLogger("dudao.window")
_NAME = "window"


def start_log() -> None:
    """Write what `dudao` logs to where `where_logged` says."""
    if sys.platform == "win32":
        records.start(_NAME)


def where_logged() -> str:
    """Return where the clerk finds the log."""
    return str(records.folder() / f"{_NAME}.log") if sys.platform == "win32" else "启动它的终端"
