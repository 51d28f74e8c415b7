"""What LibreOffice reads of the functions: signatures, names, help, events."""

import re
from xml.etree import ElementTree as ET

import pytest

from addin.libreoffice import functions as room
from addin.libreoffice.functions.identity import SERVICE, TRAVEL, methods, parameter, stored_names
from udfs.catalogue import functions

FILES = room.files()
OOR = "{http://openoffice.org/2001/registry}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
"""What LibreOffice's language of interfaces takes as a name (tried: `as_of` is refused, `OVERDUE_DAYS` is taken)."""


def children(node: ET.Element) -> dict[str, ET.Element]:
    return {child.attrib[f"{OOR}name"]: child for child in node}


def text(node: ET.Element, name: str) -> str:
    value = children(node)[name].find("value")
    assert value is not None
    return value.text or ""


def described() -> dict[str, ET.Element]:
    root = ET.fromstring(FILES["CalcAddIns.xcu"])
    assert root.attrib[f"{OOR}name"] == "CalcAddIns"
    service = children(children(root)["AddInInfo"])[SERVICE]
    return children(children(service)["AddInFunctions"])


def test_every_file_that_is_registered_is_there() -> None:
    assert {path for path, _ in room.manifest()} == set(FILES)


def test_every_function_stands_there_by_its_english_and_by_its_chinese_name() -> None:
    shown = {method: text(node, "DisplayName") for method, node in described().items()}
    assert list(shown.values()) == [name for each in functions() for name in (each.name, each.alias)]
    assert list(shown) == [method for method, _, _ in methods(functions())]
    for method, node in described().items():
        assert text(node, "CompatibilityName") == shown[method]


def test_help_is_chinese_and_short_in_libreoffices_default_language() -> None:
    for (_, _, function), node in zip(methods(functions()), described().values(), strict=True):
        helps = [text(node, "Description")]
        for argument, told in zip(function.arguments, children(children(node)["Parameters"]).values(), strict=True):
            assert text(told, "DisplayName") == argument.title
            helps.append(text(told, "Description"))
            assert helps[-1].startswith("（可省略）") == (argument.optional and not argument.with_others)
        for help in helps:
            assert 2 < len(help) <= 255 and re.search("[一-鿿]", help)
    root = ET.fromstring(FILES["CalcAddIns.xcu"])
    assert {value.attrib.get(LANGUAGE) for value in root.iter("value")} == {"en-US", None}


def test_the_interface_has_the_methods_and_parameters_that_the_help_describes() -> None:
    idl = FILES["dudao_functions.idl"].decode("ascii")
    found = dict(re.findall(r"> > (\w+)\((.*)\);", idl))
    assert list(found) == list(described())
    for method, node in described().items():
        caller, *arguments = found[method].split(", ")
        assert caller == "[in] com::sun::star::beans::XPropertySet caller"
        assert arguments == [f"[in] any {name}" for name in children(children(node)["Parameters"])]


def test_names_are_such_as_the_interface_language_takes() -> None:
    for method, _, function in methods(functions()):
        assert IDENTIFIER.fullmatch(method)
        for argument in function.arguments:
            assert IDENTIFIER.fullmatch(parameter(argument)) and parameter(argument) != "caller"
        assert len({*map(parameter, function.arguments)}) == len(function.arguments)


def test_files_name_a_function_by_service_and_method() -> None:
    assert stored_names()["完成率"] == "DUDAO.FUNCTIONS.COMPLETION_RATE_ZH"
    assert stored_names()["LIGHT_REASON"] == "DUDAO.FUNCTIONS.LIGHT_REASON"
    assert len(set(stored_names().values())) == 2 * len(functions())


@pytest.mark.parametrize("event", ["OnLoadFinished", "OnSaveDone", "OnSaveAsDone"])
def test_opening_and_saving_start_our_job(event: str) -> None:
    root = ET.fromstring(FILES["Jobs.xcu"])
    assert text(children(children(root)["Jobs"])[TRAVEL], "Service") == TRAVEL
    assert TRAVEL in children(children(children(children(root)["Events"])[event])["JobList"])
