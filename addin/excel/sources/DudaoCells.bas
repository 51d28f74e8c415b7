Option Explicit
Option Private Module

' What worksheet functions share: arguments on their way to Python, answers on their way into cells.

Private Const NoPython As String = "督导未启动"

Private waiting As Collection ' the cells to calculate again, each once; Nothing: none
Private settling As Boolean

Private Function Canary() As String
    Canary = "DudaoCells"
End Function

' The answer of a worksheet function, for its cell or cells. percentages: which arguments are percentages, from 0.
Public Function Calculated(functionName As String, arguments As Variant, _
        Optional percentages As Variant) As Variant
    Dim answer As Variant
    On Error GoTo failed
    If IsMissing(percentages) Then percentages = Array()
    answer = Called("udfs.excel", functionName, ForPython(arguments, percentages), Nothing)
    Calculated = ForCells(answer)
    Exit Function
failed:
    Calculated = Failure(Err.Number)
End Function

' The answer of a worksheet function that was given no arguments: the figure of its own ledger row. Excel doesn't know
' that it hangs on the ledger: formulas there that are not calculated yet give blanks, and the cell is asked again.
Public Function OfOwnRow(functionName As String) As Variant
    Dim cell As Object, book As Object, answer As Variant, first As Long
    On Error GoTo failed
    Set cell = Application.Caller ' an error where no cell calls
    Set book = cell.Worksheet.Parent
    answer = Called("addin.served", "own_row", Array(functionName, cell.Worksheet.Name, cell.Row), book)
    first = LBound(answer)
    OfOwnRow = ForCells(answer(first))
    If answer(first + 1) And Not settling Then Await cell
    Exit Function
failed:
    OfOwnRow = Failure(Err.Number)
End Function

Private Sub Await(cell As Object)
    On Error Resume Next ' the key is there already: the cell waits
    If waiting Is Nothing Then Set waiting = New Collection
    waiting.Add cell, cell.Address(External:=True)
End Sub

' Excel has calculated: the cells that came too early are calculated again, once.
Public Sub Settle()
    Dim early As Collection, cell As Object
    If waiting Is Nothing Or settling Then Exit Sub
    Set early = waiting
    Set waiting = Nothing
    settling = True
    On Error Resume Next
    Called "addin.served", "forget", Array(), Nothing
    For Each cell In early
        cell.Calculate
    Next cell
    settling = False
End Sub

' What stands in the cell when there is no answer: whether Python is missing or failed.
Private Function Failure(number As Long) As Variant
    If number = NotStarted Or ConnectionLost(number) Then
        Failure = NoPython
    Else
        Failure = CVErr(2015) ' #VALUE!
    End If
End Function

' The arguments with each range turned into its values; a missing argument stays missing.
Public Function ForPython(arguments As Variant, percentages As Variant) As Variant
    Dim values() As Variant, i As Long, lastRow As Long, place As Variant
    If UBound(arguments) < LBound(arguments) Then
        ForPython = arguments
        Exit Function
    End If
    lastRow = LastUsedRow(arguments)
    ReDim values(LBound(arguments) To UBound(arguments))
    For i = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(i)) Then
            values(i) = RangeValue(arguments(i), lastRow)
        Else
            values(i) = arguments(i)
        End If
    Next i
    For Each place In percentages
        If IsObject(arguments(place)) Then values(place) = AsShown(arguments(place), values(place))
    Next place
    ForPython = values
End Function

' The percentages that the cells show: one with the format 0.0% shows 97.2% and holds 0.972.
Private Function AsShown(area As Variant, value As Variant) As Variant
    Dim i As Long, j As Long, shownAs As Variant
    shownAs = area.NumberFormat
    If Not IsNull(shownAs) And InStr(shownAs & "", "%") = 0 Then
        AsShown = value
    ElseIf Not IsArray(value) Then
        AsShown = Hundredfold(value)
    Else
        For i = LBound(value, 1) To UBound(value, 1)
            For j = LBound(value, 2) To UBound(value, 2)
                If IsNull(shownAs) Then ' the cells differ
                    If InStr(area.Cells(i, j).NumberFormat, "%") > 0 Then value(i, j) = Hundredfold(value(i, j))
                Else
                    value(i, j) = Hundredfold(value(i, j))
                End If
            Next j
        Next i
        AsShown = value
    End If
