"""The bundle: everything where Python and the installer look for it, and nothing that is not pinned.

Made here from small stand-ins for Python and the wheels; `make test-windows` builds and runs the real one.
"""

import re
import tomllib
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.packing import own, pinned
from addin.packing.own import ROOT
from addin.packing.pinned import Fetched, Libraries, NotPinned
from addin.windows import bundle as module
from addin.windows import wheels
from addin.windows.bundle import bundle
from addin.windows.wheels import Pins, pins
from tests.addin.packing.test_parcel import archive

SITE = "dudao/py/Lib/site-packages"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, bytes]]:
    """Return a builder with a table that pins the given wheel and Python."""

    def built(wheel: dict[str, bytes], python: dict[str, bytes]) -> dict[str, bytes]:
        library, embed = archive(wheel), archive(python)
        (tmp_path / "one-1-py3-none-any.whl").write_bytes(library)
        (tmp_path / "python.zip").write_bytes(embed)
        real = pins()
        table = Pins(
            tag=real.tag,
            python=real.python,
            data=real.data,
            known={sha256(embed).hexdigest(): "python.zip"},
            libraries=Libraries(
                (Fetched("one==1", "one-1-py3-none-any.whl", sha256(library).hexdigest()),), real.libraries.left_out
            ),
        )
        monkeypatch.setattr(module, "pins", lambda: table)
        monkeypatch.setattr(own, "markdown_wheel", lambda _: tmp_path / "the library is installed")
        first, second = (bundle(b"the add-in", tmp_path / "python.zip", tmp_path) for _ in range(2))
        assert first == second
        with ZipFile(BytesIO(first)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}

    return built


def test_python_finds_libraries_and_our_packages_wherever_it_is_started(build: Callable[..., dict[str, bytes]]) -> None:
    made = build({"one.py": b"1"}, {"python.exe": b"exe", "python312._pth": b"#import site", "python312.dll": b"dll"})
    assert made["dudao/py/python.exe"] == b"exe"
    assert made[f"{SITE}/one.py"] == b"1"
    lines = made["dudao/py/python312._pth"].decode().split("\r\n")
    assert lines == ["python312.zip", ".", "Lib\\site-packages", "..\\app", "import site", ""]


def test_python_may_come_as_python_org_packs_it_or_as_pypi_does(build: Callable[..., dict[str, bytes]]) -> None:
    for folder in ("", "cp312/"):
        made = build({"one.py": b"1"}, {f"{folder}python.exe": b"exe", f"{folder}python312.zip": b"zip"})
        assert {"dudao/py/python.exe", "dudao/py/python312.zip"} <= set(made)


def test_a_wheels_files_stand_where_an_installer_of_wheels_puts_them(build: Callable[..., dict[str, bytes]]) -> None:
    wheel = {
        "one/__init__.py": b"",
        "one-1.data/purelib/pure.py": b"",
        "one-1.data/platlib/fast.pyd": b"",
        "one-1.data/scripts/tool.py": b"",
        "one-1.data/data/xlwings64.dll": b"",
        "pandas/tests/test_a.py": b"",
        "xlwings/addin/xlwings.xlam": b"",
    }
    made = build(wheel, {"python.exe": b""})
    assert {name.removeprefix(f"{SITE}/") for name in made if name.startswith(SITE)} == {
        *("one/__init__.py", "pure.py", "fast.pyd")
    }


def test_our_packages_come_with_their_tables_and_samples_and_tell_their_version(
    build: Callable[..., dict[str, bytes]],
) -> None:
    made = build({"one.py": b""}, {"python.exe": b""})
    for path in ("addin/windows/server.py", "udfs/functions.toml", "workbooks/samples/county.xlsx"):
        assert made[f"dudao/app/{path}"] == (ROOT / path).read_bytes()
    assert not [name for name in made if "__pycache__" in name or name.endswith(".pyc")]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"\nVersion: {version}\n".encode() in made[f"dudao/app/dudao-{version}.dist-info/METADATA"]


def test_the_help_comes_with_its_pages_and_pictures(build: Callable[..., dict[str, bytes]]) -> None:
    files = build({"one.py": b""}, {"python.exe": b""})
    pages = "dudao/app/addin/help/pages"
    assert b"<h1" in files[f"{pages}/manual.zh-CN.html"]
    assert files[f"{pages}/pictures/overview.png"].startswith(b"\x89PNG")


def test_what_a_clerk_starts_lies_on_top_and_is_read_right_by_chinese_windows(
    build: Callable[..., dict[str, bytes]],
) -> None:
    made = build({"one.py": b""}, {"python.exe": b""})
    assert made["dudao/dudao.xlam"] == b"the add-in"
    assert "解压" in made["dudao/readme.txt"].decode("utf-8-sig")
    for name in ("install.cmd", "uninstall.cmd"):
        lines = made[f"dudao/{name}"].decode("gbk").split("\r\n")
        assert lines[:2] == ["@echo off", "chcp 936 >nul"]
        assert not any("\n" in line for line in lines)


def test_no_path_is_so_long_that_windows_cannot_unpack_it(build: Callable[..., dict[str, bytes]]) -> None:
    made = build({"one.py": b""}, {"python.exe": b""})
    assert max(map(len, made)) < 120


def test_a_python_that_is_not_pinned_is_refused_with_its_digest(tmp_path: Path) -> None:
    (tmp_path / "python.zip").write_bytes(archive({"python.exe": b"?"}))
    digest = sha256((tmp_path / "python.zip").read_bytes()).hexdigest()
    with pytest.raises(NotPinned, match=digest):
        wheels.python_zip(pins(), tmp_path / "python.zip", tmp_path)


def test_a_fetched_file_that_is_not_the_pinned_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[tuple[str, ...]] = []
    monkeypatch.setattr(pinned.subprocess, "run", lambda command, check: fetched.append(tuple(command)))
    table = pins()
    (tmp_path / table.libraries.wheels[0].file).write_bytes(b"something else")
    with pytest.raises(NotPinned, match=re.escape(table.libraries.wheels[0].file)):
        wheels.wheels(table, tmp_path)
    (command,) = fetched
    assert "--require-hashes" in command


def test_the_pinned_wheels_are_those_of_the_programs_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {re.sub(r"[-_.]+", "-", one.requirement.split("==")[0]).lower() for one in pins().libraries.wheels}
    wanted = {re.split(r"[><=\[]", one)[0].lower() for one in project["dependencies"]}
    assert wanted <= pinned
    assert "pywin32" in pinned


def test_the_helps_pages_are_made_by_the_version_that_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert own.markdown_pin().requirement in project["optional-dependencies"]["test"]


def test_each_wheel_is_for_64_bit_windows_or_for_every_system() -> None:
    for one in pins().libraries.wheels:
        assert one.file.endswith(("-win_amd64.whl", "-none-any.whl")), one.file
        assert len(one.sha256) == 64
