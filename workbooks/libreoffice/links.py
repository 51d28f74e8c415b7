"""Links in cells: LibreOffice keeps them as fields in the cell's text."""

from typing import Any

_FIELD = "com.sun.star.text.TextField.URL"


def link_of(cell: Any) -> str:
    """Return where the first link in a cell leads. Raises ValueError where there is none."""
    fields = cell.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if hasattr(field, "URL"):
            return str(field.URL)
    raise ValueError("the cell has no link")


def add_link(document: Any, cell: Any, address: str, text: str | None) -> None:
    """Put a link in place of what the cell holds."""
    field = document.createInstance(_FIELD)
    field.URL, field.Representation = address, text or address
    cell.setString("")
    cursor = cell.createTextCursor()
    cell.insertTextContent(cursor, field, False)
