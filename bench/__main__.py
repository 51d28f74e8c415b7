"""`make bench`: hold the contests and write docs/bench.md. Ends with 1 where a target is missed."""

import argparse
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import libreoffice, windows
from bench.contests import Sizes, hold
from bench.page import page

PAGE = Path(__file__).parents[1] / "docs" / "bench.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the bench."""
    usual = Sizes()
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rows", type=int, default=usual.rows)
    parser.add_argument("--rounds", type=int, default=usual.rounds)
    parser.add_argument("--short-rounds", type=int, default=usual.short_rounds)
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--without-windows", action="store_true", help="leave out what needs Wine")
    parser.add_argument("--without-libreoffice", action="store_true", help="leave out what needs LibreOffice")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        results = hold(Path(folder), Sizes(given.rows, given.rounds, given.short_rounds))
    if not given.without_windows:
        with TemporaryDirectory() as folder:
            results = replace(results, windows=windows.measure(Path(folder), given.rounds))
    if not given.without_libreoffice:
        with TemporaryDirectory() as folder:
            results = replace(results, libreoffice=libreoffice.measure(Path(folder), given.rounds))
    given.page.write_text(page(results), encoding="utf-8")
    for target in results.targets:
        print(f"{'met   ' if target.met else 'MISSED'} {target.asked}: {target.measured:.2f} {target.unit}")
    return 0 if all(target.met for target in results.targets) else 1


if __name__ == "__main__":
    raise SystemExit(main())
