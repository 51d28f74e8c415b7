"""The cells of a document that call our functions, and how each means its arguments.

LibreOffice hands a function bare values: 0 for a cell that is blank, 0.972 for one that shows 97.2%. What the cell
means stands in its formula.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from addin.libreoffice.functions import references
from addin.libreoffice.functions.contents import UNKNOWN, Contents
from addin.libreoffice.functions.formula_text import calls
from addin.libreoffice.functions.identity import SERVICE
from addin.libreoffice.functions.references import LAST_ROW, Area, Expression, Name
from udfs.catalogue import Function

Way = Literal["plain", "blank", "percent", "unclear"] | tuple[tuple[bool, ...], ...]
"""How an argument is meant: as it came; a blank cell; shown as percent (cell by cell where they differ); unclear."""

_PREFIX = f"{SERVICE}.".upper()
_SEPARATOR = ";"
_MOST_CELLS = 200
"""How many cells are looked at to see on what a formula depends."""
_FEW = 3
_WIDEST = 16384
_ANY = object()


@dataclass(frozen=True, slots=True)
class Caller:
    """A call in a cell. place: sheet, column, row (0-based); order: its place among the document's."""

    place: tuple[str, int, int]
    arguments: tuple[str, ...]
    formula: str
    order: int


@dataclass(frozen=True, slots=True)
class Meant:
    """What a caller hands over, where its text says it (else _ANY), and how it means it."""

    values: tuple[object, ...]
    ways: tuple[Way, ...]


@dataclass
class _Index:
    """Callers by what they hand over: by which arguments are known, then by these, then by how they mean them."""

    groups: dict[tuple[int, ...], dict[tuple[object, ...], dict[tuple[Way, ...], list[Caller]]]] = field(
        default_factory=dict
    )

    def add(self, caller: Caller, meant: Meant) -> None:
        known = tuple(index for index, value in enumerate(meant.values) if value is not _ANY)
        alike = self.groups.setdefault(known, {}).setdefault(tuple(meant.values[index] for index in known), {})
        alike.setdefault(meant.ways, []).append(caller)

    def matching(self, given: Sequence[object]) -> dict[tuple[Way, ...], list[Caller]]:
        found: dict[tuple[Way, ...], list[Caller]] = {}
        for known, group in self.groups.items():
            alike = group.get(tuple(given[index] if index < len(given) else None for index in known), {})
            for ways, callers in alike.items():
                found[ways] = found[ways] + callers if ways in found else callers
        return found


