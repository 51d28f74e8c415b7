"""The command as a process of its own: streams, exit codes, our own failures, the shipped demonstration."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import addin.command_files
from addin.cli import COMMANDS, main
from tests.addin.conftest import Dudao
from tests.addin.zips import sheet_names
from workbooks.samples import samples

DUDAO = Path(sys.executable).with_name("dudao")


def run(*arguments: object, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(DUDAO), *map(str, arguments)], capture_output=True, check=False, env={**os.environ, **more}
    )


def test_json_stands_alone_on_stdout_in_utf_8_unescaped(county: Path) -> None:
    for encoding in ("gbk", "ascii", "utf-8"):
        output = county.with_name(f"{encoding}.xlsx")
        done = run("report", county, "--as-of", "2026-06-30", "--json", "-o", output, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "督导总览" in done.stdout.decode("utf-8")
        assert json.loads(done.stdout)["totals"]["projects"] == 60


def test_remarks_go_to_stderr(county: Path) -> None:
    done = run("report", county, "--as-of", "2026-08-31", "--json")
    assert json.loads(done.stdout)
    done = run("report", county, "--as-of", "2026-08-31")
    assert "注意" not in done.stdout.decode()
    assert done.stderr.decode().startswith("注意：")


def test_the_exit_code_is_that_of_the_contract(county: Path) -> None:
    assert run("inspect", county).returncode == 0
    assert run("check", samples()[4].path).returncode == 1
    assert run("inspect", county.parent).returncode == 2
    assert run("check", county, "--help").returncode == 0
    assert run().returncode == 0


def test_a_reader_that_has_read_enough_is_no_failure(county: Path) -> None:
    done = subprocess.run(
        f'"{DUDAO}" check "{samples()[4].path}" | head -n 1', shell=True, capture_output=True, check=True
    )
    assert done.stderr == b""


def test_help_needs_none_of_the_heavy_libraries() -> None:
    heavy = ["pandas", "openpyxl", "xlsxwriter", "xlwings", "rapidfuzz", "python_calamine", "workbooks.recognition"]
    code = f"import sys, addin.cli; addin.cli.main([]); print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_report_never_imports_pandas(county: Path) -> None:
    code = "import sys, addin.cli; addin.cli.main(sys.argv[1:]); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "report", county], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("failure", [RuntimeError("两\n行"), MemoryError(), RecursionError("depth")])
def test_our_own_failure_is_3_and_one_sentence(
    dudao: Dudao, county: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def fails(*_: object) -> None:
        raise failure

    monkeypatch.setattr(addin.command_files, "open_ledgers", fails)
    before = county.read_bytes()
    said = dudao("report", county)
    assert (said.code, said.out, said.err.count("\n")) == (3, "", 1)
    assert "Traceback" not in said.err
    assert said.err.endswith("。\n")
    as_json = dudao("report", county, "--json")
    assert as_json.code == 3
    assert as_json.json["error"] == {"code": "failure", "message": as_json.err.strip()}
    assert county.read_bytes() == before


def test_with_debug_the_traceback_is_shown(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("inner")

    monkeypatch.setattr(addin.command_files, "open_ledgers", fails)
    with pytest.raises(RuntimeError, match="inner"):
        main(["--debug", "report", str(county)])
    done = run("--debug", "report", county.parent)
    assert b"Traceback" in done.stderr


def test_an_interruption_is_no_traceback(dudao: Dudao, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(addin.command_files, "open_ledgers", interrupted)
    said = dudao("report", county)
    assert (said.code, said.err.count("\n")) == (130, 1)


def test_the_demonstration_reports_every_shipped_ledger(tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path / "演示")
    said = done.stdout.decode()
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    for sample in samples():
        assert sample.title in said
        ledger, report = (tmp_path / "演示" / name for name in (sample.path.name, f"{sample.path.stem}_通报.xlsx"))
        assert ledger.read_bytes() == sample.path.read_bytes()
        assert "督导总览" in sheet_names(report)
    assert (tmp_path / "演示" / "mistakes_校验.xlsx").exists()


def test_every_command_has_help_in_chinese(dudao: Dudao, capsys: pytest.CaptureFixture[str]) -> None:
    for command, words in COMMANDS.items():
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
        assert words[:4] in capsys.readouterr().out
