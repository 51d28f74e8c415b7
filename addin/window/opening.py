"""Opening a result by the program that the desktop has for it (Excel, WPS, LibreOffice)."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from workbooks.errors import Refusal


def open_file(path: Path) -> None:
    """Open the file. Raises a Refusal where it is gone or nothing opens it."""
    if not path.exists():
        raise Refusal(f"“{path.name}”已经不在了：{path}", "gone")
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            quiet = subprocess.DEVNULL
            opener = subprocess.Popen([_opener(), str(path)], stdin=quiet, stdout=quiet, stderr=quiet)
            threading.Thread(target=opener.wait, daemon=True).start()  # it may last as long as the program it opens
    except OSError as error:
        raise Refusal(f"没有程序能打开“{path.name}”，请到文件夹里自己打开：{path.parent}", "no_program") from error


def _opener() -> str:
    name = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found
