"""The add-in's way by file on Windows' own objects: its VBA as VBScript, and the installed program that it starts."""

import re
import shutil

from addin.excel.modules import modules
from addin.ribbon import tab
from tests.windows.conftest import without_numpy
from tests.windows.wine import USER, Wine, windows_path
from workbooks.samples import FOLDER

# VBScript has neither types nor handlers of errors: an error ends the script, which then says nothing.
TYPES = re.compile(r" As (?:Object|String|Variant|Boolean|Long)\b|(?<=\w)\$(?=\()")
NOT_SCRIPT = re.compile(r"^(?:Option Private Module|    On Error GoTo failed|failed:)\n", re.MULTILINE)
# Wine 8's OpenTextFile can't read Unicode; the model of tests/addin/excel/test_file_way.py can.
READING = re.compile(r"^    result = Split\(.*\n    ShowResult .*\n", re.MULTILINE)
DESK = r"""
Class Book
    Public Name
    Public Content
    Public Sub SaveCopyAs(path)
        CreateObject("Scripting.FileSystemObject").CopyFile Content, path
    End Sub
End Class

Function Agreed(question)
    Agreed = True
End Function

Function AsOfDay()
    AsOfDay = "2026-06-30"
End Function

Sub Tell(text, icon)
    WScript.Echo "told: " & text
End Sub

Const ExclamationIcon = 48
Dim clerks
Set clerks = New Book
clerks.Name = "台账 50%.xlsx"
clerks.Content = "{content}"
PressOnCopy "report", "生成通报", clerks
"""


def script() -> str:
    """Return DudaoFileWay as VBScript, with a clerk who agrees."""
    vba = {module.name: module.source for module in modules(tab())}["DudaoFileWay"]
    assert len(READING.findall(vba)) == 1
    return NOT_SCRIPT.sub("", TYPES.sub("", READING.sub("    WScript.Echo resultPath\n", vba))) + DESK


def test_the_installed_program_reports_on_the_copy_and_says_where_the_result_is(installed: Wine) -> None:
    content = installed.path(f"{USER}\\county.xlsx")
    shutil.copyfile(FOLDER / "county.xlsx", content)
    run = installed.path("C:\\windows\\temp\\press.vbs")
    run.write_bytes(script().replace("{content}", windows_path(content)).replace("\n", "\r\n").encode("gbk"))
    with without_numpy(installed):
        said = installed.run("cscript", "//nologo", run)
    assert said.text, "the script ended by an error"
    answer = installed.path(said.text.strip()).read_bytes().decode("utf-16")
    kind, path, text = answer.split("\r\n", 2)
    assert kind == "done"
    assert path.endswith("\\台账 50__通报.xlsx")
    assert installed.path(path).stat().st_size > 20_000
    assert "项目60个，完成率48.79%" in text
