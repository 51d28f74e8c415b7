"""Zips put together from other zips: contents as they were, the same bytes on every system."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from addin.packing.parcel import items, stored, zipped


def archive(files: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", method) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return target.getvalue()


def contents(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def test_what_was_packed_elsewhere_and_what_is_ours_come_out_whole() -> None:
    files = {"b/两.py": b"x" * 5000, "a.py": b"", "c": bytes(range(256))}
    made = zipped([*items(archive(files)), stored("ours.txt", b"ours")])
    assert contents(made) == files | {"ours.txt": b"ours"}


def test_entries_stand_in_order_of_their_names_at_one_fixed_date() -> None:
    made = zipped([stored("b", b""), stored("a", b"")])
    with ZipFile(BytesIO(made)) as opened:
        assert [(entry.filename, entry.date_time) for entry in opened.infolist()] == [
            ("a", (1980, 1, 1, 0, 0, 0)),
            ("b", (1980, 1, 1, 0, 0, 0)),
        ]


def test_packed_bytes_are_taken_over_so_that_no_compressor_has_a_say() -> None:
    packed = archive({"a.py": b"pass\n" * 1000})
    (item,) = items(packed)
    assert item.packed in packed
    assert item.packed in zipped([item])


def test_folders_are_left_out() -> None:
    assert [item.name for item in items(archive({"a/": b"", "a/b": b"1"}))] == ["a/b"]


def test_a_damaged_zip_is_refused() -> None:
    packed = bytearray(archive({"a.py": b"pass\n" * 1000}))
    packed[60] ^= 0xFF
    with pytest.raises(Exception, match=r"damaged|Bad|invalid|Error"):
        list(items(bytes(packed)))


def test_another_packing_method_is_refused() -> None:
    with pytest.raises(ValueError, match="method"):
        list(items(archive({"a": b"1"}, ZIP_BZIP2)))


def test_two_files_that_are_one_on_windows_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        zipped([stored("A.py", b"1"), stored("a.py", b"2")])
