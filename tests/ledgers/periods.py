"""Periods: in header texts of every spelling, as month and quarter columns, and not filled in."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, NULL, UP, head, item, note, sheet, specimen, table, title, total


def pairs(*amounts: int | None) -> list[int | None]:
    """Return plan and done of twelve months, blank after the last one given."""
    return [*amounts, *[None] * (24 - len(amounts))]


TWELVE_MONTHS = specimen(
    "plan-and-done-for-each-of-twelve-months",
    sheet(
        "分月调度",
        title("临港产业园2025年重点项目分月投资计划及完成情况"),
        note(*[None] * 29, "单位：万元"),
        table(
            "progress", "sequence", "name", "total_investment:万元", "annual_plan:万元",
            *[f"month.{month}.{what}" for month in range(1, 13) for what in ("plan", "done")], "done_this_year:万元", "responsible_unit",
            period={"year": 2025},
        ),
        head("序号", "项目名称", "总投资", "全年计划投资", *[cell for month in range(1, 13) for cell in (f"{month}月", LEFT)], "累计完成", "责任单位"),
        head(*[UP] * 4, *["计划", "完成"] * 12, UP, UP),
        item(1, "临港冷轧二期", 96000, 36000, *pairs(2000, 2100, 2000, 1500, 3000, 3200), 6800, "园区经发局"),
        item(2, "临港铁路专用线", 42000, 12000, *pairs(500, 500, 500, 450, 1000, 700), 1650, "园区建设局"),
        item(3, "危化品停车场", 3600, 3600, *pairs(300, 0, 300, 0, 300, 200), 200, "园区应急局"),
        total("合计", LEFT, 141600, 51600, *pairs(2800, 2600, 2800, 1950, 4300, 4100), 8650, None),
    ),
)

DONE_BY_MONTH = specimen(
    "done-only-by-month-without-year-to-date",
    sheet(
        "2024",
        title("曲枫县2024年政府投资项目投资完成情况（单位：万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", *[f"month.{month}.done" for month in range(1, 8)], None, period={"year": 2024}),
        head("序号", "项目名称", "2024年计划投资", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "备注"),
        item(1, "曲枫县人民医院门诊楼", 6000, 200, 100, 450, 500, 620, 700, 480, None),
        item(2, "曲枫县停车楼", 2800, 0, 0, 120, 240, 260, 300, 310, None),
        item(3, "曲枫县管网改造", 4500, 300, 150, 400, 420, 380, 400, 360, "汛期放缓"),
    ),
)

QUARTERS = specimen(
    "quarter-columns-beside-year-to-date",
    sheet(
        "季度",
        title("青栎县2025年重大项目季度目标任务及完成情况表"),
        note(*[None] * 12, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元:2025", None, None, None, None, None, None, None, None, "done_this_year:万元", "completion_rate"),
        head("序号", "项目名称", "总投资", "2025年度计划投资", "一季度", LEFT, "二季度", LEFT, "三季度", LEFT, "四季度", LEFT, "年度累计完成投资", "完成率"),
        head(*[UP] * 4, *["目标", "完成"] * 4, UP, UP),
        item(1, "青栎县制剂厂房", 21000, 10000, 2000, 1800, 3000, 3100, 3000, None, 2000, None, 4900, 0.49),
        item(2, "青栎通用机场", 38000, 8000, 1000, 1000, 2000, 1200, 3000, None, 2000, None, 2200, 0.275),
        formats={"N": "0.0%"},
    ),
)

MONTH_AND_TO_DATE = specimen(
    "month-and-end-of-month-in-header-texts",
    sheet(
        "6月",
        title("石鹭县2025年6月重点项目进展"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_month:万元::6", "done_this_year:万元", "done_since_start:万元", "visible_progress", period={"year": 2025, "month": 6}),
        head("序号", "项目名称", "总投资（万元）", "今年计划投资（万元）", "6月完成（万元）", "今年累计完成投资（万元）", "截至6月底自开工累计完成投资（万元）", "形象进度"),
        item(1, "石鹭硅材料", 150000, 50000, 4200, 26000, 91000, "单晶炉安装"),
        item(2, "石鹭养老综合体", 12000, 5000, 300, 1800, 1800, "±0"),
    ),
)

FULL_WIDTH = specimen(
    "full-width-digits-and-long-dashes",
    sheet(
        "进展",
        title("东槐区２０２５年１－９月重点建设项目投资完成情况表"),
        table("progress", "sequence", "name", "annual_plan:万元:2025", "done_this_year:万元::9", "completion_rate", period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "２０２５年计划投资（万元）", "１—９月完成投资（万元）", "完成年计划％"),
        item(1, "东槐医疗器械园", 26000, 20800, 80),
        item(2, "东槐再生铝", 31000, 15500, 50),
        item(3, "东槐森林公园", 4000, 3200, 80),
    ),
)

HALF_YEAR = specimen(
    "half-year-in-the-done-header",
    sheet(
        "半年",
        title("柏川县2025年上半年重点项目投资完成情况"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "completion_rate", "leader", period={"year": 2025, "month": 6}),
        head("序号", "项目名称", "年度计划投资（万元）", "上半年完成投资（万元）", "占年度计划（%）", "包保责任人"),
        item(1, "柏川县碳酸钙新材料", 18000, 9900, 55, "欧阳松"),
        item(2, "柏川县第一小学", 5000, 2000, 40, "上官岚"),
    ),
)

TEMPLATE_RESIDUE = specimen(
    "residues-of-a-report-template-in-title-and-header",
    sheet(
        "调度表",
        title("<yyyy>年1-<M>月重点项目投资完成情况表"),
        note("填报单位：", None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "visible_progress", period={"year": NULL, "month": NULL}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-<M>月完成投资", "形象进度"),
        item(1, "泠水县消防站", 3200, 2000, 700, "桩基"),
        item(2, "泠水县殡葬服务中心", 5100, 2500, 1300, "主体"),
        note("<单位负责人>", None, None, "<填表人>", None, "<yyyy>年<M>月<d>日"),
    ),
)

MONTH_BLANK = specimen(
    "month-left-blank-in-title-and-header",
    sheet(
        "月报",
        title("岚坪市2025年1-   月重点项目计划完成情况"),
        note("填报时间：2025年   月   日", None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "visible_progress", period={"year": 2025, "month": NULL}),
        head("序号", "项目名称", "年度计划投资", "   月完成投资", "1-   月累计完成投资", "   月形象进度"),
        item(1, "岚坪污泥处置", 6000, 520, 2600, "消化池"),
        item(2, "岚坪儿童公园", 1800, 100, 900, "绿化"),
    ),
)

NEXT_MONTHS_PLAN = specimen(
    "last-year-this-year-and-next-months-plan-side-by-side",
    sheet(
        "Sheet1",
        title("梧堤新区2025年1-10月重点项目投资情况（单位：亿元）"),
        table("progress", "sequence", "name", "total_investment:亿元", None, "done_before_this_year:亿元", "annual_plan:亿元:2025", "done_this_month:亿元", "done_this_year:亿元", "completion_rate", None, "problem", period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "总投资", "2024年完成投资", "至2024年底累计完成投资", "2025年", LEFT, LEFT, LEFT, "11月计划投资", "存在问题"),
        head(*[UP] * 5, "计划投资", "10月完成投资", "1-10月完成投资", "占年计划%", UP, UP),
        item(1, "梧堤海洋中心", 12.6, 2.2, 3.1, 4, 0.35, 2.95, 73.75, 0.4, None),
        item(2, "梧堤无人机基地", 5.4, None, None, 1.5, 0.2, 1.35, 90, 0.15, "空域审批"),
    ),
)

SPECIMENS = (TWELVE_MONTHS, DONE_BY_MONTH, QUARTERS, MONTH_AND_TO_DATE, FULL_WIDTH, HALF_YEAR, TEMPLATE_RESIDUE, MONTH_BLANK, NEXT_MONTHS_PLAN)
