"""Run under Wine: use the function server, end it as a crash would, ask again. Answers (JSON): what came of both."""

import json
import sys
from pathlib import Path

import pywintypes
import win32com.client

from addin.windows import processes

server = win32com.client.Dispatch("Dudao.Python")
answers = [server.CallUDF("addin.served", "hello", (), None, None)]
(running,) = [one for one in processes.running() if one.image.name == "pythonw.exe"]
processes.stop(running)
try:
    answers.append(server.CallUDF("addin.served", "hello", (), None, None))
except pywintypes.com_error:
    answers.append("gone")
Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")
