"""Findings as JSON and as marks."""

from workbooks.checks import check_json, marks
from workbooks.finding import Finding, Severity


def finding(code: str, severity: Severity, cell: str) -> Finding:
    return Finding(code, severity, "明细表", cell, 6, "东河大桥", "annual_plan", f"{code}有误", "请核对")


FOUND = [finding("W212", "warning", "H6"), finding("E205", "error", "H6"), finding("I501", "info", "I6")]


def test_json_has_the_shape_of_the_contract() -> None:
    made = check_json("台账.xlsx", FOUND)
    assert list(made) == ["file", "issues", "counts"]
    assert made["counts"] == {"error": 1, "warning": 1, "info": 1}
    assert made["issues"][0] == {  # type: ignore[index]
        "code": "W212", "severity": "warning", "sheet": "明细表", "cell": "H6", "row": 6, "project": "东河大桥",
        "field": "annual_plan", "message": "W212有误", "suggestion": "请核对",
    }  # fmt: skip


def test_json_of_nothing_counts_zero() -> None:
    assert check_json("台账.xlsx", [])["counts"] == {"error": 0, "warning": 0, "info": 0}


def test_several_findings_in_a_cell_make_one_mark_with_the_gravest_fill() -> None:
    made = marks(FOUND)
    assert [(m.sheet, m.cell, m.fill) for m in made] == [("明细表", "H6", "FFC7CE"), ("明细表", "I6", "DDEBF7")]
    assert made[0].note == "【疑问 W212】W212有误。请核对。\n【错误 E205】E205有误。请核对。"


def test_a_warning_alone_is_yellow() -> None:
    assert marks(FOUND[:1])[0].fill == "FFEB9C"
