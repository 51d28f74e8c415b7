"""`dudao baseline`: 底线目标, the projects frozen, and each later ledger held against them."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from addin.arguments import add_work_on_ledgers, day
from workbooks.errors import WrongArgument

if TYPE_CHECKING:
    from workbooks.baseline import Breach, Check

_ENDINGS = {"freeze": "_底线", "check": "_底线核对"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--freeze", action="store_true", help="冻结底线：把各项目现在的计划、时间、投资定为底线")
    parser.add_argument("--check", action="store_true", help="核对底线：列出突破底线的项目")
    parser.add_argument("--again", action="store_true", help="已有底线，确需重新冻结（与 --freeze 同用）")
    add_work_on_ledgers(parser, "_底线或_底线核对")


def run(given: argparse.Namespace) -> int:
    """Freeze the baseline, or check the ledger against it."""
    if given.freeze == given.check:
        raise WrongArgument("请在 --freeze（冻结底线）和 --check（核对底线）中选一个。")
    if given.again and given.check:
        raise WrongArgument("--again 只和 --freeze 同用。")
    return _freeze(given) if given.freeze else _check(given)


def _freeze(given: argparse.Namespace) -> int:
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import supervised
    from addin.wording import frozen_lines
    from workbooks.baseline import freeze
    from workbooks.sheets.rendering import render_baseline

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, _ENDINGS["freeze"])
    supervision, settings = supervised(understood, as_of), understood.settings
    freezing = freeze(host, supervision, render_baseline(settings), settings.renamed, given.again)
    backup = save(given, host, output, "冻结底线")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "as_of": as_of.isoformat(),
        "sheet": freezing.sheet,
        "frozen": freezing.projects,
        "again": freezing.again,
        "changed": freezing.changed,
        "new": freezing.new,
        "gone": freezing.gone,
        "loosened": freezing.loosened,
        "noticed": [one.as_json() for one in freezing.noticed],
        "warnings": [*host.book.warnings, *supervision.warnings],
    }
    show(given, said, backup, frozen_lines(freezing))
    return 0


def _check(given: argparse.Namespace) -> int:
    from addin.command_files import open_ledgers, output_of, save, show
    from addin.ledgers import checked_baseline, supervised
    from workbooks.sheets.ratchet import remarks_of, summary
    from workbooks.sheets.rendering import render_ratchet

    as_of = day(given.as_of) or date.today()
    host, understood = open_ledgers(given)
    output = output_of(given, host, _ENDINGS["check"])
    supervision = supervised(understood, as_of)
    check, baseline = checked_baseline(understood, supervision)
    [sheet] = host.insert_sheets(render_ratchet(supervision, understood.settings, check, baseline))
    remarks = remarks_of(check, baseline, supervision)
    backup = save(given, host, output, "核对底线")
    said: dict[str, Any] = {
        "file": str(given.file),
        "output": str(output),
        "as_of": as_of.isoformat(),
        "frozen_on": baseline.as_of.isoformat() if baseline.as_of else None,
        "sheet": sheet,
        **_figures(check),
        "breaches": [_shown(one) for one in check.breaches],
        "unclear": [_shown(one) for one in check.of("unclear")],
        "approved": [_shown(one) for one in check.of("approved")],
        "noticed": [one.as_json() for one in baseline.noticed],
        "warnings": [*host.book.warnings, *supervision.warnings, *remarks],
    }
    show(given, said, backup, [summary(check, baseline, remarks)])
    return 0


def _figures(check: "Check") -> dict[str, Any]:
    """Return the numbers: of projects, of what was found, and of each unit."""
    from workbooks.baseline import VERDICTS

    return {
        "projects": {"before": check.before, "now": check.now, "new": check.new, "lost": check.lost},
        "plan_compared": check.plan_compared,
        "counts": {verdict: len(check.of(verdict)) for verdict in VERDICTS},
        "units": [
            {
                "name": unit.unit or None,
                "before": unit.before,
                "now": unit.now,
                "breaches": unit.breaches,
                "approved": unit.approved,
                **unit.by_aspect,
            }
            for unit in check.units
        ],
    }


def _shown(one: "Breach") -> dict[str, Any]:
    """Return a breach as JSON shows it: amounts in 万元, null in another currency; dates differ by days."""
    from workbooks.supervision.amounts import WAN

    foreign = isinstance(one.before, float) and one.entry.currency != WAN
    return {
        "kind": one.kind.id,
        "title": one.kind.title,
        "name": one.entry.name,
        "code": one.entry.code or None,
        "unit": one.entry.unit or None,
        "region": one.entry.region or None,
        "before": None if foreign else one.before,
        "now": None if foreign else one.now,
        "difference": None if foreign else one.difference,
        "currency": one.entry.currency or None,
        "approval": one.approval or None,
        "remark": one.remark or None,
    }
