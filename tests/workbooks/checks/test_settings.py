"""What can be told to the check: which rules, how severe, which thresholds."""

from dataclasses import asdict

import pytest

from tests.workbooks.checks.builder import ledgers_of
from workbooks.checks import check
from workbooks.checks.settings import Limits, limits
from workbooks.settings import Settings

TABLE = """
项目名称 | 总投资（万元） | 年度计划投资（万元） | 年累计完成投资（万元） | 责任单位
东河大桥加固工程 | 8,600 | 3,000 | 5,000 | 县交通局
过境公路改线 | 4,000 | 5,000 | 1,000 |
"""


def codes(**given: object) -> list[str]:
    ledgers, book = ledgers_of(TABLE)
    settings = Settings({key.replace("__", "."): value for key, value in given.items()})
    return [f"{f.code} {f.severity}" for f in check(ledgers, settings, None, book)]


def test_everything_is_checked_by_default() -> None:
    assert codes() == ["W212 warning", "E205 error", "E103 error"]


def test_rules_can_be_switched_off() -> None:
    assert codes(checks__off="E103,W212") == ["E205 error"]


def test_only_some_rules_can_be_asked_for() -> None:
    assert codes(checks__only=["E205"]) == ["E205 error"]


def test_a_rule_can_be_made_less_severe() -> None:
    assert codes(checks__severity__E205="info", checks__only="E205") == ["E205 info"]


@pytest.mark.parametrize(("limit", "expected"), [(160, ["W212 warning"]), (170, [])])
def test_the_threshold_of_far_above_plan_can_be_set(limit: float, expected: list[str]) -> None:
    assert codes(checks__far_above_plan=limit, checks__only="W212") == expected


def test_thresholds_are_the_same_with_settings_and_without() -> None:
    assert asdict(limits(Settings())) == asdict(Limits())
