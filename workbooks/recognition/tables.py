"""A ledger laid out as a table of projects: header, columns, rows, values."""

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from udfs.values.counts import split_label
from udfs.values.units import find_units
from workbooks.grid import Grid
from workbooks.ledger import Field, Ledger, Period
from workbooks.recognition.body import Body, Layout
from workbooks.recognition.cells import CellReader
from workbooks.recognition.columns import Mapping, map_columns
from workbooks.recognition.dictionary import entries, matches
from workbooks.recognition.headers import HeaderBlock, Merges
from workbooks.recognition.kinds import kind_of
from workbooks.recognition.money import with_units
from workbooks.recognition.profile import is_administrative
from workbooks.recognition.rows import RowReader
from workbooks.recognition.sums import summaries
from workbooks.recognition.view import View
from workbooks.recognition.wording import abstract, squeeze
from workbooks.recognition.zone import Zone, read_zone
from workbooks.settings import Settings

_PLAIN_NAMES = re.compile(r"项目|名称|工程|内容|企业|事项|工作内容|名称及内容|工作任务|重点工作|任务名称|任务内容")
_GROUPING = frozenset({"region", "level", "nature", "industry", "category", "stage"})
_CONTINUED = re.compile(r"续表|接上|续上|[(（]续.?[)）]")
_TITLE = re.compile(r"表|清单|台账|一览|附件")


@dataclass(frozen=True)
class Draft:
    """A header (with its repetitions) and the rows under it, before it is known what it is.

    above: the first row that may hold its title; end: the row after its last.
    """

    grid: Grid
    merges: Merges
    blocks: list[HeaderBlock]
    above: int
    end: int
    settings: Settings
    date1904: bool

    @property
    def block(self) -> HeaderBlock:
        """Return the first printing of the header."""
        return self.blocks[0]

    @cached_property
    def zone(self) -> Zone:
        """Return what stands above the header."""
        block = self.block
        return read_zone(self.grid, self.above, block.rows[0] - 1, block.left, block.right)

    @cached_property
    def body_rows(self) -> list[int]:
        """Return the rows under the header, repeated headers left out."""
        again = {row for block in self.blocks for row in block.rows}
        rows = [row for row in range(self.block.rows[-1] + 1, self.end) if row not in again]
        if self.end == self.grid.height:
            return rows
        while rows and self._filled(rows[-1]) < min(3, len(self.block.paths)):
            rows.pop()  # the title and unit line of the next table
        return rows

    def _filled(self, row: int) -> int:
        return sum(v is not None for v in self.grid.rows[row][self.block.left : self.block.right + 1])

    @property
    def last_row(self) -> int:
        """Return the last row that is surely of this table: titles of the next one may follow it."""
        enough = min(3, len(self.block.paths))
        return next((row for row in reversed(self.body_rows) if self._filled(row) >= enough), self.block.rows[-1])

    def answers(self, table: str) -> dict[str, str]:
        """Return the clerk's answers for this sheet, header cell → answer."""
        return self.settings.answers(table, self.grid.name)

    def columns(self, by_unit: bool) -> Mapping:
        """Return the columns, understood."""
        first = self.body_rows[0] if self.body_rows else self.block.rows[-1] + 1
        view = View(self.grid, self.block, first, self.end - 1, self.zone.period.year)
        return map_columns(view, self.answers("fields"), by_unit)


def continues_above(grid: Grid, group: list[HeaderBlock], block: HeaderBlock) -> bool:
    """Return whether the block only repeats the header above for printing, without a title of its own."""
    if block.signature != group[0].signature or block.left != group[0].left:
        return False
    first_title = {squeeze(v) for row in grid.rows[: group[0].rows[0]] for v in row if isinstance(v, str)}
    for row in grid.rows[max(group[-1].rows[-1] + 1, block.rows[0] - 4) : block.rows[0]]:
        filled = [v for v in row if v is not None and not (isinstance(v, str) and not v.strip())]
        if len(filled) == 1 and isinstance(filled[0], str) and _is_another_title(squeeze(filled[0]), first_title):
            return False
    return True


