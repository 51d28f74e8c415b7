"""The three ways to start: with workbooks, alone, or for one button of VBA.

Exit codes as the command line's: 0 done (for --button: the result file is written, whatever it says), 2 refused, 3 our
own failure.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from addin.arguments import Parser
from addin.exit_codes import DONE, FAILED, REFUSED
from addin.window.interface import Interface, interface
from addin.window.log import LOG, start_log, where_logged
from workbooks.errors import Refusal, WrongArgument


def main(arguments: Sequence[str] | None = None) -> int:
    """Start; return the exit code. Never raises: what fails is a sentence in a box, and a trace in the log."""
    start_log()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        given = _parser().parse_args(words)
        if given.button or given.result:
            return _one_button(given)
        if given.files:
            return _dropped(given.files, interface())
        interface().run_window()
    except Refusal as refusal:
        _tell(refusal.message)
        return REFUSED
    except Exception:
        LOG.exception("failed: %s", words)
        _tell(f"程序出错了，工作簿没有改动。详情在日志里：{where_logged()}")
        return FAILED
    return DONE


def _parser() -> Parser:
    parser = Parser(prog="addin.window", description="项目督导：小窗口；带上台账文件就直接生成通报。")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="台账工作簿")
    parser.add_argument("--button", metavar="ID", help="只做这一个按钮的事，不显示窗口")
    parser.add_argument("--as-of", metavar="DATE", default="", help="截止日期，如 2026-06-30（默认自动）")
    parser.add_argument("--file", type=Path, metavar="COPY", help="在这份文件上做（与 --button 同用）")
    parser.add_argument("--result", type=Path, metavar="RESULTFILE", help="把结果写到这里（与 --button 同用）")
    return parser


def _one_button(given: argparse.Namespace) -> int:
    """Do one button's work without a window, for VBA, which waits for the result file."""
    from addin.window import result_file
    from addin.window.pressing import press

    if not (given.button and given.file and given.result):
        raise WrongArgument("--button、--file、--result 要一起用。")
    result_file.write(press(given.button, given.as_of, given.file), given.result)
    return DONE


def _dropped(files: Sequence[Path], desk: Interface) -> int:
    """Do 生成通报 for the workbooks dropped on the icon, and open the results."""
    from addin.window.dropped import report_all
    from addin.window.opening import open_file
    from addin.window.pressing import press

    summary = desk.run_notice(lambda notice: report_all(files, press, notice))
    single = len(files) == 1
    if not summary.results or (summary.refused and single):
        desk.say(summary.text)
    elif single or desk.ask(f"{summary.text}\n\n现在打开生成的通报吗？"):
        for result in summary.results:
            open_file(result)
    return REFUSED if summary.refused else DONE


def _tell(text: str) -> None:
    """Show a sentence: in a box, or where there is no screen, on stderr."""
    try:
        interface().say(text)
    except Exception:
        if sys.stderr is not None:  # pythonw has none
            print(text, file=sys.stderr)
