"""A function without arguments: the figure of its own ledger row.

The ledger can't be read while LibreOffice calculates: formulas of the ledger that hang on the calling cell would be
left in error. So a cell is blank at first; when LibreOffice has finished, the ledger is read, and the cells whose
figures are new are entered anew. At each recalculation (Ctrl+Shift+F9) the ledger is read again.
"""

import logging
import re
from dataclasses import dataclass, field
from typing import Any

import unohelper
from com.sun.star.awt import XCallback

from addin.libreoffice.functions.calling import Calling
from addin.libreoffice.functions.unnoticed import unnoticed
from udfs.catalogue import Function

NO_ROW = "看不出是哪一行，请填参数，如 {}(F5;E5)"
_LOG = logging.getLogger(__name__)
_MERE_CALL = re.compile(r"=[\w.]+\(\)")
_Asking = tuple[str, str, int, int]
"""Function, sheet, column, row (from 0)."""


@dataclass
class _Document:
    """An open document: the figures that its cells were given, and the cells that wait for theirs."""

    document: Any
    figures: dict[_Asking, float | str] = field(default_factory=dict)
    waiting: dict[_Asking, None] = field(default_factory=dict)

    def is_open(self) -> bool:
        try:
            return bool(self.document.getSheets().getCount())
        except Exception:  # LibreOffice has let go of it
            return False


class OwnRows(unohelper.Base, XCallback):  # type: ignore[misc]
    """Answers calls without arguments."""

    def __init__(self, context: Any, calling: Calling) -> None:
        self._context, self._calling = context, calling
        self._documents: list[_Document] = []
        self._called = self._settling = False
        self._entering: tuple[str, int, int] | None = None

    def answer(self, entry: Function, method: str, document: Any) -> tuple[tuple[float | str, ...], ...]:
        """Return the figure of the row in which the function stands, as far as it is known."""
        if self._entering is not None:
            place = self._entering
        else:
            caller = self._calling.caller(entry, document, method)
            if caller is None:
                return ((NO_ROW.format(entry.alias),),)
            place = caller.place
        known = self._known(document)
        asking = (entry.name, *place)
        if not (self._settling and asking in known.figures) and asking not in known.waiting:
            known.waiting[asking] = None
            self._call()
        return ((known.figures.get(asking, ""),),)

    def notify(self, data: Any) -> None:
        """LibreOffice has finished: read the ledgers of the cells that wait, and enter those anew that differ."""
        self._called, self._settling = False, True
        self._documents = [known for known in self._documents if known.is_open()]
        for known in self._documents:
            try:
                self._settle(known)
            except Exception:
                _LOG.exception("own rows failed")
        self._settling = False

    def _call(self) -> None:
        if not self._called:
            self._called = True
            name = "com.sun.star.awt.AsyncCallback"
            self._context.ServiceManager.createInstanceWithContext(name, self._context).addCallback(self, None)

    def _settle(self, known: _Document) -> None:
        from addin import own_rows
        from workbooks.libreoffice import book_of, here

        waiting, known.waiting = [*known.waiting], {}
        if not waiting:
            return
        own_rows.forget()
        book = book_of(here(self._context), known.document)
        different = []
        for asking in waiting:
            name, sheet, _, row = asking
            figure, _ = own_rows.figure(book, name, sheet, row)
            if figure != known.figures.get(asking, ""):
                different.append(asking)
            known.figures[asking] = figure
        if different:
            with unnoticed(known.document):
                for _, sheet, column, row in different:
                    try:
                        self._enter_anew(known.document, sheet, column, row)
                    except Exception:  # such as a sheet renamed since
                        _LOG.exception("own row of %s, row %d", sheet, row + 1)

    def _known(self, document: Any) -> _Document:
        for known in self._documents:
            if known.document == document:
                return known
        self._documents.append(_Document(document))
        return self._documents[-1]

    def _enter_anew(self, document: Any, sheet: str, column: int, row: int) -> None:
        """Make LibreOffice calculate a cell; here and now where it is a mere call, and so known to be what calls."""
        cell = document.getSheets().getByName(sheet).getCellByPosition(column, row)
        formula = cell.getFormula()
        if not _MERE_CALL.fullmatch(formula):
            cell.setFormula(formula)
            return
        self._entering = (sheet, column, row)
        try:
            cell.setFormula(formula)
            cell.getError()
        finally:
            self._entering = None
