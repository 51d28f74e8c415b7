"""vbaProject.bin as a whole, as others read it: olevba, pyOpenVBA (a reader and an interpreter), olefile."""

import os
import re
import subprocess
import sys
from pathlib import Path

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyopenvba import ExcelFile, check_file
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.cfb import CFB
from pyopenvba.vba import VBAModuleKind, parse_project_stream, parse_vba_project

from addin.excel.vba import Module, Project, vba_project
from addin.excel.vba.source import stored_text
from tests import olevba
from tests.addin.excel.vba.examples import MODULES, PROJECT, macro_workbook
from tests.addin.excel.vba.test_obfuscation import revealed

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,30}", fullmatch=True)
LINES = st.lists(st.text(st.characters(codec="gbk", exclude_categories=["Cc"]), max_size=60), max_size=200)


def meant(project: Project) -> dict[str, str]:
    """Return each module's text, attributes and all."""
    return {module.name: stored_text(module).decode("cp936") for module in project.modules}


def stream(project: Project, name: str) -> bytes:
    with olefile.OleFileIO(vba_project(project), raise_defects=olefile.DEFECT_POTENTIAL) as file:
        content: bytes = file.openstream(name).read()
        return content


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return macro_workbook(PROJECT, tmp_path_factory.mktemp("vba") / "台账.xlsm")


def test_olevba_finds_exactly_the_sources_in_the_project() -> None:
    assert olevba.sources(vba_project(PROJECT)) == meant(PROJECT)


def test_olevba_finds_exactly_the_sources_in_a_workbook(workbook: Path) -> None:
    assert olevba.sources(workbook.read_bytes()) == meant(PROJECT)


def test_pyopenvba_finds_no_fault(workbook: Path) -> None:
    report = check_file(workbook)
    assert report.ok, report.issues


def test_pyopenvba_reads_the_project_as_it_was_meant() -> None:
    read = parse_vba_project(CFB.from_bytes(vba_project(PROJECT)))
    assert (read.name, read.code_page, read.sys_kind) == ("Dudao", 936, 1)
    assert {module.name: module.source for module in read.modules} == meant(PROJECT)
    standard, other = VBAModuleKind.standard, VBAModuleKind.other
    assert [module.kind for module in read.modules] == [other, other, standard, standard, other]
    assert [(reference.name, reference.guid) for reference in read.references] == [
        ("stdole", "{00020430-0000-0000-C000-000000000046}")
    ]


def test_pyopenvba_could_edit_and_save_it(workbook: Path, tmp_path: Path) -> None:
    """Its writer leaves alone what it doesn't understand, and there is nothing such."""
    with ExcelFile(workbook) as file:
        file.set_module("Aliases", "Function 完成率()\r\nEnd Function\r\n")
        file.save(tmp_path / "edited.xlsm")
    edited = olevba.sources((tmp_path / "edited.xlsm").read_bytes())
    assert "完成率()" in edited.pop("Aliases")
    assert edited == {name: text for name, text in meant(PROJECT).items() if name != "Aliases"}


@pytest.mark.parametrize(
    ("function", "arguments", "value"),
    [
        ("FIRST_CANARY", [], 11),
        ("BOOK_CANARY", [], 12),
        ("SHEET_CANARY", [], 13),
        ("CLASS_CANARY", [], 14),
        ("完成率", [97.0, 200.0], 48.5),
    ],
)
def test_pyopenvba_runs_every_module(workbook: Path, function: str, arguments: list[float], value: object) -> None:
    """But no function with attributes of its own: its interpreter has none of those."""
    assert ExcelApplication.open(workbook).run(function, *arguments) == value


def test_the_project_stream_says_what_the_specification_wants() -> None:
    text = stream(PROJECT, "PROJECT").decode("cp936")
    project_id = parse_project_stream(text.encode("cp936"), code_page=936).id
    protection = dict(re.findall('^(CMG|DPB|GC)="(.*)"', text, re.MULTILINE))
    assert {name: revealed(digits, project_id) for name, digits in protection.items()} == {
        "CMG": bytes(4),
        "DPB": b"\0",
        "GC": b"\xff",
    }
    assert text == "\r\n".join(
        [
            f'ID="{project_id}"',
            "Document=ThisWorkbook/&H00000000",
            "Document=Sheet1/&H00000000",
            "Module=Wrappers",
            "Module=Aliases",
            "Class=Tally",
            'Name="Dudao"',
            'HelpContextID="0"',
            'Description="项目督导"',
            'VersionCompatible32="393222000"',
            *(f'{name}="{digits}"' for name, digits in protection.items()),
            "",
            "[Host Extender Info]",
            "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
            "",
            "[Workspace]",
            *(f"{module.name}=0, 0, 0, 0, C" for module in MODULES),
            "",
        ]
    )


