"""Opening results by the desktop's program."""

import os
import re
from pathlib import Path

import pytest

from addin.window.opening import open_file
from workbooks.errors import Refusal


def test_a_result_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"“台账_通报\.xlsx”已经不在了"):
        open_file(tmp_path / "台账_通报.xlsx")


def test_where_nothing_opens_files_the_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "台账_通报.xlsx").touch()
    with pytest.raises(Refusal, match=re.escape(f"没有程序能打开“台账_通报.xlsx”，请到文件夹里自己打开：{tmp_path}")):
        open_file(tmp_path / "台账_通报.xlsx")


def test_the_desktop_is_asked_to_open_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opener, told = tmp_path / "xdg-open", tmp_path / "told"
    os.mkfifo(told)  # reading waits for the opener
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = tmp_path / "台账 通报.xlsx"
    result.touch()
    open_file(result)
    assert told.read_text() == str(result)
