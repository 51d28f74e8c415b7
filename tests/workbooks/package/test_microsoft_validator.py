"""Microsoft's Open XML SDK on what we make: our best word on Excel's repair dialogue. Slow: a small sample.

For more: `python -m tests.workbooks.package.test_microsoft_validator WORKBOOK.xlsx …` edits each workbook in all ways
and says which errors are new.
"""

import sys
from pathlib import Path

import pytest

from tests.validator import VERSIONS, new_errors
from tests.workbooks.package.making import ODD, ledger


@pytest.mark.parametrize(
    ("kind", "version"), [("ordinary", "Office2013"), ("ordinary", "Microsoft365"), ("strict", "Microsoft365"),
                          ("prefixed", "Office2013"), ("without styles", "Office2013")],
)  # fmt: skip
def test_the_validator_finds_no_error_that_was_not_there(kind: str, version: str) -> None:
    from tests.workbooks.package.test_schema import edited

    data = ODD.get(kind, lambda same: same)(ledger())
    assert not new_errors(edited(data), data, version)


if __name__ == "__main__":
    from tests.workbooks.package.test_schema import edited

    for argument in sys.argv[1:]:
        original = Path(argument).read_bytes()
        for version in VERSIONS:
            new = new_errors(edited(original), original, version)
            print(Path(argument).name, version, dict(new) or "nothing new", flush=True)
