"""办理经过: what was done with an item, a line for each thing, as `2026-06-03 交办（黄），期限2026-06-24：汛前完成`."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from udfs.closing import COLOURS, Colour, Event, actions

_LINE = re.compile(r"(\d{4}-\d{2}-\d{2}) ([^（，：]+)(?:（([蓝黄红])）)?(?:，期限(\d{4}-\d{2}-\d{2}))?(?:：(.*))?")
_COLOURS: Mapping[str | None, Colour] = {colour: colour for colour in COLOURS}
_BREAKS = re.compile(r"_x000D_|\r\n?|\n")


class NotALine(ValueError):
    """A line of 办理经过 that can't be read. line: which, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def as_text(events: Iterable[Event]) -> str:
    """Return the events as the cell holds them."""
    return "\n".join(map(_line, events))


def _line(event: Event) -> str:
    colour = f"（{event.colour}）" if event.colour else ""
    deadline = f"，期限{event.deadline}" if event.deadline else ""
    note = " ".join(event.note.split())
    return f"{event.day} {actions()[event.action].label}{colour}{deadline}{f'：{note}' if note else ''}"


def from_text(text: str) -> tuple[Event, ...]:
    """Return the events that a cell holds; NotALine for a line that is none."""
    labels = {action.label: action.id for action in actions().values()}
    events = []
    for number, line in enumerate(_BREAKS.split(text), 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        if not found or found[2] not in labels:
            raise NotALine(number)
        try:
            day, deadline = date.fromisoformat(found[1]), date.fromisoformat(found[4]) if found[4] else None
        except ValueError:
            raise NotALine(number) from None
        events.append(Event(labels[found[2]], day, found[5] or "", deadline, _COLOURS.get(found[3])))
    return tuple(events)
