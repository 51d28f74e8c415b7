"""More workbooks from the same desks with no ledger in them: 项目, 投资 and 责任 stand in them, and nothing to supervise."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, note, sheet, specimen, title

TRAINING = specimen("training-of-project-managers", sheet(
    "报名表",
    title("全市重点项目管理人员培训班报名表"),
    note("序号", "姓名", "性别", "单位", "职务", "联系电话", "是否住宿", "备注"),
    note(1, "欧阳松", "男", "柏川县发改局", "股长", "138****0000", "是", None),
    note(2, "上官岚", "女", "青栎县重点项目办", "主任", "139****0000", "否", None),
    note(3, "司徒柏", "男", "东槐区城投", "工程师", "137****0000", "是", None),
))

EXPERTS = specimen("experts-for-bids", sheet(
    "专家名单",
    title("项目评审专家抽取名单"),
    note("序号", "专家姓名", "工作单位", "职称", "专业类别", "抽取项目", "评审时间", "签到"),
    note(1, "令狐平", "省设计院", "正高", "水利", "柏河治理", date(2025, 3, 6), None),
    note(2, "公孙樵", "岚坪学院", "教授", "造价", "柏河治理", date(2025, 3, 6), None),
    note(3, "端木苇", "市勘院", "高工", "岩土", "北环路", date(2025, 3, 7), None),
))

VEHICLES = specimen("official-vehicles", sheet(
    "车辆",
    title("机关公务用车台账"),
    note("序号", "车牌号", "品牌型号", "购置时间", "购置金额（万元）", "使用部门", "责任人", "行驶里程（公里）", "状态"),
    note(1, "岚A·0001", "轿车", "2019.5", 18, "办公室", "夏侯林", 86000, "在用"),
    note(2, "岚A·0002", "越野车", "2021.8", 26.5, "项目科", "诸葛川", 52000, "在用"),
    note(3, "岚A·0003", "客车", "2015.3", 31, "办公室", "夏侯林", 143000, "待报废"),
))

MENU = specimen("menu-of-the-canteen", sheet(
    "菜谱",
    title("机关食堂一周菜谱"),
    note("餐次", "星期一", "星期二", "星期三", "星期四", "星期五"),
    note("早餐", "豆浆、包子", "小米粥", "牛奶、鸡蛋", "馄饨", "豆腐脑"),
    note("午餐", "红烧肉", "清蒸鱼", "宫保鸡丁", "回锅肉", "饺子"),
    note("晚餐", "面条", "米粥", "烩菜", "炒饼", "馒头"),
))

ASSETS = specimen("register-of-assets", sheet(
    "资产",
    title("固定资产登记台账"),
    note("单位：元"),
    note("资产编号", "资产名称", "规格型号", "购置日期", "原值", "累计折旧", "净值", "使用部门", "责任人"),
    note("ZC0001", "台式计算机", "商用", date(2022, 5, 6), 5600, 3360, 2240, "投资科", "尉迟远"),
    note("ZC0002", "激光打印机", "A3", date(2021, 9, 1), 8900, 7120, 1780, "办公室", "慕容槐"),
    note("合计", None, None, None, 14500, 10480, 4020, None, None),
))

LAND = specimen("parcels-of-land-for-sale", sheet(
    "地块",
    title("柏川县2025年国有建设用地出让地块一览表"),
    note("序号", "地块编号", "土地位置", "面积（亩）", "土地用途", "容积率", "起始价（万元）", "成交价（万元）", "竞得人"),
    note(1, "BC2025-01", "城东", 56.2, "工业", "≥1.2", 1010, 1010, "柏岭材料"),
    note(2, "BC2025-02", "北塬", 32, "商住", "≤2.2", 6400, 7100, "柏岭置业"),
    note(3, "BC2025-03", "城东", 120.5, "工业", "≥1.0", 2170, None, None),
))

COMPANIES = specimen("directory-of-companies", sheet(
    "企业名录",
    title("东槐区规模以上工业企业名录"),
    note("序号", "企业名称", "统一社会信用代码", "注册资本（万元）", "行业", "注册地址", "法定代表人", "联系电话"),
    note(1, "东岭轴承有限公司", "91000000MA0000001X", 5000, "通用设备", "槐一路1号", "皇甫青", "0000-0000001"),
    note(2, "东岭化工有限公司", "91000000MA0000002X", 12000, "化工", "槐二路8号", "东方砚", "0000-0000002"),
    note(3, "东岭食品有限公司", "91000000MA0000003X", 800, "食品", "槐三路6号", "上官岚", "0000-0000003"),
))

AGENDA = specimen("agenda-of-a-dispatch-meeting", sheet(
    "议程",
    title("全市重点项目调度会议程"),
    note("时间：2025年6月12日上午9:00        地点：市政府三楼会议室"),
    note("序号", "议程", "发言人", "时长（分钟）"),
    note(1, "市发改委通报重点项目进展情况", "市发改委主任", 10),
    note(2, "柏川县、东槐区作表态发言", "县区长", 16),
    note(3, "市领导讲话", "市领导", 30),
))

ELECTRICITY = specimen("electricity-by-company-and-month", sheet(
    "用电量",
    title("槐安经开区重点企业2025年用电量统计表"),
    note("单位：万千瓦时"),
    note("序号", "企业名称", *[f"{m}月" for m in range(1, 7)], "累计"),
    note(1, "槐岭玻璃", 210, 180, 220, 215, 230, 225, 1280),
    note(2, "槐岭铜箔", 560, 500, 570, 580, 590, 600, 3400),
    note(3, "槐岭冷轧", 320, 290, 330, 335, 340, 345, 1960),
    note("合计", None, 1090, 970, 1120, 1130, 1160, 1170, 6640),
))

POPULATION = specimen("population-by-town", sheet(
    "人口",
    title("柏川县各乡镇人口情况"),
    note("乡镇", "户数（户）", "户籍人口（人）", "常住人口（人）", "其中：男", "其中：女"),
    note("城关镇", 21000, 68000, 81000, 41000, 40000),
    note("西岭乡", 5200, 17600, 12100, 6300, 5800),
    note("河口镇", 9800, 33000, 28700, 14600, 14100),
    note("合计", 36000, 118600, 121800, 61900, 59900),
))

BUDGET = specimen("budget-by-account-with-execution", sheet(
    "支出",
    title("青栎县2025年1-6月一般公共预算支出执行情况表"),
    note("单位：万元"),
    note("科目编码", "科目名称", "年初预算数", "调整预算数", "累计支出数", "完成预算%"),
    note("201", "一般公共服务支出", 32000, 32500, 16800, 51.7),
    note("205", "教育支出", 68000, 70200, 36000, 51.3),
    note("213", "农林水支出", 54000, 61000, 27000, 44.3),
    note("合计", None, 154000, 163700, 79800, 48.7),
))

SCORING = specimen("rules-for-scoring", sheet(
    "评分细则",
    title("重点项目建设考核评分细则"),
    note("序号", "考核内容", "分值", "评分标准", "责任单位"),
    note(1, "项目开工率", 20, "未达序时进度的按比例扣分", "市发改委"),
    note(2, "投资完成率", 40, "每低1个百分点扣0.5分", "市发改委"),
    note(3, "要素保障", 20, "每1件未办结扣2分", "市自然资源局"),
    note(4, "信息报送", 20, "迟报1次扣1分", "市政府督查室"),
))

DICTIONARY = specimen("list-of-fields-of-a-system", sheet(
    "字段",
    note("序号", "字段名称", "字段代码", "类型", "长度", "说明"),
    note(1, "项目名称", "XMMC", "字符", 200, "与批复一致"),
    note(2, "总投资", "ZTZ", "数值", 18, "万元"),
    note(3, "年度计划投资", "NDJHTZ", "数值", 18, "万元"),
    note(4, "累计完成投资", "LJWCTZ", "数值", 18, "万元"),
    note(5, "责任单位", "ZRDW", "字符", 100, None),
))

INVOICES = specimen("reimbursement-of-travel", sheet(
    "报销",
    title("差旅费报销明细"),
    note("序号", "姓名", "出差事由", "起止时间", "交通费（元）", "住宿费（元）", "补助（元）", "合计（元）"),
    note(1, "端木苇", "赴柏川县督导项目", "6月3日-4日", 120, 300, 180, 600),
    note(2, "公孙樵", "赴省对接重点项目", "6月9日-11日", 460, 840, 300, 1600),
    note("合计", LEFT, LEFT, LEFT, 580, 1140, 480, 2200),
))

CALENDAR = specimen("holidays-and-working-days", sheet(
    "节假日",
    note("日期", "名称", "类型"),
    note(date(2025, 10, 1), "国庆节", "放假"),
    note(date(2025, 10, 2), "国庆节", "放假"),
    note(date(2025, 10, 11), "国庆节", "上班"),
))

SPECIMENS = (TRAINING, EXPERTS, VEHICLES, MENU, ASSETS, LAND, COMPANIES, AGENDA, ELECTRICITY, POPULATION, BUDGET, SCORING, DICTIONARY, INVOICES, CALENDAR)
