"""The smallest ledgers that still are ledgers."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import head, item, note, sheet, specimen, table, title, total

THREE_COLUMNS = specimen(
    "name-plan-done-and-nothing-else",
    sheet(
        "Sheet1",
        table("progress", "name", "annual_plan:万元", "done_this_year:万元", header_rows=[1], projects=2),
        head("项目名称", "年度计划（万元）", "年度完成（万元）"),
        item("柏川县应急避难场所", 1200, 900),
        item("柏川县渡改桥", 2300, 800),
    ),
)

NAME_AND_RATE = specimen(
    "name-and-rate-only",
    sheet(
        "完成率",
        title("东槐区重点项目投资完成率"),
        table("progress", "sequence", "name", "completion_rate"),
        head("序号", "项目名称", "投资完成率"),
        item(1, "槐林公园", 0.62),
        item(2, "槐西变电站", 0.88),
        item(3, "槐东学校", 0.41),
        formats={"C": "0%"},
    ),
)

ONE_PROJECT = specimen(
    "a-ledger-of-one-project",
    sheet(
        "Sheet1",
        title("重点项目进度（单位：亿元）"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元"),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度完成投资"),
        item(1, "泠水湖跨湖大桥", 12.8, 3.5, 2.1),
    ),
)

PLAIN_WORDS = specimen(
    "three-plain-words-and-a-unit-line",
    sheet(
        "表",
        note("单位：万元"),
        table("progress", "name", "annual_plan:万元", "done_this_year:万元"),
        head("项目", "今年计划", "已完成"),
        item("学校操场", 320, 320),
        item("镇区道路", 860, 210),
    ),
)

SHORT_WORDS = specimen(
    "no-title-and-short-words",
    sheet(
        "进度",
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "completion_rate"),
        head("序号", "项目", "年计划（万元）", "1-4月完成（万元）", "占比%"),
        item(1, "粮站改造", 600, 150, 25),
        item(2, "污水站", 900, 360, 40),
        item(3, "冷库", 400, 400, 100),
    ),
)

NO_MONEY = specimen(
    "visible-progress-without-any-money",
    sheet(
        "进展",
        title("青栎县重点项目进展情况"),
        table("progress", "sequence", "name", "visible_progress", "problem", "responsible_unit"),
        head("序号", "项目名称", "形象进度", "存在问题", "责任单位"),
        item(1, "青栎县老年大学", "主体封顶", "无", "县教育局"),
        item(2, "青栎湖码头", "桩基完成", "汛期停工", "县交通局"),
    ),
)

FEW_ITEMS = specimen(
    "supervised-items-in-four-columns",
    sheet(
        "Sheet1",
        title("县长交办事项"),
        table("supervision", None, "responsible_unit", "deadline", "status"),
        head("交办事项", "责任单位", "完成时限", "状态"),
        item("解决城北小区供水", "县水务公司", "2025.7.15", "已办结"),
        item("清运河道垃圾", "河口镇", "2025.7.31", "正在办理"),
    ),
)

FEW_SIGNED = specimen(
    "signed-projects-in-four-columns",
    sheet(
        "签约",
        title("新签约项目一览"),
        table("investment_promotion", "name", "owner", "signed_on", "agreed_investment:亿元"),
        head("项目名称", "投资方", "签约时间", "协议投资额（亿元）"),
        item("毛绒玩具", "粤岭玩具", "2025.3", 0.6),
        item("石英砂", "皖岭硅业", "2025.5", 2.2),
    ),
)

FEW_RESERVE = specimen(
    "reserve-in-three-columns",
    sheet(
        "储备项目",
        title("石鹭县储备项目"),
        table("reserve", "sequence", "name", "total_investment:亿元"),
        head("序号", "项目名称", "总投资（亿元）"),
        item(1, "海岸带修复", 1.1),
        item(2, "陆海联运", 6.5),
        item(3, "海水淡化", 3.2),
    ),
)

FEW_COUNTIES = specimen(
    "targets-of-four-counties",
    sheet(
        "任务",
        title("2025年固定资产投资任务完成情况"),
        table("targets", None),
        head("县区", "目标任务（亿元）", "完成（亿元）", "完成率"),
        item("柏川县", 60, 31, 0.517),
        item("青栎县", 45, 28, 0.622),
        item("泠水县", 38, 14.5, 0.382),
        item("东槐区", 90, 66, 0.733),
        total("全市", 233, 139.5, 0.599),
    ),
)

EMPTY_TEMPLATE = specimen(
    "header-and-nothing-below",
    sheet(
        "模板",
        title("重点项目投资完成情况表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "responsible_unit", "leader", projects=0),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资", "责任单位", "包保领导"),
    ),
)

SPECIMENS = (THREE_COLUMNS, NAME_AND_RATE, ONE_PROJECT, PLAIN_WORDS, SHORT_WORDS, NO_MONEY, FEW_ITEMS, FEW_SIGNED, FEW_RESERVE, FEW_COUNTIES, EMPTY_TEMPLATE)
