"""The product itself, on its samples: every column understood, honest ledgers silent, every planted mistake found."""

from pathlib import Path

import pytest

from tests.workbooks.samples.test_template import HEADERS, filled
from workbooks.checks.run import check
from workbooks.finding import Finding
from workbooks.reading import read_book
from workbooks.recognition.recognise import recognise
from workbooks.samples import Sample, planted, samples, template
from workbooks.settings import Settings

HONEST = [sample for sample in samples() if sample.honest]


def findings(sample: Sample) -> list[Finding]:
    book = read_book(sample.path)
    return check(recognise(book, Settings()).ledgers, Settings(), sample.as_of, book)


def test_the_blank_template_is_a_ledger_without_projects() -> None:
    (ledger,) = recognise(read_book(template()), Settings()).ledgers
    assert ledger.rows == []
    assert len(ledger.fields) == len(HEADERS)


def test_a_filled_template_is_read_in_every_column(tmp_path: Path) -> None:
    (ledger,) = recognise(read_book(filled(tmp_path / "filled.xlsx")), Settings()).ledgers
    assert len(ledger.rows) == 2
    assert len(ledger.fields) == len(HEADERS)
    assert ledger.unmapped == () and ledger.questions == ()
    unread = {name for name in ledger.fields if ledger.column(name)[0] is None}
    assert unread == {"actual_finish", "exemption"}


@pytest.mark.parametrize("sample", HONEST, ids=lambda sample: sample.path.name)
def test_an_honest_ledger_gives_no_alarm(sample: Sample) -> None:
    told = [finding for finding in findings(sample) if finding.severity != "info" or not sample.knows]
    assert told == []


def test_every_planted_mistake_is_found_and_nothing_else() -> None:
    (sample,) = [sample for sample in samples() if not sample.honest]
    found = {(finding.sheet, finding.cell) for finding in findings(sample)}
    spots = [{(p.sheet, cell) for cell in (p.cell, *p.also)} for p in planted()]
    assert not [spot for spot in spots if not spot & found]
    assert not found - set().union(*spots)
