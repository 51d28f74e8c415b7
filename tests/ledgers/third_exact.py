"""The tables of domain.md a with their exact header texts, filled in after its typical cell values."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, item, more, note, part, sheet, specimen, table, title, total

GRADED = specimen(
    "graded-list-with-cross-tables-of-itself",
    sheet(
        "一季度（明细）",
        title("屏岭市2010年1-3月重点项目（在建、预备）计划分级管理完成情况一览表"),
        table("progress", "sequence", "name", "total_investment:万元", "done_before_this_year", "annual_plan:万元:2010", "done_this_year:万元::3", "completion_rate", "visible_progress", None, "leader", period={"year": 2010, "month": 3}, declared_projects=7),
        head("序号", "项目名称", "总投资               (万元)", "开工至上一年度底累计完成投资", "2010年  计划投资(万元)", "2010年实际完成情况", LEFT, LEFT, "建设单位                 及责任人", "挂点领导"),
        head(*[UP] * 5, "1-3月实际完成投资(万元)", "完成投资占年计划%", "1-3月实际形象进度", UP, UP),
        head(*[UP] * 10),
        total("合计（7项）", LEFT, 2061400, 421000, 195500, 51700, 26.45),
        total("其中：在建重点项目（5项）", LEFT, 1931400, 421000, 187500, 51700, 27.57),
        total("     预备重点项目（2项）", LEFT, 130000, None, 8000, None, None),
        part("一、市本级（4项）", LEFT, 1498400, 400000, 118000, 33000, 27.97, label="市本级", count=4),
        part("（一）在建（3项）", LEFT, label="在建", count=3),
        item("1●", "屏岭至邵溪高速公路", 1378400, 380000, 100000, 28000, 28, "路基土石方完成62%。", "市高指 令狐平", "司徒柏"),
        item("2●", "屏岭机场连接线", 60000, 12000, 12000, 3500, 29.17, "桥梁下部完成。", "市公路局 公孙樵", "司徒柏"),
        item(3, "屏岭市垃圾焚烧发电厂", 20000, 8000, 4000, 1500, 37.5, "已竣工投产1—6、9＃车间及办公、研发楼和1幢宿舍。", "市城管局", "上官岚"),
        part("（二）预备（1项）", LEFT, label="预备", count=1),
        item(1, "屏岭体育中心", 40000, " ", 2000, None, None, "8月份土地可挂牌，年底完成审图、消防审批及施工许可证。", "市体育局", "上官岚"),
        part("二、溪源县（3项）", LEFT, 563000, 21000, 77500, 18700, 24.13, label="溪源县", count=3),
        part("（一）在建（2项）", LEFT, label="在建", count=2),
        item("1●", "溪源县竹木加工园", 450000, 15000, 70000, 16200, 23.14, "进度", "溪源竹业有限公司         欧阳松", "端木苇"),
        item(2, "溪源县二水厂", 23000, 6000, 1500, 2500, 166.67, "管网铺设", "县水务公司", "端木苇"),
        part("（二）预备（1项）", LEFT, label="预备", count=1),
        item(1, "溪源旅游公路", 90000, None, 6000, None, None, None, "县交通局", "皇甫青"),
    ),
    sheet(
        "一季度（汇总）",
        title("屏岭市2010年1-3月重点项目完成情况汇总表"),
        head(None, "项目个数（项）", "总投资(万元）", "开工至上一年度底累计完成投资", "年度计划投资(万元）", "1～3月完成投资", "完成投资占年计划(%)"),
        note("合计", 7, 2061400, 421000, 195500, 51700, 26.45),
        note("一、市本级", 4, 1498400, 400000, 118000, 33000, 27.97),
        note("在建", 3, 1458400, 400000, 116000, 33000, 28.45),
        note("预备", 1, 40000, None, 2000, None, None),
        note("二、溪源县", 3, 563000, 21000, 77500, 18700, 24.13),
        note("在建", 2, 473000, 21000, 71500, 18700, 26.15),
        note("预备", 1, 90000, None, 6000, None, None),
    ),
)

GOALS = specimen(
    "annual-goals-of-twenty-two-columns",
    sheet(
        "形象进度",
        title("屏岭市重点建设年度目标及形象进度完成情况汇总表"),
        note(*[None] * 18, "单位：万元"),
        table("progress", "sequence", "name", None, "content", "construction_period", "total_investment:万元", "done_since_start:万元", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "completion_rate", "visible_progress", "planned_start", "actual_start", "planned_finish", "actual_finish", None, None, None, "owner", "problem", "leader", declared_projects=5, period={"year": 2009}),
        head("序号", "项目名称", "建设地点", "建设内容\n及规模", "建设\n年限", "项目\n总投资", "开工累计完成投资", "年度计划投资", "2009年完成情况", LEFT, LEFT, LEFT, "拟开工时间", "今年开工时间", "拟竣工时间", "今年竣工时间", "分级管理项目（考核类、跟踪服务类）", "省级或市级重点项目", "分部门或分县（市、区）项目", "业主、法人（责任）单位及负责人", "需要省、市协调解决问题", "项目挂\n点领导"),
        head(*[UP] * 8, "月完成\n投资", "1-  月累计完成投资", "完成年度投资计划%", "1-  月工程形象进度", *[UP] * 10),
        total("合计5项", LEFT, None, None, None, 327000, 149900, 83000, 6400, 48900, 58.92),
        part("一、交通2项", LEFT, None, None, None, 210000, 113000, 45000, 3600, 29500, 65.56, label="交通", count=2),
        item(1, "溪源至古渡高速", "溪源县", "32公里四车道", "2007.10-2010.12", 180000, 96000, 35000, 3000, 23500, 67.14, "桥梁完成80%", None, None, "2010.12", None, "考核类", "省级", "市交通局", "溪古高速公司 令狐平", "征地拆迁", "司徒柏"),
        item(2, "省道改造工程", "青溪区", "18公里二级路", "2008-2009", 30000, 17000, 10000, 600, 6000, 60, "路面施工", None, None, None, "2009.12", "跟踪服务类", "市级", "市公路局", "市公路局", None, "司徒柏"),
        part("二、工业3项", LEFT, None, None, None, 117000, 36900, 38000, 2800, 19400, 51.05, label="工业", count=3),
        item(1, "溪源水泥粉磨站", "溪源县", "年产100万吨", "2009-2010", 42000, 11000, 16000, 1200, 11000, 68.75, "磨机安装", "2009.3", "2009.3", None, None, "考核类", "市级", "溪源县", "溪源水泥", None, "上官岚"),
        item(2, "古渡纸业技改", "古渡县", "10万吨涂布纸", "2008-2010", 60000, 24000, 15000, 1500, 7500, 50, "设备到货", None, None, None, None, "考核类", "市级", "古渡县", "古渡纸业", "流动资金贷款", "上官岚"),
        item(3, "青溪精密铸造", "青溪区", "2万吨铸件", "2009-", 15000, 1900, 7000, 100, 900, 12.86, "场地平整", "2009.8", None, "年底可全部竣工", None, "跟踪服务类", "市级", "青溪区", "青岭铸造", None, "皇甫青"),
    ),
)

THREE_SHEETS_HEAD = ("序号", "项目名称", "项目性质", "建设内容及规模", "建设起止时间", "总投资\n（万元）", "至2009年底累计完成投资（万元）", "2010年计划投资\n（万元）", "2010年1-7月完成投资（万元）", "后五个月项目进度关键节点的安排", "大干150天力争完成的投资额（万元）", "项目业主单位", LEFT, LEFT, LEFT, "市或县挂钩责任单位", LEFT, LEFT, LEFT, "市挂钩领导")
THREE_SHEETS_SUB = (*[UP] * 11, "业主名称", "负责人", "联系人", "电话", "单位名称", "责任人", "联络人", "电话", UP)
THREE_FIELDS = ("sequence", "name", "nature", "content", "construction_period", "total_investment:万元", "done_before_this_year:万元", "annual_plan:万元:2010", "done_this_year:万元:2010:7", "next_step", None, "owner", None, None, None, "responsible_unit", None, None, None, "leader")
# Projects as they stand in the three sheets: amounts total, before, plan, done.
CHEMICAL = ("芳烃联合装置", "续建", "年产80万吨对二甲苯", "09.10-11.3", 900000, 210000, 300000, 148000, "8月 1.化验楼、中控楼完工；2.大型设备吊装", 130000, "腾岭芳烃有限公司         （端木苇）", None, "令狐平", "138****0000", "区经发局", "公孙樵", None, "139****0000", "司徒柏")
WHARF = ("南渡2#泊位", "新建", "5万吨级", "2010-", 88000, None, 30000, 9766, "10月 沉箱安装", 18000, "南渡港务", None, None, None, "区港航处", None, None, None, "司徒柏")
ROAD = ("疏港公路改线", "续建", "14公里", "2009-2011", 52000, 15000, 20000, 14000, "12月通车", 6000, "区交发公司", None, None, None, "区建设局", None, None, None, "上官岚")
CANNERY = ("岛屿罐头厂搬迁", "新建", "年产2万吨", "2010.03-2010.12", 12000, None, 12000, 4300, "年底前投产", 7000, "岛岭食品", None, None, None, "区经发局", None, None, None, "上官岚")

THREE_SHEETS = specimen(
    "details-by-region-and-by-industry-in-one-book",
    sheet(
        "明细表",
        title("南渡港经济开发区2010年项目明细表"),
        table("progress", *THREE_FIELDS, declared_projects=4, period={"year": 2010, "month": 7}),
        head(*THREE_SHEETS_HEAD),
        head(*THREE_SHEETS_SUB),
        total("合计", "4个", None, None, None, 1052000, 225000, 362000, 176066, None, 161000),
        item(1, "★" + CHEMICAL[0], *CHEMICAL[1:]),
        item(2, "★" + WHARF[0], *WHARF[1:]),
        item(3, *ROAD),
        item(4, *CANNERY),
    ),
    sheet(
        "按地区",
        title("南渡港经济开发区2010年项目明细表（按地区）"),
        table("progress", *THREE_FIELDS, None, declared_projects=4, period={"year": 2010, "month": 7}),
        head(*THREE_SHEETS_HEAD, "全年完成投资额（万元）"),
        head(*THREE_SHEETS_SUB, UP),
        total(None, "合计4个", None, None, None, 1052000, 225000, 362000, 176066, None, 161000, *[None] * 9, 337066),
        total(None, "南渡镇合计3个", None, None, None, 1000000, 210000, 342000, 162066, None, 155000, *[None] * 9, 317066),
        part("一", "工业", None, None, None, 912000, 210000, 312000, 152300, None, 137000, *[None] * 9, 289300),
        item(1, "★" + CHEMICAL[0], *CHEMICAL[1:], 278000),
        item(2, *CANNERY, 11300),
        part("二", "港口", None, None, None, 88000, None, 30000, 9766, None, 18000, *[None] * 9, 27766),
        item(1, "★" + WHARF[0], *WHARF[1:], 27766),
        total(None, "古渡镇合计1个", None, None, None, 52000, 15000, 20000, 14000, None, 6000, *[None] * 9, 20000),
        part("一", "交通", None, None, None, 52000, 15000, 20000, 14000, None, 6000, *[None] * 9, 20000),
        item(1, *ROAD, 20000),
    ),
    sheet(
        "按行业",
        title("南渡港经济开发区2010年项目明细表（按行业）"),
        table("progress", *THREE_FIELDS, declared_projects=4, period={"year": 2010, "month": 7}),
        head(*THREE_SHEETS_HEAD),
        head(*THREE_SHEETS_SUB),
        total("总计", "4个", None, None, None, "1052000", "225000", "362000", "176066", None, "161000"),
        part("（一）工业项目2个", LEFT, LEFT, None, None, 912000, 210000, 312000, 152300, None, 137000, label="工业项目", count=2),
        item(1, *CHEMICAL[:4], "900000", 210000.0, "300000", 148000, *CHEMICAL[8:]),
        item(2, *CANNERY),
        part("（二）交通港口项目2个", LEFT, LEFT, None, None, 140000, 15000, 50000, 23766, None, 24000, label="交通港口项目", count=2),
        item(3, *WHARF[:4], 88000, None, 30000, "9766", *WHARF[8:]),
        item(4, *ROAD[:4], "52,000.00", *ROAD[5:]),
    ),
)

FUNDS = specimen(
    "four-tables-of-a-projects-office",
    sheet(
        "资金到位",
        title("南渡港区资金到位汇总表"),
        note(*[None] * 8, "单位：万元"),
        table("funding", "sequence", "name", "total_investment:万元", None, None, None, None, None, "annual_plan:万元", "done_this_year:万元"),
        head("序号", "项目名称", "项目总投资", "投资主体", "资金来源", "来源说明", "至上年底累计资金到位", "年度资金到位", "年计划完成投资", "年实际完成投资"),
        item(1, "南渡污水处理厂", "54,583.00", "区水务公司", "资本金", "区财政", "6,000.00", "2,000.00", "10,000.00", "6,400.00"),
        more(None, None, None, None, "贷款", "农发行", "12,000.00", "3,500.00"),
        more(None, None, None, None, "债券", "专项债", "1,000.00", "800.00"),
        item(2, "南渡大道北延", "9,200.00", "区交发公司", "财政", " ", "2,000.00", "500.00", "3,000.00", "1,100.00"),
        item(3, "岛岭食品二期", "18,000.00", "岛岭食品", "自筹", None, None, "4,000.00", "8,000.00", "3,950.00"),
        total("合计", None, "81,783.00", None, None, None, "21,000.00", "10,800.00", "21,000.00", "11,450.00"),
    ),
    sheet(
        "签约外资项目",
        title("专场招商活动签约外资项目进展情况表"),
        note("填报单位：南渡港区招商局", *[None] * 12, "单位：万美元"),
        table("investment_promotion", "sequence", "name", "content", None, None, None, "sign_kind", "total_investment:万美元", None, None, None, None, None, None, None, "commissioned", None),
        head("序号", "项目名称", "建设规模和内容", "中方", "外方", "合作方式", "签约种类", "投资总额", "利用外资", "项目进展情况", *[LEFT] * 7),
        head(*[UP] * 9, "升格时间", "批办时间", "批办总投", "批办外资", "实际到资", "动工时间", "投产时间", "其它详细情况"),
        item(1, "岛岭海产品保税加工", "1.2万吨", "岛岭食品", "海岭水产（港）", "合资", "合同", 1200, 500, None, "2010.5", 1200, 500, 120, "2010.7", None, "厂房基础"),
        item(2, "模具中心", "精密模具", None, "台岭精密", "独资", "合同", 2600, 2600, None, "2010.6", 2600, 2600, None, None, None, "待供地"),
        item(3, "游艇码头", "60泊位", "区旅投", "澳岭游艇", "合作", "意向", 4000, 2000, None, None, None, None, None, None, None, "海域论证"),
    ),
    sheet(
        "签约汇总",
        title("签约项目汇总表"),
        note("单位：个、万美元"),
        table("targets", "region"),
        head("县别", "总签约情况", *[LEFT] * 4, "合同", LEFT, LEFT, "意向", LEFT, LEFT),
        head(UP, "目标任务", "项目数", "总投资", "拟利用外资", "占目标任务%", "项目数", "总投资", "拟利用外资", "项目数", "总投资", "拟利用外资"),
        item("溪源县", 5000, 4, 6800, 4100, 82, 2, 3000, 2100, 2, 3800, 2000),
        item("古渡县", 3000, 3, 4200, 3300, 110, 3, 4200, 3300, 0, 0, 0),
        item("青溪区", 8000, 6, 9000, 7200, 90, 4, 6600, 5200, 2, 2400, 2000),
        total("合计", 16000, 13, 20000, 14600, 91.25, 9, 13800, 10600, 4, 6200, 4000),
    ),
)

STAGES = specimen(
    "five-stages-of-promotion-in-square-brackets",
    sheet(
        "在谈",
        table("investment_promotion", "name", "content", "total_investment:亿元", "owner", "industry", None, None, "contact", "position", "phone", "responsible_person", "responsible_unit", "first_reported"),
        head("项目名称", "建设内容", "拟投资额[亿元]", "投资方", "行业", "拟建地点", "用地情况[亩]", "联系人", "职务", "电话", "跟踪人", "跟踪单位", "首次填报时间"),
        item("汽车线束", "线束20万套", 1.5, "沪岭电气", "汽车零部件", "城西园", 30, "令狐平", "副总", "138****0000", "公孙樵", "城西园管委会", "2025-03-02"),
        item("高端铝箔", "3万吨电池箔", 8.6, "鲁岭铝业", "新材料", "铁山园", 120, "夏侯林", "投资总监", "139****0000", "欧阳松", "市招商局", "2025-04-18"),
    ),
    sheet(
        "签约",
        table("investment_promotion", "owner", "name", "content", "signed_on", "total_investment:亿元", "industry"),
        head("外来投资方", "签约项目名称", "签约建设内容", "签约时间", "签约总投资额[亿元]", "产业类别"),
        item("粤岭光电", "车载镜头", "年产800万颗", date(2025, 2, 20), 3.2, "光电子"),
        item("浙岭制药", "原料药绿色搬迁", "12个品种", date(2025, 3, 28), 6, "生物医药"),
        item("京岭新能", "换电站装备", "300套", date(2025, 5, 9), 1.1, "装备制造"),
    ),
    sheet(
        "注册",
        table("investment_promotion", "owner", "name", "registered_on", None, "registered_capital:万元", "content", None, None, "total_investment:亿元", "phase_one_investment:亿元", "signed_on", None, None, None),
        head("投资方名称", "在黄注册名称", "注册时间", "法人代表", "注册资本[万元]", "项目建设内容", "产业类别", "所属产业链", "总投资额[亿元]", "一期投资额[亿元]", "合同签约时间", "建设地点[注明园区]", "项目用地[亩]", "项目引荐单位"),
        item("粤岭光电", "粤岭光电（苍梨）有限公司", date(2025, 3, 1), "皇甫青", 5000, "年产800万颗", "光电子", "光电子", 3.2, 1.6, date(2025, 2, 20), "铁山园", 45, "市招商局"),
        item("浙岭制药", "苍梨浙岭制药有限公司", date(2025, 4, 12), "东方恒", 10000, "12个品种", "生物医药", "生物医药", 6, 2.5, date(2025, 3, 28), "城西园", 90, "城西园管委会"),
    ),
    sheet(
        "开工",
        table("investment_promotion", "owner", "name", "content", "industry", "total_investment:亿元", "paid_in:亿元", None, "actual_start", None),
        head("投资方名称", "在黄注册名称", "项目建设内容", "产业类别", "总投资额[亿元]", "投资方实际到资额[亿元]", "建设地点[注明园区]", "开工时间", "备注"),
        item("粤岭光电", "粤岭光电（苍梨）有限公司", "年产800万颗", "光电子", 3.2, 0.4, "铁山园", date(2025, 6, 6), None),
    ),
    sheet(
        "投产",
        table("investment_promotion", "owner", "name", "industry", "total_investment:亿元", "paid_in:亿元", "commissioned", "sales:亿元", "remark"),
        head("投资方名称", "在黄注册名称", "产业类别", "总投资额[亿元]", "累计实际到资额[亿元]", "投产时间", "月度销售收入[亿元]", "备注"),
        item("苏岭轴承", "苏岭轴承（苍梨）有限公司", "装备制造", 2.4, 2.1, date(2025, 5, 20), 0.12, None),
        item("闽岭鞋服", "闽岭鞋服（苍梨）有限公司", "轻工", 0.9, 0.9, date(2025, 6, 30), 0.05, "一期"),
    ),
    sheet(
        "考核",
        title("2025年招商引资目标考核表"),
        head("单位", "新注册重点项目[个数]", "新开工重点项目数[个数]", "新投产重点项目数[个数]"),
        note("城西园", 2, 0, 1),
        note("铁山园", 1, 1, 1),
    ),
)

SPECIMENS = (GRADED, GOALS, THREE_SHEETS, FUNDS, STAGES)
