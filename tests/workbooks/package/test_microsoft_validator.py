"""Microsoft's Open XML SDK on what we make: our best word on Excel's repair dialogue. Slow: a small sample.

For more: `python -m tests.workbooks.package.test_microsoft_validator WORKBOOK.xlsx …` edits each workbook in all ways
and says which errors are new.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from tests.workbooks.package.making import ODD, ledger

ROOT = Path(__file__).parents[3]
VALIDATOR = ROOT / ".tools" / "node_modules" / ".bin" / "ooxml-validate"
VERSIONS = ("Office2013", "Microsoft365")


def errors(data: bytes, version: str) -> Counter[str]:
    """Return what the validator says of the package, with how often it says it."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        command = [str(VALIDATOR), file.name, "--ov", version, "--of", "json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    found = json.loads(done.stdout)  # no JSON: the validator itself could not open the package
    return Counter(f"{error['path']['partUri']} {error['id']}: {error['description']}" for error in found)


def new_errors(data: bytes, original: bytes, version: str) -> Counter[str]:
    """Return the errors that the original doesn't have."""
    found = errors(data, version)
    return found - errors(original, version) if found else found


@pytest.mark.parametrize(
    ("kind", "version"), [("ordinary", "Office2013"), ("ordinary", "Microsoft365"), ("strict", "Microsoft365"),
                          ("prefixed", "Office2013"), ("without styles", "Office2013")],
)  # fmt: skip
def test_the_validator_finds_no_error_that_was_not_there(kind: str, version: str) -> None:
    if not VALIDATOR.exists():
        pytest.skip("NOT TESTED: .tools/node_modules/.bin/ooxml-validate is missing (npm i @ooxml-tools/validate)")
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
