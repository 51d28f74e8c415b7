"""Headers again, after other habits: of-which columns, adjusted plans, two sets of figures, hints and stars in the words."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, UP, head, item, note, sheet, specimen, table, title, total

PLAN_BY_SOURCE = specimen(
    "annual-plan-split-into-sources-of-money",
    sheet(
        "计划执行",
        title("柏川县2025年政府投资项目计划执行情况（1-8月）"),
        note("单位：万元", *[LEFT] * 10),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元:2025", None, None, None, None, "done_this_year:万元", "completion_rate", "responsible_unit", period={"year": 2025, "month": 8}, never=("region", "level")),
        head("序号", "项目名称", "总投资", "2025年度投资计划", LEFT, LEFT, LEFT, LEFT, "1-8月累计完成投资", "占年度计划%", "责任单位"),
        head(UP, UP, UP, "合计", "其中：中央", "省级", "市县", "自筹", UP, UP, UP),
        item(1, "柏川县人民医院内科楼", 32000, 12000, 4000, 2000, 6000, None, 7800, 65, "县卫健局"),
        item(2, "柏河左岸堤防", 8600, 5000, 3500, 500, 1000, None, 2600, 52, "县水利局"),
        item(3, "标准地基础设施", 15400, 9000, None, None, 4000, 5000, 6700, 74.4, "县工信局"),
        total("合计", LEFT, 56000, 26000, 7500, 2500, 11000, 5000, 17100, 65.8, None),
    ),
)

TOTAL_BY_PART = specimen(
    "total-investment-with-its-parts-under-one-parent",
    sheet(
        "Sheet1",
        title("东槐区固定资产投资项目进展"),
        table("progress", "sequence", "name", "total_investment:万元", None, None, None, "annual_plan:万元", "done_this_year:万元", "visible_progress"),
        head("序号", "项目名称", "计划总投资（万元）", LEFT, LEFT, LEFT, "本年计划投资（万元）", "本年完成投资（万元）", "工程进展"),
        head(UP, UP, "小计", "建筑安装工程", "设备工器具购置", "其他费用", UP, UP, UP),
        item(1, "槐东算力中心", 90000, 30000, 55000, 5000, 40000, 31000, "机柜到货"),
        item(2, "槐岭紧固件扩能", 12000, 4000, 7500, 500, 6000, 2200, "基础"),
    ),
)

ADJUSTED_PLAN = specimen(
    "plan-before-and-after-adjustment",
    sheet(
        "调整后",
        title("泠水县2025年重点项目投资计划调整及执行情况表"),
        note(*[None] * 6, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", None, "annual_plan:万元", "done_this_year:万元", "completion_rate"),
        head("序号", "项目名称", "总投资", "2025年度计划投资", LEFT, "年度累计完成投资", "完成率"),
        head(UP, UP, UP, "原计划", "调整后", UP, UP),
        item(1, "泠水湾码头", 46000, 20000, 16000, 12000, "75%"),
        item(2, "泠水县全民健身中心", 9800, 4000, 5000, 4500, "90%"),
        item(3, "乡镇供水提质", 6600, 3000, 3000, 1200, "40%"),
    ),
)

PLATFORM_AND_STATISTICS = specimen(
    "figure-of-the-platform-and-figure-of-the-statistics-bureau",
    sheet(
        "对比",
        title("望榆区2025年1-9月重点项目平台数与入统数对照表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元:2025", "done_this_year:万元", None, None, "completion_rate", None, period={"year": 2025, "month": 9}, never=("project_count",)),
        head("序号", "项目名称", "2025年计划投资", "1-9月累计完成投资", LEFT, LEFT, "平台完成率", "是否入统"),
        head(UP, UP, UP, "平台数", "入统数", "差额", UP, UP),
        item(1, "望榆轴承产业园", 30000, 24000, 18000, 6000, "80.0%", "是"),
        item(2, "望榆粮油加工", 8000, 4000, 4000, 0, "50.0%", "是"),
        item(3, "榆河综合治理", 12000, 9000, None, 9000, "75.0%", "否"),
    ),
)

STARS_AND_HINTS = specimen(
    "stars-for-required-entries-and-hints-in-brackets",
    sheet(
        "填报表",
        table("progress", "sequence", "name", "level", "nature", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "planned_start", "responsible_unit", "phone"),
        head("序号", "*项目名称（请填写全称）", "*项目级别（下拉选择）", "*建设性质（新建、续建）", "*总投资（万元，精确到个位）", "*年度计划投资（万元）（保留两位小数）", "*本年累计完成投资（万元）", "计划开工时间（格式：2025-03）", "*责任单位（全称）", "联系电话（手机）"),
        item(1, "石鹭县渔业冷链中心", "市级", "新建", 6800, 3200.5, 1800.25, "2025-03", "石鹭县海洋渔业局", "138****0000"),
        item(2, "石鹭县第二水厂", "县级", "续建", 12000, 5000, 4100, "2024-09", "石鹭县水利局", "139****0000"),
    ),
)

BILINGUAL = specimen(
    "chinese-and-english-in-the-header",
    sheet(
        "Projects",
        title("临港开发区外资配套项目进度 Project Progress 2025"),
        table("progress", "sequence", "name", "owner", "annual_plan:万元", "done_this_year:万元", "completion_rate", None, period={"year": 2025}),
        head("序号 No.", "项目名称 Project Name", "建设单位 Owner", "年度计划投资 Annual Plan（万元）", "年度完成投资 Completed（万元）", "完成率 Rate", "备注 Remarks"),
        item(1, "临港保税研发楼", "临港建投", 18000, 9000, 0.5, None),
        item(2, "临港综合能源站", "临港能源", 7600, 5700, 0.75, None),
        formats={"F": "0%"},
    ),
)

UNITS_WITHOUT_BRACKETS = specimen(
    "units-on-a-line-of-their-own-without-brackets",
    sheet(
        "台账",
        title("曲枫县重点产业项目台账"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:万元", "done_this_year:万元", "responsible_unit"),
        head("序号", "项目名称", "总投资\n亿元", "年度计划投资\n万元", "年度累计完成投资\n万元", "责任单位"),
        item(1, "曲枫铜基新材料", 11.5, 30000, 21000, "县工信局"),
        item(2, "曲枫药食同源园", 2.3, 9000, 3500, "县农业农村局"),
        item(3, "曲枫冷泉小镇", 4, 12000, 11800, "县文旅局"),
    ),
)

UNITS_AFTER_SLASH = specimen(
    "units-after-a-slash",
    sheet(
        "进度",
        title("青栎县在建项目进度表"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:万元", "done_this_year:万元", "problem"),
        head("序号", "项目名称", "总投资/亿元", "年度计划/万元", "年度完成/万元", "存在问题"),
        item(1, "青栎食用菌工厂", 1.6, 8000, 6400, None),
        item(2, "青栎环城水系", 3.2, 10000, 2500, "征地"),
    ),
)

BROKEN_WORDS = specimen(
    "words-and-units-broken-across-lines",
    sheet(
        "一览表",
        title("苍梨市市级重点项目一览表"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "visible_progress", "leader"),
        head("序\n\n号", "项\n目\n名\n称", "总投\n资(万\n元)", "年度计\n划投资\n（万\n元）", "年初至\n报告期\n累计完\n成投资\n（万\n元）", "占年\n计划\n(％)", "形象\n进\n度", "挂点\n领 导"),
        item(1, "苍梨钨丝母线", 56000, 24000, 17300, 72.1, "中试", "司徒柏"),
        item(2, "苍梨市图书馆新馆", 21000, 9000, 9400, 104.4, "布展", "令狐平"),
    ),
)

NUMBER_UNDER_NAME = specimen(
    "one-heading-merged-over-number-and-name",
    sheet(
        "明细",
        title("槐安经开区2025年1-7月项目建设明细"),
        table("progress", None, "name", "annual_plan:万元", "done_this_year:万元", "owner", period={"year": 2025, "month": 7}),
        head("项目名称", LEFT, "年度计划投资（万元）", "1-7月完成投资（万元）", "建设单位"),
        item(1, "槐安光伏玻璃", 26000, 15000, "槐岭玻璃"),
        item(2, "槐安标准厂房四期", 14000, 9100, "槐安建投"),
        item(3, "槐安110千伏专线", 3000, 700, "槐安供电"),
    ),
)

BLANK_ROWS_AROUND = specimen(
    "blank-rows-above-and-below-the-header",
    sheet(
        "表1",
        title("石鹭县2025年6月重点项目进展情况表"),
        note(),
        note("单位：万元", *[LEFT] * 4),
        note(),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "problem", period={"year": 2025, "month": 6}),
        head("序号", "项目名称", "年度计划投资", "1-6月累计完成投资", "存在问题"),
        note(),
        item(1, "石鹭湾风电运维基地", 9000, 4300, None),
        item(2, "石鹭县城区排涝", 5200, 1800, "资金"),
        note(),
        item(3, "石鹭县特殊教育学校", 2600, 1500, None),
    ),
)

TASK_FORCE = specimen(
    "columns-of-a-county-task-force-site",
    sheet(
        "项目",
        table("progress", None, "name", "nature", "content", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "done_this_month:万元", "planned_start", "planned_finish", "leader", "responsible_unit", None, None, None, None, "problem"),
        note("单位：万元"),
        head("项目编号", "项目名称", "建设性质", "建设内容", "总投资", "今年计划投资", "今年累计完成投资", "本月完成投资", "计划开工时间", "计划竣工时间", "包联领导", "责任单位", "服务单位", "项目类型", "建设阶段", "本月进展", "问题和建议"),
        item("P001", "柏川车桥智能工厂", "新建", "冲压线3条", 36000, 15000, 9800, 1200, "2025年2月", "2026年10月", "欧阳松", "县工信局", "县行政审批局", "工业", "主体施工", "钢结构吊装", "用工缺口"),
        item("P002", "柏川县夜经济街区", "续建", "改造2公里", 5200, 2600, 2100, 150, "2024年8月", "2025年9月", "上官岚", "县商务局", "城关街道", "商业", "装修", "招商30户", None),
    ),
)

TWO_RATES = specimen(
    "done-since-start-beside-done-since-january-and-two-rates",
    sheet(
        "中央投资",
        title("岚坪市2017年重点项目建设进度"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_since_start:万元", "done_this_year:万元:2017", None, "completion_rate", period={"year": 2017}),
        head("序号", "项目名称", "总投资", "年度计划投资", "累计已完成投资", "2017年年初以来已完成投资", "投资完成率", "年度投资完成率"),
        item(1, "岚坪二水厂", 20000, 8000, 15000, 6000, "75%", "75%"),
        item(2, "岚坪粮库", 12000, 5000, 4800, 3000, "40%", "60%"),
        item(3, "岚坪福利院", 5000, 2000, 3500, 1900, "70%", "95%"),
    ),
)

RATE_OF_TOTAL = specimen(
    "rate-of-the-total-before-rate-of-the-plan",
    sheet(
        "月报",
        title("泠水县2025年5月项目月报"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_since_start:万元", None, "done_this_year:万元", "completion_rate", period={"year": 2025, "month": 5}),
        head("序号", "项目名称", "总投资", "年度计划", "开工至报告期累计完成投资", "占总投资（%）", "年初至报告期累计完成投资", "占年计划（%）"),
        item(1, "泠水储气库", 60000, 20000, 45000, 75, 9000, 45),
        item(2, "泠水县老街", 8000, 3000, 2000, 25, 1000, 33.3),
    ),
)

TWO_YEARS = specimen(
    "the-same-three-columns-for-last-year-and-this-year",
    sheet(
        "对比",
        title("梧堤新区重点项目两年投资完成情况（2025年1-5月）"),
        note("单位：万元"),
        table("progress", "sequence", "name", None, None, None, "annual_plan:万元:2025", "done_this_year:万元:2025", "completion_rate", "owner", period={"year": 2025, "month": 5}),
        head("序号", "项目名称", "2024年", LEFT, LEFT, "2025年", LEFT, LEFT, "建设单位"),
        head(UP, UP, "计划投资", "完成投资", "完成率", "计划投资", "1-5月完成投资", "完成率", UP),
        item(1, "梧堤船舶配套园", 30000, 31000, 103.3, 40000, 15000, 37.5, "梧堤海工"),
        item(2, "梧堤海水淡化", 12000, 9000, 75, 16000, 8000, 50, "梧堤水务"),
    ),
)

COLUMN_SUMS = specimen(
    "column-numbers-and-formulas-inside-the-headings",
    sheet(
        "报表",
        title("苍梨市2025年重点项目投资进度报表"),
        note("金额单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", None),
        head("序号", "项目名称", "总投资①", "年度计划投资②", "年度累计完成投资③", "完成率（%）④=③/②", "比序时进度±百分点⑤"),
        item(1, "苍梨大健康产业园", 45000, 20000, 14000, 70, -5),
        item(2, "苍梨南环快速路", 78000, 30000, 27000, 90, 15),
    ),
)

MONTH_PLAN = specimen(
    "plan-and-done-of-the-month-and-of-the-year-to-date",
    sheet(
        "8月",
        title("青栎县2025年8月份重点工程计划完成情况"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", None, "done_this_month:万元", None, "done_this_year:万元", "completion_rate", period={"year": 2025, "month": 8}),
        head("序号", "工程名称", "年度计划", "8月份", LEFT, "1-8月累计", LEFT, "完成年计划%"),
        head(UP, UP, UP, "计划", "完成", "计划", "完成", UP),
        item(1, "青栎高铁站前广场", 16000, 1500, 1600, 11000, 10400, 65),
        item(2, "青栎城东污水厂", 7000, 800, 300, 5000, 2800, 40),
    ),
)

LEVELS_OF_DUTY = specimen(
    "units-and-leaders-of-city-and-county-side-by-side",
    sheet(
        "双包联",
        title("岚坪市重点项目双包联推进台账（2025年10月）"),
        note("单位：亿元"),
        # Which of the two is *the* unit is not said; the money must be understood all the same.
        table("progress", "sequence", "region", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", None, None, None, None, period={"year": 2025, "month": 10}, never=("level",)),
        head("序号", "县区", "项目名称", "总投资", "年度计划投资", "1-10月完成投资", "市级", LEFT, "县级", LEFT),
        head(UP, UP, UP, UP, UP, UP, "包联领导", "责任单位", "包联领导", "责任单位"),
        item(1, "柏川县", "柏川动力电池回收", 12, 5, 3.6, "司徒柏", "市工信局", "欧阳松", "柏川县工信局", region="柏川县"),
        item(2, "东槐区", "东槐国际物流港", 26.5, 8, 7.1, "令狐平", "市商务局", "皇甫青", "东槐区商务局", region="东槐区"),
    ),
)

SPECIMENS = (PLAN_BY_SOURCE, TOTAL_BY_PART, ADJUSTED_PLAN, PLATFORM_AND_STATISTICS, STARS_AND_HINTS, BILINGUAL, UNITS_WITHOUT_BRACKETS, UNITS_AFTER_SLASH, BROKEN_WORDS, NUMBER_UNDER_NAME, BLANK_ROWS_AROUND, TASK_FORCE, TWO_RATES, RATE_OF_TOTAL, TWO_YEARS, COLUMN_SUMS, MONTH_PLAN, LEVELS_OF_DUTY)
