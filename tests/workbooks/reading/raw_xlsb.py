"""A binary workbook written by hand, record by record ([MS-XLSB]): no Python library writes any."""

import struct
import zipfile
from io import BytesIO

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record: type and size in groups of seven bits, then the data."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, groups = len(body), b""
    while True:
        size, group = size >> 7, size & 0x7F
        groups += bytes([group | (0x80 if size else 0)])
        if not size:
            return head + groups + body


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def cell(kind: int, column: int, style: int, body: bytes) -> bytes:
    return record(kind, struct.pack("<2I", column, style) + body)


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    head = struct.pack("<2IHBB", number, 0, 300, 0, 0x10 if hidden else 0) + bytes(5)
    return record(0, head) + b"".join(cells)


def xlsb(rows: bytes, *, date1904: bool = False, columns: bytes = b"", behind: bytes = b"") -> bytes:
    """Return a workbook of a visible sheet 明细表 and a hidden one 底稿; styles: 0 General, 1 a date, 2 percent."""
    sheet = record(129) + record(148, struct.pack("<4I", 0, 9, 0, 9)) + columns + record(145) + rows + record(146)
    sheet += behind + record(130)
    empty = record(129) + record(148, bytes(16)) + record(145) + record(146) + record(130)
    book = record(131) + record(153, struct.pack("<2I", int(date1904), 0) + text(""))
    book += record(143) + record(156, struct.pack("<2I", 0, 1) + text("rId1") + text("明细表"))
    book += record(156, struct.pack("<2I", 1, 2) + text("rId2") + text("底稿")) + record(144) + record(132)
    formats = (
        record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 170) + text('yyyy"年"m"月"')) + record(616)
    )
    styles = b"".join(record(47, struct.pack("<2H", 0, number) + bytes(12)) for number in (0, 170, 10))
    style_part = record(278) + formats + record(617, struct.pack("<I", 3)) + styles + record(618) + record(279)
    main = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="bin" ContentType="{main}"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            "</Types>",
        )
        archive.writestr("_rels/.rels", _relationships({"rId1": ("officeDocument", "xl/workbook.bin")}))
        related = {f"rId{number}": ("worksheet", f"worksheets/sheet{number}.bin") for number in (1, 2)}
        related["rId3"] = ("styles", "styles.bin")
        archive.writestr("xl/_rels/workbook.bin.rels", _relationships(related))
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/styles.bin", style_part)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
        archive.writestr("xl/worksheets/sheet2.bin", empty)
    return buffer.getvalue()


def _relationships(related: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{identity}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
