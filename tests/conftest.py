"""How the whole suite runs: the same examples at each run, and no clock on any of them.

`HYPOTHESIS_PROFILE=explore make test` looks for new examples instead. `--host` chooses the hosts on which the contract
(`tests.workbooks.contract`) is tried.
"""

import os

import pytest
from hypothesis import settings

from tests.libreoffice import office, running_office

__all__ = ["office", "running_office"]  # pytest finds it here

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

HOSTS = {
    "file": "the file, edited without a spreadsheet program",
    "live": "an open workbook, in an Excel that is a fake in memory",
    "libreoffice": "an open workbook, in a real LibreOffice",
    "excel": "an open workbook, in the Microsoft Excel of this Windows machine",
}
BY_DEFAULT = ("file", "live")
DRIVING = {"office", "running_office", "installed", "profile", "calc"}
"""The fixtures that drive a real LibreOffice from outside. 7.4 dies of that now and then (docs/dev/libreoffice.md)."""
WITHOUT_FIXTURE = ("test_office.py", "test_formulas_of_files.py")
NOT_TESTED = "NOT TESTED: drives a real LibreOffice (make test-libreoffice)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--host` and `--libreoffice`."""
    parser.addoption("--libreoffice", action="store_true", help="run the tests that drive a real LibreOffice, too")
    parser.addoption(
        "--host",
        action="append",
        choices=list(HOSTS),
        help="try the host contract on this host; may be given several times; "
        f"without it: {', '.join(BY_DEFAULT)}. " + "; ".join(f"{name}: {what}" for name, what in HOSTS.items()),
    )


def hosts(config: pytest.Config) -> list[str]:
    """Return the hosts on which the contract is tried."""
    chosen: list[str] = config.getoption("host") or [*BY_DEFAULT]
    if config.getoption("libreoffice") and not config.getoption("host"):
        chosen.append("libreoffice")
    return list(dict.fromkeys(chosen))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip, loudly, what drives a real LibreOffice, unless it was asked for."""
    if config.getoption("libreoffice") or "libreoffice" in (config.getoption("host") or ()):
        return
    for item in items:
        if _drives(item) or item.path.name in WITHOUT_FIXTURE:
            item.add_marker(pytest.mark.skip(reason=NOT_TESTED))


def _drives(item: pytest.Item) -> bool:
    """Return whether a test uses one of these fixtures; those of the Windows tests have such names too."""
    if not isinstance(item, pytest.Function):
        return False
    known = item._fixtureinfo.name2fixturedefs
    return any("libreoffice" in known[name][-1].func.__module__ for name in DRIVING & set(known))
