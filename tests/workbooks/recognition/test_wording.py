"""Header texts without what varies: spaces, brackets, units, periods."""

import pytest

from workbooks.ledger import Period
from workbooks.recognition.wording import abstract, squeeze


@pytest.mark.parametrize(
    ("header", "key", "year", "month"),
    [
        ("2010年1-7月完成投资\n（万元）", "YT完成投资", 2010, 7),
        ("1-  月累计完成投资", "T累计完成投资", None, None),
        ("<yyyy>年1-<M>月完成", "YT完成", None, None),
        ("{YYYY}年度计划投资(万元)", "Y计划投资", None, None),
        ("2025年度计划投资[亿元]", "Y计划投资", 2025, None),
        ("二〇二五年计划投资", "Y计划投资", 2025, None),
        ("25年计划投资", "Y计划投资", 2025, None),
        ("截至2025年6月底累计完成投资", "YT累计完成投资", 2025, 6),
        ("至10月中旬完成投资额", "T完成投资额", None, 10),
        ("元至8月实际完成投资", "T实际完成投资", None, 8),
        ("1至6月份完成", "T完成", None, 6),
        ("上半年完成投资", "T完成投资", None, 6),
        ("前三季度完成投资", "T完成投资", None, 9),
        ("6月份完成投资", "M完成投资", None, 6),
        ("十一月完成", "M完成", None, 11),
        ("至2009年底累计完成投资", "至Y底累计完成投资", 2009, None),
        ("后五个月关键节点安排", "后五个月关键节点安排", None, None),
        ("项　目　名　称", "项目名称", None, None),
        ("总投资", "总投资", None, None),
    ],
)
def test_it_reads_what_a_header_says_and_which_period_it_names(
    header: str, key: str, year: int | None, month: int | None
) -> None:
    wording = abstract(header)
    assert key in wording.keys
    assert wording.period == Period(year, month)


def test_it_keeps_the_header_as_shown_but_for_spaces() -> None:
    assert abstract("2010年计划投资\n（万元）").shown == "2010年计划投资（万元）"
    assert squeeze("项 目\u3000名\xa0称\u200b") == "项目名称"


def test_a_range_of_months_says_more_than_the_month_beside_it() -> None:
    assert abstract("7月（1-7月累计）").period.month == 7
    assert abstract("7月（1-7月累计）").token == "T"
