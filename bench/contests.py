"""The contests: who runs against whom, on which ledgers, and what the issue asks of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import formats
from bench.measure import Command, Contestant, Run, Track, python

AS_OF = ("--as-of", "2026-06-30")
SHEETS = ["督导总览", "亮灯表", "排名", "督办清单", "数据问题"]
SMALL = 200
COMMANDS = ("inspect", "check", "progress", "report")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is run: rows of the big ledger, and rounds of the long and of the short contests."""

    rows: int = 20_000
    rounds: int = 3
    short_rounds: int = 9

    @property
    def tenth(self) -> int:
        """Return the rows of the ledger that the big one is ten times of."""
        return self.rows // 10


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked, and what was measured; met where `measured` keeps to the limit."""

    asked: str
    measured: float
    unit: str
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Return whether the target is met."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


@dataclass(frozen=True, slots=True)
class Results:
    """Everything measured. floor: seconds without loading the cells; reading: seconds by format.

    windows, libreoffice: seconds of the function server under Wine, and of the extension in LibreOffice; empty where
    they were not measured.
    """

    sizes: Sizes
    cells: int
    big: Mapping[str, Contestant]
    floor: float
    small: Mapping[str, Contestant]
    commands: Mapping[str, Contestant]
    phases: Mapping[str, float]
    reading: Mapping[str, float]
    windows: Mapping[str, float] = field(default_factory=dict)
    libreoffice: Mapping[str, float] = field(default_factory=dict)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Return what the issues ask for, with what was measured."""
        report, plain, tenth = (self.big[name].best for name in ("report", "plain", "tenth"))
        small, pandas = (self.small[name].usual for name in ("report", "import pandas"))
        rows, tenfold = f"{self.sizes.rows:,} × 40", f"{self.sizes.tenth:,} → {self.sizes.rows:,}"
        memory = self.big["report"].megabytes
        return (
            Target(f"`report` on {rows}, against the plain script", plain / report, "× faster", 5, at_least=True),
            Target(f"`report` on {rows}, against the floor", report / self.floor, "× the floor", 2),
            Target(f"ten times the rows ({tenfold})", report / tenth, "× the time", 11),
            Target(f"peak memory of `report` on {rows}", memory, "MB", 600),
            Target(f"`report` on {SMALL} rows, against `import pandas`", small / pandas, "× the import", 2.5),
            *self._of_libreoffice,
        )

    @property
    def _of_libreoffice(self) -> tuple[Target, ...]:
        if not self.libreoffice:
            return ()
        live = self.libreoffice["live"] / self.libreoffice["file"]
        return (Target("生成通报 in LibreOffice, against `report` on the file", live, "× the time", 3),)


def dudao(command: str, *arguments: object) -> Command:
    """Return a command of the product, as a process of its own."""
    return python("-m", "addin.cli", command, *arguments)


def hold(folder: Path, sizes: Sizes) -> Results:
    """Make the ledgers in the folder, hold every contest, return the results."""
    track = Track(folder)
    ledgers = {rows: folder / f"ledger-{rows}.xlsx" for rows in (SMALL, sizes.tenth, sizes.rows)}
    for rows, path in ledgers.items():
        track.run(python("-m", "bench.ledger", path, rows))
    big, out, rendered = ledgers[sizes.rows], folder / "out.xlsx", folder / "sheets.xlsx"
    kept, result = folder / "cells.pickle", folder / "report.xlsx"

    def report(rows: int) -> Command:
        return dudao("report", ledgers[rows], *AS_OF, "-o", out)

    track.run(dudao("report", big, *AS_OF, "-o", result))
    cells = int(track.run(python("-c", _PICK, result, kept)).said)
    small = {"report": report(SMALL), "import pandas": python("-c", "import pandas")}
    track.interleaved(small | {"plain": python("-m", "bench.plain_script", ledgers[SMALL], out)}, 1)  # to warm up
    phases = [json.loads(track.run(python("-m", "bench.phases", big, out, rendered)).said) for _ in range(sizes.rounds)]
    contest = track.interleaved(
        {
            "report": report(sizes.rows),
            "floor": python("-m", "bench.floor", big, kept, out),
            "plain": python("-m", "bench.plain_script", big, out),
            "tenth": report(sizes.tenth),
        },
        sizes.rounds,
    )
    options = {"report": (*AS_OF, "-o", out), "progress": (*AS_OF, "-o", out), "check": AS_OF, "inspect": ()}
    commands = {name: dudao(name, big, *options[name]) for name in COMMANDS}
    commands["splice"] = dudao("splice", big, rendered, "-o", out)
    return Results(
        sizes,
        cells,
        contest,
        min(map(_without_loading, contest["floor"].runs)),
        track.interleaved(small, sizes.short_rounds),
        track.interleaved(commands, sizes.rounds),
        {phase: median(one[phase] for one in phases) for phase in phases[0]},
        _reading(track, formats.write(folder, sizes.tenth), sizes.rounds),
    )


# In a process of its own: the bench itself must stay slim, as a child's peak memory begins with its parent's.
_PICK = f"""
import sys
from pathlib import Path
from bench.floor import pick
print(pick(Path(sys.argv[1]), {SHEETS!r}, Path(sys.argv[2])))
"""
_WITHOUT_CALAMINE = """
import sys
sys.modules["python_calamine"] = None
from bench.formats import main
main(sys.argv[1])
"""


def _without_loading(one: Run) -> float:
    """Return a run of the floor without the loading of the kept cells, which is no part of the work."""
    return one.seconds - float(one.said)


def _reading(track: Track, files: Mapping[str, Path], rounds: int) -> dict[str, float]:
    commands = {ending: python("-m", "bench.formats", path) for ending, path in files.items()}
    commands[".xlsx without calamine"] = python("-c", _WITHOUT_CALAMINE, files[".xlsx"])
    return {
        name: min(float(one.said) for one in contestant.runs)
        for name, contestant in track.interleaved(commands, rounds).items()
    }
