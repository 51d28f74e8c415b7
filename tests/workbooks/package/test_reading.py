"""What is accepted, what is refused and with which word."""

import io
import zipfile

import pytest

from tests.workbooks.package.making import ODD, contents, fresh, ledger, raw_entries, rebuilt, zipped
from workbooks.errors import Damaged, NotAWorkbook, Refusal, Unsafe
from workbooks.package import Package


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        Package.read(data)
    assert caught.value.message.endswith("。")
    assert "\n" not in caught.value.message
    return caught.value


def test_an_untouched_package_comes_back_byte_for_byte() -> None:
    data = ledger()
    assert Package.read(data).to_bytes() == data


@pytest.mark.parametrize("kind", ODD)
def test_it_accepts_odd_but_legal_packages(kind: str) -> None:
    data = ODD[kind](ledger())
    package = Package.read(data)
    assert [sheet.name for sheet in package.sheets()] == ["明细表", "备注", "隐藏"]
    assert all(sheet.part in package for sheet in package.sheets())


def test_it_reads_whether_dates_count_from_1904() -> None:
    assert Package.read(fresh(date1904=True)).date1904
    assert not Package.read(fresh()).date1904


@pytest.mark.parametrize("force", [True, False], ids=["zip64", "plain"])
def test_it_copies_entries_with_data_descriptors_and_wide_sizes(force: bool) -> None:
    class Stream(io.RawIOBase):
        """A file that can't be sought, so that sizes follow the data."""

        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += bytes(data)
            return len(data)

    stream = Stream()
    parts = contents(ledger())
    with zipfile.ZipFile(stream, "w") as target:
        for number, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            info.extra = b"\x99\x99\x02\x00ab"
            with target.open(info, "w", force_zip64=force) as entry:
                entry.write(content)
        target.comment = b"a comment"
    data = stream.data
    package = Package.read(data)
    assert package.to_bytes() == data
    package.put("xl/theme/theme1.xml", b"<a/>")
    after = package.to_bytes()
    before, kept = raw_entries(data), raw_entries(after)
    assert [name for name in before if before[name] != kept[name]] == ["xl/theme/theme1.xml"]
    assert contents(after) == {**parts, "xl/theme/theme1.xml": b"<a/>"}
    with zipfile.ZipFile(io.BytesIO(after)) as read:
        assert read.testzip() is None
        assert read.comment == b"a comment"


def test_changed_entries_are_written_alike_each_time() -> None:
    data = ledger()  # made once: XlsxWriter notes the second of its making

    def edited() -> bytes:
        package = Package.read(data)
        package.put("xl/new.xml", b"<a/>" * 100)
        return package.to_bytes()

    assert edited() == edited()


def test_it_refuses_an_empty_file() -> None:
    assert refused(b"").code == "empty"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "项目,投资".encode("gbk"), b"PK"])
def test_it_refuses_other_files(data: bytes) -> None:
    assert isinstance(refused(data), NotAWorkbook | Damaged)


def test_it_refuses_a_word_document() -> None:
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packages = b"http://schemas.openxmlformats.org/package/2006/"
    word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = b'<Types xmlns="%bcontent-types"><Override PartName="/word/document.xml" ContentType="%b"/></Types>'
    line = b'<Relationship Id="a" Type="%b" Target="word/document.xml"/>'
    relations = b'<Relationships xmlns="%brelationships">' + line + b"</Relationships>"
    types, relations = types % (packages, word), relations % (packages, office)
    data = zipped({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": b"<w/>"})
    assert refused(data).code == "not_a_workbook"


def test_it_refuses_a_plain_archive() -> None:
    assert refused(zipped({"a.txt": b"a"})).code == "not_a_workbook"


def test_it_refuses_an_encrypted_workbook() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    assert refused(ole).code == "encrypted"
    locked = bytearray(ledger())
    locked[locked.rindex(b"PK\1\2") + 8] |= 1
    assert refused(bytes(locked)).code == "encrypted"


def test_it_refuses_a_signed_workbook() -> None:
    assert refused(rebuilt(ledger(), lambda parts: parts.update({"_xmlsignatures/origin.sigs": b""}))).code == "signed"


def test_it_refuses_doubled_parts() -> None:
    data = rebuilt(ledger(), lambda parts: parts.update({"XL/Workbook.xml": b"<workbook/>"}))
    refusal = refused(data)
    assert (refusal.code, type(refusal)) == ("duplicate_parts", Unsafe)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_it_refuses_a_document_type_declaration(part: str) -> None:
    def declare(parts: dict[str, bytes]) -> None:
        head, _, rest = parts[part].partition(b"?>")
        parts[part] = head + b'?><!-- a --><!DOCTYPE a [<!ENTITY b "c">]>' + rest

    assert refused(rebuilt(ledger(), declare)).code == "dtd"


def test_a_wrong_checksum_is_refused() -> None:
    data = bytearray(zipped_stored(contents(ledger())))
    data[data.index(b"<sheetData>") + 3] ^= 1
    assert refused(bytes(data)).code == "bad_crc"


def zipped_stored(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused(kept: float) -> None:
    data = ledger()
    assert refused(data[: int(len(data) * kept)]).code == "truncated"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = rebuilt(ledger(), lambda parts: parts.update({"xl/media/a.bin": b"\0" * (51 * 1024 * 1024)}))
    refusal = refused(data)
    assert (refusal.code, type(refusal)) == ("bomb", Unsafe)


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(rebuilt(ledger(), lambda parts: parts.update({"zz.bin": b"\0" * (51 * 1024 * 1024)})))
    central = data.rindex(b"PK\1\2")
    data[central + 24 : central + 28] = (1000).to_bytes(4, "little")
    assert isinstance(refused(bytes(data)), Damaged)


def test_a_large_but_ordinary_part_is_no_bomb() -> None:
    Package.read(rebuilt(ledger(), lambda parts: parts.update({"xl/a.bin": b"\0" * (49 * 1024 * 1024)})))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
def test_broken_xml_is_refused(part: str) -> None:
    data = rebuilt(ledger(), lambda parts: parts.update({part: parts[part][:-20]}))
    assert refused(data).code == "damaged"


def test_a_workbook_without_sheets_is_refused() -> None:
    def cut(parts: dict[str, bytes]) -> None:
        book = parts["xl/workbook.xml"]
        parts["xl/workbook.xml"] = book[: book.index(b"<sheets>")] + book[book.index(b"</sheets>") + 9 :]

    assert refused(rebuilt(ledger(), cut)).code == "damaged"
