# ruff: noqa: E501
"""Ledgers by hand, from a table of text as the catalogue's examples have it: what the rules see, without recognition.

The first line with `|` is the header, in the words below; a row that begins with 合计, 小计 or 其中, or whose name has a
count and no other neighbours are filled, is a sum or a section. `'5,800` is a text, `=` a formula never calculated,
`~` before a row hides it, `【名】` begins another sheet, a first line without `|` is the title.
"""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from udfs.values.cells import CellError, DateSpan, Reading
from udfs.values.units import money_factor
from workbooks.grid import Area, Book, Grid
from workbooks.ledger import Field, Ledger, Month, Period, Section, Summary

FIELDS = {
    "序号": "sequence", "项目名称": "name", "建设性质": "nature", "项目阶段": "stage", "状态": "status", "属地": "region",
    "级别": "level", "建设内容": "content", "建设地点": "location", "责任单位": "responsible_unit", "包抓领导": "leader",
    "业主": "owner", "形象进度": "visible_progress", "存在问题": "problem", "备注": "remark", "总投资": "total_investment",
    "年度计划投资": "annual_plan", "计划投资": "annual_plan", "年累计完成投资": "done_this_year",
    "累计完成投资": "done_this_year", "当月完成投资": "done_this_month", "上年底累计完成投资": "done_before_this_year",
    "开工累计完成投资": "done_since_start", "入统投资": "done_in_statistics", "完成率": "completion_rate",
    "计划开工时间": "planned_start", "开工时间": "actual_start", "实际开工时间": "actual_start", "是否开工": "actual_start",
    "计划竣工时间": "planned_finish", "竣工时间": "actual_finish", "实际竣工时间": "actual_finish",
    "建设起止时间": "construction_period", "完成时限": "deadline",
}  # fmt: skip
DATED = ("planned_start", "actual_start", "planned_finish", "actual_finish", "construction_period", "deadline")
MONEY = ("total_investment", "annual_plan", "done_this_year", "done_this_month", "done_before_this_year", "done_since_start", "done_in_statistics")  # fmt: skip


def ledgers_of(table: str, **more: Any) -> tuple[list[Ledger], Book]:
    """Return the ledgers that the table describes, and the workbook they stand in. `more` replaces ledger attributes."""
    sheets: list[tuple[str, list[str]]] = []
    for line in table.splitlines():
        if named := re.fullmatch(r"【(.+)】", line.strip()):
            sheets.append((named[1], []))
            continue
        if not sheets:
            sheets.append(("Sheet1", []))
        sheets[-1][1].append(line)
    ledgers = [ledger_of(name, lines, **more) for name, lines in sheets]
    return ledgers, Book("台账.xlsx", "xlsx", [ledger.grid for ledger in ledgers])


def one(table: str, **more: Any) -> Ledger:
    """Return the only ledger of the table."""
    return ledgers_of(table, **more)[0][0]


def ledger_of(sheet: str, lines: Sequence[str], **more: Any) -> Ledger:
    lines = [line for line in lines if line.strip()]
    title = lines[0] if "|" not in lines[0] and len(lines) > 1 and "|" in lines[1] else ""
    first = 1 if title else 0
    headers = [cell.strip() for cell in lines[first].split("|")]
    made = _Making(sheet, title, headers, first)
    for line in lines[first + 1 :]:
        made.add(line)
    return made.ledger(**more)


