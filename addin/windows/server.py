"""The function server: `pythonw -m addin.windows.server`, started by COM when VBA creates Dudao.Python.

xlwings' own COM server under our class id. It ends when the last program that uses it lets go: Excel's end is its end.
"""

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from addin.windows import records
from addin.windows.identity import CLSID

SERVED = ("addin.served", "udfs.excel")
UNUSED = ("pandas", "numpy", "polars", "matplotlib", "plotly", "PIL")
"""Libraries that xlwings imports only to convert their values; no function of ours passes any, and they are slow."""

_ATTEMPTS = 50_000
"""Rejected calls after which Excel counts as busy: they come back at once, so these are some seconds."""


def main() -> int:
    """Serve until nobody uses us any more; return the exit code. What Windows adds to the command line is ignored."""
    records.start("函数服务")
    del sys.argv[1:]  # xlwings looks for the workbook's name there
    os.chdir(os.path.dirname(sys.executable))  # nothing is ever looked for in a received workbook's folder
    try:
        with hidden(*UNUSED):
            com_server: Any = import_module("xlwings.com_server")
            udfs: Any = import_module("xlwings.udfs")
        restrain_xlwings()
        for module in SERVED:
            udfs.get_udf_module(module, None)  # at its first use xlwings would look into the workbook instead
        records.LOG.info("serving, Python %s", sys.version.split()[0])
        com_server.serve(CLSID)
    except Exception:
        records.LOG.exception("the server failed")
        return 1
    records.LOG.info("nobody uses the server any more")
    return 0


def restrain_xlwings() -> None:
    """Keep xlwings, once imported, from what it does on Windows beyond serving; elsewhere there is nothing to do.

    At its process's end it would kill every Excel that shows no window, other programs' and one that is just closing.
    And it would call an Excel that rejects calls for ever, while that waits for our answer: neither would go on.
    """
    windows: Any = sys.modules.get("xlwings._xlwindows")
    if windows is not None:
        atexit.unregister(windows.cleanup)
        windows.N_COM_ATTEMPTS = _ATTEMPTS


@contextmanager
def hidden(*libraries: str) -> Iterator[None]:
    """Let imports inside go as if the libraries were not installed; afterwards they can be imported again."""
    absent = [name for name in libraries if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None: Python's own word for "not there"
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


if __name__ == "__main__":
    raise SystemExit(main())
