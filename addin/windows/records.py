"""Our log files: what was installed and what failed. Never the contents of a ledger."""

import logging
import os
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from addin.windows.identity import FOLDER

LOG = logging.getLogger("dudao")
_BYTES, _KEPT = 256 * 1024, 3


class _WithoutContents(logging.Formatter):
    """Writes of a failure where it happened and its kind, not its words: those may quote a cell."""

    def format(self, record: logging.LogRecord) -> str:
        own = logging.makeLogRecord(record.__dict__)
        own.exc_text = None  # another handler may have left its wording there
        return super().format(own)

    def formatException(self, ei: Any) -> str:  # noqa: N802  # logging's own name
        kind, _, trace = ei
        return "".join([*traceback.format_tb(trace), kind.__name__])


def folder() -> Path:
    """Return the folder of the logs: %LOCALAPPDATA%\\dudao\\日志."""
    local = os.environ.get("LOCALAPPDATA")
    return (Path(local) if local else Path.home()) / FOLDER / "日志"


def start(name: str) -> None:
    """Write what `dudao` and its libraries log to the log file of that name; without one where it can't be written."""
    handler: logging.Handler
    try:
        folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder() / f"{name}.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_WithoutContents("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
