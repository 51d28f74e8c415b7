"""The function server on a Windows Python under Wine: its start, a call, a column. Nothing where Wine is missing."""

import json
import shutil
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from statistics import median

from addin.excel.build import xlam
from addin.windows.bundle import bundle
from tests.windows.wine import Wine, windows_path

ROOT = Path(__file__).parents[1]
CLIENT = Path(__file__).with_name("windows_client.py")
NAMES = {
    "start": "start, until the first answer",
    "cell": "`COMPLETION_RATE` of two numbers",
    "column": "`COMPLETION_RATE` of two columns of 10,000",
}


def measure(folder: Path, rounds: int) -> Mapping[str, float]:
    """Return seconds by the keys of NAMES, each the median of the rounds; empty where Wine is missing."""
    if shutil.which("wine") is None:
        return {}
    with Wine(folder, display=None) as wine:
        unzipped = wine.path("C:\\bench")
        with zipfile.ZipFile(BytesIO(bundle(xlam(), None, ROOT / "build" / "wheels"))) as archive:
            archive.extractall(unzipped)
        wine.batch(unzipped / "dudao" / "install.cmd")
        times = [_round(wine, unzipped / "dudao", folder / "times.json") for _ in range(rounds)]
    return {name: median(one[name] for one in times) for name in NAMES}


def _round(wine: Wine, unzipped: Path, written: Path) -> dict[str, float]:
    said = wine.python(unzipped, CLIENT, windows_path(written))
    if said.code:
        raise RuntimeError(said.text)
    times: dict[str, float] = json.loads(written.read_text())
    return times
