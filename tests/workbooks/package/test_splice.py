"""Finished sheets in a clerk's workbook: added, replaced in place, dropped."""

import io
import re

import openpyxl
import openpyxl.chart
import pytest
import python_calamine
import xlsxwriter

from tests.workbooks.package.making import ODD, PIXEL, SHEETS, contents, fresh, ledger, raw_entries, rebuilt
from workbooks.package import Package, drop, our_sheets, splice

EDITED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"}


def spliced(data: bytes, sheets: bytes) -> bytes:
    package = Package.read(data)
    splice(package, sheets)
    return package.to_bytes()


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_it_says_what_the_sheets_are_called() -> None:
    package = Package.read(ledger())
    assert splice(package, fresh()) == list(SHEETS)
    assert our_sheets(package) == list(SHEETS)
    assert [sheet.name for sheet in package.sheets()] == ["明细表", "备注", "隐藏", *SHEETS]


@pytest.mark.parametrize("constant_memory", [False, True], ids=["shared strings", "inline strings"])
def test_the_sheets_hold_what_they_held(constant_memory: bool) -> None:
    sheets = fresh(constant_memory=constant_memory)
    before, after = book(sheets), book(spliced(ledger(), sheets))
    for name in SHEETS:
        old, new = before[name], after[name]
        assert [[cell.value for cell in row] for row in new] == [[cell.value for cell in row] for row in old]
        for row in old:
            for cell in row:
                other = new[cell.coordinate]
                assert other.number_format == cell.number_format
                assert (other.font.name, other.font.b) == (cell.font.name, cell.font.b)
                assert (other.fill.fgColor.rgb, other.border.left.style) == (
                    cell.fill.fgColor.rgb,
                    cell.border.left.style,
                )
                assert other.alignment.horizontal == cell.alignment.horizontal
                assert (other.hyperlink and other.hyperlink.location) == (cell.hyperlink and cell.hyperlink.location)
                assert (other.comment and other.comment.text) == (cell.comment and cell.comment.text)
        assert (new.print_area, new.print_title_rows) == (old.print_area, old.print_title_rows)
        assert (new.freeze_panes, new.auto_filter.ref) == (old.freeze_panes, old.auto_filter.ref)
        assert len(new._charts) == len(old._charts) == 1
        assert [str(v.sqref) for v in new.data_validations.dataValidation] == ["H1:H6"]
        rules = [rule for ranges in new.conditional_formatting for rule in ranges.rules]
        assert [r.dxf.font.color.rgb for r in rules if r.dxf] == ["FF9C0006"]
        assert len(new.tables) == len(old.tables)


def test_nothing_else_in_the_workbook_changes() -> None:
    data = ledger()
    before, after = raw_entries(data), raw_entries(spliced(data, fresh()))
    assert {name for name in before if before[name] != after.get(name)} == EDITED


def test_pictures_come_along() -> None:
    parts = contents(spliced(ledger(), fresh()))
    drawings = [name for name in parts if re.search(r"drawings/_rels/drawing\d+\.xml\.rels", name)]
    targets = {re.search(rb'Target="\.\./(media/[^"]*)"', parts[name])[1].decode() for name in drawings}
    assert len(drawings) == len(SHEETS)
    assert [parts[f"xl/{target}"] for target in targets] == [PIXEL]  # shared by both sheets


def test_again_replaces_in_place_and_leaves_nothing_behind() -> None:
    once = spliced(ledger(), fresh())
    assert spliced(once, fresh()) == once
    other = spliced(once, fresh(rows=30, constant_memory=True))
    assert book(other).sheetnames == book(once).sheetnames
    assert book(other)["亮灯表"]["A30"].value == "项目29"
    assert set(contents(other)) < set(contents(once))
    assert len(contents(other)["xl/styles.xml"]) - len(contents(once)["xl/styles.xml"]) < 400


def test_sheets_moved_by_the_clerk_are_replaced_where_they_stand() -> None:
    once = spliced(ledger(), fresh())

    def move(parts: dict[str, bytes]) -> None:
        text = parts["xl/workbook.xml"].decode()
        tags = re.findall(r"<sheet [^>]*/>", text)
        moved = [tags[3], *tags[:3], tags[4]]
        order = [3, 0, 1, 2, 4]
        text = text.replace("".join(tags), "".join(moved))
        text = re.sub(r'localSheetId="(\d)"', lambda m: f'localSheetId="{order.index(int(m[1]))}"', text)
        parts["xl/workbook.xml"] = text.encode()

    after = book(spliced(rebuilt(once, move), fresh(rows=20)))
    assert after.sheetnames == ["督导总览", "明细表", "备注", "隐藏", "亮灯表"]
    assert after["督导总览"]["A20"].value == "项目19"
    assert after["督导总览"].print_title_rows == "$1:$2"
    assert after["明细表"].print_area == "'明细表'!$A$1:$D$12"


