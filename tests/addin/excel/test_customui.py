"""customUI14.xml: by Microsoft's schema, and with callbacks that are there and take what Office passes."""

import re
from pathlib import Path

import pytest

from addin.excel.customui import NAMESPACE, custom_ui
from addin.excel.modules import modules
from addin.ribbon import Tab, declared, tab

etree = pytest.importorskip("lxml.etree")

SCHEMA = Path(__file__).parents[4] / "shared" / "schema" / "customui14.xsd"
# What Office passes to a callback of VBA: "Customizing the 2007 Office Fluent Ribbon for Developers", part 3.
SIGNATURES = {
    "onLoad": r"ribbon As Object",
    "onAction": r"control As Object",
    "getText": r"control As Object, ByRef text As Variant",
    "onChange": r"control As Object, text As String",
}


@pytest.fixture(params=["shown", "declared"])
def ribbon(request: pytest.FixtureRequest) -> Tab:
    return tab() if request.param == "shown" else declared()


def element(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def test_it_holds_to_microsofts_schema(ribbon: Tab) -> None:
    if not SCHEMA.exists():
        pytest.skip("NOT TESTED: ../shared/schema is missing")
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.validate(etree.fromstring(custom_ui(ribbon)))
    assert not list(schema.error_log)


def test_every_callback_is_a_procedure_that_takes_what_office_passes(ribbon: Tab) -> None:
    vba = "\n".join(module.source for module in modules(ribbon) if module.kind == "standard")
    procedures = dict(re.findall(r"^Public Sub (\w+)\((.*)\)$", vba, re.MULTILINE))
    callbacks = [
        (kind, name)
        for one in etree.fromstring(custom_ui(ribbon)).iter()
        for kind, name in one.attrib.items()
        if re.match(r"on[A-Z]|get[A-Z]", kind)
    ]
    assert len(callbacks) == len(ribbon.buttons) + 3
    for kind, name in callbacks:
        assert procedures[name] == SIGNATURES[kind], name


def test_callbacks_stand_in_a_module_that_office_sees() -> None:
    for module in modules(declared()):
        if "Public Sub DudaoPress_" in module.source:
            assert "Option Private Module" not in module.source
            assert module.name == "DudaoRibbon"


def test_a_click_presses_the_button_that_was_clicked(ribbon: Tab) -> None:
    vba = {module.name: module.source for module in modules(ribbon)}["DudaoRibbon"]
    root = etree.fromstring(custom_ui(ribbon))
    for button in ribbon.buttons:
        [drawn] = [one for one in root.iter(element("button")) if one.get("id") == button.id]
        body = (
            f'Public Sub {drawn.get("onAction")}(control As Object)\n    PressButton "{button.id}", "{button.label}"\n'
        )
        assert body in vba


def test_it_shows_what_was_declared_in_its_order(ribbon: Tab) -> None:
    root = etree.fromstring(custom_ui(ribbon))
    [page] = root.iter(element("tab"))
    assert page.get("label") == "项目督导"
    shown = [
        (group.get("label"), [(one.get("label"), one.get("size"), one.get("imageMso")) for one in group])
        for group in page
    ]
    date = (ribbon.date.label, None, None)
    assert shown == [
        (
            group.label,
            [(one.label, one.size, one.image) for one in group.buttons] + [date] * (group.id == ribbon.date.group),
        )
        for group in ribbon.groups
    ]


def test_buttons_carry_their_help() -> None:
    root = etree.fromstring(custom_ui(declared()))
    for button, drawn in zip(declared().buttons, root.iter(element("button")), strict=True):
        assert (drawn.get("screentip"), drawn.get("supertip")) == (button.screentip, button.supertip)
