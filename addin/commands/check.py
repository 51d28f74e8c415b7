"""`dudao check`: 校验台账, every doubtful entry with what to do about it."""

import argparse
from typing import Any

from addin import console
from addin.arguments import add_work_on_ledgers, day
from addin.exit_codes import DONE, ERRORS_FOUND
from addin.wording import findings_line, kept_notes_line
from workbooks.errors import WrongArgument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_work_on_ledgers(parser, "_校验")
    parser.add_argument(
        "--mark", action="store_true", help="在副本里把有问题的单元格标色、加批注（用 -o、--in-place 时要加）"
    )


def run(given: argparse.Namespace) -> int:
    """List the findings; 1 where an entry is in error."""
    from addin.command_files import open_ledgers
    from addin.ledgers import found
    from workbooks.checks import check_json

    if (given.output or given.in_place) and not given.mark:
        raise WrongArgument("-o 和 --in-place 要和 --mark 一起用。")
    host, understood = open_ledgers(given)
    findings = found(understood, day(given.as_of))
    said = check_json(str(given.file), findings)
    if given.mark:
        said |= _mark(given, host, findings)
    said["warnings"] = list(host.book.warnings)
    if given.json:
        console.show_json(said)
    else:
        _tell(said)
    return ERRORS_FOUND if any(finding.severity == "error" for finding in findings) else DONE


def _mark(given: argparse.Namespace, host: Any, findings: Any) -> dict[str, Any]:
    from addin.command_files import output_of, save
    from workbooks.checks import marks
    from workbooks.package import Mark

    output = output_of(given, host, "_校验")
    unplaced = host.mark(Mark(*one) for one in marks(findings))
    said: dict[str, Any] = {
        "output": str(output),
        "notes_not_placed": [{"sheet": one.sheet, "cell": one.cell} for one in unplaced],
    }
    backup = save(given, host, output, "校验标记")
    return said | {"backup": str(backup)} if backup else said


_WORDS = {"error": "错误", "warning": "疑问", "info": "提示"}


def _tell(said: dict[str, Any]) -> None:
    for issue in said["issues"]:
        project = f" “{issue['project']}”" if issue["project"] else ""
        console.say(f"{_WORDS[issue['severity']]} {issue['code']} 【{issue['sheet']}】{issue['cell']}{project}")
        console.say(f"     {issue['message']}。{issue['suggestion']}。")
    console.say(findings_line(said))
    if "output" in said:
        console.say(f"已标在{'台账本身' if 'backup' in said else '副本里'}：{said['output']}")
        if said["notes_not_placed"]:
            console.say(kept_notes_line([one["cell"] for one in said["notes_not_placed"]]))
    console.tell_backup(said)
    console.warn(said["warnings"])
