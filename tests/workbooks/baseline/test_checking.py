"""核对底线: each kind of breach by a case of its own, what can't be compared, what was approved.

Source: S2; domain.md b10 (deleted project, planned start and finish later, plan lower).
"""

from pathlib import Path

import pytest

from tests.workbooks.baseline.making import (
    MARCH,
    NAMES,
    NEXT_YEAR,
    Columns,
    approve,
    changed,
    checked,
    frozen,
    month,
    projects,
    put,
    read,
    supervision,
    told,
    without,
)
from tests.workbooks.sheets import examples
from workbooks.baseline import Breach, check_baseline
from workbooks.baseline.checking import kinds
from workbooks.history import entries_of
from workbooks.settings import Settings
from workbooks.sheets.ratchet import remarks_of, summary
from workbooks.supervision import supervise


def test_a_ledger_that_keeps_to_it_breaks_nothing(path: Path) -> None:
    frozen(path)
    check = checked(path, projects())
    assert (told(check), check.before, check.now, check.new, check.lost) == ([], 5, 5, 0, 0)


def test_more_and_earlier_and_higher_is_fine(path: Path) -> None:
    frozen(path)
    now = changed(
        annual_plan=(0, 601.0), total_investment=(1, 2500.0), planned_start=(2, month(2025, 1)),
        planned_finish=(3, month(2026, 5)),
    )  # fmt: skip
    now = {field: [*values, values[0]] for field, values in now.items()}
    now["name"][5] = "新来的项目"
    check = checked(path, now)
    assert (told(check), check.now, check.new) == ([], 6, 1)


CASES: list[tuple[str, Columns, tuple[object, ...]]] = [
    ("gone", without(1), ("县医院迁建项目", None, None, None)),
    ("start_later", changed(planned_start=(0, month(2025, 6))), (NAMES[0], "2025-03-31", "2025-06-30", 91)),
    ("start_blank", changed(planned_start=(0, None)), (NAMES[0], "2025-03-31", None, None)),
    ("finish_later", changed(planned_finish=(2, month(2026, 12))), (NAMES[2], "2026-06-30", "2026-12-31", 184)),
    ("finish_blank", changed(planned_finish=(2, None)), (NAMES[2], "2026-06-30", None, None)),
    ("plan_lower", changed(annual_plan=(4, 900.0)), (NAMES[4], 1000.5, 900.0, -100.5)),
    ("plan_blank", changed(annual_plan=(4, None)), (NAMES[4], 1000.5, None, None)),
    ("total_lower", changed(total_investment=(3, 3999.0)), (NAMES[3], 4000.0, 3999.0, -1.0)),
    ("total_blank", changed(total_investment=(3, None)), (NAMES[3], 4000.0, None, None)),
]


@pytest.mark.parametrize(("kind", "now", "expected"), CASES, ids=[case[0] for case in CASES])
def test_each_kind_of_breach_is_told_alone(kind: str, now: Columns, expected: tuple[object, ...], path: Path) -> None:
    frozen(path)
    assert told(check := checked(path, now)) == [(kind, *expected)]
    assert check.found == check.breaches


def test_every_kind_that_is_declared_has_a_case() -> None:
    assert [*kinds()] == [*(case[0] for case in CASES), "currency"]


def test_one_gone_and_one_new_leave_the_number_and_are_told_all_the_same(path: Path) -> None:
    frozen(path)
    check = checked(path, changed(name=(1, "完全另外的水库")))
    assert (check.lost, check.new, [one.kind.id for one in check.found]) == (0, 1, ["gone"])
    assert checked(path, without(0)).lost == 1


def test_float_noise_and_another_unit_of_the_ledger_are_no_breach(path: Path) -> None:
    frozen(path)
    assert told(checked(path, changed(annual_plan=(4, 0.10005 * 10000 - 1e-9)))) == []


def test_amounts_in_another_currency_are_not_compared_and_it_is_said(path: Path) -> None:
    frozen(path)
    check = checked(path, projects(), unit="万美元")
    assert check.breaches == () and len(check.of("unclear")) == 5
    assert told(check)[0] == ("currency", NAMES[0], "万元", "万美元", None)


