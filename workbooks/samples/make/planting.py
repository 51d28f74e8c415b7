"""The mistakes themselves: each takes an honest row and spoils one thing on it, and says which."""

from collections.abc import Callable
from datetime import date

from workbooks.samples.make.paper import Formula
from workbooks.samples.make.projects import Project
from workbooks.samples.make.spoilt import Plot, Row

Spoil = Callable[[Row], str]
Test = Callable[[Project], bool]


def running(project: Project) -> bool:
    """A project on which work is going on."""
    return project.state == "在建"


def roomy(project: Project) -> bool:
    """A running project whose total leaves room for much more."""
    return running(project) and project.nature == "续建" and (project.plan or 0) * 3 < project.total


def waiting(project: Project) -> bool:
    """A project not started yet."""
    return project.state == "未开工"


def finished(project: Project) -> bool:
    """A finished project."""
    return project.state == "已竣工"


def begun_this_year(project: Project) -> bool:
    """A new project whose works began this year."""
    return running(project) and project.nature == "新开工"


def blank(key: str, what: str) -> Spoil:
    """Return a spoiler that leaves a cell blank."""

    def spoil(row: Row) -> str:
        row.cells[key] = None
        if key == "plan":
            row.cells["rate"] = None
        return what

    return spoil


def write(key: str, text: str, what: str) -> Spoil:
    """Return a spoiler that writes a text into a cell."""

    def spoil(row: Row) -> str:
        row.cells[key] = text
        return what

    return spoil


def negative(row: Row) -> str:
    """Type the month's figure with a minus."""
    row.cells["month"] = -row.cells["month"]
    return "6月完成投资是负数"


def plan_above_total(row: Row) -> str:
    """Plan more in the year than the project costs."""
    row.cells["plan"] = row.cells["total"] + 500
    row.agree()
    return "年度计划投资大于总投资"


def since_above_total(row: Row) -> str:
    """Have done more since the start than the project costs."""
    row.cells["total"] = row.cells["since"] - 100
    return "开工至今累计完成投资大于总投资"


def month_above_year(row: Row) -> str:
    """Have done more in the month than in the year."""
    row.cells["month"] = row.cells["done"] + 150
    return "6月完成投资大于1-6月累计完成投资"


def broken_sum(row: Row) -> str:
    """Let before and this year not add up to since the start."""
    row.cells["since"] += 300
    return "上年底累计加本年完成不等于开工至今累计"


def wrong_rate(row: Row) -> str:
    """Type a rate that the figures don't give."""
    row.cells["rate"] = round(row.cells["rate"] + 12.5, 1)
    return "填写的完成比例与按投资额计算的不符"


def start_after_finish(row: Row) -> str:
    """Start after the finish."""
    row.cells["planned_start"], row.cells["planned_finish"] = date(2026, 12, 1), date(2026, 8, 1)
    return "计划开工时间晚于计划竣工时间"


def finished_in_future(row: Row) -> str:
    """Be finished on a day to come."""
    row.cells["actual_finish"] = date(2026, 9, 10)
    return "实际竣工时间在数据截至日之后"


def money_before_start(row: Row) -> str:
    """Have spent money in the years before the start."""
    row.cells["before"] = 400
    row.agree()
    return "今年才开工，上年底却已有完成投资"


def far_above_plan(row: Row) -> str:
    """Have done far more than planned."""
    row.cells["done"] = int(row.cells["plan"] * 1.8)
    row.agree()
    return "完成投资超过年度计划的150%"


def waiting_with_money(row: Row) -> str:
    """Have spent money without having started."""
    row.cells["done"] = row.cells["month"] = 260
    row.agree()
    return "状态是未开工，却填了完成投资"


def finished_unfinished(row: Row) -> str:
    """Be called finished with work left to do."""
    row.cells["status"], row.cells["actual_finish"], row.cells["progress"] = "已竣工", date(2026, 5, 20), "已竣工验收"
    row.also = [(row, key) for key in ("rate", "done", "since", "actual_finish")]
    return "状态是已竣工，投资却没有完成"


def unfinished_finished(row: Row) -> str:
    """Be called under way with nothing left to do."""
    row.cells["status"], row.cells["actual_finish"], row.cells["progress"] = "在建", None, "主体工程完成，正在安装设备"
    row.also = [(row, key) for key in ("rate", "done", "since", "actual_finish")]
    return "总投资已全部完成，状态仍是在建"


def wrong_unit(row: Row) -> str:
    """Type the row in 亿元 where the sheet is in 万元."""
    for key in ("total", "before", "plan", "month", "done", "since"):
        row.cells[key] = round((row.cells[key] or 0) / 10000, 4)
    row.also = [(row, key) for key in ("before", "plan", "month", "done", "since")]
    return "整行按亿元填写，表的单位是万元"


def text_number(row: Row) -> str:
    """Type an amount as text."""
    row.reads["total"] = row.cells["total"]
    row.cells["total"] = f"{row.cells['total']:,.2f}"
    return "总投资是文本格式的数字"


