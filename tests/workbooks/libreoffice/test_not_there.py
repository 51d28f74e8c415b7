"""What LibreOffice's engine doesn't have says so by its name: whoever meets it knows what is missing."""

import inspect
from typing import Any

import pytest
import xlwings
from xlwings import base_classes

from workbooks.libreoffice import books, engine, fonts, names, notes, ranges, sheets

OURS: dict[str, type] = {
    "Apps": engine.Apps,
    "App": engine.App,
    "Books": books.Books,
    "Book": books.Book,
    "Sheets": sheets.Sheets,
    "Sheet": sheets.Sheet,
    "FreezePanes": sheets.FreezePanes,
    "Range": ranges.Range,
    "Font": fonts.Font,
    "Names": names.Names,
    "Name": names.Name,
    "Note": notes.Note,
}
MEMBERS = [
    (name, member)
    for name in OURS
    for member in vars(getattr(base_classes, name))
    if not member.startswith("__") or member in ("__call__", "__iter__", "__len__", "__getitem__")
]


def raises_unnamed(member: Any) -> bool:
    """Return whether it is nothing but `raise NotImplementedError()`, as xlwings leaves what an engine has to give."""
    function = member.fget if isinstance(member, property) else getattr(member, "__func__", member)
    if not inspect.isfunction(function):
        return False
    return function.__code__.co_names == ("NotImplementedError",) and not function.__code__.co_freevars


@pytest.mark.parametrize(("name", "member"), MEMBERS)
def test_every_member_is_there_or_says_its_name(name: str, member: str) -> None:
    found = inspect.getattr_static(OURS[name], member)
    assert not raises_unnamed(found)
    if getattr(getattr(found, "fget", found), "__name__", "") != "missing":
        return
    with pytest.raises(NotImplementedError, match=f"LibreOffice: {name}.{member}$"):
        found.fget(None) if isinstance(found, property) else found(None)
    if isinstance(found, property):
        with pytest.raises(NotImplementedError, match=f"LibreOffice: {name}.{member}$"):
            found.fset(None, None)


def test_all_of_xlwings_that_the_engine_hands_out_is_looked_at() -> None:
    ours = {
        value.__name__
        for module in (books, engine, fonts, names, notes, ranges, sheets)
        for value in vars(module).values()
        if inspect.isclass(value) and any(base.__module__ == base_classes.__name__ for base in value.__mro__)
    }
    assert ours - {"Blocks", "Contents", "Looks"} == set(OURS)


REFUSED = {
    "charts": lambda sheet: sheet.charts,
    "pictures": lambda sheet: sheet.pictures,
    "tables": lambda sheet: sheet.tables,
    "page_setup": lambda sheet: sheet.page_setup,
    "to_html": lambda sheet: sheet.to_html("x.html"),
    "move": lambda sheet: sheet.move(before=sheet.book.sheets.add()),
    "insert": lambda sheet: sheet["A1"].insert("down"),
    "delete": lambda sheet: sheet["A1"].delete(),
    "width": lambda sheet: sheet["A1"].width,
    "borders": lambda sheet: sheet["A1"].borders.api,
    "horizontal_alignment": lambda sheet: setattr(sheet["A1"], "horizontal_alignment", "center"),
    "autofill": lambda sheet: sheet["A1"].autofill(sheet["A1:A3"]),
    "paste": lambda sheet: sheet["A1"].paste("values"),
}


@pytest.mark.parametrize("word", REFUSED)
def test_xlwings_own_words_for_it_say_so_too(sheet: xlwings.Sheet, word: str) -> None:
    with pytest.raises(NotImplementedError, match=word):
        REFUSED[word](sheet)
