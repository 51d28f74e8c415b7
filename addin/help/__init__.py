"""The manual that the button 帮助 opens: pages made from docs/ when the add-in is built (`build`)."""

from pathlib import Path

PAGES = Path(__file__).parent / "pages"
_SOURCE = Path(__file__).parents[2] / "docs" / "manual.zh-CN.md"


def manual() -> Path:
    """Return the manual's page; from a source tree, where no pages have been made, its text."""
    page = PAGES / "manual.zh-CN.html"
    return page if page.is_file() else _SOURCE
