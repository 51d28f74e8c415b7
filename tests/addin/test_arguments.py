"""Arguments that make no sense: exit code 2 and one sentence that says what is wrong and what is allowed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.addin.conftest import Dudao
from tests.addin.test_bad_files import assert_refused, contents

WRONG = {
    "no such setting": (["report", "LEDGER", "--set", "没有这项=1"], "没有这项"),
    "a setting without value": (["report", "LEDGER", "--set", "lights.mode"], "名称=值"),
    "a setting of the wrong kind": (["report", "LEDGER", "--set", "lights.yellow_gap=很多"], "很多"),
    "no such rule": (["check", "LEDGER", "--set", "checks.off=Z999"], "Z999"),
    "no day": (["report", "LEDGER", "--as-of", "上个月"], "上个月"),
    "a month too many": (["report", "LEDGER", "--as-of", "2026-13-01"], "2026-13-01"),
    "a day too many": (["check", "LEDGER", "--as-of", "2026-02-30"], "2026-02-30"),
    "no such sheet": (["inspect", "LEDGER", "--sheet", "没有的表"], "没有的表"),
    "no such configuration": (["report", "LEDGER", "--config", "没有.toml"], "没有.toml"),
    "no such command": (["generate", "LEDGER"], "generate"),
    "no such option": (["report", "LEDGER", "--schnell"], "--schnell"),
    "no file": (["report"], "FILE"),
    "a file too many": (["inspect", "LEDGER", "LEDGER2"], "LEDGER2"),
    "an option without value": (["report", "LEDGER", "-o"], "-o"),
    "no cells": (["mark", "LEDGER"], "--cells"),
    "cells that are missing": (["mark", "LEDGER", "--cells", "没有.json"], "没有.json"),
    "copy and in place": (["report", "LEDGER", "--in-place", "-o", "x.xlsx"], "--in-place"),
    "an output without marks": (["check", "LEDGER", "-o", "x.xlsx"], "--mark"),
    "the ledger as output": (["report", "LEDGER", "-o", "LEDGER"], "--in-place"),
    "nothing to undo": (["undo", "LEDGER"], "没有可以撤回"),
}


@pytest.mark.parametrize("case", WRONG)
def test_it_is_refused_in_one_sentence_that_names_it(dudao: Dudao, county: Path, case: str) -> None:
    arguments, named = WRONG[case]
    before = contents(county.parent)
    said = dudao(*[str(county) if argument == "LEDGER" else argument for argument in arguments])
    assert_refused(said, county.parent, before)
    assert named in said.err


@pytest.mark.parametrize(
    "cells",
    [
        "不是 JSON",
        "{}x",
        '[{"cell": "A1"}]',
        '[{"sheet": "没有的表", "cell": "A1", "fill": "FFC7CE", "note": null}]',
        '[{"sheet": "重点项目台账", "cell": "六行", "fill": "FFC7CE", "note": null}]',
        '[{"sheet": "重点项目台账", "cell": "A0", "fill": "FFC7CE", "note": null}]',
        '[{"sheet": "重点项目台账", "cell": "ZZZZ1", "fill": "FFC7CE", "note": null}]',
        '[{"sheet": "重点项目台账", "cell": "A1", "fill": "红色", "note": null}]',
        '[{"sheet": "重点项目台账", "cell": "A1", "fill": 3, "note": null}]',
        '["A1"]',
        "7",
    ],
)
def test_cells_that_make_no_sense_are_refused(dudao: Dudao, county: Path, cells: str) -> None:
    file = county.with_name("cells.json")
    file.write_text(cells, encoding="utf-8")
    before = contents(county.parent)
    assert_refused(dudao("mark", county, "--cells", file), county.parent, before)


def test_an_old_format_is_not_changed_in_place(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("port_2010.xls")
    before = contents(ledger.parent)
    said = dudao("report", ledger, "--as-of", "2010-07-31", "--in-place")
    assert_refused(said, ledger.parent, before)
    assert ".xlsx" in said.err


@pytest.mark.parametrize(
    "day", ["2026-06-30", "2026/6/30", "2026.6.30", "2026年6月30日", "20260630", "2026-06", "2026年6月"]
)
def test_a_day_may_be_written_in_many_ways(dudao: Dudao, county: Path, day: str) -> None:
    assert dudao("report", county, "--as-of", day, "--json").json["as_of"] == "2026-06-30"


def test_a_setting_may_be_named_in_chinese(dudao: Dudao, county: Path) -> None:
    english = dudao("report", county, "--as-of", "2026-06-30", "--set", "lights.mode=ratio", "--json").json
    chinese = dudao("report", county, "--as-of", "2026-06-30", "--set", "亮灯方法=比例法", "--json").json
    assert chinese["totals"] == english["totals"]


def test_the_last_of_two_settings_counts(dudao: Dudao, county: Path) -> None:
    twice = ["--set", "lights.yellow_gap=0", "--set", "lights.yellow_gap=-10"]
    usual = dudao("report", county, "--as-of", "2026-06-30", "--json").json
    assert dudao("report", county, "--as-of", "2026-06-30", *twice, "--json").json["totals"] == usual["totals"]