def test_a_sheet_of_the_clerks_own_with_our_name_stays() -> None:
    data = ledger("督导总览", "明细表")
    package = Package.read(data)
    assert splice(package, fresh()) == ["督导总览2", "亮灯表"]
    assert splice(package, fresh()) == ["督导总览2", "亮灯表"]
    after = book(package.to_bytes())
    assert after["督导总览"]["B3"].value == "项目1 <甲&乙>"
    assert after["亮灯表"]["B13"].hyperlink.location == "督导总览2!A1"
    assert after["督导总览2"]["G1"].hyperlink.location == "'明细表'!A1"
    assert after["督导总览2"].print_area == "'督导总览2'!$A$1:$G$13"
    charts = [content for name, content in contents(package.to_bytes()).items() if "charts/chart" in name]
    assert sum("督导总览2!$B$1:$B$12".encode() in chart for chart in charts) == 1
    assert not any("'督导总览'!".encode() in chart or ">督导总览!".encode() in chart for chart in charts)


def test_links_to_a_renamed_sheet_follow_in_formulas_too() -> None:
    package = Package.read(ledger("亮灯表"))
    assert splice(package, fresh()) == ["督导总览", "亮灯表2"]
    assert book(package.to_bytes())["督导总览"]["D13"].value == "=亮灯表2!B2+1"


def test_a_long_name_makes_room_for_its_number() -> None:
    name = "很" * 31
    package = Package.read(ledger(name))
    assert splice(package, fresh(name)) == ["很" * 30 + "2"]


def test_a_sheet_of_ours_that_the_clerk_renamed_is_his() -> None:
    once = spliced(ledger(), fresh())
    renamed = rebuilt(
        once,
        lambda parts: parts.update(
            {"xl/workbook.xml": parts["xl/workbook.xml"].replace('name="督导总览"'.encode(), 'name="七月"'.encode())}
        ),
    )
    package = Package.read(renamed)
    assert splice(package, fresh()) == ["督导总览", "亮灯表"]
    assert [sheet.name for sheet in package.sheets()] == ["明细表", "备注", "隐藏", "七月", "亮灯表", "督导总览"]
    assert our_sheets(package) == ["七月", "亮灯表", "督导总览"]


def test_our_sheets_that_are_not_among_the_new_ones_stay_until_they_are_dropped() -> None:
    data = ledger()
    package = Package.read(spliced(data, fresh("督导总览", "亮灯表", "排名")))
    splice(package, fresh("亮灯表"))
    assert our_sheets(package) == ["督导总览", "亮灯表", "排名"]
    drop(package, ["督导总览", "明细表"])
    assert our_sheets(package) == ["亮灯表", "排名"]
    after = book(package.to_bytes())
    assert after["排名"].print_area == "'排名'!$A$1:$G$13"
    drop(package, our_sheets(package))
    before, kept = raw_entries(data), raw_entries(package.to_bytes())
    assert set(before) == set(kept)
    assert {name for name in before if before[name] != kept[name]} <= EDITED
    assert contents(package.to_bytes())["xl/workbook.xml"] == contents(data)["xl/workbook.xml"]


def test_the_last_visible_sheet_is_never_dropped() -> None:
    once = spliced(ledger(), fresh("总览"))

    def hide(parts: dict[str, bytes]) -> None:
        text = parts["xl/workbook.xml"].decode()
        for name in ("明细表", "备注"):
            text = text.replace(f'name="{name}"', f'name="{name}" state="hidden"')
        parts["xl/workbook.xml"] = text.encode()

    package = Package.read(rebuilt(once, hide))
    drop(package, ["总览"])
    assert our_sheets(package) == ["总览"]


def test_the_workbook_opens_where_it_opened_and_no_sheets_are_grouped() -> None:
    once = spliced(ledger(), fresh())
    assert book(once).active.title == "明细表"
    assert [sheet.title for sheet in book(once) if sheet.sheet_view.tabSelected] == ["明细表"]

    def activate_ours(parts: dict[str, bytes]) -> None:
        for name, content in parts.items():
            if "worksheets/sheet" in name:
                parts[name] = content.replace(b' tabSelected="1"', b"")
        text = parts["xl/workbook.xml"].decode()
        parts["xl/workbook.xml"] = text.replace("<workbookView ", '<workbookView activeTab="3" ').encode()

    again = book(spliced(rebuilt(once, activate_ours), fresh()))
    assert again.active.title == "督导总览"
    assert [sheet.title for sheet in again if sheet.sheet_view.tabSelected] == ["督导总览"]


def test_dates_stay_the_same_days_in_a_workbook_that_counts_from_1904() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"date_1904": True}) as target:
        target.add_worksheet("明细表").write("A1", 1)
    after = book(spliced(data.getvalue(), fresh()))
    assert after["亮灯表"]["F3"].value.isoformat() == "2025-05-03T00:00:00"
    assert after["亮灯表"]["B3"].value == 2
    back = book(spliced(ledger(), fresh(date1904=True)))
    assert back["亮灯表"]["F3"].value.isoformat() == "2025-05-03T00:00:00"


