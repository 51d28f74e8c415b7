"""The function server: what it keeps xlwings from. That it serves is shown under Wine (tests/windows)."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ENDING = """
import atexit, sys, types
windows = types.ModuleType("xlwings._xlwindows")
windows.cleanup, windows.N_COM_ATTEMPTS = lambda: print("killed"), 0
atexit.register(windows.cleanup)
sys.modules["xlwings._xlwindows"] = windows
from addin.windows.server import restrain_xlwings
if "restrained" in sys.argv:
    restrain_xlwings()
print(windows.N_COM_ATTEMPTS > 0)
"""


def ended(*arguments: str) -> list[str]:
    """Return what a process says that ends with xlwings for Windows loaded."""
    command = [sys.executable, "-c", ENDING, *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


def test_its_end_kills_no_excel_and_a_rejected_call_is_not_repeated_for_ever() -> None:
    assert ended() == ["False", "killed"]
    assert ended("restrained") == ["True"]


def test_xlwings_still_does_both_by_the_names_that_are_restrained() -> None:
    found = find_spec("xlwings")
    assert found is not None
    assert found.origin is not None
    source = Path(found.origin).with_name("_xlwindows.py").read_text(encoding="utf-8")
    assert "@atexit.register\ndef cleanup():" in source
    assert "\nN_COM_ATTEMPTS = 0 " in source
