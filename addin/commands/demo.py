"""`dudao demo`: the main job on the shipped sample ledgers."""

import argparse
import shutil
from pathlib import Path

from addin import console


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--out", type=Path, default=Path("dudao-demo"), metavar="DIR", help="放在哪个文件夹")


def run(given: argparse.Namespace) -> int:
    """Copy the samples into the folder, make the report of each, mark the mistakes of the one that is full of them."""
    from addin.cli import main
    from workbooks.samples import samples
    from workbooks.whole import not_writable

    folder: Path = given.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for sample in samples():
            shutil.copyfile(sample.path, folder / sample.path.name)
    except OSError as error:
        raise not_writable(folder, error) from error
    worst = 0
    for sample in samples():
        ledger = str(folder / sample.path.name)
        console.say(f"—— {sample.title}（{sample.shows}）")
        worst = max(worst, main(["report", ledger, "--as-of", sample.as_of.isoformat()]))
        if not sample.honest:
            marked = str(folder / f"{sample.path.stem}_校验.xlsx")
            main(["check", ledger, "--as-of", sample.as_of.isoformat(), "--mark", "-o", marked])
        console.say()
    console.say(f"结果都在 {folder} 里，用 Excel、WPS 或 LibreOffice 打开看。")
    return worst
