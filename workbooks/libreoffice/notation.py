"""How LibreOffice and Excel write the names of sheets, the parts of tables and the addresses of workbooks in formulas.

Sheets: LibreOffice leaves letters, digits, underscores, accents and a few dots in the middle of the line (`·`, `：`)
without quotes, but quotes a name of digits alone (tried for the characters of the basic plane). Excel quotes also what
reads as a cell, as `R1C1`, or begins with a digit.

Tables: `表[[#All];[总投资]]` in LibreOffice, which knows none of the short forms `表[#All]` and `表[@总投资]`.

Workbooks: `file:///dir/a%23b.xlsx` in LibreOffice, shown with only `%`, `#` and the like escaped; a path in Excel.
"""

import re
from functools import lru_cache
from unicodedata import category
from urllib.parse import unquote

_SINGLE_DOTS = frozenset("_·\u0387՟״‧・︓﹕：･")
_WINDOWS_DRIVE = re.compile(r"/?[A-Za-z]:[/\\]")
_WEB = re.compile(r"(?:https?|ftp|vnd\.\w+)[\w.+-]*://", re.I)
_ESCAPES = {sign: f"%{ord(sign):X}" for sign in "%#?;[]"}
_PART_ALONE = re.compile(r"\[\[(#[^\[\]]+)\]\]")
_SHORT_PART = re.compile(r"\[(#[^\[\]]+)\]")
_SHORT_ROW = re.compile(r"\[@\s*(?:(?P<column>[^\[\]]+)|(?P<columns>\[.*\])|)\]", re.S)


def unquoted(name: str) -> str:
    """Return the sheet's or workbook's own name for `name` as a formula has it, between single quotes or without."""
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def quoted(name: str) -> str:
    """Return the name between single quotes."""
    return "'" + name.replace("'", "''") + "'"


@lru_cache(4096)
def sheet_for_libreoffice(name: str) -> str:
    """Return a sheet's name as LibreOffice writes it in a formula, with the quotes that it needs."""
    plain = all(c in _SINGLE_DOTS or category(c)[0] in "LN" or category(c) in ("Mn", "Mc") for c in name)
    return name if plain and not (name.isascii() and name.isdigit()) else quoted(name)


@lru_cache(4096)
def sheet_for_excel(name: str) -> str:
    """Return a sheet's name as Excel writes it in a formula, with the quotes that it needs."""
    from xlsxwriter.utility import quote_sheetname  # late: only workbooks with several sheets need it

    return quoted(name) if "'" in name else str(quote_sheetname(name))


def sheets_for_excel(first: str, last: str) -> str:
    """Return two sheets, and all between them, as Excel writes them: `一月:三月`, `'1月:3月'`."""
    if first == sheet_for_excel(first) and last == sheet_for_excel(last):
        return f"{first}:{last}"
    return quoted(f"{first}:{last}")


def brackets_for_excel(brackets: str, argument: str) -> str:
    """Return what follows a table's name; `argument` stands between the parts in LibreOffice."""
    alone = _PART_ALONE.fullmatch(brackets)
    return f"[{alone[1]}]" if alone else _parts_apart(brackets, argument, ",")


def brackets_for_libreoffice(brackets: str, argument: str) -> str:
    """Return what follows a table's name, in full, with `argument` between the parts."""
    if part := _SHORT_PART.fullmatch(brackets):
        return f"[[{part[1]}]]"
    if row := _SHORT_ROW.fullmatch(brackets):
        columns = row["columns"] or (f"[{row['column']}]" if row["column"] else "")
        return f"[[#This Row]{argument}{columns}]" if columns else "[[#This Row]]"
    return _parts_apart(brackets, ",", argument)


def _parts_apart(brackets: str, before: str, after: str) -> str:
    """Return the brackets with another sign between their parts; one within a column's name stays."""
    return re.sub(rf"(?<=\])(\s*){re.escape(before)}(\s*)(?=\[)", lambda gap: f"{gap[1]}{after}{gap[2]}", brackets)


def file_for_excel(address: str) -> tuple[str, str] | None:
    """Return folder (with the stroke at its end) and file name for a file's address; None where it is no address."""
    if _WEB.match(address):
        folder, _, file = address.rpartition("/")
        return f"{folder}/", file
    if not address.startswith("file://"):
        return None
    path = unquote(address.removeprefix("file://"))
    if not path.startswith("/"):
        path = f"//{path}"  # a computer of the local network
    windows = _WINDOWS_DRIVE.match(path)
    if windows:
        path = path.lstrip("/")
    if windows or path.startswith("//"):
        path = path.replace("/", "\\")
    cut = max(path.rfind("/"), path.rfind("\\")) + 1
    return path[:cut], path[cut:]


def file_for_libreoffice(path: str) -> str | None:
    """Return the address of the file at `path`; None for a name without a folder: nobody says where it lies."""
    if _WEB.match(path):
        return path
    address = "".join(_ESCAPES.get(c, c) for c in path.replace("\\", "/"))
    if address.startswith("//"):
        return f"file:{address}"
    if address.startswith("/"):
        return f"file://{address}"
    return f"file:///{address}" if _WINDOWS_DRIVE.match(address) else None
