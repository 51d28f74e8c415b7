"""Ledgers of other offices, honest ones: rounded, with revised plans, 同上, hidden rows, columns added after the title."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, hidden, item, more, note, part, sheet, specimen, table, title, total

COLUMNS_ADDED = specimen(
    "title-merged-before-two-columns-were-added",
    sheet(
        "台账",
        note("柏川县重点项目进展情况表", *[LEFT] * 5),
        table("progress", "sequence", "name", "region", "annual_plan:万元", "done_this_year:万元::6", "problem", "responsible_unit", "remark"),
        head("序号", "项目名称", "属地", "年度计划投资（万元）", "1-6月累计完成投资（万元）", "存在问题", "责任单位", "备注"),
        item(1, "柏川热电联产", "城关镇", 12000, 6100, "无", "县住建局", None),
        item(2, "柏川石材园", "石岭镇", 30000, 9000, "征地", "县工信局", None),
        item(3, "柏川县中扩建", "城关镇", 7000, 3550, None, "县教育局", "含宿舍"),
    ),
)

NOTE_BESIDE_HEADER = specimen(
    "a-word-of-warning-beside-the-header",
    sheet(
        "台账",
        note("重点项目台账", *[LEFT] * 4),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "completion_rate", None, None),
        head("序号", "项目名称", "年度计划投资（万元）", "年度累计完成投资（万元）", "完成率", None, None, "说明：此列以后请勿改动"),
        item(1, "泠水粮库", 900, 450, "50%"),
        item(2, "泠水码头", 4000, 1333, "33.3%"),
        item(3, "泠水书院", 600, 615, "102.5%"),
    ),
)

TARGETS_BESIDE = specimen(
    "targets-of-counties-beside-a-ledger-of-projects",
    sheet(
        "项目",
        title("苍梨市市级重点项目2025年1-8月进展情况"),
        note("单位：亿元"),
        table("progress", "sequence", "name", "region", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", period={"year": 2025, "month": 8}),
        head("序号", "项目名称", "县区", "总投资", "年度计划投资", "1-8月完成投资"),
        item(1, "苍梨半导体园", "东槐区", 45, 12, 8.6),
        item(2, "苍梨水库扩容", "柏川县", 8.5, 3, 1.9),
    ),
    sheet(
        "任务",
        title("2025年各县区固定资产投资任务完成情况"),
        table("targets", "region"),
        head("县区", "目标任务（亿元）", "完成（亿元）", "完成率"),
        item("柏川县", 60, 31, 0.517),
        item("青栎县", 45, 28, 0.622),
        item("东槐区", 90, 66, 0.733),
        total("全市", 195, 125, 0.641),
    ),
)

REVISED = specimen(
    "revised-plans-and-more-than-all-of-them-done",
    sheet(
        "Sheet1",
        title("青栎县2025年政府投资项目执行情况（截至10月底）"),
        note(*[None] * 7, "单位：万元"),
        table("progress", "sequence", "name", None, "annual_plan:万元", "done_this_year:万元", "completion_rate", "responsible_unit", "remark", period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "2025年计划投资", LEFT, "1-10月累计完成投资", "占调整后计划%", "责任单位", "备注"),
        head(UP, UP, "年初计划", "调整后计划", UP, UP, UP, UP),
        item(1, "青栎县中医院康复楼", 4000, 5200, 5460, 105, "县卫健局", "常委会第12次会议调增"),
        item(2, "青栎城东雨污分流", 9000, 6000, 4333, 72.2, "县住建局", "调减"),
        item(3, "青栎县档案馆", 1500, 1500, 1500, 100, "同上", None),
        item(4, "青栎乡村道路", 2000, 2000, 1287, 64.3, "县交通局", None),
        total("合计", LEFT, 16500, 14700, 12580, 85.6, None, None),
    ),
)

HALF_SHOWN = specimen(
    "hundred-millions-rounded-beside-exact-sums",
    sheet(
        "汇总表",
        title("岚坪市2025年三季度省级重点项目一览表"),
        note("制表：市发改委重点处", *[None] * 6, "单位：亿元"),
        table("progress", "sequence", "name", "nature", "total_investment:亿元", "done_before_this_year:亿元:2024", "annual_plan:亿元", "done_this_year:亿元:2025:9", "done_since_start:亿元", "completion_rate", declared_projects=4),
        head("序号", "项目名称", "建设性质", "总投资", "至2024年底累计完成投资", "年度计划投资", "2025年1-9月完成投资", "开工以来累计完成投资", "完成率（%）"),
        total("合计（4个）", LEFT, None, 127.3, 36.2, 31.9, 24.8, 61, 77.7),
        item(1, "岚坪西环高速", "续建", 84.6, 30.2, 18.5, 14.7, 44.9, 79.5),
        item(2, "岚坪算力枢纽", "新建", 21.3, 0, 7.7, 5.5, 5.5, 71.4),
        item(3, "岚坪氢能重卡", "续建", 12.8, 4.2, 3.5, 2.9, 7.1, 82.9),
        item(4, "岚坪三中迁建", "续建", 8.6, 1.8, 2.2, 1.7, 3.5, 77.3),
        formats={"D": "0.0"},
    ),
)

DITTO = specimen(
    "ditto-hidden-rows-and-numbers-that-begin-again",
    sheet(
        "园区",
        title("槐安经开区2025年5月项目调度台账"),
        note("单位：万元"),
        table("progress", "sequence", "name", "responsible_unit", "leader", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "visible_progress"),
        head("序号", "项目名称", "责任单位", "包保领导", "年度计划", "5月完成", "1-5月累计完成", "形象进度"),
        part("一、续建项目", *[LEFT] * 7, label="续建项目"),
        item(1, "槐安光学膜", "招商一局", "司徒柏", 8000, 700, 3500, "试产"),
        hidden(item(2, "槐安标准厂房B区", "同上", "同上", 5000, 400, 2100, "封顶")),
        item(3, "槐安污水厂", "建设局", "上官岚", 2600, 200, 900, "设备"),
        part("二、新建项目", *[LEFT] * 7, label="新建项目"),
        item(1, "槐安风电铸件", "招商二局", "皇甫青", "12,000", "1,000", "4,200", "基础"),
        item(2, "槐安人才公寓", "〃", "〃", 3000, 0, 0, "前期手续"),
        total("合计", LEFT, None, None, 30600, 2300, 10700),
    ),
)

LOTS = specimen(
    "lots-of-a-project-without-numbers-of-their-own",
    sheet(
        "交通",
        title("岚坪市2025年交通重点工程投资完成情况表（1—7月）"),
        note("单位：万元", *[LEFT] * 6),
        table("progress", "sequence", "name", None, "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "owner", sums={"annual_plan": 28000, "done_this_year": 15900}),
        head("序号", "项目名称", "标段", "总投资", "年度计划投资", "1-7月完成投资", "建设单位"),
        item(1, "岚坪北绕城", "A1标", 42000, 12000, 7100, "市交投"),
        more(None, None, "A2标", 38000, 10000, 5200, "市交投"),
        item(2, "岚坪客运枢纽", "全线", 16000, 6000, 3600, "市运输集团"),
    ),
)

QUARTERLY = specimen(
    "first-half-year-in-yuan-with-separators",
    sheet(
        "上半年",
        title("望榆区城建资金项目2025年上半年执行情况"),
        note("金额单位：元"),
        table("progress", "sequence", "name", "owner", "annual_plan:元", "done_this_year:元", "completion_rate", period={"year": 2025, "month": 6}),
        head("序号", "工程名称", "实施单位", "2025年投资计划", "上半年完成投资", "完成比例"),
        item(1, "榆西路雨水管", "区市政所", 3860000, 1930000, 0.5),
        item(2, "口袋公园12处", "区园林所", "5,120,000.00", "3,072,000.00", 0.6),
        item(3, "路灯节能改造", "区路灯所", 980000.5, 490000.25, 0.5),
        formats={"F": "0.00%"},
    ),
)

SIGN_OFF = specimen(
    "blank-months-ahead-and-footer-with-phone",
    sheet(
        "进度",
        title("曲枫县2025年“四个重大”项目月度投资完成表"),
        note("填报单位（盖章）：曲枫县发展和改革局", *[None] * 8, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "month.1.done", "month.2.done", "month.3.done", "month.4.done", "month.5.done", "month.6.done", "done_this_year:万元"),
        head("序号", "项目名称", "年度计划投资", "各月完成投资", *[LEFT] * 5, "累计完成投资"),
        head(UP, UP, UP, "1月", "2月", "3月", "4月", "5月", "6月", UP),
        item(1, "曲枫竹炭", 3000, 200, 150, 300, 250, None, None, 900),
        item(2, "曲枫南门桥", 1800, 0, 0, 120, 180, None, None, 300),
        item(3, "曲枫养老院", 900, 60, 40, 80, 70, None, None, 250),
        total("合计", LEFT, 5700, 260, 190, 500, 500, None, None, 1450),
        note("填表人：端木苇", None, "联系电话：0000-1234567", None, None, None, "填表日期：", date(2025, 5, 6)),
    ),
)

SMALLER_BELOW = specimen(
    "the-same-header-below-with-a-unit-line-of-its-own",
    sheet(
        "两级项目",
        title("重点项目（市级）"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元::6"),
        head("序号", "项目名称", "年度计划投资", "1-6月完成投资"),
        item(1, "岚坪花卉市场", 1000, 500),
        item(2, "岚坪人行天桥", 2000, 900),
        total("合计", None, 3000, 1400),
        note(),
        title("重点项目（省级）"),
        note("单位：亿元"),
        table("progress", "sequence", "name", "annual_plan:亿元", "done_this_year:亿元::6"),
        head("序号", "项目名称", "年度计划投资", "1-6月完成投资"),
        item(1, "岚坪北站", 3, 1.5),
        item(2, "岚坪风洞实验室", 2, 0.4),
        total("合计", None, 5, 1.9),
    ),
)

DONE_BEFORE_PLAN = specimen(
    "done-stands-left-of-the-plan-and-the-rate-proves-it",
    sheet(
        "表",
        note("单位：万元"),
        table("progress", "name", "done_this_year:万元", "annual_plan:万元", "completion_rate"),
        head("项目名称", "完成投资", "计划投资", "完成率"),
        item("槐安菌草基地", 500, 1000, "50%"),
        item("槐安污泥处置", 900, 2000, "45%"),
        item("槐安小微园", 1240, 1600, "77.5%"),
    ),
)

FLAT_INDICATORS = specimen(
    "indicators-of-towns-in-one-header-row-with-growth",
    sheet(
        "指标",
        title("柏川县2025年1-6月主要经济指标"),
        table("indicators", None, period={"year": 2025, "month": 6}),
        head("乡镇", "地区生产总值（亿元）", "同比增长（%）", "固定资产投资（亿元）", "同比增长（%）"),
        item("石岭镇", 12.4, 5.5, 6.1, 8.2),
        item("溪口乡", 9.3, 6.1, 4.4, 3.2),
        item("城关镇", 30.8, 6, 12.9, -4.1),
        total("全县", 52.5, 5.9, 23.4, 0.7),
    ),
)

RESERVE_BY_HEADER = specimen(
    "reserve-told-by-the-header-over-the-names-alone",
    sheet(
        "Sheet1",
        table("reserve", "sequence", "name", "industry", "total_investment:万元", None),
        head("序号", "储备项目名称", "行业", "估算投资（万元）", "拟建年限"),
        item(1, "柏川湿地修复", "生态", 8000, "2026-2028"),
        item(2, "青栎水网联通", "水利", 30000, "2026-2029"),
    ),
)

SPECIMENS = (COLUMNS_ADDED, NOTE_BESIDE_HEADER, TARGETS_BESIDE, REVISED, HALF_SHOWN, DITTO, LOTS, QUARTERLY, SIGN_OFF, SMALLER_BELOW, DONE_BEFORE_PLAN, FLAT_INDICATORS, RESERVE_BY_HEADER)
