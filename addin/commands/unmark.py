"""`dudao unmark`: take all our colours and notes away again."""

import argparse

from addin import console
from addin.arguments import add_file, add_json, add_output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    add_output(parser, "写到哪个文件（默认：原名_清除标记.xlsx）")
    parser.add_argument("--in-place", action="store_true", help="直接改台账本身（先留备份，可用 undo 撤回）")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Take the marks away and say how many there were."""
    from addin.ledgers import output_of, save
    from workbooks.hosts.file import FileHost

    host = FileHost(given.file)
    output = output_of(given, host, "_清除标记")
    count = host.unmark()
    save(given, host, output, "清除标记")
    if given.json:
        console.show_json({"file": str(given.file), "output": str(output), "unmarked": count})
    else:
        console.say(f"清除了{count}处标记：{output}")
    console.warn(host.book.warnings)
    return 0