class Callers:
    """The callers in a document at one moment."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._contents = Contents(document)
        self._names = document.getPropertyValue("NamedRanges")
        self._by_method = self._found(document)
        self._indexes: dict[str, _Index] = {}
        self._askable: dict[str, list[Caller]] = {}
        self._closed: dict[tuple[str, int, int], bool] = {}

    def matching(self, entry: Function, method: str, given: Sequence[Any]) -> Mapping[tuple[Way, ...], list[Caller]]:
        """Return the callers of a method that may have handed over these values, by how they mean them."""
        if method not in self._indexes:
            index = self._indexes[method] = _Index()
            for caller in self._by_method.get(method, ()):
                index.add(caller, self._meant(entry, caller))
        return self._indexes[method].matching([*map(_key, given)])

    def add_next(self, entry: Function, method: str) -> bool:
        """Take in the cell under the last caller of a method, where it calls it too: a column that is being filled."""
        known = self._by_method.get(method)
        if not known:
            return False
        sheet, column, row = known[-1].place
        below = Area(sheet, column, row + 1, column, row + 1, cell=True)
        if row == LAST_ROW:
            return False
        new = [
            each for at in self._contents.formulas(below, sheet) for each in self._in_cell(sheet, *at, known[-1].order)
        ]
        for name, caller in new:
            if name == method:
                known.append(caller)
                if method in self._askable and not any(caller.arguments):
                    self._askable[method] += [caller] if self.is_closed(caller) else []
                if method in self._indexes:
                    self._contents.forget(caller.place)
                    self._indexes[method].add(caller, self._meant(entry, caller))
        return any(name == method for name, _ in new)

    def still_hold(self, found: Mapping[tuple[Way, ...], list[Caller]]) -> bool:
        """Return whether cells said to be blank are, and others aren't, as far as a few of the callers tell.

        LibreOffice may calculate in the midst of a change, before it says that the document was changed.
        """
        return all(
            self._contents.is_blank(area, area.sheet or caller.place[0]) == (way == "blank")
            for ways, callers in found.items()
            for caller in callers[:_FEW]
            for text, way in zip(caller.arguments, ways, strict=False)
            if isinstance(area := references.read(text), Area) and area.cell
        )

    def askable_without_arguments(self, method: str) -> list[Caller]:
        """Return the callers of a method that hand over nothing; none where not all of them can be asked."""
        if method not in self._askable:
            found = [caller for caller in self._by_method.get(method, ()) if not any(caller.arguments)]
            self._askable[method] = found if all(map(self.is_closed, found)) else []
        return self._askable[method]

    def is_closed(self, caller: Caller) -> bool:
        """Return whether a caller can be asked while another of its method is calculated: it hangs on none of them.

        It may hang on cells that call other methods, if these hang on no caller at all. In doubt it isn't closed.
        """
        if caller.place not in self._closed:
            own = {method for method, _ in _calls(caller.formula)}
            try:
                self._closed[caller.place] = self._hangs_only_on(caller.place[0], caller.formula, without=own)
            except Exception:  # a formula that speaks of a sheet that isn't there
                self._closed[caller.place] = False
        return self._closed[caller.place]

    def _found(self, document: Any) -> Mapping[str, list[Caller]]:
        found: dict[str, list[Caller]] = defaultdict(list)
        order = 0
        for sheet in document.getSheets().getElementNames():
            for column, row, text in self._contents.formulas(Area(sheet, 0, 0, _WIDEST - 1, LAST_ROW), sheet):
                for method, caller in self._in_cell(sheet, column, row, text, order):
                    order = caller.order
                    found[method].append(caller)
        return found

    @staticmethod
    def _in_cell(sheet: str, column: int, row: int, text: str, order: int) -> list[tuple[str, Caller]]:
        return [
            (method, Caller((sheet, column, row), arguments, text, order + 1 + index))
            for index, (method, arguments) in enumerate(_calls(text))
        ]

    def _meant(self, entry: Function, caller: Caller) -> Meant:
        values: list[object] = []
        ways: list[Way] = []
        for argument, text in zip(entry.arguments, caller.arguments, strict=False):
            read = self._resolved(text, caller.place[0])
            value, way = self._argument(read, caller.place[0], argument.kind == "percent")
            values.append(value)
            ways.append(way)
        return Meant(tuple(values), tuple(ways))

    def _resolved(self, text: str, own_sheet: str) -> references.Area | references.Literal | Expression:
        """Return what an argument is; a name that means another cell for each cell (`$F1`) is not told."""
        read = references.read(text)
        if not isinstance(read, Name):
            return read
        for names in (self._names_of(own_sheet), self._names):
            if names.hasByName(read.word):
                content = names.getByName(read.word).getContent()
                named = references.read(content)
                told = isinstance(named, references.Literal) or references.is_fixed(content)
                return named if told and not isinstance(named, Name) else Expression(refers=True)
        return Expression(refers=True)

    def _names_of(self, sheet: str) -> Any:
        return self._document.getSheets().getByName(sheet).getPropertyValue("NamedRanges")

    def _argument(
        self, read: references.Area | references.Literal | Expression, own_sheet: str, percent: bool
    ) -> tuple[object, Way]:
        if isinstance(read, references.Literal):
            return _key(read.value), "plain"
        if isinstance(read, Expression):
            return _ANY, "unclear" if read.refers else "plain"
        sheet = read.sheet or own_sheet
        try:
            if not read.cell:
                whole = read.bottom == LAST_ROW
                return _ANY if whole else ("block", *read.size), self._shown(read, sheet) if percent else "plain"
            value = self._contents.value(sheet, read.left, read.top)
            if value is None:
                return 0.0, "blank"
            return _ANY if value is UNKNOWN else value, self._shown(read, sheet) if percent else "plain"
        except Exception:  # a sheet that is gone: the call isn't made at all
            return _ANY, "unclear"

    def _shown(self, area: Area, sheet: str) -> Way:
        percent = self._contents.percent(area, sheet)
        return percent if isinstance(percent, tuple) else "percent" if percent else "plain"

    def _hangs_only_on(self, sheet: str, formula: str, without: Collection[str] | None = None) -> bool:
        """Return whether all cells that a formula hangs on are free of our functions.

        without: free of these methods, and what calls others hangs on cells that are free of all.
        """
        waiting, seen = [(sheet, formula)], 0
        while waiting:
            of, text = waiting.pop()
            if "INDIRECT" in text.upper() or "OFFSET" in text.upper() or references.has_names(text):
                return False
            for area in references.areas(text):
                own = area.sheet or of
                for _, _, under in self._contents.formulas(area, own):
                    seen += 1
                    if seen > _MOST_CELLS:
                        return False
                    called = {method for method, _ in _calls(under)}
                    if not called:
                        waiting.append((own, under))
                    elif without is None or called & set(without) or not self._hangs_only_on(own, under):
                        return False
        return True


@lru_cache(maxsize=65536)  # the callers of a document are looked up again and again
def _calls(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the calls of our functions in a formula: method and arguments."""
    if _PREFIX not in text.upper():
        return ()
    return tuple(
        (call.name.upper()[len(_PREFIX) :], call.texts(text))
        for call in calls(text, _SEPARATOR)
        if call.name.upper().startswith(_PREFIX)
    )


def _key(value: object) -> object:
    """Return what a value is found by: a block by its rows and columns."""
    return ("block", len(value), len(value[0]) if value else 0) if isinstance(value, tuple) else value
