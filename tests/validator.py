"""Microsoft's Open XML SDK validator (npm `@ooxml-tools/validate`): as near to Excel's repair dialogue as we get.

`make programs` puts it into `.tools`; where it is missing, tests that need it are skipped loudly.
"""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).parents[1] / ".tools" / "node_modules" / ".bin" / "ooxml-validate"
OFFICES = ("Office2013", "Microsoft365")


def complaints(workbook: Path, office: str = "Microsoft365") -> Counter[str]:
    """Return what the validator has against the workbook: each complaint with its number."""
    if not _PROGRAM.exists() or shutil.which("node") is None:
        pytest.skip("NOT TESTED: Microsoft's validator is missing (make programs; it needs Node.js 20 and npm)")
    done = subprocess.run(
        [str(_PROGRAM), str(workbook), "--ov", office, "--of", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    return Counter(json.dumps(error, ensure_ascii=False, sort_keys=True) for error in json.loads(done.stdout))
