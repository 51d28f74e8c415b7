"""Changes to a document that the clerk didn't make, and doesn't notice."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def unnoticed(document: Any) -> Iterator[None]:
    """Leave nothing to undo, and the document as changed or unchanged as it was; windows are drawn in the end."""
    was_modified = document.isModified()
    undo = document.getUndoManager()
    undo.lock()
    document.addActionLock()
    try:
        yield
    finally:
        document.removeActionLock()
        undo.unlock()
        if not was_modified:
            document.setModified(False)
