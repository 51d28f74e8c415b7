"""台账识别: which ledgers the workbook holds, how each column was understood, and what only the clerk can answer."""

from collections.abc import Iterator
from typing import Any

from workbooks.recognition import Recognition
from workbooks.recognition.dictionary import entries
from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.ledger_lines import ledger_line, others_line, target_columns
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import text
from workbooks.targets.describe import inspect_with_targets

Record = dict[str, Any]


def write_understood(context: Context, recognition: Recognition) -> None:
    """Write the sheet 台账识别."""
    said = inspect_with_targets(recognition)
    records = [record for ledger in said["ledgers"] for record in _records(ledger)]
    values = {field: [record[field] for record in records] for field in records[0]}
    values["number"] = list(range(1, len(records) + 1))
    columns = columns_with_values("understood", values, context.money)
    canvas = open_canvas(context, "understood", "grey", [column.width for column in columns])
    canvas.heading(text("titles.understood"), text("understood.ledgers", count=len(said["ledgers"])), "")
    for ledger in said["ledgers"]:
        canvas.line(ledger_line(ledger), context.styles("legend"), points=20)
    if others := others_line(said):
        canvas.line(others, context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, [place_of(one["sheet"], one["cell"]) for one in records])
    canvas.finish_list(header)


def _records(ledger: Record) -> Iterator[Record]:
    """Yield a record for each question, and for each column or cell of a form."""
    header = ledger["header_rows"][-1] if ledger["header_rows"] else 1
    for question in ledger["questions"]:
        answers = text("understood.answers", candidates="、".join(question["candidates"]))
        cell = question["cell"] or f"A{header}"
        yield _record(ledger, cell, "", text("understood.question"), remark=f"{question['text']}{answers}")
    for name, field in ledger["fields"].items():
        if name == "months":
            for month, key in ((month, key) for month in field for key in ("plan", "done") if key in month):
                means = text(f"months.{key}", month=month["month"])
                yield _record(ledger, f"{month[key]}{header}", "", means)
            continue
        cell = field.get("label_cell") or field.get("cell") or f"{field['column']}{header}"
        unit = field["unit"] or text("understood.no_unit") if "unit" in field else ""
        yield _record(ledger, cell, field["header"], entries()[name].title, unit)
    targets = target_columns(ledger)
    for column in ledger["unmapped"]:
        means = targets.get(column["column"]) or text("understood.unused")
        yield _record(ledger, f"{column['column']}{header}", column["header"], means)


def _record(ledger: Record, cell: str, header: str, means: str, unit: str = "", remark: str = "") -> Record:
    return {"sheet": ledger["sheet"], "cell": cell, "header": header, "means": means, "unit": unit, "remark": remark}
