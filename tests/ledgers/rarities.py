"""Rarer habits: rows of column numbers and units, sections without numbers, sub-rows, columns nobody else has."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, NULL, UP, head, item, more, note, part, sheet, specimen, table, title, total

DISPATCH = specimen(
    "a-column-for-the-month-and-done-up-to-it",
    sheet(
        "调度表",
        table("progress", None, "name", "owner", "annual_plan:万元", "actual_start", "done_this_month:万元", "done_this_year:万元", None, None, None, "completion_rate", "visible_progress", None, header_rows=[2]),
        note("单位：万元"),
        head("月份", "项目名称", "建设单位", "年度计划投资", "是否开工", "当月已完成投资", "当月至今已完成", "土建工程", "设备安装费用", "土地等费用", "投资完成比例", "形象进度", "审核标识"),
        item("2023年5月", "望榆数控机床", "榆岭机床", 9000, "已开工", 800, 4100, 2900, 1000, 200, "45.56%", "设备基础", "通过"),
        item("2023年5月", "望榆社区食堂", "望榆民政局", 600, "已开工", 50, 350, 300, 50, None, "58.33%", "装修", "通过"),
        item("2023年5月", "望榆综合医院", "望榆卫健局", 15000, "未开工", 0, 0, None, None, None, "0", "初设", "退回"),
    ),
)

UNMAPPED = specimen(
    "columns-that-no-other-office-has",
    sheet(
        "台账",
        title("泠水县2025年重点项目台账"),
        note(None, None, None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "?", "?", "leader"),
        head("序号", "项目名称", "年度计划投资", "年度累计完成投资", "结对党支部", "航拍照片编号", "包保领导"),
        item(1, "泠水县殡仪馆", 2100, 1300, "机关一支部", "DJI-0101", "诸葛川"),
        item(2, "泠水县垃圾焚烧", 18000, 12500, "住建支部", "DJI-0107", "司徒柏"),
        item(3, "泠水县红薯粉产业园", 3600, 900, "农业支部", "DJI-0112", "诸葛川"),
    ),
)

LOTS = specimen(
    "sub-rows-for-the-lots-of-a-project",
    sheet(
        "分标段",
        title("岚坪市水利项目2025年1-10月进展情况表"),
        note(*[None] * 6, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", None, "visible_progress", None, period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "年度计划投资", "1-10月完成投资", "标段", "形象进度", "备注"),
        item(1, "岚江治理工程", 24000, 18600, "一标", "堤身填筑完成", None),
        more(None, None, None, None, "二标", "护岸80%", None),
        more(None, None, None, None, "三标", "排涝站主体", None),
        item(2, "岚坪灌区续建配套", 9000, 8100, "一标", "渠道衬砌", None),
        more(None, None, None, None, "二标", "信息化", None),
        item(3, "小流域治理", 1500, 1500, None, "完工", None),
    ),
)

NUMBER_ROW = specimen(
    "a-row-of-column-numbers-under-the-header",
    sheet(
        "Sheet1",
        title("石鹭县政府投资项目进度统计表"),
        note("综合机关名称：石鹭县统计局", None, None, None, None, "计量单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", None, header_rows=None),  # whether 甲乙123 is a header row is not said
        head("序号", "项目名称", "计划总投资", "本年计划投资", "本年完成投资", "备注"),
        note("甲", "乙", 1, 2, 3, "丙"),
        item(1, "石鹭县档案馆", 4200, 1800, 900, None),
        item(2, "石鹭县海堤达标", 16000, 5000, 4200, None),
        item(3, "石鹭县乡镇污水", 7700, 3300, 1900, None),
    ),
)

UNIT_ROW = specimen(
    "a-row-of-units-under-the-header",
    sheet(
        "进度表",
        title("曲枫县2025年前三季度重点工程进度表"),
        table("progress", "sequence", "name", "total_investment", "annual_plan", "done_this_year", "completion_rate", header_rows=None),
        head("序号", "工程名称", "总投资", "年度计划", "年度完成", "完成率"),
        note(None, None, "万元", "万元", "万元", "%"),
        item(1, "曲枫县医废处置", 3600, 2000, 1500, 75),
        item(2, "曲枫县城东小学", 5200, 2600, 1300, 50),
    ),
)

BY_LEADER = specimen(
    "grouped-by-the-leader-who-answers-for-them",
    sheet(
        "包保",
        title("柏川县县级领导包保重点项目进展（2025年5月）"),
        note("单位：万元", *[LEFT] * 5),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress", "responsible_unit", period={"year": 2025, "month": 5}),
        head("序号", "项目名称", "年度计划投资", "1-5月完成投资", "形象进度", "责任单位"),
        part("包保领导：欧阳松（2个）", *[LEFT] * 5),
        item(1, "柏川县铝型材", 9000, 4100, "挤压车间", "县工信局"),
        item(2, "柏川县北环路", 6000, 1900, "路基", "县交通局"),
        part("包保领导：上官岚（1个）", *[LEFT] * 5),
        item(3, "柏川县职校", 4000, 1700, "主体", "县教育局"),
        part("包保领导：皇甫青（2个）", *[LEFT] * 5),
        item(4, "柏川县蔬菜大棚", 2500, 2000, "种植", "县农业农村局"),
        item(5, "柏川县文化馆", 1800, 300, "基坑", "县文旅局"),
    ),
)

PLAIN_SECTIONS = specimen(
    "sections-without-number-or-merge-in-the-name-column",
    sheet(
        "项目",
        title("槐安经开区2024年度重点项目完成情况"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "responsible_unit", declared_projects=6, period={"year": 2024}),
        head("序号", "项目名称", "总投资（万元）", "年度计划投资（万元）", "年度完成投资（万元）", "责任单位"),
        part(None, "工业项目（3个）"),
        item(1, "槐安微电机", 22000, 9000, 9200, "经发局"),
        item(2, "槐安乳制品", 18000, 7000, 5100, "经发局"),
        item(3, "槐安防火门", 6000, 3000, 3000, "招商局"),
        part(None, "服务业项目（1个）"),
        item(4, "槐安邻里中心", 4500, 2500, 1800, "社发局"),
        part(None, "基础设施项目（2个）"),
        item(5, "槐安220千伏变电站", 13000, 5000, 5000, "供电公司"),
        item(6, "槐安污水厂提标", 8000, 4000, 3300, "建设局"),
        total(None, "合计（共6个项目）", 71500, 30500, 27400),
    ),
)

OF_WHICH_MONTH = specimen(
    "year-to-date-and-of-which-this-month-under-one-parent",
    sheet(
        "10月",
        title("青栎县重点项目2025年10月调度表"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:万元:2025", "done_this_year:万元:2025", "done_this_month:万元", "completion_rate", "problem", "responsible_unit", period={"year": 2025, "month": 10}),
        head("序号", "项目名称", "总投资（亿元）", "2025年计划投资（万元）", "2025年完成投资（万元）", LEFT, "完成年度计划比例", "存在问题", "责任单位"),
        head(UP, UP, UP, UP, "累计", "其中：本月", UP, UP, UP),
        item(1, "青栎风光储一体化", 22, 60000, 47000, 5200, "78.3%", None, "县发改局"),
        item(2, "青栎县殡改项目", 0.3, 1800, 500, 60, "27.8%", "群众工作", "县民政局"),
    ),
)

NO_SEQUENCE = specimen(
    "no-sequence-column-and-regions-merged-down",
    sheet(
        "分区",
        title("苍梨市2024年度重点项目进展"),
        note("单位：亿元"),
        table("progress", "region", "name", "annual_plan:亿元", "done_this_year:亿元", "visible_progress", period={"year": 2024}),
        head("属地", "项目名称", "年度计划投资", "年度完成投资", "形象进度"),
        item("柏川县", "固态电池中试", 2, 1.4, "洁净车间", region="柏川县"),
        item(UP, "柏川体育馆", 0.8, 0.5, "钢网架", region="柏川县"),
        item(UP, "柏川西绕城", 3.5, 3.6, "通车", region="柏川县"),
        item("望榆区", "望榆数据标注基地", 0.6, 0.6, "运营", region="望榆区"),
        item(UP, "望榆旧改", 4, 1.1, "征收", region="望榆区"),
        total("合计", LEFT, 10.9, 7.2, None),
    ),
)

TOWNS = ("城关镇", "西岭乡", "河口镇", "北塬镇", "东坝乡", "南沟镇")
WORKS = ("水厂", "卫生院", "幼儿园", "产业路", "冷库", "污水站", "敬老院", "农贸市场", "文化广场", "烘干中心")
LONG_ITEMS = [(f"{town}{work}", 100 * (i + 3) + 10 * j, 50 * (i + 2) + 7 * j) for i, town in enumerate(TOWNS) for j, work in enumerate(WORKS)]

LONG = specimen(
    "sixty-projects-numbered-through-with-town-sections",
    sheet(
        "全部",
        title("柏川县2025年乡镇项目进度（1-11月）"),
        note("单位：万元", *[LEFT] * 3),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", declared_projects=60, period={"year": 2025, "month": 11}),
        head("序号", "项目名称", "年度计划投资", "1-11月完成投资"),
        total("合计60项", LEFT, sum(plan for _, plan, _ in LONG_ITEMS), sum(done for *_, done in LONG_ITEMS)),
        *[
            row
            for i, (town, numeral) in enumerate(zip(TOWNS, "一二三四五六", strict=True))
            for row in (
                part(f"{numeral}、{town}（10项）", *[LEFT] * 3, label=town, count=10),
                *[item(i * 10 + j + 1, *LONG_ITEMS[i * 10 + j], region=town) for j in range(10)],
            )
        ],
        note("注：本表数据未经统计部门核定。"),
    ),
)

BLANK_COLUMNS = specimen(
    "blank-columns-between-and-a-spaces-only-cell",
    sheet(
        "Sheet1",
        title("东槐区2025年政府投资项目"),
        note("单位：千元"),
        table("progress", "sequence", "name", None, "annual_plan:千元", None, "done_this_year:千元", None, "problem", declared_projects=NULL),
        head("序号", "项目名称", None, "年度计划投资", None, "年度累计完成投资", None, "存在问题"),
        item(1, "槐东停车场", None, 26000, None, 18500, None, " "),
        item(2, "槐东派出所", None, 9000, None, 0.0, None, "未完成供地"),
        item(3, "槐东图书馆", None, 41000, None, " ", None, None),
    ),
)

SPECIMENS = (DISPATCH, UNMAPPED, LOTS, NUMBER_ROW, UNIT_ROW, BY_LEADER, PLAIN_SECTIONS, OF_WHICH_MONTH, NO_SEQUENCE, LONG, BLANK_COLUMNS)
