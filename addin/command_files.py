"""The workbook that a command reads, and the one that it writes."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from addin import console
from addin.ledgers import Understood, understand
from workbooks.errors import WrongArgument
from workbooks.files import keep_previous, refuse_if_open, refuse_same_file
from workbooks.hosts.file import FileHost
from workbooks.settings_sheet import settings_of
from workbooks.whole import refuse_unwritable


def open_ledgers(given: argparse.Namespace) -> tuple[FileHost, Understood]:
    """Return the workbook of FILE and its ledgers. Raises a Refusal for what can't be read or holds no ledger."""
    host = FileHost(given.file)
    return host, understand(host.book, settings_of(host.book, given.config, given.sets), given.sheet)


def save(given: argparse.Namespace, host: FileHost, output: Path, what: str) -> Path | None:
    """Write the result; return the backup where it went into FILE itself.

    A result of an earlier run under the usual name is kept as 原名_…_上一份: the clerk may have worked on it.
    """
    if getattr(given, "in_place", False):
        return host.save_in_place(what)
    if given.output is None:
        previous = keep_previous(output)
        if previous:
            console.note(f"注意：原来的 {output.name} 已另存为 {previous.name}。")
    host.save_as(output)
    return None


def show(
    given: argparse.Namespace, said: dict[str, Any], backup: Path | None, lines: Iterable[str], done: str = "已写好"
) -> None:
    """Print what came of a command that wrote a workbook: JSON, or in words with backup and warnings.

    said: as JSON shows it; done: what stands before the name of the file that was written; lines: what follows it.
    """
    if backup:
        said["backup"] = str(backup)
    if given.json:
        console.show_json(said)
        return
    console.say(f"{done}：{said['output']}")
    for line in lines:
        console.say(line)
    console.tell_backup(said)
    console.warn(said["warnings"])


def output_of(given: argparse.Namespace, host: FileHost, ending: str = "_通报") -> Path:
    """Return where the result goes; what can't be written is refused before the work and not after it."""
    if getattr(given, "in_place", False):
        if given.output:
            raise WrongArgument("--in-place 和 -o 只能用一个。")
        refuse_if_open(given.file)
        return Path(given.file)
    output: Path = given.output or host.output_beside(ending)
    refuse_same_file(given.file, output)
    refuse_if_open(output)
    refuse_unwritable(output)
    fitting = host.output_beside().suffix
    if output.suffix.lower() != fitting:
        warning = f"“{output.name}”的内容是 {fitting} 格式，扩展名不符时 Excel 可能拒绝打开，请改名为 {fitting}。"
        host.book.warnings = (*host.book.warnings, warning)
    return output
