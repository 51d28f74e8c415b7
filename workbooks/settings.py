"""Settings: thresholds, texts' forms, switches of the checks, and the clerk's answers to questions.

What can be set stands in `settings.toml`; `workbooks.setting_values` reads each value. Precedence: `--set KEY=VALUE`
over the TOML file over the workbook's sheet 督导设置 over the defaults. A wrong key or value is refused by
`WrongArgument`, which names it and says what is allowed; one on the sheet is kept as a problem, and the rest holds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from workbooks.errors import WrongArgument
from workbooks.setting_values import choice, code_of_rule, field_name, project_name, read_value, reason, unit_name

if TYPE_CHECKING:
    from udfs.lights import LightRules

Kind = Literal["number", "choice", "switch", "text", "list", "date"]

_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}", re.ASCII)
_NOT_HIGHER = (
    ("lights.red_gap", "lights.yellow_gap"),
    ("lights.red_ratio", "lights.yellow_ratio"),
    ("lights.register_yellow_months", "lights.register_red_months"),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as declared. choices: value → label; aliases: other words for a value.

    of: what a list's members are, `number`, `code` (of a check), `text` or `date`; lengths: how many a list may have,
    any if empty.
    """

    key: str
    title: str
    meaning: str
    kind: Kind
    default: Any
    choices: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    unit: str = ""
    of: str = ""
    lengths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Settings whose key ends in a free part: a rule's code, a sheet and header cell, or a project's or unit's name.

    names: what that name is the name of.
    """

    key: str
    example: str
    title: str
    meaning: str
    of: Literal["code", "field", "unit", "reason", "name"]
    names: str = "项目名称"
    choices: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A setting as written on the sheet 督导设置. key: its name or title; sheet, cell: where its value stands (A1)."""

    key: str
    value: object
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A setting on the sheet 督导设置 that doesn't hold. message: a Chinese sentence on what is wrong."""

    sheet: str
    cell: str
    message: str

    @property
    def line(self) -> str:
        """Return the sentence that tells the clerk."""
        return f"【{self.sheet}】{self.cell}：{self.message.removesuffix('。')}，这一项没有采用。"


@cache
def declared() -> Mapping[str, Setting]:
    """Return every setting by its key, in the order of the sheet 督导设置."""
    rows = _table()["setting"]
    return {row["key"]: Setting(**{**row, "lengths": tuple(row.get("lengths", ()))}) for row in rows}


@cache
def families() -> tuple[Family, ...]:
    """Return the families of settings with a free part in their key."""
    return tuple(Family(**row) for row in _table()["family"])


def groups() -> Mapping[str, str]:
    """Return the Chinese names of the groups: the first part of a key → its title."""
    return dict(_table()["groups"])


class Settings(Mapping[str, Any]):
    """The settings in force: `settings["lights.mode"]`. Iterates over the declared keys and the answers given."""

    def __init__(self, given: Mapping[str, object] | None = None) -> None:
        self._given = {}
        for written, value in (given or {}).items():
            key = _known_key(written)
            self._given[key] = _read(key, value)
        self._places: dict[str, Written] = {}
        self.problems: tuple[Problem, ...] = ()
        for _, message in self._contradictions():
            raise WrongArgument(message)

    def _contradictions(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the settings that can't hold together, and the sentence that says so."""
        for low, high in _NOT_HIGHER:
            if self[low] > self[high]:
                titles = declared()[low].title, declared()[high].title
                said = f"设置 {low}（{titles[0]}）不能高于 {high}（{titles[1]}）：{self[low]:g} > {self[high]:g}"
                yield (low, high), said
        if self["progress.basis"] == "weights" and not sum(self["progress.weights"]):
            yield ("progress.weights",), "设置 progress.weights（序时进度的权重）不能全为 0"
        weights = tuple(key for key in declared() if key.startswith("scores.weights."))
        if not any(self[key] for key in weights):
            yield weights, "设置 scores.weights（各项分值）不能全为 0"

    @classmethod
    def load(cls, config: Path | None = None, sets: Sequence[str] = (), sheet: Sequence[Written] = ()) -> Settings:
        """Return the settings of `KEY=VALUE` texts, of a TOML file, and of the sheet 督导设置, the first first.

        Raises WrongArgument for a file that can't be read, a key that doesn't exist and a value that isn't allowed;
        what is wrong on the sheet stands in `problems`.
        """
        given = _flat(_read_toml(config)) if config else {}
        given = {_known_key(key): value for key, value in given.items()}
        for text in sets:
            key, value = _assignment(text)
            given[_known_key(key)] = value
        settings = cls(given)
        settings._add(sheet)
        return settings

    def _add(self, sheet: Sequence[Written]) -> None:
        """Take in what the sheet says and nobody else: each by itself, so that the rest holds where one is wrong."""
        first: dict[str, Written] = {}
        for written in sheet:
            try:
                key = _known_key(written.key)
                if key in first:
                    raise WrongArgument(f"设置 {key} 写了两次，以{first[key].cell}为准")
                first[key] = written
                value = _read(key, written.value)
                if key not in self._given and (key not in declared() or value != declared()[key].default):
                    self._given[key] = value
                    self._places[key] = written
            except WrongArgument as wrong:
                self.problems += (Problem(written.sheet, written.cell, wrong.message),)
        for keys, message in [*self._contradictions()]:
            for key in keys:
                self.reject(key, message)

    def reject(self, key: str, message: str) -> bool:
        """Give up what the sheet 督导设置 says of a setting, and note why; return False where it isn't the sheet's."""
        written = self._places.pop(key, None)
        if written is None:
            return False
        del self._given[key]
        self.problems += (Problem(written.sheet, written.cell, message),)
        return True

    @property
    def given(self) -> Mapping[str, Any]:
        """Return only what was set, by key."""
        return dict(self._given)

    def __getitem__(self, key: str) -> Any:
        return self._given[key] if key in self._given else declared()[key].default

    def __iter__(self) -> Iterator[str]:
        yield from declared()
        yield from (key for key in self._given if key not in declared())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def as_json(self) -> dict[str, Any]:
        """Return each setting with its value, where it is from (default, sheet, given), and what doesn't hold."""
        return {
            "settings": [
                {
                    "key": key,
                    "title": _title(key),
                    "value": _as_json(self[key]),
                    "default": declared()[key].default if key in declared() else None,
                    "source": "sheet" if key in self._places else "given" if key in self._given else "default",
                }
                for key in self
            ],
            "problems": [
                {"sheet": problem.sheet, "cell": problem.cell, "message": problem.message} for problem in self.problems
            ],
        }

    def answers(self, table: Literal["fields", "units"] | str, sheet: str) -> dict[str, str]:
        """Return the clerk's answers for a sheet: header cell → field or unit; the whole sheet's unit under ``""``."""
        start = f"{table}.{sheet}"
        found = {key[len(start) :]: value for key, value in self._given.items() if key.startswith(start)}
        return {rest.lstrip("."): value for rest, value in found.items() if not rest or _CELL.fullmatch(rest[1:])}

    @property
    def exemptions(self) -> Mapping[str, str]:
        """Return the reasons of the projects that are exempt, by the project's name as compared (`name_key`)."""
        return self._by_name("exempt.")

    @property
    def excuses(self) -> Mapping[str, str]:
        """Return the reasons of the units that aren't put on the black board, by the unit's name as compared."""
        return self._by_name("boards.exempt.")

    @property
    def renamed(self) -> Mapping[str, str]:
        """Return the projects that bear another name now: the old name as compared (`name_key`) → the new one."""
        return self._by_name("renamed.")

    def _by_name(self, start: str) -> Mapping[str, str]:
        from udfs.values.text import name_key

        return {name_key(k.removeprefix(start)): v for k, v in self._given.items() if k.startswith(start)}

    def light_rules(self) -> LightRules:
        """Return the thresholds of the lights."""
        from udfs.lights import LightRules

        return LightRules(**{rule.name: self[f"lights.{rule.name}"] for rule in fields(LightRules)})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("settings.toml").read_text(encoding="utf-8"))


