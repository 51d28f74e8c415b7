"""Targets and economic indicators by county: done against the year's target, growth against last year."""

from pathlib import Path

from workbooks.samples.make.city import percent
from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.plain import Head, sheet_of
from workbooks.samples.make.tables import county_names

TASKS = {
    "新签约项目（个）": (12, 40),
    "新开工项目（个）": (10, 36),
    "新竣工投产项目（个）": (6, 22),
    "新增入统项目（个）": (5, 20),
    "到位资金（亿元）": (8, 46),
}
INDICATORS = {
    "固定资产投资（亿元）": (40, 160),
    "规模以上工业增加值（亿元）": (18, 90),
    "社会消费品零售总额（亿元）": (20, 110),
    "一般公共预算收入（亿元）": (4, 22),
    "实际利用外资（万美元）": (300, 4800),
}
CITY = "全市合计"


def make(path: Path) -> None:
    """Write the two tables."""
    paper = Paper(path, "云岭市2026年目标任务和主要经济指标完成情况")
    inventor = Inventor("targets 2026")
    lines = ("填报单位：云岭市人民政府督查室", "截至2026年6月底")
    heads = [Head(("县（市、区）",), 14, "middle")]
    for task in TASKS:
        amount = "amount2" if "亿元" in task else "amount"
        heads += [
            Head((task, "年度目标"), 10, amount),
            Head((task, "1-6月完成"), 10, amount),
            Head((task, "完成率（%）"), 9, "percent"),
        ]
    sheet_of(paper, "重点目标任务", "云岭市2026年1-6月重点目标任务完成情况表", lines, heads, _tasks(inventor))
    heads = [Head(("县（市、区）",), 14, "middle")]
    for indicator in INDICATORS:
        amount = "amount" if "美元" in indicator else "amount2"
        heads += [Head((indicator, text), 10, amount) for text in ("2026年目标", "1-6月完成", "上年同期")]
        heads.append(Head((indicator, "同比增长（%）"), 9, "percent"))
    sheet_of(paper, "主要经济指标", "云岭市2026年1-6月主要经济指标完成情况表", lines, heads, _indicators(inventor))
    paper.save()


def _tasks(inventor: Inventor) -> list[list[object]]:
    rows: list[list[object]] = [[name] for name in [CITY, *county_names()]]
    for task, (low, high) in TASKS.items():
        scale = 100 if "亿元" in task else 1
        pairs = []
        for _ in county_names():
            target = inventor.between(low, high) * scale
            pairs.append((target, int(target * inventor.random.uniform(0.3, 0.72))))
        pairs.insert(0, (sum(target for target, _ in pairs), sum(done for _, done in pairs)))
        for row, (target, done) in zip(rows, pairs, strict=True):
            row += [target / scale, done / scale, percent(done / target)]
    return rows


def _indicators(inventor: Inventor) -> list[list[object]]:
    rows: list[list[object]] = [[name] for name in [CITY, *county_names()]]
    for indicator, (low, high) in INDICATORS.items():
        scale = 1 if "美元" in indicator else 100
        triples = []
        for _ in county_names():
            before = inventor.between(low * scale, high * scale) // 2
            done = int(before * inventor.random.uniform(0.94, 1.16))
            triples.append((int(before * 2.2) // scale * scale, done, before))
        triples.insert(0, (sum(t[0] for t in triples), sum(t[1] for t in triples), sum(t[2] for t in triples)))
        for row, (target, done, before) in zip(rows, triples, strict=True):
            row += [target / scale, done / scale, before / scale, _growth(done, before)]
    return rows


def _growth(done: int, before: int) -> float:
    """Return the growth in percent, one decimal, half away from zero."""
    change = (done - before) / before * 1000
    return int(abs(change) + 0.5) / 10 * (1 if change >= 0 else -1)
