"""The target system of S2 by period; targets by county; economic indicators with their growth against last year."""

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
_SYSTEM = (  # unit, target, measure, period, target figure, done, how the target is shown; the targets are those of S2
    ("云岭市", "开工项目", "个", "一季度", 120, 108, ""),
    ("云岭市", "达产项目", "个", "二季度", 191, 193, ""),
    ("云岭市", "落地项目", "个", "全年", 200, 96, ""),
    ("云岭市", "开复工项目", "个", "全年", 1000, 1032, "≥"),
    ("云岭市", "储备项目", "个", "全年", 1000, 874, "≥"),
    ("云岭高新区", "签约项目", "个", "全年", 60, 34, ""),
    ("云岭高新区", "落地项目", "个", "全年", 20, 3, ""),
    ("云岭高新区", "储备项目", "个", "全年", 80, 77, ""),
    ("云岭高新区", "到位资金", "亿元", "全年", 20, 11.2, ""),
    ("云岭高新区", "利用外资增长", "%", "全年", 18, 12.4, "+"),
    ("云岭高新区", "进出口增长", "%", "全年", 10, 11.3, "+"),
    ("云岭高新区", "入统项目", "个", "全年", 10, 4, ""),
)


def make(path: Path) -> None:
    """Write the two tables."""
    paper = Paper(path, "云岭市2026年目标任务和主要经济指标完成情况")
    inventor = Inventor("targets 2026")
    lines = ("填报单位：云岭市人民政府督查室", "截至2026年6月底")
    _system(paper, lines)
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


def _system(paper: Paper, lines: tuple[str, str]) -> None:
    """Write the target system as a long list: one target a row, each with its own measure and period."""
    heads = [
        Head((text,), width, role)
        for text, width, role in (
            *(("序号", 6, "middle"), ("单位", 16, "middle"), ("指标名称", 22, "text"), ("计量单位", 10, "middle")),
            *(("时限", 10, "middle"), ("目标值", 12, "middle"), ("完成值", 12, "middle"), ("备注", 24, "text")),
        )
    ]
    rows = [[number, *row[:6], None] for number, row in enumerate(_SYSTEM, 1)]
    sheet = sheet_of(paper, "目标体系", "云岭市2026年目标体系完成情况表", lines, heads, rows)
    for row, (*_, target, _, sign) in enumerate(_SYSTEM, 3):
        if sign:
            sheet.write_number(row, 5, target, paper.style("middle", num_format=f'"{sign}"#,##0'))


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
