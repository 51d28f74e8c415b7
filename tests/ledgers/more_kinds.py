"""More of the kinds other than progress, each worded and laid out otherwise than its first specimen."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, NULL, UP, head, item, more, note, part, sheet, specimen, table, title, total

FUND_RATE = specimen(
    "funds-arrived-by-source-with-arrival-rate",
    sheet(
        "到位率",
        title("青栎县2025年重点项目资金到位情况表"),
        note("截至2025年6月30日", *[None] * 8, "单位：万元"),
        table("funding", "sequence", "name", "total_investment:万元", *[None] * 6, "problem"),
        head("序号", "项目名称", "总投资", "本年到位资金", LEFT, LEFT, LEFT, LEFT, "资金到位率（%）", "存在问题"),
        head(UP, UP, UP, "中央", "省级", "县级", "银行贷款", "企业自筹", UP, UP),
        item(1, "青栎县中医院", 18000, 3000, 800, 200, None, None, 50, "县级配套未到位"),
        item(2, "青栎竹产业园", 25000, None, None, None, 6000, 3000, 75, None),
        item(3, "青栎县高标准农田", 7600, 4200, 1300, 400, None, None, 98.3, None),
        total("合计", LEFT, 50600, 7200, 2100, 600, 6000, 3000, None, None),
    ),
)

INSTRUCTIONS = specimen(
    "leaders-written-instructions",
    sheet(
        "批示件",
        title("石鹭县委县政府领导批示件督办台账"),
        table("supervision", "sequence", None, None, None, "responsible_unit", "deadline", None, "status"),
        head("序号", "批示领导", "批示内容", "批示日期", "承办单位", "办结期限", "办理结果", "办理状态"),
        item(1, "慕容槐", "请住建局核实并妥处", date(2025, 4, 2), "县住建局", date(2025, 4, 17), "已答复", "已办结"),
        item(2, "慕容槐", "加快渔港项目前期", date(2025, 4, 9), "县海洋渔业局", date(2025, 5, 9), None, "正在办理"),
        item(3, "诸葛川", "研究提出盘活方案", date(2025, 4, 21), "县国资中心", date(2025, 5, 6), "初稿", "正在办理"),
        item(4, "诸葛川", "阅，抓好落实", date(2025, 4, 28), "县教育局", date(2025, 5, 13), None, "退回重办"),
    ),
)

UNITS_MERGED = specimen(
    "supervised-tasks-by-unit-merged-down",
    sheet(
        "任务清单",
        title("苍梨市项目攻坚季重点任务督办清单（2025年第2期）"),
        table("supervision", "responsible_unit", None, None, None, "deadline", None, "status"),
        head("责任单位", "序号", "督办事项", "目标要求", "完成时限", "进展情况", "状态"),
        item("市自然资源局", 1, "保障氢能园用地", "供地300亩", "2025.6.20", "已组卷", "正在办理"),
        item(UP, 2, "办理机场林地手续", "取得批复", "2025.7.15", "省厅受理", "正在办理"),
        item("市生态环境局", 3, "污水厂环评", "批复", "2025.6.10", "已批复", "已办结"),
        item("市住建局", 4, "绕城高速拆迁", "清零", "2025.6.30", "剩12户", "正在办理"),
        item(UP, 5, "施工许可容缺", "发证", "2025.6.15", "已发证", "已办结"),
    ),
)

REGISTERED = specimen(
    "registered-projects-with-capital-in-another-unit",
    sheet(
        "注册",
        title("望榆区招商引资注册项目台账"),
        table("investment_promotion", "sequence", "owner", None, None, None, "content", "industry", "total_investment:亿元", None, "signed_on", None),
        head("序号", "投资方名称", "在望榆注册名称", "注册时间", "注册资本[万元]", "项目建设内容", "产业类别", "总投资额[亿元]", "一期投资额[亿元]", "合同签约时间", "项目用地[亩]"),
        item(1, "沪岭医械集团", "望榆沪岭医疗器械有限公司", "2025.2.8", 5000, "注射器生产线", "生物医药", 3.2, 1.5, "2024.12.20", 80),
        item(2, "粤岭电子股份", "粤岭（望榆）电子科技有限公司", "2025.3.19", 10000, "连接器", "电子信息", 6, 2, "2025.1.15", 120),
        item(3, "苏岭纺机", "望榆苏岭纺机有限公司", "2025.5.6", 2000, "纺机配件", "装备制造", 1.1, 1.1, "2025.3.2", None),
    ),
)

STAGES_OF_SIGNED = specimen(
    "signed-projects-by-county-sections-and-outcome",
    sheet(
        "履约",
        title("岚坪市2024年签约项目履约落地情况表"),
        note("单位：亿元", *[LEFT] * 7),
        table("investment_promotion", "sequence", "name", "owner", "signed_on", "agreed_investment:亿元", "paid_in:亿元", None, None, declared_projects=5),
        head("序号", "签约项目名称", "投资方", "签约时间", "协议投资额", "实际到资", "履约情况", "备注"),
        total("合计（5个）", LEFT, None, None, 29.3, 5.25),
        part("一、柏川县（3个）", *[LEFT] * 7, label="柏川县", count=3),
        item(1, "竹炭", "浙岭竹业", "2024.3", 1.3, 0.6, "已开工", None, region="柏川县"),
        item(2, "新型肥料", "鲁岭化工", "2024.6", 4, 0.15, "已注册", None, region="柏川县"),
        item(3, "绿色铝", "豫岭铝业", "2024.9", 12, 0, "未履约", "拟解约", region="柏川县"),
        part("二、泠水县（2个）", *[LEFT] * 7, label="泠水县", count=2),
        item(1, "预制构件", "湘岭建工", "2024.4", 2, 1.5, "已投产", None, region="泠水县"),
        item(2, "有机硅单体", "赣岭硅业", "2024.11", 10, 3, "已开工", None, region="泠水县"),
    ),
)

RESERVE_TOTAL = specimen(
    "reserve-with-total-last-and-levels",
    sheet(
        "储备",
        title("石鹭县2026年储备项目库清单"),
        note("单位：亿元"),
        table("reserve", "sequence", "name", "level", "industry", "content", "total_investment:亿元", "responsible_unit", None, declared_projects=4),
        head("序号", "项目名称", "级别", "行业", "建设内容", "估算总投资", "责任单位", "前期工作开展情况"),
        item(1, "石鹭湾海上光伏", "省级", "能源", "50万千瓦", 32, "县发改局", "海域论证"),
        item(2, "石鹭县城区更新", "县级", "城建", "5个片区", 8.6, "县住建局", "策划"),
        item(3, "石鹭深水网箱", "市级", "渔业", "300口", 2.4, "县海洋渔业局", "可研"),
        item(4, "石鹭县疾控实验楼", "县级", "卫生", "8000平方米", 0.5, "县卫健局", "立项"),
        total("合计（4个）", LEFT, None, None, None, 43.5, None, None),
    ),
)

RANKED = specimen(
    "growth-target-actual-and-rank-for-each-county",
    sheet(
        "排名",
        title("苍梨市2025年1-8月县区主要经济指标增速及位次"),
        table("indicators", None, period={"year": 2025, "month": 8}),
        head("县（市、区）", "规上工业增加值", LEFT, LEFT, "固定资产投资", LEFT, LEFT, "外贸进出口", LEFT, LEFT),
        head(UP, *["目标增速%", "实际增速%", "位次"] * 3),
        item("柏川县", 9, 8.1, 2, 10, 11.3, 1, 10, -2.2, 4),
        item("青栎县", 8, 3.0, 4, 10, -5.1, 4, 10, 6.6, 2),
        item("东槐区", 8.5, 8.9, 1, 9, 8.2, 2, 10, 12.1, 1),
        item("泠水县", 8, 6.2, 3, 9, 4.4, 3, 10, 1.3, 3),
    ),
)

ZONES = specimen(
    "target-system-of-the-development-zones",
    sheet(
        "目标体系",
        title("岚坪市开发区2025年目标任务完成情况（截至6月底）"),
        table("targets", None),
        head("开发区", "签约项目（个）", LEFT, LEFT, "落地项目（个）", LEFT, LEFT, "到位资金（亿元）", LEFT, LEFT),
        head(UP, *["年度目标", "已完成", "完成率"] * 3),
        item("槐安经开区", 60, 34, "56.7%", 20, 9, "45%", 20, 11.5, "57.5%"),
        item("临港开发区", 50, 31, "62%", 18, 11, "61.1%", 16, 6.2, "38.8%"),
        item("梧堤高新区", 40, 18, "45%", 15, 8, "53.3%", 12, 7.7, "64.2%"),
    ),
)

PRE_WORK_SECTIONS = specimen(
    "procedures-with-county-sections",
    sheet(
        "手续",
        title("岚坪市2026年计划开工项目前期手续进展调度表（5个）"),
        table("approvals", "sequence", "name", "total_investment:亿元", *[None] * 6, "next_step", declared_projects=5),
        head("序号", "项目名称", "总投资（亿元）", "立项批复", "用地审批", "规划许可", "环评批复", "能评批复", "施工许可", "下步计划"),
        part("一、青栎县（2个）", *[LEFT] * 9, label="青栎县", count=2),
        item(1, "青栎抽蓄", 68, "2025.3", "正在办理", "未办理", "正在办理", "不涉及", "未办理", "6月底前取得用地预审", region="青栎县"),
        item(2, "青栎碳纤维", 12, "2025.1", "2025.4", "2025.5", "正在办理", "正在办理", "未办理", "能评上会", region="青栎县"),
        part("二、东槐区（3个）", *[LEFT] * 9, label="东槐区", count=3),
        item(1, "东槐冷链港", 5, "2025.2", "2025.3", "2025.4", "2025.4", "不涉及", "正在办理", "7月开工", region="东槐区"),
        item(2, "东槐快速路", 9.6, "2024.12", "正在办理", "未办理", "2025.5", "不涉及", "未办理", "组卷", region="东槐区"),
        item(3, "东槐智算", 20, "2025.5", "未办理", "未办理", "未办理", "未办理", "未办理", "能评", region="东槐区"),
    ),
)

BOND_SOURCES = specimen(
    "bond-project-with-several-batches-below-each-other",
    sheet(
        "债券台账",
        title("东槐区地方政府专项债券项目台账"),
        note("单位：万元"),
        table("funding", "sequence", "name", "owner", "total_investment:万元", None, None, None, None, declared_projects=NULL),
        head("序号", "项目名称", "建设单位", "总投资", "债券批次", "债券资金", "已支出", "支出进度%"),
        item(1, "东槐区职业教育中心", "区教育局", 32000, "2024年第三批", 6000, 6000, 100),
        more(None, None, None, None, "2025年第一批", 4000, 2500, 62.5),
        item(2, "东槐区污水处理厂扩建", "区水务公司", 18000, "2025年第一批", 5000, 800, 16),
        item(3, "东槐区老旧小区改造", "区住建局", 9000, "2025年第二批", 3000, 0, 0),
        total("合计", None, None, 59000, None, 18000, 9300, 51.7),
    ),
)

SPECIMENS = (FUND_RATE, INSTRUCTIONS, UNITS_MERGED, REGISTERED, STAGES_OF_SIGNED, RESERVE_TOTAL, RANKED, ZONES, PRE_WORK_SECTIONS, BOND_SOURCES)
