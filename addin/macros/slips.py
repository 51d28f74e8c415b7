"""督办单: what each unit has to do by when, a page for each unit."""

from addin.macros import Job, Outcome
from addin.wording import noticed_lines
from workbooks.errors import WrongArgument

ENDING = "_督办单"


def run(job: Job) -> Outcome:
    """Insert the sheet 督办单. Raises WrongArgument where there is no 督办台账 yet."""
    from workbooks.items import read_items
    from workbooks.sheets.rendering import render_slips
    from workbooks.sheets.slips import waits_for_its_unit
    from workbooks.sheets.texts import text

    items = read_items(job.host.book)
    if items is None:
        raise WrongArgument(text("slips.no_items"), "no_items")
    found = [row.item for row in items.rows]
    [name] = job.host.insert_sheets(render_slips(job.settings, found, job.as_of or job.today))
    units = {item.unit for item in found if waits_for_its_unit(item)}
    lines = [text("slips.said", units=len(units), sheet=name), *noticed_lines(items.noticed, items.sheet, "表")]
    return Outcome("\n".join(lines), show=name)
