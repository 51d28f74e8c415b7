"""dudao.xlam as a file: what public readers of packages and VBA find in it, and that it is the same each time."""

import posixpath
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyopenvba.integrity import check_file

from addin.excel.build import twin, xlam
from addin.excel.customui import custom_ui
from addin.excel.modules import modules
from addin.excel.vba.source import stored_text
from addin.ribbon import tab
from tests.olevba import sources
from tests.validator import VERSIONS, errors

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT.parent / "shared" / "schema" / "ooxml" / "sml.xsd"
BUILD = "import sys; from addin.excel.build import twin, xlam; sys.stdout.buffer.write(xlam() + twin())"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

Build = Callable[[], bytes]
both = pytest.mark.parametrize("build", [xlam, twin], ids=["xlam", "twin"])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dudao.xlam"
    path.write_bytes(xlam())
    return path


@both
def test_olevba_extracts_exactly_the_generated_sources(build: Build) -> None:
    assert sources(build()) == {module.name: stored_text(module).decode("cp936") for module in modules(tab())}


def test_pyopenvba_finds_no_fault(file: Path) -> None:
    report = check_file(file)
    assert report.complete
    assert report.issues == ()


@pytest.mark.parametrize("version", VERSIONS)
@both
def test_microsofts_validator_finds_no_fault(build: Build, version: str) -> None:
    assert not errors(build(), version)


@both
def test_sheet_workbook_and_styles_hold_to_the_schema(build: Build) -> None:
    etree = pytest.importorskip("lxml.etree")
    if not SCHEMA.exists():
        pytest.skip("NOT TESTED: ../shared/schema is missing")
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        schema.validate(etree.fromstring(parts(build())[name]))
        assert not list(schema.error_log), name


@both
def test_every_relationship_leads_to_a_part_and_every_part_is_led_to(build: Build) -> None:
    found = parts(build())
    led = {"[Content_Types].xml"} | {name for name in found if name.endswith(".rels")}
    for name, content in found.items():
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            ids = [relation.get("Id") for relation in ET.fromstring(content)]
            assert len(ids) == len(set(ids))
            targets = [posixpath.join(base, relation.get("Target", "")) for relation in ET.fromstring(content)]
            assert set(targets) <= set(found), name
            led |= set(targets)
    assert led == set(found)


@both
def test_every_part_has_a_content_type(build: Build) -> None:
    found = parts(build())
    table = ET.fromstring(found["[Content_Types].xml"])
    defaults = {one.get("Extension") for one in table.iter(f"{TYPES}Default")}
    overrides = {one.get("PartName", "").lstrip("/") for one in table.iter(f"{TYPES}Override")}
    assert overrides <= set(found)
    for name in set(found) - {"[Content_Types].xml"}:
        assert name in overrides or name.rpartition(".")[2] in defaults, name


def test_the_add_in_is_an_add_in_with_a_ribbon_and_the_twin_an_ordinary_workbook_without() -> None:
    add_in, workbook = parts(xlam()), parts(twin())
    assert b"application/vnd.ms-excel.addin.macroEnabled.main+xml" in add_in["[Content_Types].xml"]
    assert b"application/vnd.ms-excel.sheet.macroEnabled.main+xml" in workbook["[Content_Types].xml"]
    assert add_in["customUI/customUI14.xml"] == custom_ui(tab())
    relation = (
        b'Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
        b'Target="customUI/customUI14.xml"'
    )
    assert relation in add_in["_rels/.rels"]
    assert "customUI/customUI14.xml" not in workbook
    assert add_in["xl/vbaProject.bin"] == workbook["xl/vbaProject.bin"]


def test_every_code_name_has_its_document_module() -> None:
    found = parts(xlam())
    [book] = ET.fromstring(found["xl/workbook.xml"]).iter(f"{MAIN}workbookPr")
    [sheet] = ET.fromstring(found["xl/worksheets/sheet1.xml"]).iter(f"{MAIN}sheetPr")
    documents = [module.name for module in modules(tab()) if module.kind == "document"]
    assert [book.get("codeName"), sheet.get("codeName")] == documents


def test_it_is_the_same_whatever_the_hash_seed_the_folder_and_the_time_zone(tmp_path: Path) -> None:
    def built(seed: str, zone: str, folder: Path) -> bytes:
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""}
        command = [sys.executable, "-c", BUILD]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout

    first = built("1", "UTC", ROOT)
    assert first == built("2", "Asia/Shanghai", tmp_path)
    assert first == xlam() + twin()


def test_nothing_in_it_hangs_on_the_system_that_built_it() -> None:
    with zipfile.ZipFile(BytesIO(xlam())) as package:
        for entry in package.infolist():
            assert entry.compress_type == zipfile.ZIP_STORED  # zlib's output differs from version to version
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (0, 0o600)
