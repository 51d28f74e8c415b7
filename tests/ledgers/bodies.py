"""What stands between the header and the last line: sections, sums, gaps, merged units, footers, and odd numbers."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, NULL, UP, head, hidden, item, note, part, sheet, specimen, table, title, total

SUBTOTAL_AFTER = specimen(
    "section-over-the-whole-row-and-subtotal-after-each",
    sheet(
        "清单",
        title("苍梨市2025年民生实事项目进度（单位：万元）"),
        table("progress", "sequence", "name", "owner", "annual_plan:万元", "done_this_year:万元", "completion_rate", declared_projects=NULL),
        head("序号", "项目名称", "建设单位", "年度计划投资", "年度完成投资", "完成率"),
        part("一、教育（2个）", *[LEFT] * 5, label="教育", count=2),
        item(1, "苍梨三中宿舍楼", "市教育局", 2600, 2100, 0.808),
        item(2, "苍梨特教学校", "市教育局", 1800, 1800, 1),
        total("小计", LEFT, None, 4400, 3900, 0.886),
        part("二、医疗（2个）", *[LEFT] * 5, label="医疗", count=2),
        item(1, "苍梨市传染病院", "市卫健委", 9000, 4200, 0.467),
        item(2, "社区卫生服务站", "市卫健委", 600, 240, 0.4),
        total("小计", LEFT, None, 9600, 4440, 0.4625),
        total("合计", LEFT, None, 14000, 8340, 0.5957),
        note("填表人：端木苇", None, "审核：公孙樵", None, "联系电话：138****0000"),
    ),
)

OF_WHICH = specimen(
    "grand-total-at-the-top-with-of-which-rows",
    sheet(
        "Sheet1",
        title("青栎县2024年重点项目推进情况汇总表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "nature", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", declared_projects=4),
        head("序号", "项目名称", "建设性质", "总投资", "年度计划投资", "年度累计完成投资"),
        total(None, "总 计（4个）", None, 137000, 46000, 27600),
        total(None, "其中：续建项目（2个）", None, 88000, 28000, 19500),
        total(None, "      新开工项目（2个）", None, 49000, 18000, 8100),
        item(1, "青栎陶瓷园", "续建", 56000, 18000, 13000),
        item(2, "青栎红色教育基地", "续建", 32000, 10000, 6500),
        item(3, "青栎智慧矿山", "新开工", 40000, 12000, 6000),
        item(4, "青栎标准化养殖小区", "新开工", 9000, 6000, 2100),
    ),
)

MERGED_COUNTIES = specimen(
    "counties-and-units-merged-down",
    sheet(
        "分县区",
        title("岚坪市各县（市、区）2025年1-8月重点项目进度表"),
        table("progress", "region", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit", period={"year": 2025, "month": 8}),
        head("县（市、区）", "序号", "项目名称", "年度计划投资（万元）", "1-8月完成投资（万元）", "责任单位"),
        item("柏川县", 1, "柏川钙基新材料", 20000, 14200, "柏川县工信局", region="柏川县"),
        item(UP, 2, "柏川果蔬冷库", 6000, 3100, UP, region="柏川县"),
        item(UP, 3, "柏川县城北新桥", 9000, 8000, "柏川县交通局", region="柏川县"),
        item("青栎县", 4, "青栎竹纤维", 11000, 4600, "青栎县林业局", region="青栎县"),
        item(UP, 5, "青栎老区振兴展馆", 3000, 3000, UP, region="青栎县"),
        item("东槐区", 6, "东槐软件园二期", 28000, 9000, "东槐区科技局", region="东槐区"),
        total("合计", LEFT, LEFT, 77000, 41900, None),
    ),
)

SECTION_REGIONS = specimen(
    "counties-as-sections-and-no-column-for-them",
    sheet(
        "全市",
        title("岚坪市2025年省重点项目投资完成情况（9个）"),
        note("单位：亿元", LEFT, LEFT, LEFT, LEFT),
        table("progress", "sequence", "name", "total_investment:亿元", "annual_plan:亿元", "done_this_year:亿元", declared_projects=9, first_row=5),
        head("序号", "项目名称", "总投资", "年度计划投资", "本年累计完成投资"),
        part("一、柏川县（3个）", LEFT, 38, 9.5, 5.3, label="柏川县", count=3),
        item(1, "双碳产业园", 20, 5, 3.2, region="柏川县"),
        item(2, "绿色铸造园", 10, 2.5, 1.6, region="柏川县"),
        item(3, "柏川水库", 8, 2, 0.5, region="柏川县"),
        part("二、青栎县（2个）", LEFT, 9, 3, 2.6, label="青栎县", count=2),
        item(1, "林下经济示范区", 4, 1.2, 1.1, region="青栎县"),
        item(2, "红旗煤矿改造", 5, 1.8, 1.5, region="青栎县"),
        part("三、槐安经开区（4个）", LEFT, 66, 16, 9.1, label="槐安经开区", count=4),
        item(1, "铜箔二期", 21, 6, 4.1, region="槐安经开区"),
        item(2, "光学膜", 15, 4, 2.2, region="槐安经开区"),
        item(3, "高端轴承", 18, 3, 1.8, region="槐安经开区"),
        item(4, "动力电池回收", 12, 3, 1, region="槐安经开区"),
    ),
)

THREE_LEVELS = specimen(
    "three-levels-of-sections-with-brackets-and-dots",
    sheet(
        "明细",
        title("望榆区“十四五”重点项目2025年度实施表"),
        note("单位：万元", LEFT, LEFT, LEFT, LEFT),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", None),
        head("序号", "项目名称", "年度计划投资", "年度完成投资", "备注"),
        part("一、基础设施（4个）", *[LEFT] * 4, label="基础设施", count=4),
        part("（一）交通（3个）", *[LEFT] * 4, label="交通", count=3),
        part("1.公路（2个）", *[LEFT] * 4, label="公路", count=2),
        item("(1)", "X211线望榆段大修", 4000, 3300, None),
        item("(2)", "农村公路提升", 2600, 1300, "分6标"),
        part("2.站场（1个）", *[LEFT] * 4, label="站场", count=1),
        item("(1)", "望榆公交枢纽", 3500, 900, None),
        part("（二）水利（1个）", *[LEFT] * 4, label="水利", count=1),
        item("(1)", "榆河综合治理", 7000, 5600, None),
        part("二、产业（1个）", *[LEFT] * 4, label="产业", count=1),
        item("(1)", "榆树湾预制菜园", 15000, 6000, None),
    ),
)

COMPANY_NAMES = specimen(
    "projects-that-are-named-like-companies-and-like-codes",
    sheet(
        "技改",
        title("东槐区2025年工业技改项目进度"),
        note(None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "visible_progress"),
        head("序号", "项目名称", "年度计划投资", "1-5月完成投资", "形象进度"),
        item("A-1", "东岭纺织有限责任公司", 2400, 1100, "设备采购"),
        item("A-2", "槐山水泥集团", 8800, 3600, "余热锅炉"),
        item("B-1", "2025-001", 1500, 700, "涉密项目以编号代"),
        item("B-2", "槐花酒业搬迁", 5200, 900, "桩基"),
        item("①", "东槐区人民政府政务服务大厅", 900, 450, "装修"),
        item("②", "XR产业基地 (Phase II)", 3000, 300, "方案"),
    ),
)

GAPS = specimen(
    "hidden-rows-missing-names-and-a-blank-line",
    sheet(
        "Sheet1",
        title("石鹭县重点项目台账"),
        note("单位：万元"),
        table("progress", "sequence", "name", None, "responsible_unit", "annual_plan:万元", "done_this_year:万元", "visible_progress"),
        head("序号", "项目名称", "联系方式", "责任单位", "2025年计划投资", "2025年1-4月完成投资", "形象进度"),
        item(1, "石鹭游客集散中心", "138****0000", "县文旅局", 3000, 800, "钢筋绑扎"),
        hidden(item(2, "石鹭船舶配套园", "139****0000", "县工信局", 12000, 2500, "地勘")),
        item(3, None, None, "县水利局", 4500, 1200, "名称待定"),
        note(),
        item(4, "石鹭海产品批发市场", None, "县商务局", 2800, 0, "招标"),
        hidden(item(5, "石鹭县域医共体", None, "县卫健局", 6000, 1900, "设备")),
        hidden_columns=("C", "D"),
    ),
)

WRITTEN_AMOUNTS = specimen(
    "amounts-as-people-write-them",
    sheet(
        "进度",
        title("泠水县2025年产业项目建设进度（单位：万元）"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", sums={"annual_plan": 59250.0, "done_this_year": 25180.5}),
        head("序号", "项目名称", "总投资", "年度计划投资", "本年累计完成投资"),
        item(1, "饲料加工", "1.2亿元", "6,500.00", "3200"),
        item(2, "服装产业园", "约3亿元", "1.5亿", 7000),
        item(3, "钒钛合金", " 85000 ", "３００００", "1.2亿元"),
        item(4, "民宿集群", "1200余万元", "750万元", "180.5"),
        item(5, "灯饰城", 21000, 7000, "2800万元"),
        item(6, "电商直播基地", 3000, None, "—"),
    ),
)

FOOTERS = specimen(
    "long-footnotes-and-signatures",
    sheet(
        "表2",
        title("附表2"),
        title("槐安经开区“七一”前项目攻坚任务表"),
        note("单位：万元", LEFT, LEFT, LEFT, LEFT, LEFT),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "deadline", "responsible_unit"),
        head("序号", "项目名称", "年度计划投资", "年度完成投资", "完成时限", "责任单位"),
        item(1, "标准厂房三期", 12000, 6100, "6月底", "建设局"),
        item(2, "双创中心", 4200, 2900, "2025.6.30", "科创局"),
        note("注：1.年度计划以区委办文件为准；", LEFT, LEFT, LEFT, LEFT, LEFT),
        note("2.完成投资为平台填报数，不等于入统数；", LEFT, LEFT, LEFT, LEFT, LEFT),
        note("3.应于6月底前完成的，逐日报送。", LEFT, LEFT, LEFT, LEFT, LEFT),
        note("单位负责人：令狐平", None, "统计负责人：夏侯林", None, "填表人：端木苇", "报出日期：2025年6月12日"),
    ),
)

TWO_BELOW = specimen(
    "two-ledgers-one-below-the-other",
    sheet(
        "调度",
        title("表一：柏川县2025年续建项目进度（单位：万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "responsible_unit"),
        head("序号", "项目名称", "年度计划投资", "年度完成投资", "责任单位"),
        item(1, "柏川气化站", 3000, 2200, "县住建局"),
        item(2, "柏川滑雪场", 8000, 5600, "县文旅局"),
        total("合计", LEFT, 11000, 7800, None),
        note(),
        note(),
        title("表二：柏川县2025年新开工项目进度（单位：万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", "planned_start", "actual_start", "done_this_year:万元"),
        head("序号", "项目名称", "年度计划投资", "计划开工时间", "实际开工时间", "年度完成投资"),
        item(1, "柏川铸件园", 7000, "2025年3月", "2025年4月", 2100),
        item(2, "柏川云仓", 4000, "2025年6月", None, 0),
        item(3, "柏川幼儿园", 1600, "2025.5", "2025.5", 500),
    ),
)

BLANK_TEMPLATE = specimen(
    "blank-template-with-numbers-already-printed",
    sheet(
        "填报表",
        title("2026年重点项目月调度表"),
        note("填报单位（盖章）：", None, None, None, None, "单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", projects=0),
        head("序号", "项目名称", "总投资", "年度计划投资", "当月完成投资", "年度累计完成投资"),
        note(1), note(2), note(3), note(4), note(5),
        note("填表人：", None, None, "联系电话："),
    ),
    sheet("填报说明", note("填报说明"), note("一、各单位于每月25日前报送。"), note("二、金额单位为万元，保留整数。"), note("三、项目名称以立项批复为准。")),
)

SPECIMENS = (SUBTOTAL_AFTER, OF_WHICH, MERGED_COUNTIES, SECTION_REGIONS, THREE_LEVELS, COMPANY_NAMES, GAPS, WRITTEN_AMOUNTS, FOOTERS, TWO_BELOW, BLANK_TEMPLATE)
