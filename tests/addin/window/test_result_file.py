"""The result file that VBA waits for."""

from pathlib import Path

from addin.pressed import Pressed
from addin.window.result_file import write


def as_vba_reads(path: Path) -> list[str]:
    """Return what `Split(Mid$(bytes as they are, 2), vbCrLf, 3)` gives in VBA."""
    return path.read_bytes().decode("utf-16-le")[1:].split("\r\n", 2)


def test_kind_path_and_text_come_back_as_they_were(tmp_path: Path) -> None:
    write(Pressed("done", "已生成通报。\n数据问题3条。", "D:\\台账\\重点 项目_通报.xlsx"), tmp_path / "r.txt")
    assert as_vba_reads(tmp_path / "r.txt") == [
        "done",
        "D:\\台账\\重点 项目_通报.xlsx",
        "已生成通报。\r\n数据问题3条。",
    ]


def test_a_refusal_has_an_empty_path(tmp_path: Path) -> None:
    write(Pressed("refused", "没有台账。"), tmp_path / "r.txt")
    assert as_vba_reads(tmp_path / "r.txt") == ["refused", "", "没有台账。"]


def test_characters_beyond_the_code_page_pass_whole(tmp_path: Path) -> None:
    write(Pressed("done", "𠮷林项目 ✓", "/a/㐂.xlsx"), tmp_path / "r.txt")
    assert as_vba_reads(tmp_path / "r.txt") == ["done", "/a/㐂.xlsx", "𠮷林项目 ✓"]


def test_it_begins_with_the_byte_order_mark_of_utf_16le(tmp_path: Path) -> None:
    write(Pressed("done", "好"), tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_bytes()[:2] == b"\xff\xfe"


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    write(Pressed("done", "好"), tmp_path / "r.txt")
    write(Pressed("refused", "不好"), tmp_path / "r.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["r.txt"]
    assert as_vba_reads(tmp_path / "r.txt") == ["refused", "", "不好"]
