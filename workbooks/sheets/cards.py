"""The cards at the head of 督导总览: its headline figures, and how many projects have each light."""

from collections.abc import Sequence
from dataclasses import dataclass

from udfs.rounding import half_up
from workbooks.sheets.canvas import Canvas
from workbooks.sheets.context import Context
from workbooks.sheets.texts import light_text, text
from workbooks.supervision.figures import AMOUNTS, LIGHTS

_NOTHING = " "


@dataclass(frozen=True, slots=True)
class Card:
    """A headline figure with what stands over and under it. behind: whether it tells of a delay."""

    label: str
    figure: str
    note: str = _NOTHING
    behind: bool = False


def cards_of(context: Context) -> list[Card]:
    """Return the cards of the figures that can be had."""
    totals = context.supervision.totals
    unit, scale, decimals = context.money.headline(totals)
    judged = totals.projects - totals.lights["none"]
    note = text("cards.judged", count=judged) if context.judged else _NOTHING
    cards = [Card(text("cards.projects"), f"{totals.projects:,}", note)]
    notes = {"annual_plan": _plan_share(context), "done_this_year": _still_to_do(context)}
    for field in AMOUNTS:
        value = getattr(totals, field)
        if value is not None:
            figure = f"{half_up(value / scale, decimals):,.{decimals}f}"
            cards.append(Card(text(f"cards.{field}", unit=unit), figure, notes.get(field, _NOTHING)))
    return cards + _rate_cards(context)


def _rate_cards(context: Context) -> list[Card]:
    rate, gap = context.rounded([context.supervision.totals.completion_rate, context.supervision.totals.gap])
    if rate is None:
        return []
    figure = f"{rate:.{context.decimals}f}"
    if context.supervision.period.month is None or gap is None:
        return [Card(text("cards.completion_rate"), figure)]
    way = text("cards.even" if gap == 0 else "cards.ahead" if gap > 0 else "cards.behind")
    return [
        Card(text("cards.completion_rate"), figure, context.time_progress_line(), gap < 0),
        Card(text("cards.gap"), f"{gap:+.{context.decimals}f}" if gap else f"{gap:.{context.decimals}f}", way, gap < 0),
    ]


def _plan_share(context: Context) -> str:
    totals = context.supervision.totals
    if not totals.total_investment or totals.annual_plan is None:
        return _NOTHING
    return text("cards.plan_share", share=context.number(totals.annual_plan / totals.total_investment * 100))


def _still_to_do(context: Context) -> str:
    totals = context.supervision.totals
    if totals.done_this_year is None or totals.annual_plan is None:
        return _NOTHING
    rest = totals.annual_plan - totals.done_this_year
    key = "cards.shortfall" if rest >= 0 else "cards.surplus"
    return text(key, amount=context.money.sentence(abs(rest)))


def write_cards(canvas: Canvas, cards: Sequence[Card]) -> None:
    """Write the cards beside each other over the width of the page."""
    parts = canvas.parts(len(cards))
    for row, points in (("label", 24), ("figure", 36), ("note", 22)):
        canvas.set_height(points)
        for card, (first, last) in zip(cards, parts, strict=True):
            role = "card_behind" if row == "figure" and card.behind else f"card_{row}"
            canvas.span(getattr(card, row), canvas.styles(role), first, last)
        canvas.row += 1


def write_lights_bar(context: Context, canvas: Canvas) -> None:
    """Write how many projects have each light, and their share."""
    totals = context.supervision.totals
    canvas.set_height(30)
    for light, (first, last) in zip(LIGHTS, canvas.parts(len(LIGHTS)), strict=True):
        count = totals.lights[light]
        share = context.number(count / totals.projects * 100)
        value = text("cards.light", light=light_text(light), count=f"{count:,}", share=share)
        canvas.span(value, canvas.styles(light, "light_card"), first, last)
    canvas.row += 1
