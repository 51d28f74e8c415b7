"""The wire from Basic: what VBA passes and gets, by VBScript, which binds and passes as VBA does."""

from tests.windows.conftest import CLIENTS
from tests.windows.wine import Wine

EXPECTED = """\
hello String
hello by reference String
copy 97.1578622181032
by reference 97.1578622181032
after Variant() 629 647.4
column 0 2 0 0
first 25 blank String 0 text String
press 0 2 refused 0
own row without its workbook String 10 Boolean 0
"""


def test_calls_as_the_add_ins_vba_makes_them(installed: Wine) -> None:
    said = installed.run("cscript", "//nologo", CLIENTS / "as_vba.vbs")
    assert said.text == EXPECTED
