"""What one header text of a targets ledger says: its role, and whatever else stands in it."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from udfs.target_periods import TargetPeriod, find_period
from udfs.values.units import find_unit, strip_unit

Role = Literal["target", "done", "rate", "other", ""]

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(r".*(?:排名|排位|位次|名次|缺口|差额|尚差|欠.{0,2}|差距|序时.{0,4}|备注|同期|同比.{0,4}|得分|权重)"),
    ),
    (
        "rate",
        re.compile(
            r"(?P<rest>.*?)(?:(?:累计|投资|目标|任务|计划)*(?:完成|执行|达成)(?:率|比例|百分比|比|进度)|占.{0,6}(?:目标|任务|计划).{0,4})"
        ),
    ),
    (
        "done",
        re.compile(
            r"(?P<rest>.*?)(?:截[至止]目?前?|累计|实际|目前|已经?|现|当前)*"
            r"(?<!计划)(?:完成|实绩|实现|达到)(?:目标|任务|投资)*(?:数|值|量|额|个数|情况|增速|增幅)?"
            r"|(?:累计|实际)(?:数|值|量)?"
        ),
    ),
    (
        "target",
        re.compile(
            r"(?P<rest>.*?)(?:考核|下达|预期|分解|责任|控制|计划|争取)*(?:目标|任务|计划)(?:任务|目标|完成|投资)*"
            r"(?:数|值|量|额|个数|增速|增幅)?(?:分解|下达)?(?:情况)?"
        ),
    ),
)
_EDGES = "()（）[]【】、,，:：/-—_ "


@dataclass(frozen=True, slots=True)
class Wording:
    """A header text taken apart. rest: what is left of it beside role, period and unit."""

    role: Role
    rest: str
    period: TargetPeriod | None
    unit: str | None


def wording(text: str, year: int) -> Wording:
    """Return what the header text says. year: the ledger's."""
    period, words = find_period(strip_unit(_simple(text)), year)
    words = words.strip(_EDGES)
    unit = find_unit(text)
    for role, pattern in _ROLES:
        found = pattern.fullmatch(words)
        if found:
            rest = found.groupdict().get("rest") or ""
            if role == "done" and unit == "%" and not re.search("增[速幅]", words):
                role = "rate"  # 完成（%）, 完成全年目标%
            return Wording(role, rest.strip(_EDGES), period, unit)
    return Wording("", words, period, unit)


def _simple(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(str.maketrans("[]【】〔〕", "()()()")).split())
