"""Properties: whatever the workbook and whatever the order of edits, nothing of the clerk's changes or gets lost."""

import io
import warnings
import zipfile

import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbooks.package.making import contents, fresh, ledger, rebuilt, zipped
from workbooks.errors import Refusal
from workbooks.package import (
    Column,
    Mark,
    Package,
    drop,
    mark,
    our_columns,
    our_sheets,
    splice,
    unmark,
    write_columns,
)

CALM = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
FRESH = [fresh("督导总览", "亮灯表", rows=3), fresh("亮灯表", "排名", rows=5, constant_memory=True)]

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\n_", exclude_categories=["Cc", "Cs"]), max_size=8)
values = st.one_of(st.none(), texts, st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9), st.booleans())
names = st.lists(
    st.sampled_from(["明细表", "督导总览", "亮灯表", "Sheet 1", "A1", "甲's"]), min_size=1, max_size=3, unique=True
)
cells = st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 8)), values, max_size=25)


@st.composite
def by_xlsxwriter(draw: st.DrawFn) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    looks = [
        book.add_format(look)
        for look in ({}, {"bg_color": "#FFC7CE"}, {"border": 1, "num_format": "0.00"}, {"bold": True, "pattern": 4})
    ]
    for number, name in enumerate(draw(names)):
        sheet = book.add_worksheet(name)
        for (row, column), value in draw(cells).items():
            sheet.write(row, column, value, draw(st.sampled_from(looks)))
        if draw(st.booleans()):
            sheet.merge_range(20, 0, 21, 3, "合并", looks[3])
        if draw(st.booleans()):
            sheet.write_comment(draw(st.integers(0, 5)), 1, "办事员", {"author": "办事员"})
        if draw(st.booleans()):
            sheet.set_row(draw(st.integers(0, 14)), 30, looks[1])
            sheet.set_column(2, draw(st.integers(2, 16383)), 5, looks[2])
        if number and draw(st.booleans()):
            sheet.hide()
        if draw(st.booleans()):
            sheet.print_area(0, 0, 5, 5)
    book.close()
    return data.getvalue()


@st.composite
def by_openpyxl(draw: st.DrawFn) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name in draw(names):
        sheet = book.create_sheet(name)
        for (row, column), value in draw(cells).items():
            cell = sheet.cell(row + 1, column + 1)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if draw(st.booleans()):
                cell.fill = openpyxl.styles.PatternFill("solid", fgColor="FFEB9C")
        if draw(st.booleans()):
            sheet["B2"].comment = openpyxl.comments.Comment("办事员", "办事员")
        if draw(st.booleans()):
            sheet.merge_cells("A15:C16")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


workbooks = st.one_of(by_xlsxwriter(), by_openpyxl())
steps = st.lists(
    st.tuples(
        st.sampled_from(["splice", "splice other", "mark", "unmark", "write", "clear", "drop", "reopen"]),
        st.integers(0, 2),
        st.lists(
            st.tuples(st.integers(0, 25), st.integers(0, 12), st.sampled_from([None, "FFC7CE", "FFEB9C"]), texts),
            max_size=5,
        ),
    ),
    max_size=7,
)


