"""Colours and notes on cells, and taking them away again."""

import io
import re

import openpyxl
import pytest

from tests.workbooks.package.making import ODD, contents, fresh, ledger, raw_entries, rebuilt
from workbooks.errors import WrongArgument
from workbooks.package import Mark, Package, mark, splice, unmark

RED, YELLOW = "FFC7CE", "FFEB9C"
MARKS = [
    Mark("明细表", "C4", RED, "有误：请核对\n第二行 <&>"),  # has the clerk's note
    Mark("明细表", "D5", RED, "公式格"),
    Mark("明细表", "B6", None, "只有批注"),
    Mark("明细表", "h30", YELLOW, "空白行"),
    Mark("明细表", "F21", YELLOW),  # an empty cell in a row with a look of its own
    Mark("隐藏", "A1", RED, "隐藏表"),
]


def marked(data: bytes, *marks: Mark) -> Package:
    package = Package.read(data)
    mark(package, marks or MARKS)
    return package


def book(package: Package) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(package.to_bytes()))


def colour(cell: openpyxl.cell.Cell) -> str | None:
    return cell.fill.fgColor.rgb[2:] if cell.fill.patternType == "solid" else None


def test_cells_are_coloured_and_annotated() -> None:
    after = book(marked(ledger()))
    sheet = after["明细表"]
    assert [colour(sheet[cell]) for cell in ("C4", "D5", "B6", "H30", "F21")] == [RED, RED, None, YELLOW, YELLOW]
    assert [sheet[cell].comment.text for cell in ("D5", "B6", "H30")] == ["公式格", "只有批注", "空白行"]
    assert {sheet[cell].comment.author for cell in ("D5", "B6", "H30")} == {"项目督导"}
    assert after["隐藏"]["A1"].comment.text == "隐藏表"


def test_only_the_fill_of_the_cell_changes() -> None:
    before, after = book(Package.read(ledger()))["明细表"], book(marked(ledger()))["明细表"]
    for row in before.iter_rows():
        for cell in row:
            other = after[cell.coordinate]
            assert other.value == cell.value
            for look in ("font", "border", "alignment", "number_format", "protection"):
                assert repr(getattr(other, look)) == repr(getattr(cell, look))
            if cell.coordinate not in ("C4", "D5", "F21"):
                assert repr(other.fill) == repr(cell.fill)
    assert after["F21"].number_format == "0.00"  # the row's own look


def test_the_clerks_own_note_stays_and_ours_is_handed_back() -> None:
    package = Package.read(ledger())
    assert mark(package, MARKS) == [MARKS[0]]
    assert book(package)["明细表"]["C4"].comment.text == "办事员自己的批注"


def test_a_cell_with_a_threaded_comment_keeps_it() -> None:
    def thread(parts: dict[str, bytes]) -> None:
        main = b"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
        kind = b"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
        comment = b'<ThreadedComments xmlns="%b"><threadedComment ref="A1" id="{1}"><text>a</text></threadedComment>'
        parts["xl/threadedComments/threadedComment1.xml"] = comment % main + b"</ThreadedComments>"
        name = "xl/worksheets/_rels/sheet3.xml.rels"
        line = b'<Relationship Id="rId1" Type="%b" Target="../threadedComments/threadedComment1.xml"/>' % kind
        packages = b"http://schemas.openxmlformats.org/package/2006/relationships"
        parts[name] = b'<Relationships xmlns="%b">%b</Relationships>' % (packages, line)

    package = Package.read(rebuilt(ledger(), thread))
    wanted = Mark("隐藏", "A1", RED, "我方")
    assert mark(package, [wanted, Mark("隐藏", "B1", RED, "我方")]) == [wanted]


def test_several_marks_on_a_cell_are_put_together() -> None:
    marks = [Mark("明细表", "D5", None, "一"), Mark("明细表", "D5", RED, "二"), Mark("明细表", "$d$5", YELLOW, "三")]
    cell = book(marked(ledger(), *marks))["明细表"]["D5"]
    assert (colour(cell), cell.comment.text) == (RED, "一\n二\n三")


