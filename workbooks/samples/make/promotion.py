"""An investment promotion ledger: signed, in talks, signed but not begun; units in square brackets."""

from datetime import date, timedelta
from pathlib import Path

from workbooks.samples.make.inventor import Inventor
from workbooks.samples.make.paper import Paper
from workbooks.samples.make.plain import Head, sheet_of
from workbooks.samples.make.projects import Where, draw

SIGNED = (
    Head(("序号",), 5, "middle"), Head(("外来投资方",), 22, "text"), Head(("签约项目名称",), 27, "text"), Head(("签约建设内容",), 28, "text"),
    Head(("签约时间",), 12, "day"), Head(("签约总投资额[亿元]",), 10, "amount2"), Head(("产业类别",), 10, "middle"), Head(("项目阶段",), 9, "middle"),
    Head(("注册时间",), 12, "day"), Head(("注册资本[万元]",), 10, "amount"), Head(("一期投资额[亿元]",), 10, "amount2"),
    Head(("投资方实际到资额[亿元]",), 11, "amount2"), Head(("项目用地[亩]",), 8, "amount"), Head(("建设地点[注明园区]",), 14, "middle"),
    Head(("开工时间",), 12, "day"), Head(("投产时间",), 12, "day"), Head(("项目引荐单位",), 16, "text"), Head(("跟踪单位",), 16, "text"),
    Head(("跟踪人",), 9, "middle"), Head(("备注",), 10, "middle"),
)  # fmt: skip
TALKS = (
    Head(("序号",), 5, "middle"), Head(("项目名称",), 27, "text"), Head(("建设内容",), 28, "text"), Head(("拟投资额[亿元]",), 10, "amount2"),
    Head(("投资方",), 22, "text"), Head(("行业",), 10, "middle"), Head(("拟建地点",), 14, "middle"), Head(("用地情况[亩]",), 9, "amount"),
    Head(("跟踪人",), 9, "middle"), Head(("跟踪单位",), 16, "text"), Head(("首次填报时间",), 12, "day"), Head(("目前进展情况",), 30, "text"),
)  # fmt: skip
IDLE = (
    Head(("序号",), 5, "middle"), Head(("签约项目名称",), 27, "text"), Head(("投资方",), 22, "text"), Head(("签约时间",), 12, "day"),
    Head(("合同投资总额[亿元]",), 10, "amount2"), Head(("约定开工时间",), 12, "day"), Head(("未开工原因",), 30, "text"), Head(("需协调解决问题",), 30, "text"),
    Head(("责任单位",), 16, "text"), Head(("责任人",), 9, "middle"),
)  # fmt: skip
KINDS = ["装备制造", "新材料", "电子信息", "食品医药", "现代物流", "文化旅游", "能源"]
PLACES = ["云岭经开区", "云岭高新区", "云岭陆港", "柏川经开区", "临溪竹产业园"]
GUIDES = ["市招商局", "市工商联", "驻沪招商分局", "驻深招商分局", "市工业和信息化局", "云岭经开区管委会"]
CITIES = ["上海", "深圳", "杭州", "苏州", "厦门", "成都", "佛山", "宁波"]
TALK = ["已实地考察两次，正在商谈用地价格", "投资协议文本第三稿修改中", "企业内部立项，等待董事会决议", "正在测算税收贡献和供地方案", "已互访，意向选址已定"]
REASONS = ["企业资金链紧张，设备款未支付", "土地未摘牌，等待用地指标", "总部战略调整，项目暂缓", "环评未批，产业准入论证中", "施工图未完成审查"]


def make(path: Path) -> None:
    """Write the promotion ledger."""
    paper = Paper(path, "云岭市2026年招商引资项目台账")
    inventor = Inventor("promotion 2026")
    lines = ("填报单位：云岭市招商局　截至2026年6月30日", "")
    sheet_of(paper, "签约项目", "云岭市2026年签约项目台账", lines, SIGNED, [_signed(inventor, n) for n in range(1, 19)])
    sheet_of(paper, "在谈项目", "云岭市2026年在谈项目台账", lines, TALKS, [_talks(inventor, n) for n in range(1, 13)])
    sheet_of(paper, "签约未开工", "云岭市签约未开工项目清单", lines, IDLE, [_idle(inventor, n) for n in range(1, 11)])
    paper.save()


def _drawn(inventor: Inventor) -> tuple[str, str, str, str, str]:
    """Return place, project name, content, industry and investor."""
    place = inventor.one_of(PLACES)
    project = draw(inventor, Where(place, ("",), 2026, 6), "前期", KINDS)
    investor = f"{inventor.one_of(CITIES)}{inventor.firm()}{inventor.one_of(['科技', '实业', '控股', '产业投资'])}有限公司"
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
    stage = "投产" if open_ else "开工" if begun else "注册" if registered else "签约"
    return [
        number, investor, name, content, signed, agreed, industry, stage, registered, inventor.amount(500, 20000, 100) if registered else None,
        round(agreed * 0.4, 2), paid, inventor.between(12, 320), place, begun, open_, inventor.one_of(GUIDES), f"{place}管委会", inventor.person(), None,
    ]  # fmt: skip


def _talks(inventor: Inventor, number: int) -> list[object]:
    place, name, content, industry, investor = _drawn(inventor)
    first = date(2026, 1, 8) + timedelta(inventor.between(0, 160))
    amount, land = inventor.between(50, 3600) / 100, inventor.between(10, 400)
    return [
        number, name, content, amount, investor, industry, place, land, inventor.person(), f"{place}管委会", first, inventor.one_of(TALK),
    ]  # fmt: skip


def _idle(inventor: Inventor, number: int) -> list[object]:
    place, name, _, _, investor = _drawn(inventor)
    signed = date(2024, 11, 1) + timedelta(inventor.between(0, 300))
    agreed, begin = inventor.between(60, 2000) / 100, signed + timedelta(inventor.between(120, 240))
    wish = inventor.one_of(["协调金融机构对接", "请市自然资源局落实指标", "拟约谈企业并设定期限", "依约启动退出程序", "请市住建局加快审图"])
    return [number, name, investor, signed, agreed, begin, inventor.one_of(REASONS), wish, f"{place}管委会", inventor.person()]
