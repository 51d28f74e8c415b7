"""The tables of data behind the sheets: what they declare is used."""

import tomllib
from pathlib import Path

import pytest

import workbooks.sheets
from workbooks.sheets.orders import listed
from workbooks.sheets.table import MARKS
from workbooks.supervision.figures import Figures, Group

FOLDER = Path(workbooks.sheets.__file__).parent
ROOT = FOLDER.parents[1]
CODE = "".join(
    path.read_text("utf-8") for place in (ROOT / "workbooks", ROOT / "addin") for path in place.rglob("*.py")
)


def table(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def in_order(field: str, *names: str) -> list[str]:
    nothing = Figures(1, "万元", None, None, None, None, None, {})
    return [group.name for group in listed(field, [Group(field, None, False, name, nothing) for name in names], ())]


def test_every_text_is_said_somewhere():
    for part, texts in table("texts.toml").items():
        for name in texts if part != "names" else ():
            assert f"{part}.{name}" in CODE or f"{part}.{{" in CODE, f"{part}.{name}"


@pytest.mark.parametrize("sheet", table("columns.toml"))
def test_every_column_has_a_role_of_the_theme_and_room_for_its_heading(sheet):
    roles = {*table("theme.toml")["roles"], *MARKS}
    for column in table("columns.toml")[sheet]:
        assert column["role"] in roles
        assert column.get("widest", column["width"]) >= column["width"]
        for line in column["title"].split("\n"):
            assert len(line.encode("gb18030")) <= column["width"], column["title"]


def test_levels_go_from_the_state_down():
    assert in_order("level", "县（市、区）级", "A类", "乡镇级", "市级重点", "自治区级", "国家级") == [
        *("国家级", "自治区级", "市级重点", "县（市、区）级", "乡镇级", "A类"),
    ]


def test_natures_follow_a_projects_life():
    assert in_order("nature", "促竣工", "续建", "计划新开工", "前期", "储备", "谋划", "改扩建") == [
        *("谋划", "储备", "前期", "计划新开工", "改扩建", "续建", "促竣工"),
    ]


def test_other_fields_stay_as_ranked():
    assert in_order("region", "西县", "东县") == ["西县", "东县"]
