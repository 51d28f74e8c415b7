"""A log in a file: what failed and where, never the contents of a ledger."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

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


def to_file(path: Path) -> logging.Handler:
    """Return a handler that writes to this file, its older parts beside it; one that drops all where it can't."""
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_WithoutContents("%(asctime)s %(levelname)s %(message)s"))
    return handler
