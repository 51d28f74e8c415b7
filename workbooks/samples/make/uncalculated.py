"""Taking a formula's stored result out of a finished workbook, as if no program had ever calculated it."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def take_out(path: Path, marker: float) -> None:
    """Rewrite the workbook with each result `<v>marker</v>` left out."""
    with ZipFile(path) as package:
        parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content.replace(f"<v>{marker}</v>".encode(), b""))
