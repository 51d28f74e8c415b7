"""Run by the Windows Python under Wine: seconds of the function server, as JSON into the file given."""

import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import win32com.client

MODULE, FUNCTION = "udfs.excel", "COMPLETION_RATE"
ROUNDS, CALLS, ROWS = 5, 200, 10_000


def timed(work):
    begun = perf_counter()
    work()
    return perf_counter() - begun


def start():
    server = win32com.client.Dispatch("Dudao.Python")
    server.CallUDF("addin.served", "hello", (), None, None)
    return server


begun = perf_counter()
server = start()
first = perf_counter() - begun
column = tuple((float(row + 1),) for row in range(ROWS))
cell = [timed(lambda: server.CallUDF(MODULE, FUNCTION, (629.0, 647.4), None, None)) for _ in range(CALLS)]
whole = [timed(lambda: server.CallUDF(MODULE, FUNCTION, (column, column), None, None)) for _ in range(ROUNDS)]
Path(sys.argv[1]).write_text(json.dumps({"start": first, "cell": median(cell), "column": median(whole)}))
