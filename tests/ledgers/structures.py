"""How tables lie on the sheet: below each other, under group headers, beside empty columns, with units that disagree."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, NULL, UP, again, head, item, note, sheet, specimen, table, title, total

COLUMNS = ("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "leader")
HEADER = ("序号", "项目名称", "年度计划投资", "年度完成投资", "包联领导")

THREE_BELOW = specimen(
    "a-titled-table-for-each-county-below-the-last",
    sheet(
        "各县",
        title("柏川县2025年重点项目进度表（单位：万元）"),
        table(*COLUMNS, period={"year": 2025}),
        head(*HEADER),
        item(1, "柏川氢气管道", 16000, 12500, "欧阳松"),
        item(2, "柏川县干部学院", 3000, 2600, "上官岚"),
        total("合计", LEFT, 19000, 15100, None),
        note(),
        title("青栎县2025年重点项目进度表（单位：万元）"),
        table(*COLUMNS, period={"year": 2025}),
        head(*HEADER),
        item(1, "青栎茶油精炼", 4200, 1900, "尉迟远"),
        total("合计", LEFT, 4200, 1900, None),
        note(),
        title("泠水县2025年重点项目进度表（单位：万元）"),
        table(*COLUMNS, period={"year": 2025}),
        head(*HEADER),
        item(1, "泠水硫酸铵", 8000, 5600, "诸葛川"),
        item(2, "泠水县应急水源", 5200, 800, "诸葛川"),
        item(3, "泠水县汽车站", 2600, 2600, "慕容槐"),
        total("合计", LEFT, 15800, 9000, None),
    ),
)

UNIT_DISAGREES = specimen(
    "unit-in-the-header-goes-before-the-unit-line",
    sheet(
        "表",
        title("苍梨市2025年1-2月重大项目进展表"),
        note("填报单位：市发改委", None, None, None, "单位：亿元"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:万元", period={"year": 2025, "month": 2}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-2月完成投资（万元）"),
        item(1, "苍梨光模块", 33, 8.2, 9500),
        item(2, "苍梨航空物流港", 47.5, 6, 12800),
    ),
)

GROUPS = specimen(
    "four-header-rows-with-group-titles",
    sheet(
        "Sheet1",
        title("望榆区2024年政府和社会投资项目推进情况"),
        note("单位：万元"),
        table("progress", "sequence", "name", "owner", "content", "total_investment:万元", "annual_plan:万元:2024", "done_this_month:万元", "done_this_year:万元", "completion_rate", "visible_progress", "responsible_unit", "leader", period={"year": 2024}),
        head("序号", "项目基本情况", LEFT, LEFT, LEFT, "项目进展情况", LEFT, LEFT, LEFT, LEFT, "责任落实", LEFT),
        head(UP, "项目名称", "建设单位", "建设内容及规模", "总投资", "投资进度", LEFT, LEFT, LEFT, "形象进度", "责任单位", "包保领导"),
        head(UP, UP, UP, UP, UP, "2024年计划投资", "2024年完成投资", LEFT, "完成比例", UP, UP, UP),
        head(UP, UP, UP, UP, UP, UP, "当月完成", "累计完成", UP, UP, UP, UP),
        item(1, "榆岭智能泵阀", "榆岭泵业", "年产5万台", 26000, 12000, 900, 9600, 0.8, "投产", "区工信局", "皇甫青"),
        item(2, "榆东中学改扩建", "区教育局", "新增学位1200个", 9800, 4000, 0, 1000, 0.25, "停工", "区教育局", "东方砚"),
        formats={"I": "0%"},
    ),
)

HEADER_IN_SECTIONS = specimen(
    "header-printed-again-under-each-section",
    sheet(
        "分类",
        title("东槐区2025年城建计划执行情况（单位：万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "problem", header_rows=None, projects=4),
        head("序号", "项目名称", "年度计划投资", "年度累计完成投资", "存在问题"),
        item(1, "槐一路改造", 2600, 2000, None),
        item(2, "槐三路新建", 4100, 1500, "管线迁改"),
        total("小计", LEFT, 6700, 3500, None),
        again("序号", "项目名称", "年度计划投资", "年度累计完成投资", "存在问题"),
        item(3, "槐河公园", 1800, 1700, None),
        item(4, "东门广场", 900, 300, "征收"),
        total("小计", LEFT, 2700, 2000, None),
        total("总计", LEFT, 9400, 5500, None),
    ),
)

CUMULATIVE = specimen(
    "a-column-for-each-cumulative-month",
    sheet(
        "累计",
        title("梧堤新区2025年重点项目累计完成投资一览表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", None, None, None, None, None),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-2月", "1-3月", "1-4月", "1-5月", "1-6月"),
        item(1, "梧堤海缆", 58000, 21000, 1200, 3600, 5500, 7800, 10400),
        item(2, "梧堤研学基地", 6800, 3600, 0, 300, 800, 1100, 1500),
    ),
)

CATEGORIES = specimen(
    "category-merged-down-and-subtotals-inside-it",
    sheet(
        "按类别",
        title("曲枫县2025年度重点项目投资计划执行表"),
        table("progress", None, "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", period={"year": 2025}, declared_projects=NULL),
        head("项目类别", "序号", "项目名称", "年度计划投资（万元）", "年度完成投资（万元）", "责任单位"),
        item("产业项目", 1, "曲枫陶瓷釉料", 7000, 4300, "县工信局"),
        item(UP, 2, "曲枫黄酒小镇", 5000, 2100, "县文旅局"),
        total(UP, "小计", LEFT, 12000, 6400, None),
        item("民生项目", 3, "曲枫县妇幼保健院", 6200, 6000, "县卫健局"),
        item(UP, 4, "曲枫县老旧电梯更新", 800, 500, "县住建局"),
        item(UP, 5, "曲枫县农村厕改", 1200, 900, "县农业农村局"),
        total(UP, "小计", LEFT, 8200, 7400, None),
        total("合计", LEFT, LEFT, 20200, 13800, None),
    ),
)

PADDED = specimen(
    "names-broken-into-lines-and-padded-with-spaces",
    sheet(
        "清单",
        note(),
        title("石鹭县2025年市重点项目清单及进度"),
        note(None, "（金额：万元）"),
        table("progress", None, "sequence", "name", "nature", "annual_plan", "done_this_year", "leader", projects=4, header_rows=[4]),
        head(None, "序号", "项  目\n名  称", "建设\n性质", "年度计划\n投资", "本年完\n成投资", "包  抓\n领  导"),
        item(None, "01", "★石鹭县\n海洋牧场（二期）", "续建", 9000, 7100, "诸  葛  川"),
        item(None, "02", "  石鹭县 5G+ 智慧港口  ", "新建", 6000, 2400, "司  徒  柏"),
        item(None, "03", "石鹭县“四好”\n农村路", "新建", 4800, 4800, "上  官  岚"),
        item(None, "04", "▲石鹭县粮食应急保障中心", "竣工", 1500, 1500, "尉  迟  远"),
    ),
)

COUNTY_SUBTOTALS = specimen(
    "county-column-repeated-and-subtotals-named-after-counties",
    sheet(
        "明细",
        title("岚坪市2025年一季度重点项目开工情况及投资进度"),
        note(*[None] * 6, "单位：万元"),
        table("progress", "region", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "actual_start", "problem", period={"year": 2025}),
        head("县区", "序号", "项目名称", "年度计划投资", "一季度完成投资", "是否开工", "存在问题"),
        item("柏川县", 1, "柏川热力管网", 5000, 900, "是", None, region="柏川县"),
        item("柏川县", 2, "柏川豆奶厂", 3200, 0, "否", "环评", region="柏川县"),
        total("柏川县小计", LEFT, LEFT, 8200, 900),
        item("望榆区", 1, "望榆生物质锅炉", 2600, 700, "是", None, region="望榆区"),
        item("望榆区", 2, "望榆法院", 1900, 300, "是", None, region="望榆区"),
        total("望榆区小计", LEFT, LEFT, 4500, 1000),
        item("梧堤新区", 1, "梧堤新区水上消防站", 1400, 150, "是", None, region="梧堤新区"),
        total("梧堤新区小计", LEFT, LEFT, 1400, 150),
        total("全市合计", LEFT, LEFT, 14100, 2050),
    ),
)

IN_YUAN = specimen(
    "amounts-in-yuan-with-thousands-separators",
    sheet(
        "执行",
        title("泠水县财政投资评审项目2025年度投资完成情况"),
        note("金额单位：元"),
        table("progress", "sequence", "name", "owner", "total_investment:元", "annual_plan:元", "done_this_year:元", period={"year": 2025}),
        head("序号", "项目名称", "建设单位", "总投资", "年度计划投资", "年度完成投资"),
        item(1, "泠水县应急指挥平台", "县应急局", 12345678.9, 8000000, 6543210.5),
        item(2, "泠水县职教实训楼", "县教育局", 45600000, 20000000, 9999999.99),
        item(3, "泠水县殡仪馆火化设备", "县民政局", 3200000, 3200000, 3200000),
        formats={"D": "#,##0.00", "E": "#,##0.00", "F": "#,##0.00"},
    ),
)

BOARD = specimen(
    "wall-chart-title-in-column-a-merged-down-beside-the-table",
    sheet(
        "作战图",
        note("柏川县挂图作战项目表", "单位：万元", LEFT, LEFT, LEFT, LEFT),
        table("progress", None, "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", header_rows=[2]),
        head(UP, "序号", "项目名称", "年度计划投资", "1-10月完成投资", "责任单位"),
        item(UP, 1, "柏川县灯芯绒", 2600, 2100, "县工信局"),
        item(UP, 2, "柏川县湿地公园", 1800, 1750, "县林业局"),
        item(UP, 3, "柏川县蓝莓基地", 900, 400, "县农业农村局"),
    ),
)

SPECIMENS = (THREE_BELOW, UNIT_DISAGREES, GROUPS, HEADER_IN_SECTIONS, CUMULATIVE, CATEGORIES, PADDED, COUNTY_SUBTOTALS, IN_YUAN, BOARD)