def test_each_note_has_its_shape() -> None:
    parts = contents(marked(ledger()).to_bytes())
    vml = parts["xl/drawings/vmlDrawing1.vml"]
    places = re.findall(rb"<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", vml)
    assert places == [(b"3", b"2"), (b"4", b"3"), (b"5", b"1"), (b"29", b"7")]
    numbers = re.findall(rb'id="_x0000_s(\d+)"', vml)
    assert len(set(numbers)) == 4


def test_marking_again_replaces_the_earlier_marks() -> None:
    package = marked(ledger())
    mark(package, [Mark("明细表", "A5", RED, "新")])
    assert package.to_bytes() == marked(ledger(), Mark("明细表", "A5", RED, "新")).to_bytes()


@pytest.mark.parametrize(
    "wrong", [Mark("没有", "A1"), Mark("明细表", "A0"), Mark("明细表", "XFE1"), Mark("明细表", "A1", "红")]
)
def test_a_mark_that_makes_no_sense_is_refused(wrong: Mark) -> None:
    with pytest.raises(WrongArgument):
        mark(Package.read(ledger()), [wrong])


def test_unmarking_gives_back_every_part_byte_for_byte() -> None:
    data = ledger()
    package = marked(data)
    assert unmark(package) == len(MARKS)
    assert raw_entries(package.to_bytes()) == raw_entries(data)


def test_unmarking_an_unmarked_workbook_does_nothing() -> None:
    package = Package.read(ledger())
    assert unmark(package) == 0
    assert package.to_bytes() == ledger()


@pytest.mark.parametrize("kind", ODD)
def test_odd_packages_are_marked_and_unmarked(kind: str) -> None:
    data = ODD[kind](ledger())
    package = marked(data)
    if kind not in ("strict", "odd spelling"):  # openpyxl drops the sheets of such workbooks
        sheet = book(package)["明细表"]
        assert [colour(sheet[cell]) for cell in ("C4", "D5", "H30")] == [RED, RED, YELLOW]
    package = Package.read(package.to_bytes())
    assert unmark(package) == len(MARKS)
    assert contents(package.to_bytes()) == contents(data)


def test_splicing_in_between_changes_nothing_for_unmark() -> None:
    data = ledger()
    package = Package.read(data)
    splice(package, fresh())
    sheets = {name: content for name, content in contents(package.to_bytes()).items() if "worksheets/" in name}
    mark(package, MARKS)
    splice(package, fresh(rows=40, constant_memory=True))
    package = Package.read(package.to_bytes())
    assert unmark(package) == len(MARKS)
    after = contents(package.to_bytes())
    for part in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"):
        assert after[part] == sheets[part]
    before, kept = raw_entries(data), raw_entries(package.to_bytes())
    edited = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"}
    assert {name for name in before if before[name] != kept[name]} == edited
    assert not [name for name in kept if "customXml" in name]


def test_marks_on_a_sheet_of_ours_go_with_it() -> None:
    package = Package.read(ledger())
    splice(package, fresh())
    once = package.to_bytes()
    mark(package, [Mark("亮灯表", "A1", RED, "注"), Mark("明细表", "A5", RED, "注")])
    splice(package, fresh())
    assert unmark(package) == 1
    assert contents(package.to_bytes()) == contents(once)


# After the clerk has saved the workbook elsewhere


def saved_elsewhere(data: bytes) -> bytes:
    """Return the workbook as a program saves it that numbers styles anew and keeps custom XML parts."""
    kept = {name: content for name, content in contents(data).items() if name.startswith("customXml/")}
    source = openpyxl.load_workbook(io.BytesIO(data))
    source["明细表"].insert_rows(5)
    saved = io.BytesIO()
    source.save(saved)

    def keep(parts: dict[str, bytes]) -> None:
        parts.update(kept)
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
        name = "xl/_rels/workbook.xml.rels"
        line = b'<Relationship Id="rIdX" Type="%b" Target="/customXml/item1.xml"/></Relationships>' % kind
        parts[name] = parts[name].replace(b"</Relationships>", line)

    return rebuilt(saved.getvalue(), keep)


