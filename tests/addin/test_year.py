"""A year in the life of a city's ledger: whatever happens in it is found in its half-month, and nothing else."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.addin.conftest import Dudao
from workbooks.baseline import read_baseline
from workbooks.history import read_history
from workbooks.hosts.file import FileHost
from workbooks.samples.year import HALF_MONTHS, LEDGER, Year, end_of, orders_of

Found = set[tuple[int, str, int]]


class Life:
    """The workbook as it goes through the year, and what the commands found in it."""

    def __init__(self, dudao: Dudao, folder: Path) -> None:
        self.dudao, self.year = dudao, Year()
        self.path = Path(shutil.copy(LEDGER, folder / "云岭市2026年重点项目台账.xlsx"))
        self.out = folder / "结果.xlsx"
        self.found: dict[str, Found] = {name: set() for name in ("check", "report", "compare", "baseline", "supervise")}
        self.standings: dict[int, dict[str, int]] = {}
        self.boards: dict[int, list[str]] = {}
        self.noticed: dict[int, int] = {}
        self.names: dict[str, int] = {}

    def run(self, command: str, *more: object, kept: bool = False) -> Any:
        where = ("--in-place",) if kept else ("-o", self.out)
        said = self.dudao(command, self.path, *more, *where, "--json")
        assert said.code in (0, 1), said.err
        for backup in self.path.parent.glob("*备份*"):
            backup.unlink()
        return said.json

    def begin(self) -> None:
        sets = [f"renamed.{old}={new}" for old, new in self.year.confirmed().items()]
        options = [option for each in ("periods.kind=半月", *sets) for option in ("--set", each)]
        self.run("settings", *options, kept=True)

    def half_month(self, number: int) -> None:
        """Let a half-month pass: what the units report, what the supervision office does, what the commands say."""
        for order in orders_of(self.year, number):
            self.order(order)
        self.year.write(self.path, number)
        rows = self.year.rows(number)
        self.names |= {str(row[2]): at for at, row in rows.items()}
        as_of = ("--as-of", end_of(number))
        said = self.dudao("check", self.path, *as_of, "--json").json
        self.note("check", number, ((issue["code"], issue["project"]) for issue in said["issues"]))
        report = self.run("report", *as_of)
        lit = ((project["light"], project["name"]) for project in report["projects"])
        self.note("report", number, ((light, name) for light, name in lit if light != "green"))
        if number > 1:
            said = self.run("compare", *as_of)
            self.note("compare", number, ((change["kind"], change["name"]) for change in said["changes"]))
        kept = self.run("snapshot", *as_of, kept=True)
        self.noticed[number] = len(kept["noticed"])
        if number == 2:
            self.run("baseline", "--freeze", *as_of, kept=True)
        if number >= 2:
            self.hold_against_baseline(number)
        said = self.run("supervise", *as_of, kept=True)
        items = {item["item"]: item["project"] for item in said["items"]}
        self.note("supervise", number, (("proposed", self.coded(items[item], rows)) for item in said["proposed"]))
        figures = said["statistics"]
        self.standings[number] = {name: figures[name] for name in ("due", "closed", "overdue", "late")}
        assert said["noticed"] == [] and said["refused"] == []
        if number % 6 == 0:
            self.quarter(number, len(rows))

    def quarter(self, number: int, projects: int) -> None:
        """Run at the end of a quarter what isn't run each half-month."""
        as_of = ("--as-of", end_of(number))
        boards = self.run("boards", *as_of)
        self.boards[number] = [unit["unit"] for series in boards["series"] for unit in series["black"]]
        kind, more = {6: ("季", 3), 12: ("半年", 1), 18: ("季", 3), 24: ("年", 2)}[number]
        standing = 1  # 督办情况
        assert len(self.run("report", *as_of, "--period", kind)["sheets"]) == 5 + standing + more
        assert self.run("supervise", *as_of, "--slips")["slips"] == "督办单"
        (ledger,) = self.dudao("inspect", self.path, "--json").json["ledgers"]
        assert (ledger["kind"], ledger["projects"]) == ("progress", projects)
        assert [*self.run("progress", *as_of)["columns"]] == [ledger["sheet"]]
        before = self.path.read_bytes()
        self.dudao("snapshot", self.path, *as_of, "--in-place")
        assert self.dudao("undo", self.path).code == 0 and self.path.read_bytes() == before

    def order(self, order: dict[str, Any]) -> None:
        words = [
            "--as-of",
            order["on"],
            *(word for name, text in order.get("new", {}).items() for word in (f"--{name}", text)),
        ]
        for name, option in (("item", "--item"), ("note", "--note"), ("until", "--deadline")):
            words += [option, order[name]] if name in order else []
        said = self.run("supervise", order["action"], *words, kept=True)
        (done,) = said["done"]
        if "deadline" in order:
            assert (
                next(i["deadline"] for i in said["items"] if i["item"] == done["item"]) == order["deadline"].isoformat()
            )

    def hold_against_baseline(self, number: int) -> None:
        for event in self.year.events:
            if event.approved and event.approved["at"] == number:
                self.approve(event.projects[0], event.approved["number"])
        said = self.run("baseline", "--check", "--as-of", end_of(number))
        assert said["noticed"] == []
        for verdict, more in (("breaches", ""), ("unclear", " unclear"), ("approved", " approved")):
            self.note("baseline", number, ((one["kind"] + more, one["name"]) for one in said[verdict]))

    def approve(self, project: int, document: str) -> None:
        host = FileHost(self.path)
        baseline = read_baseline(host.book)
        assert baseline is not None
        name = self.year.rows(1)[project][2]
        row = next(row for row, frozen in baseline.rows.items() if frozen.entry.name == name)
        host.write_rows(baseline.sheet, row, [baseline.columns["approval"]], [[document]], row)
        host.save_in_place("填批准文号")

    def tamper(self, field: str, value: object) -> None:
        """Change a cell of 督导历史, or with no field empty a row."""
        host = FileHost(self.path)
        history = read_history(host.book)
        assert history is not None
        row = [*history.blocks[2].rows][5 if field else 9]
        columns = [history.columns[field]] if field else [*history.columns.values()]
        host.write_rows(history.sheet, row, columns, [[value] * len(columns)], row)
        host.save_in_place("改历史")

    def note(self, command: str, half_month: int, found: Iterable[tuple[str, str]]) -> None:
        self.found[command] |= {(half_month, what, self.names.get(name, -1)) for what, name in found}

    def coded(self, project: str, rows: dict[int, list[Any]]) -> str:
        """Return the name of the project that an item names by its code."""
        return next((str(row[2]) for row in rows.values() if row[1] == project), project)


def test_every_planted_event_is_found_and_nothing_else(dudao: Dudao, tmp_path: Path) -> None:
    life = Life(dudao, tmp_path)
    life.begin()
    for number in range(1, HALF_MONTHS + 1):
        life.half_month(number)
        if number == 19:
            life.tamper("done_this_year", 1.0)
        if number == 21:
            life.tamper("", None)
    expected = {command: life.year.expected(command) for command in life.found}
    nothing: dict[str, list[tuple[int, str, int]]] = {command: [] for command in expected}
    assert {command: sorted(found - expected[command]) for command, found in life.found.items()} == nothing
    assert {command: sorted(expected[command] - found) for command, found in life.found.items()} == nothing
    told = {
        entry["at"]: {name: entry[name] for name in ("due", "closed", "overdue", "late")}
        for entry in life.year.standings
    }
    assert {at: life.standings[at] for at in told} == told
    assert life.boards == {entry["at"]: entry["black"] for entry in life.year.boards}
    assert {number for number, count in life.noticed.items() if count} == set(range(20, 25))
    assert [life.noticed[number] for number in (19, 20, 21, 22)] == [0, 1, 1, 2]
