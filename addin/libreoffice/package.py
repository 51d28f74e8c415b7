"""dudao.oxt: our packages, the libraries they need, menu, toolbar and functions, in one file for LibreOffice.

description.xml, META-INF/manifest.xml, LICENSE, icons/, *.xcu and components: what LibreOffice reads
pythonpath/   addin, udfs, workbooks, the pages of the help, and libraries in pure Python
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from addin.libreoffice import buttons, description, functions
from addin.libreoffice.identity import PYTHONPATH
from addin.libreoffice.xml_files import written
from addin.packing import own
from addin.packing.parcel import Item, stored, zipped
from addin.packing.pinned import fetched, libraries, table

_PINS = Path(__file__).with_name("wheels.toml")
_MANIFEST = "http://openoffice.org/2001/manifest"


def oxt(cache: Path) -> bytes:
    """Return dudao.oxt, the same bytes for the same parts. cache: where downloads are kept.

    Raises NotPinned for a wheel that wheels.toml doesn't know, CalledProcessError where pip can't fetch one.
    """
    pins = table(_PINS)
    carried = libraries(pins)
    parts: list[Item] = []
    for wheel in fetched(carried.wheels, pins["platform"]["options"], cache):
        parts += _for_python(carried.contents(wheel))
    parts += _for_python(own.packages(pins["left_out_of_ours"]["patterns"]))
    parts += _for_python(own.metadata())
    parts += _for_python(own.help_pages(own.markdown_wheel(cache)))
    for room in (description, functions, buttons):
        parts += (stored(name, content) for name, content in room.files().items())
    parts.append(stored("LICENSE", own.licence()))
    parts.append(stored("META-INF/manifest.xml", _manifest([*functions.manifest(), *buttons.manifest()])))
    return zipped(parts)


def _for_python(parts: Iterator[Item]) -> Iterator[Item]:
    for item in parts:
        yield item.named(f"{PYTHONPATH}/{item.name}")


def _manifest(entries: Sequence[tuple[str, str]]) -> bytes:
    """Return the list of what LibreOffice reads. entries: (path, media type), in the order it is to be registered."""
    ET.register_namespace("manifest", _MANIFEST)
    root = ET.Element(f"{{{_MANIFEST}}}manifest")
    for path, media_type in entries:
        named = {f"{{{_MANIFEST}}}full-path": path, f"{{{_MANIFEST}}}media-type": media_type}
        ET.SubElement(root, f"{{{_MANIFEST}}}file-entry", named)
    return written(root)
