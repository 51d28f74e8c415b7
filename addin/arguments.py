"""Arguments that several commands share, and how they are read."""

import argparse
import calendar
import re
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from workbooks.errors import WrongArgument

_DATE = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})(?:\s*[-/.月]?\s*(\d{1,2})?\s*日?)?")
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese, and refuses instead of leaving with usage text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_help(self) -> str:
        """Return the help text."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Raise WrongArgument: what is wrong, and where help is."""
        raise WrongArgument(f"命令写得不对（{_in_chinese(message)}），请用 {self.prog} --help 看用法。")


def _in_chinese(message: str) -> str:
    for english, chinese in (
        ("the following arguments are required: ", "缺少 "),
        ("unrecognized arguments: ", "不认识的参数 "),
        ("invalid choice: ", "不能是 "),
        ("expected one argument", "后面要跟一个值"),
        ("argument ", "参数 "),
        ("choose from", "可用的有"),
    ):
        message = message.replace(english, chinese)
    return message


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add FILE, the ledger workbook."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="台账工作簿（.xlsx .xlsm .xltx .xls .xlsb .ods .csv .et）"
    )


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command on a ledger takes."""
    parser.add_argument("--sheet", action="append", default=[], metavar="NAME", help="只看这张工作表（可重复）")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="sets", help="改一项设置")
    parser.add_argument("--config", type=Path, metavar="FILE.toml", help="设置文件")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="结果写成 JSON")


def add_output(parser: argparse.ArgumentParser, ending: str) -> None:
    """Add -o; by default the result stands beside FILE as 原名 with the ending."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help=f"写到哪个文件（默认在台账旁边：原名{ending}.xlsx）"
    )


def add_in_place(parser: argparse.ArgumentParser) -> None:
    """Add --in-place."""
    parser.add_argument("--in-place", action="store_true", help="直接改台账本身（先留备份，可用 undo 撤回）")


def add_work_on_ledgers(parser: argparse.ArgumentParser, ending: str) -> None:
    """Add what every command takes that judges ledgers at a date and writes a workbook."""
    add_file(parser)
    parser.add_argument("--as-of", metavar="DATE", help="截止日期，如 2026-06-30（默认今天）")
    add_output(parser, ending)
    add_in_place(parser)
    add_common(parser)
    add_json(parser)


def add_period(parser: argparse.ArgumentParser, setting: str = "periods.kind") -> None:
    """Add --period, another way to give that setting."""
    parser.add_argument(
        "--period",
        metavar="KIND",
        dest="sets",
        action="append",
        default=[],
        type=f"{setting}={{}}".format,
        help="调度周期：旬、半月、月、季、半年、年（默认按设置）",
    )


def day(text: str | None) -> date | None:
    """Return the date that the argument names; a month alone is its last day. Raises WrongArgument."""
    if text is None:
        return None
    found = _COMPACT.fullmatch(text.strip()) or _DATE.fullmatch(text.strip())
    if found:
        year, month = int(found[1]), int(found[2])
        try:
            if _FIRST_YEAR <= year <= _LAST_YEAR:
                return date(year, month, int(found[3]) if found[3] else calendar.monthrange(year, month)[1])
        except (ValueError, calendar.IllegalMonthError):
            pass
    raise WrongArgument(f"“{text}”不是日期，请写成 2026-06-30 这样。", "wrong_date")
