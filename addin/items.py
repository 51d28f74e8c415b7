"""督办台账 as the command and the button work on it."""

from collections.abc import Callable, Collection
from datetime import date

from addin.ledgers import Understood, understand
from workbooks.errors import Ambiguous, NoLedger
from workbooks.grid import Book
from workbooks.hosts.port import Host
from workbooks.items import Updated, Work, read_items, update
from workbooks.settings import Settings
from workbooks.supervision.figures import Supervision


def projects_of(
    book: Book, settings: Settings, sheets: Collection[str], day: Callable[[Understood], date]
) -> Supervision | None:
    """Return the projects whose red lights are proposed, None where the workbook has none that can be judged.

    Items go their way without projects too; why none can be judged is among the book's warnings. Raises NoLedger where
    there is neither a ledger nor 督办台账.
    """
    from workbooks.supervision import supervise

    try:
        understood = understand(book, settings, sheets)
        return supervise(understood.recognition.ledgers, [], settings, day(understood))
    except Ambiguous as unclear:
        book.warnings = (*book.warnings, unclear.message)
        return None
    except NoLedger:
        if read_items(book) is None:
            raise
        return None


def updated(host: Host, work: Work) -> Updated:
    """Bring the workbook's 督办台账 up to date, a new one where there is none."""
    from workbooks.sheets.rendering import render_items

    return update(host, read_items(host.book), lambda: render_items(work.settings), work)
