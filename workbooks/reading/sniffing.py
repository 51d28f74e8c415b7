"""What a file is, told by its content. Extensions lie: .xls that is .xlsx, a web page or a picture is everyday."""

import re
import zipfile
from io import BytesIO

from workbooks.errors import Refusal
from workbooks.reading.encodings import decoded
from workbooks.reading.parts import Parts, main_part
from workbooks.reading.refusing import refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_JSON = re.compile(r'[\[{]\s*(?:[{\[]\s*)*"[^"\n]*"\s*[:,]')
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\xd7\xcd\xc6\x9a", "picture"),
    (b"\x01\x00\x00\x00", "picture"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"PK\x07\x08", "archive"),
    (b"MSCF", "archive"),
    (b"{\\rtf", "word"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"\x1aE\xdf\xa3", "media"),
)


def kind_of(data: bytes) -> str:
    """Return `ooxml`, `xlsb`, `ods`, `fods`, `xls`, `spreadsheetml`, `html`, `mhtml` or `text`.

    Raises NotAWorkbook, Unsafe (encrypted) or Damaged with a sentence that names what the file is instead.
    """
    if not data:
        raise refusal("empty")
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_BARE_BIFF):
        return "xls"
    for signature, word in _SIGNATURES:
        if data.startswith(signature):
            raise refusal(word)
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in (b"WAVE", b"AVI ")):
        raise refusal("media")
    if (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or (data[:2] == b"BM" and data[6:10] == bytes(4)):
        raise refusal("picture")
    return _kind_of_text(data)


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()]
            mimetype = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except Exception as error:  # whatever zipfile stumbles on: the list of entries cannot be read
        raise _of_broken_zip(data) from error
    if "[content_types].xml" in names:
        return _kind_of_ooxml(data, names)
    if b"opendocument" in mimetype:
        if b"spreadsheet" in mimetype:
            if any(name.startswith("meta-inf/") for name in names) and "content.xml" in names:
                return "ods"
            raise refusal("damaged")
        raise refusal("word" if b"text" in mimetype else "slides" if b"presentation" in mimetype else "drawing")
    raise refusal("archive")


def _of_broken_zip(data: bytes) -> Refusal:
    """A zip without its list of entries: a workbook cut off, if its first entries are those of one."""
    head = data[:4096].lower()
    office = (b"[content_types].xml", b"xl/", b"_rels/", b"docprops/", b"mimetype")
    return refusal("damaged" if any(name in head for name in office) else "archive")


def _kind_of_ooxml(data: bytes, names: list[str]) -> str:
    parts = Parts(data)
    main = main_part(parts)
    if main is None:
        raise refusal("damaged" if any(name.startswith("xl/") for name in names) else "drawing")
    kind = parts.content_type(main).lower()
    if "wordprocessing" in kind or "ms-word" in kind:
        raise refusal("word")
    if "presentation" in kind or "ms-powerpoint" in kind:
        raise refusal("slides")
    if "binary" in kind or main.lower().endswith(".bin"):
        return "xlsb"
    if "spreadsheet" in kind or "ms-excel" in kind or main.lower().endswith("workbook.xml"):
        return "ooxml"
    raise refusal("drawing")


def _kind_of_ole(data: bytes) -> str:
    """Tell an OLE file by the streams in its root: a Word document may hold a workbook further inside."""
    found = ole_streams(data)
    if "encryptedpackage" in found:
        raise refusal("encrypted")
    if "workbook" in found or "book" in found:
        return "xls"
    if "worddocument" in found:
        raise refusal("word")
    if "powerpoint document" in found:
        raise refusal("slides")
    raise refusal("drawing" if found else "damaged")


def ole_streams(data: bytes) -> set[str]:
    """Return the lower-case names of the streams and storages in the root of an OLE file, as far as it can be read."""
    from workbooks.reading.compound_file import root_entries

    return {name.lower() for name in root_entries(data)}


def _is_json(beginning: str) -> bool:
    """Return whether the text opens as a program's data do; a table may begin with a bracket, but not so."""
    return bool(_JSON.match(beginning))


def _kind_of_text(data: bytes) -> str:
    text = decoded(data[:200_000])
    if text is None:
        raise refusal("unknown")
    beginning = text.lstrip("\ufeff \t\r\n")[:100_000].lower()
    if beginning.startswith(("mime-version:", "from: <saved by")):
        return "mhtml"
    if _is_json(beginning):
        raise refusal("text")
    if not beginning.startswith("<"):
        return "text"
    if "urn:schemas-microsoft-com:office:spreadsheet" in beginning and "<html" not in beginning:
        return "spreadsheetml"
    if "urn:oasis:names:tc:opendocument" in beginning and "office:spreadsheet" in text:
        return "fods"
    if any(mark in beginning for mark in ("<table", "<html", "<!doctype html", "<body", "<style", "<meta", "<tr")):
        return "html"
    raise refusal("xml" if beginning.startswith(("<?xml", "<!--")) or "</" in beginning else "unknown")
