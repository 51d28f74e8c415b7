"""A real spreadsheet program for tests: find LibreOffice, turn workbooks into PDF and pictures.

`tests/fonts.conf` makes fonts the same everywhere (宋体, 仿宋 → Noto Serif CJK; 黑体 → Noto Sans CJK).
To look at a workbook: `python -m tests.office WORKBOOK.xlsx FOLDER`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

FONTS = Path(__file__).with_name("fonts.conf")


def program(name: str) -> str:
    """Return the program's path; skip the test loudly where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"NOT TESTED: {name} is missing (Debian: apt-get install libreoffice-calc poppler-utils)")
    return path


def to_pdf(workbook: Path, folder: Path) -> Path:
    """Print the workbook to `folder` as LibreOffice prints it; return the PDF's path."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                program("soffice"),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(workbook),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        )
    return folder / f"{workbook.stem}.pdf"


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page, laid out as on paper."""
    done = subprocess.run(
        [program("pdftotext"), "-layout", str(pdf), "-"], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.split("\f")[:-1]


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    """Return width and height of each page in points."""
    done = subprocess.run(
        [program("pdfinfo"), "-l", "9999", str(pdf)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return [(float(w), float(h)) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", done.stdout)]


def to_pictures(pdf: Path, folder: Path, dpi: int = 70) -> list[Path]:
    """Draw each page as a PNG into `folder`; return the paths in order."""
    subprocess.run([program("pdftoppm"), "-r", str(dpi), "-png", str(pdf), str(folder / pdf.stem)], check=True)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for picture in to_pictures(to_pdf(Path(sys.argv[1]), target), target):
        print(picture)
