"""Where things stand on the clerk's computer: the installed program, its logs, Excel's start-up folder, the icon."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from addin.windows.identity import ADD_IN, FOLDER, TITLE
from workbooks.errors import Refusal


@dataclass(frozen=True, slots=True)
class Places:
    """Folders and files of ours. program holds `py` and `app`; records (logs, backups) outlives an uninstall."""

    program: Path
    records: Path
    add_in: Path
    icon: Path

    @property
    def python(self) -> Path:
        """Return the installed Python with a console."""
        return self.program / "py" / "python.exe"

    @property
    def silent_python(self) -> Path:
        """Return the installed Python without a console."""
        return self.program / "py" / "pythonw.exe"

    @property
    def app(self) -> Path:
        """Return the folder of our packages."""
        return self.program / "app"

    @property
    def incoming(self) -> Path:
        """Return where a new version is copied to before it takes the place of the old one."""
        return self.program.with_name(f"{FOLDER}.new")

    @property
    def outgoing(self) -> Path:
        """Return where the old version is put until the new one stands."""
        return self.program.with_name(f"{FOLDER}.old")


def places(environment: Mapping[str, str] = os.environ, desktop: Path | None = None) -> Places:
    """Return this user's places. Refusal where Windows names no folders for programs and settings.

    desktop: by default where Windows says (OneDrive may have moved it).
    """
    try:
        local, roaming = Path(environment["LOCALAPPDATA"]), Path(environment["APPDATA"])
    except KeyError as missing:
        raise Refusal(f"Windows 没有给出 {missing.args[0]} 文件夹，请注销后重新登录再试。", "no_folder") from missing
    return Places(
        program=local / "Programs" / FOLDER,
        records=local / FOLDER,
        add_in=roaming / "Microsoft" / "Excel" / "XLSTART" / ADD_IN,
        icon=(desktop or _desktop(environment)) / f"{TITLE}.lnk",
    )


def _desktop(environment: Mapping[str, str]) -> Path:
    shell: Any = import_module("win32com.shell.shell")
    try:
        return Path(shell.SHGetKnownFolderPath(shell.FOLDERID_Desktop))
    except import_module("pywintypes").com_error:
        return Path(environment["USERPROFILE"]) / "Desktop"
