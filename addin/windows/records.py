"""Our log files: what was installed and what failed. Never the contents of a ledger."""

import logging
import os
from pathlib import Path

from addin.log_files import to_file
from addin.windows.identity import FOLDER

LOG = logging.getLogger("dudao")


def folder() -> Path:
    """Return the folder of the logs: %LOCALAPPDATA%\\dudao\\日志."""
    local = os.environ.get("LOCALAPPDATA")
    return (Path(local) if local else Path.home()) / FOLDER / "日志"


def start(name: str) -> None:
    """Write what `dudao` and its libraries log to the log file of that name; without one where it can't be written."""
    root = logging.getLogger()
    root.addHandler(to_file(folder() / f"{name}.log"))
    root.setLevel(logging.INFO)