def test_quotes_in_the_description_are_doubled() -> None:
    assert 'Description="说""好"""' in stream(Project("P", (), '说"好"'), "PROJECT").decode("cp936").splitlines()


def test_the_dir_stream_is_the_specification_s_records_in_order() -> None:
    """MS-OVBA 2.3.4.2: id, size, content; lengths are bytes, in the code page and in UTF-16."""
    expected = (
        "0100 04000000 01000000  0200 04000000 09040000  1400 04000000 09040000  0300 02000000 A803"
        "0400 01000000 50  0500 02000000 B6BD 4000 02000000 6377  0600 00000000 3D00 00000000"
        "0700 04000000 00000000  0800 04000000 00000000  0900 04000000 01000000 0000"
        "0C00 00000000 3C00 00000000"
        "1600 06000000 7374646F6C65 3E00 0C000000 7300740064006F006C006500"
    )
    library = rb"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation"
    expected += f"0D00 {len(library) + 10:02X}000000 {len(library):02X}000000" + library.hex() + "00000000 0000"
    expected += (
        "0F00 02000000 0100  1300 02000000 FFFF"
        "1900 02000000 4D31 4700 04000000 4D003100  1A00 02000000 4D31 3200 04000000 4D003100"
        "1C00 00000000 4800 00000000  3100 04000000 00000000  1E00 04000000 00000000  2C00 02000000 FFFF"
        "2100 00000000  2B00 00000000  1000 00000000"
    )
    project = Project("P", (Module("M1", "standard", ""),), "督")
    assert olevba.decompress(stream(project, "VBA/dir")) == bytes.fromhex(expected)


def test_no_compiled_code_is_claimed() -> None:
    assert stream(PROJECT, "VBA/_VBA_PROJECT") == bytes.fromhex("CC61FFFF000000")


def test_the_names_stand_in_both_writings() -> None:
    project = Project("P", (Module("Ab", "standard", ""), Module("C", "class", "")))
    assert stream(project, "PROJECTwm") == b"Ab\0A\0b\0\0\0C\0C\0\0\0\0\0"


@given(st.dictionaries(NAMES, LINES, max_size=8))
def test_any_modules_are_read_back(contents: dict[str, list[str]]) -> None:
    taken = {"dir", "vba", "excel", "stdole", "dudao"}
    unlike = {name.lower(): name for name in contents if name.lower() not in taken}.values()
    project = Project(
        "Dudao", tuple(Module(name, "standard", "".join(f"'{line}\n" for line in contents[name])) for name in unlike)
    )
    data = vba_project(project)
    assert {module.name: module.source for module in parse_vba_project(CFB.from_bytes(data)).modules} == meant(project)
    assert olevba.sources(data) == meant(project)


def test_a_large_project_is_read_back() -> None:
    """Forty modules of 40 kB, each of numbers of its own."""
    lines = ["".join(f"    Total = Total + {line * number}\n" for line in range(1000)) for number in range(1, 41)]
    project = Project("Large", tuple(Module(f"M{at}", "standard", text) for at, text in enumerate(lines)))
    assert olevba.sources(vba_project(project)) == meant(project)


def test_the_same_project_gives_the_same_bytes_in_any_process() -> None:
    """Whatever the hash seed, the zone and the language."""
    ask = (
        "import hashlib; from addin.excel.vba import vba_project; from tests.addin.excel.vba.examples import PROJECT;"
        "print(hashlib.sha256(vba_project(PROJECT)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", ask],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Shanghai"), ("2", "America/New_York"))
    }
    assert len(digests) == 1
    assert vba_project(PROJECT) == vba_project(PROJECT)


@pytest.mark.parametrize("names", [["Dir"], ["vba"], ["EXCEL"], ["Stdole"], ["dudao"], ["Sheet1", "SHEET1"]], ids=repr)
def test_a_name_that_something_else_has_is_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match=f"name {names[-1]} is taken"):
        vba_project(Project("Dudao", tuple(Module(name, "standard", "") for name in names)))


def test_a_bad_project_name_or_description_is_refused() -> None:
    with pytest.raises(ValueError, match="is no name of"):
        vba_project(Project("督导", ()))
    for description in ("一\n二", "€", "督" * 512):
        with pytest.raises(ValueError, match="the project's description: "):
            vba_project(Project("Dudao", (), description))


def test_a_fault_in_a_module_names_it() -> None:
    with pytest.raises(ValueError, match="module Events, line 2: '€'"):
        vba_project(Project("Dudao", (Module("Fine", "standard", ""), Module("Events", "class", "\n'€"))))
