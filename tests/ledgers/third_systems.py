"""What systems export and import: dispatch tables, import templates, monthly systems, funds by district, supervision."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import datetime
from typing import Any

from tests.ledgers.specimen import LEFT, Sheet, head, item, note, sheet, specimen, table, title, total

DISPATCH = specimen(
    "dispatch-export-of-a-district",
    sheet(
        "sheet1",
        table("progress", None, "name", "owner", "annual_plan", "actual_start", "done_this_month", "done_this_year", None, None, None, "completion_rate", "visible_progress", "status", period={"year": "null", "month": "null"}),
        head("月份", "项目名称", "建设单位", "年度计划投资", "是否开工", "当月已完成投资", "当月至今已完成", "土建工程", "设备安装费用", "土地等费用", "投资完成比例", "形象进度", "审核标识"),
        item("2025-06", "望榆冷链港", "望榆供销", 12000, "是", 900, 5200, 4000, 800, 400, "43.33%", "冷库主体", "已审核"),
        item("2025-06", "榆河水厂", "区水务", 6000, "是", 600, 3600, 3000, 600, 0, "60.00%", "滤池", "已审核"),
        item("2025-06", "榆西社区中心", "区民政局", 1500, "否", 0, 0, 0, 0, 0, "0.00%", "招标", "未审核"),
        item("2025-06", "轴承检测平台", "区科技局", 800, "是", 100, 800, 200, 600, 0, "100.00%", "验收", "已审核"),
    ),
)

IMPORT = specimen(
    "import-template-of-major-projects",
    sheet(
        "重大项目导入",
        table("progress", "sequence", "name", "region", "responsible_unit", "owner", None, "total_investment:亿元", "annual_plan:万元", "done_this_year:万元", "completion_rate", "nature"),
        head("序号", "项目名称", "所属区域", "责任单位", "建设单位", "项目类型", "总投资（亿元）", "年度计划投资（万元）", "年度累计完成投资（万元）", "年度投资完成率", "建设性质"),
        item(1, "苍梨储能电站", "柏川县", "县发改局", "苍岭储能", "产业", 5.2, 21000, 9800, 0.4667, "新建"),
        item(2, "苍梨南站枢纽", "东槐区", "区交通局", "市铁投", "基础设施", 18.65, 60000, 41000.5, 0.6833, "续建"),
        item(3, "苍梨市三院", "青栎县", "县卫健局", "市三院", "民生", 3.08, 8000, 8000, 1, "续建"),
        item(4, "苍梨新型电池中试", "柏川县", "县科技局", "苍岭电池", "产业", 0.9, 4500, 4725, 1.05, "新建"),
    ),
)

MONTHLY = specimen(
    "columns-of-a-city-s-monthly-system",
    sheet(
        "月报",
        table("progress", "code", "name", "total_investment:万元", "annual_plan:万元:2024", "done_this_month:万元", "done_this_year:万元", "done_since_start:万元", "completion_rate", "rate_of_total"),
        head("项目代码", "项目名称", "总投资（万元）", "2024年度计划投资(万元)", "11月完成投资(万元)", "年初至报告期累计完成投资（万元）", "开工至报告期累计完成投资（万元）", "占年计划（%）", "占总投资（%）"),
        item("2301-420000-04-01-100001", "临江数据湖", 180000, 60000, 5000, 57000, 120000, 95, 66.67),
        item("2305-420000-04-01-100002", "临江老街改造", 23000, 9000, 300, 6100, 13000, 67.78, 56.52),
        item("2402-420000-04-01-100003", "临江二桥维修", 4600, 4600, 400, 4600, 4600, 100, 100),
    ),
    sheet(
        "累计",
        table("progress", "code", "name", "annual_plan:万元:2024", "done_this_month:万元", "done_this_year:万元:2024:12", period={"year": 2024, "month": 12}),
        head("项目代码", "项目名称", "2024年度计划投资(万元)", "12月完成投资(万元)", "2024年1-12月累计完成投资(万元)"),
        item("2301-420000-04-01-100011", "临江智能仓储", 30000, 2000, 30500),
        item("2305-420000-04-01-100012", "临江湿地修复", 7000, 800, 6650),
    ),
)

FUNDS_BY_DISTRICT = specimen(
    "funds-of-districts-from-a-system",
    sheet(
        "资金管理",
        note("单位：万元"),
        table("funding", "region", None, "total_investment:万元", "annual_plan:万元", "done_this_year:万元", None, "paid_in:万元", "funding_rate", projects=None, first_row=None, last_row=None),
        head("行政区", "在库项目数量", "总投资", "年度计划投资", "统计周期内累计完成投资", "年度投资进度", "统计周期内累计已到位资金", "资金到位率"),
        item("柏川县", 32, 865000, 212000, 132500, "62.50%", 96000, "72.45%"),
        item("青栎县", 27, 542000, 150000, 81000, "54.00%", 60500, "74.69%"),
        item("东槐区", 41, 1203000, 330000, 231000, "70.00%", 240000, "103.90%"),
        total("全市合计", 100, 2610000, 692000, 444500, "64.23%", 396500, "89.20%"),
    ),
)

SUPERVISED = specimen(
    "supervised-items-by-the-schema-of-a-system",
    sheet(
        "督办",
        table("supervision", None, None, "leader", "responsible_person", "responsible_unit", "deadline", "status", projects=4),
        head("督办编号", "督办事项", "领导名称", "督办人", "主办部门", "办结期限", "状态"),
        item("DB2025-031", "城东排涝泵站移交", "司徒柏", "令狐平", "市住建局", datetime(2025, 6, 20), "已办结"),
        item("DB2025-032", "拖欠工程款化解", "上官岚", "令狐平", "市交通局", datetime(2025, 7, 31), "正在办理"),
        item("DB2025-033", "园区用电增容", "皇甫青", "公孙樵", "市供电公司", datetime(2025, 8, 2), "正在办理"),
        item("DB2025-034", "校舍消防整改", "上官岚", "公孙樵", "市教育局", datetime(2025, 9, 30), "正在办理"),
    ),
)

LABELS = ("项目申请报告书", "项目可研性研究", "项目初设预审、概算", "规划选址论证", "项目环境评价", "用地、用林、用海预审", "规划一书二证办理", "审图", "招投标", "开工许可证", "供地", "供水供电", "其他")


def early_form(short: str, name: str, investment: float, done: int) -> Sheet:
    """Return the form of L9: thirteen milestones across, dates as bare serials, unfilled dates as templates have them."""
    due = [40210 + 28 * index for index in range(12)]
    states: list[Any] = ["已完成"] * done + ["进度"] + [None] * (12 - done)
    return sheet(
        short,
        title("项目前期工作台账"),
        note("项目名称", name, *[LEFT] * 6, "项目预估总投资（亿元）", LEFT, LEFT, investment, LEFT, LEFT),
        note("前期工作", *LABELS),
        note("完成时限", *due, "200   年   月   日"),
        note("完成进度", *states),
        note("责任单位", *["区发改局", "区发改局", "区发改局", "区规划局", "区环保局", "区国土局", "区规划局", "区建设局", "区建设局", "区建设局", "区国土局", "区供电公司", None]),
        note("责任人", *["令狐平"] * 12, None),
        note("需协调解决问题", "请市国土局预审。", *[LEFT] * 12),
        note("存在问题解决的情况", None, *[LEFT] * 12),
        note("业主（签名）：", *[LEFT] * 4, "责任单位（签名）：", *[LEFT] * 4, "挂钩领导（签名）：", *[LEFT] * 3),
        form={
            "kind": "approvals",
            "projects": 1,
            "names": [name, name],
            "fields": {"name": {"cell": "B2"}, "total_investment": {"cell": "L2", "unit": "亿元"}},
        },
    )


EARLY = specimen(
    "early-work-forms-with-bare-serials",
    early_form("储油罐区", "南渡原油储罐区", 12.5, 4),
    early_form("客运站", "南渡综合客运站", 0.38, 2),
)

SPECIMENS = (DISPATCH, IMPORT, MONTHLY, FUNDS_BY_DISTRICT, SUPERVISED, EARLY)
