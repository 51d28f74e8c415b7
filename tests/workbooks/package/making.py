"""Workbooks for the tests of package editing: ledgers, fresh sheets, and packages as other programs write them."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable

import xlsxwriter

SHEETS = ("督导总览", "亮灯表")
MADE = datetime.datetime(2025, 1, 1)  # else XlsxWriter notes the second, and two of a kind differ


def ledger(*names: str, clerk_notes: bool = True) -> bytes:
    """Return a clerk's ledger: styles, merges, a formula, notes, a hidden sheet, defined names."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"created": MADE})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2", "text_wrap": True})
    cell = book.add_format({"border": 1, "font_name": "宋体"})
    yellow = book.add_format({"border": 1, "bg_color": "#FFFF00", "num_format": "0.00"})
    for name in names or ("明细表", "备注"):
        sheet = book.add_worksheet(name)
        sheet.merge_range("A1:D1", "2025年重点项目明细表", head)
        sheet.write_row("A2", ["序号", "项目名称", "年度计划投资（万元）", "累计完成投资（万元）"], head)
        for row in range(2, 12):
            sheet.write_number(row, 0, row - 1, cell)
            sheet.write_string(row, 1, f"项目{row - 1} <甲&乙>", cell)
            sheet.write_number(row, 2, 1000 * row, yellow)
            sheet.write_formula(row, 3, f"=C{row + 1}*0.5", cell, 500 * row)
        if clerk_notes:
            sheet.write_comment("C4", "办事员自己的批注", {"author": "办事员"})
        sheet.set_column("B:B", 30)
        sheet.set_row(20, 30, yellow)
        sheet.print_area("A1:D12")
        sheet.repeat_rows(0, 1)
    hidden = book.add_worksheet("隐藏")
    hidden.hide()
    hidden.write("A1", 1)
    book.define_name("总数", f"='{(names or ('明细表',))[0]}'!$C$3:$C$12")
    book.close()
    return data.getvalue()


def fresh(
    *names: str, rows: int = 12, constant_memory: bool = False, to: str = "明细表", date1904: bool = False
) -> bytes:
    """Return a fresh workbook like those that the renderer makes: everything that sheets of ours may hold."""
    data = io.BytesIO()
    options = {"in_memory": True, "constant_memory": constant_memory, "default_date_format": "yyyy-mm-dd"}
    book = xlsxwriter.Workbook(data, options | {"date_1904": date1904})
    book.set_properties({"created": MADE})
    percent = book.add_format({"num_format": "0.0%", "bg_color": "#C6EFCE", "border": 1})
    head = book.add_format({"bold": True, "font_name": "黑体", "align": "center", "bg_color": "#D9E1F2"})
    red = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
    names = names or SHEETS
    for name in names:
        sheet = book.add_worksheet(name)
        for row in range(rows):
            sheet.write_row(row, 0, [f"项目{row}", row, row / 7, '"甲" <乙> & s="3"'])
            sheet.write(row, 4, 0.5, percent)
            sheet.write_datetime(row, 5, datetime.datetime(2025, 5, 1 + row % 28))
            sheet.write_url(row, 6, f"internal:'{to}'!A{row + 1}", string="转到")
        sheet.write(rows, 0, "标题", head)
        sheet.write_url(rows, 1, f"internal:'{names[0]}'!A1", string="回到总览")
        sheet.write_url(rows, 2, "https://example.com/?a=1&b=2")
        sheet.write_formula(rows, 3, f"='{names[-1]}'!B2+1", None, 2)
        sheet.conditional_format(0, 2, rows, 2, {"type": "cell", "criteria": ">", "value": 1, "format": red})
        sheet.conditional_format(0, 1, rows, 1, {"type": "data_bar"})
        sheet.data_validation(0, 7, 5, 7, {"validate": "list", "source": ["是", "否"]})
        sheet.repeat_rows(0, 1)
        sheet.print_area(0, 0, rows, 6)
        sheet.autofilter(0, 0, rows - 1, 5)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页 共 &N 页")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": [name, 0, 0, rows - 1, 0], "values": [name, 0, 1, rows - 1, 1]})
        sheet.insert_chart("J2", chart)
        sheet.insert_image("J20", "red.png", {"image_data": io.BytesIO(PIXEL)})
        if not constant_memory:
            sheet.write_rich_string(rows + 1, 0, "普通", head, "粗体", " 后")
            sheet.write_comment(1, 1, "注")
            sheet.add_table(rows + 3, 0, rows + 5, 1, {"columns": [{"header": "甲"}, {"header": "乙"}]})
    book.close()
    return data.getvalue()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def contents(data: bytes) -> dict[str, bytes]:
    """Return the unpacked parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def raw_entries(data: bytes) -> dict[str, bytes]:
    """Return each zip entry as it lies in the file: local header, packed data, data descriptor."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        starts = sorted([info.header_offset for info in entries] + [package.start_dir])
        found = {}
        for info in entries:
            end = starts[starts.index(info.header_offset) + 1]
            found[info.filename] = data[info.header_offset : end]
        return found


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return the package with its parts changed by `change`."""
    parts = contents(data)
    change(parts)
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return data.getvalue()


def with_prefix(data: bytes) -> bytes:
    """Return the workbook as some writers have it: every element of the main namespace with a prefix."""

    def prefix(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if re.search(r"workbook\.xml$|sheet\d+\.xml$|styles\.xml$|sharedStrings\.xml$|comments\d+\.xml$", name):
                content = re.sub(rb"<(/?)([A-Za-z]\w*)(?=[\s/>])", rb"<\1x:\2", content)
                parts[name] = content.replace(
                    b' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
                    b' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
                )

    return rebuilt(data, prefix)


def strict(data: bytes) -> bytes:
    """Return the workbook in the strict namespaces."""

    def convert(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if name.endswith((".xml", ".rels")):
                for old, new in (
                    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
                    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
                    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
                ):  # fmt: skip
                    content = content.replace(old, new)
                parts[name] = content

    return rebuilt(data, convert)


def without_addresses(data: bytes) -> bytes:
    """Return the workbook with rows and cells that don't say where they stand."""

    def strip(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if re.search(r"worksheets/sheet\d+\.xml$", name)]:
            content = re.sub(rb"<row r=\"21\"[^>]*/>|<row r=\"21\".*?</row>", b"", parts[name])
            parts[name] = re.sub(rb"(<(?:c|row)) r=\"[A-Z]*\d+\"", rb"\1", content)

    return rebuilt(data, strip)


