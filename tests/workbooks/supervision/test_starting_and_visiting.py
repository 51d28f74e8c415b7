"""集中开工 and 观摩: which projects a quarter's and a half-year's list name (S2, S3; domain.md b4)."""

from datetime import date

from tests.workbooks.sheets import examples
from udfs.values.cells import DateSpan
from workbooks.settings import Settings
from workbooks.supervision import supervise
from workbooks.supervision.figures import Supervision
from workbooks.supervision.starting import starting
from workbooks.supervision.visiting import visits

SETTINGS = Settings()


def on(text: str) -> DateSpan:
    day = date.fromisoformat(f"2026-{text}")
    return DateSpan(day, day)


def quarter(rows: dict[str, tuple[object, object, float]], as_of: date = date(2026, 6, 30)) -> Supervision:
    """Return the second quarter of projects: name → planned start, actual start, done."""
    columns: dict[str, list[object]] = {
        "name": list(rows),
        "planned_start": [planned for planned, _, _ in rows.values()],
        "actual_start": [actual for _, actual, _ in rows.values()],
        "annual_plan": [100.0] * len(rows),
        "done_this_year": [done for _, _, done in rows.values()],
    }
    return supervise([examples.ledger(columns)], [], SETTINGS, as_of, "quarter")


def test_a_quarters_beginnings_are_those_of_its_three_months() -> None:
    rows: dict[str, tuple[object, object, float]] = {
        "下季首日": (on("07-01"), None, 0.0),
        "下季末日": (on("09-30"), None, 0.0),
        "再下季": (on("10-01"), None, 0.0),
        "下季的提前了": (on("07-31"), on("05-01"), 10.0),
        "逾期": (on("03-31"), None, 0.0),
        "当月应开": (on("06-30"), None, 0.0),
        "上季开的": (on("03-01"), on("03-31"), 20.0),
        "本季首日": (on("03-01"), on("04-01"), 20.0),
        "没写开工但有投资": (on("08-31"), None, 5.0),
        "没有时间": (None, None, 0.0),
    }
    found = [(each.begin, each.project.name) for each in starting(quarter(rows))]
    assert found == [
        ("begun", "下季的提前了"),
        ("begun", "本季首日"),
        ("overdue", "逾期"),
        ("overdue", "当月应开"),
        ("coming", "下季首日"),
        ("coming", "下季末日"),
    ]


def test_before_the_first_quarter_has_ended_there_is_none() -> None:
    assert starting(quarter({"甲": (on("01-31"), on("01-15"), 1.0)}, date(2026, 2, 28))) == []


def test_a_unit_shows_projects_of_different_industries_on_which_most_was_done() -> None:
    done = [90.0, 80.0, 70.0, 60.0, 95.0, 1.0, 85.0]
    columns: dict[str, list[object]] = {
        "name": ["路一", "路二", "厂", "田", "已完工", "落后", "别镇"],
        "region": ["东镇"] * 6 + ["西镇"],
        "industry": ["交通", "交通", "工业", "农业", "交通", "旅游", "交通"],
        "annual_plan": [100.0] * 7,
        "done_this_year": done,
        "actual_finish": [None, None, None, None, on("05-01"), None, None],
    }
    supervision = supervise([examples.ledger(columns)], [], SETTINGS, date(2026, 6, 30), "half_year")
    assert [project.name for project in visits(supervision, 3)] == ["路一", "厂", "田", "别镇"]
    assert [project.name for project in visits(supervision, 4)] == ["路一", "厂", "田", "路二", "别镇"]
    assert [project.name for project in visits(supervision, 1)] == ["路一", "别镇"]
