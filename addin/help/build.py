"""Makes the help's pages: the clerks' documents in docs/ as HTML that opens in any browser without a network."""

import html
import re
from collections.abc import Mapping
from pathlib import Path

DOCUMENTS = (
    "manual.zh-CN.md",
    "buttons.md",
    "functions.md",
    "commands.md",
    "checks.md",
    "settings.md",
    "windows.zh-CN.md",
    "trial.zh-CN.md",
)
_NOT_FOR_CLERKS = re.compile(r"^\*本页由程序生成：.*\n+", re.M)
_TITLE = re.compile(r"^# (.+)$", re.M)
_CHINESE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…]"
_BROKEN_LINE = re.compile(rf"^(?![#|])(.*{_CHINESE})\n(?={_CHINESE})", re.M)  # a browser would show a space there
_FENCED = re.compile(r"(^```.*?^```$)", re.M | re.S)
_LINK = re.compile(r'(href|src)="([^"#:]+)(#[^"]*)?"')
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} · 项目督导</title>
<style>
{style}
</style>
</head>
<body>
<nav>{links}</nav>
<main>
{body}
</main>
</body>
</html>
"""


def pages(docs: Path) -> Mapping[str, bytes]:
    """Return the help's files by name: a page for each document, and the pictures that they show.

    Links between the documents lead from page to page; a link to what the help doesn't hold loses its target.
    """
    from markdown import markdown

    texts = {name: _text(docs / name) for name in DOCUMENTS if (docs / name).is_file()}
    titles = {name: _title(text) for name, text in texts.items()}
    style = (Path(__file__).parent / "style.css").read_text("utf-8").strip()
    links = " ".join(f'<a href="{_page(name)}">{html.escape(title)}</a>' for name, title in titles.items())
    made: dict[str, bytes] = {}
    for name, text in texts.items():
        body = markdown(_joined(text), extensions=["tables", "fenced_code", "toc"], output_format="html")
        pictures = {path for kind, path, _ in _LINK.findall(body) if kind == "src"}
        made |= {picture: (docs / picture).read_bytes() for picture in sorted(pictures)}
        body = _LINK.sub(lambda found: _linked(found, texts), body)
        made[_page(name)] = _PAGE.format(title=html.escape(titles[name]), style=style, links=links, body=body).encode()
    return made


def _text(document: Path) -> str:
    return _NOT_FOR_CLERKS.sub("", document.read_text("utf-8"))


def _joined(text: str) -> str:
    """Return the text with lines broken between Chinese characters joined, fenced blocks as they are."""
    parts = _FENCED.split(text)
    return "".join(part if at % 2 else _BROKEN_LINE.sub(r"\1", part) for at, part in enumerate(parts))


def _title(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _page(name: str) -> str:
    return name.removesuffix(".md") + ".html"


def _linked(found: re.Match[str], texts: Mapping[str, str]) -> str:
    kind, path, place = found[1], found[2], found[3] or ""
    if kind == "src":
        return found[0]
    return f'href="{_page(path)}{place}"' if path in texts else f'title="{html.escape(path)}"'
