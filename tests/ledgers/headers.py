"""Headers as offices word and lay them out: merged and unmerged parents, units everywhere, blanks, five rows of them."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, NULL, UP, head, item, note, sheet, specimen, table, title, total

SPACED = specimen(
    "words-spaced-out-and-broken-into-lines",
    sheet(
        "重点项目",
        title("曲 枫 县 2025 年 重 点 项 目 推 进 台 账"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "responsible_unit", "leader", None, period={"year": 2025}, declared_projects=NULL),
        head("序\n号", "项 目 名 称", "总 投 资\n(亿元)", "本年度\n计划投资\n（万元）", "本年度\n完成投资\n（万元）", "投 资\n完 成 率", "责 任\n单 位", "包 联\n领 导", "备  注"),
        item(1, "曲枫县乡村振兴示范带", 1.2, 6000, 4100, 0.683, "县农业农村局", "尉迟远", None),
        item(2, "曲枫铝精深加工园", 8.5, 22000, 19800, 0.9, "县工信局", "诸葛川", "省重点"),
        item(3, "曲枫县殡仪馆迁建", 0.6, 2500, 300, 0.12, "县民政局", "慕容槐", None),
        formats={"F": "0.0%"},
    ),
)

BRACKETS = specimen(
    "units-in-every-kind-of-bracket",
    sheet(
        "台账",
        table("progress", "sequence", "name", "total_investment:亿元", None, "annual_plan:万元", "done_this_year:万元", "completion_rate:%", "done_before_this_year:万元"),
        head("编号", "项目名称", "总投资【亿元】", "用地面积[亩]", "年度投资计划〔万元〕", "年初至报告期累计完成投资(单位：万元)", "占年计划（％）", "至上年底累计完成投资﹙万元﹚"),
        item("01", "望榆区氢能重卡", 12, 180, 30000, 21000, 70, 36000),
        item("02", "望榆区粮食储备库", 1.8, 60, 8000, 8000, 100, 9500),
        item("03", "望榆老街改造", 3.1, None, 10000, 2600, 26, None),
    ),
)

UNIT_IN_PARENT = specimen(
    "unit-stands-in-the-parent-header",
    sheet(
        "Sheet1",
        title("石鹭县2024年1-11月政府投资项目进度表"),
        table("progress", "sequence", "name", "owner", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "visible_progress", "problem", period={"year": 2024, "month": 11}),
        head("序号", "项目名称", "项目业主单位", "投资情况（万元）", LEFT, LEFT, LEFT, "工程形象进度", "存在问题"),
        head(UP, UP, UP, "总投资", "年度计划", "年度完成", "完成比例", UP, UP),
        item(1, "石鹭县第三中学", "县教育局", 16800, 7000, 6650, 0.95, "竣工验收", None),
        item(2, "县疾控中心迁建", "县卫健局", 9200, 4000, 2100, 0.525, "装修", "进度款拨付慢"),
        total(None, "合 计", None, 26000, 11000, 8750, 0.7955),
    ),
)

UNIT_LINE_LEFT = specimen(
    "unit-line-at-the-left-with-several-units",
    sheet(
        "表1",
        title("梧堤新区百大项目攻坚进展（2025年9月）"),
        note("单位：亿元、%"),
        table("progress", "sequence", "name", "stage", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", "completion_rate", period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "项目阶段", "项目总投资额", "全年计划", "1-9月累计完成投资", "年度投资完成率"),
        item(1, "梧堤湾跨海通道", "在建", 128.6, 21, 14.2, 67.6),
        item(2, "梧堤国际会展中心", "在建", 32, 9.5, 8.8, 92.6),
        item(3, "车规级芯片封测", "前期", 50, 3, 0, 0),
    ),
)

NO_UNIT = specimen(
    "no-unit-to-be-found-anywhere",
    sheet(
        "进度",
        title("东槐区2025年重点项目进度"),
        table("progress", "sequence", "name", "total_investment:-", "annual_plan:-", "done_this_year:-", "responsible_unit", period={"year": 2025, "month": NULL}),
        head("序号", "项目名称", "总投资", "年度计划投资", "年度累计完成投资", "责任单位"),
        item(1, "东槐区文体中心", 23000, 8000, 5600, "区文旅局"),
        item(2, "东槐智慧停车", 4200, 2000, 2000, "区城投"),
    ),
)

BLANK_PARENTS = specimen(
    "parent-headers-not-merged-but-left-blank",
    sheet(
        "2025",
        title("泠水县2025年城建项目推进情况"),
        note(*[None] * 8, "（万元）"),
        table("progress", "sequence", "name", "total_investment", "annual_plan", "done_this_month::2025:4", "done_this_year", "completion_rate", "owner", None, period={"year": 2025, "month": 4}),
        head("序号", "项目名称", "投资计划", None, "2025年4月进展", None, None, "参建单位", None),
        head(None, None, "总投资", "本年计划投资", "当月完成投资", "本年累计完成投资", "占年度计划%", "建设单位", "施工单位"),
        item(1, "泠水大道提升", 12600, 6000, 700, 2300, 38.3, "县住建局", "岭建三公司"),
        item(2, "城北排涝泵站", 5400, 3000, 350, 900, 30, "县水利局", "岭水工程公司"),
        item(3, "县域充电桩", 2100, 2100, 0, 0, 0, "县城投", None),
    ),
)

FIVE_ROWS = specimen(
    "five-header-rows",
    sheet(
        "计划执行",
        title("苍梨市交通项目2025年计划执行情况"),
        table("progress", "sequence", "name", None, "total_investment:万元", "annual_plan:万元:2025", "done_this_month:万元", "done_this_year:万元", "completion_rate", "visible_progress", "responsible_unit", period={"year": 2025}),
        head("序号", "项目名称", "建设规模（公里）", "投资计划与完成", LEFT, LEFT, LEFT, LEFT, "建设进展", "责任单位"),
        head(UP, UP, UP, "总投资（万元）", "年度任务", LEFT, LEFT, LEFT, UP, UP),
        head(UP, UP, UP, UP, "2025年计划投资（万元）", "2025年完成投资", LEFT, LEFT, "形象进度", UP),
        head(UP, UP, UP, UP, UP, "投资额（万元）", LEFT, "完成年度计划%", UP, UP),
        head(UP, UP, UP, UP, UP, "本月完成", "本年累计完成", UP, UP, UP),
        item(1, "苍梨绕城西段", 32, 260000, 80000, 6500, 51000, 63.75, "桥梁下构完成", "市交通局"),
        item(2, "G911改线", 18.4, 54000, 20000, 1800, 17500, 87.5, "沥青上面层", "市公路中心"),
        item(3, "岚坪枢纽站", None, 36000, 12000, 0, 0, 0, "初设批复", "市交投"),
    ),
)

COLLOQUIAL = specimen(
    "a-mayor-s-secretary-s-own-words",
    sheet(
        "盯办",
        note("县长盯办项目", None, None, None, None, "单位：万元"),
        table("progress", "name", "visible_progress", "annual_plan:万元", "done_this_year:万元", None, "problem", header_rows=[2]),
        head("项目", "干到哪了", "今年要完成", "到6月底干了多少", "谁负责", "卡在哪"),
        item("柏川县化工园污水厂", "主体完了，装设备", 9000, 5200, "欧阳松", "没卡"),
        item("二环北延", "拆迁还差7户", 15000, 2800, "上官岚", "拆迁"),
        item("万头奶牛场", "刚进场", 6000, 400, "皇甫青", "设施农用地手续"),
    ),
)

BLANK_NAME_HEADER = specimen(
    "nothing-stands-over-the-names",
    sheet(
        "进度",
        title("临港产业园2025年在建项目月度进展"),
        note(*[None] * 5, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元::8", "visible_progress", period={"year": 2025, "month": 8}),
        head("序号", None, "总投资", "年度计划投资", "1-8月完成投资", "形象进度"),
        item(1, "耐火材料搬迁技改", 18000, 9000, 7200, "二线投料"),
        item(2, "铜箔加工", 66000, 20000, 11000, "厂房封顶"),
        item(3, "园区蒸汽管网", 5200, 5200, 3000, "12公里已敷设"),
        item(4, "危废处置中心", 24000, 6000, 0, "环评公示"),
    ),
)

SYNONYMS = specimen(
    "every-word-another-than-the-usual-one",
    sheet(
        "台账",
        title("岚坪市高新区省市重点项目包抓台账（2025年第三季度）"),
        note("填报单位：高新区经发局", None, None, None, None, None, None, None, None, "填报时间：2025年10月8日"),
        note("计量单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "done_before_this_year:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "visible_progress", "responsible_unit", "leader", None),
        head("项目序号", "重点项目名称", "概算总投资", "截至上年末累计完成投资", "当年投资计划", "自年初累计完成投资", "占年度计划比重", "工程进展", "牵头责任单位", "包抓市领导", "首席服务官"),
        item(1, "钛材精密锻造", 45000, 12000, 18000, 14300, "79.4%", "设备调试", "高新区经发局", "司徒柏", "公孙樵"),
        item(2, "生物医药加速器", 28000, 6000, 12000, 6100, "50.8%", "幕墙", "高新区科创局", "令狐平", "端木苇"),
        item(3, "算力调度平台", 9000, None, 9000, 9300, "103.3%", "试运行", "高新区大数据局", "司徒柏", "夏侯林"),
    ),
)

SYNONYMS_2 = specimen(
    "synonyms-of-a-county-task-force",
    sheet(
        "县级重点",
        title("青栎县2025年县级领导包联重点项目一览表"),
        note("截止日期：2025年5月31日", *[None] * 9, "单位：万元"),
        table("progress", "sequence", "name", "owner", "content", "total_investment:万元", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "done_since_start:万元", "leader", "responsible_unit"),
        head("序号", "项目名称", "项目业主", "主要建设内容", "计划总投资", "本年计划投资", "本月完成投资", "本年完成投资", "自开工累计完成投资", "包联领导", "行业主管部门"),
        item(1, "青栎核桃产业园", "青栎果业公司", "烘干线6条", 12000, 5000, 420, 2300, 7300, "尉迟远", "县林业局"),
        item(2, "青栎河防洪", "县水利局", "堤防21公里", 8800, 4000, 300, 1500, 5300, "东方砚", "县水利局"),
        item(3, "县城集中供暖", "青栎热力公司", "120万平方米", 20000, 9000, 0, 0, 11000, "东方砚", "县住建局"),
    ),
)

EXPORT = specimen(
    "system-export-without-any-title",
    sheet(
        "sheet1",
        table("progress", "code", "name", "level", "owner", "annual_plan:万元:2023", "done_this_month:万元", "done_this_year:万元:2023:6", "visible_progress", None, header_rows=[1], period={"year": 2023, "month": 6}),
        head("项目代码", "项目名称", "项目级别", "建设单位", "2023年度计划投资(万元)", "06月完成投资(万元)", "2023年1-06月累计完成投资(万元)", "形象进度", "审核标识"),
        item("2301-460000-04-01-000011", "石鹭港LNG接收站", "省级", "石鹭港燃气公司", 60000, 5100, 33000, "储罐外壁", "已审核"),
        item("2302-460000-04-01-000027", "石鹭县污水管网", "市级", "石鹭县城投", 12000, 900, 4700, "管道沟槽", "已审核"),
        item("2303-460000-04-05-000031", "石鹭智能仓储", "市级", "鹭岭物流公司", 8000, 0, 0, "前期", "未审核"),
    ),
)

MIXED_IMPORT = specimen(
    "import-template-with-two-units-and-guidance-in-headers",
    sheet(
        "项目总表",
        table("progress", "name", "code", "region", "responsible_unit", "content", "total_investment:亿元", "done_since_start:万元", "annual_plan:万元:2025", "done_this_year:万元", None, None, "visible_progress", None, None, None),
        head("项目名称", "审批监管平台代码", "属地", "行业主管部门", "建设内容及规模（50字以内）", "总投资\n（亿元）", "开工以来累计完成投资\n（万元）", "2025年计划完成投资\n（万元）", "2025年累计完成投资\n（万元）", "开工时间\n20XX.0X", "完工时间\n20XX.0X", "项目推进情况（50字以内）", "是否开工", "是否已入库", "备注"),
        item("泠水县风电叶片", "2501-350000-04-01-000099", "泠水县", "县工信局", "年产600套", 6.8, 21000, 25000, 16000, "2024.11", "2026.06", "二车间封顶", "是", "是", None, region="泠水县"),
        item("泠水县中心粮库", "2410-350000-04-01-000067", "泠水县", "县发改局", "仓容6万吨", 1.5, 9800, 6000, 5900, "2024.03", "2025.12", "粮情测控安装", "是", "是", None, region="泠水县"),
        item("柏川县石墨烯中试", "2503-350000-04-05-000013", "柏川县", "县科技局", "中试线2条", 0.9, None, 4000, None, None, "2026.12", "环评受理", "否", "否", "专班推进", region="柏川县"),
    ),
)

COLUMN_C = specimen(
    "begins-at-column-c-with-side-notes-at-the-right",
    sheet(
        "项目",
        note(),
        note(None, None, "槐安经开区2025年1-3月重点项目完成情况"),
        note(None, None, None, None, None, None, None, "单位：百万元"),
        table("progress", None, None, "sequence", "name", "annual_plan:百万元", "done_this_year:百万元", "completion_rate", "responsible_unit", period={"year": 2025, "month": 3}),
        head(None, None, "序号", "项目名称", "年度计划投资", "1-3月完成投资", "完成率", "责任单位"),
        item(None, None, 1, "槐安电子信息园", 210, 60, 0.286, "经发局", None, "←请经发局3月底前报方案"),
        item(None, None, 2, "槐安保税仓", 85.5, 12.5, 0.146, "商务局"),
        item(None, None, 3, "槐安人才公寓", 96, 31, 0.323, "建设局", None, "已电话核实"),
    ),
)

WIDE = specimen(
    "forty-two-columns",
    sheet(
        "总表",
        title("岚坪市2025年重大项目全周期管理总表"),
        note("单位：万元"),
        table(
            "progress", "sequence", "code", "name", "region", "level", "industry", "nature", "owner", None, None, None, None, "responsible_unit", "leader",
            "content", "planned_start", "planned_finish", "total_investment:万元", None, None, None, None, None, "done_before_this_year:万元", "annual_plan:万元:2025", "done_this_month:万元::7", "done_this_year:万元::7", "completion_rate",
            "visible_progress", None, None, None, None, None, None, None, None, None, None, "problem", "next_step", None,
        ),
        head(
            "序号", "项目代码", "项目名称", "属地", "级别", "行业", "建设性质", "建设单位", "施工单位", "监理单位", "设计单位", "勘察单位", "责任单位", "包保领导",
            "建设内容及规模", "计划开工时间", "计划竣工时间", "总投资", "其中", LEFT, LEFT, LEFT, LEFT, "至上年底累计完成投资", "2025年计划投资", "7月完成投资", "1-7月累计完成投资", "占年计划%",
            "形象进度", "前期手续", LEFT, LEFT, LEFT, LEFT, LEFT, "要素保障", LEFT, LEFT, LEFT, "存在问题", "下步计划", "备注",
        ),
        head(
            *[UP] * 18, "中央资金", "省级资金", "市县资金", "银行贷款", "企业自筹", *[UP] * 6,
            "立项", "用地", "规划", "环评", "能评", "施工许可", "用地指标（亩）", "能耗指标（万吨标煤）", "融资需求", "用工需求（人）", *[UP] * 3,
        ),
        item(
            1, "2411-540000-04-01-000301", "岚坪储能电池", "东槐区", "省级", "新能源", "新开工", "岚坪储能公司", "岭建一公司", "正方监理", "省设计院", "省勘院", "东槐区工信局", "令狐平",
            "年产10吉瓦时", "2025年3月", "2027年6月", 320000, None, None, None, 120000, 200000, None, 90000, 9800, 52000, 57.8,
            "电芯车间钢构", "已办", "已办", "已办", "已办", "已办", "已办", 260, 3.2, None, 800, "外电线路迁改", "8月完成迁改", None, region="东槐区",
        ),
        item(
            2, "2312-540000-04-01-000118", "岚坪职教城", "曲枫县", "市级", "教育", "续建", "岚坪城投集团", "岭建二公司", "正方监理", "省设计院", "省勘院", "曲枫县教育局", "司徒柏",
            "占地1200亩", "2023年10月", "2026年8月", 180000, 20000, 15000, 25000, 120000, None, 70000, 50000, 3000, 21000, 42,
            "宿舍封顶", "已办", "已办", "已办", "已办", "不涉及", "已办", None, None, 30000, None, "资金拨付滞后", "争取专项债", None, region="曲枫县",
        ),
    ),
)

CROWDED_UNIT = specimen(
    "unit-line-shares-its-cell-with-the-reporting-unit",
    sheet(
        "旬报",
        title("望榆区重点工程进度旬报表"),
        note("填报单位：望榆区住建局      填报时间：2024年8月20日      单位：万元", *[LEFT] * 6),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "visible_progress"),
        head("序号", "工程名称", "总投资额", "年度计划投资额", "年度完成投资额", "完成率", "工程形象进度"),
        item(1, "望榆大桥", 68000, 21000, 15000, 0.714, "主塔"),
        item(2, "望榆地下管廊", 41000, 12000, 4000, 0.333, "K2+300"),
        item(3, "背街小巷改造", 3300, 3300, 3000, 0.909, "剩2条"),
    ),
)

SPECIMENS = (SPACED, BRACKETS, UNIT_IN_PARENT, UNIT_LINE_LEFT, NO_UNIT, BLANK_PARENTS, FIVE_ROWS, COLLOQUIAL, BLANK_NAME_HEADER, SYNONYMS, SYNONYMS_2, EXPORT, MIXED_IMPORT, COLUMN_C, WIDE, CROWDED_UNIT)
