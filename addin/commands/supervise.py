"""`dudao supervise`: 督办销号, the working ledger 督办台账 brought up to date, or one thing done with its items."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from addin.arguments import add_period, add_work_on_ledgers, day
from udfs.closing import COLOURS, actions
from udfs.values.text import printable
from workbooks.errors import WrongArgument

if TYPE_CHECKING:
    from workbooks.grid import Book
    from workbooks.items import Work
    from workbooks.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_督办")
    add_period(parser)
    known = {action.id: action.label for action in actions().values() if action.id != "propose"}
    said = "、".join(f"{name}（{label}）" for name, label in known.items())
    parser.add_argument("action", metavar="ACTION", nargs="?", choices=[*known], help=f"{said}；不写：按表里填的办")
    parser.add_argument("--item", type=int, action="append", default=[], metavar="N", help="事项的编号（可重复）")
    parser.add_argument("--date", metavar="DATE", help="办理日期（默认截止日期）")
    parser.add_argument("--note", default="", metavar="TEXT", help="办理说明：办理结果、理由或依据")
    parser.add_argument("--deadline", metavar="DATE", help="办结期限（交办不写的按类别定；延期要写）")
    parser.add_argument("--what", metavar="TEXT", help="交办一项新的事项：督办事项")
    parser.add_argument("--unit", default="", metavar="NAME", help="新事项的责任单位")
    parser.add_argument("--person", default="", metavar="NAME", help="新事项的责任人")
    parser.add_argument("--source", default="", metavar="TEXT", help="新事项的来源")
    parser.add_argument("--kind", default="", metavar="KIND", help="新事项的类别（不写：公文）")
    parser.add_argument("--project", default="", metavar="NAME", help="新事项关联的项目")
    parser.add_argument("--level", choices=[*COLOURS], help="交办、调级的督办级别：蓝、黄、红")
    parser.add_argument("--slips", action="store_true", help="另出“督办单”，一个单位一页")


def run(given: argparse.Namespace) -> int:
    """Bring 督办台账 up to date, or follow the order; tell what was done and how the items stand."""
    from addin.command_files import output_of, save, show
    from addin.items import updated
    from addin.wording import items_lines, years_line
    from workbooks.hosts.file import FileHost
    from workbooks.items.report import updated_json
    from workbooks.settings_sheet import settings_of
    from workbooks.sheets.rendering import render_slips

    as_of = day(given.as_of) or date.today()
    host = FileHost(given.file)
    settings = settings_of(host.book, given.config, given.sets)
    work = _work(given, host.book, settings, as_of)
    output = output_of(given, host, "_督办")
    found = updated(host, work)
    slips = host.insert_sheets(render_slips(settings, found.items, as_of)) if given.slips else []
    backup = save(given, host, output, "督办销号")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        **updated_json(found, settings, as_of),
        "slips": slips[0] if slips else None,
        "warnings": [*host.book.warnings, *years_line(found)],
    }
    show(given, said, backup, items_lines(found, as_of))
    return 0


def _work(given: argparse.Namespace, book: "Book", settings: "Settings", as_of: date) -> "Work":
    """Return what the command asks for. Raises WrongArgument where it doesn't say of what item."""
    from addin.items import projects_of
    from workbooks.items import Item, Order, Work
    from workbooks.items.records import TEXTS

    if not given.action:
        if given.item or given.what or given.note or given.deadline or given.date:
            raise WrongArgument("--item、--what、--note、--deadline、--date 要和 open、receive 等一起用，写明办什么。")
        return Work(as_of, settings, projects_of(book, settings, given.sheet, lambda _: as_of))
    when = day(given.date) or as_of
    wanted = (given.action, when, given.note, day(given.deadline), given.level)
    if given.what and given.action == "open" and not given.item:
        texts: dict[str, Any] = {
            name: printable(getattr(given, name) or "").strip() for name in TEXTS if name != "code"
        }
        return Work(as_of, settings, new=[(Item(0, **texts), Order(0, *wanted))])
    if given.what or not given.item:
        raise WrongArgument("请用 --item 写明事项的编号；交办一项新的事项，用 open 和 --what。")
    if given.action == "grade" and not given.level:
        raise WrongArgument("调级请用 --level 写明督办级别：蓝、黄、红。")
    return Work(as_of, settings, orders=[Order(number, *wanted) for number in given.item])
