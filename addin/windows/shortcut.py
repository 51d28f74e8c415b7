"""The desktop icon: a shell link. Made by IShellLink itself: the script host (WScript.Shell) is often switched off."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What an icon starts. A file dropped on it is added to the arguments by Windows. picture: an .ico or .exe."""

    program: Path
    arguments: str
    description: str
    picture: Path

    def write(self, path: Path) -> None:
        """Write the .lnk file. OSError where it can't be written."""
        pythoncom: Any = import_module("pythoncom")
        link = _link()
        link.SetPath(str(self.program))
        link.SetArguments(self.arguments)
        link.SetDescription(self.description)
        link.SetWorkingDirectory(str(self.program.parent))
        link.SetIconLocation(str(self.picture), 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            link.QueryInterface(pythoncom.IID_IPersistFile).Save(str(path), True)
        except pythoncom.com_error as error:
            raise OSError(f"{path}: {error.hresult:#x}") from error


def arguments_of(path: Path) -> str | None:
    """Return the arguments of what the icon starts; None where it is no icon."""
    pythoncom: Any = import_module("pythoncom")
    link = _link()
    try:
        link.QueryInterface(pythoncom.IID_IPersistFile).Load(str(path), 0)
    except pythoncom.com_error:
        return None
    return str(link.GetArguments())


def _link() -> Any:
    pythoncom: Any = import_module("pythoncom")
    shell: Any = import_module("win32com.shell.shell")
    pythoncom.CoInitialize()
    return pythoncom.CoCreateInstance(shell.CLSID_ShellLink, None, pythoncom.CLSCTX_INPROC_SERVER, shell.IID_IShellLink)
