import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbooks.reading.raw_xlsx import raw_xlsx, row
from workbooks.errors import Damaged, NotAWorkbook, Refusal, Unsafe
from workbooks.grid import Book
from workbooks.reading import read_book, read_book_data

XLSX = raw_xlsx(row("|<v>1</v>", 't="inlineStr"|<is><t>甲</t></is>'))


def zipped(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def office(main: str, kind: str) -> bytes:
    buffer = BytesIO()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Override PartName="/{main}" '
            f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{relation}" Target="{main}"/>'
            "</Relationships>",
        )
        archive.writestr(main, "<x/>")
    return buffer.getvalue()


def ole(*streams: str) -> bytes:
    """Return a compound file whose root holds empty streams of these names."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<5I", 1, 1, 0, 4096, 0xFFFFFFFE) + struct.pack("<3I", 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    entries = [_entry("Root Entry", 5, 0xFFFFFFFF, 1)]
    for number, name in enumerate(streams, 1):
        entries.append(_entry(name, 2, number + 1 if number < len(streams) else 0xFFFFFFFF, 0xFFFFFFFF))
    return header + table + b"".join(entries).ljust(512, b"\0")


def _entry(name: str, kind: int, right: int, child: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return raw.ljust(64, b"\0") + struct.pack("<HBB3I", len(raw), kind, 1, 0xFFFFFFFF, right, child) + bytes(48)


def bomb() -> bytes:
    return raw_xlsx(row("|<v>1</v>"), behind="<!--" + " " * 60_000_000 + "-->")


REFUSED = {
    "empty": (b"", NotAWorkbook, "empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), NotAWorkbook, "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(50), NotAWorkbook, "picture"),
    "bmp": (b"BM\x10\x20\x00\x00" + bytes(50), NotAWorkbook, "picture"),
    "webp": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", NotAWorkbook, "picture"),
    "mp4": (b"\x00\x00\x00\x18ftypmp42" + bytes(50), NotAWorkbook, "media"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", NotAWorkbook, "pdf"),
    "rar": (b"Rar!\x1a\x07\x01\x00" + bytes(50), NotAWorkbook, "archive"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), NotAWorkbook, "archive"),
    "zip": (zipped("台账.xlsx", "a.txt"), NotAWorkbook, "archive"),
    "docx": (office("word/document.xml", "wordprocessingml.document"), NotAWorkbook, "word"),
    "pptx": (office("ppt/presentation.xml", "presentationml.presentation"), NotAWorkbook, "slides"),
    "doc": (ole("WordDocument", "1Table"), NotAWorkbook, "word"),
    "ppt": (ole("PowerPoint Document"), NotAWorkbook, "slides"),
    "rtf": (b"{\\rtf1\\ansi", NotAWorkbook, "word"),
    "exe": (b"MZ\x90\x00" + bytes(60), NotAWorkbook, "program"),
    "encrypted": (ole("EncryptionInfo", "EncryptedPackage"), Unsafe, "encrypted"),
    "notice": ("关于召开会议的通知\n请准时参加。\n".encode("gb18030"), NotAWorkbook, "text"),
    "xml": (b"<?xml version='1.0'?><note/>", NotAWorkbook, "xml"),
    "noise": (bytes(range(256)) * 4, NotAWorkbook, "not_a_workbook"),
    "cut off": (XLSX[:-200], Damaged, None),
    "cut in the middle": (XLSX[: len(XLSX) // 2], Damaged, None),
    "broken ole": (ole()[:1000], Damaged, None),
    "empty xls": (ole("Workbook"), Damaged, None),
    "bomb": (bomb(), Unsafe, "bomb"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sound_workbook_is_refused_in_one_chinese_sentence(name: str) -> None:
    data, kind, code = REFUSED[name]
    with pytest.raises(kind) as refused:
        read_book_data(data, Path("台账.xlsx"))
    message = refused.value.message
    assert message.count("。") == 1 and message.endswith("。") and "\n" not in message
    assert code is None or refused.value.code == code


def test_a_wrong_checksum_is_refused() -> None:
    data = bytearray(XLSX)
    place = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[place] ^= 0xFF
    with pytest.raises(Damaged):
        read_book_data(bytes(data), Path("台账.xlsx"))


class TestPaths:
    def test_a_missing_file_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotAWorkbook) as refused:
            read_book(tmp_path / "没有.xlsx")
        assert refused.value.code == "missing"

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotAWorkbook) as refused:
            read_book(tmp_path)
        assert refused.value.code == "folder"

    def test_a_file_without_permission_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "台账.xlsx"
        path.write_bytes(XLSX)

        def refuse(_: Path) -> bytes:
            raise PermissionError

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(NotAWorkbook) as refused:
            read_book(path)
        assert refused.value.code == "forbidden"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="NOT TESTED: no named pipes here")
    def test_a_pipe_is_refused_without_waiting(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "管道.xlsx")
        with pytest.raises(NotAWorkbook):
            read_book(tmp_path / "管道.xlsx")

    def test_a_name_that_no_system_takes_is_refused(self) -> None:
        for name in ("名" * 300 + ".xlsx", "a\0b.xlsx"):
            with pytest.raises(NotAWorkbook):
                read_book(Path(name))

    def test_a_chinese_path_with_spaces_and_a_lying_extension_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "七月 台账（终稿）.xls"
        openpyxl.Workbook().save(path)
        assert read_book(path).format == "xlsx"


beginnings = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x09\x08\x10\x00",
    b"<table>",
    b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
    b"MIME-Version: 1.0\n",
    b"\xff\xfe",
    b"sep=,\n",
]


@given(st.sampled_from(beginnings), st.binary(max_size=300))
def test_any_bytes_give_a_book_or_a_refusal(beginning: bytes, rest: bytes) -> None:
    read_anyhow(beginning + rest)


@given(st.sampled_from([XLSX, ole("Workbook")]), st.data())
def test_a_broken_file_gives_a_book_or_a_refusal(data: bytes, draw: st.DataObject) -> None:
    broken = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 4))):
        broken[draw.draw(st.integers(0, len(broken) - 1))] = draw.draw(st.integers(0, 255))
    read_anyhow(bytes(broken))


@given(
    st.lists(st.sampled_from(["<table><tr><td", 'colspan="2">', "rowspan=3", "</td></tr></table><br>甲1&nbsp;&#x41;"]))
)
def test_any_tag_soup_gives_a_book_or_a_refusal(pieces: list[str]) -> None:
    read_anyhow(("<table>" + "".join(pieces)).encode())


def read_anyhow(data: bytes) -> None:
    try:
        book = read_book_data(data, Path("台账.xlsx"))
    except Refusal as refused:
        assert refused.message
    else:
        assert isinstance(book, Book)
        assert all(len({len(row) for row in grid.rows}) <= 1 for grid in book.grids)
