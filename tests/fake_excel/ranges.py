"""Range: blocks of cells, one or more, answering as Excel does: nothing where its cells differ."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.styles import PatternFill
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter, range_boundaries
from xlwings import base_classes

from tests.fake_excel import com, model
from tests.fake_excel.model import Box, places
from tests.fake_excel.strict import FAILED, ComError, Strict

if TYPE_CHECKING:
    from tests.fake_excel.engine import FakeNote, FakeSheet

_ERRORS = {
    "#NULL!": 2000, "#DIV/0!": 2007, "#VALUE!": 2015, "#REF!": 2023, "#NAME?": 2029, "#NUM!": 2036, "#N/A": 2042,
    "#SPILL!": 2045, "#CALC!": 2050,
}  # fmt: skip
_LONGEST_ADDRESS = 255


class FakeRange(Strict, base_classes.Range):
    """Blocks of cells of one sheet."""

    options: Any

    def __init__(self, sheet: "FakeSheet", boxes: list[Box]) -> None:
        self.faults = sheet.faults
        self._sheet = sheet
        self._boxes = boxes
        self._is_placed = False

    @classmethod
    def named(cls, sheet: "FakeSheet", first: Any, second: Any) -> "FakeRange":
        """Return the range that xlwings' `Sheet.range` asks for."""
        sheet.faults.trips += 1 if second is None else 3
        if isinstance(first, str) and second is None:
            if len(first) > _LONGEST_ADDRESS:
                raise ComError(FAILED, "address too long")
            boxes = [range_boundaries(part) for part in first.replace("$", "").split(",")]
            return cls(sheet, [(top, left, bottom, right) for left, top, right, bottom in boxes])
        if isinstance(first, tuple) and len(first) == 4:
            row, column, height, width = first
            return cls(sheet, [(row, column, row + height - 1, column + width - 1)])
        top, left = _corner(first)
        bottom, right = _corner(second) if second is not None else (top, left)
        if min(top, left) < 1:
            raise IndexError("Excel counts from 1")
        return cls(sheet, [(top, left, bottom, right)])

    # -- where it is

    @property
    def _box(self) -> Box:
        return self._boxes[0]

    def _places(self) -> Iterator[tuple[int, int]]:
        for box in self._boxes:
            yield from places(box)

    @property
    def api(self) -> com.Range:
        return com.Range(self)

    @property
    def sheet(self) -> "FakeSheet":
        return self._sheet

    def _ask_where(self) -> None:
        if not self._is_placed:
            self._is_placed = True
            self.faults.trips += 7  # Worksheet, Row, Column, Rows, Columns, and their counts

    @property
    def row(self) -> int:
        self._ask_where()
        return self._box[0]

    @property
    def column(self) -> int:
        self._ask_where()
        return self._box[1]

    @property
    def shape(self) -> tuple[int, int]:
        self._ask_where()
        top, left, bottom, right = self._box
        return bottom - top + 1, right - left + 1

    @property
    def address(self) -> str:
        return ",".join(
            f"${get_column_letter(left)}${top}"
            + ("" if (top, left) == (bottom, right) else f":${get_column_letter(right)}${bottom}")
            for top, left, bottom, right in self._boxes
        )

    def __len__(self) -> int:
        return sum(1 for _ in self._places())

    def __call__(self, row: int, column: int | None = None) -> "FakeRange":
        width = self.shape[1]
        if column is None:
            row, column = divmod(row - 1, width)[0] + 1, (row - 1) % width + 1
        top, left = self._box[0] + row - 1, self._box[1] + column - 1
        return FakeRange(self._sheet, [(top, left, top, left)])

    # -- what it holds

    def _one(self) -> Box:
        if len(self._boxes) > 1:
            raise NotImplementedError("FakeRange of several blocks, read or written")
        return self._box

    def _grid(self, ask: Callable[[int, int], Any]) -> Any:
        top, left, bottom, right = self._one()
        self.faults.cells_read += (bottom - top + 1) * (right - left + 1)
        if (top, left) == (bottom, right):
            return ask(top, left)
        return tuple(tuple(ask(row, column) for column in range(left, right + 1)) for row in range(top, bottom + 1))

    @property
    def raw_value(self) -> Any:
        return self._grid(self._com_value)

    def _number(self, row: int, column: int) -> Any:
        """Return the value without a date or money in it."""
        value = self._sheet.model.value(row, column)
        if isinstance(value, str) and value in _ERRORS and self._is_error(row, column):
            return 0x800A0000 + _ERRORS[value] - (1 << 32)
        if isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        return model.serial(value, date1904=self._sheet._parent._book.date1904)

    def _com_value(self, row: int, column: int) -> Any:
        value = self._sheet.model.value(row, column)
        if isinstance(value, str) and value in _ERRORS and self._is_error(row, column):
            return 0x800A0000 + _ERRORS[value] - (1 << 32)
        if isinstance(value, (datetime, date, time, timedelta)):
            return self._moment(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if is_date_format(self._look(row, column)[-1]):  # openpyxl makes no date of it, nor does pywin32
                raise ValueError("year is out of range")
            return Decimal(f"{value:.4f}") if "¥" in self._look(row, column)[-1] else float(value)
        return value

    def _is_error(self, row: int, column: int) -> bool:
        cell = self._sheet.model.cells._cells[row, column]
        return cell.data_type == "e" or (row, column) in self._sheet.model.results

    def _moment(self, value: Any) -> datetime:
        epoch = datetime(1904, 1, 1) if self._sheet._parent._book.date1904 else datetime(1899, 12, 30)
        if isinstance(value, timedelta):
            value = epoch + value
        elif isinstance(value, time):
            value = datetime.combine(epoch.date(), value)
        elif not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day)
        return value.replace(tzinfo=UTC)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        top, left, bottom, right = self._one()
        self._writable()
        for row, column in places(self._one()):
            value = data[row - top][column - left] if isinstance(data, (list, tuple)) else data
            self._sheet.model.write(row, column, value)
            if self._sheet._parent._app._state["tables_grow"]:
                self._sheet.model.grow_tables(row, column)
        if isinstance(data, (list, tuple)) and (len(data), len(data[0])) != (bottom - top + 1, right - left + 1):
            raise ComError(FAILED, "a block of another shape")

    @property
    def formula(self) -> Any:
        return self._grid(self._sheet.model.formula)

    @formula.setter
    def formula(self, value: str) -> None:
        self._writable()
        for place in self._places():
            self._sheet.model.write(*place, value)

    def clear_contents(self) -> None:
        self._writable()
        for place in self._places():
            if place in self._sheet.model.cells._cells:
                self._sheet.model.write(*place, None)

    def clear_formats(self) -> None:
        self._writable()
        for place in self._places():
            self._sheet.model.dress(*place, (None,) * 5 + ("General",))

    # -- how it looks

    def _look(self, row: int, column: int) -> tuple[Any, ...]:
        return self._sheet.model.look(row, column)

    @property
    def number_format(self) -> str | None:
        found = {self._look(*place)[-1] for place in self._places()}
        return found.pop() if len(found) == 1 else None

    @number_format.setter
    def number_format(self, value: str) -> None:
        self._writable()
        for place in self._places():
            self._sheet.model.cells.cell(*place).number_format = value

    @property
    def color(self) -> Any:
        raise NotImplementedError("FakeRange.color: Excel says black where cells differ; ask native.fill")

    @color.setter
    def color(self, value: str | None) -> None:
        self._writable()
        for place in self._places():
            fill = PatternFill() if value is None else model.solid(value.removeprefix("#").upper())
            self._sheet.model.cells.cell(*place).fill = fill

    def _set_column_width(self, value: float) -> None:
        self._writable()
        letter = get_column_letter(self._box[1])
        self._sheet.model.cells.column_dimensions[letter].width = value

    column_width = property(
        lambda self: self._sheet.model.cells.column_dimensions[get_column_letter(self._box[1])].width, _set_column_width
    )

    def _set_row_height(self, value: float) -> None:
        self._writable()
        self._sheet.model.cells.row_dimensions[self._box[0]].height = value

    row_height = property(lambda self: self._sheet.model.cells.row_dimensions[self._box[0]].height, _set_row_height)

    def copy(self, destination: Any = None) -> None:
        if destination is not None:
            raise NotImplementedError("FakeRange.copy to a destination")
        self._sheet._parent._app._clipboard = self

    def paste(
        self, paste: Any = None, operation: Any = None, skip_blanks: bool = False, transpose: bool = False
    ) -> None:
        if paste != "formats" or operation or skip_blanks or transpose:
            raise NotImplementedError(f"FakeRange.paste {paste}")
        self._writable()
        source = self._sheet._parent._app._clipboard
        if source is None:
            raise ComError(FAILED, "nothing to paste")
        (top, left, _, _), (from_top, from_left, _, _) = self._box, source._box
        height, width = source.shape
        looks = {
            (row, column): source._look(from_top + (row - top) % height, from_left + (column - left) % width)
            for row, column in places(self._box)
        }
        for place, look in looks.items():
            self._sheet.model.dress(*place, look)
        for merged in source._sheet.model.merged():  # merging is a format
            if (
                from_top <= merged[0]
                and merged[2] < from_top + height
                and from_left <= merged[1]
                and merged[3] < from_left + width
            ):
                down, across = top - from_top, left - from_left
                if (down, across) != (0, 0):
                    self._sheet.model.merge(
                        (merged[0] + down, merged[1] + across, merged[2] + down, merged[3] + across)
                    )

    # -- merging

    def _merged_at(self, row: int, column: int) -> Box | None:
        for box in self._sheet.model.merged():
            if box[0] <= row <= box[2] and box[1] <= column <= box[3]:
                return box
        return None

    @property
    def merge_cells(self) -> bool | None:
        found = {self._merged_at(*place) is not None for place in self._places()}
        if len(found) > 1 and self.faults.merged_if_any:
            return True
        return found.pop() if len(found) == 1 else None

    @property
    def merge_area(self) -> "FakeRange":
        box = self._merged_at(*self._box[:2])
        return FakeRange(self._sheet, [box or (*self._box[:2], *self._box[:2])])

    def merge(self, across: bool = False) -> None:
        if across:
            raise NotImplementedError("FakeRange.merge across")
        self._writable()
        self._sheet.model.merge(self._box)

    def unmerge(self) -> None:
        self._writable()
        self._sheet.model.unmerge(self._box)

    # -- notes

    @property
    def note(self) -> "FakeNote | None":
        from tests.fake_excel.engine import FakeNote

        cell = self._sheet.model.cells._cells.get(self._box[:2])
        return FakeNote(self._sheet, *self._box[:2]) if getattr(cell, "comment", None) else None

    def add_note(self, text: str) -> "FakeNote":
        from tests.fake_excel.engine import FakeNote

        self._writable()
        merged = self._merged_at(*self._box[:2])
        if merged and merged[:2] != self._box[:2]:
            raise ComError(FAILED, "a covered cell")
        if self.address.replace("$", "") in self._sheet.model.threads:
            raise ComError(FAILED, "a threaded comment is there")
        cell = self._sheet.model.cells.cell(*self._box[:2])
        cell.comment = model.note(text, self._sheet._parent._app._user)
        return FakeNote(self._sheet, *self._box[:2])

    def _writable(self) -> None:
        self.faults.changes += 1
        if self._sheet.model.cells.protection.sheet:
            raise ComError(FAILED, "protected sheet")


def _corner(corner: Any) -> tuple[int, int]:
    if isinstance(corner, FakeRange):
        return corner._box[:2]
    row, column = corner
    return row, column
