"""No column is taken for a field that the ledger doesn't have: a wrong field is worse than an unmapped column."""

from pathlib import Path

import pytest

from tests.ledgers import Specimen, specimens, write
from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings

SPECIMENS = [one for one in specimens() if any(ledger.get("never") for ledger in one.expect.get("ledgers", []))]


@pytest.mark.parametrize("one", SPECIMENS, ids=[one.name for one in SPECIMENS])
def test_it_makes_up_no_field_for(one: Specimen, tmp_path: Path) -> None:
    path = tmp_path / "specimen.xlsx"
    write(one, path)
    for expected, ledger in zip(one.expect["ledgers"], recognise(read_book(path), Settings()).ledgers, strict=True):
        made_up = {name: ledger.fields[name].header for name in expected.get("never", ()) if name in ledger.fields}
        assert not made_up
