"""dudao.oxt as a clerk has it: packed, installed in a fresh profile by LibreOffice, which is started again."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from addin.libreoffice.identity import EXTENSION
from addin.libreoffice.package import oxt
from addin.packing.own import ROOT
from workbooks.libreoffice.office import NoOffice, Office, started
from workbooks.libreoffice.uno_words import NoUno


@pytest.fixture(scope="session")
def packed() -> bytes:
    """Return dudao.oxt."""
    try:
        return oxt(ROOT / "build" / "wheels")
    except subprocess.CalledProcessError:
        pytest.skip("NOT TESTED: the wheels that dudao.oxt carries could not be fetched (no network?)")


@pytest.fixture(scope="session")
def profile(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a LibreOffice profile with the extension installed; to be copied, for one LibreOffice at a time."""
    place = tmp_path_factory.mktemp("installed")
    (place / EXTENSION).write_bytes(packed)
    with libreoffice(place / "profile") as fresh:
        add(fresh, place / EXTENSION)
    return place / "profile"


@pytest.fixture(scope="session")
def installed(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Yield a LibreOffice without windows that has the extension, one for the whole session."""
    with libreoffice(copied(profile, tmp_path_factory.mktemp("running"))) as running:
        yield running


def add(running: Office, extension: Path) -> None:
    """Install an extension; it works when LibreOffice is started the next time."""
    manager = running.context.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")
    manager.addExtension(extension.as_uri(), (), "user", None, _agreeing())


def _agreeing() -> Any:
    """Return what answers the extension manager's question whether to install as a clerk does."""
    import uno
    import unohelper
    from com.sun.star.task import XInteractionHandler
    from com.sun.star.ucb import XCommandEnvironment

    class Agreeing(unohelper.Base, XCommandEnvironment, XInteractionHandler):  # type: ignore[misc]
        def getInteractionHandler(self) -> Any:  # noqa: N802  # UNO's own names
            return self

        def getProgressHandler(self) -> None:  # noqa: N802
            return None

        def handle(self, request: Any) -> None:
            yes = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
            next(found for each in request.getContinuations() if (found := each.queryInterface(yes))).select()

    return Agreeing()


@contextmanager
def libreoffice(profile: Path, *, visible: bool = False) -> Iterator[Office]:
    """Start a LibreOffice on this profile; skip the test loudly where there is none."""
    try:
        with started(profile=profile, visible=visible) as running:
            yield running
    except (NoOffice, NoUno) as missing:
        pytest.skip(f"NOT TESTED: {missing} (Debian: apt-get install libreoffice-calc python3-uno)")


def copied(profile: Path, folder: Path) -> Path:
    """Return a copy of the profile in a folder; the original stays as it is."""
    return Path(shutil.copytree(profile, folder / "profile"))
