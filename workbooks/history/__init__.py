"""督导历史: what was known of each project in each period, kept in the workbook for comparing.

entries    a project in a period ↔ a row of the sheet
matching   the same project then and now, also where several in a unit bear one name
reading    the sheet as it stands, whatever was done to it, and what was noticed
comparing  对比上期: what has changed since; judging: each kind of change
trends     how the units' rates went on over the periods; output: `compare --json`
keeping    存档本期: this period's rows, written below the others or over those of the same period
"""

from workbooks.history.comparing import Change, Comparison, UnitChange, compare
from workbooks.history.entries import Entry
from workbooks.history.keeping import Kept, entries_of, keep_period
from workbooks.history.output import comparison_json, trend_json
from workbooks.history.reading import Block, History, read_history
from workbooks.history.trends import Trend, trend
from workbooks.memory import Noticed

__all__ = [
    "Block",
    "Change",
    "Comparison",
    "Entry",
    "History",
    "Kept",
    "Noticed",
    "Trend",
    "UnitChange",
    "compare",
    "comparison_json",
    "entries_of",
    "keep_period",
    "read_history",
    "trend",
    "trend_json",
]
