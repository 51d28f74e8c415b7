"""Every format a ledger comes in: told by content, reported into .xlsx where it can't be edited, with equal figures."""

import csv
import io
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.addin.conftest import Dudao
from tests.office import program
from tests.workbooks.reading.raw_xlsb import cell, row, text, xlsb
from workbooks.samples import FOLDER

AS_OF = ("--as-of", "2026-06-30")


def _csv(encoding: str) -> bytes:
    """Return the county ledger as Excel saves it as .csv: values as shown."""
    buffer = io.StringIO()
    for values in load_workbook(FOLDER / "county.xlsx", data_only=True).worksheets[0].values:
        shown = [
            "" if value is None else value.strftime("%Y/%m/%d") if hasattr(value, "year") else value for value in values
        ]
        csv.writer(buffer, lineterminator="\r\n").writerow(shown)
    return buffer.getvalue().encode(encoding)


def _as_office_saves_it(ledger: Path, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile").as_uri()
        command = [program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, str(ledger)], check=True, capture_output=True, timeout=180)
        return Path(folder, f"{ledger.stem}.{kind}").read_bytes()


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_in_any_chinese_encoding(dudao: Dudao, county: Path, encoding: str) -> None:
    expected = dudao("report", county, *AS_OF, "--json").json
    ledger = county.with_name("台账.csv")
    ledger.write_bytes(_csv(encoding))
    said = dudao("report", ledger, *AS_OF, "--json")
    assert said.code == 0
    assert said.json["output"] == str(county.with_name("台账_通报.xlsx"))
    assert said.json["totals"] == expected["totals"]
    assert set(said.json["sheets"]) < set(load_workbook(said.json["output"]).sheetnames)


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_ledger_as_libreoffice_saves_it(dudao: Dudao, county: Path, kind: str) -> None:
    expected = dudao("report", county, *AS_OF, "--json").json
    ledger = county.with_name(f"台账.{kind}")
    ledger.write_bytes(_as_office_saves_it(county, kind))
    said = dudao("report", ledger, *AS_OF, "--json")
    assert said.code == 0
    assert said.json["totals"] == expected["totals"]
    assert any(f".{kind}" in warning for warning in said.json["warnings"])
    book = load_workbook(said.json["output"])
    assert book.sheetnames[0] == "重点项目台账"
    assert book["重点项目台账"]["B4"].value == load_workbook(county)["重点项目台账"]["B4"].value


def test_an_old_xls_that_is_shipped(dudao: Dudao, sample: Callable[..., Path]) -> None:
    ledger = sample("port_2010.xls")
    before = ledger.read_bytes()
    said = dudao("report", ledger, "--as-of", "2010-07-31", "--json").json
    assert said["output"] == str(ledger.with_name("port_2010_通报.xlsx"))
    assert said["period"] == {"kind": "month", "year": 2010, "month": 7}
    assert said["time_progress"] == 58.33
    assert said["totals"]["projects"] == len({p["name"] for p in said["projects"] if p["counted"]}) > 10
    assert ledger.read_bytes() == before


def test_a_binary_workbook(dudao: Dudao, tmp_path: Path) -> None:
    def words(number: int, *cells: str | float) -> bytes:
        return row(
            number,
            *(
                cell(6, column, 0, text(value))
                if isinstance(value, str)
                else cell(5, column, 0, __import__("struct").pack("<d", value))
                for column, value in enumerate(cells)
            ),
        )

    ledger = tmp_path / "台账.xlsb"
    ledger.write_bytes(
        xlsb(
            words(0, "2026年重点项目进度表（单位：万元）")
            + words(1, "序号", "项目名称", "总投资", "2026年计划投资", "2026年1-6月完成投资", "责任单位")
            + words(2, 1.0, "甲工程", 9000.0, 1000.0, 600.0, "交通局")
            + words(3, 2.0, "乙工程", 8000.0, 2000.0, 100.0, "水利局")
            + words(4, 3.0, "丙工程", 7000.0, 400.0, 200.0, "住建局")
        )
    )
    said = dudao("report", ledger, *AS_OF, "--json").json
    assert said["output"].endswith("台账_通报.xlsx")
    assert [project["completion_rate"] for project in said["projects"]] == [60, 5, 50]
    assert said["totals"]["completion_rate"] == 26.47
    assert load_workbook(said["output"])["明细表"]["B3"].value == "甲工程"


@pytest.mark.parametrize(
    ("name", "called"), [("county.xlsx", "台账.et"), ("county.xlsx", "台账.xls"), ("port_2010.xls", "台账.et")]
)
def test_the_type_is_told_by_content(dudao: Dudao, sample: Callable[..., Path], name: str, called: str) -> None:
    said = dudao("report", sample(name, called), *AS_OF, "--json")
    assert said.code == 0
    assert said.json["output"].endswith("台账_通报.xlsx")


def test_a_template_and_a_workbook_with_macros_keep_their_kind(dudao: Dudao, county: Path) -> None:
    import zipfile

    for kind, main in (("xltx", "template.main+xml"), ("xlsm", "sheet.macroEnabled.main+xml")):
        ledger = county.with_name(f"台账.{kind}")
        with zipfile.ZipFile(county) as before, zipfile.ZipFile(ledger, "w") as after:
            for name in before.namelist():
                data = before.read(name)
                if name == "[Content_Types].xml":
                    family = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
                    mine = b"application/vnd.ms-excel." if kind == "xlsm" else family
                    data = data.replace(family + b"sheet.main+xml", mine + main.encode())
                after.writestr(name, data)
        said = dudao("report", ledger, *AS_OF, "--json")
        assert (said.code, said.json["warnings"]) == (0, [])
        assert said.json["output"].endswith(f"台账_通报.{kind}")
