"""The other kinds again: hot-line orders, bonds, central funds, promotion by ticks, depth of planning, shares of a target."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, item, note, part, sheet, specimen, table, title, total

FILED_ITEMS = specimen(
    "filed-items-with-result",
    sheet(
        "督查",
        title("柏川县政府督查事项办理情况台账"),
        table("supervision", None, None, "name", None, "responsible_unit", "deadline", None, None),
        head("立项号", "立项时间", "督查事项", "事项来源", "承办单位", "办结时限", "办理结果", "备注"),
        item("柏督2025-001", date(2025, 2, 8), "春季项目集中开工准备", "政府全会", "县发改局", date(2025, 2, 28), "已办结", None),
        item("柏督2025-002", date(2025, 2, 17), "拖欠工程款清理", "县长批示", "县财政局", date(2025, 4, 30), "正在办理", "已付60%"),
        item("柏督2025-003", date(2025, 3, 3), "化工园区封闭管理", "常务会议", "县应急局", date(2025, 6, 30), "正在办理", None),
    ),
)

HOT_LINE = specimen(
    "orders-of-the-hot-line",
    sheet(
        "热线工单",
        title("东槐区项目建设领域热线工单督办表"),
        table("supervision", None, "name", None, "responsible_unit", None, "deadline", "status", None),
        head("工单编号", "诉求内容", "所在街道", "承办单位", "转办时间", "办结期限", "办理状态", "是否满意"),
        item("20250512001", "工地夜间施工噪声", "城关街道", "区城管局", date(2025, 5, 12), date(2025, 5, 17), "已办结", "满意"),
        item("20250513007", "道路开挖未恢复", "东坝街道", "区住建局", date(2025, 5, 13), date(2025, 5, 20), "办理中", None),
        item("20250514003", "征迁补偿款未到账", "北塬街道", "区征收办", date(2025, 5, 14), date(2025, 5, 24), "已退回", None),
    ),
)

BONDS = specimen(
    "special-bonds-quota-and-spending",
    sheet(
        "专项债",
        title("泠水县2025年专项债券资金使用情况台账"),
        note("单位：万元"),
        table("funding", "sequence", "name", None, None, None, None, None, None, None, "problem"),
        head("序号", "项目名称", "主管部门", "债券批次", "发行时间", "发行额度", "已支出金额", "支出进度（%）", "结余资金", "存在问题"),
        item(1, "泠水县城区供水管网", "县水利局", "第一批", "2025.3", 12000, 9000, 75, 3000, None),
        item(2, "泠水县产业园标准厂房", "县工信局", "第一批", "2025.3", 20000, 8000, 40, 12000, "施工许可未办"),
        item(3, "泠水县停车场", "县城投", "第二批", "2025.6", 5000, 500, 10, 4500, "选址调整"),
        total("合计", LEFT, None, None, None, 37000, 17500, 47.3, 19500, None),
    ),
)

CENTRAL_FUNDS = specimen(
    "central-budget-issued-arrived-and-paid",
    sheet(
        "中央预算内",
        title("青栎县中央预算内投资项目资金到位和支付情况表"),
        note(*[None] * 9, "单位：万元"),
        table("funding", "sequence", "name", None, "total_investment:万元", None, None, None, None, None, None),
        head("序号", "项目名称", "下达文号", "总投资", "中央预算内资金", LEFT, LEFT, "地方配套资金", LEFT, "资金支付率%"),
        head(UP, UP, UP, UP, "下达", "到位", "支付", "应到位", "已到位", UP),
        item(1, "青栎县排水防涝", "岚发改投资〔2025〕12号", 8000, 4000, 4000, 2600, 2000, 1000, 52),
        item(2, "青栎县冷链骨干基地", "岚发改投资〔2025〕31号", 6000, 1500, 1500, 1200, 1000, 1000, 48.8),
    ),
)

BY_SOURCE = specimen(
    "planned-and-arrived-money-of-each-source",
    sheet(
        "资金",
        title("梧堤新区重点项目资金来源及到位情况"),
        note("单位：万元"),
        table("funding", "sequence", "name", "total_investment:万元", *[None] * 8, "responsible_unit", never=("annual_plan", "owner")),
        head("序号", "项目名称", "总投资", "上级补助", LEFT, "专项债券", LEFT, "银行贷款", LEFT, "业主自筹", LEFT, "责任单位"),
        head(UP, UP, UP, *["计划", "到位"] * 4, UP),
        item(1, "梧堤污泥处置", 15000, 4000, 4000, 6000, 3000, 3000, 0, 2000, 1000, "新区城建局"),
        item(2, "梧堤科创走廊", 48000, 5000, 2000, 20000, 20000, 18000, 9000, 5000, 5000, "新区科技局"),
    ),
)

BY_TICKS = specimen(
    "promotion-with-a-tick-for-each-stage",
    sheet(
        "招商进展",
        title("槐安经开区招商引资项目全流程推进表"),
        table("investment_promotion", "sequence", "name", "owner", "total_investment:亿元", *[None] * 6, "problem", "responsible_unit", never=("stage",)),
        head("序号", "项目名称", "投资方", "总投资（亿元）", "项目阶段", LEFT, LEFT, LEFT, LEFT, LEFT, "存在问题", "责任单位"),
        head(UP, UP, UP, UP, "线索", "在谈", "签约", "注册", "开工", "投产", UP, UP),
        item(1, "电子烟模具", "深岭模具", 1.2, "√", "√", "√", "√", None, None, "厂房未定", "招商一局"),
        item(2, "石英纤维", "鄂岭石英", 5, "√", "√", None, None, None, None, None, "招商二局"),
        item(3, "宠物零食", "鲁岭宠食", 0.8, "√", "√", "√", "√", "√", "√", None, "招商一局"),
    ),
)

LEADS = specimen(
    "leads-of-promotion",
    sheet(
        "线索库",
        title("望榆区2025年招商引资线索项目台账"),
        table("investment_promotion", "sequence", "name", None, "content", "total_investment:亿元", None, "visible_progress", None, "responsible_unit"),
        head("序号", "项目（企业）名称", "线索来源", "拟建设内容", "拟投资额（亿元）", "首次对接时间", "洽谈进展情况", "需协调事项", "跟踪单位"),
        item(1, "智能马桶生产基地", "展会", "年产30万套", 2.2, "2025.2.11", "已考察2次", None, "区招商局"),
        item(2, "低空经济试飞基地", "商会推荐", "试飞场", 6, "2025.3.20", "交换协议文本", "空域", "区交通局"),
        item(3, "合成生物中试", "以商招商", "中试线", 3.5, "2025.4.2", "初步接触", None, "区科技局"),
    ),
)

DEPTH = specimen(
    "reserve-with-the-depth-of-planning",
    sheet(
        "储备项目",
        title("苍梨市2026年重大项目储备库"),
        note("单位：亿元", *[LEFT] * 8),
        table("reserve", "sequence", "name", "region", "content", "total_investment:亿元", None, None, "planned_start", "responsible_unit"),
        head("序号", "项目名称", "建设地点", "建设内容及规模", "估算总投资", "谋划深度", "前期工作进展", "拟开工时间", "责任单位"),
        item(1, "苍梨新型储能示范", "柏川县", "200兆瓦/400兆瓦时", 8, "可研", "已编制", "2026年6月", "市发改委"),
        item(2, "苍梨大学科技园", "东槐区", "占地300亩", 12.5, "概念性方案", "选址", "2026年10月", "市科技局"),
        item(3, "苍梨农产品批发市场", "望榆区", "交易区8万平方米", 4.2, "项目建议书", "用地预审", "2026年3月", "市商务局"),
    ),
)

RANKED = specimen(
    "indicators-as-rows-with-value-growth-and-rank",
    sheet(
        "排位",
        title("柏川县2025年1-9月主要经济指标在全市排位情况"),
        table("indicators", None, period={"year": 2025, "month": 9}),
        head("指标名称", "计量单位", "全市", LEFT, "柏川县", LEFT, LEFT),
        head(UP, UP, "总量", "同比增长%", "总量", "同比增长%", "增速排名"),
        item("地区生产总值", "亿元", 1230.5, 5.6, 212.4, 6.2, 2),
        item("规上工业增加值", "亿元", None, 7.1, None, 9.3, 1),
        item("固定资产投资", "亿元", None, 4.4, None, -2.1, 6),
        item("社会消费品零售总额", "亿元", 410.2, 5, 66.8, 5.4, 3),
        item("一般公共预算收入", "亿元", 80.1, 3.9, 11.2, 7.7, 1),
    ),
)

SHARED_TARGET = specimen(
    "one-target-shared-out-to-counties",
    sheet(
        "固投目标",
        title("岚坪市2025年固定资产投资目标分解及上半年完成情况"),
        note("单位：亿元"),
        table("targets", None, period={"year": 2025}),
        head("县（市、区）", "全年目标", "上半年目标", "上半年完成", "完成全年目标%", "缺口", "排名"),
        item("柏川县", 120, 60, 66, 55, 54, 1),
        item("青栎县", 80, 40, 34, 42.5, 46, 4),
        item("东槐区", 200, 100, 104, 52, 96, 2),
        item("望榆区", 96, 48, 45, 46.9, 51, 3),
        total("全市", 496, 248, 249, 50.2, 247, None),
    ),
)

TOLERATED = specimen(
    "approvals-granted-with-papers-missing",
    sheet(
        "容缺",
        title("曲枫县重点项目容缺受理审批事项台账"),
        table("approvals", "sequence", "name", None, None, None, None, None, None, projects=None, first_row=None, last_row=None, names=None),
        head("序号", "项目名称", "审批事项", "审批部门", "容缺材料", "受理时间", "承诺补齐时限", "批复时间"),
        item(1, "曲枫麦芽糖醇", "施工许可", "县行政审批局", "消防设计意见", date(2025, 4, 2), date(2025, 5, 2), date(2025, 4, 9)),
        item(2, "曲枫体育公园", "用地规划许可", "县自然资源局", "选址论证", date(2025, 4, 11), date(2025, 5, 11), None),
        item(3, "曲枫气凝胶", "环评批复", "县生态环境分局", "总量指标", date(2025, 4, 20), date(2025, 6, 20), None),
    ),
)

MONEY_IN_PROGRESS = specimen(
    "progress-ledger-with-arrived-money-and-permits-at-the-side",
    sheet(
        "台账",
        title("石鹭县2025年1-8月重点项目建设进展台账"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "paid_in:万元", None, None, "problem", "responsible_unit", period={"year": 2025, "month": 8}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-8月完成投资", "完成率%", "到位资金", "施工许可证", "环评批复", "存在问题", "责任单位"),
        item(1, "石鹭紫菜精深加工", 9000, 4000, 2600, 65, 5000, "已办", "已办", None, "县海洋渔业局"),
        item(2, "石鹭县公共实训基地", 12000, 6000, 2400, 40, 3000, "办理中", "已办", "资金缺口3000万元", "县人社局"),
    ),
)

TWO_KINDS = specimen(
    "progress-above-and-supervised-items-below-in-one-sheet",
    sheet(
        "周调度",
        title("一、重点项目投资进度（2025年9月）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit"),
        head("序号", "项目名称", "年度计划投资（万元）", "1-9月完成投资（万元）", "责任单位"),
        item(1, "青栎天麻产业园", 6000, 4100, "县林业局"),
        item(2, "青栎县体校", 2500, 1500, "县文旅局"),
        total("合计", LEFT, 8500, 5600, None),
        note(),
        title("二、交办事项办理情况"),
        table("supervision", "sequence", None, "responsible_unit", "deadline", "status"),
        head("序号", "交办事项", "责任单位", "完成时限", "办理状态"),
        item(1, "天麻园进场道路硬化", "县交通局", date(2025, 9, 20), "已办结"),
        item(2, "体校用电增容", "县供电公司", date(2025, 10, 15), "正在办理"),
    ),
)

SIGNED_BY_PART = specimen(
    "signed-projects-in-sections-by-kind-of-contract",
    sheet(
        "签约",
        title("临港开发区2025年上半年签约项目汇总表（5个）"),
        note(*[None] * 6, "单位：亿元"),
        table("investment_promotion", "sequence", "name", "owner", "agreed_investment:亿元", "signed_on", "visible_progress", "responsible_unit", declared_projects=5),
        head("序号", "签约项目名称", "签约企业", "协议投资额", "签约时间", "进展情况", "引荐单位"),
        part("一、合同项目（3个）", *[LEFT] * 6, label="合同项目", count=3),
        item(1, "临港集装箱改装", "沪岭箱业", 2, "2025.1", "已注册", "港务局"),
        item(2, "临港燕麦加工", "苏岭食品", 1.1, "2025.2", "已供地", "商务局"),
        item(3, "临港PEEK材料", "浙岭高分子", 8, "2025.5", "环评", "工信局"),
        part("二、意向项目（2个）", *[LEFT] * 6, label="意向项目", count=2),
        item(1, "临港游艇", "粤岭游艇", 3, "2025.3", "选址", "文旅局"),
        item(2, "临港云仓", "京岭云仓", 1.5, "2025.6", "洽谈", "商务局"),
    ),
)

SPECIMENS = (FILED_ITEMS, HOT_LINE, BONDS, CENTRAL_FUNDS, BY_SOURCE, BY_TICKS, LEADS, DEPTH, RANKED, SHARED_TARGET, TOLERATED, MONEY_IN_PROGRESS, TWO_KINDS, SIGNED_BY_PART)
