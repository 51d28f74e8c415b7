"""The worksheet functions' VBA, run by pyOpenVBA against a stub of Python: what goes out, what comes into the cells."""

from datetime import datetime, timedelta

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import EMPTY, MISSING, NOTHING, NULL, VBAArray, VBAErrorValue, VBAObject, member, method

from tests.addin.excel.desk import PYTHON_FAILED, SERVER_GONE, Call, Desk, Server, array
from udfs.catalogue import Function, functions

VALUE_ERROR = VBAErrorValue(2015)
OWN_ROW = [function for function in functions() if function.own_row]


def desk_with(*answers: object) -> tuple[Desk, Server]:
    server = Server(*answers)
    return Desk([server]), server


def array_of(*values: object) -> VBAArray:
    return VBAArray([(0, len(values) - 1)], items=list(values))


class Cell(VBAObject):
    """A calling cell of the desk's first sheet, which asks again when it is calculated."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.calculated = 0

    @member
    def Worksheet(self) -> object:  # noqa: N802
        return self.desk.app.sheet(1).sheet

    @member
    def Row(self) -> int:  # noqa: N802
        return 5

    @method
    def Address(self, External: object = MISSING) -> str:  # noqa: N802, N803
        return "[台账.xlsx]Sheet1!$H$5"

    @method
    def Calculate(self) -> None:  # noqa: N802
        self.calculated += 1
        self.desk.run("COMPLETION_RATE")


class TestCalls:
    @pytest.mark.parametrize("function", functions(), ids=lambda function: function.name)
    def test_a_function_passes_its_arguments_in_order_under_both_its_names(self, function: Function) -> None:
        given = [float(number) for number in range(1, len(function.arguments) + 1)]
        desk, server = desk_with(97.16)
        assert desk.run(function.name, *given) == 97.16
        assert desk.run(function.alias, *given) == 97.16
        assert server.calls[1:] == [Call("udfs.excel", function.name, given, NOTHING, NOTHING)] * 2

    @pytest.mark.parametrize("name", ["RANK_TIES", "并列排名"])
    def test_an_argument_left_out_goes_out_as_missing(self, name: str) -> None:
        desk, server = desk_with(1)
        desk.run(name, 5.0)
        assert server.calls[-1].arguments == [5.0, MISSING]

    def test_python_is_greeted_without_a_workbook_before_anything_else(self) -> None:
        desk, server = desk_with(1)
        desk.run("SHARE", 1.0, 2.0)
        assert server.calls[0] == Call("addin.served", "hello", [], NOTHING, NOTHING)

    def test_one_server_serves_all_calls(self) -> None:
        desk, server = desk_with(1)
        for _ in range(5):
            desk.run("SHARE", 1.0, 2.0)
        assert desk.starts == 1
        assert server.asked == ["hello"] + ["SHARE"] * 5


class TestOwnRow:
    @pytest.mark.parametrize("function", OWN_ROW, ids=lambda function: function.name)
    @pytest.mark.parametrize("kind", ["name", "alias"])
    def test_without_arguments_the_calling_cells_place_goes_along(self, function: Function, kind: str) -> None:
        desk, server = desk_with(array_of(48.5, False))
        desk.excel.caller = desk.range("H5")
        assert desk.run(getattr(function, kind)) == 48.5
        call = server.calls[-1]
        assert (call.module, call.function) == ("addin.served", "own_row")
        assert call.arguments == [function.name, desk.app.sheet(1).name, 5]
        assert call.book is desk.book

    def test_no_cell_goes_to_python(self) -> None:
        """xlwings marshals a caller into a stream that nobody releases: Excel would outlive its windows."""
        desk, server = desk_with(array_of(48.5, False))
        desk.excel.caller = desk.range("H5")
        desk.run("COMPLETION_RATE")
        desk.run("COMPLETION_RATE", desk.range("F5"), 2.0)
        assert [call.caller for call in server.calls] == [NOTHING] * 3

    def test_with_any_argument_it_is_an_ordinary_call(self) -> None:
        desk, server = desk_with(array_of(48.5, False))
        desk.run("COMPLETION_RATE", MISSING, 5.0)
        assert server.calls[-1].arguments == [MISSING, 5.0]
        assert server.calls[-1].function == "COMPLETION_RATE"

    def test_other_functions_without_arguments_ask_python_what_to_say(self) -> None:
        desk, server = desk_with("缺少参数")
        assert desk.run("SHARE") == "缺少参数"
        assert server.calls[-1].arguments == [MISSING, MISSING]


class TestSettling:
    """Formulas of the ledger not calculated yet are read as blanks: the cell is asked again afterwards."""

    def test_when_excel_has_calculated_the_cell_is_calculated_again(self) -> None:
        desk, server = desk_with(array_of("", True))
        desk.run("ThisWorkbook.Workbook_Open")
        desk.excel.caller = Cell(desk)
        desk.run("COMPLETION_RATE")
        desk.raise_event("AfterCalculate")
        assert desk.excel.caller.calculated == 1
        assert server.asked == ["hello", "own_row", "forget", "own_row"]

    def test_once_and_no_more(self) -> None:
        desk, _ = desk_with(array_of("", True))
        desk.run("ThisWorkbook.Workbook_Open")
        desk.excel.caller = Cell(desk)
        desk.run("COMPLETION_RATE")
        for _ in range(3):
            desk.raise_event("AfterCalculate")
        assert desk.excel.caller.calculated == 1

    def test_a_cell_whose_ledger_was_ready_is_left_alone(self) -> None:
        desk, server = desk_with(array_of(48.5, False))
        desk.run("ThisWorkbook.Workbook_Open")
        desk.excel.caller = Cell(desk)
        desk.run("COMPLETION_RATE")
        desk.raise_event("AfterCalculate")
        assert desk.excel.caller.calculated == 0
        assert server.asked == ["hello", "own_row"]


class TestRanges:
    def test_a_cell_goes_out_as_its_value(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"F5": 629.0, "E5": "647.4万元"})
        desk.run("COMPLETION_RATE", desk.range("F5"), desk.range("E5"))
        assert server.calls[-1].arguments == [629.0, "647.4万元"]

    def test_a_column_goes_out_as_rows_blanks_included(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"F5": 1.0, "F7": 3.0, "A9": "the model's Range.Value ends where the sheet's data ends"})
        desk.run("COMPLETION_RATE", desk.range("F5:F8"), 10.0)
        assert server.calls[-1].arguments == [[[1.0], [EMPTY], [3.0], [EMPTY]], 10.0]

    def test_whole_columns_end_where_the_data_ends_and_begin_in_the_first_row(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"E3": 10.0, "F3": 1.0, "F4": 2.0})
        desk.run("完成率", desk.range("F:F"), desk.range("E:E"))
        first, second = server.calls[-1].arguments
        assert first == [[EMPTY], [EMPTY], [1.0], [2.0]]
        assert second == [[EMPTY], [EMPTY], [10.0], [EMPTY]]

    def test_whole_columns_of_two_sheets_are_equally_long(self) -> None:
        desk, _ = desk_with(1)
        desk.fill({"F2": 1.0})
        short = desk.range("F:F")
        desk.run_line("Worksheets.Add")
        desk.fill({"E4": 2.0})
        columns = VBAArray([(0, 1)], items=[short, desk.range("E:E")])
        assert desk.run("DudaoCells.LastUsedRow", columns) == 4

    def test_an_empty_sheets_whole_column_is_one_blank(self) -> None:
        desk, server = desk_with(1)
        desk.run("SHARE", desk.range("F:F"), 2.0)
        assert server.calls[-1].arguments == [EMPTY, 2.0]

    def test_several_areas_at_once_are_an_error(self) -> None:
        desk, server = desk_with(1)
        assert desk.run("SHARE", desk.range("A1:A2,C1:C2"), 2.0) == VALUE_ERROR
        assert "SHARE" not in server.asked

    def test_an_array_goes_out_as_it_is(self) -> None:
        desk, server = desk_with(1)
        desk.run("SHARE", array([1.0], [2.0]), 2.0)
        assert server.calls[-1].arguments == [[[1.0], [2.0]], 2.0]


class TestPercentages:
    """A cell with the format 0.0% holds 0.972 where the clerk reads 97.2%: what is read counts."""

    def test_a_percent_cell_goes_out_as_it_is_shown(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"G5": 0.972, "H5": 83.3})
        desk.show_as("G5", "0.0%")
        desk.run("进度差", desk.range("G5"), desk.range("H5"))
        assert server.calls[-1].arguments == [97.2, 83.3]

    def test_so_do_the_cells_of_a_column_and_texts_stay(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"G5": 0.5, "G6": "无", "G7": 1.2})
        desk.show_as("G5:G7", "0%")
        desk.run("PROGRESS_GAP", desk.range("G5:G7"), 50.0)
        assert server.calls[-1].arguments == [[[50.0], ["无"], [120.0]], 50.0]

    def test_each_cell_counts_by_its_own_format_where_they_differ(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"G5": 0.5, "G6": 48.0})
        desk.show_as("G5", "0%")
        desk.run("PROGRESS_GAP", desk.range("G5:G6"), 50.0)
        assert server.calls[-1].arguments == [[[50.0], [48.0]], 50.0]

    def test_an_amount_is_taken_as_it_is_held(self) -> None:
        desk, server = desk_with(1)
        desk.fill({"G5": 0.5})
        desk.show_as("G5", "0%")
        desk.run("COMPLETION_RATE", desk.range("G5"), 2.0)
        assert server.calls[-1].arguments == [0.5, 2.0]


class TestAnswers:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("#NULL!", 2000),
            ("#DIV/0!", 2007),
            ("#VALUE!", 2015),
            ("#REF!", 2023),
            ("#NAME?", 2029),
            ("#NUM!", 2036),
            ("#N/A", 2042),
            ("#GETTING_DATA", 2043),
            ("#SPILL!", 2045),
            ("#CONNECT!", 2046),
            ("#BLOCKED!", 2047),
            ("#UNKNOWN!", 2048),
            ("#FIELD!", 2049),
            ("#CALC!", 2050),
        ],
    )
    def test_the_text_of_an_error_becomes_the_error(self, text: str, number: int) -> None:
        assert desk_with(text)[0].run("SHARE", 1.0) == VBAErrorValue(number)

    @pytest.mark.parametrize("text", ["● 正常", "年度计划读不懂：暂定", "#1项目", "", "#N/A "])
    def test_any_other_text_stays(self, text: str) -> None:
        assert desk_with(text)[0].run("LIGHT", 1.0) == text

    @pytest.mark.parametrize("nothing", [EMPTY, NULL])
    def test_nothing_becomes_a_blank_text_and_no_zero(self, nothing: object) -> None:
        assert desk_with(nothing)[0].run("SHARE", 1.0) == ""

    def test_a_column_comes_back_as_a_column_cell_by_cell(self) -> None:
        desk, _ = desk_with(array([25.0], [EMPTY], ["#N/A"], ["读不懂"]))
        assert desk.run("SHARE", 1.0) == [[25.0], [""], [VBAErrorValue(2042)], ["读不懂"]]

    def test_a_row_comes_back_as_a_row(self) -> None:
        row = VBAArray([(0, 2)], items=[1.0, "#DIV/0!", EMPTY])
        assert desk_with(row)[0].run("SHARE", 1.0) == [1.0, VBAErrorValue(2007), ""]


class TestFailures:
    def test_without_python_the_cell_says_so(self) -> None:
        desk = Desk()
        assert desk.run("COMPLETION_RATE", 1.0, 2.0) == "督导未启动"
        assert desk.run("完成率", 1.0, 2.0) == "督导未启动"
        desk.excel.caller = desk.range("H5")
        assert desk.run("LIGHT") == "督导未启动"

    def test_a_thousand_formulas_without_python_don_t_try_a_thousand_times(self) -> None:
        desk = Desk()
        now = datetime(2026, 6, 30, 9, 0, 0)
        desk.app.freeze_clock(now)
        for _ in range(1000):
            desk.run("SHARE", 1.0)
        assert desk.starts == 1
        desk.app.freeze_clock(now + timedelta(seconds=31))
        desk.run("SHARE", 1.0)
        assert desk.starts == 2

    def test_a_clock_put_back_does_not_make_python_unreachable(self) -> None:
        desk = Desk()
        now = datetime(2027, 6, 30, 9, 0, 0)
        desk.app.freeze_clock(now)
        desk.run("SHARE", 1.0)
        desk.app.freeze_clock(now - timedelta(days=365))
        desk.run("SHARE", 1.0)
        assert desk.starts == 2

    @pytest.mark.parametrize("code", [0x800706BA, 0x800706BE, 0x800706B5, 0x80010007, 0x80010012, 0x80010108])
    def test_whichever_way_windows_says_that_the_server_died(self, code: int) -> None:
        gone = VBARuntimeError(code - 2**32, "Automation error")
        first, second = Server(1.0, gone), Server(2.0)
        desk = Desk([first, second])
        assert [desk.run("SHARE", 1.0), desk.run("SHARE", 1.0)] == [1.0, 2.0]

    def test_a_server_that_died_is_started_again_and_asked_again(self) -> None:
        first, second = Server(1.0, SERVER_GONE), Server(2.0)
        desk = Desk([first, second])
        assert [desk.run("SHARE", 1.0), desk.run("SHARE", 1.0)] == [1.0, 2.0]
        assert second.asked == ["hello", "SHARE"]

    def test_a_server_that_dies_again_is_given_up(self) -> None:
        dying = Server(SERVER_GONE)
        assert Desk([dying]).run("SHARE", 1.0) == "督导未启动"
        assert dying.asked == ["hello", "SHARE"] * 2

    def test_an_error_of_python_is_no_reason_to_ask_again_and_shows_no_trace(self) -> None:
        desk, server = desk_with(PYTHON_FAILED)
        assert desk.run("SHARE", 1.0) == VALUE_ERROR
        assert server.asked == ["hello", "SHARE"]
