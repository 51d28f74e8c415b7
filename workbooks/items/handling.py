"""What is to be done with items: by the clerk's wishes on the sheet, or by a command; only what may be done is."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from udfs.closing import Event, actions, refusal
from udfs.workdays import Calendar
from workbooks.errors import WrongArgument
from workbooks.items.reading import Row, day_in
from workbooks.items.records import WISHES, Item, action_named
from workbooks.memory import cell_text
from workbooks.settings import Settings
from workbooks.sheets.texts import text


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with an item: it as it is now, and the action's id."""

    item: Item
    action: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a command wants done with the item of that number. day, deadline: None where it names none."""

    number: int
    action: str
    day: date
    note: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Wished:
    """A row after its wishes: the item, what was done, and why something was refused (empty: nothing was)."""

    item: Item
    done: tuple[Done, ...]
    refused: str = ""


@cache
def kinds() -> Mapping[str, str]:
    """Return the kinds of items and the setting that says how many working days each may take."""
    table: dict[str, str] = tomllib.loads(files("workbooks.items").joinpath("kinds.toml").read_text("utf-8"))
    return table


def default_deadline(item: Item, day: date, settings: Settings, calendar: Calendar) -> date:
    """Return the day by which an item of its kind that is handed out on a day is to be done."""
    key = kinds().get(item.kind) or next(iter(kinds().values()))
    return calendar.add_workdays(day, int(settings[key]))


def ordered(order: Order, rows: Sequence[Row], settings: Settings, calendar: Calendar) -> tuple[Row, Done]:
    """Return the row as the order leaves it. Raises WrongArgument for what may not be done, or no such item."""
    row = next((row for row in rows if row.item.number == order.number), None)
    if row is None:
        raise WrongArgument(text("items.no_such", number=order.number), "no_such_item")
    done = done_with(row.item, order, settings, calendar)
    return replace(row, item=done.item), done


def done_with(item: Item, order: Order, settings: Settings, calendar: Calendar) -> Done:
    """Return what the order makes of an item. Raises WrongArgument for what may not be done with it."""
    event = Event(order.action, order.day, order.note, order.deadline)
    if actions()[order.action].deadline == "default" and event.deadline is None:
        event = replace(event, deadline=default_deadline(item, order.day, settings, calendar))
    why = refusal(item.life, event)
    if why:
        raise WrongArgument(text("items.refused", number=order.number, why=why), "not_allowed")
    return Done(item.after(event), order.action)


def wished(row: Row, day: date, settings: Settings, calendar: Calendar) -> Wished:
    """Return what the clerk's wishes in a row make of its item. day: that of what is done on no other day.

    An item that the clerk has typed, without number, is taken in as 拟办 where nothing is wished.
    """
    item, written = row.item, {name: cell_text(row.held.get(name)) for name in WISHES}
    action = action_named(written["action"])
    days = {name: day_in(row.held.get(name)) for name in ("day", "new_deadline")}
    if not item.events and not written["action"]:
        action = "propose"
    if action is None:
        return Wished(item, (), text("items.no_action") if written["action"] else "")
    for name, found in days.items():
        if written[name] and found is None:
            return Wished(item, (), text("items.no_day", written=written[name]))
    order = Order(item.number, action, days["day"] or day, written["note"], days["new_deadline"])
    try:
        done = done_with(item, order, settings, calendar)
    except WrongArgument as wrong:
        return Wished(item, (), wrong.message.removesuffix("。"))
    return Wished(done.item, (done,))
