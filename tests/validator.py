"""Microsoft's Open XML SDK validator (npm `@ooxml-tools/validate`): as near to Excel's repair dialogue as we get.

`make programs` puts it into `.tools`; where it is missing, tests that need it are skipped loudly.
"""

import json
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).parents[1] / ".tools" / "node_modules" / ".bin" / "ooxml-validate"
VERSIONS = ("Office2013", "Microsoft365")


def errors(data: bytes, version: str) -> Counter[str]:
    """Return what the validator says of the package, with how often it says it; skip the test where it is missing."""
    if not _PROGRAM.exists() or shutil.which("node") is None:
        pytest.skip("NOT TESTED: Microsoft's validator is missing (make programs; it needs Node.js 20 and npm)")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "workbook.xlsx")
        file.write_bytes(data)
        command = [str(_PROGRAM), str(file), "--ov", version, "--of", "json"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    found = json.loads(done.stdout)  # no JSON: the validator itself could not open the package
    return Counter(f"{error['path']['partUri']} {error['id']}: {error['description']}" for error in found)


def new_errors(data: bytes, original: bytes, version: str) -> Counter[str]:
    """Return the errors that the original doesn't have."""
    found = errors(data, version)
    return found - errors(original, version) if found else found
