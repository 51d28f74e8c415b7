"""Month columns: 1月 … 12月 side by side, each with plan, done, or both."""

from workbooks.ledger import Month
from workbooks.recognition.dictionary import matches
from workbooks.recognition.headers import HeaderBlock
from workbooks.recognition.wording import abstract, squeeze

_FEWEST = 3


def month_columns(block: HeaderBlock) -> tuple[Month, ...]:
    """Return the months of a ledger that has at least three of them side by side, else nothing."""
    months: dict[int, dict[str, int]] = {}
    for column, path in block.paths.items():
        month = _month_of(path)
        if month:
            months.setdefault(month, {}).setdefault("plan" if _speaks_of_plan(path) else "done", column)
    if len(months) < _FEWEST:
        return ()
    return tuple(Month(month, roles.get("plan"), roles.get("done")) for month, roles in sorted(months.items()))


def _month_of(path: tuple[str, ...]) -> int | None:
    """Return the single month that the column is of: 6月, 6月/完成, 分月完成/6."""
    for text in reversed(path):
        wording = abstract(text)
        if wording.token == "M" and wording.period.month:
            found = matches(text)
            names = {m.field for m in found}
            if not found or names & {"done_this_month", "month_plan", "actual", "target", "done", "annual_plan"}:
                return wording.period.month
            return None
        if wording.token == "T":
            return None
        bare = squeeze(text)
        if bare.isdecimal() and 1 <= int(bare) <= 12 and len(path) > 1 and "月" in "".join(path[:-1]):
            return int(bare)
    return None


def _speaks_of_plan(path: tuple[str, ...]) -> bool:
    for text in reversed(path):
        bare = squeeze(text)
        if any(word in bare for word in ("完成", "实际", "实绩")) and "计划完成" not in bare:
            return False
        if any(word in bare for word in ("计划", "目标", "任务", "安排")):
            return True
    return False
