"""What the bench measures of the function server under Wine can be measured."""

from pathlib import Path

import pytest

from bench.windows import NAMES, measure


@pytest.mark.usefixtures("wine")
def test_start_call_and_column_are_measured(tmp_path: Path) -> None:
    seconds = measure(tmp_path, 1)
    assert set(seconds) == set(NAMES)
    assert seconds["start"] > seconds["cell"] > 0
