"""Whole workbooks: a sheet for each county, covers, instructions, drop-down lists, contacts, cross tables."""

# A row of the paper is one line here, however long.
# ruff: noqa: E501
# fmt: off

from tests.ledgers.specimen import LEFT, Sheet, head, item, note, sheet, specimen, table, title, total


def county(name: str, *rows: tuple[str, float, float, float]) -> Sheet:
    """Return the ledger of one county."""
    return sheet(
        name,
        title(f"{name}2025年1-9月重点项目进展情况表"),
        note("单位：万元"),
        table("progress", "sequence", "name", "total_investment:万元", "annual_plan:万元", "done_this_year:万元", "completion_rate", period={"year": 2025, "month": 9}),
        head("序号", "项目名称", "总投资", "年度计划投资", "1-9月完成投资", "完成率"),
        *[item(number, *row, round(row[3] / row[2], 4)) for number, row in enumerate(rows, 1)],
        total("合计", LEFT, *[sum(row[i] for row in rows) for i in (1, 2, 3)]),
        formats={"F": "0.0%"},
    )


BY_COUNTY = specimen(
    "a-sheet-for-each-county-with-cover-and-cross-table",
    sheet("封面", note(), note(), title("岚坪市重点项目台账汇编"), title("（2025年9月）"), note(), title("岚坪市重点项目推进办公室")),
    sheet("填报说明", note("一、统计口径：年度计划投资500万元及以上项目。"), note("二、报送时间：每月5日前。"), note("三、完成投资按形象进度填报，与入统数一致。")),
    sheet(
        "汇总",
        title("各县区重点项目完成情况汇总表"),
        note("单位：个、万元"),
        note("县区", "项目个数", "总投资", "年度计划投资", "1-9月完成投资", "完成率"),
        note("柏川县", 3, 96000, 31000, 23400, 0.7548),
        note("青栎县", 2, 47000, 15000, 9000, 0.6),
        note("东槐区", 2, 83000, 26000, 21100, 0.8115),
        note("合计", 7, 226000, 72000, 53500, 0.7431),
    ),
    county("柏川县", ("水泥窑协同处置", 26000, 9000, 7400), ("辣椒产业园", 10000, 4000, 3000), ("风电塔筒", 60000, 18000, 13000)),
    county("青栎县", ("笋竹冷链", 12000, 5000, 3600), ("萤石精深加工", 35000, 10000, 5400)),
    county("东槐区", ("跨境电商园", 33000, 11000, 10100), ("滨河商业街", 50000, 15000, 11000)),
    sheet("Sheet2"),
)

DROP_DOWNS = specimen(
    "drop-down-list-and-contacts-beside-the-ledger",
    sheet(
        "项目表",
        title("石鹭县2025年重点项目进度填报表"),
        note("金额单位：万元"),
        table("progress", "sequence", "name", "nature", "industry", "annual_plan:万元", "done_this_month:万元", "done_this_year:万元", "contact", "phone"),
        head("序号", "项目名称", "建设性质", "行业", "年度计划投资", "本月完成投资", "年度累计完成投资", "联系人", "电话"),
        item(1, "石鹭海上风电运维港", "新开工", "能源", 26000, 2300, 15200, "公孙樵", "138****0000"),
        item(2, "石鹭藻类加工", "续建", "食品", 4200, 300, 4200, "令狐平", "139****0000"),
        item(3, "石鹭县看守所迁建", "续建", "政法", 3800, 150, 1900, "夏侯林", "137****0000"),
    ),
    sheet("字典", note("建设性质", "行业", "级别"), note("新开工", "能源", "省级"), note("续建", "食品", "市级"), note("竣工", "政法", "县级"), note("前期", "交通"), note("储备", "水利"), visible=False),
    sheet(
        "通讯录",
        title("县直单位项目联络员通讯录"),
        note("序号", "单位", "姓名", "职务", "办公电话", "手机"),
        note(1, "县发改局", "公孙樵", "股长", "0000-0000000", "138****0000"),
        note(2, "县工信局", "令狐平", "科员", "0000-0000001", "139****0000"),
        note(3, "县住建局", "夏侯林", "副局长", "0000-0000002", "137****0000"),
    ),
    sheet("Sheet3"),
)

PIVOT = specimen(
    "pivot-of-the-ledger-on-a-sheet-of-its-own",
    sheet(
        "统计表",
        title("按建设性质统计"),
        note("建设性质", "项目个数（项）", "总投资(万元)", "年度计划投资(万元)", "1-6月完成投资(万元)", "完成投资占年计划(%)"),
        note("续建", 2, 61000, 23000, 12400, 53.9),
        note("新开工", 2, 34000, 14000, 3700, 26.4),
        note("总计", 4, 95000, 37000, 16100, 43.5),
    ),
    sheet(
        "明细",
        title("泠水县2025年1-6月重点项目明细"),
        table("progress", "sequence", "name", "nature", "total_investment:万元", "annual_plan:万元", "done_this_year:万元::6", "responsible_unit", period={"year": 2025, "month": 6}),
        head("序号", "项目名称", "建设性质", "总投资(万元)", "年度计划投资(万元)", "1-6月完成投资(万元)", "责任单位"),
        item(1, "泠水磷化工技改", "续建", 40000, 15000, 8400, "县工信局"),
        item(2, "泠水县客运站", "续建", 21000, 8000, 4000, "县交通局"),
        item(3, "泠水温泉康养", "新开工", 26000, 9000, 1700, "县文旅局"),
        item(4, "泠水乡村物流", "新开工", 8000, 5000, 2000, "县商务局"),
    ),
)

MIXED_KINDS = specimen(
    "progress-procedures-and-supervision-in-one-workbook",
    sheet(
        "在建项目",
        title("曲枫县在建项目投资进度（单位：万元）"),
        table("progress", "sequence", "name", "annual_plan:万元", "done_this_year:万元", "leader"),
        head("序号", "项目名称", "年度投资计划", "年度完成投资", "包抓领导"),
        item(1, "曲枫县粮油加工", 5600, 3900, "尉迟远"),
        item(2, "曲枫县二中", 7200, 5100, "诸葛川"),
    ),
    sheet(
        "前期项目",
        title("曲枫县前期项目手续办理进度"),
        table("approvals", "sequence", "name", *[None] * 5, "responsible_unit"),
        head("序号", "项目名称", "立项", "用地", "规划", "环评", "施工许可", "责任单位"),
        item(1, "曲枫县产业路", "2025.3.12", "2025.5.8", "办理中", "未办理", "未办理", "县交通局"),
        item(2, "曲枫县游泳馆", "2025.4.1", "办理中", "未办理", "未办理", "未办理", "县文旅局"),
    ),
    sheet(
        "督办事项",
        title("曲枫县项目建设督办事项清单"),
        table("supervision", "sequence", None, None, "responsible_unit", "deadline", None, "status"),
        head("序号", "督办事项", "交办日期", "承办单位", "整改时限", "进展情况", "办理状态"),
        item(1, "曲枫县二中运动场拆迁", "2025.5.6", "县住建局", "2025.6.10", "已签约6户", "正在办理"),
        item(2, "产业路林地报批", "2025.5.20", "县林草局", "2025.6.30", None, "正在办理"),
    ),
)

SPECIMENS = (BY_COUNTY, DROP_DOWNS, PIVOT, MIXED_KINDS)
