"""The figures of 督办 items as a bulletin says them."""

from datetime import date

from udfs.closing import Tally
from workbooks.sheets.texts import chinese_date, plain_number, text


def figures_on(counted: Tally, as_of: date) -> str:
    """Return the figures of a bulletin as a sentence that names the day."""
    return text("items.as_of", date=chinese_date(as_of)) + figures(counted)


def figures(counted: Tally) -> str:
    """Return the figures of a bulletin as a sentence."""
    if not counted.due:
        return text("items.none_due")
    said = text("items.due", due=counted.due, closed=counted.closed)
    said += text("items.rate", rate=plain_number(counted.rate or 0.0, 1))
    parts = {
        "unreceived": counted.unreceived,
        "handling": counted.handling,
        "answered": counted.answered,
        "overdue": counted.overdue,
        "closed_late": counted.late,
    }
    named = [text(f"items.{part}", count=count) for part, count in parts.items() if count]
    return said + "".join(f"，{part}" for part in named) + "。"
