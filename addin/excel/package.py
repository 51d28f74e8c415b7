"""A macro workbook's package, written by hand: one empty sheet, the VBA project, and the ribbon where there is one.

Parts as in ECMA-376 part 1 (SpreadsheetML) and MS-OFFMACRO; the same bytes on every system.
"""

from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

ADD_IN: Final = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
WORKBOOK: Final = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_VBA_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="{kind}"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "</Types>"
)
_SHEET = (
    f'<worksheet xmlns="{_MAIN}"><sheetPr codeName="{{sheet}}"/><dimension ref="A1"/>'
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
)
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><workbookPr codeName="{{workbook}}"/>'
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16000" windowHeight="9000"/></bookViews>'
    '<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    # Title and description are what Excel's list of add-ins shows.
    "<dc:title>项目督导</dc:title><dc:creator>dudao</dc:creator>"
    "<dc:description>台账识别、校验、进度、亮灯、督办和通报</dc:description></cp:coreProperties>"
)
_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Microsoft Excel</Application></Properties>'


def macro_workbook(kind: str, workbook: str, sheet: str, vba: bytes, ribbon: bytes | None = None) -> bytes:
    """Return a macro workbook of the kind ADD_IN or WORKBOOK; `workbook` and `sheet` are the code names in its VBA."""
    root = [
        (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    ]
    book = [
        (f"{_OFFICE}/relationships/worksheet", "worksheets/sheet1.xml"),
        (f"{_OFFICE}/relationships/styles", "styles.xml"),
        (_VBA_RELATION, "vbaProject.bin"),
    ]
    extra: dict[str, bytes] = {}
    if ribbon is not None:
        root.append((_RIBBON_RELATION, "customUI/customUI14.xml"))
        extra = {"customUI/customUI14.xml": ribbon}
    return _zipped(
        {
            "[Content_Types].xml": _xml(_CONTENT_TYPES.format(kind=kind)),
            "_rels/.rels": _relations(root),
            "xl/workbook.xml": _xml(_BOOK.format(workbook=workbook, sheet=sheet)),
            "xl/_rels/workbook.xml.rels": _relations(book),
            "xl/worksheets/sheet1.xml": _xml(_SHEET.format(sheet=sheet)),
            "xl/styles.xml": _xml(_STYLES),
            "xl/vbaProject.bin": vba,
            "docProps/core.xml": _xml(_CORE),
            "docProps/app.xml": _xml(_APP),
            **extra,
        }
    )


def _xml(content: str) -> bytes:
    return (_HEAD + content).encode()


def _relations(targets: list[tuple[str, str]]) -> bytes:
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>')


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return the package: stored, not deflated, because zlib's output differs from system to system."""
    output = BytesIO()
    with ZipFile(output, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, content)
    return output.getvalue()
