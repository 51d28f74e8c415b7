"""An edited workbook in a real spreadsheet program."""

from pathlib import Path

from tests.office import page_texts, to_pdf
from tests.workbooks.package.making import fresh, ledger
from tests.workbooks.package.test_columns import light, rate
from workbooks.package import Mark, Package, mark, splice, write_columns


def test_libreoffice_prints_the_clerks_sheets_and_ours(tmp_path: Path) -> None:
    package = Package.read(ledger())
    splice(package, fresh())
    mark(package, [Mark("明细表", "D5", "FFC7CE", "请核对")])
    write_columns(package, "备注", [rate(), light()])
    (tmp_path / "台账.xlsx").write_bytes(package.to_bytes())
    printed = to_pdf(tmp_path / "台账.xlsx", tmp_path)
    text = "".join("".join(page_texts(printed)).split())
    assert "2025年重点项目明细表" in text
    assert "回到总览" in text
    assert "第4页共4页" in text
