"""What stands above a header: title, period, unit line, declared count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from udfs.values.counts import declared_count
from workbooks.grid import Grid
from workbooks.ledger import Period
from workbooks.recognition.unit_lines import UnitLine, read_unit_lines
from workbooks.recognition.wording import abstract, squeeze

_NO_TITLE = re.compile(
    r"附\s*(?:件|表|录)\s*[0-9０-９一二三四五六七八九十—-]*[:：]?|.{0,10}(?:单位|时间|日期|电话|部门|填报人|审核人|负责人|签字|盖章|联系人|密级|编号|表号|机关|文号)\s*(?:[(（].*[)）])?\s*[:：].*"
    r"|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|(?:说明|注|备注|填表说明|要求)\s*[:：].*|[(（]?单位.{0,8}|机密|内部资料.*|第.{1,3}页.*"
)
_FILLED_IN_ON = re.compile(r"(?:填报|填表|制表|报送|上报|打印|编制|更新|填写)(?:时间|日期)")
_UNTIL = re.compile(r"截[至止]|截止到|数据时间|统计(?:时间|期间|周期)|报告期|所属期|月份")
_TITLE_WORDS = re.compile(r"表|台账|清单|一览|情况|计划|汇总|项目|统计|目标|任务|指标|进度|调度|名单|册")
_DAY = re.compile(r"月\d{1,2}[日号]")
_QUARTER = re.compile(r"第?([二三四])季度末?")
_MONTH_LINE = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d年?[-—–~～至到](?:(?:19|20)\d\d年?|\d\d年)|[“\"「]?十[一二三四五六七八]五[”\"」]?")


@dataclass(frozen=True, slots=True)
class Zone:
    """The rows above a header. units: those of the unit lines, nearest to the header first."""

    title: str
    period: Period
    units: tuple[UnitLine, ...]
    declared: int | None


def read_zone(grid: Grid, first: int, last: int, left: int, right: int) -> Zone:
    """Return what the rows `first` to `last` say of the ledger under them."""
    texts = [
        value.strip()
        for row in grid.rows[max(first, 0) : last + 1]
        for value in row[: right + 2]
        if isinstance(value, str) and value.strip()
    ]
    titles = [t for t in texts if not _NO_TITLE.fullmatch(squeeze(t)) and 3 <= len(squeeze(t)) <= 80]
    title = next((t for t in titles if _TITLE_WORDS.search(t)), titles[0] if titles else "")
    return Zone(
        " ".join(title.split()),
        _period([title, *(t for t in texts if t != title)]),
        read_unit_lines(list(reversed(texts)), titles),
        next((c for t in titles if (c := _count(t)) is not None), None),
    )


def _period(texts: Sequence[str]) -> Period:
    """Return the period that the title names, else a line that says until when (截至2025年6月30日)."""
    year = month = None
    for index, text in enumerate(texts):
        if index and (_FILLED_IN_ON.search(text) or (len(squeeze(text)) > 40 and not _UNTIL.search(text))):
            continue
        if index and not (_UNTIL.search(text) or _is_subtitle(text) or _MONTH_LINE.match(squeeze(text))):
            continue
        wording = abstract(_DAY.sub("月", _QUARTER.sub(_until_quarter, _YEARS.sub("", text))))
        year, month = year or max(wording.years, default=None), month or wording.period.month
    return Period(year, month)


def _until_quarter(found: re.Match[str]) -> str:
    return f"1-{3 * ('一二三四'.index(found[1]) + 1)}月"


def _is_subtitle(text: str) -> bool:
    """Return whether the line is a second line of the title, such as （2025年1-6月）."""
    bare = squeeze(text)
    return len(bare) <= 40 and not re.search(r"[:：]", bare)


def _count(title: str) -> int | None:
    found = re.search(r"(?<!\d)(\d{1,4})个(?:省级?|市级?|县级?|区级?|、)*(?:重点|重大|在建|建设)*项目", title)
    if found:
        return int(found[1])
    return declared_count(re.sub(r"[(（][^()（）]*(?:月|年)[^()（）]*[)）]", "", title))