def _is_another_title(text: str, above: set[str]) -> bool:
    """Return whether the line begins another ledger: a title or unit line like those above the first, but not the same.

    A section's line over the repeated header (二、续建项目) is none.
    """
    if text in above or _CONTINUED.search(text) or split_label(text).kind:
        return False
    if _TITLE.search(text) or find_units(text):
        return True
    return any(SequenceMatcher(None, text, title).ratio() > 0.7 for title in above)


def read_table(draft: Draft) -> Ledger | None:
    """Return the table as a ledger of projects or items, None where it isn't one."""
    mapping = draft.columns(by_unit=False)
    if not _is_ledger(mapping, draft):
        return None
    layout = layout_of(draft, mapping, mapping.fields["name"].column)
    body = RowReader(draft.grid, draft.merges, draft.block, layout).read(draft.body_rows)
    kind = kind_of(
        f"{draft.zone.title} {draft.grid.name}", mapping.fields["name"].header, _headers(draft), _names(mapping)
    )
    _settle_by_kind(mapping, kind)
    return assemble(draft, mapping, body, kind)


def layout_of(draft: Draft, mapping: Mapping, name: int) -> Layout:
    """Return where things stand in the rows, with `name` as the column of names."""
    fields = mapping.fields
    sequence = fields["sequence"].column if "sequence" in fields else None
    months = [c for m in mapping.months for c in (m.plan, m.done) if c is not None]
    figures = [f.column for f in fields.values() if entries()[f.name].type in ("money", "rate", "number")] + months
    known = {*figures, name, sequence}
    words = [
        f.column for f in fields.values() if f.column not in known and f.name not in _GROUPING and f.column > name
    ] + [c for c, _ in mapping.unmapped if c > name]
    unmapped_figures = [c for c, _ in mapping.unmapped if _holds_figures(draft, c)]
    return Layout(
        name,
        sequence,
        tuple(sorted(set(words) - set(unmapped_figures))),
        tuple(sorted({*figures, *unmapped_figures})),
        draft.block.left,
        draft.block.right,
    )


def assemble(draft: Draft, mapping: Mapping, body: Body, kind: str) -> Ledger:
    """Return the ledger made of understood columns and rows."""
    grid, block, zone = draft.grid, draft.block, draft.zone
    fields = dict(mapping.fields) | _month_fields(mapping, block)
    fields, unit_questions = with_units(
        fields, block.paths, zone.units, grid, body.projects, draft.answers("units"), block.rows[-1]
    )
    period = _period(zone.period, fields, mapping)
    cells = CellReader(grid, draft.merges, body.projects, body.continuations, period.year, draft.date1904)
    cells.read(fields, fields["name"].column if "name" in fields else block.left)
    total = next((r for r in body.rows if r.role == "total" and r.count is not None), None)
    return Ledger(
        grid=grid,
        kind=kind,  # type: ignore[arg-type]
        layout="table",
        title=zone.title,
        header_rows=block.rows,
        rows=body.projects,
        fields=fields,
        values=cells.values,
        readings=cells.readings,
        continuations={i: tuple(rows) for i, rows in body.continuations.items()},
        months=mapping.months,
        sections=body.sections,
        summaries=summaries(grid, body, fields, cells.values),
        regions=regions(body, cells.values.get("region"), fields["region"].header if "region" in fields else ""),
        declared_projects=total.count if total else zone.declared,
        period=period,
        right=block.right,
        unmapped=tuple(mapping.unmapped),
        questions=(*mapping.questions, *unit_questions),
    )


