"""A workbook with a copied chart can be saved in LibreOffice's own format.

A chart whose end was in no cell once let LibreOffice 7.4 write an .ods without end, until the disk was full.
"""

from pathlib import Path
from threading import Timer

import xlsxwriter
import xlwings

from workbooks.libreoffice import start

LONGEST = 60  # seconds; then LibreOffice is killed, and the test fails


def with_chart(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("图表")
    sheet.write_column("A1", [1, 2, 3])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=图表!$A$1:$A$3", "name": "完成"})
    sheet.insert_chart("C5", chart)
    book.close()
    return path


def test_it_is_saved_and_opens_again(office: xlwings.App, tmp_path: Path) -> None:
    source, target = with_chart(tmp_path / "图.xlsx"), tmp_path / "台账.ods"
    with start() as app:
        killer = Timer(LONGEST, app.kill)
        killer.start()
        try:
            book = app.books.add()
            app.books.open(str(source)).sheets[0].copy(after=book.sheets[0])
            book.save(str(target))
        finally:
            killer.cancel()
        book.close()
        again = app.books.open(str(target))
        assert [sheet.name for sheet in again.sheets][-1] == "图表"
        assert len(again.sheets["图表"].api.Charts.ElementNames) == 1
