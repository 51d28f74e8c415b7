"""The bench's ledger in the other formats that clerks send, and how long one takes to read."""

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from bench.ledger import COLUMNS, make, rows

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def table(count: int) -> list[list[Any]]:
    """Return the ledger in one header row: title, header, body."""
    header = [f"{column.parent}{column.title}" for column in COLUMNS]
    return [["全省2026年重点项目推进情况台账"], header, *(cells for _, cells in rows(count))]


def _write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(table(count))


def _write_xls(path: Path, count: int) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for row, cells in enumerate(table(count)):
        for column, value in enumerate(cells):
            if value is not None:
                sheet.write(row, column, value, *([day] if hasattr(value, "year") else []))
    book.save(str(path))


def _write_ods(path: Path, count: int) -> None:
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in table(count))
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="台账">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODS, ZIP_STORED)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if hasattr(value, "year"):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


FORMATS: dict[str, Callable[[Path, int], None]] = {
    ".xlsx": make,
    ".xls": _write_xls,
    ".ods": _write_ods,
    ".csv": _write_csv,
}


def write(folder: Path, count: int) -> dict[str, Path]:
    """Write a ledger of so many rows in every format; return the files by ending."""
    files = {ending: folder / f"formats{ending}" for ending in FORMATS}
    for ending, path in files.items():
        FORMATS[ending](path, count)
    return files


def main(path: str) -> None:
    """Print the seconds that the reader takes for a file."""
    from workbooks.reading import read_book

    begun = perf_counter()
    read_book(Path(path))
    print(perf_counter() - begun)


if __name__ == "__main__":
    main(*sys.argv[1:])
