"""What is to be done with items: by the clerk's wishes on the sheet, or by a command; only what may be done is."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from udfs.closing import Colour, Event, actions, refusal
from udfs.values.cells import CellError
from udfs.values.text import printable
from udfs.workdays import Calendar
from workbooks.errors import WrongArgument
from workbooks.items.events import as_text
from workbooks.items.reading import Row
from workbooks.items.records import WISHES, Item, action_named
from workbooks.memory import cell_day, cell_text
from workbooks.settings import Settings
from workbooks.sheets.texts import text

_MOST_LETTERS, _MOST_HISTORY = 1_000, 30_000  # a cell holds 32,767


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with the item of that number. deadline, colour: None where nobody names one."""

    number: int
    action: str
    day: date
    note: str = ""
    deadline: date | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """By what orders are followed. today: no later day is taken."""

    today: date
    settings: Settings
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Wished:
    """A row after its wishes: the item, the actions that were done, and why one was refused (empty: none was)."""

    item: Item
    done: tuple[str, ...]
    refused: str = ""


@cache
def kinds() -> Mapping[str, str]:
    """Return the kinds of items and the setting that says how many working days each may take."""
    table: dict[str, str] = tomllib.loads(files("workbooks.items").joinpath("kinds.toml").read_text("utf-8"))
    return table


def ordered(order: Order, rows: Sequence[Row], rules: Rules) -> Row:
    """Return the row as the order leaves it. Raises WrongArgument for what may not be done, or no such item."""
    alike = [row for row in rows if row.item.number == order.number]
    if not alike:
        raise WrongArgument(text("items.no_such", number=order.number), "no_such_item")
    if len(alike) > 1:
        said = text("items.twice", number=order.number, count=len(alike))
        raise WrongArgument(text("items.refused", number=order.number, why=said), "not_allowed")
    [row] = alike
    item, why = done_with(row.item, order, rules)
    if why:
        raise WrongArgument(text("items.refused", number=order.number, why=why), "not_allowed")
    return replace(row, item=item)


def done_with(item: Item, order: Order, rules: Rules) -> tuple[Item, str]:
    """Return what the order makes of an item, and why it may not be done (empty: it was)."""
    event = Event(order.action, order.day, printable(order.note), order.deadline, order.colour)
    why = _unfit(item, event, rules.today)
    if why:
        return item, why
    if actions()[order.action].deadline == "default" and event.deadline is None:
        days = int(rules.settings[kinds().get(item.kind) or next(iter(kinds().values()))])
        event = replace(event, deadline=rules.calendar.add_workdays(order.day, days))
    refused = refusal(item.life, event)
    return (item, refused) if refused else (item.after(event), "")


def _unfit(item: Item, event: Event, today: date) -> str:
    """Return what is wrong with an order before it is asked whether the item's state allows it."""
    if event.day > today:
        return text("items.future", day=event.day, today=today)
    if len(event.note) > _MOST_LETTERS or len(item.what) > _MOST_LETTERS:
        return text("items.too_long", most=_MOST_LETTERS)
    if len(as_text(item.events)) > _MOST_HISTORY:
        return text("items.too_much")
    if item.kind and item.kind not in kinds():
        return text("items.no_kind", kind=item.kind, kinds="、".join(kinds()))
    if event.action == "open" and not item.unit:
        return text("items.no_unit")
    return ""


def wished(row: Row, rules: Rules) -> Wished:
    """Return what the clerk's wishes in a row make of its item; what names no day is done today.

    An item that the clerk has typed, without number, is taken in as 拟办 where nothing is wished; a level that was
    chosen anew is an event as well.
    """
    item, written = row.item, {name: cell_text(row.held.get(name)) for name in WISHES}
    if any(isinstance(row.held.get(name), CellError) for name in WISHES):
        return Wished(item, (), text("items.cell_error"))
    orders: list[Order] = []
    if item.events and row.graded:
        orders.append(Order(item.number, "grade", rules.today, colour=row.graded))
    action = action_named(written["action"])
    if not item.events and not written["action"]:
        action = "propose"
    if action is None and written["action"]:
        labels = [each.label for each in actions().values() if each.id not in ("propose", "grade")]
        return Wished(item, (), text("items.no_action", labels="、".join(labels)))
    if action:
        days = {name: cell_day(row.held.get(name)) for name in ("day", "new_deadline")}
        for name, found in days.items():
            if written[name] and found is None:
                return Wished(item, (), text("items.no_day", written=written[name]))
        colour = None if item.events else row.graded
        order = Order(item.number, action, days["day"] or rules.today, written["note"], days["new_deadline"], colour)
        orders.append(order)
    for number, order in enumerate(orders):
        item, why = done_with(item, order, rules)
        if why:
            return Wished(item, tuple(each.action for each in orders[:number]), why)
    return Wished(item, tuple(order.action for order in orders))
