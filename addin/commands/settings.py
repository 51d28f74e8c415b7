"""`dudao settings`: the sheet 督导设置, put into a copy of the workbook or into it."""

import argparse
from collections.abc import Iterator
from typing import Any

from addin.arguments import add_common, add_file, add_in_place, add_json, add_output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    add_output(parser, "_督导设置")
    add_in_place(parser)
    add_common(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Write the sheet, with what stands on it and what `--set` says; tell what is set, and what doesn't hold."""
    from addin.command_files import output_of, save, show
    from addin.ledgers import questions_of
    from workbooks.hosts.file import FileHost
    from workbooks.settings_sheet import find_settings, settings_of
    from workbooks.sheets.rendering import render_settings

    host = FileHost(given.file)
    settings = settings_of(host.book, given.config, given.sets)
    questions = questions_of(host.book, settings, given.sheet)
    output = output_of(given, host, "_督导设置")
    [name] = host.insert_sheets(render_settings(settings, find_settings(host.book), questions))
    backup = save(given, host, output, "督导设置")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "sheet": name,
        **settings.as_json(),
        "questions": [{"key": one.key, "text": one.text, "candidates": list(one.candidates)} for one in questions],
        "warnings": list(host.book.warnings),
    }
    show(given, said, backup, _lines(said), f"设置已写在“{name}”表")
    return 0


def _lines(said: dict[str, Any]) -> Iterator[str]:
    """Yield what is set and not by default, and the questions."""
    from workbooks.setting_docs import value_text
    from workbooks.settings import declared

    for one in said["settings"]:
        if one["source"] != "default":
            value = value_text(one["value"], declared().get(one["key"]))
            yield f"  {one['title']}（{one['key']}）= {value}"
    for question in said["questions"]:
        yield f"  请确认：{question['text']}（{question['key']}）"
