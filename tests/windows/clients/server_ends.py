"""Run under Wine: how many function servers run while one is used, and how many when it was let go. Answers in JSON."""

import json
import sys
import time
from pathlib import Path

import win32com.client

from addin.windows import processes


def servers():
    return sum(one.image.name == "pythonw.exe" for one in processes.running())


server = win32com.client.Dispatch("Dudao.Python")
second = win32com.client.Dispatch("Dudao.Python")
counts = [servers()]
del server, second
for _ in range(100):
    if not servers():
        break
    time.sleep(0.1)
counts.append(servers())
Path(sys.argv[2]).write_text(json.dumps(counts), encoding="utf-8")
