"""What is entered in the registry: for this user, and where an administrator installs for the machine too.

64-bit and 32-bit Excel find it, and it is taken out whole.
"""

import sys
from pathlib import Path

import pytest

from addin.windows import registry, rights, selftest
from addin.windows.identity import CLSID, PROGID
from addin.windows.places import Places
from tests.addin.windows import fake_registry

LEADING = rf"Software\Classes\CLSID\{CLSID}\LocalServer32"
PLACES = Places(Path("C:/Users/张 三/Programs/dudao"), Path("r"), Path("x.xlam"), Path("i.lnk"))


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winreg", fake_registry)
    fake_registry.keys.clear()
    fake_registry.guarded.clear()
    monkeypatch.setattr(rights, "elevated", lambda: False)


@pytest.fixture
def administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "elevated", lambda: True)


def of_machine() -> set[tuple[int, str]]:
    return {(view, path) for root, view, path in fake_registry.keys if root == fake_registry.HKEY_LOCAL_MACHINE}


def test_the_class_leads_from_the_name_that_vba_creates_to_the_server_in_quotes() -> None:
    entered = {(entry.key, entry.name): entry.value for entry in registry.entries(PLACES, "1.0")}
    assert entered[rf"Software\Classes\{PROGID}\CLSID", ""] == CLSID
    command = entered[rf"Software\Classes\CLSID\{CLSID}\LocalServer32", ""]
    assert command == f'"{PLACES.silent_python}" -m addin.windows.server'


def test_both_views_of_the_registry_get_the_class() -> None:
    registry.write(registry.entries(PLACES, "1.0"))
    for view in (fake_registry.KEY_WOW64_64KEY, fake_registry.KEY_WOW64_32KEY):
        assert ("HKCU", view, LEADING) in fake_registry.keys
    assert registry.missing(registry.entries(PLACES, "1.0")) == []


def test_what_is_missing_or_otherwise_in_either_view_is_found() -> None:
    wanted = registry.entries(PLACES, "1.0")
    assert list(wanted) == registry.missing(wanted)
    registry.write(wanted)
    fake_registry.keys["HKCU", fake_registry.KEY_WOW64_32KEY, rf"Software\Classes\{PROGID}\CLSID"][""] = "{other}"
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
    registry.remove(PLACES)
    left = {path for *_, path in fake_registry.keys}
    assert {path for *_, path in before} <= left
    assert not [path for path in left if "Dudao" in path or CLSID in path or path.endswith("dudao")]


def test_taking_out_what_is_not_there_is_no_failure() -> None:
    registry.remove(PLACES)


def test_an_ordinary_users_installation_enters_nothing_for_the_machine() -> None:
    registry.write(registry.entries(PLACES, "1.0"))
    assert of_machine() == set()


@pytest.mark.usefixtures("administrator")
def test_an_administrators_installation_enters_the_class_for_the_machine_too_and_nothing_else() -> None:
    wanted = registry.entries(PLACES, "1.0")
    registry.write(wanted)
    assert registry.missing(wanted) == registry.missing_for_machine(wanted) == []
    for view in (fake_registry.KEY_WOW64_64KEY, fake_registry.KEY_WOW64_32KEY):
        assert (view, LEADING) in of_machine()
    assert not [path for _, path in of_machine() if "Uninstall" in path]


@pytest.mark.usefixtures("administrator")
def test_a_machine_that_refuses_is_no_failure() -> None:
    fake_registry.guarded.add(fake_registry.HKEY_LOCAL_MACHINE)
    wanted = registry.entries(PLACES, "1.0")
    registry.write(wanted)
    assert registry.missing(wanted) == []
    assert registry.missing_for_machine(wanted) == [entry for entry in wanted if "Classes" in entry.key]


def test_a_user_who_is_refused_is_told() -> None:
    fake_registry.guarded.add(fake_registry.HKEY_CURRENT_USER)
    with pytest.raises(PermissionError):
        registry.write(registry.entries(PLACES, "1.0"))


@pytest.mark.usefixtures("administrator")
def test_what_was_entered_for_the_machine_is_taken_out_again() -> None:
    registry.write(registry.entries(PLACES, "1.0"))
    registry.remove(PLACES)
    assert not [path for _, path in of_machine() if PROGID in path or CLSID in path]


@pytest.mark.usefixtures("administrator")
def test_the_machines_class_that_leads_to_another_users_program_stays() -> None:
    other = Places(Path("C:/Users/other/Programs/dudao"), Path("r"), Path("x.xlam"), Path("i.lnk"))
    registry.write(registry.entries(PLACES, "1.0"))
    registry.write(registry.entries(other, "1.0"))
    registry.remove(PLACES)
    assert registry.missing_for_machine(registry.entries(other, "1.0")) == []
    assert registry.missing(registry.entries(other, "1.0"))


def test_the_machines_class_stays_without_the_rights_and_the_users_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as as_administrator:
        as_administrator.setattr(rights, "elevated", lambda: True)
        registry.write(registry.entries(PLACES, "1.0"))
    fake_registry.guarded.add(fake_registry.HKEY_LOCAL_MACHINE)
    registry.remove(PLACES)
    wanted = registry.entries(PLACES, "1.0")
    assert registry.missing_for_machine(wanted) == []
    assert registry.missing(wanted) == list(wanted)


def test_the_self_test_says_for_whom_the_class_is_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Places(tmp_path, tmp_path, tmp_path / "x.xlam", tmp_path / "i.lnk")
    here.silent_python.parent.mkdir()
    here.silent_python.touch()
    monkeypatch.setattr(selftest, "version", lambda _: "1.0")
    test = dict(selftest.TESTS)["登记"]
    with pytest.raises(selftest.NotWell, match="没有登记好"):
        test(here)
    registry.write(registry.entries(here, "1.0"))
    assert test(here) == PROGID
    monkeypatch.setattr(rights, "elevated", lambda: True)
    assert "只登记给当前用户" in test(here)
    registry.write(registry.entries(here, "1.0"))
    assert "当前用户和本机都已登记" in test(here)


def test_a_system_without_windows_rights_has_no_administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "ctypes", object())
    assert not rights.elevated()
