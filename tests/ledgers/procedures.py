"""手续 and money: approvals by milestone or item, and where the funds of a project come from and how far they arrived."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, item, more, note, sheet, specimen, table, title, total

MILESTONES = specimen(
    "milestones-each-with-planned-and-actual-date",
    sheet(
        "前期手续",
        title("泠水县2025年拟开工项目前期手续办理情况表"),
        note("截至2025年4月20日"),
        table("approvals", "sequence", "name", "owner", "total_investment:亿元", *[None] * 12, "problem", "responsible_unit"),
        head("序号", "项目名称", "建设单位", "总投资（亿元）", "项目立项", LEFT, "用地预审与选址", LEFT, "规划许可", LEFT, "环境影响评价", LEFT, "节能审查", LEFT, "施工许可", LEFT, "存在问题", "责任单位"),
        head(*[UP] * 4, *["计划办结时间", "实际办结时间"] * 6, UP, UP),
        item(1, "泠水磷石膏综合利用", "泠岭化工", 6.2, date(2025, 1, 31), date(2025, 1, 22), date(2025, 3, 15), date(2025, 3, 28), date(2025, 5, 10), None, date(2025, 5, 30), None, date(2025, 6, 10), None, date(2025, 7, 30), None, "环评报告编制慢", "县工信局"),
        item(2, "泠水县城第二热源", "县热力公司", 2.4, date(2024, 12, 20), date(2024, 12, 18), date(2025, 2, 28), date(2025, 2, 20), date(2025, 4, 20), date(2025, 4, 17), date(2025, 4, 30), None, None, None, date(2025, 6, 30), None, None, "县住建局"),
        item(3, "泠水抽水站改造", "县水利局", 0.6, date(2025, 2, 15), date(2025, 2, 15), None, None, None, None, None, None, None, None, date(2025, 5, 30), None, None, "县水利局"),
    ),
)

TICKS = specimen(
    "milestones-as-words-and-ticks",
    sheet(
        "手续清单",
        title("曲枫县重点项目审批手续办理台账"),
        table("approvals", "sequence", "name", "owner", *[None] * 9, "responsible_unit", None),
        head("序号", "项目名称", "项目业主", "立项（备案）", "可研批复", "初步设计", "用地手续", "建设用地规划许可证", "建设工程规划许可证", "环评", "能评", "施工许可证", "牵头单位", "备注"),
        item(1, "曲枫豆制品园", "曲枫豆业", "已办结", "不涉及", "不涉及", "已办结", "已办结", "办理中", "已办结", "√", "未办理", "县工信局", None),
        item(2, "曲枫县托养中心", "县残联", "已办结", "已办结", "2025.6.30前", "划拨中", "未办理", "未办理", "登记表", "不涉及", "未办理", "县残联", "容缺受理"),
        item(3, "曲枫应急物资库", "县应急局", "√", "√", "√", "√", "√", "√", "√", "√", "2025.5.20", "县应急局", None),
        item(4, "曲枫矿泉水", "曲岭饮品", "√", "不涉及", "不涉及", "×", "×", "×", "×", "×", "×", "县商务局", "采矿权"),
    ),
)

ITEMS = specimen(
    "approval-clock-one-item-a-row",
    sheet(
        "审批事项时间表",
        title("槐安经开区重大项目审批事项承诺办理时间表"),
        table("approvals", "sequence", "name", None, "responsible_unit", None, None, "deadline", None, "status", projects=None, first_row=None, last_row=None, names=None),
        head("序号", "项目名称", "审批事项", "主办部门", "受理时间", "承诺时限（工作日）", "办理时限", "批复时间", "办理状态"),
        item(1, "槐安锂电铜箔三期", "项目备案", "区行政审批局", date(2025, 3, 3), 1, date(2025, 3, 4), date(2025, 3, 4), "已办结"),
        item(UP, UP, "环境影响评价", "区生态环境分局", date(2025, 3, 10), 10, date(2025, 3, 24), None, "正在办理"),
        item(UP, UP, "工程规划许可", "区自然资源局", date(2025, 3, 17), 5, date(2025, 3, 24), date(2025, 3, 21), "已办结"),
        item(2, "槐安生物发酵", "节能审查", "区发改局", date(2025, 3, 12), 8, date(2025, 3, 24), None, "正在办理"),
    ),
)

SOURCES = specimen(
    "several-fund-sources-for-each-project-in-text-amounts",
    sheet(
        "资金到位",
        title("岚坪市重点项目资金到位情况汇总表"),
        note(*[None] * 9, "单位：万元"),
        table("funding", "sequence", "name", "total_investment:万元", None, None, None, None, None, "annual_plan:万元", "done_this_year:万元"),
        head("序号", "项目名称", "项目总投资", "投资主体", "资金来源", "来源说明", "至上年底累计资金到位", "年度资金到位", "年计划完成投资", "年实际完成投资"),
        item(1, "岚坪南环高速连接线", "54,583.00", "市交投", "资本金", "市财政", "12,000.00", "3,500.00", "15,000.00", "9,820.50"),
        more(None, None, None, None, "银行贷款", "国开行", "20,000.00", "4,000.00"),
        more(None, None, None, None, "专项债券", "2025年第二批", None, "2,000.00"),
        item(2, "岚坪体育公园", "8,200.00", "市城投", "财政资金", None, "1,000.00", "800.00", "3,000.00", "2,100.00"),
        more(None, None, None, None, "社会资本", None, None, "500.00"),
        item(3, "岚坪西水厂", "16,740.00", "市水务", "自筹", None, "6,000.00", "1,200.00", "4,000.00", "3,960.00"),
        total("合计", None, "79,523.00", None, None, None, "39,000.00", "12,000.00", "22,000.00", "15,880.50"),
    ),
)

BONDS = specimen(
    "special-bonds-issued-and-spent",
    sheet(
        "专项债",
        title("青栎县新增专项债券项目资金使用情况表（截至2025年8月底）"),
        note("单位：万元"),
        table("funding", "sequence", "name", "owner", None, None, None, None, None, None, "visible_progress", "problem", None),
        head("序号", "项目名称", "建设单位", "债券批次", "发行日期", "发行金额", "已拨付金额", "已支出金额", "支出进度", "形象进度", "存在问题", "备注"),
        item(1, "青栎县人民医院传染楼", "县卫健局", "2025年一批", date(2025, 3, 18), 8000, 6000, 5200, 0.65, "主体三层", None, None),
        item(2, "青栎县产业园配套", "县国投", "2025年二批", date(2025, 6, 20), 12000, 3000, 1100, 0.092, "土石方", "施工图滞后", None),
        item(3, "青栎县城乡供水", "县水利局", "2024年结转", date(2024, 9, 11), 5000, 5000, 4875, 0.975, "收尾", None, None),
        total("合计", LEFT, None, None, None, 25000, 14000, 11175, 0.447),
        formats={"I": "0.0%"},
    ),
)

CENTRAL = specimen(
    "central-budget-and-bond-funds-side-by-side",
    sheet(
        "资金",
        title("柏川县争取上级资金项目资金下达支付情况表"),
        table("funding", "name", "code", "total_investment:万元", *[None] * 8, "owner"),
        head("项目名称", "项目代码", "总投资\n（万元）", "中央预算内投资资金情况", LEFT, LEFT, LEFT, "地方政府专项债券资金情况", LEFT, LEFT, LEFT, "项目业主"),
        head(UP, UP, UP, *["下达年份批次", "下达资金（万元）", "支付资金（万元）", "支付进度"] * 2, UP),
        item("柏川县疾控能力提升", "2401-350000-04-01-000010", 6000, "2024年第三批", 3000, 2400, "80%", None, None, None, None, "县疾控中心"),
        item("柏川县城排水防涝", "2402-350000-04-01-000029", 15000, "2024年增发国债", 8000, 7600, "95%", "2025年第一批", 4000, 1000, "25%", "县住建局"),
        item("柏川县标准化厂房", "2409-350000-04-01-000071", 22000, None, None, None, None, "2025年第二批", 10000, 3200, "32%", "县国投公司"),
    ),
)

SPECIMENS = (MILESTONES, TICKS, ITEMS, SOURCES, BONDS, CENTRAL)
