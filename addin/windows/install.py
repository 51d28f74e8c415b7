"""`install.cmd`: set the program up for this user. No administrator, no network, nothing outside the user's folders.

Where it runs with an administrator's rights they serve for one thing: the class is entered for the machine too.

The new version is copied beside the old one and takes its place in one step: whatever fails before leaves the old one.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path, PureWindowsPath

from addin.windows import processes, records, registry
from addin.windows.identity import ADD_IN, TITLE, WINDOW
from addin.windows.places import Places, places
from addin.windows.shortcut import Shortcut
from addin.windows.talk import DONE, say, told
from workbooks.errors import Refusal

ROOT = Path(__file__).parents[3]  # the unzipped bundle: py, app, the add-in, uninstall.cmd
PARTS = ("py", "app", "uninstall.cmd", ADD_IN)
PICTURE = "app/addin/windows/dudao.ico"


def main() -> int:
    """Install, test, say what was done; return the exit code."""
    records.start("安装")
    return told(lambda: install(ROOT, places()))


def install(source: Path, target: Places) -> int:
    """Install the unzipped bundle. Raises a Refusal, or OSError, with an earlier version in place as it was."""
    say(f"正在安装{TITLE} {version('dudao')} ……")
    _refuse_incomplete(source, target)
    free_our_files(target)
    put_program(source, target)
    put_add_in(target)
    registry.write(registry.entries(target, version("dudao")))
    icon = _put_icon(target)
    say(f"程序：{target.program}")
    say(f"Excel 加载项：{target.add_in}")
    say(icon)
    well = _test(target)
    say()
    say("安装完成。请打开 Excel，功能区上有“项目督导”。" if well else "已装好，但上面打×的项目还不能用，请按提示处理。")
    say("用 WPS，或 Excel 里看不到“项目督导”：把台账文件拖到桌面图标“项目督导”上。")
    return DONE


def _refuse_incomplete(source: Path, target: Places) -> None:
    if source.resolve() == target.program.resolve():
        raise Refusal("这是已经装好的程序，要重装请运行安装包里的 install.cmd。", "installed_place")
    if not all((source / part).exists() for part in PARTS):
        raise Refusal("安装包不完整：请先把压缩包全部解压，再运行 install.cmd。", "incomplete")


def free_our_files(target: Places) -> None:
    """Make sure that nobody uses our files: ask for what the clerk can close, end a server that was left behind."""
    if target.add_in.exists():
        with target.add_in.open("r+b"):  # Excel keeps its add-ins open
            pass
    all_running = processes.running()
    ours = processes.of_folder(all_running, PureWindowsPath(target.program), os.getpid())
    if any(one.windowed for one in ours):
        raise Refusal("请先关闭“项目督导”窗口，再运行一次。", "window_open")
    spreadsheets = processes.spreadsheet_programs(all_running)
    if ours and spreadsheets:
        raise Refusal(f"请先关闭{'、'.join(spreadsheets)}，再运行一次。", "in_use")
    for one in ours:
        processes.stop(one)


def put_program(source: Path, target: Places) -> None:
    """Copy the parts to a folder beside the program's, and put it in the place of an earlier version."""
    for left_behind in (target.incoming, target.outgoing):
        if left_behind.exists():
            shutil.rmtree(_long(left_behind))
    try:
        for part in PARTS:
            _copy(source / part, target.incoming / part)
        if target.program.exists():
            target.program.rename(target.outgoing)
        try:
            target.incoming.rename(target.program)
        except OSError:
            if target.outgoing.exists():
                target.outgoing.rename(target.program)
            raise
    except OSError:
        shutil.rmtree(_long(target.incoming), ignore_errors=True)
        raise
    shutil.rmtree(_long(target.outgoing), ignore_errors=True)  # what is left of it the next installation removes


def put_add_in(target: Places) -> None:
    """Copy the add-in to where Excel loads it from at its start, whole or not at all."""
    target.add_in.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.add_in.parents[1] / f"{ADD_IN}.new"  # not beside it: Excel opens whatever stands in XLSTART
    _copy(target.program / ADD_IN, fresh)
    unblock(fresh)
    fresh.replace(target.add_in)


def unblock(path: Path) -> None:
    """Take away the mark that a file came from the internet: Office refuses macros of marked files."""
    with suppress(OSError):  # no mark, or a file system without such marks
        Path(f"{path}:Zone.Identifier").unlink()


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder: the contents alone, without the marks of the internet that the originals may have."""
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_long(source), _long(target))
        return
    compiled = shutil.ignore_patterns("__pycache__")
    shutil.copytree(_long(source), _long(target), copy_function=shutil.copyfile, ignore=compiled)


def _long(path: Path) -> str:
    """Return the path as Windows takes it beyond 260 characters."""
    absolute = os.path.abspath(path)
    if os.name != "nt" or absolute.startswith("\\\\?\\"):
        return absolute
    return f"\\\\?\\UNC\\{absolute[2:]}" if absolute.startswith("\\\\") else f"\\\\?\\{absolute}"


def _put_icon(target: Places) -> str:
    """Put the icon on the desktop; return what to say. Everything else works without it."""
    picture = target.program / PICTURE
    icon = Shortcut(target.silent_python, f"-m {WINDOW}", TITLE, picture if picture.exists() else target.silent_python)
    try:
        icon.write(target.icon)
    except OSError:
        records.LOG.exception("the icon")
        return "桌面图标没有放上（桌面不允许写入）。"
    return f"桌面图标：{target.icon}"


def _test(target: Places) -> bool:
    """Run the installed program's self-test, say what it says; return whether all went well."""
    say()
    command = [str(target.python), "-X", "utf8", "-m", "addin.windows.selftest"]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        say(line)
    if done.stderr:
        records.LOG.info(done.stderr.decode("utf-8", "replace"))
    return done.returncode == DONE


if __name__ == "__main__":
    sys.exit(main())