def snapshot(data: bytes, sheets: list[str]) -> dict[tuple[str, str], object]:
    """Return values, looks and notes of these sheets."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data))
    found: dict[tuple[str, str], object] = {}
    for name in sheets:
        sheet = book[name]
        found[name, "state"] = (sheet.sheet_state, sheet.print_area, sorted(str(m) for m in sheet.merged_cells.ranges))
        for row in sheet.iter_rows():
            for cell in row:
                look = (
                    cell.number_format,
                    cell.fill.fgColor.rgb,
                    cell.fill.patternType,
                    cell.font.b,
                    cell.border.left.style,
                )
                note = cell.comment.text if cell.comment else None
                if cell.value is not None or note or cell.has_style:
                    found[name, cell.coordinate] = (cell.value, look, note)
    return found


@CALM
@given(workbooks, steps)
def test_any_sequence_of_edits_can_be_taken_back(data: bytes, todo: list[tuple[str, int, list[tuple]]]) -> None:
    package = Package.read(data)
    clerks = [sheet.name for sheet in package.sheets()]
    before = snapshot(data, clerks)
    for step, which, points in todo:
        sheet = clerks[which % len(clerks)]
        if step == "splice":
            assert splice(package, FRESH[0]) == splice(package, FRESH[0])
        elif step == "splice other":
            splice(package, FRESH[1])
        elif step == "mark":
            from workbooks.grid import address

            mark(package, [Mark(sheet, address(row, column), fill, note or None) for row, column, fill, note in points])
        elif step == "unmark":
            unmark(package)
            assert unmark(package) == 0
        elif step == "write":
            columns = {20 + column: {} for _, column, _, _ in points}
            for row, column, _, note in points:
                columns[20 + column][row] = note or 0.5
            assert write_columns(package, sheet, [Column(c, v, like=c - 20) for c, v in columns.items()]) == []
        elif step == "clear":
            write_columns(package, sheet, [])
            assert our_columns(package, sheet) == []
        elif step == "drop":
            drop(package, our_sheets(package)[:1])
        else:
            package = Package.read(package.to_bytes())
        assert [one.name for one in package.sheets() if one.name not in our_sheets(package)] == clerks

    assert set(before) <= set(snapshot(package.to_bytes(), clerks))
    unmark(package)
    for sheet in clerks:
        write_columns(package, sheet, [])
    drop(package, our_sheets(package))
    after = snapshot(package.to_bytes(), clerks)
    assert {place: after[place] for place in before} == before
    assert all(value[0] is None and value[2] is None for place, value in after.items() if place not in before)
    assert zipfile.ZipFile(io.BytesIO(package.to_bytes())).testzip() is None


@CALM
@given(workbooks, st.lists(st.tuples(st.integers(0, 25), st.integers(0, 12), texts), min_size=1, max_size=8))
def test_unmarking_gives_back_the_very_parts(data: bytes, points: list[tuple[int, int, str]]) -> None:
    from workbooks.grid import address

    package = Package.read(data)
    sheet = package.sheets()[0].name
    mark(package, [Mark(sheet, address(row, column), "FFC7CE", note or None) for row, column, note in points])
    package = Package.read(package.to_bytes())
    assert unmark(package) == len({point[:2] for point in points})
    assert contents(package.to_bytes()) == contents(data)


def edit_everything(data: bytes) -> bytes:
    package = Package.read(data)
    splice(package, FRESH[0])
    sheet = next((s.name for s in package.sheets() if s.part and s.kind == "worksheet"), "")
    mark(package, [Mark(sheet, "B2", "FFC7CE", "注"), Mark(sheet, "B30", "FFC7CE", None)])
    write_columns(package, sheet, [Column(30, {1: "头", 2: 0.5}, like=1, width=9, number_format="0.0%")])
    unmark(package)
    drop(package, our_sheets(package))
    return package.to_bytes()


LEDGER = ledger()
PARTS = contents(LEDGER)


@settings(CALM, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(LEDGER) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_corrupted_file_is_refused_or_works(changes: list[tuple[int, int]]) -> None:
    data = bytearray(LEDGER)
    for place, value in changes:
        data[place] = value
    try:
        Package.read(edit_everything(bytes(data)))
    except Refusal as refusal:
        assert refusal.message


@settings(CALM, max_examples=250)
@given(
    st.sampled_from([name for name in PARTS if name.endswith((".xml", ".rels", ".vml"))]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(
        [b"", b"<", b">", b'"', b"/>", b"<a>", b"</row>", b'<c r="B2"/>', b"<!--", b"]]>", b"9", b"-1", b"x:", b"\xff"]
    )), min_size=1, max_size=3),
)  # fmt: skip
def test_broken_xml_inside_a_sound_archive_is_refused_or_works(
    part: str, changes: list[tuple[float, int, bytes]]
) -> None:
    content = PARTS[part]
    for place, length, new in changes:
        at = int(place * len(content))
        content = content[:at] + new + content[at + length :]
    try:
        Package.read(edit_everything(zipped({**PARTS, part: content})))
    except Refusal as refusal:
        assert refusal.message


@settings(CALM, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    for candidate in (data, b"PK\3\4" + data, b"PK\5\6" + data):
        try:
            Package.read(candidate)
        except Refusal:
            continue
        raise AssertionError("accepted")


@settings(CALM, max_examples=60)
@given(st.sampled_from([name for name in PARTS if name != "xl/workbook.xml"]))
def test_a_missing_part_is_refused_or_not_needed(part: str) -> None:
    data = rebuilt(LEDGER, lambda parts: parts.pop(part))
    try:
        edit_everything(data)
    except Refusal as refusal:
        assert refusal.message
