"""How the whole suite runs: the same examples at each run, and no clock on any of them.

`HYPOTHESIS_PROFILE=explore make test` looks for new examples instead. `--host` chooses the hosts on which the contract
(`tests.workbooks.contract`) is tried.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.libreoffice import hangs_end, office, running_office

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
BY_DEFAULT = ("file", "live", "libreoffice")
LONGEST_TEST = 600.0  # seconds; the first to need the extension fetches wheels and installs it


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare `--host`."""
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
    return list(dict.fromkeys(chosen))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Let no test wait forever for a LibreOffice that hangs."""
    with hangs_end(LONGEST_TEST):
        return (yield)
