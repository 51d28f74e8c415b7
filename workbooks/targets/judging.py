"""Targets judged at a date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from udfs.lights import LightRules
from udfs.periods import PeriodKind
from udfs.progress import Basis
from udfs.target_periods import TargetPeriod, period_progress
from udfs.targets import TargetFacts, judge_target, target_rate, target_shortfall
from udfs.totals import total
from workbooks.ledger import Ledger
from workbooks.targets.doubts import doubts
from workbooks.targets.records import JudgedTarget, Target
from workbooks.targets.rows import read_targets


@dataclass(frozen=True, slots=True)
class TargetMoment:
    """When targets are judged and by which rules. weights: of 序时进度, where it goes by weights.

    kind: of the report's periods, so that the year's targets have the 序时进度 of the report.
    """

    as_of: date
    kind: PeriodKind
    basis: Basis
    weights: Sequence[float]
    rules: LightRules

    def progress(self, period: TargetPeriod | None) -> float | None:
        """Return the share of the period that has gone."""
        if period is None:
            return None
        return period_progress(period, self.as_of, self.basis, self.weights, self.kind)


def judged_targets(ledgers: Iterable[Ledger], moment: TargetMoment) -> tuple[tuple[JudgedTarget, ...], list[str]]:
    """Return every target of the ledgers judged, and the sentences on what of them is in doubt."""
    judged: list[JudgedTarget] = []
    warnings: list[str] = []
    for ledger in ledgers:
        read = read_targets(ledger, moment.as_of.year)
        own = [judge_one(target, moment) for target in read.targets]
        judged += own
        warnings += doubts(ledger.sheet, read, own)
    return tuple(judged), warnings


def judge_one(target: Target, moment: TargetMoment) -> JudgedTarget:
    """Return a target with its rate, 缺口 and light."""
    progress = moment.progress(target.period)
    done, aim, kind = target.done, target.target, target.kind
    facts = TargetFacts(done, aim, kind, target.measure, target.period, progress, moment.as_of)
    judgement = judge_target(facts, moment.rules)
    return JudgedTarget(target, target_rate(done, aim, kind), target_shortfall(done, aim, kind), progress, judgement)


def summed_target(targets: Sequence[Target], name: str) -> Target | None:
    """Return the sum of one target's units, None where it can't be had: percentages, ceilings, a figure missing."""
    first = targets[0]
    if first.measure == "%" or any(t.kind != "amount" or t.target is None or t.done is None for t in targets):
        return None
    return Target(
        **{field: getattr(first, field) for field in ("sheet", "row", "cell", "name", "measure", "period", "kind")},
        unit=name,
        target=total(t.target for t in targets),
        done=total(t.done for t in targets),
        stated_rate=None,
        whole=True,
    )
