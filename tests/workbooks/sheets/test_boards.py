"""红黑榜, 评分表, 资金分配建议: what stands on the sheets."""

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.workbooks.sheets import examples
from tests.workbooks.sheets.reading import texts
from workbooks.boards import with_boards
from workbooks.ledger import Ledger
from workbooks.settings import Settings
from workbooks.sheets.rendering import render_boards
from workbooks.supervision import supervise

BEHIND = {
    "name": list("甲乙丙丁"),
    "region": ["东县", "西县", "南县", "北县"],
    "annual_plan": [100.0] * 4,
    "done_this_year": [70.0, 30.0, 30.0, 20.0],
}


def opened(*ledgers: Ledger, sets: tuple[str, ...] = ()) -> Workbook:
    settings = Settings.load(None, sets)
    supervision = supervise(ledgers, [], settings, examples.AS_OF, "quarter")
    return load_workbook(BytesIO(render_boards(with_boards(supervision, settings), settings)))


def test_red_stands_above_black_and_each_line_says_why():
    said = texts(opened(examples.ledger(BEHIND))["红黑榜"]).split("\n")
    red, black = said.index("★ 红榜　完成目标，得分前5名"), said.index("■ 黑榜　未完成目标，得分后4名")
    assert red < said.index("东县") < black < said.index("西县")
    assert "超过目标20个百分点，得分第1名，在前5名之内" in said
    assert "低于目标20个百分点，得分并列倒数第2名，在后4名之内" in said


def test_who_is_not_on_the_board_of_his_place_is_explained_under_it():
    sets = ("boards.basis=completion_rate", "boards.regions.red=2", "boards.regions.black=2")
    plans = {**BEHIND, "done_this_year": [49.0, 48.0, 30.0, 20.0]}
    said = texts(opened(examples.ledger(plans), sets=sets)["红黑榜"]).split("\n")
    assert said.index("说明：第1名东县、第2名西县未完成目标，不上红榜。") < said.index(
        "■ 黑榜　未完成目标，年度完成率后2名"
    )
    ahead = {**BEHIND, "done_this_year": [80.0, 70.0, 60.0, 60.0]}
    said = texts(opened(examples.ledger(ahead), sets=sets)["红黑榜"]).split("\n")
    assert said.index("说明：并列第3名北县、并列第3名南县完成目标，不上黑榜。") > said.index(
        "■ 黑榜　未完成目标，年度完成率后2名"
    )


def test_both_boards_of_a_series_stand_on_one_page():
    """After the towns' boards there is room for the departments' red one only."""
    places = ("boards.regions.red=1", "boards.regions.black=1", "boards.departments.red=1")
    towns, units = [f"{n}镇" for n in "甲乙丙丁戊己庚辛壬癸"], [f"县{n}局" for n in "甲乙丙丁戊己庚辛壬癸"]
    columns = {
        "name": towns, "region": towns, "responsible_unit": units, "annual_plan": [100.0] * 10,
        "done_this_year": [80.0, 79.0, 78.0, 77.0, 76.0, 30.0, 29.0, 28.0, 27.0, 26.0],
    }  # fmt: skip
    sheet = opened(examples.ledger(columns), sets=("boards.basis=completion_rate", *places))["红黑榜"]
    lines = [str(row[0] or "") for row in sheet.iter_rows(values_only=True)]
    second = next(at for at, line in enumerate(lines) if line.startswith("二、部门"))
    assert [each.id for each in sheet.row_breaks.brk] == [second]


def test_an_empty_board_says_that_nobody_is_on_it():
    ahead = {**BEHIND, "done_this_year": [70.0] * 4}
    said = texts(opened(examples.ledger(ahead))["红黑榜"])
    assert said.count("本期没有单位列入。") == 1


def test_a_board_without_places_is_not_there():
    said = texts(opened(examples.ledger(BEHIND), sets=("boards.regions.black=0",))["红黑榜"])
    assert "黑榜　" not in said and "红榜　" in said


def test_the_rule_names_what_the_settings_say():
    said = texts(opened(examples.ledger(BEHIND), sets=("boards.target=自定完成率", "boards.target_rate=55"))["红黑榜"])
    assert "入榜规则：完成率达到55%为完成目标；按得分排名" in said


