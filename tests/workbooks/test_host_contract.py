"""What every host must do (`workbooks.hosts.port.Host`), stated once and tried on each.

live: an open workbook, in an Excel that is a fake in memory (`tests.fake_excel`).
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.fake_excel import opened as opened_in_excel
from tests.workbooks.package.making import SHEETS, fresh, ledger
from workbooks.errors import NotWritable, WrongArgument
from workbooks.files import undo
from workbooks.grid import Grid
from workbooks.hosts.file import FileHost
from workbooks.hosts.live import LiveHost
from workbooks.hosts.port import Host
from workbooks.package import Column, Mark

Opening = Callable[[Path], Host]
HOSTS: dict[str, Opening] = {"file": FileHost, "live": lambda file: LiveHost(opened_in_excel(file))}
CLERKS = ["明细表", "备注", "隐藏"]
MARKS = [Mark("明细表", "B3", "FFC7CE", "项目名称太短"), Mark("备注", "C5", "FFEB9C", None)]
RATES = Column(4, {1: "完成率", **dict.fromkeys(range(2, 12), 0.5)}, 3, (1,), "0.0%", {2: "C6EFCE"}, 12.0)


@pytest.fixture(params=HOSTS)
def opened(request: pytest.FixtureRequest) -> Opening:
    """Return how the host opens a workbook."""
    return HOSTS[request.param]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(ledger())
    return file


@pytest.fixture
def saved(opened: Opening, file: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that opens a workbook, does things to it, saves it elsewhere and returns the place."""
    places = (tmp_path / f"存{number}.xlsx" for number in range(1, 9))

    def save(*steps: Callable[[Host], object], of: Path = file) -> Path:
        host = opened(of)
        for step in steps:
            step(host)
        host.save_as(place := next(places))
        return place

    return save


def grids(host: Host) -> dict[str, Grid]:
    return {grid.name: grid for grid in host.book.grids}


def look(cell: Cell) -> tuple[str, ...]:
    return (*map(repr, (cell.fill, cell.font, cell.border, cell.alignment)), cell.number_format)


