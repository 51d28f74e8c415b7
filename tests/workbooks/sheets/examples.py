"""Ledgers as recognition gives them, made by hand: lifelike, invented, the same each time."""

import random
from datetime import date

from udfs.values.cells import DateSpan
from workbooks.grid import Grid
from workbooks.ledger import Field, Kind, Ledger, Month, Period
from workbooks.settings import Settings

AS_OF = date(2025, 6, 30)
JUNE = Period(2025, 6)
SETTINGS = Settings()

PLACES = ("青川", "临河", "白石", "松岭", "云溪", "石桥", "柳林", "丰泽", "南屏", "东固", "龙泉", "金沙")
TOWNS = tuple(f"{place}镇" for place in PLACES[:8])
COUNTIES = (*(f"{place}县" for place in PLACES[:9]), "高新技术产业开发区", "临港经济区", "市直")
UNITS = (
    *("县发展和改革局", "县工业和信息化局", "县住房和城乡建设局", "县交通运输局", "县农业农村局", "县水利局"),
    *("县教育局", "县卫生健康局", "县文化广电和旅游局", "县自然资源局", "县工业园区管理委员会"),
    "县城市建设投资集团有限公司",
)
WORKS = (
    *("高标准农田建设项目", "污水处理厂提标改造及配套管网工程", "标准化厂房（二期）", "中医院整体迁建项目"),
    *("农产品冷链物流园", "年产12万吨高性能铝板带材生产线项目", "百里画廊旅游公路", "第三实验学校新建项目"),
    *("河道综合治理工程", "新能源汽车零部件产业园基础设施建设项目", "城乡供水一体化工程", "职业教育实训基地"),
    *("城区老旧小区改造工程", "光伏发电及储能一体化项目", "生物医药中间体智能化工厂"),
)
INDUSTRIES = ("工业", "交通", "农林水利", "社会事业", "城市基础设施", "能源", "服务业")
NATURES = ("续建", "新开工", "竣工", "前期")
LEADERS = ("赵某某", "钱某某", "孙某某", "李某某", "周某某", "吴某某")
PROBLEMS = (
    "", "", "", "土地报征手续未完成，尚有12亩耕地未取得占补平衡指标。", "前期审批手续办理滞后，环评批复未取得。",
    "资金缺口较大，企业自筹资金到位慢，银行贷款审批尚未通过；施工单位因工程款拨付不及时，投入的人员和机械不足，主体工程进度明显慢于计划安排，需县政府协调金融机构加快放款并督促业主单位落实自筹资金。",
    "10千伏线路迁改未完成，影响3号厂房基础施工。",
)  # fmt: skip


def ledger(
    columns: dict[str, list[object]],
    sheet: str = "重点项目",
    kind: Kind = "progress",
    units: dict[str, str | None] | None = None,
    period: Period = JUNE,
    regions: list[str | None] | None = None,
) -> Ledger:
    """Return a ledger of one header row (row 3), projects from row 4 on; money is 万元 unless `units` says else."""
    names = list(columns)
    count = len(columns[names[0]]) if names else 0
    own = {**dict.fromkeys(_MONEY, "万元"), **(units or {})}
    places = {name: Field(name, at, name, own.get(name)) for at, name in enumerate(names)}
    body = [list(row) for row in zip(*columns.values(), strict=True)]
    grid = Grid(sheet, [["台账"], ["单位：万元"], names, *body])  # type: ignore[list-item]
    found = regions if regions is not None else columns.get("region", [None] * count)
    rows = list(range(3, 3 + count))
    values = {name: list(column) for name, column in columns.items()}
    return Ledger(grid, kind, "table", "台账", (2,), rows, places, values, regions=list(found), period=period)


_MONEY = (
    *("total_investment", "annual_plan", "done_this_year", "done_before_this_year", "done_since_start"),
    *("agreed_investment", "paid_in"),
)
_COLUMNS = (
    *("sequence", "name", "level", "region", "nature", "industry", "total_investment", "annual_plan", "done_this_year"),
    *("visible_progress", "problem", "next_step", "owner", "responsible_unit", "responsible_person", "leader"),
)
_RATES = (0.0, 0.1, 0.18, 0.35, 0.45, 0.52, 0.58, 0.66, 0.9)


