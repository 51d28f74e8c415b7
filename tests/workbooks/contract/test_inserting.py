"""Finished sheets go into the clerk's workbook whole, and as they were made."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks.contract.looks import changes, fill_of, workbook_as_seen
from tests.workbooks.contract.papers import COLOUR, CONDITION, FILL, WIDTHS, report
from tests.workbooks.hosts.books import made
from tests.workbooks.package.making import SHEETS, fresh
from workbooks.hosts.port import Host

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
CLERKS = ["明细表", "备注", "隐藏"]


@pytest.fixture(scope="module")
def after(done_once: Callable[..., bytes]) -> bytes:
    """Return the clerk's workbook with our sheets in it."""
    return done_once(lambda host: host.insert_sheets(report()))


@pytest.fixture
def taken_in(after: bytes) -> Worksheet:
    """Return a finished sheet in the clerk's workbook, as openpyxl reads it."""
    sheet = load_workbook(io.BytesIO(after))["督导总览"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_sheets_go_in_behind_the_clerks(opened: Opening, saved: Saving) -> None:
    names: list[str] = []
    place = saved(lambda host: names.extend(host.insert_sheets(fresh())))
    assert names == list(SHEETS)
    grids = {grid.name: grid for grid in opened(place).book.grids}
    assert list(grids) == [*CLERKS, *SHEETS]
    assert grids["督导总览"].rows[3][:3] == ["项目3", 3, pytest.approx(3 / 7)]


def test_what_they_hold_arrives_as_it_was(opened: Opening, saved: Saving) -> None:
    place = saved(lambda host: host.insert_sheets(report()))
    sheet = opened(place).book.grids[3]
    assert sheet.rows[0][0] == "督导总览标题"
    assert sheet.rows[1][:5] == ["项目", "完成率", "日期", "转到", "代码"]
    assert sheet.rows[2][:5] == ["项目1", 0.2, datetime(2026, 7, 2), "转到", "002"]
    formats = [sheet.details.number_format(2, column).casefold() for column in (1, 2)]
    assert formats == ["0.0%", "yyyy-mm-dd"]
    assert sheet.visible


def test_their_fonts_and_fills_arrive(taken_in: Worksheet) -> None:
    title, head, text = taken_in["A1"], taken_in["A2"], taken_in["A3"]
    assert (title.font.b, title.font.name, title.font.sz, title.alignment.horizontal) == (True, "黑体", 16, "center")
    assert (fill_of(head), head.border.left.style, head.alignment.wrap_text) == (FILL, "thin", True)
    assert (text.font.name, text.font.color.rgb[-6:], text.font.b) == ("仿宋", COLOUR, False)


def test_their_columns_and_rows_keep_their_sizes(taken_in: Worksheet) -> None:
    widths = {letter: taken_in.column_dimensions[letter].width for letter in WIDTHS}
    assert widths == {letter: pytest.approx(width, abs=0.9) for letter, width in WIDTHS.items()}
    assert taken_in.row_dimensions[1].height == pytest.approx(36, abs=0.5)


def test_their_panes_stay_frozen(taken_in: Worksheet) -> None:
    assert taken_in.freeze_panes == "B3"


def test_they_print_as_they_were_set_up(taken_in: Worksheet) -> None:
    page = taken_in.page_setup
    assert (page.orientation, int(page.paperSize)) == ("landscape", 8)
    assert taken_in.sheet_properties.pageSetUpPr.fitToPage
    assert (page.fitToWidth in (None, 1), page.fitToHeight) == (True, 0)
    assert (taken_in.print_title_rows, taken_in.print_area) == ("$1:$2", "'督导总览'!$A$1:$E$8")
    assert taken_in.page_margins.left == pytest.approx(0.5, abs=0.01)


def test_their_footer_counts_the_pages(taken_in: Worksheet) -> None:
    footer = taken_in.oddFooter.center.text
    assert [footer.count(word) for word in ("第", "&P", "&[Page]", "共", "&N")].count(1) >= 4


def test_their_conditional_formats_arrive(taken_in: Worksheet) -> None:
    (where,) = taken_in.conditional_formatting
    (rule,) = where.rules
    assert (str(where.sqref), rule.operator, rule.formula) == ("B3:B8", "lessThan", ["0.3"])
    fill = rule.dxf.fill
    assert CONDITION in {str(fill.bgColor.rgb)[-6:], str(fill.fgColor.rgb)[-6:]}


def test_their_charts_arrive_over_their_own_figures(taken_in: Worksheet) -> None:
    (chart,) = taken_in._charts
    (series,) = chart.series
    assert series.val.numRef.f.replace("'", "") == "督导总览!$B$3:$B$8"


def test_their_choices_and_filter_arrive(taken_in: Worksheet) -> None:
    (check,) = taken_in.data_validations.dataValidation
    assert (str(check.sqref), check.type, check.formula1.replace(" ", "")) == ("F3:F8", "list", '"是,否"')
    assert taken_in.auto_filter.ref == "A2:E8"


def test_their_links_lead_to_the_clerks_cells_and_to_each_other(taken_in: Worksheet) -> None:
    assert links(taken_in) == {
        **{f"D{row}": f"明细表!A{row}" for row in range(3, 9)},
        "A9": "督导总览!A1",
    }


def test_links_lead_to_the_name_that_a_sheet_got(saved: Saving, tmp_path: Path) -> None:
    theirs = made(tmp_path / "自有.xlsx", lambda book, sheet: book.add_worksheet("亮灯表"))
    names: list[str] = []
    place = saved(
        lambda host: names.extend(host.insert_sheets(report("督导总览", "亮灯表", to="亮灯表"))),
        of=theirs,
    )
    assert names == ["督导总览", "亮灯表2"]
    assert set(links(load_workbook(place)["督导总览"]).values()) == {
        *(f"亮灯表2!A{row}" for row in range(3, 9)),
        "督导总览!A1",
    }


def links(sheet: Worksheet) -> dict[str, str]:
    """Return where the links of a sheet lead."""
    return {
        cell.coordinate: (cell.hyperlink.location or "").replace("'", "").replace("$", "")
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    }


def test_dates_are_the_same_days_in_a_workbook_that_counts_from_1904(
    opened: Opening, saved: Saving, tmp_path: Path
) -> None:
    theirs = made(tmp_path / "1904.xlsx", lambda book, sheet: sheet.write(0, 0, "甲"), date_1904=True)
    book = opened(saved(lambda host: host.insert_sheets(report()), of=theirs)).book
    assert book.date1904
    assert book.grids[1].rows[2][2] == datetime(2026, 7, 2)


def test_a_sheet_of_any_name_goes_in(opened: Opening, saved: Saving) -> None:
    names = ["张三's 表", "2026年 第1期", "一.二", "A1", "100%"]
    place = saved(lambda host: host.insert_sheets(report(*names)))
    book = opened(place).book
    assert [grid.name for grid in book.grids] == [*CLERKS, *names]
    assert book.ours == set(names)


def test_many_sheets_go_in_at_once(opened: Opening, saved: Saving) -> None:
    names = [f"通报{number}" for number in range(1, 9)]
    place = saved(lambda host: host.insert_sheets(report(*names, rows=2)))
    assert [grid.name for grid in opened(place).book.grids] == [*CLERKS, *names]


def test_a_sheet_beside_a_chart_sheet_goes_in(opened: Opening, saved: Saving, tmp_path: Path) -> None:
    def charts(book, sheet) -> None:  # type: ignore[no-untyped-def]
        sheet.write_column(0, 0, [1, 2, 3])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": ["台账", 0, 0, 2, 0]})
        book.add_chartsheet("图").set_chart(chart)

    place = saved(lambda host: host.insert_sheets(fresh()), of=made(tmp_path / "图.xlsx", charts))
    assert {grid.name for grid in opened(place).book.grids} >= {"台账", *SHEETS}


def test_the_clerks_sheets_and_names_stay_as_they_are(saved: Saving) -> None:
    before = workbook_as_seen(saved())
    after = workbook_as_seen(saved(lambda host: host.insert_sheets(fresh())))
    assert changes(before, {name: after[name] for name in before}) == []
    assert set(after) == {*before, *SHEETS}


def test_the_sheet_in_front_stays_in_front(saved: Saving, file: Path) -> None:
    def in_front(place: Path) -> str:
        active = load_workbook(place).active
        return str(active and active.title)

    assert in_front(saved(lambda host: host.insert_sheets(fresh()))) == "明细表"
