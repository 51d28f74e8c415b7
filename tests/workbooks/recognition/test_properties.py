"""What doesn't change what a ledger says doesn't change how it is understood."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workbooks.errors import NoLedger
from workbooks.grid import Book, Grid
from workbooks.recognition import Recognition, inspect_json, recognise
from workbooks.settings import Settings

COLUMNS = {
    "sequence": (["序号", "编号", "项目序号"], lambda i: i + 1),
    "name": (
        ["项目名称", "项 目 名 称", "工程名称", "项目名称（全称）"],
        lambda i: f"柏川县{'东西南北中'[i % 5]}部供水管网{i}期工程",
    ),
    "total_investment": (["总投资（万元）", "项目总投资\n（万元）", "总投资额[万元]"], lambda i: 9000.0 + 517 * i),
    "annual_plan": (
        ["2026年计划投资（万元）", "年度计划投资(万元)", "2026年度投资计划【万元】"],
        lambda i: 3000.0 + 130 * i,
    ),
    "done_this_year": (
        ["2026年1-6月完成投资（万元）", "1—6月累计完成投资（万元）", "截至6月底完成投资（万元）"],
        lambda i: 1500.0 + 71 * i,
    ),
    "visible_progress": (["形象进度", "目前进展情况", "工程进展"], lambda i: f"完成第{i + 1}标段管沟开挖"),
    "responsible_unit": (
        ["责任单位", "牵头单位", "责 任 单 位"],
        lambda i: ["县水利局", "县住建局", "县交通局"][i % 3],
    ),
    "leader": (["包抓领导", "县级包联领导", "联系领导"], lambda i: ["任副县长", "熊县长"][i % 2]),
    "problem": (["存在问题", "需协调解决的问题"], lambda i: None if i % 3 else "用地手续未批"),
}
TITLES = ["柏川县2026年重点项目进展情况表", "重点项目台账", "2026年上半年市级重点项目推进情况一览表"]


@st.composite
def layouts(draw: st.DrawFn) -> tuple[list[str], list[str], list[list[Any]], int]:
    """Return fields in some order, their headers, rows of projects, and rows above the header."""
    optional = [f for f in COLUMNS if f not in ("name", "annual_plan", "done_this_year")]
    chosen = ["name", "annual_plan", "done_this_year", *draw(st.lists(st.sampled_from(optional), unique=True))]
    fields = draw(st.permutations(chosen))
    headers = [draw(st.sampled_from(COLUMNS[f][0])) for f in fields]
    count = draw(st.integers(2, 12))
    rows = [[COLUMNS[f][1](i) for f in fields] for i in range(count)]
    return list(fields), headers, rows, draw(st.integers(0, 4))


def understood(rows: list[list[Any]]) -> dict[str, Any]:
    width = max(map(len, rows))
    grid = Grid("台账", [[*row, *[None] * (width - len(row))] for row in rows])
    return inspect_json(recognise(Book("台账.xlsx", "xlsx", [grid]), Settings.load(None, [])))


@settings(deadline=None, max_examples=60)
@given(layouts())
def test_it_finds_every_column_in_any_order_under_any_usual_header(layout: Any) -> None:
    fields, headers, rows, above = layout
    title = [[TITLES[above % 3]], *[[None]] * (above - 1)] if above else []
    said = understood([*title, headers, *rows])
    (ledger,) = said["ledgers"]
    assert {name: f["column"] for name, f in ledger["fields"].items()} == {
        f: "ABCDEFGHI"[i] for i, f in enumerate(fields)
    }
    assert ledger["projects"] == len(rows)
    assert ledger["header_rows"] == [above + 1]


@settings(deadline=None, max_examples=60)
@given(layouts(), st.data())
def test_blank_rows_totals_and_notes_change_no_project(layout: Any, data: st.DataObject) -> None:
    fields, headers, rows, _ = layout
    body = list(rows)
    for _ in range(data.draw(st.integers(0, 3))):
        body.insert(data.draw(st.integers(0, len(body))), [None] * len(fields))
    money = [f in ("total_investment", "annual_plan", "done_this_year") for f in fields]
    sums = [sum(row[c] for row in rows) if money[c] else None for c in range(len(fields))]
    sums[fields.index("name")] = data.draw(st.sampled_from(["合计", "总计", "合 计", f"合计（{len(rows)}项）"]))
    body.insert(data.draw(st.sampled_from([0, len(body)])), sums)
    note = [None] * len(fields)
    note[0] = data.draw(
        st.sampled_from(["注：本表数据截至6月底。", "填表人：        审核人：", "说明：1.金额单位为万元"])
    )
    said = understood([[TITLES[0]], headers, *body, note])
    (ledger,) = said["ledgers"]
    assert ledger["projects"] == len(rows)


@settings(deadline=None, max_examples=60)
@given(layouts(), st.integers(1, 3))
def test_columns_and_rows_around_the_ledger_only_move_it(layout: Any, by: int) -> None:
    fields, headers, rows, _ = layout
    moved = [[None] * by + row for row in [[TITLES[0]], headers, *rows]]
    (ledger,) = understood([[None]] * by + moved)["ledgers"]
    assert ledger["projects"] == len(rows)
    assert ledger["fields"]["name"]["column"] == "ABCDEFGHIJKLMNOP"[fields.index("name") + by]
    assert ledger["first_row"] == by + 3


values = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.sampled_from(
        [
            "序号",
            "项目名称",
            "总投资",
            "合计",
            "一、工业",
            "（一）",
            "年度计划",
            "完成投资",
            "单位：万元",
            "责任单位",
            "备注",
        ]
    ),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(values, min_size=1, max_size=8), min_size=1, max_size=12))
def test_whatever_a_sheet_holds_it_is_a_ledger_or_politely_none(rows: list[list[Any]]) -> None:
    try:
        said = understood(rows)
    except NoLedger as refusal:
        assert refusal.message.endswith("。")
    else:
        for ledger in said["ledgers"]:
            assert ledger["projects"] <= len(rows)


def test_a_recognition_names_each_sheet_once() -> None:
    grids = [Grid("甲", [["项目名称", "年度计划投资"], ["某路", 1.0]]), Grid("乙", [])]
    found: Recognition = recognise(Book("x.xlsx", "xlsx", grids), Settings.load(None, []))
    assert [ledger.sheet for ledger in found.ledgers] == ["甲"]
    assert [(other.sheet, other.why) for other in found.others] == [("乙", "empty")]
