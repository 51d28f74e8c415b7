"""A real LibreOffice for tests: one for a test session, started with a profile of its own and driven by xlwings."""

from collections.abc import Iterator

import pytest
import xlwings

from workbooks.libreoffice import start
from workbooks.libreoffice.office import NoOffice
from workbooks.libreoffice.uno_words import NoUno


@pytest.fixture(scope="session")
def office() -> Iterator[xlwings.App]:
    """Return LibreOffice; skip loudly where it is missing. Tests close the workbooks that they open."""
    try:
        running = start()
        app = running.__enter__()
    except (NoOffice, NoUno) as error:
        pytest.skip(f"NOT TESTED: {error} (Debian: apt-get install libreoffice-calc python3-uno)")
    try:
        yield app
    finally:
        running.__exit__(None, None, None)
