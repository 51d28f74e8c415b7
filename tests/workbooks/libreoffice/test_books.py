"""Workbooks: opened, refused with a reason, saved in place and in other formats, closed."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlrd
import xlsxwriter
from openpyxl import load_workbook
from xlwings import App, Book

from workbooks.libreoffice import start


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a workbook with x in A1 of its only sheet 明细表."""
    path = tmp_path / "台账 100%#1.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("明细表").write("A1", "x")
    return path


@pytest.fixture
def books(office: App) -> Iterator[App]:
    """Return LibreOffice; what the test has left open is closed afterwards."""
    yield office
    for each in list(office.books):
        each.close()


def test_a_workbook_is_opened_by_its_path(books: App, file: Path) -> None:
    book = books.books.open(file)
    assert (book.name, book.fullname) == (file.name, str(file))
    assert book.sheets["明细表"]["A1"].value == "x"
    assert not book.api.isModified()


def test_a_workbook_that_is_open_is_not_opened_again(books: App, file: Path) -> None:
    assert books.books.open(file) == books.books.open(file)
    assert len(books.books) == 1


def test_workbooks_are_found_by_name_and_by_place(books: App, file: Path) -> None:
    fresh, opened = books.books.add(), books.books.open(file)
    assert [book.name for book in books.books] == [fresh.name, file.name]
    assert books.books[file.name.upper()] == opened
    assert (books.books[0], books.books[-1], books.books(2)) == (fresh, opened, opened)
    assert (file.name in books.books, "别的.xlsx" in books.books) == (True, False)
    with pytest.raises(KeyError):
        _ = books.books["别的.xlsx"]
    with pytest.raises(IndexError):
        _ = books.books[2]


def test_the_workbook_that_was_activated_is_the_active_one(books: App, file: Path) -> None:
    fresh, opened = books.books.add(), books.books.open(file)
    fresh.activate()
    assert books.books.active == fresh
    opened.activate()
    assert books.books.active == opened


def test_a_file_that_is_not_there_is_not_found(books: App, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        books.books.open(tmp_path / "没有.xlsx")


def test_a_damaged_file_is_refused(books: App, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(OSError, match="can't open"):
        books.books.open(file)
    assert len(books.books) == 0


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".ods"])
def test_an_encrypted_file_opens_with_its_password_alone(books: App, file: Path, ending: str) -> None:
    saved = file.with_suffix(ending)
    books.books.open(file).save(saved, password="密码")
    books.books[0].close()
    for wrong in (None, "不是"):
        with pytest.raises(OSError, match="can't open"):
            books.books.open(saved, password=wrong)
    assert len(books.books) == 0
    assert books.books.open(saved, password="密码").sheets[0]["A1"].value == "x"


def test_an_encrypted_file_stays_encrypted(books: App, file: Path) -> None:
    books.books.open(file).save(password="密码")
    assert not zipfile.is_zipfile(file)
    books.books[0].close()
    book = books.books.open(file, password="密码")
    book.sheets[0]["A1"].value = "y"
    book.save()
    book.close()
    assert not zipfile.is_zipfile(file)
    assert books.books.open(file, password="密码").sheets[0]["A1"].value == "y"


def test_a_file_that_is_only_read_is_not_saved_in_place(books: App, file: Path) -> None:
    book = books.books.open(file, read_only=True)
    with pytest.raises(OSError, match="can't save"):
        book.save()
    assert load_workbook(file).active["A1"].value == "x"


def test_a_file_that_another_libreoffice_holds_open_is_refused(books: App, file: Path) -> None:
    with start() as other:
        other.books.open(file)
        with pytest.raises(OSError, match="can't open"):
            books.books.open(file)
        assert books.books.open(file, read_only=True).sheets[0]["A1"].value == "x"


@pytest.mark.parametrize("option", ["format", "write_res_password", "delimiter", "origin", "editable", "corrupt_load"])
def test_options_that_are_not_there_are_refused_by_name(books: App, file: Path, option: str) -> None:
    with pytest.raises(NotImplementedError, match=option):
        books.books.open(file, **{option: 1})


def test_a_workbook_is_saved_in_place(books: App, file: Path) -> None:
    book = books.books.open(file)
    book.sheets[0]["A1"].value = "y"
    book.save()
    assert load_workbook(file).active["A1"].value == "y"
    assert not book.api.isModified()


def test_a_workbook_that_was_never_saved_goes_where_it_is_told(books: App, tmp_path: Path) -> None:
    book = books.books.add()
    book.save(tmp_path / "新.xlsx")
    assert (book.name, book.fullname) == ("新.xlsx", str(tmp_path / "新.xlsx"))
    book.sheets[0]["A1"].value = "y"
    book.save()
    assert load_workbook(tmp_path / "新.xlsx").active["A1"].value == "y"


def test_saved_elsewhere_it_is_the_workbook_there(books: App, file: Path, tmp_path: Path) -> None:
    book = books.books.open(file)
    book.sheets[0]["A1"].value = "y"
    book.save(tmp_path / "另存.xlsx")
    assert book.name == "另存.xlsx"
    assert load_workbook(file).active["A1"].value == "x"


CONTENTS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ".xltx": "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
}


@pytest.mark.parametrize(("ending", "content"), CONTENTS.items())
def test_the_ending_tells_which_of_excel_s_formats(books: App, file: Path, ending: str, content: str) -> None:
    books.books.open(file).save(saved := file.with_name(f"存{ending}"))
    with zipfile.ZipFile(saved) as package:
        assert content in package.read("[Content_Types].xml").decode()


def test_the_ending_tells_other_formats(books: App, file: Path) -> None:
    book = books.books.open(file)
    for ending in (".xls", ".ods", ".csv"):
        book.save(file.with_name(f"存{ending}"))
    assert xlrd.open_workbook(file.with_name("存.xls")).sheet_by_name("明细表").cell_value(0, 0) == "x"
    with zipfile.ZipFile(file.with_name("存.ods")) as package:
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
    assert file.with_name("存.csv").read_text(encoding="utf-8").strip() == "x"


@pytest.mark.parametrize("name", ["存.docx", "存.xlsb", "存.pdf", "存"])
def test_other_endings_are_refused(books: App, file: Path, name: str) -> None:
    book = books.books.open(file)
    with pytest.raises(NotImplementedError, match=r"Book\.save as"):
        book.save(file.with_name(name))
    assert book.name == file.name


def test_a_place_that_can_t_be_written_is_refused(books: App, file: Path) -> None:
    book = books.books.open(file)
    with pytest.raises(OSError, match="can't save"):
        book.save(file / "存.xlsx")
    assert book.name == file.name


def test_closing_saves_nothing(books: App, file: Path) -> None:
    book = books.books.open(file)
    book.sheets[0]["A1"].value = "y"
    book.close()
    assert len(books.books) == 0
    assert load_workbook(file).active["A1"].value == "x"


def test_a_file_opened_for_an_errand_runs_no_macro_and_shows_no_window(books: App, file: Path) -> None:
    book = books.books.open(file, add_to_mru=False, read_only=True)
    described = {one.Name: one.Value for one in book.api.Args}
    assert (described["Hidden"], described["MacroExecutionMode"]) == (True, 0)


def test_a_workbook_knows_its_program(office: App, book: Book) -> None:
    assert book.app == office