def in_utf16(data: bytes) -> bytes:
    """Return the workbook with sheets and workbook.xml in UTF-16, which is legal."""

    def encode(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if re.search(r"sheet\d+\.xml$|workbook\.xml$|styles\.xml$", name)]:
            parts[name] = parts[name].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")

    return rebuilt(data, encode)


def without_styles(data: bytes) -> bytes:
    """Return the workbook without a style table."""

    def drop(parts: dict[str, bytes]) -> None:
        del parts["xl/styles.xml"]
        types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
        parts[types] = re.sub(rb"<Override PartName=\"/xl/styles.xml\"[^>]*/>", b"", parts[types])
        parts[relations] = re.sub(rb"<Relationship [^>]*styles.xml\"/>", b"", parts[relations])
        for name in [name for name in parts if re.search(r"worksheets/sheet\d+\.xml$", name)]:
            parts[name] = re.sub(rb"(<(?:c|row)[^>]*?) s=\"\d+\"", rb"\1", parts[name])

    return rebuilt(data, drop)


def with_odd_spelling(data: bytes) -> bytes:
    """Return the workbook with backslashes and other case in part names, absolute targets, no default for `rels`."""

    def spell(parts: dict[str, bytes]) -> None:
        types = "[Content_Types].xml"
        parts[types] = re.sub(rb"<Default Extension=\"rels\"[^>]*/>", b"", parts[types])
        parts[types] = parts[types].replace(
            b"</Types>",
            b"".join(
                b'<Override PartName="%b" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                % part
                for part in (f"/{name}".encode() for name in parts if name.endswith(".rels"))
            )
            + b"</Types>",
        )
        relations = "xl/_rels/workbook.xml.rels"
        parts[relations] = re.sub(rb"Target=\"(worksheets/[^\"]*)\"", rb'Target="/xl/\1"', parts[relations])
        parts["xl\\worksheets\\Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")

    return rebuilt(data, spell)


ODD = {
    "prefixed": with_prefix,
    "strict": strict,
    "without addresses": without_addresses,
    "UTF-16": in_utf16,
    "without styles": without_styles,
    "odd spelling": with_odd_spelling,
}
