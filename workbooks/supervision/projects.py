"""The projects of one ledger, each with its figures, its light and the reasons for it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from udfs.closing import CLOSED
from udfs.exemptions import stated_exemption
from udfs.lights import Facts, Judgement, Light, LightRules, judge, judge_deadline
from udfs.progress import completion_rate, progress_gap, shortfall
from udfs.said_states import state_said
from udfs.values.cells import DateSpan
from udfs.values.text import name_key
from workbooks.ledger import Ledger
from workbooks.supervision.amounts import Amounts, amounts_of, numbers, since_start
from workbooks.supervision.figures import Project

_FINISHED = re.compile(r"已?(?:竣工|完工|建成|投产|投用|达产|办结|销号|完成)")
_NOT_YET = re.compile(r"未|没|拟|计划|预计|待|促|拟?年?[底内]")
_BY_MILESTONES = re.compile("前期|储备|预备|报批|在谈|谋划")
_NOTHING = frozenset(("", "无", "否", "没有", "-", "—", "/", "不涉及", "0", "×"))


@dataclass(frozen=True, slots=True)
class Moment:
    """When the report is made: month is None, and time_progress 0, before the year's first month has ended."""

    as_of: date
    month: int | None
    time_progress: float


def projects_of(
    ledger: Ledger, moment: Moment, rules: LightRules, exemptions: Mapping[str, str]
) -> tuple[list[Project], Amounts]:
    """Return the ledger's projects in order, and how its amounts were had. exemptions: `Settings.exemptions`."""
    amounts = amounts_of(ledger, moment.month)
    dates = _dates(ledger)
    spent, since = _spent(ledger, amounts), since_start(ledger, amounts)
    texts = {name: [_clean(value) for value in ledger.column(name)] for name in _TEXTS}
    says_finished = _item_is_closed if ledger.kind == "supervision" else _says_finished
    finished, unread = _finished(dates, texts, moment.as_of, says_finished), _unread(ledger)
    regions = ledger.regions or texts["region"]
    registers = any(value is not None for value in dates["in_statistics"])  # an empty column says nothing yet
    place = "name" if "name" in ledger.fields else next(iter(ledger.fields), "")
    projects = []
    for index, row in enumerate(ledger.rows):
        exempt = exemptions and exemptions.get(name_key(texts["name"][index]))
        exemption = exempt or stated_exemption(texts["exemption"][index])
        plan, done = amounts.plan[index], amounts.done[index]
        judged_plan = plan if amounts.comparable else None
        rate = completion_rate(done, judged_plan)
        stage = f"{texts['nature'][index]} {texts['stage'][index]}"
        facts = Facts(
            judged_plan,
            done,
            moment.time_progress,
            moment.as_of,
            planned_start=_last_day(dates["planned_start"][index]),
            started=_happened(dates["actual_start"][index], moment.as_of),
            started_on=_last_day(dates["actual_start"][index]),
            spent=spent[index],
            registered=_happened(dates["in_statistics"][index], moment.as_of) if registers else None,
            deadline=_last_day(dates["deadline"][index]),
            finished=finished[index],
            by_milestones=ledger.kind == "reserve" or bool(_BY_MILESTONES.search(stage)),
            exemption=exemption,
            comparable=amounts.comparable,
        )
        judgement = judge(facts, rules) if ledger.kind != "supervision" else _judge_item(facts, rules)
        projects.append(
            Project(
                sheet=ledger.sheet,
                row=row,
                cell=ledger.cell(place, index) if place else f"A{row + 1}",
                kind=ledger.kind,
                name=texts["name"][index],
                region=(regions[index] or "").strip(),
                responsible_unit=texts["responsible_unit"][index],
                responsible_person=texts["responsible_person"][index],
                owner=texts["owner"][index],
                leader=texts["leader"][index],
                level=texts["level"][index],
                nature=texts["nature"][index],
                industry=texts["industry"][index],
                unit=amounts.unit,
                total_investment=amounts.total[index],
                annual_plan=plan,
                done_this_year=done,
                completion_rate=rate,
                gap=progress_gap(rate, moment.time_progress),
                shortfall=shortfall(done, judged_plan, moment.time_progress),
                light=judgement.light.value,
                grounds=judgement.grounds,
                manual_light=texts["light"][index],
                exemption=exemption,
                problem=texts["problem"][index],
                next_step=texts["next_step"][index],
                visible_progress=texts["visible_progress"][index],
                counted=True,
                code=texts["code"][index],
                **{name: _last_day(dates[name][index]) for name in _DATES_TOLD},
                done_since_start=since[index],
                begun=facts.started or facts.spent or "续建" in stage or index in unread,
            )
        )
    return projects, amounts