class _Making:
    def __init__(self, sheet: str, title: str, headers: list[str], header_row: int) -> None:
        self.sheet, self.title, self.headers, self.header_row = sheet, title, headers, header_row
        self.fields: dict[str, Field] = {}
        self.months: dict[int, int] = {}
        for column, header in enumerate(headers):
            self._take(column, header)
        self.grid: list[list[Any]] = [[title or None, *[None] * (len(headers) - 1)]] if title else []
        self.grid.append(list(headers))
        self.rows: list[int] = []
        self.values: dict[str, list[Any]] = {name: [] for name in self.fields}
        self.readings: dict[tuple[str, int], Reading] = {}
        self.marks: list[tuple[str, int, str, int | None, int, dict[str, float | None]]] = []
        self.hidden: set[int] = set()
        self.uncalculated: set[tuple[int, int]] = set()

    def _take(self, column: int, header: str) -> None:
        unit = re.search(r"[（(](.+?)[）)]", header)
        bare = re.sub(r"[（(].+?[）)]", "", header)
        if month := re.fullmatch(r"(\d+)月完成投资", bare):
            self.months[int(month[1])] = column
            return
        year = re.match(r"(\d{4})年度?", bare)
        until = re.match(r"(?:\d{4}年)?1-(\d+)月", bare)
        name = FIELDS[re.sub(r"^(?:\d{4}年度?)?(?:1-\d+月)?", "", bare)]
        self.fields[name] = Field(
            name,
            column,
            header,
            unit[1] if unit else None,
            int(year[1]) if year else None,
            int(until[1]) if until else None,
        )

    def add(self, line: str) -> None:
        row = len(self.grid)
        if line.startswith("~"):
            self.hidden.add(row)
            line = line[1:]
        cells = [cell.strip() for cell in line.split("|")]
        cells += [""] * (len(self.headers) - len(cells))
        label = next((cell for cell in cells if cell), "")
        kind = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|总计|合计|小计|其中", label)
        counted = re.search(r"(\d+)[个项]", label)
        raw = [self._raw(cell, row, column) for column, cell in enumerate(cells)]
        self.grid.append(raw)
        if kind:
            sums = {
                f.name: None
                if not isinstance(raw[f.column], int | float)
                else raw[f.column] * (money_factor(f.unit) or 1)
                for f in self.fields.values()
                if f.name in MONEY
            }
            self.marks.append((kind[0], row, label, int(counted[1]) if counted else None, len(self.rows), sums))
            return
        for name, field in self.fields.items():
            self.values[name].append(self._value(field, cells[field.column], raw[field.column], len(self.rows)))
        self.rows.append(row)

    def _raw(self, cell: str, row: int, column: int) -> Any:
        if not cell:
            return None
        if cell == "=":
            self.uncalculated.add((row, column))
            return None
        if cell.startswith("#"):
            return CellError(cell)
        if cell.startswith("'"):
            return cell[1:]
        return _number(cell) if re.fullmatch(r"-?[\d,]+(?:\.\d+)?", cell) else cell

    def _value(self, field: Field, cell: str, raw: Any, project: int) -> Any:
        key = field.name, project
        if raw is None:
            if cell == "=":
                self.readings[key] = Reading(None, "uncalculated", "")
            return None
        if isinstance(raw, CellError):
            self.readings[key] = Reading(None, "error", raw.code)
            return None
        if field.name in MONEY:
            return self._money(key, raw, money_factor(field.unit) or 1.0, cell.startswith("'"))
        if field.name == "completion_rate":
            if isinstance(raw, int | float):
                return float(raw)
            if re.fullmatch(r"[\d.]+%", raw):
                return float(raw[:-1])
            return self._unreadable(key, raw)
        if field.name in DATED:
            return self._date(key, str(raw))
        return str(raw) if raw != "" else None

    def _money(self, key: tuple[str, int], raw: Any, factor: float, text: bool) -> Any:
        if isinstance(raw, int | float):
            return raw * factor
        if raw in ("—", "-", "/", "无"):
            self.readings[key] = Reading(None, "placeholder", raw)
            return None
        if about := re.fullmatch(r"约([\d,.]+)(亿|万)元", raw):
            value = _number(about[1]) * (1e4 if about[2] == "亿" else 1)
            self.readings[key] = Reading(value, "approximate", raw)
            return value
        if text and re.fullmatch(r"-?[\d,]+(?:\.\d+)?", raw):
            self.readings[key] = Reading(_number(raw) * factor, "text", raw)
            return _number(raw) * factor
        return self._unreadable(key, raw)

    def _date(self, key: tuple[str, int], text: str) -> Any:
        if text in ("是", "已开工", "否", "未开工"):
            return text in ("是", "已开工")
        parts = re.split(r"(?<=\d{4})-(?=\d{4})|至", text)
        spans = [_span(part) for part in parts]
        if None in spans:
            return self._unreadable(key, text)
        return DateSpan(spans[0].first, spans[-1].last)  # type: ignore[union-attr]

    def _unreadable(self, key: tuple[str, int], text: str) -> None:
        self.readings[key] = Reading(None, "unreadable", text)

    def ledger(self, **more: Any) -> Ledger:
        count = len(self.rows)
        sections, summaries = [], []
        for at, (kind, row, label, counted, begins, sums) in enumerate(self.marks):
            is_section = kind not in ("总计", "合计", "小计", "其中")
            depth = 1 if kind.startswith("（") else 0
            later = [
                m
                for m in self.marks[at + 1 :]
                if m[0] not in ("小计", "其中") and (m[0].startswith("（") <= (depth == 1))
            ]
            ends = (later[0][4] if later and is_section else count) - 1
            begin = begins
            if kind == "小计" or (kind in ("合计", "总计") and begins == count and count):
                ends = begins - 1
                begin = (
                    next((m[4] for m in reversed(self.marks[:at]) if m[0] == "小计" or "、" in m[0]), 0)
                    if kind == "小计"
                    else 0
                )
            first, last = (begin, ends) if ends >= begin else (None, None)
            bare = re.sub(r"[一二三四五六七八九十]+、|（.*?）", "", label)
            if is_section:
                sections.append(Section(row, bare, depth, counted, first, last))
            if not is_section or any(v is not None for v in sums.values()):
                role = {"其中": "of_which", "合计": "total", "总计": "total"}.get(kind, "subtotal")
                first, last = (None, None) if role == "of_which" else (first, last)
                summaries.append(Summary(row, role, label, counted, first, last, sums))  # type: ignore[arg-type]
        grid = Grid(self.sheet, self.grid, (), frozenset(self.hidden), frozenset(), True, frozenset(self.uncalculated))
        regions = list(self.values.get("region", []))
        year = next((f.year for f in self.fields.values() if f.year), None)
        made: dict[str, Any] = {
            "kind": "progress", "layout": "table", "title": self.title, "header_rows": (self.header_row,), "rows": self.rows,
            "fields": self.fields, "values": self.values, "readings": self.readings, "regions": regions,
            "sections": tuple(sections), "summaries": tuple(summaries), "period": Period(year),
            "months": tuple(Month(m, None, c) for m, c in sorted(self.months.items())),
        }  # fmt: skip
        return Ledger(grid, **(made | more))


def merged(ledger: Ledger, top: int, left: int, bottom: int, right: int) -> Ledger:
    """Return the ledger after merging an area of its sheet."""
    ledger.grid.merges = (*ledger.grid.merges, Area(top, left, bottom, right))
    return ledger


def _number(text: str) -> float:
    return float(text.replace(",", "")) if "." in text else int(text.replace(",", ""))


def _span(text: str) -> DateSpan | None:
    found = re.fullmatch(r"(\d{4})(?:[-.](\d{1,2}))?(?:-(\d{1,2}))?", text.strip())
    if not found:
        return None
    year, month, day = int(found[1]), found[2] and int(found[2]), found[3] and int(found[3])
    if day:
        return DateSpan(date(year, month, day), date(year, month, day))  # type: ignore[arg-type]
    if month:
        return DateSpan(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return DateSpan(date(year, 1, 1), date(year, 12, 31))
