"""招商 and reserve ledgers: projects in talks, signed, signed but not begun, foreign funds, and the projects in reserve."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, item, note, part, sheet, specimen, table, title, total

IN_TALKS = specimen(
    "projects-in-talks-with-units-in-square-brackets",
    sheet(
        "在谈",
        title("梧堤新区在谈招商项目跟踪表"),
        table("investment_promotion", "sequence", "name", "content", "total_investment:亿元", "owner", "industry", "region", None, "contact", None, "phone", None, "responsible_unit", None),
        head("序号", "项目名称", "拟建设内容", "拟投资额[亿元]", "投资方", "行业", "拟建地点", "用地情况[亩]", "联系人", "职务", "电话", "跟踪人", "跟踪单位", "首次填报时间"),
        item(1, "高端厨具生产基地", "年产80万套", 6.5, "沪岭厨具股份", "轻工", "新区A片", 120, "令狐平", "副总", "138****0000", "端木苇", "区招商局", date(2025, 2, 14)),
        item(2, "冷链总部", "冷库12万吨", 9, "粤岭冷链", "物流", "港区", 200, "公孙樵", "总监", "139****0000", "诸葛川", "区商务局", date(2025, 3, 3)),
        item(3, "生物可降解材料", "PBAT 6万吨", 15, "浙岭新材", "化工", None, 300, None, None, None, "端木苇", "区招商局", date(2025, 3, 20)),
    ),
)

SIGNED = specimen(
    "signed-projects-with-leaders-and-arrived-funds",
    sheet(
        "签约项目",
        title("青栎县2025年招商引资签约项目台账"),
        note("填报单位：青栎县商务局", None, None, None, None, None, None, None, None, "单位：亿元"),
        table("investment_promotion", "sequence", "name", "owner", "signed_on", "agreed_investment:亿元", "paid_in:亿元", None, "visible_progress", "leader", "responsible_unit"),
        head("序号", "签约项目名称", "投资方", "签约时间", "协议投资额", "到位资金", "是否开工", "项目进展情况", "牵头县领导", "责任单位"),
        item(1, "竹木家居产业园", "闽岭家居", "2025.1.18", 5.2, 0.8, "是", "厂房基础", "尉迟远", "县林业局"),
        item(2, "农副产品精深加工", "鲁岭食品", "2025.3.6", 2.1, 0.3, "否", "土地招拍挂", "东方砚", "县农业农村局"),
        item(3, "储能模组", "苏岭能源", "2025.4.22", 10, 0, "否", "公司注册", "司徒柏", "县工信局"),
        item(4, "旅拍基地", "川岭文旅", "2025.5.9", 1.2, 0.1, "是", "改造", "慕容槐", "县文旅局"),
        total("合计", LEFT, None, None, 18.5, 1.2),
    ),
)

SIGNED_NOT_BEGUN = specimen(
    "signed-but-not-begun",
    sheet(
        "签约未开工",
        title("岚坪市2024年以来签约未开工项目清单（共3个）"),
        table("investment_promotion", "sequence", "region", "name", "owner", "signed_on", "agreed_investment:亿元", None, None, "responsible_unit", "leader", declared_projects=3),
        head("序号", "县（市、区）", "项目名称", "投资方", "签约时间", "协议总投资（亿元）", "未开工原因", "承诺开工时间", "责任单位", "包联领导"),
        item(1, "柏川县", "新型建材园", "晋岭建材", date(2024, 5, 16), 8, "用地指标未落实", "2025年12月", "柏川县招商局", "欧阳松", region="柏川县"),
        item(2, "东槐区", "宠物食品", "沪岭宠物", date(2024, 9, 2), 3.5, "投资方资金紧张", "2025年10月", "东槐区商务局", "皇甫青", region="东槐区"),
        item(3, "青栎县", "氢燃料电池", "京岭氢能", date(2024, 11, 28), 20, "能评未批", "2026年3月", "青栎县工信局", "尉迟远", region="青栎县"),
    ),
)

FOREIGN = specimen(
    "foreign-funds-in-ten-thousand-dollars",
    sheet(
        "外资项目",
        title("中岭洽谈会签约外资项目进展情况表"),
        note("填报单位：石鹭县商务局", None, None, None, None, None, None, None, None, "单位：万美元"),
        table("investment_promotion", "sequence", "name", None, None, None, None, "total_investment:万美元", None, None, None, None),
        head("序号", "项目名称", "中方", "外方", "合作方式", "签约种类", "投资总额", "利用外资", "项目进展情况", LEFT, LEFT),
        head(*[UP] * 8, "批办时间", "实际到资", "动工时间"),
        item(1, "海洋生物提取", "石鹭水产公司", "香岛生物", "合资", "合同", 3000, 1500, "2024.12", 300, "2025.3"),
        item(2, "精密光学", None, "坡岛光学", "独资", "合同", 5200, 5200, "2025.1", 800, None),
        item(3, "跨境仓", "石鹭国投", "马岛物流", "合作", "意向", 1200, 600, None, None, None),
    ),
)

FOUR_STAGES = specimen(
    "one-sheet-for-each-stage-of-promotion",
    sheet(
        "在谈",
        title("东槐区在谈项目"),
        table("investment_promotion", "sequence", "name", "owner", "total_investment:亿元", "responsible_unit"),
        head("序号", "项目名称", "投资方", "拟投资额（亿元）", "跟踪单位"),
        item(1, "医美耗材", "沪岭医美", 2, "区商务局"),
        item(2, "机器人关节", "深岭机器人", 6, "区科技局"),
    ),
    sheet(
        "签约",
        title("东槐区签约项目"),
        table("investment_promotion", "sequence", "name", "owner", "signed_on", "agreed_investment:亿元", "responsible_unit"),
        head("序号", "签约项目名称", "外来投资方", "合同签约时间", "协议投资额（亿元）", "牵头单位"),
        item(1, "数字印刷", "杭岭印务", "2025年2月", 1.6, "区文旅局"),
    ),
    sheet(
        "储备",
        title("东槐区储备项目"),
        table("reserve", "sequence", "name", "content", "total_investment:亿元", "responsible_unit"),
        head("序号", "项目名称", "建设内容", "估算投资（亿元）", "责任单位"),
        item(1, "槐河生态廊道", "22公里", 4.5, "区水利局"),
        item(2, "城市更新二期", "6个片区", 12, "区住建局"),
        item(3, "智慧水务", "管网监测", 0.8, "区水利局"),
    ),
)

RESERVE = specimen(
    "reserve-by-fields-with-counts",
    sheet(
        "储备库",
        title("柏川县“十五五”重大项目储备库（6项）"),
        note("单位：万元"),
        table("reserve", "sequence", "name", "content", "total_investment:万元", "planned_start", None, "responsible_unit", declared_projects=6),
        head("序号", "项目名称", "建设内容及规模", "总投资", "拟开工时间", "前期工作进展", "责任单位"),
        part("一、水利（2项）", *[LEFT] * 6, label="水利", count=2),
        item(1, "柏河灌区现代化改造", "灌溉面积18万亩", 96000, "2026年", "规划阶段", "县水利局"),
        item(2, "小型水库除险加固", "32座", 21000, "2026年9月", "实施方案", "县水利局"),
        part("二、能源（3项）", *[LEFT] * 6, label="能源", count=3),
        item(1, "分散式风电", "10万千瓦", 65000, "2027年", "测风", "县发改局"),
        item(2, "县域充换电网络", "充电桩1200台", 12000, "2026年", "选址", "县发改局"),
        item(3, "地热供暖", "200万平方米", 38000, "2027年", "勘查", "县住建局"),
        part("三、产业（1项）", *[LEFT] * 6, label="产业", count=1),
        item(1, "氟材料循环园", "占地800亩", 300000, "2028年", "产业规划", "县工信局"),
        note("备注：入库项目实行动态调整。", *[LEFT] * 6),
    ),
)

PLANNED = specimen(
    "ideas-of-projects-by-each-bureau",
    sheet(
        "谋划项目",
        title("望榆区2026年谋划项目汇总表"),
        table("reserve", "sequence", "name", "nature", "content", "total_investment:亿元", None, None, "responsible_unit", "contact"),
        head("序号", "项目名称", "建设性质", "主要建设内容", "估算总投资（亿元）", "谋划依据", "拟争取资金方向", "责任单位", "联系人"),
        item(1, "榆河源湿地", "新建", "湿地修复3000亩", 1.8, "流域规划", "中央预算内", "区林草局", "端木苇"),
        item(2, "托育综合中心", "新建", "托位300个", 0.5, "人口政策", "专项债", "区卫健局", "公孙樵"),
        item(3, "粮食烘干中心", "扩建", "日烘干600吨", 0.7, "粮食安全", "企业自筹", "区农业农村局", "令狐平"),
    ),
)

SPECIMENS = (IN_TALKS, SIGNED, SIGNED_NOT_BEGUN, FOREIGN, FOUR_STAGES, RESERVE, PLANNED)