def projects(count: int, regions: tuple[str, ...], seed: int = 1) -> dict[str, list[object]]:
    """Return the columns of `count` projects of all kinds: ahead, behind, without plan, excused."""
    dice = random.Random(seed)
    columns: dict[str, list[object]] = {name: [] for name in _COLUMNS}
    for number in range(1, count + 1):
        nature = dice.choice(NATURES)
        total = float(dice.choice((1200, 3500, 6800, 12000, 26000, 58000, 137840))) + dice.randint(0, 99)
        plan = None if nature == "前期" and dice.random() < 0.6 else round(total * dice.uniform(0.2, 0.6), 1)
        done = None if plan is None else round(plan * dice.choice(_RATES), 2)
        region = regions[number % len(regions)]
        name = f"{region}{dice.choice(WORKS)}（{number}号地块）"
        money = (total, plan, done)
        words = ("主体结构施工至三层。", dice.choice(PROBLEMS), "7月底前完成主体封顶，启动室外配套工程招标。")
        people = (f"{region}建设投资有限公司", dice.choice(UNITS), dice.choice(LEADERS), dice.choice(LEADERS))
        level, industry = dice.choice(("省级", "市级", "县级", "县级")), dice.choice(INDUSTRIES)
        record = (number, name, level, region, nature, industry, *money, *words, *people)
        for values, value in zip(columns.values(), record, strict=True):
            values.append(value if value != "" else None)
    return columns


def county() -> list[Ledger]:
    """60 projects of a county, by town."""
    return [ledger(projects(60, TOWNS))]


def city() -> list[Ledger]:
    """200 projects of a city in two sheets, by county, with manual lights and excuses."""
    first, second = projects(150, COUNTIES, 2), projects(50, COUNTIES, 3)
    first["light"] = ["黄灯" if number % 17 == 0 else None for number in range(150)]
    first["exemption"] = ["不可抗力：汛期停工" if number % 41 == 5 else None for number in range(150)]
    return [ledger(first, "在建项目（150项）"), ledger(second, "预备'新开'项目")]


def promotion() -> list[Ledger]:
    """Signed projects of investment promotion, some in 万美元."""
    rows = 18
    amounts: list[object] = [1000.0 + 350 * number for number in range(rows)]
    return [
        ledger(
            {
                "sequence": list(range(1, rows + 1)),
                "name": [f"{PLACES[n % 12]}新材料有限公司年产{n + 1}万吨电子化学品项目" for n in range(rows)],
                "region": [COUNTIES[n % 5] for n in range(rows)],
                "total_investment": amounts,
                "signed_on": [DateSpan(date(2025, 1 + n % 6, 8), date(2025, 1 + n % 6, 8)) for n in range(rows)],
                "responsible_unit": ["市投资促进局"] * rows,
            },
            "签约项目",
            "investment_promotion",
            {"total_investment": "万美元"},
        )
    ]


def supervision_items() -> list[Ledger]:
    """Items of a 督办 ledger, with deadlines."""
    rows = 9
    return [
        ledger(
            {
                "sequence": list(range(1, rows + 1)),
                "name": [f"第{n + 1}次县政府常务会议确定事项：{WORKS[n]}资金筹措方案" for n in range(rows)],
                "responsible_unit": [UNITS[n] for n in range(rows)],
                "deadline": [DateSpan(date(2025, 5 + n % 3, 20), date(2025, 5 + n % 3, 20)) for n in range(rows)],
                "status": ["正在办理", "已办结", "已销号"] * 3,
            },
            "督办事项",
            "supervision",
        )
    ]


def funding() -> list[Ledger]:
    """A funding ledger with plan and done."""
    rows = 6
    return [
        ledger(
            {
                "name": [f"{TOWNS[n]}{WORKS[n]}" for n in range(rows)],
                "total_investment": [5000.0 * (n + 1) for n in range(rows)],
                "annual_plan": [1000.0 * (n + 1) for n in range(rows)],
                "done_this_year": [450.0 * (n + 2) for n in range(rows)],
                "paid_in": [300.0 * (n + 1) for n in range(rows)],
            },
            "资金到位",
            "funding",
        )
    ]


def indicators() -> list[Ledger]:
    """Economic indicators by county: rows that are no projects."""
    return [ledger({"name": list(COUNTIES), "target": [8.0] * 12, "actual": [7.5] * 12}, "经济指标", "indicators")]


def empty() -> list[Ledger]:
    """A blank template."""
    return [ledger({"name": [], "annual_plan": [], "done_this_year": []})]


def one() -> list[Ledger]:
    """A single project."""
    return [ledger(projects(1, TOWNS, 5))]


def by_month() -> list[Ledger]:
    """Two projects whose done figures stand in month columns, in 亿元, without a year-to-date column."""
    columns: dict[str, list[object]] = {"name": ["一号路", "二号桥"], "annual_plan": [24000.0, 12000.0]}
    made = ledger(columns, "开发区", units={"annual_plan": "亿元"})
    body = [["一号路", 2.4, *[0.2] * 6, *[None] * 6], ["二号桥", 1.2, 0.1, None, "—", 0.1, 0.05, 0.05, *[None] * 6]]
    made.grid.rows[3:] = body  # type: ignore[assignment]
    made.months = tuple(Month(month, None, 1 + month) for month in range(1, 13))
    return [made]


def huge(count: int = 20_000) -> list[Ledger]:
    """As many projects as asked for, to measure by."""
    return [ledger(projects(count, COUNTIES, 9), "大台账")]
