"""The sheets as LibreOffice prints them."""

from functools import cache
from pathlib import Path

import pytest

from tests import office
from tests.workbooks.sheets import examples
from tests.workbooks.sheets.reading import FINDINGS, rendered

A3, A4 = (1191, 842), (842, 595)
TITLES = ("推进情况督导总览", "重点项目亮灯表", "投资完成率排名", "重点项目督办清单", "台账数据问题清单")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Return a function that prints the report on some ledgers: texts and sizes of its pages."""
    folder: Path = tmp_path_factory.mktemp("printed")

    @cache
    def pages(name: str) -> list[tuple[str, tuple[int, int]]]:
        workbook = folder / f"{name}.xlsx"
        workbook.write_bytes(rendered(*getattr(examples, name)(), findings=FINDINGS))
        pdf = office.to_pdf(workbook, folder)
        sizes = [(round(width), round(height)) for width, height in office.page_sizes(pdf)]
        return list(zip(office.page_texts(pdf), sizes, strict=True))

    return pages


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["county", "promotion"])
def test_no_sheet_is_wider_than_a_page(printed, name):
    pages = [squeezed(text) for text, _ in printed(name)]
    starts = [next(at for at, page in enumerate(pages) if title in page[:60]) for title in TITLES]
    assert starts == sorted(starts)
    for page in pages[starts[1] : starts[2]]:
        # Each page of the list has its first and its last column heading.
        assert "序号" in page and ("存在问题" in page or "总投资" in page)


def test_the_overview_takes_a_cover_and_its_tables(printed):
    pages = [squeezed(text) for text, _ in printed("county")]
    assert "各属地年度完成率与序时进度" in pages[0]
    assert "一、按属地分" in pages[1]
    assert "重点项目亮灯表" in pages[3][:60]


def test_lists_are_on_a3_and_the_rest_on_a4(printed):
    for text, size in printed("county"):
        headings = squeezed(text)
        assert size == (A3 if "亮灯原因" in headings else A4)


def test_pages_are_numbered(printed):
    pages = [squeezed(text) for text, _ in printed("county")]
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"第{number}页共{len(pages)}页")


def test_no_amount_is_too_wide_for_its_column(printed):
    for name in ("county", "promotion"):
        assert not any("###" in text for text, _ in printed(name))


def test_no_text_is_cut(printed):
    printed_text = "".join(squeezed(text) for text, _ in printed("county"))
    made = examples.county()[0]
    for name in made.column("name"):
        # A wrapped name stands in pieces; its last piece is what a row too low would hide.
        assert str(name)[-4:].strip("）") in printed_text
