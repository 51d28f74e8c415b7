"""description.xml: what LibreOffice's extension manager shows of us, and from which LibreOffice on it takes us."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from addin.libreoffice.buttons.icons import extension_icon
from addin.libreoffice.identity import IDENTIFIER, OLDEST_OFFICE, TITLE
from addin.libreoffice.xml_files import written
from addin.packing import own

_NAMESPACE = "http://openoffice.org/extensions/description/2006"
_DEPENDENCY = "http://openoffice.org/extensions/description/2006"
_OFFICE = "http://libreoffice.org/extensions/description/2011"
_LINK = "http://www.w3.org/1999/xlink"
_LANGUAGE = "zh-CN"
_ICON = "icons/extension.svg"
_TEXT = f"description/{_LANGUAGE}.txt"
_SAID = """\
重点项目督导：在台账工作簿里识别台账、校验数据、计算进度、亮灯，生成督导通报。
菜单和工具栏“{title}”在电子表格（Calc）里；完成率、序时进度、亮灯等可以写在公式里。不用联网，不用另装Python。
许可证：MIT。
"""


def files() -> Mapping[str, bytes]:
    """Return description.xml and what it refers to, by their paths in the extension."""
    return {
        "description.xml": _description(),
        _TEXT: _SAID.format(title=TITLE).encode(),
        _ICON: extension_icon(),
    }


def _description() -> bytes:
    for prefix, uri in (("", _NAMESPACE), ("l", _OFFICE), ("xlink", _LINK)):
        ET.register_namespace(prefix, uri)
    root = _element(None, "description")
    _element(root, "identifier", value=IDENTIFIER)
    _element(root, "version", value=own.project()["version"])
    _element(root, "platform", value="all")
    needed = _element(root, "dependencies")
    minimum = ET.SubElement(needed, f"{{{_OFFICE}}}LibreOffice-minimal-version", value=OLDEST_OFFICE)
    minimum.set(f"{{{_DEPENDENCY}}}name", f"LibreOffice {OLDEST_OFFICE}")
    _in_chinese(_element(root, "display-name"), "name").text = TITLE
    _in_chinese(_element(root, "extension-description"), "src", _TEXT)
    _link(_element(_element(root, "icon"), "default"), _ICON)
    return written(root)


def _element(parent: ET.Element | None, name: str, **attributes: str) -> ET.Element:
    qualified = f"{{{_NAMESPACE}}}{name}"
    return ET.Element(qualified, attributes) if parent is None else ET.SubElement(parent, qualified, attributes)


def _in_chinese(parent: ET.Element, name: str, path: str = "") -> ET.Element:
    element = _element(parent, name, lang=_LANGUAGE)
    if path:
        _link(element, path)
    return element


def _link(element: ET.Element, path: str) -> None:
    element.set(f"{{{_LINK}}}href", path)
