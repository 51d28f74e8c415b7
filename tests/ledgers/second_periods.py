"""Periods again: quarters in pairs, months as bare numbers, document numbers beside the year, dates in Chinese numerals."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, UP, head, item, note, sheet, specimen, table, title, total

QUARTERS = specimen(
    "plan-and-done-of-each-quarter",
    sheet(
        "季度",
        title("泠水县2025年重点项目分季度投资计划及完成情况"),
        note(*[None] * 11, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", *[None] * 8, "done_this_year:万元", period={"year": 2025}, never=("done_since_start", "done_this_month")),
        head("序号", "项目名称", "年度计划投资", "一季度", LEFT, "二季度", LEFT, "三季度", LEFT, "四季度", LEFT, "全年累计完成"),
        head(UP, UP, UP, *["计划", "完成"] * 4, UP),
        item(1, "泠水锰系材料", 20000, 3000, 2800, 5000, 5600, 6000, 6100, 6000, None, 14500),
        item(2, "泠水县客运枢纽", 8000, 1000, 600, 2000, 1500, 2500, 1900, 2500, None, 4000),
    ),
)

BARE_MONTHS = specimen(
    "bare-numbers-for-the-months-under-one-parent",
    sheet(
        "按月",
        title("东槐区2025年项目按月完成投资表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", *[f"month.{m}.done" for m in range(1, 13)], "done_this_year:万元", period={"year": 2025}),
        head("序号", "项目名称", "年度计划投资", "各月完成投资（月份）", *[LEFT] * 11, "本年累计"),
        head(UP, UP, UP, *range(1, 13), UP),
        item(1, "东槐汽车轻量化", 12000, 600, 700, 900, 1000, 1200, 1100, *[None] * 6, 5500),
        item(2, "东槐垃圾分拣", 2400, 0, 100, 150, 250, 200, 300, *[None] * 6, 1000),
        item(3, "东槐邻里公园", 900, 0, 0, 50, 80, 120, 150, *[None] * 6, 400),
    ),
)

PLAN_BLOCK_THEN_DONE = specimen(
    "six-months-of-plan-then-six-months-of-done",
    sheet(
        "分月",
        title("柏川县2025年上半年重点项目分月计划与完成"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", *[f"month.{m}.plan" for m in range(1, 7)], *[f"month.{m}.done" for m in range(1, 7)]),
        head("序号", "项目名称", "年度计划投资", "分月计划投资", *[LEFT] * 5, "分月完成投资", *[LEFT] * 5),
        head(UP, UP, UP, *[f"{m}月" for m in range(1, 7)] * 2),
        item(1, "柏川玻纤池窑", 36000, 2000, 2000, 3000, 3000, 4000, 4000, 1800, 2100, 3300, 2900, 4100, 3600),
        item(2, "柏川县烈士陵园", 1200, 0, 0, 100, 200, 200, 200, 0, 0, 60, 150, 180, 260),
    ),
)

LAST_MONTH = specimen(
    "last-month-this-month-and-the-change",
    sheet(
        "调度",
        title("望榆区重点项目月调度表（2025年9月）"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", None, "done_this_month:万元", None, "done_this_year:万元", "completion_rate", period={"year": 2025, "month": 9}, never=("done_since_start",)),
        head("序号", "项目名称", "年度计划投资", "上月完成投资", "本月完成投资", "较上月增减", "本年累计完成投资", "完成年度计划比例"),
        item(1, "望榆凹印设备", 9000, 700, 900, 200, 6600, "73.3%"),
        item(2, "望榆燃气改造", 3600, 400, 100, -300, 1800, "50%"),
    ),
)

SO_FAR = specimen(
    "done-so-far-told-by-its-rate",
    sheet(
        "台账",
        title("石鹭县2025年重点项目攻坚台账"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元:2025", "done_this_year:万元", "completion_rate", "next_step", period={"year": 2025}),
        head("序号", "项目名称", "总投资", "2025年计划完成投资", "截至目前完成投资", "完成年度计划（%）", "下步计划"),
        item(1, "石鹭海藻多糖", 16000, 8000, 6000, 75, "设备调试"),
        item(2, "石鹭县环岛路", 42000, 15000, 6000, 40, "桩基"),
        item(3, "石鹭县博物馆", 9000, 4000, 3200, 80, "布展"),
    ),
)

DOCUMENT_NUMBER = specimen(
    "document-of-this-year-about-last-year",
    sheet(
        "附件2",
        note("附件2"),
        note("柏政办发〔2025〕3号"),
        title("柏川县2024年1-12月重点项目完成情况表"),
        note("填报时间：2025年1月10日", None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", period={"year": 2024, "month": 12}),
        head("序号", "项目名称", "年度计划投资", "全年累计完成投资", "责任单位"),
        item(1, "柏川县城北变电站", 5000, 5200, "县供电公司"),
        item(2, "柏川杂粮加工", 3600, 3100, "县农业农村局"),
    ),
)

CHINESE_NUMERALS = specimen(
    "year-and-month-in-chinese-numerals",
    sheet(
        "统计表",
        title("曲枫县重点项目建设进度统计表"),
        note("（二〇二五年八月）", *[LEFT] * 4),
        note("单位：万元", *[LEFT] * 4),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress", period={"year": 2025, "month": 8}),
        head("序号", "项目名称", "年度计划投资", "一至八月累计完成投资", "形象进度"),
        item(1, "曲枫稀土永磁", 28000, 19000, "烧结炉安装"),
        item(2, "曲枫县妇女儿童中心", 4200, 1700, "主体三层"),
    ),
)

END_OF_APRIL = specimen(
    "as-of-the-end-of-a-month-in-the-title",
    sheet(
        "进展",
        title("苍梨市省重点项目进展情况表（截至2025年4月末）"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", "completion_rate", "responsible_unit", period={"year": 2025, "month": 4}),
        head("序号", "项目名称", "总投资（亿元）", "年计划投资（亿元）", "年度累计完成投资（亿元）", "投资完成率", "责任单位"),
        item(1, "苍梨高端聚烯烃", 86, 20, 6.4, "32.0%", "市工信局"),
        item(2, "苍梨机场改扩建", 31.5, 9, 2.7, "30.0%", "市交通局"),
        total("合计", LEFT, 117.5, 29, 9.1, "31.4%", None),
    ),
)

DATE_IN_HEADER = specimen(
    "a-whole-date-in-the-done-header",
    sheet(
        "进度",
        title("梧堤新区政府投资项目进度"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元:2025", "done_this_year:万元", "completion_rate", "owner", period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "2025年度计划投资", "2025年1月1日至10月31日完成投资", "年度投资完成率（%）", "建设单位"),
        item(1, "梧堤滨海绿道", 6000, 4800, 80, "新区城建"),
        item(2, "梧堤九年制学校", 11000, 7150, 65, "新区教育局"),
    ),
)

YEAR_END_FORECAST = specimen(
    "forecast-for-the-whole-year-beside-what-is-done",
    sheet(
        "预计",
        title("槐安经开区2025年1-10月完成及全年预计"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_month:万元::10", "done_this_year:万元::10", None, None, None, period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "年度计划投资", "10月完成投资", "1-10月完成投资", "11月计划完成投资", "预计全年完成投资", "2026年计划投资"),
        item(1, "槐安精酿啤酒", 9000, 800, 7000, 900, 9000, 2000),
        item(2, "槐安电梯部件", 15000, 1000, 9000, 1500, 12500, 8000),
    ),
)

BEGIN_OF_YEAR = specimen(
    "begin-of-the-year-with-nothing-done-yet",
    sheet(
        "2026",
        title("东槐区2026年1月重点项目推进表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元:2026", "done_this_year:万元", "completion_rate", "planned_start", "responsible_unit", period={"year": 2026, "month": 1}),
        head("序号", "项目名称", "总投资", "2026年计划投资", "年度累计完成投资", "完成率", "拟开工时间", "责任单位"),
        item(1, "东槐磁悬浮轴承", 33000, 15000, 0, 0, "2026年3月", "区工信局"),
        item(2, "东槐儿童医院", 28000, 9000, 0, 0, "2026年5月", "区卫健局"),
        item(3, "东槐二号泵站", 4100, 4100, 0, 0, "2026年2月", "区水利局"),
    ),
)

SPECIMENS = (QUARTERS, BARE_MONTHS, PLAN_BLOCK_THEN_DONE, LAST_MONTH, SO_FAR, DOCUMENT_NUMBER, CHINESE_NUMERALS, END_OF_APRIL, DATE_IN_HEADER, YEAR_END_FORECAST, BEGIN_OF_YEAR)
