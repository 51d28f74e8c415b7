"""Files that are no ledger workbook, and how each is made; `good` is a sound .xlsx to spoil."""

import io
import struct
import zipfile
from collections.abc import Callable

import xlsxwriter

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def _document(_: bytes) -> bytes:
    """A Word document: the same kind of package, another main part."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return _zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": "<document/>",
        }
    )


def _zipped(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _replaced(good: bytes, part: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, content if name == part else before.read(name))
    return buffer.getvalue()


def _encrypted(_: bytes) -> bytes:
    """A compound file (MS-CFB) as Excel writes a workbook with a password: EncryptionInfo and EncryptedPackage."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    chains = [0xFFFFFFFD, end, *range(3, 10), end, *range(11, 18), end]  # the table, the folder, two streams of 8
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    table = struct.pack("<128I", *chains, *[free] * (128 - len(chains)))
    folder = _entry("Root Entry", 5, child=2, start=end, size=0)
    folder += _entry("EncryptionInfo", 2, start=2, size=4096)
    folder += _entry("EncryptedPackage", 2, left=1, start=10, size=4096)
    folder += _entry("", 0, start=0, size=0)
    return header.ljust(sector, b"\xff") + table + folder + bytes(range(256)) * 32


def _entry(name: str, kind: int, *, start: int, size: int, left: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    head = text.ljust(64, b"\0") + struct.pack("<HBB", length, kind, 1)
    return head + struct.pack("<III", left, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", start, size)


def _bomb(good: bytes) -> bytes:
    return _replaced(good, "xl/worksheets/sheet1.xml", b"<worksheet>" + bytes(60_000_000))


def _damaged(good: bytes) -> bytes:
    """One byte inside the sheet's compressed data is another: the checksum tells."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    place = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    return good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :]


def _workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    fill(book)
    book.close()
    return buffer.getvalue()


def _phone_list(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("通讯录")
    for row, cells in enumerate([("姓名", "科室", "房间"), ("甲", "办公室", "301"), ("乙", "投资科", "302")]):
        sheet.write_row(row, 0, cells)


BAD: dict[str, Callable[[bytes], bytes]] = {
    "a picture renamed": lambda _: _PNG,
    "a Word document renamed": _document,
    "a PDF renamed": lambda _: b"%PDF-1.7\n" + bytes(100),
    "an archive of other things": lambda _: _zipped({"说明.txt": "你好"}),
    "with a password": _encrypted,
    "cut off in the middle": lambda good: good[: len(good) // 2],
    "cut off at the end": lambda good: good[:-30],
    "a byte of it wrong": _damaged,
    "broken XML in the workbook part": lambda good: _replaced(good, "xl/workbook.xml", b"<workbook><sheets>"),
    "broken XML in the sheet": lambda good: _replaced(good, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
    "a bomb": _bomb,
    "empty file": lambda _: b"",
    "nothing but spaces": lambda _: b" \r\n" * 20,
    "running text": lambda _: "关于开展项目督导的通知\n各单位：\n请抓紧办理。\n".encode(),
    "empty workbook": lambda _: _workbook(lambda book: book.add_worksheet()),
    "no ledger in it": lambda _: _workbook(_phone_list),
}
