"""Render the supervision sheets: one small fresh .xlsx, whose sheets a host then takes into the clerk's workbook."""

from io import BytesIO

from xlsxwriter.workbook import Workbook

from workbooks.settings import Settings
from workbooks.sheets.bulk import filled
from workbooks.sheets.context import Context
from workbooks.sheets.issues import write_issues
from workbooks.sheets.lights import write_lights
from workbooks.sheets.money import Money
from workbooks.sheets.overview import write_overview
from workbooks.sheets.ranking import write_ranking
from workbooks.sheets.scope import is_judged
from workbooks.sheets.supervision import write_supervision
from workbooks.sheets.texts import sheet_name
from workbooks.sheets.theme import Styles
from workbooks.supervision.figures import Supervision

SHEETS = {
    "overview": write_overview,
    "lights": write_lights,
    "ranking": write_ranking,
    "supervision": write_supervision,
    "issues": write_issues,
}


def render(supervision: Supervision, settings: Settings) -> bytes:
    """Return the .xlsx with the sheets 督导总览, 亮灯表, 排名, 督办清单, 数据问题, in this order."""
    output = BytesIO()
    book = Workbook(output, {"constant_memory": True})
    decimals = int(settings["sheets.decimals"])
    names = {key: sheet_name(key) for key in SHEETS}
    money = Money(supervision.totals.unit, settings["sheets.unit"], decimals)
    styles = Styles(book, decimals, money.places)
    rules, judged = settings.light_rules(), is_judged(supervision)
    context = Context(book, styles, supervision, decimals, settings, names, rules, money, judged)
    for write in SHEETS.values():
        write(context)
    book.close()
    return filled(output.getvalue(), context.bulk)
