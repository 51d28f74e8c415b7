"""Sheets of ours that had to take a number, or tables: links, formulas and charts of our sheets follow them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbooks.package.book import renamed
from workbooks.package.markup import escape, plain

_LOCATION = re.compile(rb"(\slocation\s*=\s*\")([^\"]*)(\")")
_FORMULA = re.compile(
    rb"(<(?:[\w.-]+:)?(?:f|formula[12]?|calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?>)([^<]+)(</)"
)


@dataclass(slots=True)
class Names:
    """New names by old ones in lower case."""

    sheets: Mapping[str, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)

    def in_formula(self, formula: str) -> str:
        """Return the formula or link with everything called by its new name."""
        formula = renamed(formula, self.sheets)
        for old, new in self.tables.items():
            formula = re.sub(rf"(?i)(?<![\w.]){re.escape(old)}(?=\[)", new, formula)
        return formula

    def in_xml(self, xml: bytes) -> bytes:
        """Return a sheet's, chart's or table's XML with the new names in its formulas and links."""
        if not self.sheets and not self.tables:
            return xml
        xml = _FORMULA.sub(self._follow, xml)
        return _LOCATION.sub(self._follow, xml)

    def in_links(self, xml: bytes) -> bytes:
        """Return a sheet's XML with its links leading to the new names, its formulas as they were."""
        return _LOCATION.sub(self._follow, xml) if self.sheets else xml

    def _follow(self, found: re.Match[bytes]) -> bytes:
        before = plain(found[2])
        after = self.in_formula(before)
        return found[0] if after == before else found[1] + escape(after) + found[3]
