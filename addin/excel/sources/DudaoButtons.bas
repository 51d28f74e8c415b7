Option Explicit
Option Private Module

' What the ribbon's buttons share: the work goes to Python with the workbook in front, the answer comes as a message.

Private Const Title As String = "项目督导"
Private Const LongestMessage As Long = 1000 ' MsgBox holds about 1,024; a Chinese character counts as two

Public Const CriticalIcon As Long = 16
Public Const ExclamationIcon As Long = 48
Public Const InformationIcon As Long = 64

Private Function Canary() As String
    Canary = "DudaoButtons"
End Function

' Do a button's work on the workbook in front, Nothing when there is none, and say what came of it.
Public Sub PressButton(button As String, label As String)
    Dim book As Object, answer As Variant, first As Long, calculation As Long
    Set book = ActiveWorkbook
    Application.DisplayAlerts = False ' or Excel asks again and again whether to go on waiting for Python
    If Not Ready() Then
        Application.DisplayAlerts = True
        If book Is Nothing Then
            Tell "没有打开的工作簿，请先打开台账，再点“" & label & "”。", ExclamationIcon
        Else
            PressOnCopy button, label, book
        End If
        Exit Sub
    End If
    On Error GoTo failed
    If Not book Is Nothing Then calculation = Application.Calculation ' unknown where no workbook is open
    answer = CalledOnce("addin.served", "press", Array(button, AsOfDay()), book)
    Application.DisplayAlerts = True
    first = LBound(answer)
    If book Is Nothing And answer(first) = "refused" And InProtectedView() Then
        Tell "台账打开在“受保护的视图”里，请先点上方黄条里的“启用编辑”，再点“" & label & "”。", ExclamationIcon
        Exit Sub
    End If
    ShowResult CStr(answer(first)), CStr(answer(first + 1)), CStr(answer(first + 2))
    Exit Sub
failed:
    RestoreExcel calculation
    Tell "“" & label & "”中途断开，可能只做了一部分。" & _
        "请点“撤回上一步”，或不保存关闭工作簿后重新打开再试。", CriticalIcon
End Sub

' Show what came of a button's work. kind: done | refused | failed | open; path: a file to open, or empty.
Public Sub ShowResult(kind As String, text As String, path As String)
    If path <> "" Then OpenResult path
    If text = "" Then Exit Sub
    Select Case kind
        Case "done", "open"
            Tell text, InformationIcon
        Case "refused"
            Tell text, ExclamationIcon
        Case Else
            Tell text, CriticalIcon
    End Select
End Sub

Public Sub Tell(text As String, icon As Long)
    MsgBox Shortened(text), icon, Title
End Sub

' Ask whether to go on: OK or Cancel.
Public Function Agreed(question As String) As Boolean
    Agreed = (MsgBox(Shortened(question), 1 + 32, Title) = 1)
End Function

' Whether Python can work in the open workbook; its first start takes some seconds, which the status bar says.
Private Function Ready() As Boolean
    If InWps() Then Exit Function
    Application.StatusBar = "正在启动项目督导…"
    Ready = Reachable()
    Application.StatusBar = False
End Function

' Whether a workbook is shown that counts as not open: one that came by mail or chat and isn't enabled yet.
Private Function InProtectedView() As Boolean
    Dim app As Object
    On Error Resume Next ' Excel 2007 and WPS have no such view
    Set app = Application
    InProtectedView = (app.ProtectedViewWindows.Count > 0)
End Function

' Whether this is WPS, which has Excel's words and not Excel's ways: xlwings doesn't support it.
Private Function InWps() As Boolean
    Dim path As String
    path = LCase$(Application.Path & "\" & Application.Name)
    InWps = InStr(path, "\kingsoft\") > 0 Or InStr(path, "\wps") > 0
End Function

' After a connection that broke in the middle: what Python can no longer put back. calculation: as it was, 0 if unknown.
Private Sub RestoreExcel(calculation As Long)
    On Error Resume Next
    Application.ScreenUpdating = True
    Application.DisplayAlerts = True
    Application.EnableEvents = True
    Application.StatusBar = False
    If calculation <> 0 Then Application.Calculation = calculation
End Sub

Private Sub OpenResult(path As String)
    On Error GoTo failed
    Select Case LCase$(Mid$(path, InStrRev(path, ".") + 1))
        Case "xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "csv", "et"
            Workbooks.Open path
        Case Else
            ThisWorkbook.FollowHyperlink path
    End Select
    Exit Sub
failed:
    Tell "结果已经做好，但没能自动打开，请自己打开：" & vbLf & path, ExclamationIcon
End Sub

' The text as far as a message box holds it, cut at the end of a line.
Private Function Shortened(text As String) As String
    Dim i As Long, taken As Long, lineEnd As Long
    Shortened = text
    For i = 1 To Len(text)
        taken = taken + 1
        If AscW(Mid$(text, i, 1)) < 0 Or AscW(Mid$(text, i, 1)) > 255 Then taken = taken + 1
        If taken > LongestMessage Then
            If lineEnd < i \ 2 Then lineEnd = i - 1 ' one long line: cut within it
            Shortened = Left$(text, lineEnd) & vbLf & "……（太长，只显示前面的部分）"
            Exit Function
        End If
        If Mid$(text, i, 1) = vbLf Then lineEnd = i - 1
    Next i
End Function
