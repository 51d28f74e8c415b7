"""A button pressed on a file: the result stands beside the ledger, and nothing ever raises."""

import logging
from pathlib import Path

import pytest

from addin.file_way import press
from addin.macros import available
from workbooks.samples import samples

COUNTY = next(sample.path for sample in samples() if sample.path.stem == "county")
PORT = next(sample.path for sample in samples() if sample.path.name == "port_2010.xls")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(COUNTY.read_bytes())
    return file


def test_the_result_stands_beside_the_ledger_and_the_ledger_is_as_it_was(ledger: Path):
    done = press("report", "", ledger)
    assert (done.kind, done.path) == ("done", str(ledger.with_name("台账_通报.xlsx")))
    assert Path(done.path).is_file()
    assert ledger.read_bytes() == COUNTY.read_bytes()
    assert "台账没有改动，结果在“台账_通报.xlsx”。" in done.text


@pytest.mark.parametrize("button", ["report", "check", "progress", "inspect"])
def test_what_the_old_format_could_not_carry_over_is_told(button: str, tmp_path: Path):
    old = tmp_path / "台账.xls"
    old.write_bytes(PORT.read_bytes())
    assert "原文件是 .xls 旧格式，公式只能按算好的数值读取和保存。" in press(button, "", old).text


def test_an_earlier_result_is_kept(ledger: Path):
    first = Path(press("report", "", ledger).path).read_bytes()
    again = press("report", "2026-05-31", ledger)
    assert ledger.with_name("台账_通报_上一份.xlsx").read_bytes() == first
    assert "上一次的结果改名为“台账_通报_上一份.xlsx”。" in again.text


@pytest.mark.parametrize("written", ["2026-06-30", "2026年6月30日", " 2026.6.30 "])
def test_the_day_is_read_as_clerks_write_it(ledger: Path, written: str):
    assert "截止日期：2026-06-30（按您填的日期）。" in press("lights", written, ledger).text


def test_a_day_that_is_none_is_refused(ledger: Path):
    refused = press("report", "月底", ledger)
    assert refused.kind == "refused"
    assert "“月底”不是日期" in refused.text


def test_what_is_no_workbook_is_refused_with_one_sentence(tmp_path: Path):
    (tmp_path / "照片.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    refused = press("report", "", tmp_path / "照片.xlsx")
    assert refused.kind == "refused"
    assert refused.text.count("。") == 1


def test_a_result_that_is_open_elsewhere_is_refused_before_the_work(ledger: Path):
    ledger.with_name("~$台账_通报.xlsx").touch()
    refused = press("report", "", ledger)
    assert refused.kind == "refused"
    assert "请先关闭" in refused.text


def test_help_opens_a_page_and_needs_no_workbook(tmp_path: Path):
    opened = press("help", "", tmp_path / "没有.xlsx")
    assert opened.kind == "open"
    assert Path(opened.path).is_file()


def test_a_failure_of_ours_is_told_and_logged(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def failing(job: object) -> None:
        raise RuntimeError("坏了")

    monkeypatch.setattr("addin.macros.report.run", failing)
    with caplog.at_level(logging.ERROR, "dudao"):
        failed = press("report", "", ledger)
    assert failed.kind == "failed"
    assert "Error" not in failed.text
    assert "a button failed" in caplog.text and "RuntimeError: 坏了" in caplog.text


@pytest.mark.parametrize("button", available())
@pytest.mark.parametrize("sample", [sample.path for sample in samples()], ids=lambda path: path.stem)
def test_every_button_answers_on_every_shipped_ledger(button: str, sample: Path, tmp_path: Path):
    file = tmp_path / sample.name
    file.write_bytes(sample.read_bytes())
    came = press(button, "", file)
    assert came.kind != "failed", came.text
    assert came.text or came.kind == "open"
    assert file.read_bytes() == sample.read_bytes()
