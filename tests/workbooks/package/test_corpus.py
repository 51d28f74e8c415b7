"""Workbooks of the wild: splice, mark, splice again, unmark must not cost them a byte that nobody asked to change."""

import io
import random
import warnings
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from tests.workbooks.package.making import contents, fresh, raw_entries
from workbooks.package import Mark, Package, drop, mark, our_sheets, splice, unmark

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
WORKBOOKS = sorted(CORPUS.glob("*.xls[xm]"))
EDITED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"}
FIRST, SECOND = fresh(), fresh(rows=30, constant_memory=True)

if not WORKBOOKS:
    pytest.skip("NOT TESTED: ../shared/corpus is missing", allow_module_level=True)


def some_marks(package: Package, seed: str) -> list[Mark]:
    choose = random.Random(seed)
    names = [s.name for s in package.sheets() if s.kind == "worksheet" and s.name not in our_sheets(package)]
    return [
        Mark(
            choose.choice(names),
            f"{choose.choice('ABCDEFGHZ')}{choose.choice([1, 2, 3, 4, 5, 6, 7, 8, 50, 100])}",
            choose.choice(["FFC7CE", "FFEB9C", None]),
            choose.choice(["有误：请核对\n第二行", "<&>", None]),
        )
        for _ in range(12)
    ]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    data = path.read_bytes()
    package = Package.read(data)
    assert package.to_bytes() == data or raw_entries(package.to_bytes()) == raw_entries(data)
    names = splice(package, FIRST)
    clerks = {s.part: package.get(s.part) for s in package.sheets() if s.part and s.name not in names}
    marks = some_marks(package, path.name)
    mark(package, marks)
    marked = package.to_bytes()
    package = Package.read(marked)
    assert splice(package, SECOND) == names == our_sheets(package)
    again = package.to_bytes()
    assert_still_readable(data, again, names)

    package = Package.read(again)
    assert unmark(package) == len({(one.sheet, one.cell) for one in marks})
    unmarked = package.to_bytes()
    assert {part: package.get(part) for part in clerks} == clerks
    before, during, after = raw_entries(data), raw_entries(again), raw_entries(unmarked)
    touched = {name for name in before if before[name] != during.get(name)}
    assert touched <= EDITED | parts_of(data, {one.sheet for one in marks})
    assert {name for name in before if before[name] != after.get(name)} <= touched
    unpacked, restored = contents(data), contents(unmarked)
    assert {name for name in before if unpacked[name] != restored.get(name)} <= EDITED
    drop(package, names)
    assert set(contents(package.to_bytes())) - set(before) <= {"xl/styles.xml"}


def parts_of(data: bytes, sheets: set[str]) -> set[str]:
    """Return the parts that marks on these sheets may change: the sheets, their relationships, notes and shapes."""
    package = Package.read(data)
    found = set()
    for sheet in package.sheets():
        if sheet.name in sheets and sheet.part:
            related = [r.part for r in package.relationships(sheet.part) if r.kind in ("comments", "vmlDrawing")]
            folder, _, name = sheet.part.rpartition("/")
            found |= {sheet.part, f"{folder}/_rels/{name}.rels", *filter(None, related)}
    return found


def assert_still_readable(before: bytes, after: bytes, names: list[str]) -> None:
    ours = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(after))
    assert ours.get_sheet_by_name(names[1]).to_python()[2][0] == "项目2"
    theirs = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(before))
    for sheet in theirs.sheets_metadata:
        if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
            assert _values(ours, sheet.name) == _values(theirs, sheet.name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            openpyxl.load_workbook(io.BytesIO(before))
        except Exception:
            return  # openpyxl could not read it before either
        assert openpyxl.load_workbook(io.BytesIO(after)).sheetnames[-2:] == names


def _values(book: python_calamine.CalamineWorkbook, sheet: str) -> object:
    """Return the values by place; what calamine says where it can't read the sheet."""
    try:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except python_calamine.CalamineError as error:
        return str(error)
    return {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row) if value != ""}
