"""`dudao`: the command line, which needs no spreadsheet program (contract.md).

Exit codes: 0 done; 1 entries in error were found (`check`); 2 input refused; 3 our own failure.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from addin import console
from addin.arguments import Parser
from addin.exit_codes import DONE, FAILED, REFUSED
from workbooks.collector import collector_paused
from workbooks.errors import OUT_OF_MEMORY, Refusal, one_sentence

COMMANDS = {
    "report": "生成通报：把督导表放进台账的副本",
    "check": "校验台账：列出填报问题，可标在副本里",
    "progress": "计算进度：把完成率、序时进度、进度差、亮灯写进副本",
    "inspect": "识别台账：看工作簿里有哪些台账、怎样理解",
    "snapshot": "存档本期：把各项目本期的数存进“督导历史”表",
    "compare": "对比上期：与上一次存档相比，各项目的变化",
    "boards": "红黑榜：完成目标且靠前的、未完成且靠后的单位，附评分表",
    "supervise": "督办销号：督办台账里交办、签收、反馈、退回、延期、销号",
    "baseline": "底线目标：冻结底线，以后核对项目只增不减、时间只前不后、投资只高不低",
    "settings": "督导设置：把全部设置列在一张表里，可在表里改",
    "undo": "撤回上一次直接改动",
    "demo": "用自带的示例台账演示一遍",
    "splice": "把另一工作簿的表无损放进副本",
    "mark": "给指定单元格上色、加批注（副本）",
    "unmark": "清除督导加的颜色和批注（副本）",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code. Shows a traceback only with --debug."""
    console.use_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    as_json = "--json" in words
    try:
        return _run([word for word in words if word != "--debug"])
    except Refusal as refusal:
        if debug:
            raise
        if as_json:
            console.show_json({"error": {"code": refusal.code, "message": refusal.message}})
        console.note(refusal.message)
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has read enough
        return DONE
    except KeyboardInterrupt:
        console.note("已中断，没有写出任何文件。")
        return 130
    except MemoryError:
        message = OUT_OF_MEMORY
    except Exception as failure:
        if debug:
            raise
        message = one_sentence(
            f"程序出错了，台账没有改动，加 --debug 再运行一次可看详情（{type(failure).__name__}: {failure}）"
        )
    if as_json:
        console.show_json({"error": {"code": "failure", "message": message}})
    console.note(message)
    return FAILED


def _run(words: Sequence[str]) -> int:
    parser = _parser(words[0] if words and words[0] in COMMANDS else None)
    given = parser.parse_args(words)
    if not given.command:
        parser.print_help()
        return DONE
    with collector_paused():
        code: int = import_module(f"addin.commands.{given.command}").run(given)
    return code


def _parser(command: str | None) -> argparse.ArgumentParser:
    """Return the parser; only the named command's arguments are set up, so that start-up stays quick."""
    parser = Parser(prog="dudao", description="项目督导：在你已有的台账工作簿里校验、算进度、生成督导表。")
    parser.add_argument("--version", action="version", version=f"dudao {_version()}", help="显示版本")
    parser.add_argument("--debug", action="store_true", help="出错时显示技术细节")
    commands = parser.add_subparsers(dest="command", metavar="命令", parser_class=Parser)
    for name, words in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        if name == command:
            import_module(f"addin.commands.{name}").add_arguments(sub)
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dudao")
    except PackageNotFoundError:
        return "（未安装）"


if __name__ == "__main__":
    raise SystemExit(main())
