"""What holds for the file host alone: see `tests/workbooks/contract/` for what every host does."""

from pathlib import Path

import pytest

from tests.workbooks.package.making import ledger
from workbooks.errors import NotWritable
from workbooks.hosts.file import FileHost


def test_a_workbook_open_elsewhere_is_not_saved_in_place(tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(ledger())
    host = FileHost(file)
    host.unmark()
    file.with_name(f"~${file.name}").touch()
    before = file.read_bytes()
    with pytest.raises(NotWritable):
        host.save_in_place("修改")
    assert file.read_bytes() == before
