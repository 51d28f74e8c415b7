"""`dudao("report", ledger, …)` runs the command line in this process and tells all it said."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from addin.cli import main
from workbooks.samples import FOLDER


@dataclass(frozen=True)
class Said:
    """What a run said: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Dudao = Callable[..., Said]


@pytest.fixture
def dudao(capsys: pytest.CaptureFixture[str]) -> Dudao:
    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that puts a shipped ledger into the test's folder, under another name if told."""

    def put(name: str, called: str = "") -> Path:
        return Path(shutil.copyfile(FOLDER / name, tmp_path / (called or name)))

    return put


@pytest.fixture
def county(sample: Callable[..., Path]) -> Path:
    """Return a copy of the county ledger of 60 projects."""
    return sample("county.xlsx")
