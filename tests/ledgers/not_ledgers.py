"""Workbooks of the same offices in which there is nothing to supervise: they are refused politely."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from tests.ledgers.specimen import LEFT, Sheet, note, sheet, specimen, title

BALANCE = specimen("balance-sheet", sheet(
    "资产负债表",
    title("资产负债表"),
    note("编制单位：岚坪城投集团", None, "2024年12月31日", None, None, "单位：元"),
    note("资产", "期末余额", "年初余额", "负债和所有者权益", "期末余额", "年初余额"),
    note("流动资产：", None, None, "流动负债：", None, None),
    note("货币资金", 23456789.12, 19876543.21, "短期借款", 50000000, 30000000),
    note("应收账款", 8765432.1, 7654321.09, "应付账款", 12345678.9, 11223344.55),
    note("存货", 4567890, 3456789, "应交税费", 987654.32, 876543.21),
    note("在建工程", 156000000, 98000000, "长期借款", 80000000, 60000000),
    note("资产总计", 192790111.22, 128987653.3, "负债和所有者权益总计", 192790111.22, 128987653.3),
))

SALARY = specimen("salary-list", sheet(
    "工资表",
    title("2025年6月职工工资发放表"),
    note("序号", "姓名", "岗位工资", "薪级工资", "绩效工资", "应发合计", "养老保险", "医疗保险", "公积金", "个税", "实发工资", "签名"),
    note(1, "欧阳松", 2100, 1850, 1600, 5550, 444, 111, 666, 12.3, 4316.7, None),
    note(2, "上官岚", 1950, 1620, 1500, 5070, 405.6, 101.4, 608.4, 0, 3954.6, None),
    note(3, "司徒柏", 2350, 2230, 1900, 6480, 518.4, 129.6, 777.6, 45.2, 5009.2, None),
    note("合计", LEFT, 6400, 5700, 5000, 17100, 1368, 342, 2052, 57.5, 13280.5, None),
))

PHONES = specimen("phone-list", sheet(
    "通讯录",
    title("各县区重点项目办通讯录"),
    note("序号", "县区", "单位", "姓名", "职务", "联系电话", "备注"),
    note(1, "柏川县", "县发改局", "公孙樵", "副局长", "138****0000", None),
    note(2, "青栎县", "县发改局", "令狐平", "股长", "139****0000", None),
    note(3, "东槐区", "区发改局", "夏侯林", "科长", "137****0000", "群主"),
))

QUESTIONS = specimen("question-bank", sheet(
    "题库",
    note("题号", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "难度", "分值"),
    note(1, "单选", "政府投资项目的审批制不包括下列哪项？", "项目建议书", "可行性研究报告", "企业备案", "初步设计", "C", "易", 2),
    note(2, "多选", "固定资产投资统计的起点标准是计划总投资多少万元？", "50", "500", "5000", "10000", "B", "中", 2),
    note(3, "判断", "重点项目完成投资可以按合同额填报。", "对", "错", None, None, "B", "易", 1),
))

PARAMETERS = specimen("parameter-table", sheet(
    "参数",
    note("参数名称", "参数值", "单位", "说明"),
    note("预警阈值（黄）", 10, "百分点", "低于序时进度"),
    note("预警阈值（红）", 30, "百分点", "低于序时进度"),
    note("统计起点", 500, "万元", "计划总投资"),
    note("每月报送日", 25, "日", None),
))

DUTY = specimen("duty-roster", sheet(
    "值班表",
    title("岚坪市发改委2025年国庆节值班安排表"),
    note("日期", "星期", "带班领导", "值班人员", "值班电话", "备注"),
    note(date(2025, 10, 1), "星期三", "司徒柏", "端木苇、公孙樵", "0000-0000000", None),
    note(date(2025, 10, 2), "星期四", "令狐平", "夏侯林", "0000-0000000", None),
    note(date(2025, 10, 3), "星期五", "上官岚", "诸葛川", "0000-0000000", "调休"),
))

ATTENDANCE = specimen("attendance", sheet(
    "6月考勤",
    title("2025年6月考勤表"),
    note("序号", "姓名", *range(1, 31), "出勤天数", "请假天数"),
    note(1, "欧阳松", *["√"] * 30, 21, 0),
    note(2, "皇甫青", *["√"] * 28, "事", "√", 20, 1),
    note(3, "慕容槐", *["√"] * 29, "病", 20, 1),
))

STOCK = specimen("inventory-of-goods", sheet(
    "库存",
    title("防汛物资库存清单"),
    note("序号", "物资名称", "规格型号", "单位", "数量", "单价（元）", "金额（元）", "存放地点", "保管人"),
    note(1, "编织袋", "50×90cm", "条", 20000, 1.2, 24000, "一号库", "端木苇"),
    note(2, "救生衣", "成人", "件", 350, 68, 23800, "二号库", "端木苇"),
    note(3, "抽水泵", "QW200", "台", 12, 5600, 67200, "一号库", "公孙樵"),
    note("合计", None, None, None, None, None, 115000, None, None),
))

MARKS = specimen("student-marks", sheet(
    "成绩",
    title("柏川县第一中学2025年期中考试成绩表"),
    note("考号", "姓名", "语文", "数学", "英语", "物理", "总分", "班级排名", "年级排名"),
    note("2501001", "尉迟远", 112, 131, 126, 88, 457, 2, 15),
    note("2501002", "东方砚", 120, 140, 133, 92, 485, 1, 3),
    note("2501003", "端木苇", 98, 105, 110, 71, 384, 3, 87),
))

ACCOUNTS = specimen("account-balances", sheet(
    "科目余额表",
    title("科目余额表"),
    note("期间：2025年1-6月", None, None, None, None, None, None, "单位：元"),
    note("科目编码", "科目名称", "期初余额", LEFT, "本期发生额", LEFT, "期末余额", LEFT),
    note(None, None, "借方", "贷方", "借方", "贷方", "借方", "贷方"),
    note("1002", "银行存款", 3500000, None, 12600000, 11800000, 4300000, None),
    note("1601", "固定资产", 88000000, None, 1200000, None, 89200000, None),
    note("2202", "应付账款", None, 560000, 380000, 720000, None, 900000),
))

CODES = specimen("code-list-only", sheet(
    "行政区划",
    note("代码", "名称", "上级代码"),
    note("990101", "柏川县", "990100"),
    note("990102", "青栎县", "990100"),
    note("990103", "东槐区", "990100"),
    note("990104", "泠水县", "990100"),
))

CHART = specimen("chart-only", Sheet("图", (), chart=True), sheet("Sheet2"))

NOTHING = specimen("three-empty-sheets", sheet("Sheet1"), sheet("Sheet2"), sheet("Sheet3"))

PROSE = specimen("a-letter-typed-into-a-sheet", sheet(
    "通知",
    title("关于报送2025年重点项目进度的通知"),
    note("各县（市、区）人民政府，市直有关部门："),
    note("    为全面掌握全市重点项目建设进展，请于每月5日前报送项目年度计划投资、累计完成投资和形象进度。"),
    note("    联系人：公孙樵，电话：138****0000。"),
    note("                                                  岚坪市发展和改革委员会"),
    note("                                                  2025年2月18日"),
))

MEETING = specimen("seats-of-a-project-meeting", sheet(
    "参会名单",
    title("全市重点项目调度会参会人员名单"),
    note("序号", "单位", "姓名", "职务", "座位号", "是否住宿"),
    note(1, "柏川县人民政府", "欧阳松", "副县长", "2排5座", "否"),
    note(2, "东槐区人民政府", "皇甫青", "副区长", "2排6座", "否"),
    note(3, "市财政局", "夏侯林", "副局长", "3排1座", "否"),
))

SPECIMENS = (BALANCE, SALARY, PHONES, QUESTIONS, PARAMETERS, DUTY, ATTENDANCE, STOCK, MARKS, ACCOUNTS, CODES, CHART, NOTHING, PROSE, MEETING)
