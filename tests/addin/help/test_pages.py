"""The help's pages: complete, and without anything from a network."""

import re
from pathlib import Path

import pytest

from addin.help import manual
from addin.help.build import pages

DOCS = Path(__file__).parents[3] / "docs"
MADE = pages(DOCS)
PAGES = {name: content.decode() for name, content in MADE.items() if name.endswith(".html")}


def test_the_manual_is_among_the_pages():
    assert "manual.zh-CN.html" in PAGES


def test_a_source_tree_shows_the_manuals_text():
    assert manual().is_file()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_picture_of_a_page_is_in_the_help(name: str):
    for target in re.findall(r'(?:href|src)="([^"#]+)(?:#[^"]*)?"', PAGES[name]):
        assert target in MADE, target


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nothing_of_a_network(name: str):
    assert not re.search(r'(?:href|src)="(?:https?:)?//|@import|url\(', PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_tables_become_tables(name: str):
    assert "<table>" in PAGES[name]
    assert not re.search(r"^\s*<p>\|", PAGES[name], re.M)


@pytest.mark.parametrize("name", PAGES)
def test_a_line_broken_between_chinese_characters_shows_no_space(name: str):
    text = re.sub(r"<pre>.*?</pre>", "", PAGES[name], flags=re.S)
    assert not re.search(r"[\u4e00-\u9fff，。、]\n[\u4e00-\u9fff，。、]", text)