def test_the_formula_stands_over_the_scores_as_it_is_set():
    said = texts(
        opened(examples.ledger(BEHIND), sets=("开工的分值=0", "投资进度的分值=70", "scores.bonus=0"))["评分表"]
    )
    assert "得分＝投资进度70分（" in said and "开工" not in said and "超额加分" not in said.split("\n")[2]


def test_a_part_that_nobody_is_scored_by_has_no_column_and_is_told_once():
    said = texts(opened(examples.ledger(BEHIND))["评分表"])
    assert "开工、竣工：台账里没有可评的" in said and "已/应" not in said


def test_a_part_that_one_unit_is_not_scored_by_is_a_dash():
    some = {**BEHIND, "planned_start": [examples.DateSpan(examples.AS_OF, examples.AS_OF), None, None, None]}
    sheet = opened(examples.ledger(some))["评分表"]
    (west,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "西县"]
    assert west.count("—") == 2 and "不评开工，分值摊到其余各项" in west


def test_of_a_suggestion_everything_is_called_one():
    columns = {**BEHIND, "total_investment": [500.0] * 4, "done_since_start": [100.0, 200.0, 300.0, 500.0]}
    sheet = opened(examples.ledger(columns), sets=("boards.pool=300",))["资金分配建议"]
    said = texts(sheet)
    assert "建议" in str(sheet["A1"].value) and "只是建议" in said
    assert all("建议" in title for title in said.split("\n") if "金额" in title or "占比" in title)


def test_its_total_is_that_of_the_units():
    columns = {**BEHIND, "total_investment": [500.0] * 4, "done_since_start": [100.0, 200.0, 300.0, 500.0]}
    sheet = opened(examples.ledger(columns), sets=("boards.pool=300",))["资金分配建议"]
    (total,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "合计"]
    assert total == (None, "合计", None, 900, 100, 300, 33.3)


def test_whose_needs_are_not_all_told_has_it_said():
    columns = {
        "name": list("甲乙丙"), "region": ["东县", "西县", "西县"], "annual_plan": [100.0] * 3,
        "done_this_year": [70.0, 30.0, 30.0], "total_investment": [500.0] * 3, "done_since_start": [100.0, 200.0, None],
    }  # fmt: skip
    sheet = opened(examples.ledger(columns), sets=("boards.pool=300",))["资金分配建议"]
    (west,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "西县"]
    assert west[-1] == "2个项目中1个算不出尚需投资"
    assert "没有开工的按总投资" in texts(sheet)


def test_where_nothing_is_left_to_be_invested_it_says_so():
    columns = {**BEHIND, "total_investment": [500.0] * 4, "done_since_start": [500.0] * 4}
    assert "都没有尚需投资" in texts(opened(examples.ledger(columns), sets=("boards.pool=300",))["资金分配建议"])


def test_the_formula_says_that_lights_cost_by_their_share_of_the_lit_projects():
    said = texts(opened(examples.ledger(BEHIND))["评分表"])
    assert "（按占红黄绿灯项目的比例，每一成红灯2分、黄灯0.5分，最多10分）" in said


def test_without_what_it_needs_it_says_what_to_do():
    said = texts(opened(examples.ledger(BEHIND), sets=("boards.pool=300",))["资金分配建议"])
    assert "算不出尚需投资（台账要有总投资和开工累计完成投资）" in said


def test_by_the_years_plan_it_asks_for_plan_and_done():
    some = {
        "name": list("甲乙丙丁"), "region": ["东县", "西县", "西县", "西县"], "nature": ["续建"] * 4,
        "annual_plan": [100.0, 100.0, None, None], "done_this_year": [70.0, None, None, None],
    }  # fmt: skip
    sets = ("boards.pool=300", "boards.need=this_year")
    said = texts(opened(examples.ledger(some), sets=sets)["资金分配建议"])
    assert "台账要有年度计划投资和累计完成投资" in said


def test_where_nobody_can_be_ranked_each_sheet_is_one_plain_line():
    book = opened(*examples.promotion(), sets=("boards.pool=300",))
    for sheet in book:
        assert len(texts(sheet).split("\n")) == 3, sheet.title
