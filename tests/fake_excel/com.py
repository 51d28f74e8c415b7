"""What stands behind `.api`: the members of Excel's own objects that `hosts.natives` asks for, and no others."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.styles import GradientFill, PatternFill
from openpyxl.styles.colors import Color

from tests.fake_excel import model
from tests.fake_excel.strict import FAILED, ComError

if TYPE_CHECKING:
    from tests.fake_excel.engine import FakeApp, FakeBook, FakeName, FakeNote, FakeSheet
    from tests.fake_excel.ranges import FakeRange

_NO_PATTERN, _SOLID, _GRADIENT, _HATCHED = -4142, 1, 4000, 9
_THEME = (2, 1, 4, 3, 5, 6, 7, 8, 9, 10, 11, 12)


class Com:
    """Raises NotImplementedError, with the member's name, for what the fake doesn't have."""

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_"):
            for held in object.__getattribute__(self, "__dict__").values():
                if hasattr(type(held), "faults") or "faults" in getattr(held, "__dict__", ()):
                    held.faults.trips += 1
                    break
        return object.__getattribute__(self, name)

    def __getattr__(self, name: str) -> Any:
        raise NotImplementedError(f"{type(self).__name__}.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("_") and not getattr(type(self).__dict__.get(name), "fset", None):
            raise NotImplementedError(f"{type(self).__name__}.{name} =")
        object.__setattr__(self, name, value)


class Application(Com):
    """Excel.Application."""

    def __init__(self, app: "FakeApp") -> None:
        self._app = app

    @property
    def Ready(self) -> bool:  # noqa: N802
        return not self._app.faults.editing and not self._app.faults.macro_waits

    AutoCorrect = property(lambda self: AutoCorrect(self._app))

    @property
    def WorksheetFunction(self) -> "WorksheetFunction":  # noqa: N802
        return WorksheetFunction()


class AutoCorrect(Com):
    """Excel.AutoCorrect."""

    def __init__(self, app: "FakeApp") -> None:
        self._app = app

    def _set_grows(self, value: bool) -> None:
        self._app._state["tables_grow"] = value

    AutoExpandListRange = property(lambda self: self._app._state["tables_grow"], _set_grows)


class WorksheetFunction(Com):
    """Excel.WorksheetFunction."""

    def CountA(self, cells: "Range") -> float:  # noqa: N802
        found = cells._range
        return float(sum(found._sheet.model.formula(*place) != "" for place in found._places()))


class Workbook(Com):
    """Excel.Workbook."""

    def __init__(self, book: "FakeBook") -> None:
        self._opened = book
        self._book = book._book

    FullName = property(lambda self: self._book.path or self._book.name)
    Path = property(lambda self: str(Path(self._book.path).parent) if self._book.path else "")
    FileFormat = property(lambda self: self._book.file_format)
    ReadOnly = property(lambda self: self._book.read_only)
    MultiUserEditing = property(lambda self: self._book.shared)
    ProtectStructure = property(lambda self: self._book.structure_protected)
    Date1904 = property(lambda self: self._book.date1904)
    ActiveSheet = property(lambda self: Active("图表1" if self._book.chart_in_front else self._book.active))

    Saved = property(lambda self: not self._book.is_changed())

    def SaveCopyAs(self, path: str) -> None:  # noqa: N802
        self._opened.faults.answer("SaveCopyAs")
        Path(path).write_bytes(self._book.to_bytes())


class Active(Com):
    """The sheet in front, of whatever kind."""

    def __init__(self, name: str) -> None:
        self._named = name

    Name = property(lambda self: self._named)


class Worksheet(Com):
    """Excel.Worksheet."""

    def __init__(self, sheet: "FakeSheet") -> None:
        self._sheet = sheet

    ProtectContents = property(lambda self: bool(self._sheet.model.cells.protection.sheet))
    Application = property(lambda self: Application(self._sheet._parent._app))
    FilterMode = property(lambda self: self._sheet.model.filtered)
    ListObjects = property(lambda self: Tables(self._sheet))

    def Activate(self) -> None:  # noqa: N802
        self._sheet.faults.answer("Activate")
        if self._sheet.model.cells.sheet_state != "visible":
            raise ComError(FAILED, "Activate method of Worksheet class failed")
        self._sheet._parent._book.active = self._sheet.name
        self._sheet._parent._app._front = self._sheet._parent


class Tables(Com):
    """Excel.ListObjects."""

    def __init__(self, sheet: "FakeSheet") -> None:
        self._sheet = sheet

    Count = property(lambda self: len(self._sheet.model.cells.tables))

    def Item(self, number: int) -> "Table":  # noqa: N802
        return Table(self._sheet, list(self._sheet.model.cells.tables.values())[number - 1])


class Table(Com):
    """Excel.ListObject, and its filter."""

    def __init__(self, sheet: "FakeSheet", table: Any) -> None:
        self._sheet = sheet
        self._table = table

    ShowAutoFilter = property(lambda self: self._table.autoFilter is not None)

    @property
    def AutoFilter(self) -> "Table":  # noqa: N802
        if self._table.autoFilter is None:
            raise ComError(FAILED, "nothing")
        return self

    FilterMode = property(lambda self: bool(self._table.autoFilter.filterColumn))


class Name(Com):
    """Excel.Name."""

    def __init__(self, name: "FakeName") -> None:
        self._name = name

    def _hide(self, shown: bool) -> None:
        self._name._inner.hidden = not shown or None

    Visible = property(lambda self: not self._name._inner.hidden, _hide)


class Note(Com):
    """Excel.Comment."""

    def __init__(self, note: "FakeNote") -> None:
        self._note = note

    Shape = property(lambda self: Shape(self._note._cell.comment))


class Shape(Com):
    """The frame of a note."""

    def __init__(self, comment: Any) -> None:
        self._comment = comment

    def _set_width(self, points: float) -> None:
        self._comment.width = points * 4 / 3

    def _set_height(self, points: float) -> None:
        self._comment.height = points * 4 / 3

    Width = property(lambda self: self._comment.width * 3 / 4, _set_width)
    Height = property(lambda self: self._comment.height * 3 / 4, _set_height)


class Range(Com):
    """Excel.Range."""

    def __init__(self, cells: "FakeRange") -> None:
        self._range = cells

    def __bool__(self) -> bool:
        return True

    Application = property(lambda self: Application(self._range._sheet._parent._app))
    Interior = property(lambda self: Interior(self._range))
    EntireRow = property(lambda self: Rows(self._range))
    EntireColumn = property(lambda self: Columns(self._range))

    @property
    def Value2(self) -> Any:  # noqa: N802
        return self._range._grid(self._range._number)

    # -- formulas

    def _array(self) -> Any:
        """Return the array formula that the cell is part of, None where it is part of none."""
        top, left, _, _ = self._range._box
        return self._range._sheet.model.array_at(top, left)

    def _new(self) -> None:
        if self._range.faults.before_2021:
            raise ComError(FAILED, "unknown name")

    @property
    def HasSpill(self) -> bool:  # noqa: N802
        self._new()
        return False

    HasArray = property(lambda self: self._array() is not None)
    Row = property(lambda self: self._range._box[0])
    Column = property(lambda self: self._range._box[1])

    @property
    def CurrentArray(self) -> "Range":  # noqa: N802
        return Range(type(self._range).named(self._range._sheet, self._array().ref, None))

    def _formula(self) -> str:
        return str(self._range._sheet.model.formula(*self._range._box[:2]))

    def _enter(self, text: str) -> None:
        if self._array() is not None:
            raise ComError(FAILED, "part of an array")
        self._range._writable()
        self._range._sheet.model.write(*self._range._box[:2], text)

    def _formula2(self) -> str:
        self._new()
        return self._formula()

    def _enter_array(self, text: str) -> None:
        self._range._writable()
        self._range._sheet.model.write_array(self._range._box, text)

    Formula = property(_formula, _enter)
    Formula2 = property(_formula2, _enter)
    FormulaArray = property(_formula, _enter_array)


class Rows(Com):
    """Whole rows."""

    def __init__(self, cells: "FakeRange") -> None:
        self._range = cells

    @property
    def Hidden(self) -> bool | None:  # noqa: N802
        top, _, bottom, _ = self._range._box
        rows = self._range._sheet.model.cells.row_dimensions
        return _common({bool(row in rows and rows[row].hidden) for row in range(top, bottom + 1)})


class Columns(Com):
    """Whole columns."""

    def __init__(self, cells: "FakeRange") -> None:
        self._range = cells

    @property
    def Hidden(self) -> bool | None:  # noqa: N802
        from openpyxl.utils import get_column_letter

        _, left, _, right = self._range._box
        columns = self._range._sheet.model.cells.column_dimensions
        letters = [get_column_letter(column) for column in range(left, right + 1)]
        return _common({bool(letter in columns and columns[letter].hidden) for letter in letters})


class Interior(Com):
    """Excel.Interior: the fill."""

    def __init__(self, cells: "FakeRange") -> None:
        self._range = cells

    def _fills(self) -> list[Any]:
        return [self._range._look(*place)[2] for place in self._range._places()]

    @property
    def Pattern(self) -> int | None:  # noqa: N802
        return _common({_pattern(fill) for fill in self._fills()})

    @property
    def Color(self) -> float:  # noqa: N802
        found = {_colour(fill) for fill in self._fills()}
        return found.pop() if len(found) == 1 else 0.0

    @property
    def ThemeColor(self) -> int | None:  # noqa: N802
        found = {_THEME[c.theme] if (c := _shown(fill)) and c.type == "theme" else 0 for fill in self._fills()}
        how = self._range.faults.of_no_theme
        if 0 in found and how == "error":
            raise ComError(FAILED, "no theme")
        return None if 0 in found and how == "nothing" else _common(found)

    @ThemeColor.setter
    def ThemeColor(self, value: int) -> None:  # noqa: N802
        self._range._writable()
        for place in self._range._places():
            colour = Color(theme=_THEME.index(value))
            self._range._sheet.model.cells.cell(*place).fill = PatternFill(
                "solid", fgColor=colour, bgColor=Color(indexed=64)
            )

    @property
    def TintAndShade(self) -> float | None:  # noqa: N802
        return _common({c.tint if (c := _shown(fill)) else 0.0 for fill in self._fills()})

    @TintAndShade.setter
    def TintAndShade(self, value: float) -> None:  # noqa: N802
        self._range._writable()
        for place in self._range._places():
            cell = self._range._sheet.model.cells.cell(*place)
            colour = Color(theme=cell.fill.fgColor.theme, tint=value)
            cell.fill = PatternFill("solid", fgColor=colour, bgColor=Color(indexed=64))


def _shown(fill: Any) -> Color | None:
    return fill.fgColor if _pattern(fill) == _SOLID else None


def _pattern(fill: Any) -> int:
    if isinstance(fill, GradientFill):
        return _GRADIENT
    if fill is None or fill.fill_type in (None, "none"):
        return _NO_PATTERN
    return _SOLID if fill.fill_type == "solid" else _HATCHED


def _colour(fill: Any) -> float:
    colour = _shown(fill)
    if colour is None:
        return 16777215.0
    text = model.rgb_of(colour)
    red, green, blue = (int(text[at : at + 2], 16) for at in (0, 2, 4))
    return float(red + (green << 8) + (blue << 16))


def _common(found: set[Any]) -> Any:
    return found.pop() if len(found) == 1 else None