End Function

Private Function Hundredfold(value As Variant) As Variant
    Hundredfold = value
    If VarType(value) = 5 Then Hundredfold = value * 100 ' a number
End Function

' The last row that has data on any sheet that an argument takes a whole column of; 1 when there is none.
Private Function LastUsedRow(arguments As Variant) As Long
    Dim i As Long, used As Object
    LastUsedRow = 1
    For i = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(i)) Then
            If IsWholeColumn(arguments(i)) Then
                Set used = arguments(i).Worksheet.UsedRange
                If used.Row + used.Rows.Count - 1 > LastUsedRow Then LastUsedRow = used.Row + used.Rows.Count - 1
            End If
        End If
    Next i
End Function

' The range's value or values. Whole columns are cut below the data and never above, so that rows stay where they are.
Private Function RangeValue(area As Variant, lastRow As Long) As Variant
    If area.Areas.Count > 1 Then Err.Raise 5, "Dudao" ' several areas have no rows in common
    If IsWholeColumn(area) Then
        RangeValue = area.Resize(lastRow).Value
    Else
        RangeValue = area.Value
    End If
End Function

Private Function IsWholeColumn(area As Variant) As Boolean
    IsWholeColumn = (area.Rows.Count = area.Worksheet.Rows.Count)
End Function

' The answer with blanks as empty text and the texts "#N/A", "#DIV/0!" … as the errors they name.
Public Function ForCells(answer As Variant) As Variant
    Dim i As Long, j As Long
    Select Case Dimensions(answer)
        Case 0
            ForCells = ForCell(answer)
            Exit Function
        Case 1
            For i = LBound(answer) To UBound(answer)
                answer(i) = ForCell(answer(i))
            Next i
        Case Else
            For i = LBound(answer, 1) To UBound(answer, 1)
                For j = LBound(answer, 2) To UBound(answer, 2)
                    answer(i, j) = ForCell(answer(i, j))
                Next j
            Next i
    End Select
    ForCells = answer
End Function

Private Function ForCell(value As Variant) As Variant
    ForCell = value
    If IsEmpty(value) Or IsNull(value) Then
        ForCell = ""
    ElseIf VarType(value) = 8 Then ' a text
        If Left$(value, 1) = "#" Then ForCell = ErrorNamed(value)
    End If
End Function

' The error that the text names; any other text stays as it is.
Private Function ErrorNamed(text As Variant) As Variant
    Select Case text
        Case "#NULL!": ErrorNamed = CVErr(2000)
        Case "#DIV/0!": ErrorNamed = CVErr(2007)
        Case "#VALUE!": ErrorNamed = CVErr(2015)
        Case "#REF!": ErrorNamed = CVErr(2023)
        Case "#NAME?": ErrorNamed = CVErr(2029)
        Case "#NUM!": ErrorNamed = CVErr(2036)
        Case "#N/A": ErrorNamed = CVErr(2042)
        Case "#GETTING_DATA": ErrorNamed = CVErr(2043)
        Case "#SPILL!": ErrorNamed = CVErr(2045)
        Case "#CONNECT!": ErrorNamed = CVErr(2046)
        Case "#BLOCKED!": ErrorNamed = CVErr(2047)
        Case "#UNKNOWN!": ErrorNamed = CVErr(2048)
        Case "#FIELD!": ErrorNamed = CVErr(2049)
        Case "#CALC!": ErrorNamed = CVErr(2050)
        Case Else: ErrorNamed = text
    End Select
End Function

Private Function Dimensions(value As Variant) As Long
    Dim found As Long, bound As Long
    If Not IsArray(value) Then Exit Function
    On Error GoTo counted
    For found = 1 To 60
        bound = UBound(value, found)
        Dimensions = found
    Next found
counted:
End Function
