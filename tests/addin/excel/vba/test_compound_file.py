"""Compound files, read by olefile, and searched as Windows searches them."""

import random

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.excel.vba.compound_file import Storage, compound_file

SIZES = [0, 1, 63, 64, 65, 4095, 4096, 4097, 511, 512, 513, 100_000]
NAMES = st.text("abyzABYZ019_", min_size=1, max_size=31)
RED, NONE = 0, 0xFFFFFFFF


def opened(data: bytes) -> olefile.OleFileIO:
    assert len(data) % 512 == 0
    return olefile.OleFileIO(data, raise_defects=olefile.DEFECT_POTENTIAL)


def content(length: int) -> bytes:
    return random.Random(length).randbytes(length)


def key(name: str) -> tuple[int, str]:
    return len(name.encode("utf-16-le")), name.upper()


def black_height(file: olefile.OleFileIO, number: int, low: str | None, high: str | None, below_red: bool) -> int:
    """Return the black nodes on each path down; fail where order or colours are not a red-black tree's."""
    if number == NONE:
        return 1
    entry = file.direntries[number]
    assert low is None or key(low) < key(entry.name)
    assert high is None or key(entry.name) < key(high)
    assert not (below_red and entry.color == RED)
    left = black_height(file, entry.sid_left, low, entry.name, entry.color == RED)
    right = black_height(file, entry.sid_right, entry.name, high, entry.color == RED)
    assert left == right
    return left + (entry.color != RED)


def check_trees(file: olefile.OleFileIO) -> None:
    for entry in file.direntries:
        if entry is not None and entry.sid_child != NONE:
            assert file.direntries[entry.sid_child].color != RED
            black_height(file, entry.sid_child, None, None, False)


def check_sectors(file: olefile.OleFileIO, sectors: int) -> None:
    """Fail unless each sector that is taken is in one chain, once."""
    following = list(file.fat)[:sectors]
    assert all(each == NONE for each in list(file.fat)[sectors:])
    assert following.count(0xFFFFFFFD) == file.num_fat_sectors
    reached = [each for each in following if each < 0xFFFFFFFA]
    assert len(reached) == len(set(reached))
    assert max(reached, default=0) < sectors


def names_of(file: olefile.OleFileIO) -> list[str]:
    return ["/".join(path) for path in file.listdir()]


@pytest.mark.parametrize("size", SIZES)
def test_a_stream_of_any_size_comes_back_alone_and_between_others(size: int) -> None:
    root = {"alone": content(size)}
    assert opened(compound_file(root)).openstream("alone").read() == content(size)
    root |= {"before": content(70), "later": content(5000), "z": content(200)}
    file = opened(compound_file(root))
    for name, data in root.items():
        assert file.openstream(name).read() == data


@given(st.dictionaries(NAMES, st.integers(0, 9000), max_size=40))
def test_any_streams_come_back_from_trees_in_order(sizes: dict[str, int]) -> None:
    unlike = {name.upper(): name for name in sizes}.values()
    root = {name: content(sizes[name]) for name in unlike}
    data = compound_file(
        {"inner": root, **root} if "INNER" not in {name.upper() for name in unlike} else {"other1": root}
    )
    file = opened(data)
    check_trees(file)
    check_sectors(file, len(data) // 512 - 1)
    for path in file.listdir():
        assert file.openstream(path).read() == root[path[-1]]
    assert {path[-1] for path in file.listdir()} == set(root)


@pytest.mark.parametrize("count", range(34))
def test_a_directory_of_any_length_is_a_red_black_tree(count: int) -> None:
    file = opened(compound_file({f"Module{number}": b"" for number in range(count)}))
    assert len(file.listdir()) == count
    check_trees(file)


def test_shorter_names_come_first_then_capitals_decide() -> None:
    file = opened(compound_file(dict.fromkeys(("dir", "_VBA_PROJECT", "B", "a", "_a", "aZ", "ab"), b"")))

    def in_order(number: int) -> list[str]:
        if number == NONE:
            return []
        entry = file.direntries[number]
        return [*in_order(entry.sid_left), entry.name, *in_order(entry.sid_right)]

    assert in_order(file.root.sid_child) == ["a", "B", "ab", "aZ", "_a", "dir", "_VBA_PROJECT"]


def test_storages_nest_and_may_be_empty() -> None:
    nested: Storage = {"a": {"b": {"c": b"deep"}, "empty": {}}, "c": b"above"}
    file = opened(compound_file(nested))
    assert file.openstream("a/b/c").read() == b"deep"
    assert file.openstream("c").read() == b"above"
    assert file.get_type("a/empty") == olefile.STGTY_STORAGE
    assert file.listdir(streams=False, storages=True) == [["a"], ["a", "b"], ["a", "empty"]]


def test_the_unused_is_marked_as_the_specification_wants() -> None:
    """MS-CFB 2.2: no DIFAT ends at once; 2.6.3: an unused directory entry is all zeros but for its links to nothing."""
    data = compound_file({"only": b""})
    assert data[68:76] == bytes.fromhex("FEFFFFFF 00000000")
    assert data[512 + 2 * 128 : 1024] == (bytes(68) + b"\xff" * 12 + bytes(48)) * 2


def test_nothing_in_it_tells_when_it_was_made() -> None:
    file = opened(compound_file({"a": b"1", "b": {}}))
    assert all(entry.createTime == entry.modifyTime == 0 for entry in file.direntries if entry is not None)


@pytest.mark.parametrize(
    "names", [[""], ["x" * 32], ["a/b"], ["a\\b"], ["a:b"], ["a!b"], ["督导"], ["a\0"], ["Same", "same"]], ids=repr
)
def test_a_name_that_the_format_has_no_place_for_is_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match="can't be a name"):
        compound_file(dict.fromkeys(names, b""))


@pytest.mark.parametrize("sectors", [126, 127, 128, 253, 254, 255, 13_000, 109 * 127 - 1])
def test_the_allocation_table_counts_itself(sectors: int) -> None:
    """One sector is the directory's; 127 fill a sector of the table together with that sector itself."""
    data = compound_file({"big": bytes((sectors - 1) * 512)})
    file = opened(data)
    assert file.get_size("big") == (sectors - 1) * 512
    check_sectors(file, len(data) // 512 - 1)


def test_more_than_its_table_holds_is_refused() -> None:
    with pytest.raises(ValueError, match=r"6\.8 MB"):
        compound_file({"big": bytes(109 * 127 * 512)})
