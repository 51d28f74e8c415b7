"""`supervise --json`: the items and what was done with them."""

from datetime import date
from typing import Any

from workbooks.items.keeping import Updated, judging_of
from workbooks.items.records import Item, Judging
from workbooks.settings import Settings
from workbooks.supervision.report import tally_json


def updated_json(updated: Updated, settings: Settings, as_of: date) -> dict[str, Any]:
    """Return what came of it: each item as it stands, done, refused, proposed and noticed."""
    judging = judging_of(settings, as_of)
    return {
        "as_of": as_of.isoformat(),
        "sheet": updated.sheet,
        "done": [
            {"item": done.item.number, "action": done.action, "state": done.item.life.state} for done in updated.done
        ],
        "refused": [one.as_json() for one in updated.refused],
        "proposed": [item.number for item in updated.new],
        "noticed": [one.as_json() for one in updated.noticed],
        "items": [_item(item, judging) for item in updated.items],
        "statistics": tally_json(updated.tally),
    }


def _item(item: Item, judging: Judging) -> dict[str, Any]:
    life = item.life
    return {
        "item": item.number,
        "what": item.what,
        **{name: getattr(item, name) or None for name in ("source", "kind", "project", "code", "unit", "person")},
        "level": judging.colour(life),
        "state": life.state,
        "light": judging.light(life),
        **{name: _iso(getattr(life, name)) for name in ("opened", "deadline", "replied", "closed")},
        "overdue_days": life.days_overdue(judging.as_of),
        "history": [
            {
                "action": event.action,
                "date": event.day.isoformat(),
                "deadline": _iso(event.deadline),
                "note": event.note,
            }
            for event in item.events
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