def never_calculated(row: Row) -> str:
    """Leave a formula without its result, as programs do that write workbooks."""
    row.cells["rate"] = Formula("={done}{r}/{plan}{r}*100", NEVER)
    return "公式从未计算，没有结果"


def error_value(row: Row) -> str:
    """Let a formula have lost its cell."""
    row.cells["since"] = Formula("=#REF!+{done}{r}", "#REF!")
    return "单元格显示错误值#REF!"


def hidden_row(row: Row) -> str:
    """Hide a row with a project on it."""
    row.hidden = True
    return "隐藏的行里有项目数据"


NEVER = 987654321.125
"""Stands in the sheet for a result that is taken out again: see `uncalculated.take_out`."""

SINGLE: tuple[tuple[str, str, Test, Spoil], ...] = (
    ("missing_name", "name", running, blank("name", "没有项目名称")),
    ("missing_plan", "plan", running, blank("plan", "没有年度计划投资")),
    ("missing_unit", "unit", running, blank("unit", "没有责任单位")),
    ("missing_leader", "leader", running, blank("leader", "没有包保领导")),
    ("unreadable_amount", "before", roomy, write("before", "见批复文件", "金额写成了文字，无法识别")),
    ("unreadable_date", "planned_finish", running, write("planned_finish", "2027.13", "日期无法识别，没有13月")),
    ("unreadable_rate", "rate", running, write("rate", "按计划推进", "完成比例写成了文字，无法识别")),
    ("negative", "month", roomy, negative),
    ("plan_above_total", "plan", begun_this_year, plan_above_total),
    ("since_above_total", "since", lambda p: p.nature == "竣工" and running(p), since_above_total),
    ("month_above_year", "month", roomy, month_above_year),
    ("before_plus_year", "since", roomy, broken_sum),
    ("rate_differs", "rate", running, wrong_rate),
    ("start_after_finish", "planned_start", waiting, start_after_finish),
    ("future_date", "actual_finish", finished, finished_in_future),
    ("finished_without_date", "actual_finish", finished, blank("actual_finish", "状态是已竣工，没有实际竣工时间")),
    ("money_before_start", "before", begun_this_year, money_before_start),
    ("far_above_plan", "done", roomy, far_above_plan),
    ("not_started_with_money", "done", waiting, waiting_with_money),
    ("finished_below_100", "status", lambda p: p.nature == "竣工" and running(p), finished_unfinished),
    ("full_but_not_finished", "status", finished, unfinished_finished),
    ("unit_suspect", "total", roomy, wrong_unit),
    ("error_value", "since", running, error_value),
    ("never_calculated", "rate", running, never_calculated),
    ("text_number", "total", running, text_number),
    ("hidden_row", "name", running, hidden_row),
    ("leading_sign", "problem", running, write("problem", "=见附件2第3条", "文字以等号开头，会被当成公式")),
    ("leading_sign", "problem", running, write("problem", "@县自然资源局尽快批复用地", "文字以@开头，会被当成公式")),
    ("leading_sign", "content", running, write("content", "+配套管网3公里", "文字以加号开头，会被当成公式")),
    ("leading_sign", "progress", running, write("progress", "-1层底板浇筑完成", "文字以减号开头，会被当成公式")),
)


def plant_all(rows: list[Row]) -> Plot:
    """Plant every mistake, each on rows of its own."""
    _three_alike(rows)
    for rule, key, fits, spoil in SINGLE:
        row = _free(rows, fits)
        row.rule, row.key = rule, key
        row.what = spoil(row)
    _twins(rows)
    return Plot()


def _free(rows: list[Row], fits: Test) -> Row:
    return next(row for row in rows if not row.rule and fits(row.project))


def _three_alike(rows: list[Row]) -> None:
    """Give three adjacent rows the same figures; the note stands with the last of them."""
    first, second, third = rows[3:6]
    for row in (first, second, third):
        row.cells |= {key: first.cells[key] for key in ("total", "before", "plan", "month", "done", "since", "rate")}
        row.key, row.what = "done", "相邻三行的各项投资完全相同"
    third.rule, third.also = "same_figures", [(first, "done"), (second, "done")]
    _reserve(first, second)


def _reserve(*rows: Row) -> None:
    """Keep rows honest that belong to another row's mistake."""
    for row in rows:
        row.rule = RESERVED


RESERVED = "reserved"


def _twins(rows: list[Row]) -> None:
    """Type one project twice, and another one nearly."""
    _twin(rows, "duplicate", "", "与上面的项目名称、责任单位都相同")
    _twin(rows, "near_duplicate", "建设", "与上面的项目名称几乎相同")


def _twin(rows: list[Row], rule: str, inserted: str, what: str) -> None:
    original = _free(rows, lambda p: running(p) and p.name[-2:] in ("工程", "项目"))
    _reserve(original)
    copy = _free(rows[rows.index(original) + 1 :], running)
    name = original.cells["name"]
    copy.cells["name"], copy.cells["unit"] = name[:-2] + inserted + name[-2:], original.cells["unit"]
    copy.rule, copy.key, copy.what, copy.also = rule, "name", what, [(original, "name")]
