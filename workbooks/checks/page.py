"""The page docs/checks.md, made from the catalogue by `python -m workbooks.checks.page`; a test keeps it in step."""

import re
from pathlib import Path

from workbooks.checks.catalogue import Example, Rule, rules

_FACT = re.compile(r"\{\w+\}")
PAGE = Path(__file__).parents[2] / "docs" / "checks.md"

_SEVERITY = {"error": "错误", "warning": "疑问", "info": "提示"}
_OPENING = """# 数据检查规则

`dudao check 台账.xlsx` 逐格检查台账，把查到的问题一次列全：在哪个单元格、哪个项目、什么问题、怎么处理。
一个单元格只提示一条，排在前面的规则优先。四舍五入之内的差别、按分组重新编号、亮灯结果都不算问题。

**错误**会让 `check` 的退出码为 1；**疑问**要核对；**提示**可改可不改。用 `--set` 可以调整：

- `--set checks.off=I501,I403` 不查这几条；`--set checks.only=E205` 只查这几条；
- `--set checks.severity.W212=info` 改变轻重；
- `--set checks.far_above_plan=200` 改变标准，其余标准见设置表。

示例里 `'5,800` 是文本格式的数字，`=` 是从未计算的公式，行首 `~` 是隐藏行。

*本页由程序生成：`python -m workbooks.checks.page`。*
"""


def page() -> str:
    """Return the page: a table of all rules, then each with its message, what to do, why, and both examples."""
    found = list(rules().values())
    lines = [_OPENING, "| 代码 | 轻重 | 规则 |", "|---|---|---|"]
    lines += [f"| [{r.code}](#{r.code.lower()}) | {_SEVERITY[r.severity]} | {r.title} |" for r in found]
    return "\n".join([*lines, "", *map(_section, found)])


def _section(rule: Rule) -> str:
    day = f"（截止日期 {rule.bad.as_of}）" if rule.bad.as_of else ""
    return "\n".join(
        [
            f'<a id="{rule.code.lower()}"></a>',
            f"## {rule.code} {rule.title}",
            "",
            f"{_SEVERITY[rule.severity]}：{_FACT.sub('…', rule.message)}。",
            "",
            f"怎么办：{_FACT.sub('…', rule.solve)}。",
            "",
            f"说明：{rule.why}",
            "",
            f"会提示{day}：",
            "",
            _table(rule.bad),
            "",
            f"不提示{day}：",
            "",
            _table(rule.good),
            "",
        ]
    )


def _table(example: Example) -> str:
    lines: list[str] = []
    for line in example.table.splitlines():
        if "|" not in line:
            lines += ["", f"工作表{line}", ""] if line.startswith("【") else [line]
            continue
        header = not lines or not lines[-1].startswith("|")
        cells = [cell.strip() for cell in line.split("|")]
        lines.append(f"| {' | '.join(cells)} |")
        if header:
            lines.append("|---" * len(cells) + "|")
    return "\n".join(lines).strip("\n")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
