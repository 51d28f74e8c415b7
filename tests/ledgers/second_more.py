"""A third look: units for some columns in one line, pages carried forward, plan and done in rows, counties without a heading."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, UP, again, head, item, more, note, sheet, specimen, table, title, total

NO_HEADING_OVER_COUNTIES = specimen(
    "nothing-stands-over-the-merged-counties",
    sheet(
        "进度",
        title("岚坪市2025年10月重点项目进度"),
        table("progress", "region", "sequence", "name", "annual_plan:万元", "done_this_year:万元", period={"year": 2025, "month": 10}),
        head(None, "序号", "项目名称", "年度计划投资（万元）", "1-10月完成投资（万元）"),
        item("柏川县", 1, "柏川陶瓷电容", 10000, 8600, region="柏川县"),
        item(UP, 2, "柏川县档案馆", 2000, 900, region="柏川县"),
        item("东槐区", 3, "东槐高端轴承", 20000, 13000, region="东槐区"),
        item(UP, 4, "东槐养老中心", 3600, 3500, region="东槐区"),
    ),
)

UNITS_IN_ONE_LINE = specimen(
    "unit-line-that-tells-which-unit-for-which-column",
    sheet(
        "台账",
        title("曲枫县2025年项目建设台账"),
        note("单位：亿元（总投资）、万元（其他）", *[LEFT] * 4),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:万元", "done_this_year:万元"),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资"),
        item(1, "曲枫聚酯切片", 12, 30000, 21000),
        item(2, "曲枫环湖驿站", 0.6, 4000, 1500),
    ),
)

CARRIED_FORWARD = specimen(
    "page-subtotals-and-a-continued-table",
    sheet(
        "打印稿",
        title("石鹭县2025年重点项目投资完成情况表"),
        note("单位：万元", *[LEFT] * 4),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit"),
        head("序号", "项目名称", "年度计划投资", "年度累计完成投资", "责任单位"),
        item(1, "石鹭县牡蛎净化中心", 3000, 2100, "县海洋渔业局"),
        item(2, "石鹭县东港路", 5200, 4000, "县交通局"),
        total("本页小计", LEFT, 8200, 6100, None),
        note("石鹭县2025年重点项目投资完成情况表（续表）", *[LEFT] * 4),
        again("序号", "项目名称", "年度计划投资", "年度累计完成投资", "责任单位"),
        total("承上页", LEFT, 8200, 6100, None),
        item(3, "石鹭县海水养殖尾水", 1800, 700, "县生态环境分局"),
        item(4, "石鹭县客运码头", 6600, 3000, "县交通局"),
        total("全县合计", LEFT, 16600, 9800, None),
    ),
)

ROWS_OF_PLAN_AND_DONE = specimen(
    "plan-and-done-in-two-rows-of-each-project",
    sheet(
        "对照",
        title("望榆区2025年重点项目季度计划与完成对照表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", None, None, None, None, None, last_row=None, never=("industry",), period={"year": 2025}),
        head("序号", "项目名称", "总投资", "类别", "一季度", "二季度", "三季度", "四季度"),
        item(1, "望榆冷轧硅钢", 60000, "计划", 3000, 5000, 6000, 6000),
        more(UP, UP, UP, "完成", 2600, 5100, 5800, None),
        item(2, "望榆区二中扩建", 9000, "计划", 800, 1200, 1500, 1500),
        more(UP, UP, UP, "完成", 500, 900, 1600, None),
        item(3, "望榆社区医院", 3000, "计划", 300, 400, 500, 600),
        more(UP, UP, UP, "完成", 300, 420, 380, None),
    ),
)

NAME_AND_CONTENT = specimen(
    "name-and-content-in-one-column-and-short-words-under-parents",
    sheet(
        "调度",
        title("青栎县2025年1-11月项目调度表"),
        table("progress", "sequence", "region", "name", "annual_plan:万元", "done_this_year:万元", "completion_rate", None, "leader", period={"year": 2025, "month": 11}),
        head("序号", "所在乡（镇）", "项目名称及建设内容", "年度投资（ 万 元 ）", LEFT, LEFT, "工期（月）", "包保县领导"),
        head(UP, UP, UP, "计划数", "完成数", "完成占比", UP, UP),
        item(1, "西岭乡", "西岭乡香菇大棚（新建大棚200座）", 2600, 2500, "96.2%", 10, "尉迟远", region="西岭乡"),
        item(2, "河口镇", "河口镇防洪堤（新建堤防3.2公里）", 4000, 2100, "52.5%", 18, "东方砚", region="河口镇"),
    ),
)

TASK_AND_SHARE = specimen(
    "tasks-and-shares-in-a-vice-mayor-s-words",
    sheet(
        "盯办",
        title("分管领域重点项目盯办表（2025年9月底）"),
        note(*[None] * 6, "万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", None, "problem", "responsible_person", period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "投资规模", "全年任务", "1-9月已完成", "占全年任务%", "堵点难点", "具体责任人"),
        item(1, "泠水县初级中学", 8600, 4000, 3100, 77.5, None, "端木苇"),
        item(2, "泠水县疾控实验室", 2300, 2300, 900, 39.1, "设备招标流标", "公孙樵"),
    ),
)

SPECIMENS = (NO_HEADING_OVER_COUNTIES, UNITS_IN_ONE_LINE, CARRIED_FORWARD, ROWS_OF_PLAN_AND_DONE, NAME_AND_CONTENT, TASK_AND_SHARE)
