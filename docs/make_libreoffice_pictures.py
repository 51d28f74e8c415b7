"""The manual's pictures of LibreOffice, taken from a screen in memory: `python -m docs.make_libreoffice_pictures`.

Needs more than the tests (Debian: libreoffice-gtk3, libreoffice-l10n-zh-cn, openbox, imagemagick): run it by hand.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from addin.libreoffice.identity import EXTENSION
from addin.libreoffice.package import oxt
from addin.packing.own import ROOT
from docs.make_pictures import PICTURES
from tests.addin.libreoffice.clicking import Clerk
from tests.addin.libreoffice.installed import add
from tests.screen import screen
from workbooks.libreoffice.office import Office, started
from workbooks.libreoffice.uno_words import properties
from workbooks.samples import FOLDER

_WIDTH = 1093  # pixels of a picture
_A_MOMENT = 3.0  # seconds, for tooltips and for drawing


def take() -> None:
    """Take all pictures anew."""
    with tempfile.TemporaryDirectory() as place, screen() as display:
        folder = Path(place)
        os.environ |= {"DISPLAY": display, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3", "GDK_BACKEND": "x11"}
        _prepare(folder)
        ledger = Path(shutil.copy(FOLDER / "county.xlsx", folder / "重点项目台账.xlsx"))
        with _window_manager(), started(profile=folder / "profile", visible=True) as office:
            _photograph(Clerk(office, display), ledger)


def _prepare(folder: Path) -> None:
    """Install the extension in a fresh profile, and let LibreOffice speak Chinese there."""
    (folder / EXTENSION).write_bytes(oxt(ROOT / "build" / "wheels"))
    with started(profile=folder / "profile") as office:
        add(office, folder / EXTENSION)
        _set(office, "/org.openoffice.Office.Linguistic/General", "UILocale", "zh-CN")
        _set(office, "/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", False)


def _set(office: Office, node: str, name: str, value: object) -> None:
    provider = office.service("configuration.ConfigurationProvider")
    access = "com.sun.star.configuration.ConfigurationUpdateAccess"
    found = provider.createInstanceWithArguments(access, properties(nodepath=node))
    found.setPropertyValue(name, value)
    found.commitChanges()


@contextmanager
def _window_manager() -> Iterator[None]:
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()


def _photograph(clerk: Clerk, ledger: Path) -> None:
    document = clerk.opens(ledger)
    clerk.reads("生成通报")
    for _ in range(2):  # LibreOffice learns from the mouse where the window manager has put its window
        clerk.points_at("生成通报")
        time.sleep(_A_MOMENT)
    _picture("toolbar", 320)
    clerk.clicks("截止日期：自动")
    clerk.reads("确定")
    _picture("date", 400)
    clerk.types("2026-06-30", above="确定")
    clerk.reads("截止日期：2026-06-30")
    clerk.clicks("生成通报")
    clerk.reads("项目60个")
    _picture("report", 688)
    clerk.clicks("确定")
    document.CurrentController.setActiveSheet(document.Sheets.getByName("亮灯表"))
    document.CurrentController.ZoomValue = 55
    _picture("lights", 528)
    document.setModified(False)
    document.close(True)


def _picture(name: str, height: int) -> None:
    time.sleep(_A_MOMENT)
    target = PICTURES / f"libreoffice-{name}.png"
    shape = ["-resize", f"{_WIDTH}x", "-crop", f"{_WIDTH}x{height}+0+0", "+repage", "-colors", "100"]
    subprocess.run(["import", "-window", "root", *shape, f"png8:{target}"], check=True)
    print(f"{target}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    take()
