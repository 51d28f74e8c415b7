"""Links of formulas saved under another path of the add-in, pointed here when a workbook opens."""

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import EMPTY, VBAArray, VBAObject, member, method, setter, to_bool

from tests.addin.excel.desk import Desk, Excel

HERE = r"C:\Users\me\XLSTART\dudao.xlam"


class Book(VBAObject):
    """A workbook with links, and what was done to them."""

    vba_type_name = "Workbook"
    excel: Excel

    def __init__(self, *links: str, saved: bool = True, locked: bool = False) -> None:
        self.links, self.saved, self.locked = links, saved, locked
        self.changes: list[tuple[str, str]] = []

    @member
    def Saved(self) -> object:  # noqa: N802
        return self.saved

    @setter("Saved")
    def _set_saved(self, value: object) -> None:
        self.saved = to_bool(value)

    @method
    def LinkSources(self, kind: object) -> object:  # noqa: N802
        assert int(str(kind)) == 1  # xlExcelLinks
        return VBAArray([(1, len(self.links))], items=list(self.links)) if self.links else EMPTY

    @method
    def ChangeLink(self, name: str, new: str, kind: object) -> None:  # noqa: N802
        assert int(str(kind)) == 1  # xlLinkTypeExcelLinks
        assert not self.excel.display_alerts  # or Excel would ask about formulas that it can't change
        if self.locked:
            raise VBARuntimeError(1004, "The workbook is protected")
        self.changes.append((name, new))
        self.saved = False


def opened(book: Book) -> Book:
    """Return the workbook as it is after Excel, with the add-in, has opened it."""
    desk = Desk()
    book.excel = desk.excel
    desk.run("ThisWorkbook.Workbook_Open")
    desk.raise_event("WorkbookOpen", book)
    assert desk.excel.display_alerts
    return book


@pytest.mark.parametrize(
    "link",
    [
        r"C:\Users\someone\AppData\Roaming\Microsoft\Excel\XLSTART\dudao.xlam",
        r"\\server\共享\DUDAO.XLAM",
        "https://example.org/docs/dudao.xlam",
    ],
)
def test_a_link_to_the_add_in_elsewhere_is_pointed_here(link: str) -> None:
    assert opened(Book(link)).changes == [(link, HERE)]


OTHERS = [HERE, HERE.upper(), r"D:\台账\去年.xlsx", r"D:\dudao.xlam\台账.xlsx", r"D:\my dudao.xlam"]


@pytest.mark.parametrize("link", OTHERS)
def test_any_other_link_is_left_alone(link: str) -> None:
    assert opened(Book(link)).changes == []


@pytest.mark.parametrize("saved", [True, False])
def test_the_workbook_is_as_saved_as_it_was(saved: bool) -> None:
    book = opened(Book(r"D:\x\dudao.xlam", saved=saved))
    assert book.changes
    assert book.saved is saved


def test_a_workbook_without_links_or_one_that_is_protected_opens_without_a_word() -> None:
    assert opened(Book()).changes == []
    assert opened(Book(r"D:\x\dudao.xlam", r"D:\y\dudao.xlam", locked=True)).saved


def test_every_strayed_link_is_pointed_here() -> None:
    assert opened(Book(r"D:\x\dudao.xlam", r"D:\y.xlsx", r"E:\dudao.xlam")).changes == [
        (r"D:\x\dudao.xlam", HERE),
        (r"E:\dudao.xlam", HERE),
    ]
