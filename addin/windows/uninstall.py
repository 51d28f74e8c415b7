"""`uninstall.cmd`: take back what the installer did, and only that. Logs and backups stay.

Python can't delete the folder that it runs from: `uninstall.cmd` does so when this has ended well.
"""

import shutil
import sys

from addin.windows import records, registry
from addin.windows.identity import TITLE, WINDOW
from addin.windows.install import free_our_files
from addin.windows.places import Places, places
from addin.windows.shortcut import arguments_of
from addin.windows.talk import DONE, say, told


def main() -> int:
    """Uninstall but for the program's folder; return the exit code."""
    records.start("安装")
    return told(lambda: uninstall(places()))


def uninstall(target: Places) -> int:
    """Take add-in, registry entries and icon away. Raises a Refusal, or OSError, where something is in use."""
    free_our_files(target)
    target.add_in.unlink(missing_ok=True)
    if target.icon.exists() and arguments_of(target.icon) == f"-m {WINDOW}":  # not an icon of the clerk's own
        target.icon.unlink()
    registry.remove(target)
    for left_behind in (target.incoming, target.outgoing):
        shutil.rmtree(left_behind, ignore_errors=True)
    say(f"{TITLE}已卸载。台账和其中的督导表都没有动。")
    if target.records.exists():
        say(f"日志留在：{target.records}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