def everything(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """Return all that a clerk sees in the cells: values and formulas, looks, notes."""
    return {
        cell.coordinate: (cell.value, look(cell), cell.comment and cell.comment.text)
        for row in sheet.iter_rows()
        for cell in row
    }


def test_it_reads_all_sheets_as_grids(opened: Opening, file: Path) -> None:
    read = grids(opened(file))
    assert list(read) == CLERKS
    assert read["明细表"].rows[0] == ["2025年重点项目明细表", None, None, None]
    assert read["明细表"].rows[2] == [1, "项目1 <甲&乙>", 2000, 1000]
    assert read["明细表"].details.formula(2, 3) == "C3*0.5"
    assert read["明细表"].details.number_format(2, 2) == "0.00"


def test_nothing_is_on_the_disk_before_saving(opened: Opening, file: Path) -> None:
    before = file.read_bytes()
    host = opened(file)
    host.insert_sheets(fresh())
    host.mark(MARKS)
    host.write_columns("明细表", [RATES])
    assert [(path, path.read_bytes()) for path in file.parent.iterdir()] == [(file, before)]


def test_it_takes_in_sheets_behind_the_clerks(opened: Opening, saved: Callable[..., Path]) -> None:
    names: list[str] = []
    place = saved(lambda host: names.extend(host.insert_sheets(fresh())))
    assert names == list(SHEETS)
    read = grids(opened(place))
    assert list(read) == [*CLERKS, *SHEETS]
    assert read["督导总览"].rows[3][:3] == ["项目3", 3, pytest.approx(3 / 7)]


def test_sheets_of_ours_are_known_again(opened: Opening, saved: Callable[..., Path]) -> None:
    assert opened(saved(lambda host: host.insert_sheets(fresh()))).book.ours == set(SHEETS)


def test_a_second_time_it_replaces_ours_and_no_others(opened: Opening, saved: Callable[..., Path]) -> None:
    once = saved(lambda host: host.insert_sheets(fresh()))
    twice = saved(lambda host: host.insert_sheets(fresh(rows=5)), of=once)
    read = grids(opened(twice))
    assert list(read) == [*CLERKS, *SHEETS]
    assert len(read["督导总览"].rows) < len(grids(opened(once))["督导总览"].rows)


def test_sheets_of_ours_that_are_not_made_anew_stay(opened: Opening, saved: Callable[..., Path]) -> None:
    once = saved(lambda host: host.insert_sheets(fresh()))
    twice = saved(lambda host: host.insert_sheets(fresh("督导总览", "排名")), of=once)
    assert list(grids(opened(twice))) == [*CLERKS, *SHEETS, "排名"]
    assert grids(opened(twice))["亮灯表"].rows == grids(opened(once))["亮灯表"].rows


def test_a_clerks_sheet_of_the_same_name_is_never_replaced(
    opened: Opening, saved: Callable[..., Path], tmp_path: Path
) -> None:
    theirs = tmp_path / "自有.xlsx"
    theirs.write_bytes(ledger("明细表", "亮灯表"))
    names: list[str] = []
    place = saved(lambda host: names.extend(host.insert_sheets(fresh())), of=theirs)
    assert grids(opened(place))["亮灯表"].rows == grids(opened(theirs))["亮灯表"].rows
    assert "亮灯表" not in names
    assert len(names) == 2


def test_marks_colour_and_annotate(saved: Callable[..., Path], file: Path) -> None:
    marked, before = load_workbook(saved(lambda host: host.mark(MARKS))), load_workbook(file)
    for mark in MARKS:
        cell, was = marked[mark.sheet][mark.cell], before[mark.sheet][mark.cell]
        assert cell.fill.start_color.rgb[-6:] == mark.fill
        assert look(cell)[1:] == look(was)[1:]
        assert cell.value == was.value
    assert "项目名称太短" in marked["明细表"]["B3"].comment.text
    assert marked["备注"]["C5"].comment is None


def test_new_marks_take_the_place_of_the_old(saved: Callable[..., Path], file: Path) -> None:
    once = saved(lambda host: host.mark(MARKS))
    twice = load_workbook(saved(lambda host: host.mark(MARKS[1:]), of=once))
    assert everything(twice["明细表"]) == everything(load_workbook(file)["明细表"])
    assert twice["备注"]["C5"].fill.start_color.rgb[-6:] == "FFEB9C"


def test_unmarking_leaves_all_as_it_was(saved: Callable[..., Path], file: Path) -> None:
    marked, counts = saved(lambda host: host.mark(MARKS)), list[int]()
    clean = load_workbook(saved(lambda host: counts.append(host.unmark()), of=marked))
    assert counts == [len(MARKS)]
    for sheet in load_workbook(file):
        assert everything(clean[sheet.title]) == everything(sheet)


def test_a_clerks_note_stays_and_the_mark_is_given_back(saved: Callable[..., Path]) -> None:
    unplaced: list[Mark] = []
    mark = Mark("明细表", "C4", "FFC7CE", "我们的批注")
    sheet = load_workbook(saved(lambda host: unplaced.extend(host.mark([mark]))))["明细表"]
    assert unplaced == [mark]
    assert "办事员自己的批注" in sheet["C4"].comment.text
    assert sheet["C4"].fill.start_color.rgb[-6:] == "FFC7CE"


def test_marks_on_no_sheet_or_no_cell_are_refused(opened: Opening, file: Path) -> None:
    for sheet, cell in (("没有的表", "A1"), ("明细表", "六行")):
        with pytest.raises(WrongArgument):
            opened(file).mark([Mark(sheet, cell, "FFC7CE", None)])


def test_it_writes_columns_beside_the_ledger(opened: Opening, saved: Callable[..., Path], file: Path) -> None:
    left_alone: list[str] = []
    place = saved(lambda host: left_alone.extend(host.write_columns("明细表", [RATES])))
    assert left_alone == []
    sheet, before = load_workbook(place)["明细表"], load_workbook(file)["明细表"]
    assert [sheet.cell(row, 5).value for row in range(2, 13)] == ["完成率", *[0.5] * 10]
    assert sheet["E4"].number_format == "0.0%"
    assert repr(sheet["E2"].fill) == repr(sheet["D2"].fill)  # the header looks as its neighbour
    assert sheet["E3"].fill.start_color.rgb[-6:] == "C6EFCE"
    assert {place: all_ for place, all_ in everything(sheet).items() if place[0] != "E"} == {
        place: all_ for place, all_ in everything(before).items() if place[0] != "E"
    }


def test_columns_of_ours_are_known_again_and_replaced(opened: Opening, saved: Callable[..., Path]) -> None:
    once = saved(lambda host: host.write_columns("明细表", [RATES]))
    assert grids(opened(once))["明细表"].ours
    gone = saved(lambda host: host.write_columns("明细表", []), of=once)
    assert all(row[4:] in ([], [None]) for row in grids(opened(gone))["明细表"].rows)


def test_cells_where_the_clerk_wrote_are_left_alone(saved: Callable[..., Path], file: Path) -> None:
    left_alone: list[str] = []
    onto = Column(1, {2: "我们的", 12: "空着的"}, 1)
    sheet = load_workbook(saved(lambda host: left_alone.extend(host.write_columns("明细表", [onto]))))["明细表"]
    assert left_alone == ["B3"]
    assert sheet["B3"].value == "项目1 <甲&乙>"


def test_it_does_not_save_over_what_it_reads(opened: Opening, file: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    with pytest.raises(WrongArgument):
        host.save_as(file)


def test_it_saves_nothing_where_it_cannot_save_all(opened: Opening, file: Path) -> None:
    host = opened(file)
    host.mark(MARKS)
    with pytest.raises(NotWritable):
        host.save_as(file.parent / "没有的文件夹" / "存.xlsx")
    assert list(file.parent.iterdir()) == [file]


def test_in_place_it_keeps_a_backup_and_every_change_can_be_taken_back(opened: Opening, file: Path) -> None:
    contents = [file.read_bytes()]
    for step in (lambda host: host.mark(MARKS), lambda host: host.insert_sheets(fresh())):
        host = opened(file)
        step(host)
        backup = host.save_in_place("修改")
        assert backup.read_bytes() == contents[-1]
        contents.append(file.read_bytes())
    assert len(set(contents)) == 3
    for content in reversed(contents[:-1]):
        undo(file)
        assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]
