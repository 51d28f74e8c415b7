"""Workbooks for the tests of the live host, and the hosts that have them open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.fake_excel import FakeApp, opened
from tests.fake_excel.engine import FakeBook
from tests.fake_excel.model import Sheet
from tests.workbooks.package.making import ledger
from workbooks.hosts.live import LiveHost

Fill = Callable[[xlsxwriter.Workbook, Any], object]


def made(path: Path, fill: Fill, **options: Any) -> Path:
    """Write a workbook with one sheet 台账 that `fill` fills; return its path."""
    book = xlsxwriter.Workbook(str(path), options)
    fill(book, book.add_worksheet("台账"))
    book.close()
    return path


def ledger_file(folder: Path) -> Path:
    """Write the ledger of the package tests; return its path."""
    path = folder / "台账.xlsx"
    path.write_bytes(ledger())
    return path


def live(path: Path, app: FakeApp | None = None) -> LiveHost:
    """Return the host of a workbook opened in the fake Excel."""
    return LiveHost(opened(path, app))


def inside(host: LiveHost) -> FakeBook:
    """Return the fake's workbook."""
    book = host.workbook.impl
    assert isinstance(book, FakeBook)
    return book


def sheet_of(host: LiveHost, name: str) -> Sheet:
    """Return the fake's sheet."""
    return inside(host)._book.sheet(name)
