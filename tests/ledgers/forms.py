"""Forms: one project a sheet, labels beside or above their values."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date
from typing import Any

from tests.ledgers.specimen import LEFT, UP, Sheet, note, sheet, specimen, title


def progress_card(name: str, owner: str, unit: str, leader: str, amounts: tuple[float, float, float], state: str) -> Sheet:
    """Return the monthly card of one project: four columns, unit in the labels."""
    total, plan, done = amounts
    return sheet(
        name[:6],
        title("重点项目月调度卡（2025年8月）"),
        note("项目名称", name, LEFT, LEFT),
        note("建设单位", owner, "责任单位", unit),
        note("包保领导", leader, "建设起止时间", "2024.5-2026.12"),
        note("总投资（万元）", total, "2025年计划投资（万元）", plan),
        note("1-8月完成投资（万元）", done, "形象进度", state),
        note("存在问题", "无", LEFT, LEFT),
        note("下步计划", "按节点推进", LEFT, LEFT),
        note("填表人：端木苇", None, "审核人：令狐平", None),
        form={
            "kind": "progress",
            "projects": 1,
            "names": [name, name],
            "fields": {
                "name": {"cell": "B2"},
                "owner": {"cell": "B3"},
                "responsible_unit": {"cell": "D3"},
                "leader": {"cell": "B4"},
                "construction_period": {"cell": "D4"},
                "total_investment": {"cell": "B5", "label_cell": "A5", "unit": "万元"},
                "annual_plan": {"cell": "D5", "label_cell": "C5", "unit": "万元", "year": 2025},
                "done_this_year": {"cell": "B6", "label_cell": "A6", "unit": "万元", "month": 8},
                "visible_progress": {"cell": "D6"},
            },
            "sums": {"annual_plan": plan, "done_this_year": done},
            "period": {"year": 2025, "month": 8},
        },
    )


CARDS = specimen(
    "one-card-a-project-each-on-its-sheet",
    progress_card("槐安低空制造", "槐岭航空", "区经发局", "司徒柏", (52000, 16000, 9800), "总装厂房钢构"),
    progress_card("中央厨房二期", "鲜岭食品", "区商务局", "上官岚", (8600, 4000, 3100), "设备进场"),
    progress_card("科创谷地下车库", "区建投公司", "区建设局", "皇甫青", (12400, 7000, 2200), "基坑支护"),
    sheet("Sheet4"),
)

MILESTONE_LABELS = ("项目建议书", "可行性研究报告", "初步设计及概算", "规划选址", "环境影响评价", "用地预审", "施工图审查", "招投标", "施工许可证", "供水供电")


def milestone_form(name: str, short: str, investment: float, done: int) -> Sheet:
    """Return a form of procedures: milestones across, deadline, progress, unit and person below each other."""
    due = [date(2025, month, 20) for month in range(2, 12)]
    states = ["已完成" if index < done else "办理中" if index == done else None for index in range(10)]
    form: dict[str, Any] = {
        "kind": "approvals",
        "projects": 1,
        "names": [name, name],
        "fields": {"name": {"cell": "B2"}, "total_investment": {"cell": "G2", "unit": "亿元"}},
    }
    return sheet(
        short,
        title("项目前期工作推进表"),
        note("项目名称", name, LEFT, LEFT, LEFT, "项目预估总投资（亿元）", investment, "业主单位", "市城投", LEFT, LEFT),
        note("手续名称", *MILESTONE_LABELS),
        note("完成时限", *due),
        note("完成进度", *states),
        note("责任单位", "市发改委", "市发改委", "市发改委", "市自然资源局", "市生态环境局", "市自然资源局", "市住建局", "市公管局", "市住建局", "市供电公司"),
        note("责任人", *["端木苇"] * 10),
        note("需协调解决问题", "请市自然资源局尽快组卷上报。", *[LEFT] * 9),
        note("存在问题解决的情况", None, *[LEFT] * 9),
        note("业主（签名）：", None, None, None, "责任单位（签名）：", None, None, None, "挂钩领导（签名）：", None, None),
        form=form,
    )


PROCEDURE_FORMS = specimen(
    "procedure-forms-with-milestones-across",
    milestone_form("岚坪市民活动中心", "市民中心", 4.6, 5),
    milestone_form("岚坪古城墙保护修缮", "古城墙", 0.85, 3),
    milestone_form("岚坪轨道交通前期", "轨道", 96, 1),
)

PORTRAIT = specimen(
    "portrait-form-with-unit-line-and-merged-labels",
    sheet(
        "项目一",
        title("望榆区“四个一批”项目推进登记表"),
        note(None, None, None, "单位：亿元"),
        note("基本情况", "项目名称", "望榆氢能装备制造基地", LEFT),
        note(UP, "责任单位", "望榆区工信局", LEFT),
        note(UP, "总投资", 18.6, None),
        note("投资进度", "年度计划投资", 5.2, None),
        note(UP, "年度累计完成投资", 3.9, None),
        note("进展情况", "形象进度", "一号车间封顶，二号车间基础完成。", LEFT),
        form={
            "kind": "progress",
            "projects": 1,
            "names": ["望榆氢能装备制造基地"] * 2,
            "fields": {
                "name": {"cell": "C3"},
                "responsible_unit": {"cell": "C4"},
                "total_investment": {"cell": "C5", "unit": "亿元"},
                "annual_plan": {"cell": "C6", "unit": "亿元"},
                "done_this_year": {"cell": "C7", "unit": "亿元"},
            },
            "sums": {"annual_plan": 52000, "done_this_year": 39000},
        },
    ),
)

SPECIMENS = (CARDS, PROCEDURE_FORMS, PORTRAIT)
