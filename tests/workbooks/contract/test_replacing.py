"""The second time our sheets take the place of ours, and of no others; what the clerk made of them is his."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName

from tests.workbooks.contract.desks import Desk
from tests.workbooks.contract.looks import changes, workbook_as_seen
from tests.workbooks.contract.papers import edited, report
from tests.workbooks.package.making import SHEETS, ledger
from workbooks.hosts.port import Host

Opening = Callable[[Path], Host]
Saving = Callable[..., Path]
CLERKS = ["明细表", "备注", "隐藏"]


@pytest.fixture(scope="module")
def after(done_once: Callable[..., bytes]) -> bytes:
    """Return the ledger with our sheets in it."""
    return done_once(lambda host: host.insert_sheets(report()))


@pytest.fixture
def once(after: bytes, tmp_path: Path) -> Path:
    """Return the ledger with our sheets in it, as a file."""
    (tmp_path / "一次.xlsx").write_bytes(after)
    return tmp_path / "一次.xlsx"


@pytest.fixture
def again(saved: Saving) -> Callable[..., Path]:
    """Return a function that takes our sheets in once more, shorter ones; it returns where it saved."""
    return lambda place: saved(lambda host: host.insert_sheets(report(rows=3)), of=place)


def names(place: Path) -> list[str]:
    return [sheet.title for sheet in load_workbook(place).worksheets]


def heights(place: Path) -> dict[str, int]:
    return {sheet.title: sheet.max_row for sheet in load_workbook(place).worksheets}


def test_sheets_of_ours_are_known_again(opened: Opening, once: Path) -> None:
    assert opened(once).book.ours == set(SHEETS)


def test_they_are_replaced_and_no_others(once: Path, again: Callable[..., Path]) -> None:
    twice = again(once)
    assert names(twice) == [*CLERKS, *SHEETS]
    before, after = heights(once), heights(twice)
    assert {name for name in before if before[name] != after[name]} == set(SHEETS)


def test_the_same_sheets_again_change_nothing_that_is_seen(saved: Saving, once: Path) -> None:
    twice = saved(lambda host: host.insert_sheets(report()), of=once)
    assert changes(workbook_as_seen(saved(of=once)), workbook_as_seen(twice)) == []


def test_twice_before_saving_is_as_once(saved: Saving, opened: Opening) -> None:
    def twice(host: Host) -> None:
        host.insert_sheets(report())
        assert host.insert_sheets(report(rows=3)) == list(SHEETS)

    place = saved(twice)
    assert names(place) == [*CLERKS, *SHEETS]
    assert opened(place).book.ours == set(SHEETS)


def test_sheets_of_ours_that_are_not_made_anew_stay(opened: Opening, saved: Saving, once: Path) -> None:
    twice = saved(lambda host: host.insert_sheets(report("督导总览", "排名")), of=once)
    assert names(twice) == [*CLERKS, *SHEETS, "排名"]
    assert opened(twice).book.ours == {*SHEETS, "排名"}
    assert heights(twice)["亮灯表"] == heights(once)["亮灯表"]


def test_a_clerks_sheet_of_the_same_name_is_never_replaced(opened: Opening, saved: Saving, tmp_path: Path) -> None:
    theirs = tmp_path / "自有.xlsx"
    theirs.write_bytes(ledger("明细表", "亮灯表"))
    given: list[str] = []
    place = saved(lambda host: given.extend(host.insert_sheets(report())), of=theirs)
    assert given == ["督导总览", "亮灯表2"]
    assert changes(workbook_as_seen(saved(of=theirs), "亮灯表"), workbook_as_seen(place, "亮灯表")) == []
    assert opened(place).book.ours == set(given)


def test_nor_one_whose_name_differs_by_small_and_capital_letters(saved: Saving, tmp_path: Path) -> None:
    theirs = tmp_path / "自有.xlsx"
    theirs.write_bytes(ledger("明细表", "Report"))
    given: list[str] = []
    place = saved(lambda host: given.extend(host.insert_sheets(report("REPORT"))), of=theirs)
    assert given == ["REPORT2"]
    assert names(place) == ["明细表", "Report", "隐藏", "REPORT2"]


def test_a_sheet_that_got_a_number_is_replaced_under_it(saved: Saving, opened: Opening, tmp_path: Path) -> None:
    theirs = tmp_path / "自有.xlsx"
    theirs.write_bytes(ledger("明细表", "亮灯表"))
    first = saved(lambda host: host.insert_sheets(report()), of=theirs)
    given: list[str] = []
    second = saved(lambda host: given.extend(host.insert_sheets(report(rows=3))), of=first)
    assert given == ["督导总览", "亮灯表2"]
    assert names(second) == names(first)


def test_a_long_name_that_is_taken_is_shortened_for_its_number(saved: Saving, tmp_path: Path) -> None:
    name = "二〇二六年七月全市重点项目建设进度督导通报总览表（内部使用）甲"
    theirs = tmp_path / "自有.xlsx"
    theirs.write_bytes(ledger("明细表", name))
    given: list[str] = []
    place = saved(lambda host: given.extend(host.insert_sheets(report(name))), of=theirs)
    assert names(place) == ["明细表", name, "隐藏", *given]
    assert len(given[0]) == 31


def test_replaced_sheets_stay_where_the_clerk_has_put_them(once: Path, again: Callable[..., Path]) -> None:
    def moved(book: openpyxl.Workbook) -> None:
        book.move_sheet("亮灯表", -4)

    assert names(again(edited(once, moved))) == ["亮灯表", *CLERKS, "督导总览"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_sheet_of_ours_that_was_hidden_stays_hidden(state: str, once: Path, again: Callable[..., Path]) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["亮灯表"].sheet_state = state

    twice = load_workbook(again(edited(once, hide)))
    shown = {sheet.title: sheet.sheet_state == "visible" for sheet in twice.worksheets}
    assert shown == {"明细表": True, "备注": True, "隐藏": False, "督导总览": True, "亮灯表": False}
    assert twice["亮灯表"].max_row < load_workbook(once)["亮灯表"].max_row


def test_a_sheet_of_ours_that_the_clerk_renamed_is_his(once: Path, again: Callable[..., Path]) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["督导总览"].title = "七月总览"

    before = heights(once)["督导总览"]
    after = heights(twice := again(edited(once, rename)))
    assert names(twice) == [*CLERKS, "七月总览", "亮灯表", "督导总览"]
    assert after["七月总览"] == before != after["督导总览"]


def test_the_clerks_copy_of_a_sheet_of_ours_is_his(once: Path, again: Callable[..., Path]) -> None:
    def duplicate(book: openpyxl.Workbook) -> None:
        ours = book["亮灯表"]
        copy = book.copy_worksheet(ours)
        copy.title = "亮灯表 (2)"
        for name, one in ours.defined_names.items():  # programs copy the names of a sheet with it
            if name.startswith("_dudao"):
                copy.defined_names[name] = DefinedName(name, attr_text=one.attr_text, hidden=True)

    twice = again(edited(once, duplicate))
    assert names(twice) == [*CLERKS, *SHEETS, "亮灯表 (2)"]
    before, after = heights(once), heights(twice)
    assert after["亮灯表 (2)"] == before["亮灯表"] != after["亮灯表"]


def test_what_the_clerks_formulas_say_of_a_replaced_sheet_goes_on_meaning_it(
    opened: Opening, once: Path, again: Callable[..., Path]
) -> None:
    said = ["督导总览!B3*2", "SUM(督导总览!B2:B4)", 'IF(督导总览!B4>1,督导总览!A4,"无")', "A1"]

    def say(book: openpyxl.Workbook) -> None:
        for row, formula in enumerate(said, 1):
            book["备注"].cell(row, 6).value = f"={formula}"

    notes = opened(again(edited(once, say))).book.grids[1]
    assert [(notes.details.formula(row, 5) or "").replace("'", "").replace("$", "") for row in range(4)] == said


def test_what_they_come_to_is_of_the_new_sheet(opened: Opening, saved: Saving, once: Path) -> None:
    def say(book: openpyxl.Workbook) -> None:
        book["备注"]["A12"] = "=督导总览!B3*10"

    place = saved(lambda host: host.insert_sheets(report(first=0.7)), of=edited(once, say))
    assert opened(place).book.grids[1].rows[11][0] == pytest.approx(7)


def test_what_the_clerks_names_say_of_a_replaced_sheet_goes_on_meaning_it(
    once: Path, again: Callable[..., Path]
) -> None:
    def name(book: openpyxl.Workbook) -> None:
        book.defined_names["我的总览"] = DefinedName("我的总览", attr_text="督导总览!$A$1:$B$4")

    kept = load_workbook(again(edited(once, name))).defined_names["我的总览"]
    assert kept.attr_text.replace("'", "").replace("$", "") == "督导总览!A1:B4"


@pytest.mark.parametrize("front", ["备注", "亮灯表"])
def test_the_sheet_in_front_stays_in_front(front: str, once: Path, again: Callable[..., Path]) -> None:
    def show(book: openpyxl.Workbook) -> None:
        book.active = book.sheetnames.index(front)
        for sheet in book.worksheets:
            sheet.sheet_view.tabSelected = sheet.title == front

    active = load_workbook(again(edited(once, show))).active
    assert active is not None
    assert active.title == front


def test_the_hosts_know_each_others_sheets(desk: Desk, opened: Opening, once: Path, tmp_path: Path) -> None:
    other = desk.other(once)
    assert other.book.ours == set(SHEETS)
    assert other.insert_sheets(report(rows=3)) == list(SHEETS)
    other.save_as(place := tmp_path / "另一个.xlsx")
    host = opened(place)
    assert host.book.ours == set(SHEETS)
    assert host.insert_sheets(report()) == list(SHEETS)
    host.save_as(back := tmp_path / "又回来.xlsx")
    assert names(back) == [*CLERKS, *SHEETS]


def test_it_can_go_on_for_long(saved: Saving, once: Path) -> None:
    """Styles, names and parts mustn't pile up: a month of reports a day."""
    places = [once]
    for _ in range(4):
        places.append(saved(lambda host: host.insert_sheets(report()), of=places[-1]))
    early, late = places[2], places[-1]
    assert len(load_workbook(late)._cell_styles) == len(load_workbook(early)._cell_styles)
    assert late.stat().st_size == pytest.approx(early.stat().st_size, rel=0.02)
