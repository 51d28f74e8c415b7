"""Written after recognition first passed all others: more spellings and habits, to see how far it reaches."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, UP, Sheet, head, item, note, part, sheet, specimen, table, title, total

FIRST_MONTH_WORD = specimen(
    "yuan-to-eight-for-january-to-august",
    sheet(
        "进展",
        note("内部资料  注意保存"),
        title("青栎县2025年元至8月重点项目建设进展情况统计表"),
        note("统计单位：县重点项目服务中心", None, None, None, "货币单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元::8", "visible_progress", period={"year": 2025, "month": 8}),
        head("序号", "项目名称及建设内容", "年度投资计划数", "元至8月实际完成投资数", "主要工程形象进度"),
        item(1, "青栎县锰矿绿色矿山：选厂改造", 6600, 4100, "球磨机安装"),
        item(2, "青栎县米粉产业园：厂房6栋", 5400, 2200, "三栋封顶"),
        total("合　　计", LEFT, 12000, 6300, None),
    ),
)

AS_OF_DAY = specimen(
    "done-up-to-a-day-of-the-month",
    sheet(
        "调度",
        title("泠水县项目攻坚行动进度表（单位：亿元人民币）"),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", "problem", "responsible_unit"),
        head("序号", "项目名称", "总投资额", "2025年计划完成投资额", "截止7月25日完成投资额", "存在的主要问题", "责任部门"),
        item(1, "泠水有色循环园", 22, 4.5, 2.1, "用林审批", "县工信局"),
        item(2, "泠水县新汽车客运站", 1.9, 0.8, 0.55, None, "县交通局"),
    ),
)

PLAN_SPLIT = specimen(
    "annual-plan-split-by-source-with-a-sum-column",
    sheet(
        "水利",
        title("柏川县2025年水利项目投资计划执行情况表（1至7月）"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", None, None, None, "done_this_month:万元", "done_this_year:万元", "completion_rate", period={"year": 2025, "month": 7}),
        head("序号", "项目名称", "总投资", "年度计划投资", LEFT, LEFT, LEFT, "完成投资", LEFT, "完成年度计划（%）"),
        head(UP, UP, UP, "小计", "中央", "省级", "地方", "本月", "本年累计", UP),
        item(1, "柏河堤防", 18600, 8000, 5000, 1500, 1500, 620, 5100, 63.8),
        item(2, "农村饮水巩固", 5200, 5200, 2600, 1300, 1300, 300, 2900, 55.8),
        item(3, "石塘水库清淤", 2400, 1200, None, 1000, 200, 0, 0, 0),
    ),
)

OF_WHICH_PROJECT = specimen(
    "of-which-lines-inside-a-project",
    sheet(
        "Sheet1",
        title("望榆区2025年重点工程投资进度"),
        note(None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", None, projects=3),
        head("序号", "项目名称", "年度计划投资", "年度完成投资", "备注"),
        item(1, "榆江新城", 30000, 18000, None),
        total(None, "其中：一期安置房", 20000, 13000, None),
        total(None, "      二期路网", 10000, 5000, None),
        item(2, "榆江中学", 6000, 4400, None),
        item(3, "榆江水厂", 4000, 1500, None),
        total("总计：", LEFT, 40000, 23900, None),
    ),
)

CHINESE_NUMERALS = specimen(
    "projects-numbered-in-chinese-numerals",
    sheet(
        "四大工程",
        title("东槐区四大工程推进情况（2025年10月）"),
        note("单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress", "leader", projects=4),
        head("序号", "项目名称", "年度计划投资", "1-10月完成投资", "形象进度", "包抓领导"),
        item("一", "槐江大桥", 26000, 21000, "合龙", "皇甫青"),
        item("二", "东槐体育中心", 18000, 9600, "钢屋盖", "司徒柏"),
        item("三", "东槐综合医院", 22000, 20500, "装修", "上官岚"),
        item("四", "城市展览馆", 5000, 1200, "布展设计", "令狐平"),
    ),
)

NUMBER_IN_NAME = specimen(
    "numbers-stand-in-the-names-themselves",
    sheet(
        "清单",
        title("石鹭县民生项目进度表（单位：万元）"),
        table("progress", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", projects=4, names=None),
        head("工程项目名称", "全年投资任务", "年内完成投资", "实施责任单位"),
        item("1、县第一幼儿园", 1200, 900, "县教育局"),
        item("2、县城公厕改造", 300, 300, "县城管局"),
        item("3、河口镇卫生院", 800, 350, "县卫健局"),
        item("4、乡镇敬老院提升", 560, 120, "县民政局"),
    ),
)

ROMAN = specimen(
    "classes-of-projects-as-sections",
    sheet(
        "分类",
        title("槐安经开区2025年“三个一批”项目进展表"),
        note("单位：亿元", *[LEFT] * 5),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", "responsible_unit"),
        head("序号", "项目名称", "计划总投资", "年度投资目标", "年度累计完成投资", "责任单位"),
        part("第一类  签约一批（1个）", *[LEFT] * 5),
        item(1, "槐安碳化硅", 10, 1, 0.2, "招商局"),
        part("第二类  开工一批（2个）", *[LEFT] * 5),
        item(2, "槐安储能变流器", 6, 2.5, 1.9, "经发局"),
        item(3, "槐安预制菜", 1.5, 0.8, 0.8, "商务局"),
        part("第三类  投产一批（2个）", *[LEFT] * 5),
        item(4, "槐安锂电结构件", 8, 3, 3.3, "经发局"),
        item(5, "槐安乳业", 4, 0.6, 0.5, "农业局"),
    ),
)

WORDY_NOISE = specimen(
    "a-paragraph-full-of-header-words-above-the-header",
    sheet(
        "填报",
        title("岚坪市重点项目月报"),
        note("填报要求：序号、项目名称、总投资、年度计划投资、本月完成投资、累计完成投资、形象进度、责任单位必须填写完整；总投资、年度计划投资不得随意调整。", *[LEFT] * 7),
        note("报送单位：岚坪市交通运输局", None, None, None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "visible_progress", "responsible_unit", header_rows=[4]),
        head("序号", "项目名称", "总投资", "年度计划投资", "本月完成投资", "年初至今累计完成投资", "形象进度", "责任单位"),
        item(1, "岚坪港区疏港铁路", 86000, 24000, 1900, 17800, "铺轨", "市交通局"),
        item(2, "岚坪西站站前广场", 9200, 5000, 400, 2300, "地下通道", "市交投"),
    ),
)


def month_sheet(month: int, *rows: tuple[str, float, float, float]) -> Sheet:
    """Return the ledger of one month of the same projects."""
    return sheet(
        f"{month}月",
        title(f"曲枫县2025年{month}月重点项目投资完成情况（万元）"),
        table("progress", "sequence", "name", "annual_plan", "done_this_month", "done_this_year", period={"year": 2025, "month": month}),
        head("序号", "项目名称", "年度计划投资", f"{month}月完成投资", f"1-{month}月完成投资"),
        *[item(number, *row) for number, row in enumerate(rows, 1)],
    )


BY_MONTH = specimen(
    "a-sheet-for-each-month-of-the-same-projects",
    month_sheet(2, ("曲枫粮库", 2400, 150, 260), ("曲枫县人民路改造", 1800, 0, 0)),
    month_sheet(3, ("曲枫粮库", 2400, 240, 500), ("曲枫县人民路改造", 1800, 120, 120)),
    month_sheet(4, ("曲枫粮库", 2400, 210, 710), ("曲枫县人民路改造", 1800, 300, 420)),
)

PROBLEM_LIST = specimen(
    "problem-list-with-measures-and-deadline",
    sheet(
        "问题清单",
        title("苍梨市重点项目堵点问题清单"),
        table("supervision", "sequence", None, None, None, "responsible_unit", "responsible_person", "deadline", None, None),
        head("序号", "涉及项目", "堵点问题", "解决措施", "责任单位", "责任人", "完成时限", "进展情况", "是否销号"),
        item(1, "苍梨绕城", "高压线迁改", "电力公司制定方案", "市供电公司", "公孙樵", "2025年8月底", "方案已评审", "否"),
        item(2, "苍梨数据港", "能耗指标缺口", "向省争取", "市发改委", "端木苇", "2025年9月底", "已上报", "否"),
        item(3, "苍梨食品城", "消防验收", "容缺受理", "市住建局", "夏侯林", "2025年7月15日", "已通过", "是"),
    ),
)

CLUES = specimen(
    "clues-and-guests-of-the-promotion-bureau",
    sheet(
        "在谈",
        title("望榆区招商引资在谈项目推进表"),
        note("填报日期：2025-06-30", None, None, None, None, None, "单位：亿元"),
        table("investment_promotion", "sequence", "name", "owner", "total_investment:亿元", None, None, "responsible_unit"),
        head("序号", "项目名称", "投资方", "拟投资额", "洽谈进展", "预计签约时间", "跟踪单位"),
        item(1, "消费级无人机", "深岭科技", 3, "已两轮互访", "2025年9月", "区工信局"),
        item(2, "高端无纺布", "浙岭非织造", 1.2, "草拟协议", "2025年7月", "区商务局"),
        item(3, "宠物医院连锁", "沪岭宠医", 0.2, "初步接触", None, "区农业农村局"),
    ),
)

ASSETS = specimen("fixed-asset-register", sheet(
    "固定资产台账",
    title("岚坪市发改委固定资产台账"),
    note("序号", "资产编号", "资产名称", "规格型号", "购置日期", "原值（元）", "累计折旧（元）", "净值（元）", "使用部门", "使用人"),
    note(1, "ZC-2021-001", "台式计算机", "商用", "2021.3", 4860, 3888, 972, "投资科", "端木苇"),
    note(2, "ZC-2021-002", "激光打印机", "A3", "2021.5", 12800, 8960, 3840, "办公室", "公孙樵"),
    note(3, "ZC-2023-007", "会议桌", "椭圆", "2023.1", 9600, 1920, 7680, "办公室", "令狐平"),
))

TRAINING = specimen("training-plan", sheet(
    "培训计划",
    title("2025年度投资项目业务培训计划"),
    note("序号", "培训内容", "培训对象", "培训时间", "学时", "授课人", "地点"),
    note(1, "投资项目在线审批监管平台操作", "县区发改局", "3月中旬", 8, "令狐平", "机关三楼"),
    note(2, "固定资产投资统计制度", "项目单位", "5月上旬", 6, "夏侯林", "机关三楼"),
    note(3, "专项债项目申报实务", "县区财政局", "9月下旬", 12, "诸葛川", "党校"),
))

ALLOWANCE = specimen("list-of-allowances", sheet(
    "花名册",
    title("河口镇2025年第二季度低保金发放花名册"),
    note("序号", "村（社区）", "户主姓名", "保障人口", "月保障金（元）", "季度合计（元）", "开户行", "账号", "签字"),
    note(1, "东坝村", "尉迟远", 2, 620, 1860, "农商行", "6222************", None),
    note(2, "西岭村", "东方砚", 1, 355, 1065, "农商行", "6222************", None),
    note("合计", LEFT, None, 3, 975, 2925, None, None, None),
))

SPECIMENS = (FIRST_MONTH_WORD, AS_OF_DAY, PLAN_SPLIT, OF_WHICH_PROJECT, CHINESE_NUMERALS, NUMBER_IN_NAME, ROMAN, WORDY_NOISE, BY_MONTH, PROBLEM_LIST, CLUES, ASSETS, TRAINING, ALLOWANCE)
