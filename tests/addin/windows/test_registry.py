"""What is entered in the registry: for this user only, found by 64-bit and 32-bit Excel, and taken out whole."""

import sys
from pathlib import Path

import pytest

from addin.windows import registry
from addin.windows.identity import CLSID, PROGID
from addin.windows.places import Places
from tests.addin.windows import fake_registry

PLACES = Places(Path("C:/Users/张 三/Programs/dudao"), Path("r"), Path("x.xlam"), Path("i.lnk"))


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winreg", fake_registry)
    fake_registry.keys.clear()


def test_the_class_leads_from_the_name_that_vba_creates_to_the_server_in_quotes() -> None:
    entered = {(entry.key, entry.name): entry.value for entry in registry.entries(PLACES, "1.0")}
    assert entered[rf"Software\Classes\{PROGID}\CLSID", ""] == CLSID
    command = entered[rf"Software\Classes\CLSID\{CLSID}\LocalServer32", ""]
    assert command == f'"{PLACES.silent_python}" -m addin.windows.server'


def test_both_views_of_the_registry_get_the_class() -> None:
    registry.write(registry.entries(PLACES, "1.0"))
    for view in (fake_registry.KEY_WOW64_64KEY, fake_registry.KEY_WOW64_32KEY):
        assert (view, rf"Software\Classes\CLSID\{CLSID}\LocalServer32") in fake_registry.keys
    assert registry.missing(registry.entries(PLACES, "1.0")) == []


def test_what_is_missing_or_otherwise_in_either_view_is_found() -> None:
    wanted = registry.entries(PLACES, "1.0")
    assert list(wanted) == registry.missing(wanted)
    registry.write(wanted)
    fake_registry.keys[fake_registry.KEY_WOW64_32KEY, rf"Software\Classes\{PROGID}\CLSID"][""] = "{other}"
    assert [entry.value for entry in registry.missing(wanted)] == [CLSID]


def test_a_newer_version_is_entered_over_an_older_one() -> None:
    registry.write(registry.entries(PLACES, "1.0"))
    registry.write(registry.entries(PLACES, "1.1"))
    assert registry.missing(registry.entries(PLACES, "1.1")) == []


def test_all_of_ours_is_taken_out_and_nothing_else() -> None:
    others = rf"Software\Classes\CLSID\{CLSID[:-2]}9}}"
    with fake_registry.CreateKeyEx("HKCU", others, 0, fake_registry.KEY_WOW64_64KEY):
        pass
    before = dict(fake_registry.keys)
    registry.write(registry.entries(PLACES, "1.0"))
    registry.remove()
    left = {path for _, path in fake_registry.keys}
    assert {path for _, path in before} <= left
    assert not [path for path in left if "Dudao" in path or CLSID in path or path.endswith("dudao")]


def test_taking_out_what_is_not_there_is_no_failure() -> None:
    registry.remove()
