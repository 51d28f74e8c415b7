"""Run under Wine: what is entered in the registry. Arguments: a file for the answer, the version.

The answer in JSON: which entries are missing for this user and for the machine, which keys of ours there are of both.
"""

import json
import sys
import winreg
from pathlib import Path

from addin.windows import registry
from addin.windows.places import places

ROOTS = {"user": winreg.HKEY_CURRENT_USER, "machine": winreg.HKEY_LOCAL_MACHINE}


def there(root, key, view):
    try:
        winreg.OpenKey(root, key, 0, winreg.KEY_READ | view).Close()
    except FileNotFoundError:
        return False
    return True


wanted = registry.entries(places(), sys.argv[2])
views = winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY
found = {
    "missing": [entry.key for entry in registry.missing(wanted)],
    "missing for the machine": [entry.key for entry in registry.missing_for_machine(wanted)],
    **{
        name: [key for key in registry.OURS for view in views if there(root, key, view)] for name, root in ROOTS.items()
    },
}
Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")
