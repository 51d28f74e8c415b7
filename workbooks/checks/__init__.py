"""The rules: what an inspector would doubt in a ledger, cell by cell, and nothing else.

`check` finds, `check_json` and `marks` put the findings into shape. Rules are documented in docs/checks.md.
"""

from workbooks.checks.report import check_json, marks
from workbooks.checks.run import check

__all__ = ["check", "check_json", "marks"]
