"""The manual's pictures, drawn from the shipped ledgers: `make pictures`, or `python -m docs.make_pictures`.

Each is a page as LibreOffice prints it (`tests/office.py`).
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from addin.cli import main
from tests.office import page_sizes, page_texts, program, to_pdf
from workbooks.samples import FOLDER

PICTURES = Path(__file__).with_name("pictures")
_AS_OF = ("--as-of", "2026-06-30")


@dataclass(frozen=True)
class Picture:
    """The first page under a title, of what a command makes of a shipped ledger.

    height: how much of the page is shown, from the top.
    """

    name: str
    ledger: str
    command: tuple[str, ...]
    title: str
    height: float = 1.0
    dpi: int = 90


_REPORT = ("report", *_AS_OF)
_ALL = (
    Picture("overview", "city.xlsx", _REPORT, "督导总览"),
    Picture("lights", "city.xlsx", _REPORT, "亮灯表", 0.33, 80),
    Picture("ranking", "city.xlsx", _REPORT, "排名"),
    Picture("supervision", "city.xlsx", _REPORT, "督办清单", 0.36, 80),
    Picture("issues", "mistakes.xlsx", _REPORT, "数据问题清单", 0.55),
    Picture("boards", "city.xlsx", ("boards", *_AS_OF), "红黑榜", 0.62),
    Picture("standing", "supervision.xlsx", _REPORT, "督办事项办理情况"),
    Picture("marks", "mistakes.xlsx", ("check", *_AS_OF, "--mark"), "石堰县2026年重点项目台账", 0.4, 80),
)


def draw() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder, printed = Path(place), dict[tuple[str, ...], Path]()
        for picture in _ALL:
            made = (picture.ledger, *picture.command)
            if made not in printed:
                output = folder / f"{len(printed)}.xlsx"
                main([picture.command[0], str(FOLDER / picture.ledger), *picture.command[1:], "-o", str(output)])
                printed[made] = to_pdf(output, folder)
            _draw(picture, printed[made])


def _draw(picture: Picture, pdf: Path) -> None:
    titles = [text.lstrip().split("\n", 1)[0] for text in page_texts(pdf)]
    page = next(number for number, title in enumerate(titles) if picture.title in title)
    width, height = (round(points * picture.dpi / 72) for points in page_sizes(pdf)[page])
    target = PICTURES / f"{picture.name}.png"
    command = [program("pdftoppm"), "-png", "-singlefile", "-f", str(page + 1), "-r", str(picture.dpi)]
    command += ["-x", "0", "-y", "0", "-W", str(width), "-H", str(round(height * picture.height))]
    subprocess.run([*command, str(pdf), str(target.with_suffix(""))], check=True)
    print(f"{target}: {target.stat().st_size // 1024} KB", file=sys.stderr)


if __name__ == "__main__":
    draw()
