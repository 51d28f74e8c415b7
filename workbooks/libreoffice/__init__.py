"""LibreOffice Calc as an engine of xlwings: the very code that drives Excel drives LibreOffice.

    from workbooks.libreoffice import start

    with start() as app:                      # a LibreOffice of its own, over a pipe
        book = app.books.open("台账.xlsx")
        book.sheets[0].range("A1").value = "督导"

or, inside LibreOffice's own Python, `here(context)` and `book_of(app, document)`.

office         starting LibreOffice and connecting to it; the office that an App stands for
main_thread    who in LibreOffice does what is asked over the pipe
uno_words      UNO's structs, and its exceptions, which pass through context managers
engine         Engine, Apps, App
books          Books, Book; passwords of the files that they save
sheets         Sheets, Sheet, FreezePanes
copying        a sheet to another workbook, with what LibreOffice leaves behind: page_styles, drawn, letters, views
names, notes   Names, Name; Note
ranges         Range, in layers: blocks (where it is; addresses), contents (what it holds: values, writing, formulas),
               looks (fonts, colours, number_formats), and merging, pasting, links
formulas       LibreOffice's formula texts and Excel's
complete       what isn't here raises NotImplementedError, by name

Members of xlwings' engines (`xlwings.base_classes`, semi-private: xlwings is pinned) beyond these are not there.
docs/dev/libreoffice.md says where LibreOffice differs from Excel all the same.
"""

from workbooks.libreoffice.engine import book_of, here, start

__all__ = ["book_of", "here", "start"]
