"""底线目标: what was frozen of each project, kept in the workbook, and each later ledger held against it.

reading    the sheet as it stands, whatever was done to it, and what was noticed
freezing   冻结底线: the projects written into the sheet, the first time or anew
checking   核对底线: what is worse than the baseline, and what of it was approved
"""

from workbooks.baseline.checking import VERDICTS, Breach, Check, UnitCheck, check_baseline
from workbooks.baseline.freezing import Freezing, freeze
from workbooks.baseline.reading import Baseline, Frozen, read_baseline

__all__ = [
    "VERDICTS",
    "Baseline",
    "Breach",
    "Check",
    "Freezing",
    "Frozen",
    "UnitCheck",
    "check_baseline",
    "freeze",
    "read_baseline",
]
