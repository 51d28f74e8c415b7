"""Run under Wine: keep something in use until told to end. Arguments: what, a file to write when it is held.

"server": the function server, as a program that died without letting go. Else a file, opened as Excel opens an add-in.
"""

import sys
from pathlib import Path

import win32com.client
import win32con
import win32file

if sys.argv[1] == "server":
    held = win32com.client.Dispatch("Dudao.Python")
else:
    held = win32file.CreateFile(
        sys.argv[1], win32con.GENERIC_READ, win32con.FILE_SHARE_READ, None, win32con.OPEN_EXISTING, 0, None
    )
Path(sys.argv[2]).write_text("held", encoding="utf-8")
sys.stdin.read()
