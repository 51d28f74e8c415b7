"""Workbooks written by hand, part by part, for what no library writes."""

import zipfile
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = ("General", "yyyy/m/d", "0.00%", 'yyyy"年"m"月"', "[h]:mm", 'h"时"mm"分"', '0"天"')
DATE, PERCENT, MONTH, ELAPSED, CLOCK, DAYS = range(1, 7)


def raw_xlsx(
    rows: str = "",
    *,
    strings: str = "",
    before: str = "",
    behind: str = "",
    properties: str = "",
    prefix: str = "",
    strict: bool = False,
    kind: str = "sheet.main",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """Return a workbook of one sheet 明细表 whose `sheetData` holds `rows`, written with the namespace prefix."""
    namespace, relations = (STRICT, _STRICT_RELATIONS) if strict else (MAIN, _RELATIONS)
    p = f"{prefix}:" if prefix else ""
    declared = f'xmlns{":" + prefix if prefix else ""}="{namespace}"'
    codes = "".join(
        f'<numFmt numFmtId="{200 + number}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for number, code in enumerate(FORMATS)
    )
    styles = "".join(f'<xf numFmtId="{200 + number if number else 0}"/>' for number in range(len(FORMATS)))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_main_type(kind)}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<{p}workbook {declared} xmlns:r="{relations}">{properties}'
        f'<{p}sheets><{p}sheet name="明细表" sheetId="1" r:id="rId1"/></{p}sheets></{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{relations}/styles" Target="/xl/styles.xml"/>'
        f'<Relationship Id="rId3" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<{p}worksheet {declared}>{before}<{p}sheetData>{rows}</{p}sheetData>{behind}"
        f"</{p}worksheet>",
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"><numFmts count="7">{codes}</numFmts><fonts><font/></fonts>'
        f"<fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + content)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _main_type(kind: str) -> str:
    return f"application/vnd.ms-excel.{kind}+xml" if "macro" in kind.lower() else f"{_TYPE}.{kind}+xml"


def row(*cells: str, number: int = 1) -> str:
    """Return a row of cells, each given as `attributes>content`, with their addresses."""
    written = "".join(
        f'<c r="{chr(65 + place)}{number}" {attributes}>{content}</c>'
        for place, cell in enumerate(cells)
        for attributes, _, content in [cell.partition("|")]
    )
    return f'<row r="{number}">{written}</row>'
