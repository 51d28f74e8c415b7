"""Rows again: names that look like totals, sections, numbers and units, and totals wherever an office puts them."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, UP, head, item, note, part, sheet, specimen, table, title, total

LIKE_TOTALS = specimen(
    "names-that-begin-like-totals",
    sheet(
        "清单",
        title("柏川县2025年重点项目清单"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "responsible_unit", declared_projects=6),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资", "责任单位"),
        total("合计（6个）", LEFT, 51400, 26100, 15400, None),
        item(1, "总部经济园项目", 20000, 9000, 5000, "县发改局"),
        item(2, "其中坪乡公路改建", 4600, 2600, 2000, "县交通局"),
        item(3, "小计量站建设", 1800, 1500, 900, "县市场监管局"),
        item(4, "合计坝水库除险加固", 7000, 3000, 1500, "县水利局"),
        item(5, "总干渠改造", 12000, 6000, 4000, "县水利局"),
        item(6, "共和镇卫生院合计搬迁工程", 6000, 4000, 2000, "县卫健局"),
    ),
)

LIKE_NUMBERS = specimen(
    "names-that-begin-with-numbers",
    sheet(
        "项目表",
        title("泠水县2025年城镇项目进度（1-6月）"),
        table("progress", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress"),
        head("项目名称", "年度计划投资（万元）", "1-6月完成投资（万元）", "形象进度"),
        item("5G基站", 1800, 900, "建成60座"),
        item("110千伏变电站", 6000, 2500, "土建"),
        item("2025年老旧小区改造", 7200, 3300, "12个小区"),
        item("一中新校区", 9000, 4000, "封顶"),
        item("三里铺棚改", 4800, 1000, "征收"),
        item("二环路北延", 5600, 2800, "路基"),
        item("1号、2号污水泵站", 1200, 600, "设备"),
    ),
)

LIKE_UNITS = specimen(
    "names-that-end-like-units-and-like-counted-sections",
    sheet(
        "在建",
        title("青栎县2025年在建项目（万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "owner", projects=7),
        head("序号", "项目名称", "年度计划投资", "年度累计完成投资", "建设单位"),
        item(1, "青栎县农村供水工程（16个村）", 3600, 2200, "县水利局"),
        item(2, "高标准农田建设(3个标段)", 5400, 4000, "县农业农村局"),
        item(3, "岭峰（青栎）生物科技有限公司", 8000, 2900, "岭峰生物"),
        item(4, "城东物流园区", 6000, 3000, "县商务局"),
        item(5, "易地搬迁后续扶持示范镇", 2500, 2400, "县发改局"),
        item(6, "县公安局", 1900, 700, "县公安局"),
        item(7, "垃圾中转站（8座）", 1600, 1600, "县住建局"),
    ),
)

AMOUNTS_WITH_UNITS = specimen(
    "each-cell-says-its-own-unit",
    sheet(
        "项目",
        title("望榆区重点产业项目进展"),
        table("progress", "sequence", "name", "total_investment", "annual_plan", "done_this_year", "responsible_unit", sums={"annual_plan": 23300, "done_this_year": 14150}),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资", "责任单位"),
        item(1, "望榆磁材基地", "5.6亿元", "1.2亿元", "8000万元", "区工信局"),
        item(2, "望榆鲜食玉米", "1.1亿元", "3500万元", "2150万元", "区农业农村局"),
        item(3, "望榆康养综合体", "2亿元", "7800万元", "4000万元", "区民政局"),
    ),
)

NEGATIVE = specimen(
    "a-correction-with-a-minus-sign-and-blanks",
    sheet(
        "9月",
        title("石鹭县2025年9月政府投资项目月报"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "completion_rate", None, period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "年度计划投资", "本月完成投资", "本年累计完成投资", "完成率", "备注"),
        item(1, "石鹭县渔港避风坞", 8000, -260, 4100, "51.25%", "核减上月误报"),
        item(2, "石鹭县福利中心", 3000, 180, 2100, "70%", None),
        item(3, "石鹭县消防训练基地", 1500, None, None, None, "未开工"),
    ),
)

NUMBERS_IN_PARTS = specimen(
    "numbers-like-one-dash-one-and-codes-with-letters",
    sheet(
        "编号",
        title("苍梨市2025年1-4月百项重点工程"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", None, period={"year": 2025, "month": 4}),
        head("序号", "项目名称", "年度计划投资", "1-4月完成投资", "备注"),
        part("一、工业项目", *[LEFT] * 4, label="工业项目"),
        item("1-1", "苍梨特种纸", 9000, 3000, None),
        item("1-2", "苍梨碳化硅衬底", 21000, 6000, None),
        part("二、城建项目", *[LEFT] * 4, label="城建项目"),
        item("2-1", "苍梨西客站", 15000, 4000, None),
        item("G002", "苍梨雨污分流", 4000, 1500, "增补"),
        item("增1", "苍梨足球公园", 2000, 0, "增补"),
    ),
)

DECIMAL_NUMBERS = specimen(
    "groups-numbered-one-and-projects-one-point-one",
    sheet(
        "分组",
        title("东槐区2025年1-10月项目推进表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "responsible_unit", declared_projects=5, period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-10月完成投资", "责任单位"),
        total(None, "合计（5项）", 58000, 27000, 20500, None),
        part(1, "交通项目（2项）", 30000, 13000, 10500, None, label="交通项目", count=2),
        item("1.1", "G318东槐段大修", 12000, 6000, 5500, "区交通局"),
        item("1.2", "槐河三桥", 18000, 7000, 5000, "区交通局"),
        part(2, "水利项目（1项）", 8000, 4000, 3000, None, label="水利项目", count=1),
        item("2.1", "槐河灌区渠系", 8000, 4000, 3000, "区水利局"),
        part(3, "社会事业项目（2项）", 20000, 10000, 7000, None, label="社会事业项目", count=2),
        item("3.1", "东槐中医院", 14000, 7000, 5200, "区卫健局"),
        item("3.2", "东槐第五小学", 6000, 3000, 1800, "区教育局"),
    ),
)

TOTALS_BOTH_ENDS = specimen(
    "totals-at-both-ends-and-subtotals-named-by-class",
    sheet(
        "汇总明细",
        title("槐安经开区2025年项目投资完成情况"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit"),
        head("序号", "项目名称", "年度计划投资", "年度累计完成投资", "责任单位"),
        total("总计", LEFT, 42000, 27200, None),
        item(1, "槐安汽车线束", 12000, 8000, "经发局"),
        item(2, "槐安连接器", 9000, 7000, "经发局"),
        total("工业类小计", LEFT, 21000, 15000, None),
        item(3, "槐安跨境电商园", 8000, 5200, "商务局"),
        total("服务业类小计", LEFT, 8000, 5200, None),
        item(4, "槐安大道", 10000, 6000, "建设局"),
        item(5, "槐安公租房", 3000, 1000, "建设局"),
        total("基础设施类小计", LEFT, 13000, 7000, None),
        total("以上共计", LEFT, 42000, 27200, None),
    ),
)

NOTES_BETWEEN = specimen(
    "notes-between-the-sections-and-a-line-for-signatures",
    sheet(
        "进展",
        title("曲枫县2025年重点项目进展（1-9月）"),
        note("全县共安排重点项目4个，年度计划投资21000万元，1-9月完成投资14400万元，占年度计划的68.6%。", *[LEFT] * 4),
        note("单位：万元", *[LEFT] * 4),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress", period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "年度计划投资", "1-9月完成投资", "形象进度"),
        part("一、续建项目", *[LEFT] * 4, label="续建项目"),
        item(1, "曲枫硅基负极", 9000, 7000, "试产"),
        item(2, "曲枫县中医药馆", 3000, 2800, "布展"),
        note("说明：续建项目数据已与统计局核对。", *[LEFT] * 4),
        part("二、新开工项目", *[LEFT] * 4, label="新开工项目"),
        item(3, "曲枫环库公路", 6000, 3600, "路面"),
        item(4, "曲枫托育园", 3000, 1000, "基础"),
        note("说明：新开工项目以施工许可证为准。", *[LEFT] * 4),
        note("填表人：            审核人：            单位负责人：            联系电话：", *[LEFT] * 4),
        note("                                              填表日期：    年  月  日", *[LEFT] * 4),
    ),
)

VERTICAL_COUNTY = specimen(
    "county-written-downwards-in-a-merged-column",
    sheet(
        "分县",
        title("岚坪市2025年5月县域重点项目进展"),
        table("progress", "region", "sequence", "name", "annual_plan:亿元", "done_this_year:亿元", period={"year": 2025, "month": 5}),
        head("县\n区", "序号", "项目名称", "年度计划投资（亿元）", "1-5月完成投资（亿元）"),
        item("柏\n川\n县", 1, "柏川高纯石英", 5, 2.1, region="柏川县"),
        item(UP, 2, "柏川县城中村改造", 2.4, 0.6, region="柏川县"),
        item("青\n栎\n县", 1, "青栎抽水蓄能", 9, 3.3, region="青栎县"),
        item(UP, 2, "青栎竹缠绕管材", 1.2, 0.4, region="青栎县"),
        item(UP, 3, "青栎绿道", 0.5, 0.3, region="青栎县"),
        item("东 槐 区", 1, "东槐光通信", 6, 2.2, region="东槐区"),
    ),
)

COUNTY_ROWS = specimen(
    "a-row-with-nothing-but-the-county-in-the-name-column",
    sheet(
        "全市",
        title("岚坪市2025年一季度集中开工项目进度"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", projects=5),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资"),
        part(None, "柏川县"),
        item(1, "柏川镍网", 20000, 9000, 1200, region="柏川县"),
        item(2, "柏川羊奶粉", 8000, 4000, 700, region="柏川县"),
        part(None, "望榆区"),
        item(3, "望榆充电模块", 16000, 8000, 2200, region="望榆区"),
        part(None, "槐安经开区"),
        item(4, "槐安压铸件", 11000, 6000, 900, region="槐安经开区"),
        item(5, "槐安冷轧", 30000, 12000, 1000, region="槐安经开区"),
    ),
)

NUMERAL_AND_CLASS = specimen(
    "numeral-in-one-cell-and-class-in-the-next-with-sums",
    sheet(
        "明细表",
        title("临港开发区2025年1-8月项目明细"),
        note(*[None] * 5, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "owner", period={"year": 2025, "month": 8}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-8月完成投资", "项目业主"),
        total(None, "合计", 87000, 37000, 22400, None),
        part("一", "工业", 55000, 24000, 14600, None, label="工业"),
        item(1, "临港铝轮毂", 30000, 14000, 9000, "临岭轮毂"),
        item(2, "临港鱼糜制品", 25000, 10000, 5600, "临岭水产"),
        part("二", "基础设施", 32000, 13000, 7800, None, label="基础设施"),
        item(1, "临港三号路", 12000, 5000, 4200, "临港建投"),
        item(2, "临港公用码头", 20000, 8000, 3600, "临港港务"),
    ),
)

HIDDEN_HELPERS = specimen(
    "hidden-helper-columns-between-the-real-ones",
    sheet(
        "台账",
        title("泠水县2025年11月重点项目台账"),
        note("单位：万元"),
        table("progress", "sequence", None, "name", "annual_plan:万元", None, "done_this_year:万元", "completion_rate", None, "leader", period={"year": 2025, "month": 11}),
        head("序号", "辅助列", "项目名称", "年度计划投资", "计划（亿元，核对用）", "1-11月完成投资", "完成率", "排序", "包抓领导"),
        item(1, "泠水县|1", "泠水锂云母", 20000, 2, 18500, 0.925, 2, "诸葛川"),
        item(2, "泠水县|2", "泠水城东公园", 1600, 0.16, 1600, 1, 1, "东方砚"),
        item(3, "泠水县|3", "泠水气象站", 800, 0.08, 400, 0.5, 3, "诸葛川"),
        hidden_columns=("B", "E", "H"),
        formats={"G": "0.0%"},
    ),
)

SMALL_SHEETS = specimen(
    "a-sheet-for-each-county-with-one-or-two-projects",
    *[
        sheet(
            county,
            title(f"{county}2025年1-7月省重点项目进展情况"),
            note("单位：万元"),
            table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", period={"year": 2025, "month": 7}),
            head("序号", "项目名称", "年度计划投资", "1-7月完成投资", "责任单位"),
            *[item(i + 1, *row) for i, row in enumerate(rows)],
        )
        for county, rows in (
            ("柏川县", [("柏川绿氢", 30000, 16000, "县发改局")]),
            ("青栎县", [("青栎油茶", 6000, 3600, "县林业局"), ("青栎通用机场", 12000, 2000, "县交通局")]),
            ("东槐区", [("东槐激光器", 18000, 12000, "区工信局")]),
        )
    ],
)

LIST_BESIDE_RULES = specimen(
    "ledger-between-instructions-field-list-and-contents",
    sheet("目录", note("序号", "表名", "页码"), note(1, "重点项目进展表", 1), note(2, "填报说明", 5), note(3, "字段说明", 6)),
    sheet(
        "进展表",
        title("东槐区重点项目进展表（2025年3月）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", period={"year": 2025, "month": 3}),
        head("序号", "项目名称", "年度计划投资（万元）", "1-3月完成投资（万元）", "责任单位"),
        item(1, "东槐夹层玻璃", 9000, 2600, "区工信局"),
        item(2, "东槐菜市场改造", 800, 300, "区商务局"),
    ),
    sheet(
        "填报说明",
        note("填报说明"),
        note("1.项目名称：与立项批复一致，不得简写。"),
        note("2.年度计划投资：以人代会批准的计划为准，单位万元。"),
        note("3.累计完成投资：指本年1月1日起至报告期末完成的投资。"),
    ),
    sheet(
        "字段说明",
        note("序号", "字段名称", "类型", "是否必填", "说明"),
        note(1, "项目名称", "文本", "是", "与批复一致"),
        note(2, "总投资", "数字", "是", "万元"),
        note(3, "年度计划投资", "数字", "是", "万元"),
        note(4, "责任单位", "文本", "是", "全称"),
        note(5, "开工时间", "日期", "否", "2025-03"),
    ),
)

SPECIMENS = (LIKE_TOTALS, LIKE_NUMBERS, LIKE_UNITS, AMOUNTS_WITH_UNITS, NEGATIVE, NUMBERS_IN_PARTS, DECIMAL_NUMBERS, TOTALS_BOTH_ENDS, NOTES_BETWEEN, VERTICAL_COUNTY, COUNTY_ROWS, NUMERAL_AND_CLASS, HIDDEN_HELPERS, SMALL_SHEETS, LIST_BESIDE_RULES)
