"""What commands and buttons say of their work, in the same words."""

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from workbooks.baseline import Freezing
    from workbooks.history import Kept
    from workbooks.items import Updated
    from workbooks.memory import Noticed

_MOST_DONE = 8

Said = dict[str, Any]


def report_lines(said: Said) -> list[str]:
    """Return the figures, the sheets and the number of findings. said: as `report --json` shows it."""
    totals = said["totals"]
    rate = "—" if totals["completion_rate"] is None else f"{totals['completion_rate']:.2f}%"
    progress = f"完成率{rate}，序时进度{said['time_progress']:.2f}%"
    projects = [f"项目{totals['projects']}个，{progress}；{_lights(totals['lights'])}。"]
    own = [target["light"] for target in said["targets"] if not target["total"]]
    targets = [f"目标{len(own)}个；{_lights(Counter(own))}。"] if own else []
    return [
        *(projects if said["projects"] or not own else []),
        *targets,
        f"新表：{'、'.join(said['sheets'])}。数据问题{said['issues']}条。",
    ]


def _lights(lights: "Mapping[str, int]") -> str:
    return f"绿灯{lights['green']}、黄灯{lights['yellow']}、红灯{lights['red']}、不评{lights['none']}"


def findings_line(said: Said) -> str:
    """Return how many entries are doubtful. said: as `check --json` shows it."""
    counts = said["counts"]
    if not said["issues"]:
        return "没有发现问题。"
    return f"共{len(said['issues'])}条：错误{counts['error']}、疑问{counts['warning']}、提示{counts['info']}。"


def kept_notes_line(cells: list[str]) -> str:
    """Return which cells kept a note of the clerk's own and were coloured only."""
    return f"这些单元格已有批注，保留原批注，只标了颜色：{'、'.join(cells)}。"


def columns_lines(columns: dict[str, list[str]], left_alone: dict[str, list[str]]) -> list[str]:
    """Return which columns were written, and which cells had something in them. Both by sheet."""
    written = [f"【{s}】写入列：{'、'.join(c)}（完成率、序时进度、进度差、亮灯）。" for s, c in columns.items()]
    left = [f"【{s}】这些单元格原来有内容，没有动：{'、'.join(c)}。" for s, c in left_alone.items()]
    return written + left


def kept_lines(kept: "Kept") -> list[str]:
    """Return what was kept of the period, and what was noticed in those before."""
    again = "（本期以前存过，已换成这次的）" if kept.replaced else ""
    lines = [f"{kept.period.title}存档{kept.projects}个项目，在“{kept.sheet}”表{again}。"]
    return [*lines, *noticed_lines(kept.noticed, kept.sheet)]


def frozen_lines(freezing: "Freezing") -> list[str]:
    """Return what was frozen, and where there was a baseline before, what is other now."""
    lines = [f"底线已冻结{freezing.projects}个项目，在“{freezing.sheet}”表。"]
    if freezing.again:
        loosened = f"比原底线放松而没有批准文号的{freezing.loosened}处。" if freezing.loosened else ""
        lines.append(
            f"与原底线相比，{freezing.changed}个项目有变动，{freezing.gone}个退出，新增{freezing.new}个。{loosened}"
        )
    return [*lines, *noticed_lines(freezing.noticed, freezing.sheet, "里原来的底线")]


def noticed_lines(noticed: "Sequence[Noticed]", sheet: str, what: str = "里以前的存档") -> list[str]:
    """Return what was noticed of what was kept before, the first few of many."""
    from workbooks.memory import in_short

    return [f"“{sheet}”{what}：{in_short(noticed)}。"] if noticed else []


def items_lines(updated: "Updated", as_of: "date") -> list[str]:
    """Return what was done with the items of 督办台账, what wasn't and why, and how all stand."""
    from udfs.closing import actions
    from workbooks.items import figures_on

    done = [f"编号{d.item.number}已{actions()[d.action].label}，现为“{d.item.life.state}”" for d in updated.done]
    lines = [f"{'；'.join(done[:_MOST_DONE])}{f'等{len(done)}项' if len(done) > _MOST_DONE else ''}。"] if done else []
    lines += [f"{one.message}。" for one in updated.refused[:_MOST_DONE]]
    if len(updated.refused) > _MOST_DONE:
        lines.append(f"还有{len(updated.refused) - _MOST_DONE}行没有办。")
    if updated.new:
        lines.append(f"由红灯项目提出{len(updated.new)}项（拟办），请在“{updated.sheet}”表的“本次办理”选交办或不立项。")
    if updated.own:
        own = "、".join(f"“{sheet}”" for sheet in updated.own)
        lines.append(f"{own}是您自己的督办台账，照原样留着，通报里一起统计；新事项记在“{updated.sheet}”表。")
    lines.append(figures_on(updated.tally, as_of))
    return [*lines, *noticed_lines(updated.noticed, updated.sheet, "表")]


def years_line(updated: "Updated") -> list[str]:
    """Return that deadlines reach into years whose holidays nobody knows yet; nothing where none does."""
    if not updated.unknown_years:
        return []
    years = "、".join(f"{year}年" for year in updated.unknown_years)
    return [f"{years}的放假安排还没有公布，办结期限只扣了周末；公布后请填在设置“另加的休息日”“另加的工作日”里。"]


def boards_lines(said: Said) -> list[str]:
    """Return who is on which board, and the sheets. said: as `boards --json` shows it."""
    lines = [
        f"{series['name']}（{series['units']}个参加排名）："
        f"红榜{_named(series['red'])}；黑榜{_named(series['black'])}{_not_listed(series['excluded'])}。"
        for series in said["series"]
    ]
    told = [said["remark"]] if said["remark"] else lines
    return [*told, f"新表：{'、'.join(said['sheets'])}。"]


def _named(units: "Sequence[Said]") -> str:
    names = "、".join(f"并列{unit['unit']}" if unit["tied"] else str(unit["unit"]) for unit in units)
    return f"{len(units)}个（{names}）" if units else "无"


def _not_listed(units: "Sequence[Said]") -> str:
    excused = "、".join(str(unit["unit"]) for unit in units if unit["place"] is not None)
    return f"；有理由不列黑榜：{excused}" if excused else ""
