"""Every worksheet function answers by COM, from a Windows Python, exactly as it does in Python here."""

from datetime import date, datetime, time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from tests.windows.conftest import Ask
from tests.windows.wine import Wine
from udfs import examples
from udfs.catalogue import WHOLE, Function, functions
from udfs.excel import received, sent
from udfs.worksheet import MISSING, calculate

ROWS = 10_000
MODULE = "udfs.excel"
DIVISION_BY_ZERO = -2146826281  # CVErr(2007) as it arrives


def of_examples(entry: Function, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Return the arguments of the function's examples."""
    found: list[tuple[object, ...]] = []

    def note(name: str, *arguments: object) -> list[list[object]]:
        found.append(arguments)
        return [[""]]

    monkeypatch.setattr(examples, "calculate", note)
    for example in entry.examples:
        examples.run(example)
    return found


def as_column(argument: object) -> object:
    """Return an argument as a column of many cells: a cell, or the cells of a column, again and again."""
    if argument is MISSING:
        return argument
    cells = [row[0] for row in argument] if isinstance(argument, list) else [argument]
    return [[cell] for cell in islice(cycle(cells), ROWS)]


def columns(entry: Function, arguments: tuple[object, ...]) -> tuple[object, ...]:
    pairs = zip(entry.arguments, arguments, strict=False)
    return tuple(given if kind.kind == "dates" else as_column(given) for kind, given in pairs)


def asked(argument: object) -> object:
    return {"missing": True} if argument is MISSING else argument


def answer(rows: list[list[Any]]) -> object:
    """Return results as they come by COM: one cell alone, a row as a list, else rows."""
    cells = [[_cell(sent(cell)) for cell in row] for row in rows]
    if len(cells) > 1:
        return cells
    return cells[0] if len(cells[0]) > 1 else cells[0][0]


def _cell(cell: object) -> object:
    if isinstance(cell, date):
        return {"date": (cell if isinstance(cell, datetime) else datetime.combine(cell, time())).isoformat()}
    return cell


def test_every_function_answers_its_examples(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = [(entry.name, arguments) for entry in functions() for arguments in of_examples(entry, monkeypatch)]
    assert {name for name, _ in calls} == {entry.name for entry in functions()}
    answers = ask(*((MODULE, name, *map(asked, arguments)) for name, arguments in calls))
    for (name, arguments), answered in zip(calls, answers, strict=True):
        assert answered == answer(calculate(name, *arguments)), (name, arguments)


def test_every_function_answers_for_a_column_of_ten_thousand_cells_in_one_call(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [(entry.name, columns(entry, of_examples(entry, monkeypatch)[0])) for entry in functions()]
    answers = ask(*((MODULE, name, *map(asked, arguments)) for name, arguments in calls))
    for (name, arguments), answered in zip(calls, answers, strict=True):
        expected = answer(calculate(name, *arguments))
        entry = next(each for each in functions() if each.name == name)
        if not all(each.kind in WHOLE or each.optional for each in entry.arguments):
            assert isinstance(expected, list)
            assert len(expected) == ROWS, name
        assert answered == expected, name


def test_blanks_stay_blank_and_columns_keep_their_place(ask: Ask) -> None:
    done, plan = [[10.0], [None], [""], [30.0]], [[20.0], [20.0], [20.0], [None]]
    assert ask((MODULE, "COMPLETION_RATE", done, plan), (MODULE, "COMPLETION_RATE", None, 5.0)) == [
        [[50.0], [""], [""], [""]],
        "",
    ]


def test_an_excel_error_passes_through(ask: Ask) -> None:
    wrong = {"error": DIVISION_BY_ZERO}
    expected = answer(calculate("COMPLETION_RATE", received(DIVISION_BY_ZERO), 5.0))
    assert expected == "#DIV/0!"
    assert ask((MODULE, "COMPLETION_RATE", wrong, 5.0), (MODULE, "COMPLETION_RATE", [[wrong], [1.0]], 5.0)) == [
        expected,
        [["#DIV/0!"], [20.0]],
    ]


def test_dates_come_and_go_as_dates(ask: Ask) -> None:
    day = {"date": "2026-06-30T00:00:00"}
    said, deadline = ask((MODULE, "TIME_PROGRESS", day), (MODULE, "APPROVAL_DEADLINE", day, 5.0))
    assert said == 50.0
    assert deadline == answer(calculate("APPROVAL_DEADLINE", date(2026, 6, 30), 5.0))
    assert isinstance(deadline, dict)


def test_what_cannot_be_read_is_a_short_chinese_text_and_never_a_trace(ask: Ask) -> None:
    (said,) = ask((MODULE, "COMPLETION_RATE", "暂定", 5.0))
    assert said == "完成投资读不懂：暂定"


def test_visual_basic_gets_the_same_answers(installed: Wine, tmp_path: Path) -> None:
    script = tmp_path / "ask.vbs"
    script.write_text(
        'Set server = CreateObject("Dudao.Python")\r\n'
        'WScript.Echo server.CallUDF("udfs.excel", "COMPLETION_RATE", Array(50, 200), Nothing, Nothing)\r\n'
        'answer = server.CallUDF("addin.served", "press", Array("report", ""), Nothing, Nothing)\r\n'
        "WScript.Echo answer(0)\r\n"
    )
    assert installed.run("cscript", "//nologo", script).text.split() == ["25", "refused"]
