"""The ECMA-376 schemas on every sheet, style table and workbook part that is made or edited."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.workbooks.package.making import ODD, contents, fresh, ledger
from tests.workbooks.package.test_marks import MARKS
from workbooks.package import Column, Package, mark, splice, write_columns

etree = pytest.importorskip("lxml.etree")

SHARED = Path(__file__).parents[4] / "shared"
SCHEMA = SHARED / "schema" / "ooxml" / "sml.xsd"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CHECKED = re.compile(
    r"xl/(workbook|styles|comments\d+|worksheets/[^/]+|tables/[^/]+|xl/comments\d*)\.xml$", re.IGNORECASE
)

if not SCHEMA.exists():
    pytest.skip("NOT TESTED: ../shared/schema is missing", allow_module_level=True)


@pytest.fixture(scope="module")
def schema() -> "etree.XMLSchema":
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def errors(data: bytes, schema: "etree.XMLSchema") -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for name, content in contents(data).items():
        if CHECKED.search(name.replace("\\", "/")):
            tree = etree.fromstring(content)
            for element in tree.iter():
                element.attrib.pop(SPACE, None)  # Excel itself writes it, and the schema doesn't say so
            schema.validate(tree)
            found.update((name, error.message) for error in schema.error_log)
    return found


def edited(data: bytes) -> bytes:
    package = Package.read(data)
    splice(package, fresh())
    sheet = next(sheet.name for sheet in package.sheets() if sheet.kind == "worksheet")
    mark(package, [type(one)(sheet, one.cell, one.fill, one.note) for one in MARKS])
    cells = {1: "完成率", 2: None, 3: 0.5, 70: "● 正常"}
    write_columns(package, sheet, [Column(30, cells, like=1, number_format="0.0%", width=9, merge=(1, 2))])
    splice(package, fresh(rows=5, constant_memory=True))
    return package.to_bytes()


@pytest.mark.parametrize("kind", ["ordinary", *(kind for kind in ODD if kind != "strict")])
def test_what_we_make_holds_to_the_schema(kind: str, schema: "etree.XMLSchema") -> None:
    data = ODD.get(kind, lambda same: same)(ledger())
    assert not errors(data, schema)
    assert not errors(edited(data), schema)


@pytest.mark.parametrize("path", sorted((SHARED / "corpus").glob("*.xls[xm]")), ids=lambda path: path.name)
def test_no_error_that_the_original_did_not_have(path: Path, schema: "etree.XMLSchema") -> None:
    data = path.read_bytes()
    assert not errors(edited(data), schema) - errors(data, schema)
