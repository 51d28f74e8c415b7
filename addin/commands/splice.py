"""`dudao splice`: put all sheets of one workbook into a copy of another, losslessly."""

import argparse
from pathlib import Path

from addin import console
from addin.arguments import add_file, add_json, add_output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    parser.add_argument("sheets", metavar="SHEETS.xlsx", type=Path, help="要放进去的表所在的工作簿")
    add_output(parser, "_合并")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Splice the sheets and say what they are called."""
    from addin.command_files import output_of, save
    from workbooks.hosts.file import FileHost

    host, sheets = FileHost(given.file), FileHost(given.sheets)
    output = output_of(given, host, "_合并")
    names = host.insert_sheets(sheets.package.to_bytes())
    save(given, host, output, "放入工作表")
    if given.json:
        console.show_json({"file": str(given.file), "output": str(output), "sheets": names})
    else:
        console.say(f"已写好：{output}。放入的表：{'、'.join(names)}。")
    console.warn(host.book.warnings)
    return 0
