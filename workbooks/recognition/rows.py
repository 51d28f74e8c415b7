"""What each row under a header is: a project, its continuation, a section, a sum, or a note.

No single sign decides (numbers stand in section rows, projects lack numbers): the row's ordinal, its label, which of
the other columns are filled, and how most rows of this ledger look.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from workbooks.grid import Grid, Value
from workbooks.ledger import Section
from workbooks.recognition.headers import HeaderBlock, Merges
from workbooks.recognition.profile import is_administrative
from workbooks.recognition.wording import squeeze
from workbooks.values.counts import Label, split_label
from workbooks.values.text import display

Role = Literal["blank", "header", "note", "total", "subtotal", "of_which", "section", "project", "continuation"]
OrdinalStyle = Literal["none", "number", "chinese", "chinese_brackets", "words"]

_SUM = re.compile(
    r"(?P<before>.{0,14}?)(?P<word>总合计|总计|合计|小计|共计|汇总|总数|总 ?和)"
    r"(?:[:：、]|(?:项目)?(?:投资)?(?:数|额|情况)?)?"
)
_SUM_SIGN = re.compile("[计汇总]")
_GRAND = re.compile(r"全[省市县区州部年]|总|本[市县区]|所有|以上|各.{0,4}|^$|[省市县区州](?:级)?项目")
_OF_WHICH = re.compile(r"其\s*中|(?:其\s*中|含)\s*[:：].*|其中.{1,20}[（(]\d+[个项宗][)）]")
_SIGNER = "填表|制表|填报|审核|复核|编制|报送|统计|经办|审批|签发|分管|主要|单位|部门|校对|联系|业主|责任单位|挂钩"
_NOTE = re.compile(
    r"(?:备?注|说明|附注|填表说明|填报说明|编制说明|注释)\s*(?:[:：1１一①.、(（]|$).*"
    rf"|(?:{_SIGNER})(?:人员?|单位|日期|时间|领导|负责人|电话|科室)?(?:[(（](?:签[名字章]|盖章|公章)[)）])?\s*[:：].*"
    r"|(?:数据|资料|信息)来源\s*[:：].*|(?:\(|（)?以下空白(?:\)|）)?"
    r"|[*★☆●▲◆※]\s*(?:为|号|表示|标注|代表|项目为).*|(?:带|标)[“\"'*★☆●▲◆※].*"
    r"|此表.*|本表.*|第\s*\d+\s*页.*|续表.*|接上[页表].*|转下[页表].*|—END—|.{0,6}(?:截止|截至)日期[:：].*"
)
_EXAMPLE = re.compile(r"[(（]?(?:示例|样例|例|例如|例子|举例|填报示例|填写示例|范例)\d?[:：]?[)）]?")
_NUMBER = re.compile(
    r"(?:[(（]?\d+(?:[-－.．]\d+)*[)）]?|[A-Za-z]{1,3}[-－]?\d+|No\.?\d+|[①-⑳⑴-⒇⒈-⒛]|\d{4}[-－]\d+)[.、．]?[●★☆▲△◆◇■*※○]*",
    re.I,
)
_CHINESE = re.compile(r"(?:第)?[一二三四五六七八九十百]+(?:部分|类|批)?[、.．]?")
_CHINESE_BRACKETS = re.compile(r"[(（][一二三四五六七八九十]+[)）][、.．]?")
_DEPTHS = {"part": 0, "chinese": 1, "chinese_brackets": 2, "arabic": 3, "arabic_brackets": 4, "circled": 5}
_PLAIN = 6
_SAME_AS_ABOVE = frozenset({"同上", "〃", "″", '"', "''", "“", "”"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a body row.

    name: the column of names (of units where rows are units); sequence: that of numbers; words: columns whose filled
    cells tell a project (units, contents, dates); figures: columns of amounts and rates.
    """

    name: int
    sequence: int | None
    words: tuple[int, ...]
    figures: tuple[int, ...]
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its role. label: without number and count; depth: of a section; count: as declared."""

    row: int
    role: Role
    label: str = ""
    depth: int = 0
    count: int | None = None
    figures: bool = False


@dataclass(slots=True)
class Body:
    """The rows of a ledger, understood. projects: first rows; continuations by project index."""

    projects: list[int] = field(default_factory=list)
    continuations: dict[int, list[int]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    sections: tuple[Section, ...] = ()


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
        body.rows = _plain_sections_placed(body.rows)
        body.sections = _sections(body)
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
        if not name and not (sequence and _style(sequence) != "words"):
            # The label may stand in any cell left of the name (县别, a merged first column) or in the first filled one.
            label = sequence or next(
                (_text(v) for v in values[place.left : place.name + 1] if isinstance(v, str) and v.strip()), ""
            )
        if not (name or sequence or words or figures or label):
            if not any(_filled(v) for v in values[place.left : place.right + 1]):
                return None
            label = self._first_text(row)
        only = not words and not figures
        return _Seen(row, sequence, _style(sequence), name, words, figures, label, wide, only)

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
            return Row(s.row, summed, part.label, 0, self._count(s, part), s.figures > 0)
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
        if s.style == "number" and s.name and (s.words or s.figures) and not _EXAMPLE.fullmatch(s.sequence):
            return False
        if _EXAMPLE.fullmatch(s.sequence) or (s.only and _EXAMPLE.fullmatch(s.name)):
            return True
        text = s.label or self._first_text(s.row)
        if _NOTE.fullmatch(text) and s.figures == 0:
            return True
        if state.in_notes and s.style == "none" and not s.figures and split_label(text).kind is None:
            return True
        # A lone long sentence is no section: 按照市委要求……
        return s.only and s.style == "none" and len(text) > 40 and not split_label(text).count

    def _is_sum(self, s: _Seen) -> bool:
        return any(_sum_word(text) for text in (s.label, s.sequence, s.name))

    def _summed(self, s: _Seen, state: "_State") -> Literal["total", "subtotal"] | None:
        for text in (s.label, s.sequence, s.name, self._leftmost(s.row)):
            found = _sum_word(text)
            if found:
                before = found["before"]
                if (
                    found["word"] == "小计"
                    or not _GRAND.search(before)
                    or (state.sections and s.style not in ("none", "words"))
                ):
                    return "subtotal"
                return "total"
        return None

    def _unit_summed(self, s: _Seen) -> str:
        """Return the administrative unit that a sum row names (龙海市合计14个), or nothing."""
        found = _sum_word(s.label)
        unit = split_label(found["before"]).label if found and found["word"] != "小计" else ""
        return unit if is_administrative(unit) and not _GRAND.search(unit) else ""

    def _first_text(self, row: int) -> str:
        values = self.grid.rows[row][self.layout.left : self.layout.right + 1]
        return next((_text(v) for v in values if isinstance(v, str) and v.strip()), "")

    def _leftmost(self, row: int) -> str:
        values = self.grid.rows[row][self.layout.left : self.layout.name + 1]
        return next((_text(v) for v in values if isinstance(v, str) and v.strip()), "")

    def _is_of_which(self, s: _Seen, count: int | None, state: "_State") -> bool:
        if s.style == "number" or (s.words and not s.label.startswith("其中")):
            return False
        if _OF_WHICH.fullmatch(s.label) or (s.label.startswith("其中") and not s.words and self._wordy):
            return True
        ordinal = split_label(s.label).kind
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
        return _DEPTHS.get(kind or "", _PLAIN)

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
    after_sum: bool = False
    sections: int = 0

    def after(self, row: Row) -> None:
        """Take note of a judged row."""
        self.in_project = row.role in ("project", "continuation")
        self.in_notes = row.role == "note" and (self.in_notes or row.role == "note")
        self.after_sum = row.role in ("total", "of_which") or (self.after_sum and row.role == "header")
        self.sections += row.role == "section"


def _text(value: Value) -> str:
    return "" if value is None else display(value).strip()


def _filled(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _sum_word(text: str) -> re.Match[str] | None:
    if not _SUM_SIGN.search(text):
        return None
    bare = squeeze(text)
    if len(bare) > 30 or not any(word in bare for word in ("计", "汇总", "总数", "总和")):
        return None
    label = squeeze(split_label(bare).label) or bare
    return _SUM.fullmatch(label) or _SUM.fullmatch(re.sub(r"[(（].*[)）]$", "", label))


def _style(sequence: str) -> OrdinalStyle:
    bare = squeeze(sequence)
    if not bare:
        return "none"
    if _NUMBER.fullmatch(bare):
        return "number"
    if _CHINESE_BRACKETS.fullmatch(bare):
        return "chinese_brackets"
    return "chinese" if _CHINESE.fullmatch(bare) else "words"


def _plain_sections_placed(rows: list[Row]) -> list[Row]:
    """Return the rows with sections without ordinal (柏川县) placed: above 一、 where they stand right above one."""
    above = any(
        a.role == b.role == "section" and a.depth == _PLAIN and b.depth < _PLAIN for a, b in itertools.pairwise(rows)
    )
    return [replace(r, depth=0) if above and r.role == "section" and r.depth == _PLAIN else r for r in rows]


def _sections(body: Body) -> tuple[Section, ...]:
    """Return the section rows, each with the projects under it up to the next one as deep or less deep."""
    index = {row: i for i, row in enumerate(body.projects)}
    open_sections: list[tuple[Row, int | None, int | None]] = []
    found: list[tuple[Row, int | None, int | None]] = []

    def close(depth: int) -> None:
        while open_sections and open_sections[-1][0].depth >= depth:
            found.append(open_sections.pop())

    for row in body.rows:
        if row.role == "section":
            close(row.depth)
            open_sections.append((row, None, None))
        elif row.role == "project":
            i = index[row.row]
            open_sections = [(s, i if first is None else first, i) for s, first, _ in open_sections]
    close(-1)
    return tuple(
        Section(s.row, s.label, s.depth, s.count, first, last)
        for s, first, last in sorted(found, key=lambda entry: entry[0].row)
    )


def same_as_above(value: Value) -> bool:
    """Return whether the cell says 同上."""
    return isinstance(value, str) and squeeze(value) in _SAME_AS_ABOVE
