"""Plan and done of the year, whatever columns the ledger keeps them in."""

from tests.workbooks.sheets.examples import by_month, ledger
from workbooks.supervision.amounts import amounts_of


def test_it_takes_the_year_to_date_column_where_there_is_one():
    made = ledger({"name": ["甲"], "annual_plan": [100.0], "done_this_year": [40.0], "done_since_start": [90.0]})
    amounts = amounts_of(made, 6)
    assert (amounts.done, amounts.derived) == ([40.0], "")


def test_a_blank_cell_of_that_column_stays_blank():
    made = ledger(
        {"name": ["甲"], "done_this_year": [None], "done_since_start": [90.0], "done_before_this_year": [50.0]}
    )
    assert amounts_of(made, 6).done == [None]


def test_it_adds_the_months_up_to_the_period():
    amounts = amounts_of(by_month()[0], 5)
    assert [round(value or 0, 6) for value in amounts.done] == [10000.0, 2500.0]
    assert (amounts.unit, amounts.derived) == ("万元", "from_months")


def test_no_month_filled_in_is_no_figure():
    made = by_month()[0]
    made.grid.rows[4][2:14] = [None] * 12
    assert amounts_of(made, 6).done[1] is None


def test_a_month_that_cannot_be_read_is_not_taken_as_0():
    made = by_month()[0]
    made.grid.rows[4][3] = "待统计部门核"
    assert amounts_of(made, 6).done[1] is None


def test_it_subtracts_what_was_done_before_this_year():
    columns = {
        "name": ["甲", "乙"],
        "annual_plan": [100.0, 10.0],
        "done_since_start": [90.0, 7.0],
        "done_before_this_year": [50.0, None],
    }
    amounts = amounts_of(ledger(columns), 6)
    assert (amounts.done, amounts.derived) == ([40.0, None], "from_start")


def test_before_the_first_month_has_ended_no_months_are_added():
    assert amounts_of(by_month()[0], None).done == [None, None]


def test_amounts_of_an_unknown_unit_are_comparable_with_each_other():
    made = ledger(
        {"name": ["甲"], "annual_plan": [2.0], "done_this_year": [1.0]},
        units={"annual_plan": None, "done_this_year": None},
    )
    amounts = amounts_of(made, 6)
    assert (amounts.unit, amounts.comparable) == (None, True)


def test_plan_and_done_in_different_units_are_not_comparable():
    made = ledger({"name": ["甲"], "annual_plan": [2.0], "done_this_year": [1.0]}, units={"done_this_year": "万美元"})
    assert not amounts_of(made, 6).comparable


def test_a_ledger_without_done_column_has_nothing_to_compare():
    assert amounts_of(ledger({"name": ["甲"], "annual_plan": [2.0]}), 6).comparable
