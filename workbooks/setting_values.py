"""Values of settings as a clerk writes them, brought to what the code expects, or refused with what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbooks.errors import WrongArgument

if TYPE_CHECKING:
    from workbooks.settings import Family, Setting

_YES = frozenset({"是", "开", "启用", "true", "yes", "on", "1"})
_NO = frozenset({"否", "关", "停用", "false", "no", "off", "0"})
_SEPARATORS = re.compile(r"[,，、;；\s]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def read_value(setting: Setting, value: object) -> Any:
    """Return the value in the setting's own type; raise WrongArgument with what is allowed."""
    if setting.kind == "number":
        return _number(setting, value)
    if setting.kind == "choice":
        return choice(setting.key, setting, value)
    if setting.kind == "switch":
        return _switch(setting, value)
    if setting.kind == "list":
        return _list(setting, value)
    if setting.kind == "date":
        return _date(setting, value) if str(value).strip() else ""
    return str(value)


def choice(key: str, of: Setting | Family, value: object) -> str:
    """Return the value that a clerk names by itself, its label or an alias, in whatever case."""
    written = str(value).strip()
    names = {label: name for name, label in of.choices.items()} | dict(of.aliases) | {name: name for name in of.choices}
    folded = {name.casefold(): meant for name, meant in names.items()}
    meant = folded.get(written.casefold())
    if meant is None:
        allowed = "、".join(name if name == label else f"{name}（{label}）" for name, label in of.choices.items())
        raise WrongArgument(f"设置 {key}（{of.title}）只能是 {allowed}，不能是“{written}”")
    return meant


def code_of_rule(written: str, key: str) -> str:
    """Return a check's code in capitals; raise WrongArgument where there is no such check."""
    code = written.strip().translate(_FULL_WIDTH).upper()
    if code not in _codes():
        near = next((known for known in sorted(_codes()) if known[1:] == code[1:]), None)
        hint = f"，是不是 {near}？" if near else "，代码见 docs/checks.md"
        raise WrongArgument(f"设置 {key}：没有代码为“{code}”的检查{hint}")
    return code


def field_name(key: str, value: object) -> str:
    """Return the canonical field that a clerk names by itself (annual_plan) or by a usual header (年度计划投资)."""
    from udfs.values.text import normalise
    from workbooks.recognition.dictionary import entries

    written = str(value).strip()
    if written in entries():
        return written
    header = normalise(written)
    fields = [name for name, entry in entries().items() if header in map(normalise, entry.exact)]
    if not fields:
        raise WrongArgument(
            f"设置 {key}：没有“{written}”这种列，请写常用的表头（如 年度计划投资）或字段名（如 annual_plan）"
        )
    return fields[0]


def unit_name(key: str, value: object) -> str:
    """Return the unit in its canonical spelling; raise WrongArgument for what is no unit."""
    from udfs.values.units import unit_named

    unit = unit_named(str(value))
    if unit is None:
        raise WrongArgument(f"设置 {key}：不认识单位“{value}”，可写 万元、亿元、千元、元、万美元、亩 等")
    return unit.name


def reason(key: str, value: object) -> str:
    """Return a 正当理由 or 不可抗力 as written; raise WrongArgument where none is stated."""
    from udfs.exemptions import stated_exemption

    stated = stated_exemption("" if value is None else str(value))
    if not stated:
        raise WrongArgument(f"设置 {key} 要写理由，如 洪水冲毁便道（不可抗力），不能是“{value}”")
    return stated


def project_name(key: str, value: object) -> str:
    """Return a project's name as written; raise WrongArgument where there is none."""
    name = "" if value is None else str(value).strip()
    if not name:
        raise WrongArgument(f"设置 {key} 要写项目现在的名称，不能空着")
    return name


@cache
def _codes() -> frozenset[str]:
    table: Mapping[str, Any] = tomllib.loads(
        (Path(__file__).parent / "checks" / "rules.toml").read_text(encoding="utf-8")
    )
    return frozenset(rule["code"] for rule in table["rule"])


def _number(setting: Setting, value: object) -> float | int:
    number = _as_number(value)
    low, high = setting.minimum, setting.maximum
    within = number is not None and (low is None or number >= low) and (high is None or number <= high)
    if number is None or not within or (setting.whole and number != int(number)):
        kind = "整数" if setting.whole else "数"
        bounds = [f"不小于{low:g}" if low is not None else "", f"不大于{high:g}" if high is not None else ""]
        limits = "、".join(bound for bound in bounds if bound)
        need = f"要写{limits}的{kind}" if limits else f"要写{kind}"
        raise WrongArgument(f"设置 {setting.key}（{setting.title}）{need}，不能是“{value}”")
    return int(number) if setting.whole else number


def _as_number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        number = float(str(value).strip().translate(_FULL_WIDTH).replace("−", "-"))
    except ValueError:
        return None
    return number if number - number == 0 else None


def _switch(setting: Setting, value: object) -> bool:
    written = str(value).strip().casefold()
    if written not in _YES | _NO:
        raise WrongArgument(f"设置 {setting.key}（{setting.title}）只能是 是、否，不能是“{value}”")
    return written in _YES


def _list(setting: Setting, value: object) -> list[Any]:
    members = _members(value)
    if setting.of == "code":
        return [code_of_rule(str(member), setting.key) for member in members]
    if setting.of == "text":
        return [str(member).strip() for member in members]
    if setting.of == "date":
        return [_date(setting, member) for member in members]
    numbers = [_as_number(member) for member in members]
    wrong = any(number is None or (setting.minimum is not None and number < setting.minimum) for number in numbers)
    if wrong or (setting.lengths and len(numbers) not in setting.lengths):
        count = f"{'个或'.join(str(length) for length in setting.lengths)}个" if setting.lengths else ""
        raise WrongArgument(f"设置 {setting.key}（{setting.title}）要写{count}不小于0的数，用逗号隔开，不能是“{value}”")
    return numbers


def _members(value: object) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, date):
        return [value]
    return [part for part in _SEPARATORS.split(str(value)) if part]


def _date(setting: Setting, value: object) -> date:
    """Return a day, as a cell holds it or as clerks write it: 2025-03-31, 2025.3.31, 2025年3月31日."""
    from udfs.values.cells import DateSpan
    from udfs.values.dates import read_date

    read = read_date(value if isinstance(value, date) else str(value)).value
    if not isinstance(read, DateSpan) or read.first is None or read.first != read.last:
        raise WrongArgument(f"设置 {setting.key}（{setting.title}）要写日期，如 2025-03-31，不能是“{value}”")
    return read.first
