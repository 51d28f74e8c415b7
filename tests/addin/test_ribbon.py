"""The ribbon's declaration: what clerks read on the buttons, and that nothing is shown that isn't there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from addin import macros, ribbon
from addin.buttons_page import PAGE, page
from addin.ribbon import Button, declared, tab

ICONS = Path(__file__).parents[3] / "shared" / "schema" / "imagemso.tsv"
BUTTONS = declared().buttons
# The groups and labels that the manual promises, in the order of the clerk's day.
PROMISED = {
    "台账": ["识别台账", "校验台账", "清除标记", "计算进度"],
    "督导": ["生成通报", "亮灯表", "红黑榜", "督办清单", "督办销号", "督办单"],
    "对比": ["存档本期", "对比上期"],
    "汇总": ["收表汇总", "分发"],
    "输出": ["Word通报", "项目册"],
    "设置": ["督导设置", "撤回上一步", "帮助"],
}


def test_the_tab_is_declared_in_the_order_of_the_clerks_day() -> None:
    assert declared().label == "项目督导"
    assert {group.label: [button.label for button in group.buttons] for group in declared().groups} == PROMISED


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_a_button_is_short_and_its_help_says_what_it_reads_writes_and_whether_it_can_be_taken_back(
    button: Button,
) -> None:
    assert 2 <= len(button.label) <= 6
    assert len(button.screentip) > len(button.label)
    assert button.reads.startswith(("读", "不读"))
    assert "撤回" in button.back
    assert button.supertip == f"{button.reads}。{button.writes}。{button.back}。"
    # Word's and Excel's own limit (customui14.xsd, ST_Supertip)
    assert len(button.supertip) <= 1024


def test_only_the_main_button_is_large() -> None:
    assert [button.label for button in BUTTONS if button.size != "normal"] == ["生成通报"]


def test_ids_are_told_apart_on_the_whole_tab() -> None:
    full = declared()
    ids = [full.id, full.date.id, *(group.id for group in full.groups), *(button.id for button in BUTTONS)]
    assert max(Counter(ids).values()) == 1
    assert all(re.fullmatch(r"[a-z_]+", one) for one in ids)


def test_every_icon_is_one_that_office_2010_and_office_2013_have() -> None:
    if not ICONS.exists():
        pytest.skip("NOT TESTED: ../shared/schema is missing")
    lines = [line.split("\t") for line in ICONS.read_text(encoding="utf-8").splitlines()[1:]]
    both = {name for name, *has in lines if has == ["yes", "yes"]}
    images = [button.image for button in BUTTONS]
    assert not set(images) - both
    assert max(Counter(images).values()) == 1, "no two buttons look alike"


def test_a_button_is_shown_when_its_macro_is_there() -> None:
    assert [button.id for button in tab().buttons] == [one.id for one in BUTTONS if one.id in macros.available()]
    assert "report" in {button.id for button in tab().buttons}


def test_every_macro_has_its_button() -> None:
    assert set(macros.available()) <= {button.id for button in BUTTONS}


def test_a_group_without_buttons_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declared()  # read before the folder moves
    monkeypatch.setattr(ribbon, "_HERE", tmp_path)
    assert tab().groups == ()
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "collect.py").touch()
    assert [(group.label, [button.label for button in group.buttons]) for group in tab().groups] == [
        ("汇总", ["收表汇总"])
    ]


def test_the_date_box_stands_with_the_buttons_that_judge_by_it() -> None:
    date = declared().date
    assert date.label == "截止日期"
    assert [group.label for group in declared().groups if group.id == date.group] == ["督导"]
    assert "留空" in date.supertip


class TestPage:
    def test_the_page_in_docs_is_the_ribbon_of_today(self) -> None:
        assert PAGE.read_text(encoding="utf-8") == page(tab()), "run: python -m addin.buttons_page"

    def test_every_button_stands_on_it_with_its_help(self) -> None:
        text = page(declared())
        for button in BUTTONS:
            assert (
                f"| **{button.label}** | {button.screentip} | {button.reads} | {button.writes} | {button.back} |"
                in text
            )
        assert declared().date.supertip in text
