"""No false alarms: an honest ledger of any kind, in any unit, rounded anyhow, gives no error and no warning."""

from datetime import date

from hypothesis import given, settings

from tests.workbooks.checks.builder import ledgers_of
from tests.workbooks.checks.honest import ledgers
from workbooks.checks import check


@settings(max_examples=150, deadline=None)
@given(ledgers())
def test_an_honest_ledger_gives_no_error_and_no_warning(drawn: tuple[str, date]) -> None:
    table, as_of = drawn
    made, book = ledgers_of(table)
    doubts = [f for f in check(made, {}, as_of, book) if f.severity != "info"]
    assert doubts == [], table
