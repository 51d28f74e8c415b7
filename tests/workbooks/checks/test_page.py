"""docs/checks.md is the catalogue, printed."""

from workbooks.checks.catalogue import rules
from workbooks.checks.page import PAGE, page


def test_the_page_in_docs_is_the_catalogue_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m workbooks.checks.page"


def test_every_rule_stands_on_the_page_with_both_examples() -> None:
    text = page()
    for rule in rules().values():
        assert f"## {rule.code} {rule.title}" in text
        assert rule.why in text
    assert text.count("\n不提示") == len(rules())
