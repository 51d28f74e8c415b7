"""XML as the extension's files have it."""

from xml.etree import ElementTree as ET


def written(root: ET.Element) -> bytes:
    """Return a whole file, UTF-8, indented."""
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"
