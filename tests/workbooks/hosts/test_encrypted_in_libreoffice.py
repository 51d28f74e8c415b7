"""A workbook with a password, open in a real LibreOffice: what we write of it has the password, or isn't written."""

from pathlib import Path

import pytest
import xlwings
from openpyxl import Workbook

from workbooks.errors import NotWritable
from workbooks.hosts.keeping import kept, undo
from workbooks.hosts.live_saved import content
from workbooks.hosts.natives import native

ENCRYPTED = bytes.fromhex("D0CF11E0A1B11AE1")  # [MS-OFFCRYPTO]: an encrypted .xlsx is a compound file
SECRET = "密码"


def encrypted(office: xlwings.App, path: Path) -> xlwings.Book:
    """Return an open workbook that was saved with a password."""
    plain = path.with_name("明文.xlsx")
    book = Workbook()
    book.active.append(["甲", 1])
    book.save(plain)
    opened = office.books.open(plain)
    opened.save(path, password=SECRET)
    opened.close()
    return office.books.open(path, password=SECRET)


def test_the_copy_before_a_change_and_what_is_taken_back_have_the_password(office: xlwings.App, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    book = encrypted(office, file)
    book.sheets[0]["A1"].value = "乙"
    with kept(book, "试") as copy:
        book.sheets[0]["B1"].value = 2
    assert copy.read_bytes().startswith(ENCRYPTED)
    again = office.books.open(copy, password=SECRET)
    assert again.sheets[0]["A1:B1"].value == ["乙", 1.0]
    again.close()
    book.save()
    with pytest.raises(NotWritable, match="没有重新打开"):
        undo(book, file)
    assert file.read_bytes().startswith(ENCRYPTED)
    again = office.books.open(file, password=SECRET)
    assert again.sheets[0]["A1:B1"].value == ["乙", 1.0]
    again.close()


def test_a_copy_in_another_format_that_could_not_have_the_password_is_not_made(
    office: xlwings.App, tmp_path: Path
) -> None:
    book = encrypted(office, tmp_path / "台账.ods")
    assert native(book.app).copy_ending(book) == ".xlsx"
    with pytest.raises(NotWritable, match="设有打开密码") as told:
        content(book)
    assert told.value.code == "encrypted"
    book.close()
