"""Code drives a spreadsheet program by the words of `workbooks/hosts/subset.toml` alone, and xlwings has them all."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.workbooks.hosts.members import used

ROOT = Path(__file__).parents[3]
TABLE: dict[str, Any] = tomllib.loads((ROOT / "workbooks/hosts/subset.toml").read_text("utf-8"))
COM = {member for members in TABLE["com"].values() for member in members}
SUBSET = {(owner, member) for owner, members in TABLE.items() if owner != "com" for member in members}
PLAIN = {("Notes", "iterate"), ("Comments", "iterate")}  # what `Sheet.notes` and `Sheet.comments` are there for
LIBREOFFICE = "workbooks/hosts/natives/libreoffice.py"  # asks our own engine, and UNO
SOURCES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for folder in ("workbooks/hosts", "addin")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not path.match(LIBREOFFICE)
}
XLWINGS = Path(xlwings.__file__).parent


def members() -> set[tuple[str, str]]:
    """Return all members of xlwings objects that we use, those set by their names in `working` included."""
    found = {member for each in used(SOURCES).values() for member in each}
    nodes = ast.walk(ast.parse(SOURCES["workbooks/hosts/working.py"]))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    for owner, member in SUBSET:
        if owner == "App" and member.removesuffix("=") in texts:
            found.add((owner, member))
    return found


def test_code_uses_no_other_words() -> None:
    others = {(o, m) for o, m in members() - SUBSET - PLAIN if o != "com" and m != "api"}
    assert not others, f"not in subset.toml: {sorted(others)}"


def test_every_word_of_the_subset_is_used() -> None:
    assert not SUBSET - members()


def test_only_one_module_looks_behind_xlwings_into_excel() -> None:
    modules = {name for name, found in used(SOURCES).items() if any(m == "api" or o == "com" for o, m in found)}
    assert modules == {"workbooks/hosts/natives/excel.py"}


def test_what_it_asks_excel_itself_is_listed_and_nothing_else() -> None:
    assert {member for owner, member in members() if owner == "com"} == COM


IN_A_CALL = 'def f(book: "xlwings.Book"): book.sheets[0].used_range.end("down")'
IN_A_LOOP = """
def f(book: "xlwings.Book"):
    for sheet in book.sheets:
        sheet.autofit()
"""
IN_A_LIST = """
def f(book: "xlwings.Book"):
    cells = [sheet.range("A1") for sheet in book.sheets]
    cells[0].font = 1
"""
OF_SELF = """
class Ours:
    def __init__(self, book: "xlwings.Book"):
        self.book = book
    def f(self):
        self.book.macro("x")
"""
FROM_ANOTHER = """
def f(cells: "xlwings.Range"):
    with g(cells) as sheet:
        sheet.shapes
def g(cells: "xlwings.Range") -> "Iterator[xlwings.Sheet]": ...
"""


@pytest.mark.parametrize(
    ("source", "member"),
    [
        (IN_A_CALL, ("Range", "end")),
        (IN_A_LOOP, ("Sheet", "autofit")),
        (IN_A_LIST, ("Range", "font=")),
        (OF_SELF, ("Book", "macro")),
        (FROM_ANOTHER, ("Sheet", "shapes")),
    ],
)
def test_a_word_outside_the_subset_would_be_noticed(source: str, member: tuple[str, str]) -> None:
    assert member in used({"x": source})["x"]
    assert member not in SUBSET


def members_of(path: Path) -> dict[str, set[str]]:
    """Return what each class of a source defines: methods, properties (set ones with "="), attributes."""
    found: dict[str, set[str]] = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        names = found.setdefault(node.name, set())
        for base in node.bases:
            if isinstance(base, ast.Subscript) and isinstance(base.value, ast.Name):
                names |= found.get(base.value.id, set())
        for each in node.body:
            if isinstance(each, ast.FunctionDef):
                setter = any(isinstance(d, ast.Attribute) and d.attr == "setter" for d in each.decorator_list)
                names.add(f"{each.name}=" if setter else each.name)
            elif isinstance(each, ast.Assign):
                names |= {target.id for target in each.targets if isinstance(target, ast.Name)}
    return found


SPECIAL = {"[]": "__getitem__", "iterate": "__iter__"}


@pytest.mark.parametrize(("owner", "member"), sorted(SUBSET))
def test_xlwings_has_the_word_and_has_it_for_windows(owner: str, member: str) -> None:
    assert SPECIAL.get(member, member) in members_of(XLWINGS / "main.py")[owner]
    windows = members_of(XLWINGS / "_xlwindows.py")
    told = TABLE[owner][member]
    for place in told["windows"] if isinstance(told, dict) else [f"{owner}.{member}"]:
        where, _, word = place.partition(".")
        assert word in windows[where], f"{place} is not in _xlwindows.py"


def test_every_word_says_what_for() -> None:
    for owner, member in SUBSET:
        told = TABLE[owner][member]
        assert (told["does"] if isinstance(told, dict) else told).strip()
