"""The log file: what went wrong inside, for whoever is asked to help. Clerks see sentences only."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 500_000  # bytes; one older file is kept
_FORMAT = "%(asctime)s %(levelname)s %(message)s"

LOG = logging.getLogger("dudao.window")


def path_of_log() -> Path:
    """Return where the log is: the user's own folder for such files."""
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return home / "dudao" / "window.log"


def start_log() -> None:
    """Write what all of `dudao` logs to the file; without one (a folder that takes no files) the work goes on."""
    dudao = logging.getLogger("dudao")
    if dudao.handlers:
        return
    dudao.setLevel(logging.INFO)
    dudao.propagate = False
    try:
        path_of_log().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(path_of_log(), maxBytes=_SIZE, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    dudao.addHandler(handler)
