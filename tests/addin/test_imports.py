"""What a command loads: nothing heavy that it doesn't use. Seen in a process of its own, by sys.modules."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"
HEAVY = frozenset(
    {"pandas", "numpy", "openpyxl", "xlsxwriter", "xlwings", "xlrd", "python_calamine", "rapidfuzz", "lxml"}
)
_RUN = """
import json, sys
from addin.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(*arguments: str) -> frozenset[str]:
    """Return the heavy libraries that are loaded once the command has run."""
    done = subprocess.run([sys.executable, "-c", _RUN, *arguments], capture_output=True, check=True)
    return HEAVY & set(json.loads(done.stdout.decode("utf-8").splitlines()[-1]))


@pytest.mark.parametrize("library", sorted(HEAVY))
def test_every_heavy_library_is_one_that_could_be_loaded(library: str) -> None:
    assert find_spec(library)


@pytest.mark.parametrize("arguments", [("--help",), ("report", "--help"), ("--version",)])
def test_help_loads_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments)


@pytest.mark.parametrize("command", ["report", "progress"])
@pytest.mark.parametrize("sample", ["city.xlsx", "mistakes.xlsx"])
def test_work_on_an_xlsx_never_loads_pandas_numpy_or_openpyxl(command: str, sample: str, tmp_path: Path) -> None:
    output = str(tmp_path / "out.xlsx")
    libraries = loaded(command, str(SAMPLES / sample), "--as-of", "2026-06-30", "-o", output)
    assert "python_calamine" in libraries
    assert not libraries & {"pandas", "numpy", "openpyxl", "xlwings", "xlrd", "lxml"}


@pytest.mark.parametrize("command", ["inspect", "check"])
def test_what_writes_no_sheets_loads_no_writer(command: str) -> None:
    assert not loaded(command, str(SAMPLES / "county.xlsx")) & {"pandas", "numpy", "openpyxl", "xlsxwriter", "xlwings"}
