"""Charts say outright what they don't show: the clerk's workbook decides what a left-out switch means."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.office import page_texts, to_pdf
from workbooks.hosts.file import FileHost
from workbooks.samples import shipped
from workbooks.sheets.explicit import explicit

COUNTY = next(path for path in shipped() if path.name == "county.xlsx")


def charts(package: bytes) -> list[bytes]:
    with ZipFile(BytesIO(package)) as source:
        return [source.read(name) for name in source.namelist() if name.startswith("xl/charts/chart")]


def report_on(ledger: Path, output: Path) -> Path:
    from addin.cli import main

    assert main(["report", str(ledger), "--as-of", "2026-06-30", "-o", str(output)]) == 0
    return output


def test_every_switch_of_the_labels_is_said(tmp_path: Path) -> None:
    for chart in charts(report_on(COUNTY, tmp_path / "通报.xlsx").read_bytes()):
        labels = chart.count(b"<c:dLbls>")
        assert labels
        for switch in (b"showLegendKey", b"showCatName", b"showSerName", b"showPercent", b"showBubbleSize"):
            assert chart.count(b"<c:" + switch + b' val="0"') == labels
        assert chart.count(b"<c:delete val=") == chart.count(b"<c:catAx>") + chart.count(b"<c:valAx>")


def test_what_is_said_already_stays(tmp_path: Path) -> None:
    for chart in charts(report_on(COUNTY, tmp_path / "通报.xlsx").read_bytes()):
        assert explicit(chart) == chart


def test_the_charts_hold_to_the_schema(tmp_path: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = Path(__file__).parents[4] / "shared" / "schema" / "ooxml" / "dml-chart.xsd"
    if not schema.is_file():
        pytest.skip("NOT TESTED: ../shared/schema is missing")
    holds = etree.XMLSchema(etree.parse(str(schema)))
    for chart in charts(report_on(COUNTY, tmp_path / "通报.xlsx").read_bytes()):
        document = etree.fromstring(chart)
        assert holds.validate(document), holds.error_log


def test_in_a_workbook_of_a_later_excel_labels_show_figures_only(tmp_path: Path) -> None:
    ledger = tmp_path / "台账.xlsx"
    with ZipFile(COUNTY) as source, ZipFile(ledger, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/app.xml":
                assert b"12.0000" in content
                content = content.replace(b"12.0000", b"16.0300")
            target.writestr(entry.filename, content)
    printed = "".join(page_texts(to_pdf(report_on(ledger, tmp_path / "通报.xlsx"), tmp_path)))
    assert "督导总览" in printed
    assert "；年度完成率；" not in printed
    assert FileHost(ledger).book.grids
