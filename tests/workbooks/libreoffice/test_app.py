"""LibreOffice as a program: what it shows, counts and asks; and what xlwings keeps of it."""

import pytest
import xlwings
from xlwings import App, Book, Sheet


def test_it_has_a_version_and_a_process(office: App) -> None:
    assert office.version.major >= 7
    assert office.pid > 0
    assert (office.engine.name, office.engine.type) == ("libreoffice", "desktop")


def test_it_is_among_the_programs_of_its_engine(office: App) -> None:
    office.activate()
    assert office.engine.apps[office.pid] == office
    assert office.engine.apps.active == office
    assert office.pid in list(office.engine.apps.keys())
    with pytest.raises(KeyError):
        _ = office.engine.apps[-1]


def test_where_there_is_no_excel_xlwings_own_words_mean_it(office: App, book: Book) -> None:
    office.activate()
    book.activate()
    assert xlwings.apps.active == office
    assert xlwings.books.active == book
    xlwings.Range("B2").value = 5
    assert book.sheets.active["B2"].value == 5.0


def test_the_status_bar_shows_a_text_until_it_is_the_program_s_again(office: App, book: Book) -> None:
    assert office.status_bar is False
    for text in ("正在生成…", "还剩一半…"):
        office.status_bar = text
        assert office.status_bar == text
    office.status_bar = False
    assert office.status_bar is False


def test_an_alert_without_a_window_is_refused(office: App) -> None:
    assert len(office.books) == 0
    with pytest.raises(NotImplementedError, match=r"App\.alert"):
        office.alert("看见了吗？")


def test_nothing_is_selected_without_a_workbook(office: App) -> None:
    assert len(office.books) == 0
    assert office.selection is None


def test_calculation_is_automatic_or_manual(office: App, sheet: Sheet) -> None:
    sheet["A1:B1"].value = [1, "=A1*2"]
    assert office.calculation == "automatic"
    office.calculation = "manual"
    try:
        assert office.calculation == "manual"
        sheet["A1"].value = 5
        assert sheet["B1"].value == 2.0
        office.calculate()
        assert sheet["B1"].value == 10.0
    finally:
        office.calculation = "automatic"
    with pytest.raises(NotImplementedError, match="semiautomatic"):
        office.calculation = "semiautomatic"


def test_rows_keep_their_height_while_the_screen_is_not_updated(office: App, sheet: Sheet) -> None:
    low = sheet["A1"].row_height
    office.screen_updating = False
    try:
        assert office.screen_updating is False
        sheet["A1"].value = "一\n二\n三"
        later = office.books.add()
        later.sheets[0]["A1"].value = "一\n二\n三"
        assert (sheet["A1"].row_height, later.sheets[0]["A1"].row_height) == (low, low)
    finally:
        office.screen_updating = True
    assert office.screen_updating is True
    for each in (sheet, later.sheets[0]):
        each["A2"].value = "一\n二\n三"
        assert each["A2"].row_height > 2 * low
    assert not sheet.book.api.hasControllersLocked()


@pytest.mark.parametrize("setting", ["display_alerts", "enable_events"])
def test_settings_that_libreoffice_lacks_are_kept(office: App, setting: str) -> None:
    assert getattr(office, setting) is True
    setattr(office, setting, False)
    assert getattr(office, setting) is False
    setattr(office, setting, True)


def test_settings_are_put_back_by_xlwings_own_words(office: App, book: Book) -> None:
    with office.properties(screen_updating=False, display_alerts=False, status_bar="忙", calculation="manual"):
        assert (office.screen_updating, office.status_bar, office.calculation) == (False, "忙", "manual")
    assert (office.screen_updating, office.display_alerts, office.calculation) == (True, True, "automatic")
    assert office.status_bar is False


def test_what_was_copied_is_forgotten(office: App, sheet: Sheet) -> None:
    assert office.cut_copy_mode is None
    sheet["A1"].copy()
    assert office.cut_copy_mode == "copy"
    office.cut_copy_mode = False
    assert office.cut_copy_mode is None


def test_a_program_that_runs_stays_seen_or_unseen(office: App) -> None:
    assert office.visible is False
    office.visible = False
    with pytest.raises(NotImplementedError, match=r"App\.visible"):
        office.visible = True