def test_the_calculation_chain_goes_only_when_it_names_a_replaced_sheet() -> None:
    def chained(sheet_id: int) -> bytes:
        def add(parts: dict[str, bytes]) -> None:
            main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
            parts["xl/calcChain.xml"] = b'<calcChain xmlns="%b"><c r="D3" i="%d"/></calcChain>' % (main, sheet_id)
            name = "xl/_rels/workbook.xml.rels"
            line = b'<Relationship Id="rIdCalc" Type="%b" Target="calcChain.xml"/></Relationships>' % kind
            parts[name] = parts[name].replace(b"</Relationships>", line)

        return rebuilt(spliced(ledger(), fresh()), add)

    assert "xl/calcChain.xml" in contents(spliced(chained(1), fresh()))
    assert "xl/calcChain.xml" not in contents(spliced(chained(4), fresh()))
    assert b"calcChain" not in contents(spliced(chained(4), fresh()))["xl/_rels/workbook.xml.rels"]


@pytest.mark.parametrize("said", ["督导总览!B3*2", "SUM('督导总览'!B2:B4)", "明细表!C3*2"])
@pytest.mark.parametrize("before", [b"", b'<calcPr calcId="191029"/>'])
def test_a_formula_that_speaks_of_a_replaced_sheet_is_calculated_anew(said: str, before: bytes) -> None:
    def write(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(b"C3*0.5", said.encode())
        parts["xl/workbook.xml"] = re.sub(rb"<calcPr[^>]*/>", before, parts["xl/workbook.xml"])

    once = rebuilt(spliced(ledger(), fresh()), write)
    listing = contents(spliced(once, fresh(rows=5)))["xl/workbook.xml"]
    assert (b'fullCalcOnLoad="1"' in listing) == ("督导总览" in said)
    assert (b"calcId" in listing) == bool(before)


def test_cells_with_a_style_out_of_range_do_not_pick_up_ours() -> None:
    def misstyle(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet3.xml"
        parts[name] = parts[name].replace(b'<c r="A1">', b'<c r="A1" s="12">')

    after = book(spliced(rebuilt(ledger(), misstyle), fresh()))
    cell = after["隐藏"]["A1"]
    assert (cell.number_format, cell.fill.patternType, cell.font.b) == ("General", None, False)


def test_tables_get_numbers_and_names_of_their_own() -> None:
    package = Package.read(spliced(ledger(), fresh()))
    splice(package, fresh("甲表", "乙表"))
    after = book(package.to_bytes())
    assert len({name for sheet in after for name in sheet.tables}) == 4
    tables = [content for name, content in contents(package.to_bytes()).items() if "tables/" in name]
    assert len({re.search(rb'<table [^>]*? id="(\d+)"', table)[1] for table in tables}) == 4


@pytest.mark.parametrize("kind", ODD)
def test_it_works_in_odd_packages(kind: str) -> None:
    data = ODD[kind](ledger())
    once = spliced(data, fresh())
    assert spliced(once, fresh()) == once
    package = Package.read(once)
    assert all(package.content_type(part) for part in package.parts() if part != "[Content_Types].xml")
    values = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(once))
    assert values.sheet_names == ["明细表", "备注", "隐藏", *SHEETS]
    assert values.get_sheet_by_name("亮灯表").to_python()[3][0] == "项目3"
    before, after = raw_entries(data), raw_entries(once)
    assert {name for name in before if before[name] != after.get(name)} <= EDITED
    if kind not in ("strict", "odd spelling"):  # openpyxl drops the sheets of such workbooks
        assert book(once)["亮灯表"]["E1"].number_format == "0.0%"


@pytest.mark.parametrize("kind", ["prefixed", "without addresses", "UTF-16", "without styles"])
def test_the_fresh_workbook_may_be_odd_too(kind: str) -> None:
    after = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(spliced(ledger(), ODD[kind](fresh()))))
    assert after.get_sheet_by_name("亮灯表").to_python()[3][:2] == ["项目3", 3]


def test_sheets_made_by_openpyxl_can_be_spliced() -> None:
    source = openpyxl.Workbook()
    source.active.title = "手工"
    source.active["B2"] = "文本"
    source.active["B3"] = 0.25
    source.active["B3"].number_format = "0.00%"
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(source.active, range_string="手工!B2:B3"))
    source.create_chartsheet("图").add_chart(chart)
    data = io.BytesIO()
    source.save(data)
    package = Package.read(ledger())
    assert splice(package, data.getvalue()) == ["手工", "图"]
    after = book(package.to_bytes())
    assert (after["手工"]["B2"].value, after["手工"]["B3"].number_format) == ("文本", "0.00%")
    assert after.chartsheets[0].title == "图"
