"""Ten times the rows take about ten times as long, and 20,000 rows a moment."""

from random import Random
from time import perf_counter

from tests.workbooks.checks import honest
from tests.workbooks.checks.builder import ledgers_of
from workbooks.checks import check


def seconds(rows: int) -> float:
    random = Random(1)
    names = (*sorted(honest.MONEY), *sorted(honest.OTHERS))
    style = honest.Style(
        dict.fromkeys(honest.MONEY, "万元"), dict.fromkeys(honest.MONEY, 2), names, False, True, True, 2025, 7
    )
    projects = [honest.project(random, at, 2025, 7) for at in range(rows)]
    ledgers, book = ledgers_of(honest.table(random, projects, style, True, 2))
    check(ledgers[:0], {}, None, book)
    begun = perf_counter()
    check(ledgers, {}, None, book)
    return perf_counter() - begun


def test_twenty_thousand_rows_are_checked_in_a_moment() -> None:
    assert seconds(20_000) < 3  # 0.6 s where nothing else runs
