"""`dudao mark`: colour and annotate the cells that a JSON file names."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from addin import console
from addin.arguments import add_file, add_json, add_output
from addin.wording import kept_notes_line
from workbooks.errors import WrongArgument

if TYPE_CHECKING:
    from workbooks.package import Mark

_EXAMPLE = '[{"sheet": "表名", "cell": "H6", "fill": "FFC7CE", "note": "批注"}]'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_file(parser)
    parser.add_argument("--cells", type=Path, required=True, metavar="CELLS.json", help=f"要标的单元格：{_EXAMPLE}")
    add_output(parser, "_标记")
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Mark the cells and say which notes found no place."""
    from addin.command_files import output_of, save
    from workbooks.hosts.file import FileHost

    marks = _read(given.cells)
    host = FileHost(given.file)
    output = output_of(given, host, "_标记")
    unplaced = host.mark(marks)
    save(given, host, output, "标记")
    if given.json:
        kept = [{"sheet": one.sheet, "cell": one.cell} for one in unplaced]
        console.show_json(
            {"file": str(given.file), "output": str(output), "marked": len(marks), "notes_not_placed": kept}
        )
    else:
        console.say(f"已标记{len(marks)}个单元格：{output}")
        if unplaced:
            console.say(kept_notes_line([one.cell for one in unplaced]))
    console.warn(host.book.warnings)
    return 0


def _read(path: Path) -> "list[Mark]":
    from workbooks.package import Mark

    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
        return [
            Mark(str(one["sheet"]), str(one["cell"]), _text(one.get("fill")), _text(one.get("note"))) for one in entries
        ]
    except OSError as error:
        raise WrongArgument(f"读不到“{path}”，请检查文件名。", "no_such_file") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise WrongArgument(f"“{path.name}”的写法不对，应为：{_EXAMPLE}", "wrong_cells") from error


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise TypeError(value)
