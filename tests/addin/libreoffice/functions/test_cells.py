"""LibreOffice's values, and ours."""

import struct
from datetime import date
from math import isnan

import pytest

from addin.libreoffice.functions.cells import error_number, received, sent
from udfs.catalogue import Argument, function
from udfs.columns import MISSING
from udfs.values.cells import CellError

EPOCH = date(1899, 12, 30)
DONE, DEADLINE = function("COMPLETION_RATE").arguments[0], function("OVERDUE_DAYS").arguments[0]


def number_of(code: int) -> float:
    number: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8_0000_0000_0000 | code))[0]
    return number


def test_nothing_is_a_missing_argument_and_an_empty_text_a_blank() -> None:
    assert received(None, DONE, EPOCH) is MISSING
    assert received("", DONE, EPOCH) is None
    assert received(((1.0, ""), ("约300", 2)), DONE, EPOCH) == [[1.0, None], ["约300", 2.0]]


@pytest.mark.parametrize(("code", "shown"), [(532, "#DIV/0!"), (32767, "#N/A"), (524, "#REF!"), (502, "#VALUE!")])
def test_a_number_that_is_none_is_an_error(code: int, shown: str) -> None:
    assert received(((number_of(code),),), DONE, EPOCH) == [[CellError(shown)]]


@pytest.mark.parametrize("shown", ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"])
def test_an_error_goes_back_as_itself(shown: str) -> None:
    number = error_number(CellError(shown))
    assert isnan(number) and received(number, DONE, EPOCH) == CellError(shown)


def test_an_error_that_libreoffice_has_not_is_a_wrong_value() -> None:
    assert received(error_number(CellError("#SPILL!")), DONE, EPOCH) == CellError("#VALUE!")


@pytest.mark.parametrize(
    ("argument", "number", "epoch", "read"),
    [
        (DEADLINE, 46193.0, EPOCH, date(2026, 6, 20)),
        (DEADLINE, 46193.75, EPOCH, date(2026, 6, 20)),
        (DEADLINE, 44731.0, date(1904, 1, 1), date(2026, 6, 20)),
        (DEADLINE, 35000.0, EPOCH, date(1995, 10, 28)),
        (DEADLINE, 2026.0, EPOCH, 2026.0),
        (DEADLINE, 20261.0, EPOCH, 20261.0),
        (DEADLINE, 20260620.0, EPOCH, 20260620.0),
        (DONE, 46193.0, EPOCH, 46193.0),
    ],
)
def test_a_number_is_a_day_where_a_date_is_asked_for(
    argument: Argument, number: float, epoch: date, read: object
) -> None:
    assert received(number, argument, epoch) == read


def test_a_day_goes_back_as_the_document_counts_days() -> None:
    assert sent(date(2026, 6, 20), EPOCH) == 46193.0
    assert sent(date(2026, 6, 20), date(1904, 1, 1)) == 44731.0
    assert (sent("滞后", EPOCH), sent(3, EPOCH)) == ("滞后", 3.0)
