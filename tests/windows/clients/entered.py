"""Run under Wine: which of our registry entries are missing for this user, and what is entered under 应用. JSON."""

import json
import sys
import winreg
from pathlib import Path

from addin.windows import registry
from addin.windows.places import places

found = {"missing": [entry.key for entry in registry.missing(registry.entries(places(), sys.argv[3]))], "keys": []}
for key in registry.OURS:
    for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
        try:
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_READ | view).Close()
            found["keys"].append(key)
        except FileNotFoundError:
            pass
Path(sys.argv[2]).write_text(json.dumps(found), encoding="utf-8")
