"""截止日期 as the clerk chose it for this run of LibreOffice; not kept beyond it, nor in any workbook."""

from addin.arguments import day

_chosen = ""


def text() -> str:
    """Return the day as yyyy-mm-dd, empty where it is to be taken from the ledger."""
    return _chosen


def choose(written: str) -> None:
    """Take what was written, blank for none. Raises WrongArgument for what is no date; the day stays as it was."""
    global _chosen
    found = day(written.strip() or None)
    _chosen = found.isoformat() if found else ""