def test_after_saving_in_excel_our_colours_and_notes_still_go_wherever_the_rows_went() -> None:
    package = Package.read(saved_elsewhere(marked(ledger()).to_bytes()))
    assert colour(book(package)["明细表"]["D6"]) == RED
    assert unmark(package) > 0
    after = book(package)
    sheet = after["明细表"]
    found = {cell.coordinate: colour(cell) for row in sheet.iter_rows() for cell in row if colour(cell)}
    assert set(found.values()) <= {"FFFF00", "D9E1F2"}
    assert (found["C4"], found["C8"]) == ("FFFF00", "FFFF00")  # what lay under our colours
    notes = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
    assert notes == ["办事员自己的批注"]
    assert after["隐藏"]["A1"].comment is None


def test_after_saving_in_libreoffice_colours_go_by_their_place_and_notes_by_their_words() -> None:
    data = marked(ledger()).to_bytes()
    source = openpyxl.load_workbook(io.BytesIO(data))
    saved = io.BytesIO()
    source.save(saved)

    def forget(parts: dict[str, bytes]) -> None:
        """Do what LibreOffice does: authors and hidden colours are lost, custom XML hangs on the package."""
        for name in [name for name in parts if "comments" in name]:
            parts[name] = parts[name].replace("项目督导".encode(), b"").replace("<author>办事员".encode(), b"<author>")
        parts["xl/styles.xml"] = re.sub(rb"<bgColor [^>]*/>", b"", parts["xl/styles.xml"])
        parts.update({name: content for name, content in contents(data).items() if name.startswith("customXml/")})
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
        line = b'<Relationship Id="rIdX" Type="%b" Target="../customXml/item1.xml"/></Relationships>' % kind
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", line)

    package = Package.read(rebuilt(saved.getvalue(), forget))
    assert colour(book(package)["明细表"]["D5"]) == RED
    assert unmark(package) == 5
    sheet = book(package)["明细表"]
    assert [colour(sheet[cell]) for cell in ("C4", "D5", "H30", "F21")] == ["FFFF00", None, None, "FFFF00"]
    assert [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment] == ["办事员自己的批注"]
    assert not [part for part in package.parts() if "customXml" in part]


def test_a_note_of_ours_into_which_the_clerk_has_written_stays() -> None:
    data = saved_elsewhere(marked(ledger()).to_bytes())

    def answer(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if "comments" in name]:
            parts[name] = parts[name].replace("只有批注".encode(), "只有批注——已核实".encode())

    package = Package.read(rebuilt(data, answer))
    unmark(package)
    notes = [cell.comment.text for row in book(package)["明细表"].iter_rows() for cell in row if cell.comment]
    assert notes == ["办事员自己的批注", "只有批注——已核实"]


def test_without_the_journal_marks_on_plain_cells_and_all_notes_go() -> None:
    source = openpyxl.load_workbook(io.BytesIO(marked(ledger()).to_bytes()))
    saved = io.BytesIO()
    source.save(saved)
    package = Package.read(saved.getvalue())
    unmark(package)
    sheet = book(package)["明细表"]
    assert (colour(sheet["D5"]), colour(sheet["H30"])) == (None, None)
    assert [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment] == ["办事员自己的批注"]


def test_a_colour_of_the_clerks_own_that_looks_like_ours_stays() -> None:
    data = ledger()

    def recolour(parts: dict[str, bytes]) -> None:
        parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b"FFFFFF00", b"FFFFC7CE")

    package = marked(rebuilt(data, recolour))
    unmark(package)
    assert colour(book(package)["明细表"]["C5"]) == RED
