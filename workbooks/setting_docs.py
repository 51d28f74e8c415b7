"""How settings are told: in words for the sheet 督导设置 and for the manual's page docs/settings.md.

`python -m workbooks.setting_docs > docs/settings.md` makes the page from the declarations.
"""

from datetime import datetime
from math import isfinite

from workbooks.settings import Family, Setting, declared, families, groups

_INTRO = """# 设置

按钮“督导设置”（命令 `dudao settings 台账.xlsx`）在工作簿里放一张“督导设置”表，列出下面每一项，
在“取值”一列改，再点别的按钮就生效，随工作簿走。命令行写 `--set 名称=值`，设置文件（TOML，`--config 文件`）
写同样的名称。

**先后**：命令行优先于设置文件，设置文件优先于“督导设置”表，表优先于默认值。表里写错的一项会指出在哪一格、
该怎样写，这一项按默认值，其余照样有效；命令行和设置文件写错则不做，先请您改正。

名称可以写英文，也可以写中文标题：`--set lights.mode=比例` 和 `--set 亮灯方法=比例法` 是一回事。

```toml
[lights]
mode = "ratio"

[units]
"明细表" = "万元"

[fields."明细表"]
H3 = "年度计划投资"
```
"""
_HEAD = "| 名称 | 标题 | 含义 | 可选值 | 默认值 |\n|---|---|---|---|---|"


def as_markdown() -> str:
    """Return the page: every setting in groups, with meaning, allowed values and default."""
    parts = [_INTRO]
    for group, title in groups().items():
        rows = [_row(setting) for key, setting in declared().items() if key.split(".")[0] == group]
        rows += [_family_row(family) for family in families() if family.key.split(".")[0] == group]
        parts.append("\n".join([f"## {title}\n", _HEAD, *rows, ""]))
    return "\n".join(parts)


def _row(setting: Setting) -> str:
    allowed = _labels(dict(setting.choices)) if setting.choices else allowed_text(setting)
    default = setting.default if setting.choices else default_text(setting)
    return f"| `{setting.key}` | {setting.title} | {setting.meaning} | {allowed} | {default}{setting.unit} |"


def default_text(setting: Setting) -> str:
    """Return the default as a clerk reads it."""
    value = value_text(setting.default, setting)
    return f"{value:.10g}" if isinstance(value, float) else value


def value_text(value: object, setting: Setting | None = None) -> str | float:
    """Return a value as it stands in a cell: a number, a choice's label, 是 or 否, a list with commas."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float) and isfinite(value):
        return float(value)
    if isinstance(value, list | tuple):
        return ",".join(f"{member:g}" if isinstance(member, float) else str(member) for member in value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return setting.choices.get(str(value), str(value)) if setting else str(value)


def allowed_text(setting: Setting) -> str:
    """Return what a setting may be, for a clerk to read."""
    if setting.choices:
        return "、".join(setting.choices.values())
    if setting.kind == "switch":
        return "是、否"
    if setting.minimum is not None and setting.maximum is not None:
        return f"{setting.minimum:g} 至 {setting.maximum:g}"
    if setting.minimum is not None:
        return f"不小于 {setting.minimum:g}"
    return {"code": "检查代码", "date": "日期，如 2025-03-31", "text": "名称"}.get(setting.of or setting.kind, "")


def _family_row(family: Family) -> str:
    return f"| `{family.example}` | {family.title} | {family.meaning} | {_labels(dict(family.choices))} | |"


def _labels(choices: dict[str, str]) -> str:
    return "、".join(name if name == label else f"{name}（{label}）" for name, label in choices.items())


if __name__ == "__main__":
    print(as_markdown(), end="")
