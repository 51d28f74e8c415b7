"""Ledgers in a line of words each, as the sheet 台账识别, the buttons and `inspect` say them."""

from typing import Any

from workbooks.sheets.texts import text


def ledger_line(ledger: dict[str, Any]) -> str:
    """Return what kind of ledger it is, how many projects it has, where, and of when. ledger: as `inspect` shows it."""
    period = ledger["period"]
    when = "".join(f"{period[key]}{word}" for key, word in (("year", "年"), ("month", "月")) if period[key])
    first, last = ledger["first_row"], ledger["last_row"]
    return text(
        "understood.ledger",
        sheet=ledger["sheet"],
        kind=text(f"kinds.{ledger['kind']}"),
        count=ledger["projects"],
        rows=text("understood.rows", first=first, last=last) if ledger["projects"] else text("understood.no_rows"),
        when=when or text("understood.no_period"),
    )


def target_columns(ledger: dict[str, Any]) -> dict[str, str]:
    """Return what the columns of a targets ledger are, by letter: 目标, 完成, 完成率. ledger: as `inspect` shows it."""
    return {
        group[role]: text(f"target_columns.{role}", name=group["unit"] or group["name"] or "")
        for group in ledger.get("targets", ())
        for role in ("target", "done", "rate")
        if group[role]
    }


def others_line(said: dict[str, Any]) -> str:
    """Return which sheets hold no ledger and why, empty where there is none. said: as `inspect` shows it."""
    others = [other_line(other) for other in said["other_sheets"] if other["why"] != "ours"]
    return text("understood.others", others="、".join(others)) if others else ""


def other_line(other: dict[str, Any]) -> str:
    """Return a sheet without a ledger and why it has none."""
    why = text(f"not_ledgers.{other['why']}")
    return f"【{other['sheet']}】{why}"
