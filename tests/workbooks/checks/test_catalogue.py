"""Every rule is documented by test: its example with a finding gives exactly that, the one without gives none."""

import string
from datetime import date

import pytest

from tests.workbooks.checks.builder import ledgers_of
from workbooks.checks import check
from workbooks.checks.catalogue import Example, Rule, logic, rules
from workbooks.checks.run import check as run
from workbooks.finding import Finding

LETTERS = {"E": "error", "W": "warning", "I": "info"}


def found(example: Example) -> list[Finding]:
    ledgers, book = ledgers_of(example.table)
    return check(ledgers, {}, date.fromisoformat(example.as_of) if example.as_of else None, book)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_the_example_with_a_finding_gives_exactly_that_finding(rule: Rule) -> None:
    assert sorted(f.code for f in found(rule.bad)) == sorted([rule.code, *rule.companions])


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_the_example_without_a_finding_gives_none(rule: Rule) -> None:
    without = [f for f in found(rule.good) if f.code == rule.code or f.severity != "info"]
    assert without == []


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_the_code_begins_with_the_severity(rule: Rule) -> None:
    assert LETTERS[rule.code[0]] == rule.severity


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_texts_are_whole(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.solve, rule.why):
        assert text
        assert not text.endswith("。。")
    assert not rule.message.endswith("。")  # notes and lists put the full stop
    assert not rule.solve.endswith("。")


def test_every_rule_has_its_logic() -> None:
    assert list(logic()) == list(rules())


def test_messages_are_filled_in() -> None:
    for rule in rules().values():
        for finding in found(rule.bad):
            assert "{" not in finding.message + finding.suggestion
    assert {name for rule in rules().values() for _, name, _, _ in string.Formatter().parse(rule.message) if name}


def test_the_package_offers_the_check() -> None:
    assert check is run
