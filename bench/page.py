"""docs/bench.md: the tables of one run of the bench. Written by the bench itself, never by hand."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from bench import libreoffice, windows
from bench.contests import SMALL, Results, Target
from bench.measure import Contestant

LIBRARIES = ("python-calamine", "XlsxWriter", "openpyxl", "pandas")
NAMES = {
    "report": "`dudao report`",
    "floor": "the floor",
    "plain": "the plain script",
    "tenth": "`dudao report`, a tenth of the rows",
}
USED = ("", "seconds", "processor", "peak memory (MB)")
INTRODUCTION = """\
# Bench

Written by `make bench`; not to be edited. Only the ratios mean anything: everything was run on one machine in one run,
the contestants taking turns.

{machine}

The ledger (`bench/ledger.py`) has {rows:,} projects × 40 columns: sections and subtotals by county, texts, dates,
amounts, month columns, formulas, and a slip of the pen in three rows of a hundred. The report's five sheets have
{cells:,} cells.

- **The plain script** (`bench/plain_script.py`) is what a clerk who knows pandas and openpyxl would write for this very
  ledger: the same five sheets, the same lights.
- **The floor** (`bench/floor.py`) only reads the ledger with calamine and writes the finished cells of our sheets, with
  formats and links, with XlsxWriter. It computes nothing and keeps nothing of the ledger."""


def page(results: Results) -> str:
    """Return the page."""
    sizes = results.sizes
    rows = f"{sizes.rows:,} rows"
    big = (_used(NAMES[name], one, results.floor if name == "floor" else one.best) for name, one in results.big.items())
    parts = (
        INTRODUCTION.format(machine=_machine(), rows=sizes.rows, cells=results.cells),
        "## What is asked",
        _table(("asked", "limit", "measured", ""), map(_asked, results.targets)),
        f"## {rows}, side by side",
        f"Whole processes, the best of {sizes.rounds}; the floor without the loading of its cells.",
        _table(USED, big),
        f"## {SMALL} rows, whole process",
        f"The median of {sizes.short_rounds}, files in the cache.",
        _table(USED, (_used(f"`{name}`", one, one.usual) for name, one in results.small.items())),
        f"## The commands, {rows}",
        "Whole processes; `splice` puts the same five sheets into the ledger and does nothing else.",
        _table(USED, (_used(f"`{name}`", one, one.best) for name, one in results.commands.items())),
        f"## Where a report's time goes, {rows}",
        f"Processor seconds, the median of {sizes.rounds}.",
        _table(("phase", "seconds"), _seconds(results.phases.items())),
        f"## Reading, {sizes.tenth:,} rows",
        "From the file's bytes to grids, without the start of the process. Nothing here can write .xlsb.",
        _table(("format", "seconds"), _seconds(results.reading.items())),
        "## The function server on a Windows Python",
        *_windows(results),
        "## The extension in LibreOffice",
        *_libreoffice(results),
    )
    return "\n\n".join(parts) + "\n"


def _windows(results: Results) -> Sequence[str]:
    if not results.windows:
        return ("Not measured: Wine is missing.",)
    rows = ((windows.NAMES[name], f"{seconds * 1000:,.1f}") for name, seconds in results.windows.items())
    return (
        f"Under Wine 8, called by COM from another process; the median of {results.sizes.rounds}.",
        _table(("", "milliseconds"), rows),
    )


def _libreoffice(results: Results) -> Sequence[str]:
    if not results.libreoffice:
        return ("Not measured: LibreOffice is missing.",)
    rows = ((libreoffice.NAMES[name], f"{seconds:,.2f}") for name, seconds in results.libreoffice.items())
    return (
        "LibreOffice was running, the ledger open, the button pressed before; no formulas but these. "
        f"The median of {results.sizes.rounds}.",
        _table(("", "seconds"), rows),
    )


def _machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}; {libraries}."


def _asked(one: Target) -> Sequence[str]:
    limit = f"{'≥' if one.at_least else '≤'} {one.limit:g} {one.unit}"
    return one.asked, limit, f"**{one.measured:.3g}**", "met" if one.met else "MISSED"


def _used(name: str, one: Contestant, seconds: float) -> Sequence[str]:
    return name, f"{seconds:.2f}", f"{one.processor:.2f}", f"{one.megabytes:.0f}"


def _seconds(timed: Iterable[tuple[str, float]]) -> Iterable[Sequence[str]]:
    return ((name, f"{seconds:.2f}") for name, seconds in timed)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))
