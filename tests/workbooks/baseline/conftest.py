"""The workbook of these tests."""

import shutil
from pathlib import Path

import pytest

from workbooks.samples import FOLDER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "county.xlsx", tmp_path / "台账.xlsx"))