def test_amounts_in_one_foreign_currency_are(path: Path) -> None:
    frozen(path, supervision(unit="万美元"))
    check = checked(path, changed(annual_plan=(0, 500.0)), unit="万美元")
    assert told(check) == [("plan_lower", NAMES[0], 600.0, 500.0, -100.0)]
    assert check.breaches[0].entry.currency == "万美元"


def test_in_another_year_the_plan_is_another(path: Path) -> None:
    frozen(path)
    check = checked(path, changed(annual_plan=(0, 1.0), total_investment=(1, 1.0)), NEXT_YEAR)
    assert [one.kind.id for one in check.found] == ["total_lower"] and not check.plan_compared


def test_whether_any_project_was_frozen_with_an_amount_is_known(path: Path) -> None:
    signed: Columns = {"name": NAMES[:2], "responsible_unit": ["市招商局"] * 2, "agreed_investment": [100.0, 200.0]}
    contracts = supervise([examples.ledger(signed, kind="investment_promotion")], [], Settings(), MARCH)
    frozen(path, contracts)
    check = check_baseline(read(path), entries_of(contracts), MARCH, {})
    assert (check.found, check.amounts) == ((), False)
    remarks = remarks_of(check, read(path), contracts)
    assert remarks[1] == "底线里的项目都没有总投资、年度计划，投资没有核对。"
    assert "投资未降" not in summary(check, read(path), remarks)


def test_a_blank_region_is_no_other_region(path: Path) -> None:
    now = projects() | {"region": ["北乡", *[None] * 4]}
    frozen(path, supervision(now))
    assert {unit.unit for unit in checked(path, now).units} == {*now["responsible_unit"]}


def test_units_are_told_the_worst_first(path: Path) -> None:
    frozen(path)
    approve(path, 4, "县政发〔2025〕7号")
    now = changed(annual_plan=(4, 1.0), planned_start=(2, None), total_investment=(3, 1.0))
    units = [(u.unit, u.before, u.now, u.breaches, u.approved, dict(u.by_aspect)) for u in checked(path, now).units]
    assert units == [
        ("南乡", 3, 3, 2, 1, {"number": 0, "progress": 1, "investment": 1}),
        ("北乡", 2, 2, 0, 0, {"number": 0, "progress": 0, "investment": 0}),
    ]


def test_a_document_number_lets_that_projects_changes_pass(path: Path) -> None:
    frozen(path)
    approve(path, 0, "县政发〔2025〕7号")
    now = changed(annual_plan=(0, 1.0), planned_start=(0, None), total_investment=(1, 1.0))
    check = checked(path, now)
    assert [(one.entry.name, one.approval) for one in check.found] == [
        (NAMES[1], ""), (NAMES[0], "县政发〔2025〕7号"), (NAMES[0], "县政发〔2025〕7号"),
    ]  # fmt: skip
    assert [one.verdict for one in check.found] == ["breach", "approved", "approved"]


def test_one_whose_going_was_approved_is_not_missing_to_the_number(path: Path) -> None:
    frozen(path)
    approve(path, 1, "县政发〔2025〕7号")
    check = checked(path, without(1))
    assert (check.breaches, check.lost, check.now, len(check.of("approved"))) == ((), 0, 4, 1)


@pytest.mark.parametrize("none", ["无", "正在报批", "待定", " "])
def test_what_is_not_approved_yet_lets_nothing_pass(none: str, path: Path) -> None:
    frozen(path)
    approve(path, 1, none)
    assert len(checked(path, without(1)).breaches) == 1


def test_filling_in_documents_and_remarks_is_no_editing_of_the_baseline(path: Path) -> None:
    frozen(path)
    approve(path, 1, "15")
    put(path, "K6", "第7次常务会议")
    assert read(path).noticed == ()


def test_two_thousand_projects_are_all_found_again(path: Path) -> None:
    many = supervise([examples.ledger(examples.projects(2000, examples.COUNTIES))], [], Settings(), MARCH)
    frozen(path, many)
    check = check_baseline(read(path), entries_of(many), MARCH, {})
    found: tuple[Breach, ...] = check.found
    assert (check.before, check.now, check.new, found) == (2000, 2000, 0, ())