@cache
def _titles() -> Mapping[str, str]:
    return {setting.title: key for key, setting in declared().items()}


def _as_json(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _title(key: str) -> str:
    known = declared().get(key) or next(family for family in families() if key.startswith(family.key))
    return known.title


def _known_key(written: str) -> str:
    """Return the canonical key of a key or Chinese title; free parts are checked and kept."""
    key = written.strip()
    key = _titles().get(key, key)
    if key in declared():
        return key
    family = next((family for family in families() if key.startswith(family.key)), None)
    if family is None:
        near = get_close_matches(key, [*declared(), *_titles(), *(f.example for f in families())], 1, 0.5)
        hint = f"，是不是 {near[0]}" if near else "，可用的设置见 docs/settings.md"
        raise WrongArgument(f"没有“{key}”这项设置{hint}？" if near else f"没有“{key}”这项设置{hint}")
    return _free_key(key, family)


def _free_key(key: str, family: Family) -> str:
    rest = key[len(family.key) :]
    if family.of == "code":
        return family.key + code_of_rule(rest, key)
    if family.of in ("reason", "name"):
        if not rest.strip():
            raise WrongArgument(f"设置 {key} 要写明{family.names}，例如 {family.example}")
        return family.key + rest.strip()
    sheet, _, cell = rest.rpartition(".")
    if sheet and _CELL.fullmatch(cell.upper()):
        return f"{family.key}{sheet}.{cell.upper()}"
    if family.of == "field" or not rest:
        raise WrongArgument(f"设置 {key} 要写明工作表和表头单元格，例如 {family.example}")
    return key


def _read(key: str, value: object) -> Any:
    if key in declared():
        return read_value(declared()[key], value)
    family = next(family for family in families() if key.startswith(family.key))
    if family.of == "field":
        return field_name(key, value)
    if family.of == "unit":
        return unit_name(key, value)
    if family.of == "reason":
        return reason(key, value)
    if family.of == "name":
        return project_name(key, value)
    return choice(key, family, value)


def _assignment(text: str) -> tuple[str, str]:
    """Return key and value of `KEY=VALUE`; a sheet's name in the key may hold `=` itself."""
    free = text.strip().startswith(("fields.", "units.", "exempt.", "renamed.", "boards.exempt."))
    key, sign, value = text.rpartition("=") if free else text.partition("=")
    if not sign or not key.strip():
        raise WrongArgument(f"“{text}”不是 名称=值 的写法，例如 lights.mode=ratio")
    return key, value.strip()


def _read_toml(config: Path) -> dict[str, Any]:
    try:
        content = config.read_bytes()
    except OSError:
        raise WrongArgument(f"读不了设置文件 {config.name}，请检查路径和权限") from None
    try:
        return tomllib.loads(_decoded(content, config.name))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        at = f"第{where[1]}行第{where[2]}列" if where else "末尾"
        raise WrongArgument(f"设置文件 {config.name} {at}不合 TOML 的写法，请改正后重试") from None


def _decoded(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):  # the second: saved by an old Notepad
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise WrongArgument(f"设置文件 {name} 不是文本文件")


def _flat(table: Mapping[str, Any], start: str = "") -> dict[str, Any]:
    """Return the nested tables as one, keys joined by dots."""
    flat: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{start}{name}."))
        else:
            flat[start + name] = value
    return flat
