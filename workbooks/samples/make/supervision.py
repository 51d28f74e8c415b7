"""A 督办 ledger: items handed out, their deadlines, states and what came back."""

from datetime import date, timedelta
from pathlib import Path

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.plain import heads, sheet_of
from workbooks.samples.make.tables import table


def make(path: Path) -> None:
    """Write the ledger of supervised items."""
    paper = Paper(path, "柏川县2026年重点工作督办台账")
    inventor = Inventor("supervision 2026")
    leaders = inventor.leaders(table("people")["county_leaders"][:6])
    rows = [_row(inventor, number, item, leaders) for number, item in enumerate(table("supervision")["item"], 1)]
    lines = ("填报单位：柏川县委县政府督查室", "截至2026年6月30日")
    sheet_of(paper, "督办台账", "柏川县2026年重点工作督办台账", lines, heads(table("supervision")["columns"]), rows)
    paper.save()


def _row(inventor: Inventor, number: int, item: dict[str, str], leaders: list[str]) -> list[object]:
    given = date(2026, 2, 20) + timedelta(number * 5)
    closed = item["state"] in ("已办结", "已销号")
    deadline = given + timedelta(30) if closed else date(2026, 6, 18) + timedelta(number * 2 - 14)
    answered = given + timedelta(inventor.between(12, 24)) if closed or item["state"] == "已反馈待核" else None
    struck = answered + timedelta(inventor.between(1, 4)) if answered and item["state"] == "已销号" else None
    return [
        number, f"柏督〔2026〕{number}号", item["what"], item["source"], inventor.one_of(leaders), item["unit"],
        item.get("with"), inventor.person(), given, deadline, item["state"], item["progress"], answered, struck, None,
    ]  # fmt: skip