def _judge_item(facts: Facts, rules: LightRules) -> Judgement:
    """Return the judgement of a 督办 item: without plan and done it has no light, but its deadline is said."""
    judgement = judge(facts, rules)
    if judgement.light is not Light.NONE or facts.exemption:
        return judgement
    return Judgement(Light.NONE, judge_deadline(facts.deadline, facts.as_of, facts.finished, rules).grounds)


_TEXTS = (
    *("name", "region", "responsible_unit", "responsible_person", "owner", "leader", "level", "nature", "stage"),
    "code",
    *("industry", "status", "light", "exemption", "problem", "next_step", "visible_progress"),
)
_DATES_TOLD = ("planned_start", "actual_start", "planned_finish", "actual_finish")
_SPEAK_OF_A_BEGINNING = frozenset(("actual_start", "done_this_year", "done_since_start", "done_before_this_year"))
_DATES = (*_DATES_TOLD, "closed", "in_statistics", "deadline")


def _clean(value: object) -> str:
    return "" if value is None or (text := str(value).strip()) in _NOTHING else text


def _dates(ledger: Ledger) -> dict[str, list[object]]:
    return {name: ledger.column(name) for name in _DATES}


def _last_day(value: object) -> date | None:
    """Return the last day of what was written: 2025年3月 is due by 31 March."""
    return (value.last or value.first) if isinstance(value, DateSpan) else None


def _spent(ledger: Ledger, amounts: Amounts) -> list[bool]:
    """Return which projects any money was spent on, this year or before."""
    columns = [amounts.done, *(numbers(ledger, name) for name in ("done_since_start", "done_before_this_year"))]
    return [any(amount and amount > 0 for amount in row) for row in zip(*columns, strict=True)]


def _unread(ledger: Ledger) -> set[int]:
    """Return the projects with an entry that can't be read where a start or what was done would stand."""
    return {
        index
        for (name, index), reading in ledger.readings.items()
        if (name in _SPEAK_OF_A_BEGINNING or name.endswith(".done"))
        and reading.status != "placeholder"
        and ledger.column(name)[index] is None
    }


def _happened(value: object, as_of: date) -> bool:
    """Return whether a date of what was done has come, or the ledger says 已开工, 已竣工."""
    if isinstance(value, DateSpan):
        begun = value.first or value.last
        return begun is not None and begun <= as_of
    return value is True


def _finished(
    dates: dict[str, list[object]], texts: dict[str, list[str]], as_of: date, says_finished: Callable[[str], bool]
) -> list[bool]:
    """Return which projects the ledger calls finished; 竣工 as a nature only says that it shall be."""
    columns = zip(dates["actual_finish"], dates["closed"], texts["status"], texts["stage"], strict=True)
    return [
        _happened(finish, as_of) or _happened(closed, as_of) or says_finished(status) or says_finished(stage)
        for finish, closed, status, stage in columns
    ]


def _says_finished(state: str) -> bool:
    return bool(state) and bool(_FINISHED.search(state)) and not _NOT_YET.search(state)


def _item_is_closed(state: str) -> bool:
    return state_said(state) == CLOSED
