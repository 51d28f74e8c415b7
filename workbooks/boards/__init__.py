"""红黑榜, 评分, 资金分配建议: the units of each series with their figures, scores and places.

units      which projects make up which unit, in the series of 属地 and that of 部门
formula    the parts of a unit's score, from its projects by the settings
funds      what a unit still has to invest, and the pool shared out
assembly   all of it for a report's figures; records: as it travels
output     the JSON
"""

from workbooks.boards.assembly import IN_REPORTS_OF, boards_of, counted_projects, with_boards
from workbooks.boards.funds import needs_left_out
from workbooks.boards.output import boards_json
from workbooks.boards.records import Allocation, Boards, Candidate, Need, Series, Share, Unit

__all__ = [
    "IN_REPORTS_OF",
    "Allocation",
    "Boards",
    "Candidate",
    "Need",
    "Series",
    "Share",
    "Unit",
    "boards_json",
    "boards_of",
    "counted_projects",
    "needs_left_out",
    "with_boards",
]
