"""What the package says of its sample ledgers."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import python_calamine

from workbooks import samples

FILES = [*samples.shipped(), samples.template()]


def texts(path: Path) -> list[str]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]


def test_at_least_six_ledgers_are_shipped() -> None:
    assert len(samples.shipped()) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_is_there(path: Path) -> None:
    assert path.is_file()


def test_all_shipped_files_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 600_000


def test_each_ledger_has_a_title_and_a_day() -> None:
    for sample in samples.samples():
        assert sample.title and sample.shows
        assert type(sample.as_of) is date


def test_one_ledger_is_not_honest() -> None:
    assert [sample.path.name for sample in samples.samples() if not sample.honest] == ["mistakes.xlsx"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_cell_holds_a_number_that_could_be_dialled(path: Path) -> None:
    phone = re.compile(r"(?<!\d)(1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)")
    assert not [text for text in texts(path) if phone.search(text)]


def test_naming_the_samples_loads_no_writer() -> None:
    heavy = ("xl", "openpyxl", "pandas", "rapidfuzz")
    code = f"import sys, workbooks.samples as s; s.samples(); print([m for m in sys.modules if m.startswith({heavy})])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
