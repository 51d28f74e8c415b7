"""Finished sheets copied into an open workbook."""

import re
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from addin.ledgers import supervised, understand
from tests.fake_excel import ComError
from tests.fake_excel.strict import FAILED
from tests.workbooks.hosts.books import inside, ledger_file, live, made, sheet_of
from tests.workbooks.package.making import SHEETS, fresh, ledger
from workbooks.errors import NotWritable
from workbooks.hosts.file import FileHost
from workbooks.hosts.live import LiveHost
from workbooks.package import Package
from workbooks.samples import samples
from workbooks.settings import Settings
from workbooks.sheets.rendering import render


@pytest.fixture
def host(tmp_path: Path) -> LiveHost:
    return live(ledger_file(tmp_path))


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files."""
    folder = tmp_path / "临时"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def names(host: LiveHost) -> list[str]:
    return [sheet.name for sheet in host.workbook.sheets]


def test_nothing_is_left_open_or_on_the_disk(host: LiveHost, temporary: Path) -> None:
    host.insert_sheets(fresh())
    assert len(host.workbook.app.books) == 1
    assert list(temporary.iterdir()) == []


def test_nor_where_copying_fails(host: LiveHost, temporary: Path) -> None:
    inside(host)._book.structure_protected = True
    with pytest.raises(ComError):
        host.insert_sheets(fresh())
    assert len(host.workbook.app.books) == 1
    assert list(temporary.iterdir()) == []


def test_the_sheet_in_front_stays_in_front(host: LiveHost) -> None:
    inside(host)._book.active = "备注"
    host.insert_sheets(fresh())
    assert host.workbook.sheets.active.name == "备注"
    inside(host)._book.active = "亮灯表"
    host.insert_sheets(fresh())
    assert host.workbook.sheets.active.name == "亮灯表"


def test_sheets_of_ours_are_replaced_where_they_are(host: LiveHost) -> None:
    host.insert_sheets(fresh())
    inside(host)._book.take(sheet_of(host, "备注"), 4)  # the clerk's copy now stands between ours
    host.insert_sheets(fresh(rows=3))
    assert names(host) == ["明细表", "备注", "隐藏", "督导总览", "备注 (2)", "亮灯表"]
    assert host.workbook.sheets["督导总览"].range("A4").value == "标题"


def test_a_hidden_sheet_of_ours_stays_hidden(host: LiveHost) -> None:
    host.insert_sheets(fresh())
    host.workbook.sheets["亮灯表"].visible = False
    host.insert_sheets(fresh())
    assert [bool(sheet.visible) for sheet in host.workbook.sheets] == [True, True, False, True, False]


def test_a_sheet_of_ours_that_the_clerk_renamed_or_copied_is_his(host: LiveHost) -> None:
    host.insert_sheets(fresh())
    host.workbook.sheets["督导总览"].name = "七月总览"
    inside(host)._book.take(sheet_of(host, "亮灯表"), 5)
    host.insert_sheets(fresh())
    assert names(host) == ["明细表", "备注", "隐藏", "七月总览", "亮灯表", "亮灯表 (2)", "督导总览"]


def test_what_the_clerk_says_of_a_replaced_sheet_goes_on_meaning_it(host: LiveHost) -> None:
    host.insert_sheets(fresh())
    host.workbook.sheets["备注"].range("F1").formula = "=督导总览!B3*2"
    host.workbook.sheets["备注"].range("F2").formula = "='督导总览'!B4"
    host.workbook.sheets["备注"].range("F3").formula = "=A1"
    inside(host)._book.inner.defined_names["总数"].attr_text = "督导总览!$A$1"
    host.insert_sheets(fresh(rows=5))
    said = host.workbook.sheets["备注"].range("F1:F3").formula
    assert [row[0] for row in said] == ["=督导总览!B3*2", "='督导总览'!B4", "=A1"]
    assert next(name for name in host.workbook.names if name.name == "总数").refers_to == "=督导总览!$A$1"


def test_links_lead_to_the_name_that_a_sheet_got(tmp_path: Path) -> None:
    path = tmp_path / "自有.xlsx"
    path.write_bytes(ledger("明细表", "亮灯表"))
    host = live(path)
    assert host.insert_sheets(fresh(to="亮灯表")) == ["督导总览", "亮灯表2"]
    links = [
        cell.hyperlink.location
        for row in sheet_of(host, "督导总览").cells.iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert "亮灯表2!A1" in links
    assert not any(link and link.startswith(("亮灯表!", "'亮灯表'!")) for link in links)


def test_both_hosts_know_each_others_sheets(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    by_file = FileHost(path)
    by_file.insert_sheets(fresh())
    by_file.save_as(tmp_path / "文件.xlsx")
    by_live = live(tmp_path / "文件.xlsx")
    assert by_live.book.ours == set(SHEETS)
    assert by_live.insert_sheets(fresh(rows=5)) == list(SHEETS)
    by_live.save_as(tmp_path / "打开.xlsx")
    again = FileHost(tmp_path / "打开.xlsx")
    assert again.book.ours == set(SHEETS)
    again.insert_sheets(fresh())
    again.save_as(tmp_path / "又.xlsx")
    assert [grid.name for grid in FileHost(tmp_path / "又.xlsx").book.grids] == ["明细表", "备注", "隐藏", *SHEETS]


def test_a_program_that_dies_meanwhile_gives_a_plain_sentence(host: LiveHost) -> None:
    host.workbook.app.impl.faults.dies_after = 60
    with pytest.raises(NotWritable) as told:
        host.insert_sheets(fresh())
    assert told.value.code == "program_gone"


def test_a_sheet_beside_a_chart_sheet_goes_in(tmp_path: Path) -> None:
    def charts(book: xlsxwriter.Workbook, sheet: object) -> None:
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": ["台账", 0, 0, 3, 0]})
        book.add_chartsheet("图").set_chart(chart)

    host = live(made(tmp_path / "图.xlsx", charts))
    assert host.insert_sheets(fresh()) == list(SHEETS)
    assert names(host) == ["台账", *SHEETS]


def test_other_errors_go_on_as_they_are() -> None:
    assert ComError(FAILED).excepinfo is None


@pytest.mark.parametrize("before_2021", [True, False])
def test_array_formulas_that_speak_of_a_replaced_sheet_stay_array_formulas(host: LiveHost, before_2021: bool) -> None:
    inside(host).faults.before_2021 = before_2021
    host.insert_sheets(fresh())
    sheet_of(host, "备注").write_array((1, 6, 2, 6), "=督导总览!B3:B4*2")
    host.workbook.sheets["备注"].range("G1").formula = "=督导总览!B3"
    host.insert_sheets(fresh(rows=5))
    array = sheet_of(host, "备注").array_at(2, 6)
    assert array is not None
    assert (array.ref, array.text) == ("F1:F2", "=督导总览!B3:B4*2")
    assert host.workbook.sheets["备注"].range("G1").formula == "=督导总览!B3"


def test_a_sheet_of_ours_that_no_list_shows_is_replaced_and_stays_so(host: LiveHost) -> None:
    host.insert_sheets(fresh())
    sheet_of(host, "亮灯表").cells.sheet_state = "veryHidden"
    host.insert_sheets(fresh(rows=5))
    assert names(host)[-2:] == list(SHEETS)
    assert host.workbook.sheets["亮灯表"].visible == 2


def test_dates_are_the_same_days_in_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    host = live(made(tmp_path / "1904.xlsx", lambda book, sheet: sheet.write(0, 0, "甲"), date_1904=True))
    assert host.insert_sheets(fresh()) == list(SHEETS)
    number = host.workbook.sheets["督导总览"].range("F1").api.Value2
    assert datetime(1904, 1, 1) + timedelta(days=number) == datetime(2025, 5, 1)


@pytest.mark.parametrize("path", [sample.path for sample in samples()], ids=lambda path: path.name)
def test_no_sheet_that_we_render_speaks_of_another(path: Path) -> None:
    """Excel copies sheet by sheet: a reference to another one would become a link to the temporary file."""
    sample = next(each for each in samples() if each.path == path)
    understood = understand(FileHost(path).book, Settings.load(None, ()))
    source = Package.read(render(supervised(understood, sample.as_of), understood.settings))
    for part in source.parts():
        text = source.get(part).decode("utf-8", "replace")
        if part.startswith("xl/worksheets/sheet"):
            assert "<f" not in text.replace("<filter", "")
        if part.startswith("xl/charts/"):
            assert {said.partition("!")[0].strip("'") for said in re.findall("<c:f>([^<]*)", text)} <= {"督导总览"}
