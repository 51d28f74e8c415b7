"""The layouts of domain.md a (L1–L8), re-invented: other offices, other words, the same habits."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, NULL, UP, again, head, item, note, part, sheet, specimen, table, title, total

L1 = specimen(
    "graded-management-three-header-rows",
    sheet(
        "1-5月",
        title("岚坪市2025年1-5月重点项目（在建、预备）计划分级管理完成情况一览表"),
        table("progress", "sequence", "name", "total_investment:万元", "done_before_this_year:万元", "annual_plan:万元:2025", "done_this_year:万元:2025:5", "completion_rate", "visible_progress", None, "leader", period={"year": 2025, "month": 5}, declared_projects=7),
        head("序号", "项目名称", "总投资               (万元)", "开工至上一年度底累计完成投资(万元)", "2025年  计划投资(万元)", "2025年实际完成情况", LEFT, LEFT, "建设单位                 及责任人", "挂点领导"),
        head(UP, UP, UP, UP, UP, "1-5月实际完成投资(万元)", "完成投资占年计划%", "1-5月实际形象进度", UP, UP),
        head(*[UP] * 10),
        total("合计（7项）", LEFT, 1090200, 268000, 186000, 71750, 38.58),
        total("其中：在建重点项目（5项）", LEFT, 910200, 268000, 170000, 71750, 42.21),
        total("     预备重点项目（2项）", LEFT, 180000, None, 16000, None, None),
        part("一、市本级（3项）", LEFT, 690000, 190000, 110000, 46200, 42.0, label="市本级", count=3),
        part("（一）在建（2项）", LEFT, label="在建", count=2),
        item("1●", "岚坪至青栎高速公路", 420000, 150000, 60000, 26200, 43.67, "路基完成80%。", "市交投集团 令狐平", "司徒柏"),
        item("2", "岚坪市城区第二水源工程", 150000, 40000, 40000, 20000, 50, "输水隧洞贯通。", "市水务公司 公孙樵", "上官岚"),
        part("（二）预备（1项）", LEFT, label="预备", count=1),
        item("1", "岚坪机场改扩建", 120000, None, 10000, None, None, "选址报告已上报。", "机场办 夏侯林", "司徒柏"),
        part("二、柏川县（4项）", LEFT, 400200, 78000, 76000, 25550, 33.62, label="柏川县", count=4),
        part("（一）在建（3项）", LEFT, label="在建", count=3),
        item("1●", "柏川县锂电隔膜一期", 200000, 60000, 30000, 15000, 50, "设备安装。", "柏川隔膜公司", "欧阳松"),
        item("2", "柏川县医院迁建", 80200, 18000, 20000, 4550, 22.75, "主体封顶。", "县卫健局", "欧阳松"),
        item("3", "柏川文旅小镇", 60000, None, 20000, 6000, 30, "场平。", "柏川文旅集团", "皇甫青"),
        part("（二）预备（1项）", LEFT, label="预备", count=1),
        item("1", "柏川抽水蓄能前期", 60000, None, 6000, None, None, "可研编制中。", "县发改局", "皇甫青"),
        note("注：带●为省级重点项目。"),
    ),
    sheet("Sheet2"),
)

L2 = specimen(
    "annual-goals-and-visible-progress",
    sheet(
        "汇总",
        title("青栎县重点建设2024年度目标及形象进度完成情况汇总表"),
        note("填报单位：青栎县重点办", *[None] * 17, "单位：万元"),
        table("progress", "sequence", "name", "region", "content", "construction_period", "total_investment:万元", "done_since_start:万元", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "completion_rate", "visible_progress", "planned_start", "actual_start", "planned_finish", "actual_finish", None, "problem", "leader", declared_projects=5, period={"year": 2024, "month": NULL}),
        head("序号", "项目名称", "建设地点", "建设内容\n及规模", "建设\n年限", "项目\n总投资", "开工累计完成投资", "年度计划投资", "2024年完成情况", LEFT, LEFT, LEFT, "拟开工时间", "今年开工时间", "拟竣工时间", "今年竣工时间", "省级或市级重点项目", "需要省、市协调解决问题", "项目挂\n点领导"),
        head(*[UP] * 8, "月完成\n投资", "1-  月累计完成投资", "完成年度投资计划%", "1-  月工程形象进度", *[UP] * 7),
        total("合计5项", LEFT, None, None, None, 153000, 61500, 42000, 3800, 24700, 58.81),
        part("一、能源2项", LEFT, None, None, None, 95000, 50000, 22000, 2000, 13900, 63.18, label="能源", count=2),
        item(1, "青栎西风电场", "西岭乡", "5万千瓦", "2023-2025", 40000, 22000, 12000, 1000, 7900, 65.83, "吊装12台", None, "2023.4"),
        item(2, "城区热电联产", "城关镇", "2×35MW", "2022-2024", 55000, 28000, 10000, 1000, 6000, 60, "汽机安装", None, None, "2024.12"),
        part("二、社会事业3项", LEFT, None, None, None, 58000, 11500, 20000, 1800, 10800, 54, label="社会事业", count=3),
        item(1, "县职业中专扩建", "城关镇", "2.3万平方米", "2024-2025", 18000, 5000, 8000, 800, 5000, 62.5, "主体四层", "2024.3", "2024.3"),
        item(2, "全民健身中心", "新区", "1.1万平方米", "2024", 15000, 3500, 6000, 500, 3500, 58.33, "基础完成", "2024.4", "2024.5"),
        item(3, "老年养护院", "新区", "500床", "2024-2026", 25000, 3000, 6000, 500, 2300, 38.33, "桩基施工", "2024.5", "2024.6"),
    ),
)

L3 = specimen(
    "zone-details-with-count-in-total-row",
    sheet(
        "明细表",
        title("梧堤新区2023年项目明细表"),
        table("progress", "sequence", "name", "nature", "content", "construction_period", "total_investment:万元", "done_before_this_year:万元", "annual_plan:万元:2023", "done_this_year:万元:2023:8", "next_step", None, "owner", None, None, None, "responsible_unit", None, None, None, "leader", period={"year": 2023, "month": 8}, declared_projects=6),
        head("序号", "项目名称", "项目性质", "建设内容及规模", "建设起止时间", "总投资\n（万元）", "至2022年底累计完成投资（万元）", "2023年计划投资\n（万元）", "2023年1-8月完成投资（万元）", "后四个月项目进度关键节点的安排", "大干120天力争完成的投资额（万元）", "项目业主单位", LEFT, LEFT, LEFT, "区或镇挂钩责任单位", LEFT, LEFT, LEFT, "区挂钩领导"),
        head(*[UP] * 11, "业主名称", "负责人", "联系人", "电话", "单位名称", "责任人", "联络人", "电话", UP),
        total("合计", "6个", None, None, None, 523000, 164000, 138000, 87300),
        item(1, "★腾岭石化乙烯配套", "续建", "年产40万吨", "2021-2024", 210000, 110000, 50000, 36000, "9月 1.化验楼、中控楼完工；2.大型设备就位", 18000, "腾岭石化有限公司", "公孙樵", "令狐平", "138****0000", "区经发局", "夏侯林", "端木苇", "139****0000", "司徒柏"),
        item(2, "石鹭港区2#泊位", "续建", "5万吨级", "2020-2023", 80000, 42000, 30000, 22000, "10月交工", 9000, "港务集团", None, None, None, "区港航局", None, None, None, "司徒柏"),
        item(3, "★新区污水处理厂二期", "新建", "日处理4万吨", "2023-2024", 33000, None, 18000, 9300, "12月通水", 6000, "新区水务公司", None, None, None, "区建设局", None, None, None, "上官岚"),
        item(4, "海堤加固", "续建", "12公里", "2022-2023", 20000, 12000, 8000, 6000, None, 2000, "区水利局", None, None, None, "区水利局", None, None, None, "上官岚"),
        item(5, "智能装备产业园", "新建", "30万平方米", "2023-", 150000, None, 25000, 12000, "土地已挂牌", 13000, "中岭置业公司", None, None, None, "区招商局", None, None, None, "皇甫青"),
        item(6, "滨海大道北段", "新建", "8.6公里", "2023.5-2024.12", 30000, None, 7000, 2000, "路基", 5000, "区交发公司", None, None, None, "区建设局", None, None, None, "皇甫青"),
    ),
    sheet("Sheet2"),
    sheet("Sheet3"),
)

L4 = specimen(
    "regions-with-nested-subtotals-and-total-in-name-column",
    sheet(
        "按地区",
        title("临港片区2025年重点项目进展情况表（按地区）"),
        note(*[None] * 8, "单位：万元"),
        table("progress", "sequence", "name", "construction_period", "total_investment:万元", "annual_plan:万元:2025", "done_this_year:万元", None, "visible_progress", "responsible_unit", period={"year": 2025, "month": 7}, declared_projects=5),
        head("序号", "项目名称", "建设起止时间", "总投资", "2025年计划投资", "1-7月完成投资", "全年完成投资额（万元）", "形象进度", "责任单位"),
        total(None, "合计5个", None, 412000, 96000, 52600, 97000),
        total(None, "石鹭县合计3个", None, 262000, 61000, 33600, 61500),
        part("一", "工业", None, 220000, 51000, 29000, 51500),
        item(1, "石鹭不锈钢深加工", "2023-2026", 180000, 40000, 24000, 40000, "热轧线土建", "石鹭县工信局"),
        item(2, "石鹭冷链食品园", "2025-", 40000, 11000, 5000, 11500, "钢构", "石鹭县商务局"),
        part("二", "交通", None, 42000, 10000, 4600, 10000),
        item(1, "石鹭疏港路", "09.10-11.3", 42000, 10000, 4600, 10000, "路面", "石鹭县交通局"),
        total(None, "东槐区合计2个", None, 150000, 35000, 19000, 35500),
        part("一", "工业", None, 150000, 35000, 19000, 35500),
        item(1, "东槐光伏玻璃", "2024-2026", 120000, 25000, 13000, 25500, "窑炉砌筑", "东槐区工信局"),
        item(2, "东槐标准厂房", "2025.01-2025.12", 30000, 10000, 6000, 10000, "6栋封顶", "东槐区国投公司"),
    ),
)

L5 = specimen(
    "amounts-half-numbers-half-text",
    sheet(
        "按行业",
        title("槐安台商园2022年在建项目（按行业）"),
        note("截至2022年9月30日", None, None, None, None, "单位:万元"),
        table("progress", "sequence", "name", None, "total_investment:万元", "annual_plan:万元:2022", "done_this_year:万元::9", declared_projects=5, period={"year": 2022, "month": 9}),
        head("序号", "项目名称", "建设起止时间", "总投资", "2022年计划投资", "1-9月完成投资"),
        total("总计", "5个", None, "333149", "98960", "71300"),
        part("（一）工业项目3个", LEFT, LEFT, 233149, 68960, 50300, label="工业项目", count=3),
        item(1, "鸿岭精密注塑", "2020.10-2022.12", "120000", "30000", 22000),
        item(2, "台岭茶业深加工", "2021-2023", "33149", "9766", "8300"),
        item(3, "友岭自行车总装", "2022-", 80000, 29194, "20,000.00"),
        part("（二）商贸项目2个", LEFT, LEFT, 100000, 30000, 21000, label="商贸项目", count=2),
        item(1, "台农市集", "2021-2022", 40000.0, "12000", 9000),
        item(2, "两岸青创街区", "2022-2023", "60000", 18000.0, "12000"),
    ),
)

L7 = specimen(
    "ten-day-bulletin-with-plan-of-each-ten-days",
    sheet(
        "重点项目旬报",
        title("泠水县重点项目2024年10月中旬进展情况表"),
        note("报送单位：泠水县发改局（盖章）", *[None] * 7, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", None, None, "visible_progress", "problem", period={"year": 2024, "month": 10}),
        head("序号", "项目名称", "总投资", "年计划投资", "至10月中旬完成投资额", "每旬的工作计划安排", LEFT, "目前项目建设形象进度", "项目建设中存在的问题"),
        head(UP, UP, UP, UP, UP, "上旬", "下旬", UP, UP),
        item(1, "泠水湖生态修复", 46000, 15000, 11200, "清淤3万方", "清淤4万方", "清淤过半", "无"),
        item(2, "泠水中药材市场", 22000, 9000, 6100, "钢构吊装", "屋面", "钢构吊装", "资金未到位"),
        item(3, "县城老旧小区改造（三期）", 8700, 8700, 7900, "外墙", "验收", "外墙保温", "无"),
        note("填报人：端木苇", None, None, "审核人：令狐平", None, None, "填报日期：", date(2024, 10, 21)),
    ),
)

L8 = specimen(
    "header-repeated-for-printing-and-noise-above",
    sheet(
        "调度",
        note("附件2"),
        note(),
        title("苍梨市二〇二五年重点项目调度表"),
        note("（截至2025年10月31日）"),
        note(),
        note("制表单位：市项目推进中心", None, None, None, None, None, "金额单位：亿元"),
        note("说明：本表由各县（市、区）项目办填报，市项目推进中心汇总，数据以在线平台为准。"),
        note(),
        table("progress", "sequence", "name", "region", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", "visible_progress", header_rows=None, period={"year": 2025}),
        head("序号", "项目名称", "属地", "总投资", "年度计划投资", "年度累计完成投资", "形象进度"),
        item(1, "苍梨绿电制氢", "柏川县", 23.5, 6, 5.1, "电解槽安装", region="柏川县"),
        item(2, "苍梨数据港", "东槐区", 18, 4.2, 3.3, "机房封顶", region="东槐区"),
        item(3, "苍梨抽蓄电站", "青栎县", 76, 8, 7.25, "上库开挖", region="青栎县"),
        again("序号", "项目名称", "属地", "总投资", "年度计划投资", "年度累计完成投资", "形象进度"),
        item(4, "苍梨环城高速", "柏川县", 64, 15, 9.8, "桩基", region="柏川县"),
        item(5, "苍梨食品城", "泠水县", 5.6, 2, 1.95, "试生产", region="泠水县"),
    ),
)

SPECIMENS = (L1, L2, L3, L4, L5, L7, L8)
