' Run under Wine: the function server called from Basic as DudaoWire and DudaoCells of the add-in call it. VBScript binds
' late and passes variables by reference, as VBA does; its Empty, Nothing, arrays and numbers are VBA's.
Option Explicit

Dim server, arguments, rows(2, 0), empties, answer
Set server = CreateObject("Dudao.Python")

WScript.Echo "hello", TypeName(server.CallUDF("addin.served", "hello", Array(), Nothing, Nothing))
empties = Array()
WScript.Echo "hello by reference", TypeName(server.CallUDF("addin.served", "hello", empties, Nothing, Nothing))

arguments = Array(629, 647.4)
WScript.Echo "copy", server.CallUDF("udfs.excel", "COMPLETION_RATE", (arguments), Nothing, Nothing)
WScript.Echo "by reference", server.CallUDF("udfs.excel", "COMPLETION_RATE", arguments, Nothing, Nothing)
WScript.Echo "after", TypeName(arguments), arguments(0), arguments(1)

rows(0, 0) = 50
rows(2, 0) = "x"
arguments = Array(rows, 200.0)
answer = server.CallUDF("udfs.excel", "COMPLETION_RATE", (arguments), Nothing, Nothing)
WScript.Echo "column", LBound(answer, 1), UBound(answer, 1), LBound(answer, 2), UBound(answer, 2)
WScript.Echo "first", answer(0, 0), "blank", TypeName(answer(1, 0)), Len(answer(1, 0)), "text", TypeName(answer(2, 0))

arguments = Array("report", "")
answer = server.CallUDF("addin.served", "press", (arguments), Nothing, Nothing)
WScript.Echo "press", LBound(answer), UBound(answer), answer(0), Len(answer(2))

arguments = Array("COMPLETION_RATE", "Sheet1", CLng(5))
answer = server.CallUDF("addin.served", "own_row", (arguments), Nothing, Nothing)
WScript.Echo "own row without its workbook", TypeName(answer(0)), Len(answer(0)), TypeName(answer(1)), CInt(answer(1))
