"""The shipped ledgers through reading and recognition: honest ones give no alarm, the other every planted mistake."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import workbooks.samples
from workbooks.checks import check
from workbooks.finding import Finding
from workbooks.reading import read_book
from workbooks.recognition import recognise
from workbooks.settings import Settings

FOLDER = Path(workbooks.samples.__file__).parent
SAMPLES = tomllib.loads((FOLDER / "samples.toml").read_text(encoding="utf-8"))["sample"]
PLANTED = tomllib.loads((FOLDER / "planted.toml").read_text(encoding="utf-8"))
CODES = {
    "missing_name": "E101",
    "missing_plan": "E102",
    "missing_unit": "E103",
    "missing_leader": "E104",
    "unreadable_amount": "E111",
    "unreadable_date": "W112",
    "unreadable_rate": "W113",
    "error_value": "E114",
    "negative": "E201",
    "unit_suspect": "W203",
    "plan_above_total": "E205",
    "since_above_total": "E206",
    "before_plus_year": "E208",
    "month_above_year": "E209",
    "months_sum": "E210",
    "rate_differs": "E211",
    "far_above_plan": "W212",
    "subtotal": "E221",
    "total": "E221",
    "declared_count": "W222",
    "start_after_finish": "E301",
    "future_date": "E302",
    "finished_without_date": "W303",
    "money_before_start": "W304",
    "not_started_with_money": "W311",
    "finished_below_100": "W312",
    "full_but_not_finished": "W313",
    "duplicate": "W401",
    "near_duplicate": "I403",
    "same_figures": "I404",
    "text_number": "I501",
    "hidden_row": "I502",
    "never_calculated": "I503",
    "leading_sign": "I504",
}


@cache
def found_in(file: str) -> list[Finding]:
    as_of: date = next(sample["as_of"] for sample in SAMPLES if sample["file"] == file)
    book, settings = read_book(FOLDER / file), Settings()
    return check(recognise(book, settings).ledgers, settings, as_of, book)


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s["honest"]], ids=lambda s: s["file"])
def test_an_honest_shipped_ledger_gives_no_alarm(sample: dict[str, Any]) -> None:
    known = {CODES[rule] for rule in sample.get("knows", ())}
    assert [f for f in found_in(sample["file"]) if f.code not in known] == []


@pytest.mark.parametrize("planted", PLANTED["planted"], ids=lambda p: f"{p['rule']}-{p['cell']}")
def test_every_planted_mistake_is_found_where_it_is(planted: dict[str, Any]) -> None:
    cells = {planted["cell"], *planted["also"]}
    there = [f.code for f in found_in(PLANTED["file"]) if f.sheet == planted["sheet"] and f.cell in cells]
    assert there == [CODES[planted["rule"]]]


def test_nothing_is_found_that_was_not_planted() -> None:
    cells = {(p["sheet"], cell) for p in PLANTED["planted"] for cell in (p["cell"], *p["also"])}
    assert [f for f in found_in(PLANTED["file"]) if (f.sheet, f.cell) not in cells] == []
