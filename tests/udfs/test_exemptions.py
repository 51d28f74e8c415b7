"""Whether a cell states a 正当理由."""

import pytest

from udfs.exemptions import stated_exemption


@pytest.mark.parametrize(
    "text",
    [
        "不可抗力：洪灾",
        "征地未完成",
        "是",
        "因非人为原因停工",
        "无法施工，遇不可抗力",
        "特殊情况，已报批",
        "上级批准缓建。",
    ],
)
def test_what_is_written_is_a_reason(text: str) -> None:
    assert stated_exemption(f" {text}　") == text


@pytest.mark.parametrize(
    "text", ["", "　", "无", "无。", "－", "——", "/", "暂无", "待定", "未填", "N/A", "否", "FALSE", "0", "#N/A"]
)
def test_what_says_nothing_is_none(text: str) -> None:
    assert stated_exemption(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "无正当理由",
        "没有正当理由",
        "无不可抗力",
        "经核实无正当理由",
        "不属于不可抗力",
        "无特殊情况",
        "无正当理由未按期开工",
    ],
)
def test_what_denies_a_reason_is_none(text: str) -> None:
    assert stated_exemption(text) == ""
