"""The saved file, edited: formulas get the names that Excel knows, all else stays as it is."""

import io
import os
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from addin.libreoffice.functions.saving import left, with_plain_names
from workbooks.errors import Refusal

LONG = "DUDAO.FUNCTIONS.COMPLETION_RATE_ZH"


def book(*formulas: str) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("台账")
        for row, formula in enumerate(formulas):
            sheet.write_formula(row, 0, formula, None, 97.16)
        sheet.write_array_formula("B1:B2", f"{{={LONG}(F5:F6,E5:E6)}}", None, 1)
        sheet.write_string("C1", f"{LONG}(是文字)")
        sheet.conditional_format("D1:D9", {"type": "formula", "criteria": f"={LONG}(F1,E1)<50"})
        sheet.data_validation("E1", {"validate": "custom", "value": f"={LONG}(F1,E1)<50"})
        made.add_worksheet("没有公式").write("A1", LONG)
        made.define_name("率", f"={LONG}(台账!$F$5,台账!$E$5)")
    return buffer.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_formulas_of_every_kind_get_the_plain_name() -> None:
    before = parts(book(f"={LONG}(F5,E5)", f'=IF({LONG}(F5,E5)>1,"<{LONG}(","")'))
    after = parts(with_plain_names(book(f"={LONG}(F5,E5)", f'=IF({LONG}(F5,E5)>1,"<{LONG}(","")')))
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    assert "<f>完成率(F5,E5)</f><v>97.16</v>" in sheet
    assert f"<f>IF(完成率(F5,E5)&gt;1,&quot;&lt;{LONG}(&quot;,&quot;&quot;)</f><v>97.16</v>" in sheet
    assert '<f t="array" ref="B1:B2">完成率(F5:F6,E5:E6)</f>' in sheet
    assert "<formula>完成率(F1,E1)&lt;50</formula>" in sheet and "<formula1>完成率(F1,E1)&lt;50</formula1>" in sheet
    assert '<definedName name="率">完成率(台账!$F$5,台账!$E$5)</definedName>' in after["xl/workbook.xml"].decode()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"} and list(before) == list(after)


def test_formulas_of_colour_scales_and_names_in_small_letters_too() -> None:
    package = parts(book("=1"))
    scale = f'<cfvo type="formula" val="{LONG}(1,2)&gt;0"/>'.encode()
    sheet = package["xl/worksheets/sheet1.xml"].replace(b"<formula>DUDAO.FUNCTIONS", b"<formula>dudao.functions", 1)
    assert b"<formula>dudao" in sheet
    package["xl/worksheets/sheet1.xml"] = sheet.replace(b"</cfRule>", scale + b"</cfRule>", 1)
    after = parts(with_plain_names(zipped(package)))["xl/worksheets/sheet1.xml"].decode()
    assert '<cfvo type="formula" val="完成率(1,2)&gt;0"/>' in after
    assert "<formula>完成率(F1,E1)&lt;50</formula>" in after


def zipped(package: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in package.items():
            made.writestr(name, content)
    return buffer.getvalue()


def test_a_shared_formula_keeps_what_shares_it() -> None:
    package = parts(book(f"={LONG}(F5,E5)"))
    sheet = package["xl/worksheets/sheet1.xml"].replace(b"<f>", b'<f t="shared" ref="A1:A9" si="0">', 1)
    package["xl/worksheets/sheet1.xml"] = sheet
    after = parts(with_plain_names(zipped(package)))["xl/worksheets/sheet1.xml"].decode()
    assert '<f t="shared" ref="A1:A9" si="0">完成率(F5,E5)</f>' in after


def test_a_workbook_without_our_functions_stays_byte_for_byte() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        made.add_worksheet().write_formula("A1", "=SUM(B1:B2)")
    assert with_plain_names(buffer.getvalue()) == buffer.getvalue()


def test_the_time_of_the_file_stays_so_that_libreoffice_does_not_take_it_for_anothers(tmp_path: Path) -> None:
    path = tmp_path / "台账.XLSX"
    path.write_bytes(book(f"={LONG}(F5,E5)"))
    os.utime(path, ns=(1_700_000_000_123_456_700, 1_700_000_000_123_456_700))
    assert left(path) and not left(path)
    assert path.stat().st_mtime_ns == 1_700_000_000_123_456_700


def test_a_file_that_is_not_for_excel_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "台账.ods"
    path.write_bytes(book(f"={LONG}(F5,E5)"))
    assert not left(path) and LONG.encode() in parts(path.read_bytes())["xl/worksheets/sheet1.xml"]


def test_an_encrypted_file_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    with pytest.raises(Refusal):
        left(path)
    assert path.stat().st_size == 608
