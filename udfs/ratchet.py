"""底线目标: what may only grow, may only come earlier, may only rise, held against the frozen figure.

Source: S2 "在数量上只能增加、不能减少，在进度上只能提前、不能错后，在投资上只能提高、不能降低"; domain.md b10. A figure
that is missing on either side gives None: nothing can be said.
"""

import re
from calendar import monthrange
from datetime import date

from udfs.exemptions import stated_exemption
from udfs.rounding import without_noise
from udfs.values.text import half_width

LEAST_AMOUNT = 1e-4
"""The least by which an amount in 万元 can truly differ: a 元. What is less comes of floats and of changed units."""

_NAMES_ONE = re.compile(r"\d|[号批函纪令]|同意|文件|通知")
_NOT_YET = re.compile(
    r"(?:尚|还|暂|仍)?(?:未|没有?|待|拟|正在|不予?)(?:获|经|上|再|取得)?(?:报|批|审|下|办|会|研究|申请|同意|定|取得|补)|[报审]批中|申请中|办理中|后补"
)


def projects_lost(before: int, now: int, approved: int = 0) -> int:
    """Return how many projects are missing to the frozen number, but for those whose going was approved."""
    return max(0, before - approved - now)


def amount_lost(before: float | None, now: float | None) -> float | None:
    """Return by how much an amount is below the frozen one, in its unit; 0 where it has risen or is the same."""
    if before is None or now is None:
        return None
    lost = without_noise(before - now)
    return lost if lost >= LEAST_AMOUNT else 0.0


def days_late(before: date | None, now: date | None) -> int | None:
    """Return by how many days a date is later than the frozen one; 0 where it is earlier or the same."""
    return None if before is None or now is None else max(0, (now - before).days)


def months_late(before: date, now: date) -> int | None:
    """Return by how many whole months a date is later; None where these are no whole months.

    Dates that ledgers give as months are months' last days: from 28 February to 31 March is a month.
    """
    months = (now.year - before.year) * 12 + now.month - before.month
    whole = now.day == before.day or (_is_last_day(before) and _is_last_day(now))
    return months if whole and months >= 0 else None


def delay_text(before: date, now: date) -> str:
    """Return a delay in words: `6个月` where it is whole months, else `45天`."""
    months = months_late(before, now)
    return f"{months}个月" if months else f"{days_late(before, now)}天"


def stated_approval(text: str) -> str:
    """Return the document or decision that a cell names; nothing where it names none (无, —, x) or none yet (正在报批).

    未政发〔2026〕3号 is one: 未央区 begins so.
    """
    number = stated_exemption(text)
    return number if _NAMES_ONE.search(number) and not _NOT_YET.search(half_width(number)) else ""


def _is_last_day(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
