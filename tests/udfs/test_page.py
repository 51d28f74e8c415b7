"""docs/functions.md is the catalogue, printed, and each example's result was calculated."""

import pytest

from udfs.catalogue import Example, functions
from udfs.examples import run, shown
from udfs.page import PAGE, page
from udfs.values.cells import CellError

EXAMPLES = [pytest.param(example, id=example.formula) for entry in functions() for example in entry.examples]


def test_the_page_in_docs_is_the_catalogue_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m udfs.page"


def test_every_function_stands_on_the_page_with_its_arguments_and_examples() -> None:
    sections = dict(zip([e.name for e in functions()], page().split("\n<a id=")[1:], strict=True))
    for entry in functions():
        section = sections[entry.name]
        assert f"## {entry.alias} {entry.name}" in section and entry.help in section and entry.source in section
        assert all(f"| {each.title}" in section and each.help in section for each in entry.arguments)
        assert all(f"`{each.formula}`" in section and each.result in section for each in entry.examples)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_the_result_that_is_printed(example: Example) -> None:
    assert run(example) == example.result


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_hangs_on_no_day_on_which_it_is_read(example: Example) -> None:
    name = example.formula.split("(")[0].lstrip("=")
    entry = next(each for each in functions() if name in (each.name, each.alias))
    if any(argument.name == "as_of" for argument in entry.arguments):
        assert "2026-" in example.formula


def test_cells_are_shown_as_with_two_decimals() -> None:
    assert [shown(cell) for cell in (97.157, 25.0, 0.005, 12, "", "▲ 滞后", CellError("#N/A"))] == [
        *("97.16", "25", "0.01", "12", "（空）", "▲ 滞后", "#N/A")
    ]


@pytest.mark.parametrize("formula", ["COMPLETION_RATE(1, 2)", "=SHARE(F5:G6)", "=SHARE(1+2, 3)"])
def test_a_formula_that_it_can_t_run_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match="SHARE" if "SHARE" in formula else "COMPLETION"):
        run(Example(formula, ""))
