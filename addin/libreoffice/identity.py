"""Under which names LibreOffice knows us."""

TITLE = "项目督导"
IDENTIFIER = "dudao.libreoffice"
EXTENSION = "dudao.oxt"
OLDEST_OFFICE = "7.4"
OLDEST_PYTHON = (3, 11)

PYTHONPATH = "pythonpath"
"""The folder in the extension that LibreOffice's Python loader puts on `sys.path` for a component beside it."""

BUTTONS = "dudao.libreoffice.Buttons"
"""The component that answers our commands; `buttons/component.py` writes the same."""

PROTOCOL = "dudao:"
"""What our commands begin with: `dudao:report` presses 生成通报."""

TOOLBARS = {
    "private:resource/toolbar/addon_dudao": "项目督导",
    "private:resource/toolbar/addon_dudao_more": "项目督导（续）",
}
"""Two, one below the other, so that no button falls off a narrow screen; with what they are called."""
CALC = "com.sun.star.sheet.SpreadsheetDocument"
