"""Where Python can't be reached from the workbook: pyOpenVBA runs the button; the program it starts is ours."""

import re
import shutil
from pathlib import Path

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import VBAObject, member, method

from addin.window.start import main
from tests.addin.excel.desk import Control, Desk
from workbooks.samples import FOLDER

OK, CANCEL = 1, 2
OK_OR_CANCEL, EXCLAMATION, INFORMATION = 33, 48, 64
PYTHON = r'"%LOCALAPPDATA%\Programs\dudao\py\pythonw.exe" -m addin.window '
FAILED = (
    "文件方式也没有做成。请先保存工作簿，再把它拖到桌面图标“项目督导”上。\n"
    "桌面没有这个图标时，请重新运行安装包里的install.cmd。"
)


class Text(VBAObject):
    """A text stream opened as Unicode."""

    def __init__(self, path: str) -> None:
        self.path = path

    @method
    def ReadAll(self) -> str:  # noqa: N802
        return Path(self.path).read_bytes().decode("utf-16")


class Temp(VBAObject):
    """The folder for temporary files."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    @member
    def Path(self) -> object:  # noqa: N802
        return self.path


class Files(VBAObject):
    """Scripting.FileSystemObject, over real files."""

    def __init__(self, temp: Path) -> None:
        self.temp = temp

    @method
    def GetSpecialFolder(self, which: object) -> VBAObject:  # noqa: N802
        assert int(str(which)) == 2  # TemporaryFolder
        return Temp(self.temp)

    @method
    def GetTempName(self) -> str:  # noqa: N802
        return "rad3A1F2.tmp"

    @method
    def BuildPath(self, folder: str, name: str) -> str:  # noqa: N802
        return f"{folder}/{name}"

    @method
    def CreateFolder(self, path: str) -> None:  # noqa: N802
        Path(path).mkdir()

    @method
    def OpenTextFile(self, path: str, mode: object, create: object, form: object) -> VBAObject:  # noqa: N802
        assert (int(str(mode)), int(str(form))) == (1, -1)  # ForReading, TristateTrue
        if not Path(path).exists():
            raise VBARuntimeError(53, "File not found")
        return Text(path)


class Shell(VBAObject):
    """WScript.Shell, which starts the program here and waits for it."""

    def __init__(self, blocked: bool = False) -> None:
        self.blocked = blocked
        self.commands: list[str] = []

    @method
    def Run(self, command: str, window: object, wait: object) -> object:  # noqa: N802
        if self.blocked:
            raise VBARuntimeError(70, "Permission denied")
        assert wait is True
        self.commands.append(command)
        assert command.startswith(PYTHON)
        words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command.removeprefix(PYTHON))]
        return main(words)


class Book(VBAObject):
    """The clerk's open workbook, by its name and what SaveCopyAs writes."""

    vba_type_name = "Workbook"

    def __init__(self, name: str, content: Path) -> None:
        self.name, self.content = name, content

    @member
    def Name(self) -> object:  # noqa: N802
        return self.name

    @method
    def SaveCopyAs(self, Filename: str) -> None:  # noqa: N802, N803
        shutil.copyfile(self.content, Filename)


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def desk(tmp_path: Path, shell: Shell) -> Desk:
    """Excel without our server, whose clerk agrees."""
    desk = Desk(objects={"Scripting.FileSystemObject": lambda: Files(tmp_path), "WScript.Shell": lambda: shell})
    desk.app.answer_dialogs(OK)
    return desk


def press(desk: Desk, name: str = "重点项目台账.xlsx", content: Path = FOLDER / "county.xlsx") -> None:
    desk.excel.active_book = Book(name, content)
    desk.run("DudaoPress_report", Control("report"))


def test_the_clerk_is_asked_first_and_cancel_does_nothing(desk: Desk, shell: Shell, tmp_path: Path) -> None:
    desk.app.interpreter.answers = [CANCEL]
    press(desk)
    [(question, style)] = desk.messages
    assert "改用文件方式做“生成通报”" in question
    assert "原工作簿不动" in question
    assert style == OK_OR_CANCEL
    assert not shell.commands
    assert not list(tmp_path.iterdir())


def test_the_work_is_done_on_a_copy_and_the_result_opened(desk: Desk, shell: Shell, tmp_path: Path) -> None:
    press(desk)
    folder = tmp_path / "rad3A1F2.tmp"
    assert desk.app.workbook.name == "重点项目台账_通报.xlsx"
    assert sorted(path.name for path in folder.iterdir()) == [
        "result.txt",
        "重点项目台账.xlsx",
        "重点项目台账_通报.xlsx",
    ]
    (_, (text, style)) = desk.messages
    assert "项目60个" in text
    assert text.endswith("打开的结果在临时文件夹里，要留下请“另存为”。")
    assert style == INFORMATION


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (r"C:\Users\张三的电脑\AppData\Local\Temp\RAD3A1F2.tmp\台账_通报.xlsx", True),
        (r"D:\台账\台账_通报.xlsx", False),
        ("", False),
    ],
)
def test_a_result_in_the_temporary_folder_is_known_however_its_path_is_spelt(desk: Desk, path: str, said: bool) -> None:
    assert bool(desk.run("DudaoFileWay.WhereItIs", path, "rad3A1F2.tmp")) is said


def test_the_day_in_the_ribbons_box_goes_along(desk: Desk, shell: Shell) -> None:
    desk.run("DudaoDateChanged", Control(), "2026年3月31日")
    press(desk)
    [command] = shell.commands
    assert " --as-of 2026-03-31 " in command
    assert "截止日期：2026-03-31" in desk.messages[-1][0]


def test_a_refusal_of_the_program_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"no workbook")
    press(desk, "坏.xlsx", tmp_path / "坏.xlsx")
    text, style = desk.messages[-1]
    assert style == EXCLAMATION
    assert text
    assert "临时文件夹" not in text


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("工作簿1", "工作簿1.xlsx"),
        ("完成50%, 60%.xlsx", "完成50_, 60_.xlsx"),
        ("台账 终稿.v2.xlsx", "台账 终稿.v2.xlsx"),
    ],
)
def test_the_copy_bears_the_workbooks_name_as_far_as_a_command_can_carry_it(
    desk: Desk, shell: Shell, name: str, copy: str
) -> None:
    press(desk, name)
    [command] = shell.commands
    assert f'/{copy}" --result ' in command


@pytest.mark.parametrize("missing", ["WScript.Shell", "Scripting.FileSystemObject"])
def test_where_windows_objects_are_blocked_the_clerk_is_sent_to_the_icon(desk: Desk, missing: str) -> None:
    del desk.bridge.made[missing]
    press(desk)
    assert desk.messages[-1] == (FAILED, EXCLAMATION)


def test_where_programs_can_t_be_started_the_clerk_is_sent_to_the_icon(desk: Desk, shell: Shell) -> None:
    shell.blocked = True
    press(desk)
    assert desk.messages[-1] == (FAILED, EXCLAMATION)


def test_a_program_that_leaves_no_result_sends_the_clerk_to_the_icon(
    desk: Desk, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.main", lambda words: 3)
    press(desk)
    assert len(shell.commands) == 1
    assert desk.messages[-1] == (FAILED, EXCLAMATION)
