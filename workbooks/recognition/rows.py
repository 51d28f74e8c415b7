"""What each row under a header is: a project, its continuation, a section, a sum, or a note.

No single sign decides (numbers stand in section rows, projects lack numbers): the row's ordinal, its label, which of
the other columns are filled, and how most rows of this ledger look.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from udfs.values.cells import Value
from udfs.values.counts import Label, split_label
from udfs.values.text import display
from workbooks.grid import Grid
from workbooks.recognition.body import DEPTHS, PLAIN, Body, Layout, Row, plain_sections_placed, sections
from workbooks.recognition.headers import HeaderBlock, Merges
from workbooks.recognition.labels import (
    OrdinalStyle,
    is_carried_over,
    is_example,
    is_note,
    is_of_which,
    is_whole_sum,
    ordinal_style,
    sum_word,
)
from workbooks.recognition.profile import is_administrative
from workbooks.recognition.wording import squeeze


@dataclass(frozen=True, slots=True)
class _Seen:
    """A row's signs, before it is judged."""

    row: int
    sequence: str
    style: OrdinalStyle
    name: str
    words: int
    figures: int
    label: str
    wide: bool
    only: bool


class RowReader:
    """Reads the body rows of one ledger."""

    def __init__(self, grid: Grid, merges: Merges, block: HeaderBlock, layout: Layout) -> None:
        self.grid, self.merges, self.layout = grid, merges, layout
        self._header_texts = [
            {squeeze(str(v)) for v in grid.rows[row][block.left : block.right + 1] if v is not None}
            for row in block.rows
        ]
        self._header_words = frozenset[str]().union(*self._header_texts)
        self._name_span = self._header_span(block)

    def read(self, rows: Iterable[int]) -> Body:
        """Return the body made of these sheet rows (in order; rows of repeated headers are already left out)."""
        seen = [self._look(row) for row in rows]
        filled = [s for s in seen if s]
        self._learn(filled)
        body = Body()
        state = _State()
        for signs in filled:
            judged = self._judge(signs, state)
            state.after(judged)
            if judged.role == "project":
                body.projects.append(judged.row)
            elif judged.role == "continuation":
                body.continuations.setdefault(len(body.projects) - 1, []).append(judged.row)
            body.rows.append(judged)
        body.rows = plain_sections_placed(body.rows)
        body.sections = sections(body)
        return body

    # -- signs --------------------------------------------------------------------------------------------------

    def _header_span(self, block: HeaderBlock) -> int:
        area = self.merges.at(block.rows[-1], self.layout.name)
        return area.right - area.left + 1 if area else 1

    def _look(self, row: int) -> _Seen | None:
        values = self.grid.rows[row]
        place = self.layout
        name = _text(values[place.name])
        sequence = _text(values[place.sequence]) if place.sequence is not None else ""
        words = sum(1 for c in place.words if _filled(values[c]))
        figures = sum(1 for c in place.figures if _filled(values[c]))
        label, wide = name or sequence, False
        for area in self.merges.in_row(row):
            if area.left <= max(place.name, place.sequence or 0) and area.right - area.left + 1 > max(
                1, self._name_span
            ):
                wide = wide or area.right >= place.name
        if not name and not (sequence and ordinal_style(sequence) != "words"):
            # The label may stand in any cell left of the name (县别, a merged first column) or in the first filled one.
            label = sequence or next(
                (_text(v) for v in values[place.left : place.name + 1] if isinstance(v, str) and v.strip()), ""
            )
        if not (name or sequence or words or figures or label):
            if not any(_filled(v) for v in values[place.left : place.right + 1]):
                return None
            label = self._first_text(row)
        only = not words and not figures
        return _Seen(row, sequence, ordinal_style(sequence), name, words, figures, label, wide, only)

    def _learn(self, rows: Sequence[_Seen]) -> None:
        """Learn how most rows of this ledger look."""
        named = [s for s in rows if s.name]
        styles = Counter(s.style for s in named)
        self._numbered = styles["number"] >= 0.4 * max(1, len(named)) and styles["number"] > 0
        self._chinese_are_sections = styles["number"] > 0 or styles["none"] >= 2 * (
            styles["chinese"] + styles["chinese_brackets"]
        )
        plain = [s for s in named if not self._is_sum(s) and s.style in ("number", "none") and not s.wide]
        self._wordy = sum(s.words > 0 for s in plain) >= 0.5 * max(1, len(plain)) and bool(plain)
        self._figured = sum(s.figures > 0 for s in plain) >= 0.5 * max(1, len(plain)) and bool(plain)
        self._places = sum(is_administrative(s.name) for s in plain) >= 0.6 * max(1, len(plain)) and bool(plain)
        # 龙海市合计14个 above its projects heads them; below them it only sums.
        first_project = next((s.row for s in plain if s.words), None)
        units = [s.row for s in rows if self._unit_summed(s)]
        self._units_head = bool(units) and first_project is not None and units[0] < first_project

    # -- judgement ------------------------------------------------------------------------------------------------

    def _judge(self, s: _Seen, state: "_State") -> Row:
        if self._is_header(s):
            return Row(s.row, "header")
        if self._is_note(s, state):
            return Row(s.row, "note")
        summed = self._summed(s, state)
        if not summed and s.style == "number" and s.name and s.words:
            return Row(s.row, "project")  # as nearly all rows: the rest need not be looked at
        part = split_label(s.label)
        unit = self._unit_summed(s)
        if unit and self._units_head:
            return Row(s.row, "section", unit, 0, self._count(s, part), s.figures > 0)
        if summed:
            role, label = summed
            return Row(s.row, role, label, 0, self._count(s, part), s.figures > 0)
        if self._is_of_which(s, part.count, state):
            label = re.sub(r"^其中[:：]?", "", part.label)
            return Row(s.row, "of_which", label, 0, self._count(s, part), s.figures > 0)
        if self._is_section(s, part.count):
            label = part.label if s.name or not s.sequence else split_label(s.sequence).label
            beside = split_label(s.name) if s.name and s.style in ("chinese", "chinese_brackets") else None
            return Row(
                s.row,
                "section",
                beside.label if beside else label,
                self._depth(s),
                beside.count if beside and beside.count is not None else self._count(s, part),
                s.figures > 0,
            )
        if s.name:
            return Row(s.row, "project")
        if s.style == "number" and (s.words or s.figures):
            return Row(s.row, "project")
        if (s.words or s.figures) and not s.sequence and state.in_project:
            return Row(s.row, "continuation")
        return Row(s.row, "note")

    def _is_header(self, s: _Seen) -> bool:
        if s.style == "number" and squeeze(s.name) not in self._header_words:
            return False
        values = self.grid.rows[s.row]
        texts = {
            squeeze(v) for v in values[self.layout.left : self.layout.right + 1] if isinstance(v, str) and v.strip()
        }
        return len(texts) >= 2 and any(len(texts & header) >= 0.6 * max(len(texts), 2) for header in self._header_texts)

    def _is_note(self, s: _Seen, state: "_State") -> bool:
        if s.style == "number" and s.name and (s.words or s.figures) and not is_example(s.sequence):
            return False
        if is_example(s.sequence) or (s.only and is_example(s.name)):
            return True
        text = s.label or self._first_text(s.row)
        if (is_note(text) and s.figures == 0) or is_carried_over(s.label):
            return True
        if state.in_notes and s.style == "none" and not s.figures and split_label(text).kind is None:
            return True
        # A lone long sentence is no section: 按照市委要求……
        return s.only and s.style == "none" and len(text) > 40 and not split_label(text).count

    def _is_sum(self, s: _Seen) -> bool:
        return any(sum_word(text) for text in (s.label, s.sequence, s.name))

    def _summed(self, s: _Seen, state: "_State") -> tuple[Literal["total", "subtotal"], str] | None:
        """Return what the row sums and its label, None where it is no sum."""
        for text in (s.label, s.sequence, s.name, self._leftmost(s.row)):
            found = sum_word(text)
            if found:
                before = found["before"]
                if (
                    found["word"] == "小计"
                    or not is_whole_sum(before)
                    or (state.sections and s.style not in ("none", "words"))
                ):
                    return "subtotal", split_label(text).label
                return "total", split_label(text).label
        return None

    def _unit_summed(self, s: _Seen) -> str:
        """Return the administrative unit that a sum row names (龙海市合计14个), or nothing."""
        found = sum_word(s.label)
        unit = split_label(found["before"]).label if found and found["word"] != "小计" else ""
        return unit if is_administrative(unit) and not is_whole_sum(unit) else ""

    def _first_text(self, row: int) -> str:
        values = self.grid.rows[row][self.layout.left : self.layout.right + 1]
        return next((_text(v) for v in values if isinstance(v, str) and v.strip()), "")

    def _leftmost(self, row: int) -> str:
        values = self.grid.rows[row][self.layout.left : self.layout.name + 1]
        return next((_text(v) for v in values if isinstance(v, str) and v.strip()), "")

    def _is_of_which(self, s: _Seen, count: int | None, state: "_State") -> bool:
        if s.style == "number" or (s.words and not s.label.startswith("其中")):
            return False
        if is_of_which(s.label) or (s.label.startswith("其中") and not s.words and self._wordy):
            return True
        ordinal = split_label(s.label).kind
        if state.inside_project and s.style == "none" and ordinal is None and not s.words:
            return True  # the lines after 其中：一期 under a project
        return (
            state.after_sum and count is not None and s.style in ("none", "words") and ordinal is None and s.figures > 0
        )

    def _is_section(self, s: _Seen, count: int | None) -> bool:
        if s.style == "number" and s.name:
            return bool(not s.words and not s.figures and s.wide) or (count is not None and not s.words and self._wordy)
        if s.style in ("chinese", "chinese_brackets"):
            return self._chinese_are_sections and not (s.words >= 2 and self._wordy)
        label = split_label(s.label)
        ordinal = label.kind in ("part", "chinese", "chinese_brackets")
        if s.style == "words":
            return not s.words or s.wide or ordinal
        if not s.label or s.words:
            return bool(ordinal and s.words <= 1 and self._numbered)
        if s.wide or ordinal or count is not None:
            return True
        if not s.name:
            return s.only and len(s.label) <= 30
        if self._numbered and self.layout.sequence is not None:
            return True
        if s.only:
            return self._wordy or self._figured
        return is_administrative(s.name) and not self._places and self._wordy

    def _depth(self, s: _Seen) -> int:
        style = s.style if s.style in ("chinese", "chinese_brackets") else None
        kind = split_label(s.label).kind or style
        return DEPTHS.get(kind or "", PLAIN)

    def _count(self, s: _Seen, label: Label) -> int | None:
        """Return the count that the label declares, else the one beside it."""
        return label.count if label.count is not None else self._count_beside(s)

    def _count_beside(self, s: _Seen) -> int | None:
        """Return the count that stands in a cell beside the label: 合计 | 13个."""
        place = self.layout
        for column in range(place.left, min(place.name + 2, self.grid.width)):
            value = self.grid.rows[s.row][column]
            if isinstance(value, str) and squeeze(value) != squeeze(s.label):
                count = split_label(squeeze(value)).count
                if count is not None:
                    return count
            if (
                column == place.name
                and isinstance(value, int | float)
                and not isinstance(value, bool)
                and value == int(value)
            ):
                return int(value)
        return None


@dataclass(slots=True)
class _State:
    """What stood above the row being judged."""

    in_project: bool = False
    in_notes: bool = False
    inside_project: bool = False
    after_sum: bool = False
    sections: int = 0

    def after(self, row: Row) -> None:
        """Take note of a judged row."""
        self.inside_project = row.role == "of_which" and (self.in_project or self.inside_project)
        self.in_project = row.role in ("project", "continuation")
        self.in_notes = row.role == "note"
        self.after_sum = row.role in ("total", "of_which") or (self.after_sum and row.role == "header")
        self.sections += row.role == "section"


def _text(value: Value) -> str:
    return "" if value is None else display(value).strip()


def _filled(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())
