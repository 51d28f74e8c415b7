"""Which hosts the facts are tried on, and what is said where one is missing or can't meet a fact."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOSTS
from tests.workbooks.contract.conftest import EXCEPTIONS

HERE = Path(__file__).parent
FACTS = {
    name for file in HERE.glob("test_*.py") for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.M)
}


def run(*options: str) -> tuple[int, str]:
    """Run one fact with these options; return the exit code and all that was said."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, "-k", "an_empty_sheet", str(HERE)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_several_hosts_may_be_chosen() -> None:
    code, said = run("--host=file", "--host=live", "-vv")
    assert code == 0
    assert re.findall(r"has_no_rows\[(\w+)\] PASSED", said) == ["file", "live"]


def test_an_unknown_host_is_refused_with_those_known() -> None:
    code, said = run("--host=gnumeric")
    assert code != 0
    assert "gnumeric" in said
    assert all(host in said for host in HOSTS)


@pytest.mark.skipif(sys.platform == "win32", reason="here Excel may be there")
def test_a_machine_without_excel_says_so() -> None:
    code, said = run("--host=excel")
    assert code == 0
    assert "NOT TESTED: Microsoft Excel" in said


@pytest.mark.parametrize("fact", EXCEPTIONS)
def test_a_declared_exception_is_of_a_fact_and_a_host_and_says_why(fact: str) -> None:
    assert fact in FACTS
    for host, said in EXCEPTIONS[fact].items():
        assert host in HOSTS
        assert all(len(words) > 10 for words in ([said] if isinstance(said, str) else said.values()))
