Option Explicit
Option Private Module

' The box 截止日期 on the ribbon: the day that progress is judged by, empty for automatic. It lasts as long as Excel.

Private chosenDay As String ' yyyy-mm-dd or empty
Private ribbon As Object

Private Function Canary() As String
    Canary = "DudaoDate"
End Function

' The day as Python takes it: yyyy-mm-dd, or empty.
Public Function AsOfDay() As String
    AsOfDay = chosenDay
End Function

' Keep the ribbon, to have the box drawn anew.
Public Sub KeepRibbon(loaded As Object)
    Set ribbon = loaded
End Sub

' Take what the clerk wrote: 2026-6-30, 2026/6/30, 2026.6.30, 2026年6月30日 or 20260630. Anything else is told, and the
' day stays as it was.
Public Sub SetDay(written As String, box As String)
    Dim understood As String
    understood = Understand(Trim$(written))
    If understood = "" And Trim$(written) <> "" Then
        Tell "看不懂日期“" & written & "”。请写成2026-06-30，或者清空（自动）。", ExclamationIcon
    Else
        chosenDay = understood
    End If
    If Not ribbon Is Nothing Then ribbon.InvalidateControl box
End Sub

Private Function Understand(written As String) As String
    Dim text As String, mark As Variant, parts As Variant, found As Date
    text = written
    For Each mark In Array("年", "月", "/", ".", "．", "－")
        text = Replace(text, mark, "-")
    Next mark
    text = Replace(text, "日", "")
    If text Like "########" Then text = Left$(text, 4) & "-" & Mid$(text, 5, 2) & "-" & Right$(text, 2)
    If Not text Like "####-#*-#*" Then Exit Function
    parts = Split(text, "-")
    If UBound(parts) <> 2 Then Exit Function
    If Not (IsDigits(parts(1)) And IsDigits(parts(2))) Then Exit Function
    found = DateSerial(CInt(parts(0)), CInt(parts(1)), CInt(parts(2)))
    ' 2026-02-30 would become 2 March: what comes back must be what was written.
    If Month(found) = CInt(parts(1)) And Day(found) = CInt(parts(2)) Then Understand = Format$(found, "yyyy-mm-dd")
End Function

Private Function IsDigits(text As Variant) As Boolean
    IsDigits = (text Like "#") Or (text Like "##")
End Function
