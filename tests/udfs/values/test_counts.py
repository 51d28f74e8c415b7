"""Ordinals, labels and declared counts of section and total rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.values.counts import declared_count, split_label


@pytest.mark.parametrize(
    ("text", "kind", "label", "count"),
    [
        ("13个", None, "", 13),
        ("(16项)", None, "", 16),
        ("（100项）", None, "", 100),
        ("共48个项目", None, "", 48),
        ("12宗", None, "", 12),
        ("合计37个", None, "合计", 37),
        ("合计（37）", None, "合计", 37),
        ("合  计", None, "合计", None),
        ("龙海市合计14个", None, "龙海市合计", 14),
        ("（一）工业项目82个", "chinese_brackets", "工业项目", 82),
        ("一、交通5项", "chinese", "交通", 5),
        ("1、新建项目（12个，总投资30亿元）", "arabic", "新建项目", 12),
        ("一、柏川县（9个）", "chinese", "柏川县", 9),
        ("十二、水利（十六项）", "chinese", "水利", 16),
        ("光伏发电项目(16项)", None, "光伏发电项目", 16),
        ("其中：在建重点项目（90项）", None, "其中:在建重点项目", 90),
        ("新开工项目12个，总投资30亿元", None, "新开工项目", 12),
        ("(1) 公路", "arabic_brackets", "公路", None),
        ("① 铁路", "circled", "铁路", None),
        ("第一类 交通", "part", "交通", None),
        ("三、 能源", "chinese", "能源", None),
        ("一", "chinese", "", None),
    ],
)
def test_it_takes_a_label_apart(text: str, kind: str | None, label: str, count: int | None) -> None:
    read = split_label(text)
    assert (read.kind, read.label, read.count) == (kind, label, count)


@pytest.mark.parametrize(
    "text",
    [
        "5个乡镇供水工程",
        "工期36个月",
        "3个百分点",
        "一、续建项目（2010）",
        "1-3个",
        "1.5亿元项目",
        "10kV线路",
        "三年行动计划",
        "第一批次",
    ],
)
def test_it_declares_no_count_and_loses_no_word_of_a_plain_name(text: str) -> None:
    assert declared_count(text) is None
    assert split_label(text).label in (text, "续建项目(2010)")


@given(
    st.integers(0, 9999),
    st.sampled_from(["个", "项", "宗"]),
    st.sampled_from(["一、工业{}", "（二）能源（{}）", "合计{}"]),
)
def test_it_reads_back_any_count(count: int, counter: str, pattern: str) -> None:
    assert declared_count(pattern.format(f"{count}{counter}")) == count


@given(st.text(max_size=40))
def test_it_never_raises(text: str) -> None:
    split_label(text)
