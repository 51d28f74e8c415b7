# ruff: noqa: E501
"""Honest ledgers of every kind: exact figures behind, rounded as clerks round them, in any unit, with any columns."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from udfs.values.units import money_factor

WORKS = (
    "污水处理厂", "过境公路改线", "县人民医院迁建", "职业中专扩建", "冷链物流中心", "智能装备产业园", "城市供水管网", "抽水蓄能电站",
    "老旧小区改造", "光伏玻璃生产线", "河道治理", "中药材市场", "养老服务中心", "高标准农田", "变电站", "数据中心", "标准厂房",
    "食品加工园", "全民健身馆", "垃圾焚烧发电", "农村饮水安全", "滨河公园", "粮食储备库", "文化馆", "防洪堤",
)  # fmt: skip
PLACES = ("云岭", "东河", "西山", "柏川", "青栎", "泠水", "石鹭", "岚坪", "梧堤", "槐安", "苍梨", "临港")
ENDS = ("项目", "工程", "建设项目", "", "（一期）", "（二期）", "三期")
UNITS = ("万元", "亿元", "元", "千元", "万美元")
SECTIONS = ("交通", "水利", "社会事业", "工业", "能源", "农业")


@dataclass(frozen=True)
class Project:
    """One honest project; amounts in 元, exact; None where the clerk leaves the cell blank."""

    name: str
    nature: str
    state: str
    total: float | None
    plan: float | None
    before: float | None
    months: tuple[float, ...]
    started: date | None
    finished: date | None
    planned: tuple[date, date]
    progress: str

    @property
    def done(self) -> float:
        return sum(self.months)


@dataclass(frozen=True)
class Style:
    """How a ledger is kept: unit and decimals by column, columns, sums, what the clerk leaves blank."""

    units: dict[str, str]
    places: dict[str, int]
    columns: tuple[str, ...]
    truncates: bool
    sums_of_shown: bool
    sections: bool
    year: int
    month: int


def project(random: Random, at: int, year: int, month: int) -> Project:
    """Return an honest project: what it did, when, and what the ledger says of it."""
    name = PLACES[at % 12] + WORKS[at // 12 % 25] + ("" if at < 300 else f"{at // 300 + 1}号") + random.choice(ENDS)
    nature = random.choice(("续建", "续建", "新建", "新开工", "竣工", "前期", "储备"))
    total = random.uniform(500, 300000) * 1e4 * random.choice((1, 1, 1, 20))
    begin = date(year - random.randint(1, 3), random.randint(1, 12), random.randint(1, 28))
    end = date(year + random.randint(1, 2), random.randint(1, 12), random.randint(1, 28))
    if nature in ("前期", "储备"):
        plan = random.choice((None, 0.0, total * random.uniform(0.001, 0.05)))
        coming = date(year + 1, random.randint(1, 12), 1), date(year + 3, 1, 1)
        return Project(
            name, nature, nature, random.choice((total, None)), plan, None, (0.0,) * month, None, None, coming, ""
        )
    if nature in ("新建", "新开工"):
        first = random.randint(1, 12)
        planned = date(year, first, 1), end
        if first >= month:
            return Project(
                name, nature, "未开工", total, total * 0.3, 0, (0.0,) * month, None, None, planned, "办理手续"
            )
        plan = total * random.uniform(0.1, 0.6)
        months = _spread(random, plan * random.uniform(0.05, 1.2), first, month)
        return Project(
            name,
            nature,
            "在建",
            total,
            plan,
            random.choice((0, None)),
            months,
            date(year, first, 3),
            None,
            planned,
            "主体施工",
        )
    before = total * random.uniform(0.1, 0.7)
    if nature == "竣工" and random.random() < 0.5:
        months = _spread(random, total - before, 1, month)
        over = date(year, month, 1)
        return Project(
            name, nature, "已竣工", total, total - before, before, months, begin, over, (begin, over), "已竣工投产"
        )
    if random.random() < 0.1:  # completed in an earlier year, still listed
        over = date(year - 1, 11, 20)
        return Project(
            name,
            nature,
            "已竣工",
            total,
            random.choice((0.0, None)),
            total,
            (0.0,) * month,
            date(year - 3, 4, 1),
            over,
            (date(year - 3, 4, 1), over),
            "",
        )
    plan = (total - before) * random.uniform(0.2, 0.8)
    months = _spread(random, plan * random.uniform(0.02, 1.15), 1, month)
    return Project(name, nature, "在建", total, plan, before, months, begin, None, (begin, end), "完成主体，正在安装")


def _spread(random: Random, amount: float, first: int, last: int) -> tuple[float, ...]:
    weights = [0.0] * (first - 1) + [random.uniform(0.5, 2) for _ in range(first, last + 1)]
    return tuple(amount * weight / sum(weights) for weight in weights)


MONEY = {
    "总投资": lambda p, m: p.total,
    "年度计划投资": lambda p, m: p.plan,
    "上年底累计完成投资": lambda p, m: p.before,
    "年累计完成投资": lambda p, m: p.done,
    "当月完成投资": lambda p, m: p.months[m - 1],
    "开工累计完成投资": lambda p, m: (p.before or 0) + p.done,
}
OTHERS = {
    "建设性质": lambda p: p.nature,
    "状态": lambda p: p.state,
    "开工时间": lambda p: p.started and _day(p.started),
    "竣工时间": lambda p: p.finished and _day(p.finished),
    "计划开工时间": lambda p: _day(p.planned[0]),
    "计划竣工时间": lambda p: _day(p.planned[1]),
    "形象进度": lambda p: p.progress,
    "责任单位": lambda p: "县住建局",
    "包抓领导": lambda p: "令狐平",
}


def _day(day: date) -> str:
    return day.strftime("%Y-%m")


@st.composite
def ledgers(draw: Any) -> tuple[str, date]:
    """Draw an honest ledger as a table for the builder, and its reporting date."""
    random = Random(draw(st.integers(0, 10**9)))
    year, month = draw(st.integers(2015, 2025)), draw(st.integers(1, 12))
    money = draw(st.sets(st.sampled_from(sorted(MONEY)), min_size=1))
    others = draw(st.sets(st.sampled_from(sorted(OTHERS))))
    one_unit = draw(st.sampled_from(UNITS)) if draw(st.booleans()) else None
    units = {name: one_unit or draw(st.sampled_from(UNITS[:4])) for name in MONEY}
    places = {name: draw(st.integers(0, 2)) + {"亿元": 2}.get(units[name], 0) for name in MONEY}
    style = Style(
        units,
        places,
        (*sorted(money), *sorted(others)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
        year,
        month,
    )
    projects = [project(random, at, year, month) for at in random.sample(range(300), draw(st.integers(1, 40)))]
    monthly = "年累计完成投资" in money and draw(st.booleans())
    rate = draw(st.none() | st.integers(0, 2)) if {"年累计完成投资", "年度计划投资"} <= money else None
    return table(random, projects, style, monthly, rate), date(year, month, 28)


def table(random: Random, projects: list[Project], style: Style, monthly: bool, rate: int | None) -> str:
    """Return the ledger as text: title, header, sums, sections and projects."""
    projects = [p if _says_why(p, style) else replace(p, plan=0.0) for p in projects]
    headers = ["项目名称"]
    for name in style.columns:
        unit = f"（{style.units[name]}）" if name in MONEY else ""
        period = f"{style.year}年" if name == "年度计划投资" else ""
        headers.append(f"{period}{name}{unit}".replace("年年度", "年"))
    due = style.month if monthly else 0
    headers += [f"{m}月完成投资" for m in range(1, due + 1)] + (["完成率（%）"] if rate is not None else [])
    lines = [" | ".join(headers)]
    groups = _groups(projects) if style.sections else [(None, projects)]
    lines.append(_sum(f"合计（{len(projects)}项）", projects, style))
    numerals = "一二三四五六"
    for at, (label, members) in enumerate(groups):
        if label:
            lines.append(_sum(f"{numerals[at]}、{label}（{len(members)}项）", members, style))
        lines += [_row(p, style, due, rate) for p in members]
    return "\n".join(lines)


def _says_why(p: Project, style: Style) -> bool:
    """Return whether the ledger says why the project has no plan, if it has none."""
    told = "建设性质" if p.nature in ("前期", "储备") else "状态"
    return p.plan is not None or told in style.columns


def _groups(projects: list[Project]) -> list[tuple[str | None, list[Project]]]:
    size = max(1, len(projects) // 3)
    return [
        (SECTIONS[at], projects[at * size : (at + 1) * size if at < 2 else None])
        for at in range(3)
        if projects[at * size :]
    ]


def _shown(value: float | None, name: str, style: Style) -> float | None:
    if value is None:
        return None
    return round(value * 1e-4 / _factor(style.units[name]), style.places[name])


def _factor(unit: str) -> float:
    return money_factor(unit) or 7.0


def _row(p: Project, style: Style, due: int, rate: int | None) -> str:
    cells = [p.name]
    for name in style.columns:
        value = _shown(MONEY[name](p, style.month), name, style) if name in MONEY else OTHERS[name](p)
        cells.append("" if value is None else f"{value:.{style.places[name]}f}" if name in MONEY else str(value))
    year = "年累计完成投资"
    cells += [
        "" if value is None else f"{value:.{style.places[year]}f}"
        for value in (_shown(m, year, style) for m in p.months[:due])
    ]
    if rate is not None:
        exact = p.done / p.plan * 100 if p.plan else None
        scale = 10**rate
        cells.append("" if exact is None else f"{int(exact * scale) / scale if style.truncates else exact:.{rate}f}")
    return " | ".join(cells)


def _sum(label: str, projects: list[Project], style: Style) -> str:
    cells = [label]
    for name in style.columns:
        if name not in MONEY:
            cells.append("")
            continue
        exact = [MONEY[name](p, style.month) for p in projects]
        known = [value for value in exact if value is not None]
        if style.sums_of_shown:
            total = sum(_shown(value, name, style) or 0 for value in known)
        else:
            total = _shown(sum(known), name, style) or 0
        cells.append(f"{total:.{style.places[name]}f}" if projects else "")
    return " | ".join(cells)
