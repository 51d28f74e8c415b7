Option Explicit
Option Private Module

' The way round where Python can't work in the open workbook (WPS, no automation): a copy is saved, the installed
' program does the work on the copy, and the result is opened. The workbook itself is not touched.

Private Const OrdinaryWindow As Long = 1

Private Function Canary() As String
    Canary = "DudaoFileWay"
End Function

' Do a button's work on a copy of the workbook, if the clerk agrees.
Public Sub PressOnCopy(button As String, label As String, book As Object)
    Dim folder As String, copyPath As String, resultPath As String, result As Variant
    If Not Agreed("在这里不能直接改打开的工作簿，改用文件方式做“" & label & "”：" & vbLf & _
            "另存一份副本，在副本上做，做完打开结果；原工作簿不动。" & vbLf & "继续吗？") Then Exit Sub
    On Error GoTo failed
    folder = NewFolder()
    copyPath = folder & "\" & CopyName(book.Name)
    resultPath = folder & "\result.txt"
    book.SaveCopyAs copyPath
    CreateObject("WScript.Shell").Run Command(button, copyPath, resultPath), OrdinaryWindow, True
    result = Split(UnicodeText(resultPath), vbCrLf, 3)
    ShowResult CStr(result(0)), CStr(result(2)), CStr(result(1))
    Exit Sub
failed:
    Tell "文件方式也没有做成。请先保存工作簿，再把它拖到桌面图标“项目督导”上。" & vbLf & _
        "桌面没有这个图标时，请重新运行安装包里的install.cmd。", ExclamationIcon
End Sub

Private Function Command(button As String, copyPath As String, resultPath As String) As String
    Command = Quoted(Environ$("LOCALAPPDATA") & "\Programs\dudao\py\pythonw.exe") & " -m addin.window --button " & button
    If AsOfDay() <> "" Then Command = Command & " --as-of " & AsOfDay()
    Command = Command & " --file " & Quoted(copyPath) & " --result " & Quoted(resultPath)
End Function

Private Function Quoted(path As String) As String
    Quoted = """" & path & """"
End Function

' A folder of its own for each time, so that a result still open is not in the way.
Private Function NewFolder() As String
    Dim parent As String, number As Long
    parent = Environ$("TEMP") & "\dudao"
    If Dir$(parent, 16) = "" Then MkDir parent ' 16: folders too
    Do
        number = number + 1
        NewFolder = parent & "\" & Format$(Now, "yyyymmdd-hhnnss") & "-" & number
    Loop Until Dir$(NewFolder, 16) = ""
    MkDir NewFolder
End Function

' The workbook's name as a file's name: one never saved has no extension, and a % would be taken for a variable.
Private Function CopyName(bookName As String) As String
    CopyName = Replace(bookName, "%", "_")
    If InStrRev(CopyName, ".") = 0 Then CopyName = CopyName & ".xlsx"
End Function

' The text of a file in UTF-16LE without its byte order mark: VBA takes these bytes as they are, whatever the code page.
Private Function UnicodeText(path As String) As String
    Dim bytes() As Byte, handle As Integer
    handle = FreeFile
    Open path For Binary Access Read As #handle
    ReDim bytes(0 To LOF(handle) - 1)
    Get #handle, , bytes
    Close #handle
    UnicodeText = bytes
    UnicodeText = Mid$(UnicodeText, 2)
End Function
