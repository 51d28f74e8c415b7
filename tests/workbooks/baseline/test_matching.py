"""The same project then and now: by code, else name and unit; renames are suggested; namesakes break nothing."""

from pathlib import Path

import pytest

from tests.workbooks.baseline.making import NAMES, Columns, changed, checked, frozen, projects, supervision, told


def test_a_code_makes_it_the_same_whatever_its_name_and_unit(path: Path) -> None:
    codes: Columns = {"code": [f"2501-{at}" for at in range(5)]}
    frozen(path, supervision(projects() | codes))
    now = changed(name=(0, "另外的名称"), responsible_unit=(0, "县住建局"), annual_plan=(0, 1.0)) | codes
    [one] = checked(path, now).found
    assert (one.kind.id, one.entry.name, one.remark) == ("plan_lower", "另外的名称", f"底线中名为“{NAMES[0]}”")


@pytest.mark.parametrize("side", ["before", "now"])
def test_a_code_that_only_one_side_has_is_no_matter(side: str, path: Path) -> None:
    with_codes = projects() | {"code": [f"2501-{at}" for at in range(5)]}
    frozen(path, supervision(with_codes if side == "before" else projects()))
    assert told(checked(path, projects() if side == "before" else with_codes)) == []


@pytest.mark.parametrize(
    ("now", "hint"),
    [
        (changed(name=(0, "东河大桥加固改造工程")), "疑似改名为“东河大桥加固改造工程”，请核对"),
        (changed(responsible_unit=(0, "县住建局")), "疑似责任单位改为“县住建局”，请核对"),
        (changed(name=(0, "完全另外的水库")), ""),
    ],
    ids=["renamed", "of another unit", "another"],
)
def test_what_may_be_the_same_is_suggested_and_never_assumed(now: Columns, hint: str, path: Path) -> None:
    frozen(path)
    check = checked(path, now)
    assert [(one.kind.id, one.remark) for one in check.found] == [("gone", hint)] and check.new == 1


def test_another_code_is_suggested(path: Path) -> None:
    frozen(path, supervision(projects() | {"code": [f"2501-{at}" for at in range(5)]}))
    [one] = checked(path, projects() | {"code": ["2601-0", *[f"2501-{at}" for at in range(1, 5)]]}).found
    assert (one.kind.id, one.remark) == ("gone", "疑似项目代码改为2601-0，请核对")


def namesakes(plans: list[float], regions: list[str] | None = None) -> Columns:
    count = len(plans)
    return {
        "name": ["老旧小区改造项目"] * count,
        "responsible_unit": ["县住建局"] * count,
        "region": list(regions or ["城关镇"] * count),
        "annual_plan": list(plans),
    }


@pytest.mark.parametrize("order", [[100.0, 200.0, 300.0], [300.0, 100.0, 200.0], [200.0, 300.0, 100.0]])
def test_namesakes_in_one_unit_break_nothing_by_their_order(order: list[float], path: Path) -> None:
    frozen(path, supervision(namesakes([100.0, 200.0, 300.0])))
    assert told(checked(path, namesakes(order))) == []


def test_of_namesakes_the_one_that_changed_and_the_one_that_is_gone_are_told(path: Path) -> None:
    frozen(path, supervision(namesakes([100.0, 200.0, 300.0])))
    name = "老旧小区改造项目"
    assert told(checked(path, namesakes([300.0, 100.0, 150.0]))) == [("plan_lower", name, 200.0, 150.0, -50.0)]
    assert told(checked(path, namesakes([300.0, 100.0]))) == [("gone", name, None, None, None)]


def test_namesakes_are_told_apart_by_their_region(path: Path) -> None:
    frozen(path, supervision(namesakes([100.0, 200.0], ["北乡", "南乡"])))
    check = checked(path, namesakes([250.0, 90.0], ["南乡", "北乡"]))
    assert [(one.entry.region, one.before, one.now) for one in check.found] == [("北乡", 100.0, 90.0)]


def test_projects_of_one_code_are_told_apart_by_their_name(path: Path) -> None:
    codes: Columns = {"code": ["2501"] * 5}
    frozen(path, supervision(projects() | codes))
    now = {field: values[::-1] for field, values in (changed(annual_plan=(1, 650.0)) | codes).items()}
    assert told(checked(path, now)) == [("plan_lower", NAMES[1], 700.0, 650.0, -50.0)]
