"""`python build_addin.py`: the Excel add-in into dist/, on any system, the same bytes each time."""

from pathlib import Path

from addin.excel.build import xlam

DIST = Path(__file__).parent / "dist"


def main() -> None:
    """Write dist/dudao.xlam."""
    DIST.mkdir(exist_ok=True)
    path = DIST / "dudao.xlam"
    path.write_bytes(xlam())
    print(path)


if __name__ == "__main__":
    main()
