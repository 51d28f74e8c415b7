"""`report --json` on worked examples."""

import json
from datetime import date

from tests.workbooks.sheets.examples import AS_OF, SETTINGS, ledger
from workbooks.supervision import supervise
from workbooks.supervision.report import report_json

NAMES = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]


def said(*ledgers, as_of: date = AS_OF) -> dict:
    return report_json(supervise(ledgers, (), SETTINGS, as_of), "台账.xlsx", "台账_通报.xlsx", NAMES)


def jiangmen() -> dict:
    """Return a report of domain.md b1's bulletin: 1-10月 629.0 of 647.4 is 97.2 %, 13.8 百分点 ahead."""
    columns = {"name": ["江门"], "region": ["市"], "annual_plan": [647.4], "done_this_year": [629.0]}
    return said(ledger(columns), as_of=date(2025, 10, 31))


def test_rates_and_gaps_are_rounded_half_up_from_unrounded_figures():
    report = jiangmen()
    assert report["time_progress"] == 83.33
    assert report["totals"]["completion_rate"] == 97.16
    assert report["totals"]["gap"] == 13.82
    assert report["projects"][0]["gap"] == 13.82


def test_it_has_the_shape_of_the_contract():
    report = jiangmen()
    assert {key: report[key] for key in ("file", "output", "as_of", "period", "sheets", "issues")} == {
        "file": "台账.xlsx",
        "output": "台账_通报.xlsx",
        "as_of": "2025-10-31",
        "period": {"kind": "month", "year": 2025, "month": 10},
        "sheets": NAMES,
        "issues": 0,
    }
    assert report["totals"]["lights"] == {"green": 1, "yellow": 0, "red": 0, "none": 0}
    assert (
        report["projects"][0]
        | {
            "sheet": "重点项目",
            "row": 4,
            "name": "江门",
            "region": "市",
            "annual_plan": 647.4,
            "done_this_year": 629.0,
            "completion_rate": 97.16,
            "light": "green",
        }
        == report["projects"][0]
    )
    assert report["groups"][0] | {"by": "region", "rank": 1, "name": "市", "projects": 1} == report["groups"][0]
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_what_cannot_be_had_is_null_and_never_0():
    report = said(ledger({"name": ["甲"], "annual_plan": [None], "done_this_year": [None]}))
    project = report["projects"][0]
    assert [project[key] for key in ("region", "annual_plan", "done_this_year", "completion_rate", "gap")] == [None] * 5
    assert report["totals"]["done_this_year"] is None
    assert report["totals"]["completion_rate"] is None


def test_foreign_and_unknown_units_are_null():
    dollars = ledger({"name": ["甲"], "total_investment": [5.0]}, units={"total_investment": "万美元"}, kind="reserve")
    assert said(dollars)["projects"][0]["total_investment"] is None
    assert said(dollars)["totals"]["total_investment"] is None


def test_an_unknown_unit_gives_rates_but_no_amounts():
    unknown = ledger(
        {"name": ["甲"], "annual_plan": [4.0], "done_this_year": [1.0]},
        units={"annual_plan": None, "done_this_year": None},
    )
    totals = said(unknown)["totals"]
    assert (totals["annual_plan"], totals["completion_rate"]) == (None, 25.0)


def test_sums_have_no_noise_of_binary_fractions():
    made = ledger({"name": ["甲", "乙"], "annual_plan": [0.1, 0.2], "done_this_year": [0.1, 0.2]})
    assert said(made)["totals"]["annual_plan"] == 0.3


def test_before_the_first_month_has_ended_the_month_is_null():
    report = said(ledger({"name": ["甲"], "annual_plan": [1.0], "done_this_year": [0.1]}), as_of=date(2025, 1, 5))
    assert (report["period"]["month"], report["time_progress"]) == (None, 0.0)
    assert report["totals"]["lights"]["none"] == 1
