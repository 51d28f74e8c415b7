"""Settings: precedence, names, and what is refused in which words."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.lights import LightRules
from udfs.progress import BASES
from workbooks.checks.catalogue import rules
from workbooks.checks.settings import Limits, limits, severities
from workbooks.errors import WrongArgument
from workbooks.setting_docs import as_markdown
from workbooks.settings import Settings, declared, families, groups


def refusal(*sets: str) -> str:
    with pytest.raises(WrongArgument) as refused:
        Settings.load(None, sets)
    return refused.value.message.removesuffix("。")


def test_the_defaults_are_those_of_the_figures_and_the_checks() -> None:
    settings = Settings.load(None, [])
    assert settings.light_rules() == LightRules()
    assert limits(settings) == Limits()
    assert set(declared()["progress.basis"].choices) == set(BASES)
    assert settings.given == {}


def test_each_threshold_of_lights_and_checks_can_be_set() -> None:
    for rule in fields(LightRules):
        assert f"lights.{rule.name}" in declared()
    for limit in fields(Limits):
        assert f"checks.{limit.name}" in declared()


def test_each_setting_has_texts_a_group_and_a_default_it_would_take_itself() -> None:
    for key, setting in declared().items():
        assert setting.title and setting.meaning.endswith("。"), key
        assert key.split(".")[0] in groups(), key
        assert Settings({key: setting.default})[key] == setting.default
    titles = [setting.title for setting in declared().values()]
    assert len(titles) == len(set(titles))
    for family in families():
        assert family.title and family.meaning.endswith("。")


def test_set_comes_before_toml_and_toml_before_the_default(tmp_path: Path) -> None:
    config = tmp_path / "设置.toml"
    config.write_text(
        """
        "sheets.decimals" = 2
        [lights]
        mode = "比例法"
        yellow_gap = -5
        [checks]
        off = ["i501"]
        severity.W401 = "提示"
        [fields."2025年.明细 表"]
        h3 = "年度计划投资"
        [units]
        "明细表" = "亿 元"
        [progress]
        weights = [20, 25, 30, 25]
        """,
        encoding="utf-8",
    )
    settings = Settings.load(config, ["lights.yellow_gap=-8", "黄灯比例=0.9"])
    assert settings["lights.mode"] == "ratio"
    assert settings["lights.yellow_gap"] == -8.0
    assert settings["lights.yellow_ratio"] == 0.9
    assert settings["lights.red_gap"] == -30.0
    assert settings["sheets.decimals"] == 2
    assert settings["checks.off"] == ["I501"]
    assert settings.get("checks.severity.W401") == "info"
    assert settings.get("checks.severity.W402") is None
    assert settings["progress.weights"] == [20.0, 25.0, 30.0, 25.0]
    assert settings.answers("fields", "2025年.明细 表") == {"H3": "annual_plan"}
    assert settings.answers("units", "明细表") == {"": "亿元"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_it_reads_toml_saved_by_notepad(tmp_path: Path, encoding: str) -> None:
    config = tmp_path / "a.toml"
    config.write_text('[lights]\nmode = "比例"\n', encoding=encoding)
    assert Settings.load(config)["lights.mode"] == "ratio"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("lights.mode=比例", "lights.mode", "ratio"),
        ("lights.mode=GAP", "lights.mode", "gap"),
        ("亮灯方法=差值", "lights.mode", "gap"),
        ("lights.slightly_behind=黄灯", "lights.slightly_behind", "yellow"),
        ("lights.yellow_gap = －１５", "lights.yellow_gap", -15.0),
        ("progress.weights=20，25、30 25", "progress.weights", [20.0, 25.0, 30.0, 25.0]),
        ("sheets.paper=a3", "sheets.paper", "A3"),
        ("sheets.unit=亿元", "sheets.unit", "亿元"),
        ("checks.off=I501, I502", "checks.off", ["I501", "I502"]),
        ("checks.off=", "checks.off", []),
        ("checks.severity.w401=错误", "checks.severity.W401", "error"),
        ("fields.明细表.h3=annual_plan", "fields.明细表.H3", "annual_plan"),
        ("fields.a=b.c.H3=总投资", "fields.a=b.c.H3", "total_investment"),
        ("units.1.在建项目=万元", "units.1.在建项目", "万元"),
        ("units.明细表.H3=万美元", "units.明细表.H3", "万美元"),
    ],
)
def test_it_takes_values_as_clerks_write_them(text: str, key: str, value: object) -> None:
    assert Settings.load(None, [text])[key] == value


def test_answers_belong_to_their_own_sheet_only() -> None:
    settings = Settings.load(
        None, ["units.明细=万元", "units.明细.H3=亿元", "units.明细表=元", "units.明细.表.B2=千元"]
    )
    assert settings.answers("units", "明细") == {"": "万元", "H3": "亿元"}
    assert settings.answers("units", "明细表") == {"": "元"}
    assert settings.answers("units", "明细.表") == {"B2": "千元"}
    assert settings.answers("fields", "明细") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lights.mod=gap", "没有“lights.mod”这项设置，是不是 lights.mode？"),
        ("亮灯方式=差值", "没有“亮灯方式”这项设置，是不是 亮灯方法？"),
        ("zzz=1", "没有“zzz”这项设置，可用的设置见 docs/settings.md"),
        ("lights.mode=快", "设置 lights.mode（亮灯方法）只能是 gap（差值法）、ratio（比例法），不能是“快”"),
        ("lights.yellow_gap=十", "设置 lights.yellow_gap（黄灯差值）要写不小于-100、不大于0的数，不能是“十”"),
        ("lights.yellow_gap=5", "设置 lights.yellow_gap（黄灯差值）要写不小于-100、不大于0的数，不能是“5”"),
        ("lights.yellow_gap=nan", "设置 lights.yellow_gap（黄灯差值）要写不小于-100、不大于0的数，不能是“nan”"),
        ("sheets.decimals=1.5", "设置 sheets.decimals（小数位数）要写不小于0、不大于4的整数，不能是“1.5”"),
        ("lights.red_gap=-5", "设置 lights.red_gap（红灯差值）不能高于 lights.yellow_gap（黄灯差值）：-5 > -10"),
        (
            "progress.weights=1,2,3",
            "设置 progress.weights（序时进度的权重）要写4个或12个不小于0的数，用逗号隔开，不能是“1,2,3”",
        ),
        ("checks.off=W999", "设置 checks.off：没有代码为“W999”的检查，代码见 docs/checks.md"),
        ("checks.severity.E401=info", "设置 checks.severity.E401：没有代码为“E401”的检查，是不是 W401？"),
        ("fields.明细表=总投资", "设置 fields.明细表 要写明工作表和表头单元格，例如 fields.明细表.H3"),
        (
            "fields.明细表.H3=乱写",
            "设置 fields.明细表.H3：没有“乱写”这种列，请写常用的表头（如 年度计划投资）或字段名（如 annual_plan）",
        ),
        ("units.明细表=两", "设置 units.明细表：不认识单位“两”，可写 万元、亿元、千元、元、万美元、亩 等"),
        ("lights.mode", "“lights.mode”不是 名称=值 的写法，例如 lights.mode=ratio"),
        ("=1", "“=1”不是 名称=值 的写法，例如 lights.mode=ratio"),
    ],
)
def test_it_says_what_is_wrong_and_what_is_allowed(text: str, said: str) -> None:
    assert refusal(text) == said


def test_weights_of_nothing_are_refused_where_they_are_used() -> None:
    assert "不能全为 0" in refusal("progress.basis=权重", "progress.weights=0,0,0,0")


def test_a_config_file_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WrongArgument, match=r"读不了设置文件 没有\.toml"):
        Settings.load(tmp_path / "没有.toml")
    broken = tmp_path / "坏.toml"
    broken.write_text("[lights\n", encoding="utf-8")
    with pytest.raises(WrongArgument, match=r"设置文件 坏\.toml 第1行第8列不合 TOML 的写法"):
        Settings.load(broken)
    binary = tmp_path / "图.toml"
    binary.write_bytes(b"\xff\xfe\x00\x81\xff")
    with pytest.raises(WrongArgument):
        Settings.load(binary)


def test_it_is_a_mapping_that_the_checks_can_ask() -> None:
    settings = Settings.load(None, ["checks.off=W401", "checks.severity.W402=info"])
    codes = {code: rule.severity for code, rule in rules().items()}
    asked = severities(settings, codes)
    assert "W401" not in asked
    assert asked["W402"] == "info"
    assert "checks.severity.W402" in settings
    assert len(settings) == len(list(settings)) == len(declared()) + 1
    with pytest.raises(KeyError):
        settings["nothing.of.this"]


@given(st.text(max_size=30), st.text(max_size=15))
def test_whatever_is_written_it_is_taken_or_refused_in_words(key: str, value: str) -> None:
    try:
        Settings.load(None, [f"{key}={value}"])
    except WrongArgument as refused:
        assert refused.message


@given(st.sampled_from(sorted(declared())), st.text(max_size=15))
def test_each_setting_takes_a_value_or_refuses_it_in_words(key: str, value: str) -> None:
    try:
        Settings.load(None, [f"{key}={value}"])
    except WrongArgument as refused:
        assert key in refused.message


def test_the_manual_says_what_is_declared() -> None:
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    assert page.read_text(encoding="utf-8") == as_markdown(), "python -m workbooks.setting_docs > docs/settings.md"


def test_marks_of_nothing_are_refused() -> None:
    weights = [f"scores.weights.{part}=0" for part in ("investment", "start", "finish", "quality")]
    assert refusal(*weights) == "设置 scores.weights（各项分值）不能全为 0"
    assert Settings.load(None, weights[1:])["scores.weights.investment"] == 60


def test_why_a_unit_is_not_on_the_black_board_is_a_reason_and_names_the_unit() -> None:
    assert Settings.load(None, ["boards.exempt.东 河县=特大暴雨"]).excuses == {"东河县": "特大暴雨"}
    assert "要写明单位名称" in refusal("boards.exempt.=洪灾")
    assert "要写理由" in refusal("boards.exempt.东河县=无正当理由")
