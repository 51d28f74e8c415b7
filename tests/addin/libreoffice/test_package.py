"""dudao.oxt: all that LibreOffice reads is there and well-formed, all that Python needs is carried, nothing else."""

import re
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from addin.libreoffice import package
from addin.libreoffice.identity import IDENTIFIER, OLDEST_OFFICE, TITLE
from addin.macros import available
from addin.packing import own
from addin.packing.own import ROOT
from addin.packing.pinned import libraries, table
from addin.windows.wheels import pins

DESCRIPTION = "{http://openoffice.org/extensions/description/2006}"
MANIFEST = "{http://openoffice.org/2001/manifest}"
LINK = "{http://www.w3.org/1999/xlink}href"
LARGEST = 4_000_000


@pytest.fixture(scope="module")
def contents(packed: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(packed)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def carried(contents: dict[str, bytes]) -> set[str]:
    return {name.removeprefix("pythonpath/") for name in contents if name.startswith("pythonpath/")}


@pytest.fixture(scope="module")
def unpacked(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(BytesIO(packed)) as opened:
        opened.extractall(folder)
    return folder


def test_the_same_parts_give_the_same_bytes(packed: bytes) -> None:
    first, second = (package.oxt(ROOT / "build" / "wheels") for _ in range(2))
    assert first == second


def test_it_is_small_enough_to_be_sent_by_mail(packed: bytes) -> None:
    assert len(packed) < LARGEST


def test_it_tells_the_extension_manager_who_it_is(contents: dict[str, bytes]) -> None:
    told = ET.fromstring(contents["description.xml"])
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert told.find(f"{DESCRIPTION}identifier").attrib["value"] == IDENTIFIER  # type: ignore[union-attr]
    assert told.find(f"{DESCRIPTION}version").attrib["value"] == version  # type: ignore[union-attr]
    assert told.find(f"{DESCRIPTION}platform").attrib["value"] == "all"  # type: ignore[union-attr]
    assert told.findtext(f"{DESCRIPTION}display-name/{DESCRIPTION}name") == TITLE
    (needed,) = told.find(f"{DESCRIPTION}dependencies") or []
    assert needed.tag.endswith("}LibreOffice-minimal-version")
    assert needed.attrib["value"] == OLDEST_OFFICE


def test_what_the_description_refers_to_is_there(contents: dict[str, bytes]) -> None:
    links = [each.attrib[LINK] for each in ET.fromstring(contents["description.xml"]).iter() if LINK in each.attrib]
    assert len(links) == 2
    said = contents[next(link for link in links if link.endswith(".txt"))].decode()
    assert TITLE in said
    assert "MIT" in said
    assert contents["LICENSE"] == (ROOT / "LICENSE").read_bytes()


def test_each_xml_of_ours_is_well_formed(contents: dict[str, bytes]) -> None:
    ours = [name for name in contents if name.endswith((".xml", ".xcu", ".svg")) and "pythonpath" not in name]
    assert len(ours) > 20
    for name in ours:
        ET.fromstring(contents[name])


def test_the_manifest_lists_each_part_that_libreoffice_registers_once(contents: dict[str, bytes]) -> None:
    entries = [each.attrib[f"{MANIFEST}full-path"] for each in ET.fromstring(contents["META-INF/manifest.xml"])]
    at_top = {name for name in contents if re.fullmatch(r"[^/]+\.(py|xcu|idl|rdb)", name)}
    assert sorted(entries) == sorted(at_top)


def test_what_is_made_of_the_signatures_comes_after_them(contents: dict[str, bytes]) -> None:
    entries = [each.attrib[f"{MANIFEST}full-path"] for each in ET.fromstring(contents["META-INF/manifest.xml"])]
    assert entries[0].endswith(".idl")


def test_our_packages_come_with_their_tables_and_tell_their_version(contents: dict[str, bytes]) -> None:
    for path in ("addin/ribbon.toml", "addin/live.py", "udfs/functions.toml", "workbooks/settings.toml"):
        assert contents[f"pythonpath/{path}"] == (ROOT / path).read_bytes()
    for button in available():
        assert f"pythonpath/addin/macros/{button}.py" in contents
    version = own.project()["version"]
    assert f"\nVersion: {version}\n".encode() in contents[f"pythonpath/dudao-{version}.dist-info/METADATA"]


def test_the_help_comes_with_its_pages_and_pictures(carried: set[str]) -> None:
    assert {"addin/help/pages/manual.zh-CN.html", "addin/help/pages/pictures/overview.png"} <= carried


def test_only_pure_python_is_carried(carried: set[str]) -> None:
    assert not [name for name in carried if re.search(r"\.(so|pyd|dll|dylib|pyc)$|__pycache__", name)]


def test_of_xlwings_only_the_part_under_the_bsd_licence_is_carried(carried: set[str]) -> None:
    xlwings = {name for name in carried if name.startswith("xlwings")}
    assert {"xlwings/__init__.py", "xlwings/main.py", "xlwings-0.37.8.dist-info/licenses/LICENSE.txt"} <= xlwings
    assert not [name for name in xlwings if "/pro/" in name or "PRO" in name]
    assert not [name for name in xlwings if name.endswith((".xlam", ".xlsm", ".bas", ".cls", ".js"))]


def test_each_carried_library_brings_its_licence(carried: set[str]) -> None:
    for wheel in libraries(table(Path(package.__file__).with_name("wheels.toml"))).wheels:
        name, version = wheel.requirement.split("==")
        told = [path for path in carried if path.lower().startswith(f"{name}-{version}.dist-info/".lower())]
        assert [path for path in told if re.search("LICEN[CS]E|METADATA", path)], name


def test_what_serves_excel_windows_and_building_stays_at_home(carried: set[str]) -> None:
    for folder in ("addin/excel", "addin/windows", "addin/window", "addin/packing", "workbooks/samples", "tests"):
        assert not [name for name in carried if name.startswith(f"{folder}/")], folder


def test_the_carried_versions_are_those_of_the_windows_bundle() -> None:
    here = {wheel.requirement for wheel in libraries(table(Path(package.__file__).with_name("wheels.toml"))).wheels}
    assert here <= {wheel.requirement for wheel in pins().libraries.wheels}


def test_all_that_is_carried_can_be_imported_with_nothing_else(unpacked: Path) -> None:
    """A Python without site-packages, as LibreOffice's own is; modules that need UNO are tried inside LibreOffice."""
    script = """
import pkgutil, sys
sys.path.insert(0, sys.argv[1])
import importlib
import addin.live, addin.ribbon, udfs.catalogue
for button in __import__("addin.macros").macros.available():
    importlib.import_module(f"addin.macros.{button}")
for package in ("udfs", "workbooks"):
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not module.name.startswith(("udfs.page", "workbooks.checks.page")):
            importlib.import_module(module.name)
from rapidfuzz import fuzz
assert fuzz.ratio("县医院迁建", "县医院扩建") == 80.0
import xlwings
assert not xlwings.__pro__
assert not {"numpy", "pandas"} & set(sys.modules)
"""
    python = [sys.executable, "-I", "-S", "-c", script, str(unpacked / "pythonpath")]
    done = subprocess.run(python, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
