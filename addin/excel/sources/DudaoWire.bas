Option Explicit
Option Private Module

' The wire to Python: one COM server for the whole session of Excel, started by its first call.
' The installer registers it for the user; nothing is ever read from the workbook about where Python is.

Public Const NotStarted As Long = -2147220504 ' vbObjectError + 1000: Python can't be had

Private Const ServerName As String = "Dudao.Python"
Private Const SecondsBetweenTries As Long = 30

Private server As Object ' Nothing: not connected
Private failedAt As Date ' 0: the last try did not fail

Private Function Canary() As String
    Canary = "DudaoWire"
End Function

' What Python answers. A dead connection is made anew once; an error of Python itself is raised at once, for the work
' may be half done. Raises NotStarted when there is no Python. The arguments go in brackets, as a copy: by reference COM
' would carry them back as well. No cell goes along: of a range that comes as the caller xlwings keeps a reference
' for good, and Excel could not end.
Public Function Called(pythonModule As String, pythonFunction As String, arguments As Variant, _
        book As Object) As Variant
    Dim number As Long, description As String
    On Error GoTo failed
    Called = Connected().CallUDF(pythonModule, pythonFunction, (arguments), book, Nothing)
    Exit Function
failed:
    number = Err.Number
    description = Err.Description
    If Not ConnectionLost(number) Then Err.Raise number, "Dudao", description
    Resume again
again:
    On Error GoTo 0
    Set server = Nothing
    Called = Connected().CallUDF(pythonModule, pythonFunction, (arguments), book, Nothing)
End Function

' What Python answers, asked once only: for work that must never be done twice.
Public Function CalledOnce(pythonModule As String, pythonFunction As String, arguments As Variant, _
        book As Object) As Variant
    CalledOnce = Connected().CallUDF(pythonModule, pythonFunction, (arguments), book, Nothing)
End Function

' Whether Python answers now; starts it where needed, however lately it failed.
Public Function Reachable() As Boolean
    On Error GoTo failed
    failedAt = 0
    Greet
    Reachable = True
failed:
End Function

' Whether the error says that the server is gone, and not that Python ran and failed.
Public Function ConnectionLost(number As Long) As Boolean
    Select Case number
        Case 462 ' the remote server does not exist or is unavailable
            ConnectionLost = True
        Case -2147023174, -2147023170, -2147023169 ' RPC: server unavailable, call failed, call not executed
            ConnectionLost = True
        Case -2147023179, -2147418105, -2147418094 ' RPC: the interface is unknown, the server died, it died uncalled
            ConnectionLost = True
        Case -2147417848, -2147417856 ' the object has disconnected from its clients; the system call failed
            ConnectionLost = True
        Case -2147220995 ' the object is not connected to a server
            ConnectionLost = True
    End Select
End Function

Private Sub Greet()
    Called "addin.served", "hello", Array(), Nothing
End Sub

Private Function Connected() As Object
    If server Is Nothing Then Connect
    Set Connected = server
End Function

' A server that can't start keeps Excel waiting at each try: a sheet full of formulas must not ask a thousand times.
Private Sub Connect()
    If failedAt <> 0 Then ' in a line of its own: And works out both sides, and the seconds since day 0 are no Long
        If Abs(DateDiff("s", failedAt, Now)) < SecondsBetweenTries Then Err.Raise NotStarted, "Dudao"
    End If
    On Error GoTo failed
    Set server = CreateObject(ServerName)
    ' Greeted without a workbook: into one that comes with a module's first call xlwings would look for code.
    server.CallUDF "addin.served", "hello", Array(), Nothing, Nothing
    failedAt = 0
    Exit Sub
failed:
    Set server = Nothing
    failedAt = Now
    Err.Raise NotStarted, "Dudao"
End Sub
