"""Who and what the sample ledgers speak of: drawn from the tables with a fixed seed, never the same name twice."""

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from rapidfuzz.fuzz import ratio

from workbooks.samples.make.tables import table

T = TypeVar("T")

TOO_ALIKE = 76
"""Project names this alike (percent) would pass for one project typed twice."""


class Inventor:
    """A source of names, texts and figures; the same seed gives the same ones."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self._people: set[str] = set()
        self._projects: list[str] = []
        self._subjects: list[tuple[dict[str, Any], str]] = []

    def one_of(self, choices: Sequence[T]) -> T:
        """Return any of `choices`."""
        return choices[self.random.randrange(len(choices))]

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return self.random.randint(low, high)

    def amount(self, low: float, high: float, step: int) -> int:
        """Return a multiple of `step` between `low` and `high`, small ones more often than large ones."""
        share = self.random.random() ** 2
        return max(step, int((low + (high - low) * share) // step) * step)

    def person(self) -> str:
        """Return a name that nobody in this ledger bears yet."""
        people = table("people")
        while True:
            name: str = self.one_of(people["surnames"]) + self.one_of(people["given"])
            if name not in self._people and name[0] != name[-1]:
                self._people.add(name)
                return name

    def leaders(self, titles: Sequence[str]) -> list[str]:
        """Return one leader for each title, as ledgers write them: `副县长 赵启明`."""
        return [f"{title} {self.person()}" for title in titles]

    def subject(self, kinds: Sequence[str] | None = None) -> tuple[dict[str, Any], str]:
        """Return a kind of project and a bare name of it, each name once before any comes again."""
        if not self._subjects:
            self._subjects = [(kind, name) for kind in table("subjects")["kind"] for name in kind["names"]]
            self.random.shuffle(self._subjects)
        for place, (kind, _) in enumerate(self._subjects):
            if kinds is None or kind["industry"] in kinds:
                return self._subjects.pop(place)
        self._subjects = []
        return self.subject(kinds)

    def project_name(self, bare: str, place: str, town: str, kind: dict[str, Any], firm: str) -> str | None:
        """Return the full name, or None where another project of this ledger is called much the same."""
        head = place
        if kind["builder"] == "firm":
            head = self.one_of([place, place, town, firm])
        elif "{town}" not in bare and town[-1] in "镇乡":
            head = self.one_of([place, place, town])
        name = head + bare.format(town=town, a=self.between(*kind["a"]))
        if name[-2:] not in ("工程", "项目", "基地", "平台") and self.random.random() < 0.8:
            name += "项目" if kind["builder"] == "firm" else "工程"
        if any(ratio(name, other) >= TOO_ALIKE for other in self._projects):
            return None
        self._projects.append(name)
        return name

    def content(self, kind: dict[str, Any]) -> str:
        """Return what is built, with figures."""
        return str(self.one_of(kind["contents"])).format(a=self.between(*kind["a"]), b=self.between(*kind["b"]))

    def firm(self) -> str:
        """Return the short name of a company."""
        return str(self.one_of(table("people")["firms"]))

    def owner(self, kind: dict[str, Any], place: str, firm: str) -> str:
        """Return who builds: a department or company of the place, or a firm."""
        if kind["builder"] == "firm":
            return f"{self.one_of(['云岭', place[:2], ''])}{firm}{kind['owner']}"
        return f"{place}{kind['owner']}"

    def fill(self, text: str) -> str:
        """Return a text of the tables with its figures put in."""
        return text.format(n=self.between(2, 9), p=5 * self.between(5, 18))
