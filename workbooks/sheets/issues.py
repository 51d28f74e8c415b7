"""数据问题: what the checks found, how to solve it, and the way to the cell."""

from collections import Counter

from workbooks.sheets.canvas import open_canvas, place_of
from workbooks.sheets.context import Context
from workbooks.sheets.remark import write_remark
from workbooks.sheets.table import columns_with_values, write_rows
from workbooks.sheets.texts import chinese_date, text

_FIELDS = ("severity", "sheet", "cell", "project", "message", "suggestion", "code")
_ORDER = {"error": 0, "warning": 1, "info": 2}


def write_issues(context: Context) -> None:
    """Write the sheet 数据问题."""
    findings = sorted(context.supervision.findings, key=lambda finding: _ORDER[finding.severity])
    if not findings:
        write_remark(context, "issues", "grey", text("lists.no_findings"), "praise")
        return
    values: dict[str, list[object]] = {field: [getattr(f, field) for f in findings] for field in _FIELDS}
    values["number"] = list(range(1, len(findings) + 1))
    columns = columns_with_values("issues", values, context.money)
    canvas = open_canvas(context, "issues", "grey", [c.width for c in columns])
    as_of = text("lines.as_of", date=chinese_date(context.supervision.as_of))
    canvas.heading(context.title("issues"), as_of, text("lines.issues", count=len(findings)))
    counts = Counter(str(finding.severity) for finding in findings)
    summary = text("lists.findings_summary", count=len(findings), **{key: counts[key] for key in _ORDER})
    canvas.line(summary, context.styles("legend"), points=22)
    header = canvas.header([column.title for column in columns])
    write_rows(context, canvas, columns, values, [place_of(f.sheet, f.cell) for f in findings])
    canvas.finish_list(header)
