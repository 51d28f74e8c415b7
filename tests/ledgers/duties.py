"""督办 items, targets and indicators: what is owed by whom, and what units have reached."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, UP, head, item, note, sheet, specimen, table, title, total

SUPERVISION = specimen(
    "supervised-items-with-deadline-and-state",
    sheet(
        "督办台账",
        title("柏川县重点工作督办台账"),
        table("supervision", None, None, None, "responsible_unit", None, None, "deadline", None, "status"),
        head("督办编号", "督办事项", "交办时间", "主办部门", "协办单位", "责任领导", "办结期限", "办理情况", "状态"),
        item("督〔2025〕1号", "化工园区认定整改", date(2025, 1, 6), "县工信局", "县应急局", "欧阳松", date(2025, 3, 31), "已报省厅", "已销号"),
        item("督〔2025〕2号", "城区断头路打通", date(2025, 1, 20), "县住建局", "县自然资源局", "上官岚", date(2025, 6, 30), "征迁剩3户", "正在办理"),
        item("督〔2025〕3号", "学校食堂集中采购", date(2025, 2, 10), "县教育局", "县市场监管局", "皇甫青", date(2025, 4, 30), None, "逾期"),
    ),
)

RESOLUTIONS = specimen(
    "resolutions-of-the-government-meeting",
    sheet(
        "议定事项",
        title("石鹭县2025年第4次县政府常务会议议定事项督查落实清单"),
        note("县政府督查室                                        2025年5月20日", *[LEFT] * 6),
        table("supervision", "sequence", None, "responsible_unit", None, "deadline", None, None),
        head("序号", "议定事项", "牵头单位", "配合单位", "完成时限", "落实情况", "是否办结"),
        item(1, "研究通过《石鹭县招商引资奖励办法》，尽快印发", "县商务局", "县司法局、县财政局", "5月底前", "已印发", "是"),
        item(2, "由县住建局牵头制定老旧小区改造二期方案", "县住建局", "各镇街", "6月15日前", "起草中", "否"),
        item(3, "协调解决盐田复垦遗留问题", "县自然资源局", None, "长期坚持", None, "否"),
        item(4, "启动渔港经济区申报", "县海洋渔业局", "县发改局", "2025年9月30日前", "已报初稿", "否"),
    ),
)

RECTIFICATION = specimen(
    "rectification-list-to-be-struck-off",
    sheet(
        "整改台账",
        title("苍梨市重大项目建设专项督查反馈问题整改销号台账"),
        table("supervision", "sequence", "region", None, None, "responsible_unit", "responsible_person", "deadline", None, "status"),
        head("序号", "县区", "反馈问题", "整改措施", "责任单位", "责任人", "整改时限", "整改进展", "销号状态"),
        item(1, "柏川县", "项目未批先建", "补办用地手续", "柏川县自然资源局", "令狐平", "2025.6.30", "已组卷", "未销号"),
        item(2, "东槐区", "专项债资金闲置", "加快支付进度", "东槐区财政局", "夏侯林", "2025.5.31", "已支付85%", "已销号"),
        item(3, "泠水县", "入统数据不实", "核减并约谈", "泠水县统计局", "公孙樵", "2025.5.15", "已核减", "已销号"),
    ),
)

TARGETS = specimen(
    "targets-of-promotion-by-county",
    sheet(
        "目标任务",
        title("岚坪市2025年招商引资目标任务完成情况表（1-9月）"),
        note(*[None] * 9, "单位：个、亿元"),
        table("targets", None, period={"year": 2025, "month": 9}),
        head("县（市、区）", "签约项目数", LEFT, LEFT, "到位资金", LEFT, LEFT, "新开工项目数", LEFT, LEFT),
        head(UP, *["目标任务", "完成数", "占目标任务%"] * 3),
        item("柏川县", 60, 47, 78.3, 20, 16.2, 81, 20, 18, 90),
        item("青栎县", 45, 40, 88.9, 12, 7.9, 65.8, 15, 9, 60),
        item("东槐区", 70, 71, 101.4, 30, 24.6, 82, 26, 22, 84.6),
        item("槐安经开区", 60, 52, 86.7, 40, 29.5, 73.8, 30, 25, 83.3),
        total("全市", 235, 210, 89.4, 102, 78.2, 76.7, 91, 74, 81.3),
    ),
)

TARGETS_TURNED = specimen(
    "targets-as-rows-and-zones-as-columns",
    sheet(
        "目标",
        title("2025年度开发区目标任务完成情况"),
        table("targets", None),
        head("考核事项", "计量单位", "槐安经开区", LEFT, "临港开发区", LEFT, "梧堤高新区", LEFT),
        head(UP, UP, *["目标", "完成"] * 3),
        item("新签约项目", "个", 60, 44, 50, 38, 40, 41),
        item("新落地项目", "个", 20, 13, 18, 15, 12, 12),
        item("储备项目", "个", 80, 77, 70, 62, 60, 60),
        item("固定资产投资到位资金", "亿元", 20, 14.5, 16, 12.2, 10, 7.7),
    ),
)

INDICATORS = specimen(
    "economic-indicators-by-county-with-growth",
    sheet(
        "主要指标",
        title("苍梨市2025年1-6月各县区主要经济指标"),
        table("indicators", None, period={"year": 2025, "month": 6}),
        head("县区", "地区生产总值", LEFT, "规模以上工业增加值", "固定资产投资", "社会消费品零售总额", LEFT, "一般公共预算收入", LEFT),
        head(UP, "总量（亿元）", "同比增长（%）", "同比增长（%）", "同比增长（%）", "总量（亿元）", "同比增长（%）", "总量（亿元）", "同比增长（%）"),
        total("全市", 612.4, 5.8, 7.2, 6.1, 210.6, 5.5, 38.2, 4.9),
        item("柏川县", 132.5, 6.3, 9.1, 12.4, 40.2, 5.9, 7.6, 8.2),
        item("青栎县", 88.1, 4.2, 3.3, -6.8, 31.7, 4.4, 4.1, -2.5),
        item("东槐区", 205.6, 6.0, 7.7, 8.8, 82.3, 6.1, 14.4, 5.3),
        item("泠水县", 96.2, 5.1, 5.9, 3.0, 28.9, 4.8, 5.2, 1.7),
    ),
)

INDICATORS_TURNED = specimen(
    "indicators-as-rows-and-counties-as-columns",
    sheet(
        "指标亮灯",
        title("岚坪市2025年一季度主要经济指标完成情况对照表"),
        table("indicators", None),
        head("指标名称", "柏川县", LEFT, LEFT, "东槐区", LEFT, LEFT, "望榆区", LEFT, LEFT),
        head(UP, *["本年累计", "上年同期", "同比±%"] * 3),
        item("地区生产总值（亿元）", 31.2, 29.6, 5.4, 48.8, 45.9, 6.3, 27.7, 27.0, 2.6),
        item("规上工业总产值（亿元）", 42.5, 39.0, 9.0, 71.3, 66.2, 7.7, 20.4, 21.1, -3.3),
        item("固定资产投资（亿元）", 12.6, 10.9, 15.6, 19.4, 20.2, -4.0, 9.9, 9.1, 8.8),
        item("外贸进出口（亿元）", 3.3, 3.0, 10.0, 8.1, 7.4, 9.5, 1.2, 1.4, -14.3),
    ),
)

TARGET_AND_LAST_YEAR = specimen(
    "indicator-with-target-actual-and-last-year-by-town",
    sheet(
        "固投",
        title("柏川县各乡镇（街道）2025年1-7月固定资产投资完成情况"),
        note("单位：万元"),
        table("indicators", None, period={"year": 2025, "month": 7}),
        head("乡镇（街道）", "年度目标", "1-7月完成", "上年同期", "同比增长%", "完成目标%", "排名"),
        item("城关街道", 120000, 72000, 66000, 9.1, 60, 1),
        item("西岭乡", 30000, 15300, 16500, -7.3, 51, 3),
        item("河口镇", 56000, 30800, 28000, 10, 55, 2),
        total("合计", 206000, 118100, 110500, 6.9, 57.3, None),
    ),
)

SPECIMENS = (SUPERVISION, RESOLUTIONS, RECTIFICATION, TARGETS, TARGETS_TURNED, INDICATORS, INDICATORS_TURNED, TARGET_AND_LAST_YEAR)
