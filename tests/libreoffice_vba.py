"""LibreOffice compiles and runs the VBA of a macro workbook (.xlsm; .xlam too): a second opinion on what we generate.

Put a function with a value of its own, a canary, into every module: one module with a syntax error makes LibreOffice
return every function's typed default, silently, or nothing at all.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.office import program

_CLIENT = Path(__file__).with_name("libreoffice_vba_client.py")

Cell = float | str


class MacroError(Exception):
    """LibreOffice could not do what was asked; the message is its own."""


def run_functions(workbook: Path, cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Enter `cells` into the workbook's first sheet, in order, and return what the formulas among them show.

    A text that begins with = is a formula in Excel's notation, `=完成率(A1,B1)`; in a range such as D2:D9 it is one
    array formula, and its result is 2-D. Results are numbers (TRUE is 1.0), texts, and errors as texts ("#VALUE!").
    """
    formulas = [at for at, content in cells.items() if str(content).startswith("=")]
    return dict(zip(formulas, _ask(workbook, {"cells": dict(cells)}), strict=True))


def call(workbook: Path, macro: str, *arguments: Any) -> Any:
    """Return what the function `macro`, "Module.Function", returns; MacroError when it isn't there.

    Arguments and the result are None, bool, numbers, texts, and lists of them (2-D lists are VBA's arrays). An
    int arrives as Integer, a float as Double, and a typed argument takes its own type only. Of an error while it runs
    LibreOffice says nothing: the result is None, or 0 where the function is typed.
    """
    return _ask(workbook, {"macro": macro, "arguments": arguments})


def _ask(workbook: Path, request: dict[str, Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        # A copy: LibreOffice leaves a lock file beside what it opens.
        copy = Path(shutil.copy(workbook, folder))
        request |= {
            "soffice": program("soffice"),
            "workbook": copy.as_uri(),
            "profile": Path(folder, "profile").as_uri(),
        }
        client = subprocess.Popen(
            [_python_with_uno(), str(_CLIENT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        try:
            out, err = client.communicate(json.dumps(request), timeout=180)
        finally:
            # LibreOffice is in the client's session: nothing of it outlives the question, however that ended.
            with suppress(ProcessLookupError):
                os.killpg(client.pid, signal.SIGKILL)
            client.wait()
    if client.returncode:
        raise MacroError(err.strip())
    return json.loads(out)


@cache
def _python_with_uno() -> str:
    """Return the Python that comes with LibreOffice; skip the test loudly where there is none."""
    for python in ("/usr/bin/python3", str(Path(program("soffice")).resolve().with_name("python"))):
        if shutil.which(python) and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
            return python
    pytest.skip("NOT TESTED: no Python with uno (Debian: apt-get install python3-uno)")
