"""An investment promotion ledger: signed, in talks, signed but not begun; units in square brackets."""

from datetime import date, timedelta
from pathlib import Path

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.plain import heads, sheet_of
from workbooks.samples.make.projects import Where, draw
from workbooks.samples.make.tables import table

KINDS = ["装备制造", "新材料", "电子信息", "食品医药", "现代物流", "文化旅游", "能源"]
PLACES = ["云岭经开区", "云岭高新区", "云岭陆港", "柏川经开区", "临溪竹产业园"]


def make(path: Path) -> None:
    """Write the promotion ledger."""
    paper = Paper(path, "云岭市2026年招商引资项目台账")
    inventor, told = Inventor("promotion 2026"), table("promotion")
    sheets = (
        ("签约项目", "云岭市2026年签约项目台账", "signed", _signed, 18),
        ("在谈项目", "云岭市2026年在谈项目台账", "talks", _talks, 12),
        ("签约未开工", "云岭市签约未开工项目清单", "idle", _idle, 10),
    )
    lines = ("填报单位：云岭市招商局　截至2026年6月30日", "")
    for name, title, columns, row_of, size in sheets:
        rows = [row_of(inventor, number) for number in range(1, size + 1)]
        sheet_of(paper, name, title, lines, heads(told[columns]), rows)
    paper.save()


def _drawn(inventor: Inventor) -> tuple[str, str, str, str, str]:
    """Return place, project name, content, industry and investor."""
    place = inventor.one_of(PLACES)
    project = draw(inventor, Where(place, ("",), 2026, 6), "前期", KINDS)
    form = inventor.one_of(["科技", "实业", "控股", "产业投资"])
    investor = f"{inventor.one_of(table('promotion')['cities'])}{inventor.firm()}{form}有限公司"
    return place, project.name, project.content, project.industry, investor


def _signed(inventor: Inventor, number: int) -> list[object]:
    place, name, content, industry, investor = _drawn(inventor)
    signed = date(2025, 4, 1) + timedelta(inventor.between(0, 400))
    agreed = inventor.between(60, 2800) / 100
    registered = signed + timedelta(inventor.between(6, 40)) if number % 5 else None
    begun = registered + timedelta(inventor.between(40, 110)) if registered and number % 3 else None
    begun = begun if begun and begun <= date(2026, 6, 20) else None
    paid = round(agreed * inventor.between(4, 30) / 100, 2) if begun else None
    open_ = begun + timedelta(120) if begun and number % 4 == 2 else None
    open_ = open_ if open_ and open_ <= date(2026, 6, 28) else None
    capital, guide = inventor.amount(500, 20000, 100), inventor.one_of(table("promotion")["guides"])
    stage = "投产" if open_ else "开工" if begun else "注册" if registered else "签约"
    return [
        number, investor, name, content, signed, agreed, industry, stage, registered, capital if registered else None,
        round(agreed * 0.4, 2), paid, inventor.between(12, 320), place, begun, open_, guide, f"{place}管委会",
        inventor.person(), None,
    ]  # fmt: skip


def _talks(inventor: Inventor, number: int) -> list[object]:
    place, name, content, industry, investor = _drawn(inventor)
    first = date(2026, 1, 8) + timedelta(inventor.between(0, 160))
    amount, land = inventor.between(50, 3600) / 100, inventor.between(10, 400)
    stand = inventor.one_of(table("promotion")["progress"])
    return [
        number, name, content, amount, investor, industry, place, land, inventor.person(),
        f"{place}管委会", first, stand,
    ]  # fmt: skip


def _idle(inventor: Inventor, number: int) -> list[object]:
    place, name, _, _, investor = _drawn(inventor)
    signed = date(2024, 11, 1) + timedelta(inventor.between(0, 300))
    agreed, begin = inventor.between(60, 2000) / 100, signed + timedelta(inventor.between(120, 240))
    wish = inventor.one_of(table("promotion")["wishes"])
    return [
        number,
        name,
        investor,
        signed,
        agreed,
        begin,
        inventor.one_of(table("promotion")["reasons"]),
        wish,
        f"{place}管委会",
        inventor.person(),
    ]
