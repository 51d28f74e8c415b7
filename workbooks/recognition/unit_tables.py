"""Tables whose rows (or columns) are units and not projects: targets, indicators, funds by unit — or a mere summary."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbooks.ledger import Kind, Ledger
from workbooks.recognition.columns import Mapping
from workbooks.recognition.dictionary import entries
from workbooks.recognition.profile import Profile, is_administrative, profile
from workbooks.recognition.rows import RowReader
from workbooks.recognition.tables import Draft, assemble, layout_of
from workbooks.recognition.wording import squeeze

_LABELS = ("region", "unit_name", "responsible_unit", "indicator", "owner")
_FUNDS = frozenset(
    {"paid_in", "funding_rate", "bond_amount", "paid_out", "payment_rate", "planned_funds", "fund_source"}
)
_SUMMED = frozenset(
    {"project_count", "total_investment", "annual_plan", "done_this_year", "done_this_month", "done_since_start"}
    | {"done_before_this_year", "completion_rate", "rate_of_total", "rank", "gap", "time_progress", "month_plan"}
    | {"region", "responsible_unit", "level", "nature", "industry", "category", "sequence", "remark", "month_rate"}
    | {
        "plan_to_date",
        "light",
        "shortfall",
        "owner",
        "indicator",
        "stage",
        "actual_start",
        "actual_finish",
        "commissioned",
    }
)
_OWN_TITLE = re.compile(r"目标|考核|指标|责任状|任务分解")
_AIMED = re.compile(r"目标|任务")
_UNITS_AIM = re.compile(r"(?P<unit>\D+?)(?:\d{4}年|年度|全年)*(?:目标|任务)+[数值]?(?:[（(].*)?")  # 青岚区目标
_UNITS_DONE = re.compile(r"(?P<unit>\D+?)(?:\d.{0,6}月|累计|实际)*完成[数值]?(?:[（(].*)?")  # 青岚区1-6月完成
_SUM_ROW = re.compile(r".*(?:合计|总计|小计|平均)|全[省市县区]")


class Rivals:
    """The ledgers of projects that a summary in the same workbook may sum."""

    def __init__(self, ledgers: Sequence[Ledger]) -> None:
        self.fields = frozenset(name for ledger in ledgers for name in ledger.fields)
        self.any = bool(ledgers)
        self.aimed = any(_AIMED.search(field.header) for ledger in ledgers for field in ledger.fields.values())


def is_summary(draft: Draft, rivals: Rivals) -> bool:
    """Return whether the table only sums the workbook's ledgers: counts and their figures by unit or category."""
    if not rivals.any or _OWN_TITLE.search(draft.zone.title):
        return False
    headers = " ".join(draft.block.header(column) for column in draft.block.paths)
    if _AIMED.search(headers) and not rivals.aimed:
        return False  # it has targets of its own
    fields = set(draft.columns(by_unit=False).fields) - {"name"}
    return (
        any(entries()[name].type in ("money", "rate", "number") for name in fields)
        and fields <= _SUMMED | rivals.fields
        and not fields & {"last_year", "growth", "target"}
    )


def read_unit_table(draft: Draft) -> Ledger | None:
    """Return the table as a ledger by unit, None where neither rows nor columns are administrative or zone units.

    A target or last year's figure must stand beside the actual (contract.md, "Kinds").
    """
    mapping = draft.columns(by_unit=True)
    _name_units(mapping, draft)
    fields = set(mapping.fields)
    label = _label_column(mapping, draft)
    if label is None or not (_has_units_as_rows(draft, label) or _has_units_as_columns(draft)):
        return None
    mapping.fields.pop("done", None)
    kind = _kind(fields, _words(draft, label) if _has_units_as_columns(draft) else [])
    if kind is None:
        return None
    body = RowReader(draft.grid, draft.merges, draft.block, layout_of(draft, mapping, label)).read(draft.body_rows)
    return assemble(draft, mapping, body, kind)


def _name_units(mapping: Mapping, draft: Draft) -> None:
    """Call a column of units region where they are places, else responsible unit."""
    unit = mapping.fields.pop("unit_name", None)
    if unit:
        name = "region" if _cells(draft, unit.column).places >= 0.5 else "responsible_unit"
        mapping.fields.setdefault(name, replace(unit, name=name))


def _label_column(mapping: Mapping, draft: Draft) -> int | None:
    for name in _LABELS:
        if name in mapping.fields:
            return mapping.fields[name].column
    if "name" in mapping.fields:
        return mapping.fields["name"].column
    for column in range(draft.block.left, min(draft.block.left + 3, draft.block.right)):
        cells = _cells(draft, column)
        if len(cells.texts) >= 2 and cells.figures < 0.3:
            return column
    return None


def _cells(draft: Draft, column: int) -> Profile:
    rows = draft.body_rows
    return profile(draft.grid, column, rows[0], rows[-1]) if rows else Profile(())


def _has_units_as_rows(draft: Draft, label: int) -> bool:
    texts = [t for t in _cells(draft, label).texts if not _SUM_ROW.fullmatch(t)]
    if not texts:  # a blank template: its header must say so
        path = draft.block.paths.get(label, ())
        return bool(path) and bool(re.search(r"县|区|市|镇|乡|园", path[-1]))
    places = sum(is_administrative(t) for t in texts)
    return places >= 0.5 * len(texts)


def _has_units_as_columns(draft: Draft) -> bool:
    texts = {squeeze(text) for path in draft.block.paths.values() for text in path}
    if sum(map(is_administrative, texts)) >= 2:
        return True
    aimed, done = ({m["unit"] for text in texts if (m := role.fullmatch(text))} for role in (_UNITS_AIM, _UNITS_DONE))
    return sum(map(is_administrative, aimed & done)) >= 2


def _words(draft: Draft, label: int) -> list[str]:
    """Return what rows and headers of a table with units as columns say."""
    return [*_cells(draft, label).texts, *(squeeze(t) for p in draft.block.paths.values() for t in p)]


def _kind(fields: set[str], words: list[str]) -> Kind | None:
    """Return the kind by what stands beside the actual: last year → indicators, a target → targets, 到位 → funding."""
    aimed = {"target", "annual_plan", "shortfall"} & fields and {"actual", "done_this_year", "completion_rate"} & fields
    if {"last_year", "growth"} & fields or sum(bool(re.search("同比|增长|增速|增幅", w)) for w in words) >= 2:
        return "indicators"
    if "target" in fields and aimed:
        return "targets"
    if {"paid_in", "funding_rate", "bond_amount"} & fields and len(_FUNDS & fields) >= 1:
        return "funding"
    if aimed or sum(bool(re.search("目标|任务|完成|实绩", w)) for w in words) >= 3:
        return "targets"
    return None
