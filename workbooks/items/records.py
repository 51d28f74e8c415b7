"""An item of 督办台账 and the row that holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from udfs.closing import ANSWERED, CLOSED, COLOURS, Colour, Event, Life, actions, colour_of, life_of, light_of
from udfs.deadlines import days_left
from udfs.lights import LightRules
from udfs.workdays import Calendar
from workbooks.items.events import as_text
from workbooks.memory import cell_text
from workbooks.package.cells import Cell
from workbooks.seals import seal_of
from workbooks.sheets.texts import text

TEXTS = ("what", "source", "kind", "project", "code", "unit", "person")
WISHES = ("action", "day", "note", "new_deadline")
"""The columns in which the clerk says what is to be done with an item; emptied once it is done."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item. number: 0 before it is in the ledger; kind: a key of `kinds.toml`, empty where nobody has written it.

    project, code: of the project that it is about; events: what was done with it, in order.
    """

    number: int
    what: str
    source: str = ""
    kind: str = ""
    project: str = ""
    code: str = ""
    unit: str = ""
    person: str = ""
    events: tuple[Event, ...] = ()

    @property
    def life(self) -> Life:
        """Return where it stands."""
        return life_of(self.events)

    @property
    def seal(self) -> str:
        """Return the check code over its number and what was done with it."""
        return seal_of([self.number, as_text(self.events)])

    def until(self, day: date) -> Life:
        """Return where it stood on a day."""
        return life_of(event for event in self.events if event.day <= day)

    def after(self, event: Event) -> "Item":
        """Return the item with one thing more done."""
        return replace(self, events=(*self.events, event))


@dataclass(frozen=True, slots=True)
class Judging:
    """By what items are judged: the day, the thresholds of lights, the working days, and when a level turns 红."""

    as_of: date
    rules: LightRules
    calendar: Calendar
    red_days: int

    def colour(self, life: Life) -> Colour:
        """Return the level of an item."""
        return colour_of(life, self.as_of, self.calendar, self.red_days)

    def light(self, life: Life) -> str:
        """Return the light of an item."""
        return light_of(life, self.as_of, self.rules).light.value


def cells_of(item: Item, judging: Judging) -> Mapping[str, Cell]:
    """Return the cells, by field, of an item's row, without the clerk's wishes.

    Behind the check code stands the level as it is written: one that the clerk has chosen since is told from it.
    """
    life = item.life
    colour = judging.colour(life)
    return {
        "number": item.number,
        **{name: getattr(item, name) or None for name in TEXTS},
        "colour": colour,
        "state": life.state,
        "light": text(f"item_lights.{judging.light(life)}") if life.is_due else None,
        "opened": _day(life.opened),
        "deadline": _day(life.deadline),
        "due": due_text(life, judging.as_of),
        "log": as_text(item.events),
        "seal": f"{item.seal}{colour}",
    }


def due_text(life: Life, as_of: date) -> str | None:
    """Return how it stands with its deadline, in words."""
    if not life.is_due or life.deadline is None:
        return None
    late = life.days_overdue(as_of)
    if late:
        return text("items.late_close" if life.state == CLOSED else "items.late", days=late)
    if life.state == CLOSED:
        return text("items.in_time") if life.closed else None
    if life.state == ANSWERED:
        return text("items.answered_now")
    days = days_left(life.deadline, as_of)
    return text("items.left", days=days) if days else text("items.today")


def colour_in(value: object) -> Colour | None:
    """Return the level that a cell names, None where it names none."""
    written = cell_text(value)
    return next((colour for colour in COLOURS if written.startswith(colour)), None)


def action_named(written: str) -> str | None:
    """Return the action of that label, as a clerk chooses or types it; None where there is none."""
    return next((action.id for action in actions().values() if action.label == written), None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
