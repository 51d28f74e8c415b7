"""What cells hold: their values, their formulas, and clearing them."""

from typing import Any

from workbooks.libreoffice.blocks import FILLED, Blocks
from workbooks.libreoffice.values import read
from workbooks.libreoffice.writing import enter_formulas, fill_formula, write

_LOOKS = 32 | 64 | 256  # com.sun.star.sheet.CellFlags: HARDATTR, STYLES, EDITATTR
_SPECIAL = frozenset("={'")


class Contents(Blocks):
    """Blocks of cells that are read and written; a single cell holds a value, a block rows of values."""

    @property
    def raw_value(self) -> Any:
        """Values as `values.read` tells them; None of an empty block, as xlwings has it."""
        if not len(self):
            return None
        rows = read(self._document, self._block)
        return rows if self.shape != (1, 1) else rows[0][0]

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if not len(self):
            return
        if isinstance(data, (list, tuple)) and data and not isinstance(data[0], (list, tuple)):
            data = [data]
        write(self.sheet.book, self._block, data, self.shape)

    @property
    def formula(self) -> Any:
        """As typed: constants as they are, formulas with their equals sign, in English, by Excel's grammar."""
        grammar = self.sheet.book.grammar

        def said(text: str) -> str:
            # ' stands before a text that would be read as something else
            return text[1:] if text[0] == "'" else grammar.to_excel(text)

        rows = tuple(
            tuple([said(text) if text[:1] in _SPECIAL else text for text in row])
            for row in self._block.getFormulaArray()
        )
        return rows if self.shape != (1, 1) else rows[0][0]

    @formula.setter
    def formula(self, value: Any) -> None:
        """Formulas by Excel's grammar; numbers and texts beside them are taken as if they were typed."""
        if isinstance(value, str):
            if value.startswith("="):
                fill_formula(self.sheet.book, self._block, value, self.shape)
                return
            value = [[value] * self.shape[1]] * self.shape[0]
        grammar = self.sheet.book.grammar

        def entered(text: Any) -> str:
            return grammar.from_excel(text) if isinstance(text, str) else "" if text is None else str(text)

        rows = value if isinstance(value[0], (list, tuple)) else [value]
        enter_formulas(self._block, tuple(tuple(map(entered, row)) for row in rows))

    formula2 = formula

    @property
    def formula_array(self) -> str | None:
        """The formula that all its cells share; None where they share none."""
        text = str(self._block.getArrayFormula())
        return self.sheet.book.grammar.to_excel(text) if text else None

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        self._block.setArrayFormula(self.sheet.book.grammar.from_excel(value))

    @property
    def has_array(self) -> bool:
        return bool(self._block.getArrayFormula())

    def clear_contents(self) -> None:
        self.api.clearContents(FILLED)

    def clear_formats(self) -> None:
        self.api.clearContents(_LOOKS)

    def clear(self) -> None:
        self.api.clearContents(FILLED | _LOOKS)
