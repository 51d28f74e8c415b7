"""A Windows of its own under Wine: a fresh prefix, Chinese code page, a user whose folders have Chinese and a blank.

Wine 8 stands in for Windows as far as processes, files, registry and COM go; what it can't show is in
docs/dev/windows.md.
"""

import contextlib
import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import TracebackType

import pytest

USER = "C:\\users\\张 三"
XLSTART = f"{USER}\\AppData\\Roaming\\Microsoft\\Excel\\XLSTART\\dudao.xlam"
ICON = f"{USER}\\桌面\\项目督导.lnk"
_FOLDERS = {
    "Local AppData": f"{USER}\\AppData\\Local",
    "AppData": f"{USER}\\AppData\\Roaming",
    "Desktop": f"{USER}\\桌面",
}
_SHELL_FOLDERS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders"
_LOCALES = Path("/usr/lib/locale/C.utf8")
_OFF = "winemenubuilder.exe,winedbg.exe=d;mscoree,mshtml="  # no entries in menus here, no debugger, no downloads
_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Said:
    """What a program said and how it ended."""

    code: int
    text: str


class Wine:
    """The Windows in a folder. Use it as a context: at the end its processes are ended. display: its screen, if any."""

    def __init__(self, folder: Path, display: str | None) -> None:
        program = shutil.which("wine")
        if program is None:
            pytest.skip("NOT TESTED: Wine is missing (Debian: apt-get install wine; make test-windows tries to)")
        self._wine = program
        self._prefix = folder / "prefix"
        self.display = display
        self._awake: subprocess.Popen[bytes] | None = None
        (folder / "home").mkdir()
        (folder / "locales").mkdir()
        (folder / "locales" / "zh_CN.UTF-8").symlink_to(_LOCALES)  # Wine asks for no more than that there is one
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {
            "WINEPREFIX": str(self._prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OFF,
            "HOME": str(folder / "home"),
            "LOCPATH": str(folder / "locales"),
            "LC_ALL": "zh_CN.UTF-8",
            "DISPLAY": display or "",
        }

    def __enter__(self) -> "Wine":
        self.run("wineboot", "--init")
        for name, place in _FOLDERS.items():
            self.run("reg", "add", _SHELL_FOLDERS, "/v", name, "/t", "REG_EXPAND_SZ", "/d", place, "/f")
            self.path(place).mkdir(parents=True)
        self.restart()  # so that the next program finds the user's folders in its environment
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def restart(self) -> None:
        """End this Windows, and no other one's processes, and start it again.

        An idle program keeps it awake: without one Wine ends and starts anew between two programs, which takes seconds.
        """
        self._end()
        idle = [self._wine, "cmd"]  # waits for a command that doesn't come
        self._awake = subprocess.Popen(
            idle, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def _end(self) -> None:
        for option in ("--kill", "--wait"):
            subprocess.run(["wineserver", option], env=self._environment, check=False, capture_output=True)
        if self._awake is not None:
            self._awake.communicate()
            self._awake = None

    def path(self, windows: str) -> Path:
        """Return where a path of drive C: is here."""
        return self._prefix / "drive_c" / Path(*PureWindowsPath(windows).parts[1:])

    @property
    def program(self) -> Path:
        """Return the folder of the installed program."""
        return self.path(f"{USER}\\AppData\\Local\\Programs\\dudao")

    def command(self, *words: str | Path) -> tuple[Sequence[str], dict[str, str]]:
        """Return the command line that runs a Windows program here, and its environment."""
        spelt = (windows_path(word) if isinstance(word, Path) else word for word in words)
        return [self._wine, *spelt], self._environment

    def run(self, *words: str | Path) -> Said:
        """Run a Windows program to its end."""
        command, environment = self.command(*words)
        # pipes, for a Windows Python can't open Linux files as its standard streams
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            assert process.stdin and process.stdout
            process.stdin.close()
            said = _Listener(process.stdout.fileno())
            try:
                code = process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
            return Said(code, _decoded(said.all()))

    def batch(self, path: Path) -> Said:
        """Run a batch file without its pause at the end, its path in quotes as Explorer writes it."""
        caller = self.path("C:\\windows\\temp\\double_click.cmd")
        caller.write_bytes(f'@call "{windows_path(path)}" /quiet\r\n'.encode("gbk"))
        return self.run("cmd", "/c", caller)

    def python(self, folder: Path, script: Path, *arguments: str) -> Said:
        """Run a script by the Python of an unzipped or installed bundle."""
        return self.run(folder / "py" / "python.exe", "-B", "-X", "utf8", script, *arguments)


class _Listener:
    """Hears what a program says until it has ended: what it started may hold on to its pipe and outlive it."""

    def __init__(self, pipe: int) -> None:
        self._pipe = os.dup(pipe)
        self._said: list[bytes] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while heard := os.read(self._pipe, 65536):
                self._said.append(heard)

    def all(self) -> bytes:
        """Return what was said; asked when the program has ended."""
        self._thread.join(1)
        return b"".join(self._said)


def windows_path(path: Path) -> str:
    """Return a path of this system as Windows programs see it here."""
    parts = path.parts
    if "drive_c" in parts:
        return "C:\\" + "\\".join(parts[parts.index("drive_c") + 1 :])
    return "Z:" + str(path).replace("/", "\\")


def _decoded(said: bytes) -> str:
    try:
        return said.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return said.decode("gbk", "replace").replace("\r\n", "\n")