def regions(body: Body, column: list[object] | None, header: str = "") -> list[str | None]:
    """Return each project's region: its column (merged cells filled down), else the unit that its section row names.

    Of a column of addresses (建设地点) the section's unit tells more.
    """
    addresses = any(m.field == "location" for m in matches(header))
    found: list[str | None] = [str(v).strip() if v is not None else None for v in column or [None] * len(body.projects)]
    for section in sorted(body.sections, key=lambda s: s.depth):
        if section.first is None or section.last is None or not is_administrative(section.label):
            continue
        for project in range(section.first, section.last + 1):
            own = found[project]
            if own is None or (addresses and not is_administrative(own)):
                found[project] = section.label
    return found


def _is_ledger(mapping: Mapping, draft: Draft) -> bool:
    """Return whether the columns speak of projects (or items to be supervised) and not of something else."""
    fields = mapping.fields
    if "name" not in fields:
        return False
    header = abstract(fields["name"].header).keys
    plain = not header or any(_PLAIN_NAMES.fullmatch(k) for k in header)
    spoken = [entries()[name].speaks for name in fields if name != "name"]
    core = sum(s for s in spoken if s >= 2) + 3 * bool(mapping.months)
    if plain:
        return core >= 4 and (core >= 6 or sum(spoken) >= 5)
    return core >= 2 or sum(spoken) >= 3


def _holds_figures(draft: Draft, column: int) -> bool:
    from workbooks.recognition.profile import profile

    rows = draft.body_rows
    return bool(rows) and profile(draft.grid, column, rows[0], rows[-1]).figures > 0.7


def _headers(draft: Draft) -> str:
    return " ".join(draft.block.header(column) for column in draft.block.paths)


def _names(mapping: Mapping) -> set[str]:
    return {*mapping.fields, *(f"month.{m.month}" for m in mapping.months)}


def _settle_by_kind(mapping: Mapping, kind: str) -> None:
    """Give the fields their name that depends on the kind of ledger.

    承办单位 is the owner in 招商 tables and the responsible unit in 督办 tables (domain.md a); 计划完成时间 of an item
    is its deadline; 计划投资额 of a guest is the whole.
    """
    fields = mapping.fields
    if kind == "supervision" and "deadline" not in fields and "planned_finish" in fields:
        fields["deadline"] = replace(fields.pop("planned_finish"), name="deadline")
    plan = fields.get("annual_plan")
    if (
        kind == "investment_promotion"
        and plan
        and "total_investment" not in fields
        and not re.search("年", plan.header)
    ):
        fields["total_investment"] = replace(fields.pop("annual_plan"), name="total_investment")
    undertaker = mapping.fields.pop("undertaker", None)
    if undertaker:
        first, second = (
            ("owner", "responsible_unit") if kind == "investment_promotion" else ("responsible_unit", "owner")
        )
        name = first if first not in mapping.fields else second
        if name not in mapping.fields:
            mapping.fields[name] = Field(name, undertaker.column, undertaker.header)
        else:
            mapping.unmapped.append((undertaker.column, undertaker.header))


def _month_fields(mapping: Mapping, block: HeaderBlock) -> dict[str, Field]:
    """Return the month columns as fields `month.3.plan`, `month.3.done`: they are read and checked like others."""
    fields: dict[str, Field] = {}
    for month in mapping.months:
        for role, column in (("plan", month.plan), ("done", month.done)):
            if column is not None:
                name = f"month.{month.month}.{role}"
                fields[name] = Field(name, column, block.header(column), month=month.month)
    return fields


def _period(said: Period, fields: dict[str, Field], mapping: Mapping) -> Period:
    """Return the period: the month by the done columns' headers, else by the title; the year by the title first."""
    months = [fields[n].month for n in ("done_this_year", "done_this_month", "visible_progress") if n in fields]
    years = [f.year for n in ("done_this_year", "annual_plan", "done_this_month") if (f := fields.get(n))]
    return Period(
        said.year or next((y for y in years if y), None),
        next((m for m in months if m), None) or said.month,
    )
