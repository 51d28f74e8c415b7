"""Run under Wine: call the function server as VBA does. Arguments: a file of questions, a file for answers (JSON).

A question is [module, function, *arguments]; an argument is a cell, rows of cells, {"date": …}, {"error": number} or
{"missing": true}. An answer is a cell, or rows of them.
"""

import datetime
import json
import sys
from pathlib import Path

import pythoncom
import pywintypes
import win32com.client

PARAMETER_NOT_FOUND = -2147352572


def given(value):
    if isinstance(value, list):
        return tuple(map(given, value))
    if isinstance(value, dict) and "date" in value:
        return pywintypes.Time(datetime.datetime.fromisoformat(value["date"]))
    if isinstance(value, dict) and "error" in value:
        return value["error"]  # the number that VT_ERROR arrives as
    if isinstance(value, dict):
        return win32com.client.VARIANT(pythoncom.VT_ERROR, PARAMETER_NOT_FOUND)
    return value


def answered(value):
    if isinstance(value, tuple):
        return list(map(answered, value))
    if isinstance(value, datetime.datetime):
        return {"date": value.replace(tzinfo=None).isoformat()}
    return value


server = win32com.client.Dispatch("Dudao.Python")
answers = [
    answered(server.CallUDF(module, function, tuple(map(given, arguments)), None, None))
    for module, function, *arguments in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
]
Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")
