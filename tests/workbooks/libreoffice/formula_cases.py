"""Formulas in LibreOffice's words and in Excel's: what the tests of `formulas` try, by itself and in LibreOffice."""

from workbooks.libreoffice.formulas import Grammar

SHEETS = (
    "明细表",
    "重点 项目",
    "it's",
    "A1",
    "R1C1",
    "RC",
    "2024",
    "1a",
    "a.b",
    "1E5",
    "x-y",
    "甲（一）",
    "TRUE",
    "S3",
    "末",
)
NAMES = ("全县", "项目1", "Total_2024")  # names with a dot come only from files: the API takes none
PLAIN = Grammar(";", ";", "|", frozenset(name.casefold() for name in SHEETS))

BOTH_WAYS = {
    # sheets
    "=$明细表.A1": "=明细表!A1",
    "=SUM($明细表.$A$1:B$2;$'重点 项目'.C3)": "=SUM(明细表!$A$1:B$2,'重点 项目'!C3)",
    "=$'it''s'.A1": "='it''s'!A1",
    "=$A1.A1": "='A1'!A1",
    "=$R1C1.A1": "='R1C1'!A1",
    "=$'2024'.A1": "='2024'!A1",
    "=$1a.A1": "='1a'!A1",
    "=$1E5.A1+1E+100": "='1E5'!A1+1E+100",
    "=$'a.b'.A1": "=a.b!A1",
    "=$'x-y'.A1": "='x-y'!A1",
    "=$'甲（一）'.A1": "='甲（一）'!A1",
    # whole columns and rows
    "=SUM(A:A)": "=SUM(A:A)",
    "=SUM($1:$3)": "=SUM($1:$3)",
    "=SUM($明细表.$A:B)": "=SUM(明细表!$A:B)",
    "=SUM($'重点 项目'.1:2)": "=SUM('重点 项目'!1:2)",
    # several sheets
    "=SUM($明细表.A1:末.B2)": "=SUM(明细表:末!A1:B2)",
    "=SUM($明细表.$A$1:末.$B$2)": "=SUM(明细表:末!$A$1:$B$2)",
    "=SUM($明细表.A1:$末.A1)": "=SUM(明细表:末!A1)",
    "=SUM($明细表.A1:'重点 项目'.B2)": "=SUM('明细表:重点 项目'!A1:B2)",
    "=SUM($明细表.A1:$明细表.B2)": "=SUM(明细表!A1:明细表!B2)",
    # unions, blocks that meet, ranges made by functions
    "=SUM((A1:B2~C3))": "=SUM((A1:B2,C3))",
    "=INDEX((A1:B2~$末.C3:D4);1;1;2)": "=INDEX((A1:B2,末!C3:D4),1,1,2)",
    "=SUM(A1:B2~C3)": "=SUM(A1:B2~C3)",
    "=SUM($明细表.A1:B2!$明细表.B2:C3)": "=SUM(明细表!A1:B2 明细表!B2:C3)",
    "=全县!$明细表.A1": "=全县 明细表!A1",
    "=OFFSET(A1;1;1):B3": "=OFFSET(A1,1,1):B3",
    "=$明细表.A1:INDEX($明细表.A1:A9;3)": "=明细表!A1:INDEX(明细表!A1:A9,3)",
    # arrays
    "={1;-2.5|3;4}": "={1,-2.5;3,4}",
    '=COUNTA({"a;b";"|"|TRUE;""})': '=COUNTA({"a;b","|";TRUE,""})',
    "=SUM({1|2};{3;4};(A1~B1))": "=SUM({1;2},{3,4},(A1,B1))",
    # texts, errors, numbers
    '="$明细表.A1;~!{1;2}""#REF!"&"x"': '="$明细表.A1;~!{1;2}""#REF!"&"x"',
    '=INDIRECT("明细表.A1")': '=INDIRECT("明细表.A1")',
    "=IFERROR(A1;#N/A)": "=IFERROR(A1,#N/A)",
    "=#DIV/0!": "=#DIV/0!",
    "=SUM(#REF!;1)": "=SUM(#REF!,1)",
    "=$#REF!.B5": "=#REF!B5",
    "=SUM($#REF!.B5:C9)": "=SUM(#REF!B5:C9)",
    "=1.5E-020+.5": "=1.5E-020+.5",
    # signs, blanks, lines
    "=--A1^-2%": "=--A1^-2%",
    "=IF(A1<>B1; 1 ;\n -1 )": "=IF(A1<>B1, 1 ,\n -1 )",
    "=IF(A1;;)": "=IF(A1,,)",
    "=(A1 + B1) * (C1 - D1)": "=(A1 + B1) * (C1 - D1)",
    # functions
    "=TRUE()": "=TRUE",
    "=VLOOKUP(A1;$末.A:C;3;FALSE())": "=VLOOKUP(A1,末!A:C,3,FALSE)",
    "=STDEV.S(A1:A2)+LOG10(A1)": "=STDEV.S(A1:A2)+LOG10(A1)",
    "=CEILING.XCL(A1;2)": "=CEILING(A1,2)",
    "=ZGZ(1;2;3)": "=RRI(1,2,3)",
    "=COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETEDATE(A1;2)": "=EDATE(A1,2)",
    "=COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETDURATION(1;2;3;4;1)": "=DURATION(1,2,3,4,1)",
    "=DURATION(1;2;3)": "=PDURATION(1,2,3)",
    "=ORG.DUDAO.FUNCTIONS.COMPLETIONRATE(F5:F9;E5:E9)": "=ORG.DUDAO.FUNCTIONS.COMPLETIONRATE(F5:F9,E5:E9)",
    "=完成率(F5:F9;E5:E9)": "=完成率(F5:F9,E5:E9)",
    # names
    "=SUM(全县;a.b;项目1)": "=SUM(全县,a.b,项目1)",
    "=明细表.本表": "=明细表!本表",
    "='重点 项目'.本表": "='重点 项目'!本表",
    # tables
    "=SUM(表1[总投资])": "=SUM(表1[总投资])",
    "=SUM(表1[])": "=SUM(表1[])",
    "=ROWS(表1[[#All]])": "=ROWS(表1[#All])",
    "=表1[[#This Row];[总投资]]": "=表1[[#This Row],[总投资]]",
    "=SUM(表1[[#All];[总投资]:[进度;x]])": "=SUM(表1[[#All],[总投资]:[进度;x]])",
    # other workbooks
    "='file:///home/a%20b/x.xlsx'#$明细表.A1:B2": "='/home/a b/[x.xlsx]明细表'!A1:B2",
    "='file:///C:/台账/x%23.xlsx'#$'重点 项目'.$A$1": "='C:\\台账\\[x#.xlsx]重点 项目'!$A$1",
    "='file://server/share/it''s.xlsx'#$末.A$1": "='\\\\server\\share\\[it''s.xlsx]末'!A$1",
    "='https://example.com/a/x.xlsx'#$末.A1": "='https://example.com/a/[x.xlsx]末'!A1",
    "='file:///home/x.xlsx'#全县": "='/home/x.xlsx'!全县",
    '=[1]!SomeAddin("a";1)': '=[1]!SomeAddin("a",1)',
    # what the API hands over for names: two blocks, a text
    "=$明细表.$A$1:$B$3;$'重点 项目'.$C$1": "=明细表!$A$1:$B$3,'重点 项目'!$C$1",
    '="x|y;z"': '="x|y;z"',
}
ONLY_TO_EXCEL = {
    "=明细表.A1+$'明细表'.A1": "=明细表!A1+明细表!A1",
    "=SUM(明细表.A1:末.B2)": "=SUM(明细表:末!A1:B2)",
    "=$明细表.$B$#REF!": "=明细表!#REF!",
    "=SUM($明细表.B#REF!:C#REF!)": "=SUM(明细表!#REF!)",
    "=SUM(#REF!5:#REF!6)+$#REF!5+B#REF!": "=SUM(#REF!)+#REF!+#REF!",
    "=#REF!.B5": "=#REF!B5",
    "=CEILING(A1;2)+FLOOR(A1;2)": "=CEILING.MATH(A1,2)+FLOOR.MATH(A1,2)",
    "=Com.Sun.Star.Sheet.Addin.Analysis.getEdate(A1;2)": "=EDATE(A1,2)",
    "{=SUM(A1:A2;1)}": "=SUM(A1:A2,1)",
    "=A1~B1": "=A1,B1",
    "=nosheet!$a$1": "=nosheet!$a$1",  # LibreOffice's own rest of a formula of Excel's that it did not understand
    "=other.本表": "=other.本表",
}
ONLY_TO_LIBREOFFICE = {
    "=true+IF(A1,False,TRUE())": "=TRUE()+IF(A1;FALSE();TRUE())",
    "=edate(a1,1)": "=COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETEDATE(a1;1)",
    "='明细表'!A1": "=$明细表.A1",
    "=A1:B2  B1:C3": "=A1:B2! B1:C3",
    "=SUM((A1,B1) (B1:C1))": "=SUM((A1~B1)!(B1:C1))",
    "=表1[@总投资]*表1[@[总 投资]]": "=表1[[#This Row];[总投资]]*表1[[#This Row];[总 投资]]",
    "=SUM(表1[@[a]:[b]],表1[@])": "=SUM(表1[[#This Row];[a]:[b]];表1[[#This Row]])",
    "='[x.xlsx]明细表'!A1": "='[x.xlsx]明细表'!A1",  # nobody says where that workbook lies
    "=[x.xlsx]Sheet1!A1": "=[x.xlsx]Sheet1!A1",
}
