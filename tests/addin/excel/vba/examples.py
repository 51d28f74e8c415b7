"""A small project with each kind of module, a canary in each, and the workbook that holds it."""

import io
from pathlib import Path

import xlsxwriter

from addin.excel.vba import Module, Project, vba_project

STANDARD = """Option Explicit

Private asked As Long

Public Function FIRST_CANARY() As Long
    FIRST_CANARY = 11
End Function

Public Function SHEET_CANARY() As Long
    SHEET_CANARY = Sheet1.Canary()
End Function

Public Function BOOK_CANARY() As Long
    BOOK_CANARY = ThisWorkbook.Canary()
End Function

Public Function CLASS_CANARY() As Long
    Dim counter As Tally
    Set counter = New Tally
    counter.Count 5
    counter.Count 9
    CLASS_CANARY = counter.Total
End Function
"""
CHINESE = """Option Explicit

' 完成率＝累计完成投资÷计划投资×100
Public Function 完成率(完成 As Double, 计划 As Double) As Double
    完成率 = 完成 / 计划 * 100
End Function

Public Function 亮灯() As String
Attribute 亮灯.VB_Description = "按完成率和序时进度定灯"
Attribute 亮灯.VB_ProcData.VB_Invoke_Func = " \\n14"
    亮灯 = "■ 严重滞后"
End Function
"""
DOCUMENT = "Public Function Canary() As Long\n    Canary = {}\nEnd Function\n"
CLASS = """Option Explicit

Private sum As Long

Public Sub Count(ByVal more As Long)
    sum = sum + more
End Sub

Public Property Get Total() As Long
    Total = sum
End Property
"""
MODULES = (
    Module("ThisWorkbook", "document", DOCUMENT.format(12)),
    Module("Sheet1", "document", DOCUMENT.format(13)),
    Module("Wrappers", "standard", STANDARD),
    Module("Aliases", "standard", CHINESE),
    Module("Tally", "class", CLASS),
)
PROJECT = Project("Dudao", MODULES, "项目督导")


def macro_workbook(project: Project, path: Path) -> Path:
    """Write a workbook of one sheet, 台账, that holds the project; return its path."""
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(io.BytesIO(vba_project(project)), is_stream=True)
        book.set_vba_name("ThisWorkbook")
        book.add_worksheet("台账").set_vba_name("Sheet1")
    return path
