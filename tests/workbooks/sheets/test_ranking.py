"""排名."""

from tests.workbooks.sheets.examples import empty, ledger, promotion
from tests.workbooks.sheets.reading import opened, records, texts

TIED = {
    "name": list("甲乙丙丁戊"),
    "region": ["东县", "西县", "南县", "北县", "中县"],
    "annual_plan": [100.0, 50.0, 200.0, 100.0, None],
    "done_this_year": [70.0, 30.0, 120.0, 10.0, None],
}


def test_equal_rates_share_a_rank_and_the_next_is_left_out():
    rows = [row for row in records(opened(ledger(TIED))["排名"], "名次") if isinstance(row["名次"], int)]
    assert [(row["名次"], row["单位"], row["备注"]) for row in rows] == [
        (1, "东县", None),
        (2, "南县", "并列"),
        (2, "西县", "并列"),
        (4, "北县", None),
    ]


def test_a_unit_without_rate_is_listed_without_rank():
    assert "中县" in texts(opened(ledger(TIED))["排名"])
    assert "不排名" in texts(opened(ledger(TIED))["排名"])


def test_regions_and_responsible_units_are_ranked():
    said = texts(opened(ledger({**TIED, "responsible_unit": ["县交通局"] * 5}))["排名"])
    assert "按属地排名（5个）" in said
    assert "按责任单位排名（1个）" in said


def test_without_units_it_says_what_to_add():
    assert "请在台账中补充" in texts(opened(ledger({"name": ["甲"], "annual_plan": [1.0]}))["排名"])


def test_without_rates_it_is_one_plain_line():
    said = texts(opened(*promotion())["排名"]).split("\n")
    assert said[2:] == ["没有同时填报年度计划投资和累计完成投资的项目，无法按完成率排名。"]


def test_without_projects_too():
    assert texts(opened(*empty())["排名"]).split("\n")[2:] == ["台账中没有项目。"]
