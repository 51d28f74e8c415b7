"""Time and memory of child processes, contestants taking turns so that a busy moment of the machine hits all alike."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a process: wall and processor seconds, peak memory in MB, and what it printed."""

    seconds: float
    processor: float
    megabytes: float
    said: str


@dataclass(frozen=True, slots=True)
class Contestant:
    """All runs of one command."""

    runs: tuple[Run, ...]

    @property
    def best(self) -> float:
        """Return the least wall seconds: what the work takes when nothing disturbs it."""
        return min(run.seconds for run in self.runs)

    @property
    def usual(self) -> float:
        """Return the median of the wall seconds."""
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """Return the least processor seconds."""
        return min(run.processor for run in self.runs)

    @property
    def megabytes(self) -> float:
        """Return the most memory that a run took."""
        return max(run.megabytes for run in self.runs)


def python(*arguments: object) -> Command:
    """Return the command of a Python process."""
    return (sys.executable, *map(str, arguments))


class Track:
    """Where the contestants run: with compiled modules (in a folder of the track), as installed programs have them."""

    def __init__(self, folder: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment = kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}

    def run(self, command: Command) -> Run:
        """Run a command to its end. Raises CalledProcessError where it fails (1 of `check` says: entries in error)."""
        with TemporaryFile() as said:
            begun = perf_counter()
            child = subprocess.Popen(command, stdout=said, stderr=subprocess.DEVNULL, env=self._environment)
            _, status, used = os.wait4(child.pid, 0)  # the usage of this child alone
            seconds = perf_counter() - begun
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode()
        if child.returncode not in (0, 1):
            raise subprocess.CalledProcessError(child.returncode, command, text)
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)

    def interleaved(self, commands: Mapping[str, Command], rounds: int) -> dict[str, Contestant]:
        """Run each command once a round, round after round."""
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(self.run(command))
        return {name: Contestant(tuple(own)) for name, own in runs.items()}
