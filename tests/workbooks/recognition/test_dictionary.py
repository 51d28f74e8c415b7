"""The field dictionary: every header of domain.md means its field."""

import re
import tomllib
from pathlib import Path

import pytest

from workbooks.recognition import dictionary
from workbooks.recognition.dictionary import entries, matches

DOMAIN = [
    ("项目序号", "sequence"),
    ("签约项目名称", "name"),
    ("在黄注册名称", "name"),
    ("国家编码", "code"),
    ("建设性质", "nature"),
    ("县别", "region"),
    ("行政区", "region"),
    ("建设规模和内容", "content"),
    ("建设起止年限", "construction_period"),
    ("拟开工时间", "planned_start"),
    ("开工进场时间", "actual_start"),
    ("是否开工", "actual_start"),
    ("计划竣工时间", "planned_finish"),
    ("今年竣工时间", "actual_finish"),
    ("正式投产或交付使用时间", "commissioned"),
    ("项目预估总投资（亿元）", "total_investment"),
    ("概算总投资", "total_investment"),
    ("拟投资额[亿元]", "total_investment"),
    ("2010年  计划投资(万元)", "annual_plan"),
    ("年计划完成投资", "annual_plan"),
    ("1-3月实际完成投资(万元)", "done_this_year"),
    ("年初至报告期累计完成投资", "done_this_year"),
    ("至   旬完成投资额", "done_this_year"),
    ("月完成\n投资", "done_this_month"),
    ("06月完成投资(万元)", "done_this_month"),
    ("开工至上一年度底累计完成投资", "done_before_this_year"),
    ("至2009年底累计完成投资（万元）", "done_before_this_year"),
    ("开工至报告期累计完成投资（万元）", "done_since_start"),
    ("完成投资占年计划%", "completion_rate"),
    ("占目标任务%", "completion_rate"),
    ("占月计划投资（%）", "month_rate"),
    ("占总投资（%）", "rate_of_total"),
    ("目前项目建设形象进度", "visible_progress"),
    ("后五个月项目进度关键节点的安排", "next_step"),
    ("项目建设中存在的问题", "problem"),
    ("需要省、市协调解决问题", "problem"),
    ("业主、法人（责任）单位及负责人", "owner"),
    ("外来投资方", "owner"),
    ("市或县挂钩责任单位", "responsible_unit"),
    ("分管局委", "responsible_unit"),
    ("联络人", "contact"),
    ("项目挂\n点领导", "leader"),
    ("合同签约时间", "signed_on"),
    ("投资方实际到资额[亿元]", "paid_in"),
    ("办结期限", "deadline"),
    ("审核标识", "status"),
]


@pytest.mark.parametrize(("header", "field"), DOMAIN)
def test_a_header_of_the_domain_means_its_field_first(header: str, field: str) -> None:
    assert matches(header)[0].field == field


@pytest.mark.parametrize(
    "text",
    [
        "柏川县",
        "云岭经开区年产5万吨高性能铝箔项目",
        "2026年6月30日",
        "万元",
        "张三",
        "主体封顶，正在砌筑",
        "工商银行柏川支行",
    ],
)
def test_what_is_no_header_means_nothing(text: str) -> None:
    assert not [match for match in matches(text) if match.score == dictionary.EXACT]


def written_out(header: str) -> str:
    """Return the header with its tokens as an office would write them."""
    return re.sub("M(?!.*%)", "6月", header.replace("YT", "2026年1-6月").replace("Y", "2026年").replace("T", "1-6月"))


def test_a_listed_header_is_found_by_itself() -> None:
    """Each listed header has its field among its meanings, so that no entry of the table is dead."""
    dead = [
        (name, header)
        for name, entry in entries().items()
        for header in entry.exact
        if name not in {match.field for match in matches(written_out(header))}
    ]
    assert dead == []


def test_the_table_names_each_field_and_word_once() -> None:
    text = (Path(dictionary.__file__).parent / "fields.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert {row["type"] for row in table["field"].values()} <= {
        "text",
        "org",
        "person",
        "money",
        "date",
        "rate",
        "number",
    }
    used = set(re.findall(r"<(\w+)>", text))
    assert used <= set(table["words"])
    for name, row in table["field"].items():
        doubled = {header for header in row.get("exact", []) if row["exact"].count(header) > 1}
        assert not doubled, f"{name}: {doubled}"
