Option Explicit
Option Private Module

' The way round where Python can't work in the open workbook (WPS, no automation): a copy is saved, the installed
' program does the work on the copy, and the result is opened. The workbook itself is not touched.

Private Const OrdinaryWindow As Long = 1
Private Const TemporaryFolder As Long = 2
Private Const ForReading As Long = 1
Private Const AsUnicode As Long = -1

Private Function Canary() As String
    Canary = "DudaoFileWay"
End Function

' Do a button's work on a copy of the workbook, if the clerk agrees.
Public Sub PressOnCopy(button As String, label As String, book As Object)
    Dim files As Object, folderName As String, folder As String
    Dim copyPath As String, resultPath As String, result As Variant
    If Not Agreed("在这里不能直接改打开的工作簿，改用文件方式做“" & label & "”：" & vbLf & _
            "另存一份副本，在副本上做，做完打开结果；原工作簿不动。" & vbLf & "继续吗？") Then Exit Sub
    On Error GoTo failed
    Set files = CreateObject("Scripting.FileSystemObject")
    folderName = files.GetTempName()
    folder = files.BuildPath(files.GetSpecialFolder(TemporaryFolder).Path, folderName)
    files.CreateFolder folder
    copyPath = files.BuildPath(folder, CopyName(book.Name))
    resultPath = files.BuildPath(folder, "result.txt")
    book.SaveCopyAs copyPath
    CreateObject("WScript.Shell").Run CommandLine(button, copyPath, resultPath), OrdinaryWindow, True
    result = Split(files.OpenTextFile(resultPath, ForReading, False, AsUnicode).ReadAll(), vbCrLf, 3)
    ShowResult CStr(result(0)), CStr(result(2)) & WhereItIs(CStr(result(1)), folderName), CStr(result(1))
    Exit Sub
failed:
    Tell "文件方式也没有做成。请先保存工作簿，再把它拖到桌面图标“项目督导”上。" & vbLf & _
        "桌面没有这个图标时，请重新运行安装包里的install.cmd。", ExclamationIcon
End Sub

' What to do with a result in our folder of this name, which Windows may empty. The folders above it may be spelt in
' two ways: C:\Users\ZHANGS~1 and C:\Users\张三的电脑.
Private Function WhereItIs(path As String, folderName As String) As String
    If InStr(1, path, folderName, 1) > 0 Then WhereItIs = vbLf & "打开的结果在临时文件夹里，要留下请“另存为”。"
End Function

' The installed program, which writes what came of the work into the result file: kind, path, text, a line each.
' Variables in %…% are filled in by Run.
Private Function CommandLine(button As String, copyPath As String, resultPath As String) As String
    CommandLine = Quoted("%LOCALAPPDATA%\Programs\dudao\py\pythonw.exe") & " -m addin.window --button " & button
    If AsOfDay() <> "" Then CommandLine = CommandLine & " --as-of " & AsOfDay()
    CommandLine = CommandLine & " --file " & Quoted(copyPath) & " --result " & Quoted(resultPath)
End Function

Private Function Quoted(path As String) As String
    Quoted = """" & path & """"
End Function

' The workbook's name as a file's name: one never saved has no extension, and %…% would be taken for a variable.
Private Function CopyName(bookName As String) As String
    CopyName = Replace(bookName, "%", "_")
    If InStrRev(CopyName, ".") = 0 Then CopyName = CopyName & ".xlsx"
End Function
