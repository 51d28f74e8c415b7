"""The manual's page of settings, made from the declarations: `python -m workbooks.setting_docs > docs/settings.md`."""

from workbooks.settings import Family, Setting, declared, families, groups

_INTRO = """# 设置

命令行写 `--set 名称=值`，设置文件（TOML，`--config 文件`）写同样的名称；命令行优先于设置文件，设置文件优先于默认值。
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
    default = ",".join(f"{member:g}" for member in setting.default) if setting.kind == "list" else setting.default
    shown = f"{default:g}" if isinstance(default, float) else str(default)
    return f"| `{setting.key}` | {setting.title} | {setting.meaning} | {_allowed(setting)} | {shown}{setting.unit} |"


def _allowed(setting: Setting) -> str:
    if setting.choices:
        return _labels(dict(setting.choices))
    if setting.minimum is not None and setting.maximum is not None:
        return f"{setting.minimum:g} 至 {setting.maximum:g}"
    return "检查代码" if setting.of == "code" else f"不小于 {setting.minimum:g}" if setting.minimum is not None else ""


def _family_row(family: Family) -> str:
    return f"| `{family.example}` | {family.title} | {family.meaning} | {_labels(dict(family.choices))} | |"


def _labels(choices: dict[str, str]) -> str:
    return "、".join(name if name == label else f"{name}（{label}）" for name, label in choices.items())


if __name__ == "__main__":
    print(as_markdown(), end="")
