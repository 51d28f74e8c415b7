"""What the facts are given: how a host opens a workbook, a ledger, and a way of doing things to it and saving."""

import tomllib
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests import conftest
from tests.workbooks.contract import desks
from tests.workbooks.contract.desks import Desk
from tests.workbooks.package.making import ledger
from workbooks.hosts.port import Host

EXCEPTIONS: dict[str, dict[str, str | dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("exceptions.toml").read_text(encoding="utf-8")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try each fact on each host asked for."""
    if "desk" not in metafunc.fixturenames:
        return
    excused = EXCEPTIONS.get(metafunc.function.__name__, {})
    hosts = conftest.hosts(metafunc.config)
    metafunc.parametrize(
        "desk",
        [pytest.param(host, marks=_expected_to_fail(excused[host]) if host in excused else ()) for host in hosts],
        indirect=True,
        scope="session",
    )


def _expected_to_fail(said: str | dict[str, str]) -> pytest.MarkDecorator:
    """Return the mark of a declared exception: one that is none any more fails, unless it hangs on the machine."""
    if isinstance(said, str):
        return pytest.mark.xfail(reason=said, strict=True)
    return pytest.mark.xfail(reason=f"{said['why']} ({said['where']})", strict=False)


@pytest.fixture(scope="session")
def desk(request: pytest.FixtureRequest) -> Desk:
    """Return the desk of a host."""
    return desks.desk(request.param, request)


@pytest.fixture(autouse=True)
def what_openpyxl_does_not_know() -> Iterator[None]:
    """Let openpyxl read what it doesn't know, such as the data bars of Excel 2010 that LibreOffice writes."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*extension is not supported", UserWarning)
        yield


@pytest.fixture
def opened(desk: Desk) -> Iterator[Callable[[Path], Host]]:
    """Return how the host opens a workbook; the one before is closed, unsaved."""
    yield desk.open
    desk.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a clerk's ledger: 明细表, 备注 and a hidden sheet (see `making.ledger`)."""
    file = tmp_path / "台账.xlsx"
    file.write_bytes(ledger())
    return file


@pytest.fixture(scope="module")
def done_once(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[Host], object]], bytes]:
    """Return a function that does something to the ledger and returns the saved workbook, where many facts begin."""

    def do(step: Callable[[Host], object]) -> bytes:
        folder = tmp_path_factory.mktemp("一次")
        (folder / "台账.xlsx").write_bytes(ledger())
        host = desk.open(folder / "台账.xlsx")
        step(host)
        host.save_as(folder / "存.xlsx")
        desk.close()
        return (folder / "存.xlsx").read_bytes()

    return do


@pytest.fixture
def saved(desk: Desk, opened: Callable[[Path], Host], file: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that opens a workbook, does things to it, saves it elsewhere and returns the place."""
    numbers = count(1)

    def save(*steps: Callable[[Host], object], of: Path = file) -> Path:
        host = opened(of)
        for step in steps:
            step(host)
        desk.touch(host)
        host.save_as(place := tmp_path / f"存{next(numbers)}{of.suffix}")
        return place

    return save
