"""The page docs/functions.md, made from the catalogue by `python -m udfs.page`; a test keeps it in step."""

from pathlib import Path

from udfs.catalogue import Argument, Example, Function, functions
from udfs.examples import run
from udfs.workdays import known_years

PAGE = Path(__file__).parents[1] / "docs" / "functions.md"

_OPENING = """# 工作表函数

装好加载项后，在单元格里直接写，英文名、中文名都行：`=COMPLETION_RATE(F5, E5)` 或 `=完成率(F5, E5)`。
算法与通报、亮灯表是同一套；亮灯用默认标准。

- **整列**：选一列算出一列，比逐格填公式快得多：`=完成率(F5:F204, E5:E204)`。各列行数要一样；单个单元格配每一行。
- **本行台账**：标“可不填参数”的函数，在台账的项目行里写 `=完成率()`，就算本行。台账改动后按 Ctrl+Alt+F9 重算。
- **空着**：要紧的格空着，结果也空着；截止日期引用了空格也一样。“—”“无”“待定”当作空着。没有计划的不算完成率。
- **读不懂**：写明哪项、什么内容，如“年度计划读不懂：暂定”，从不当作0。引用的格是 #N/A 之类的错误，结果照样是这个错误。
- **金额**：数和文字都行：`1,234.5`、`约300`、`1.2亿元`。两项要同一单位：一项自带单位（3亿元）、另一项没有的，会提示。
- **百分数**：结果是 97.16 这样的数，表示 97.16%，没有取整；要几位小数，用单元格格式。
- **日期**：日期格式、`2026-6-30`、`2026年6月` 都行；只写到月的，以月底为准。“今天”按打开后重算的那天。
- **工作日**：{first}—{last}年的放假和调休已内置。别的年份只除周末，结果会注明；可在后两个参数里补上那年的日子。

*本页由程序生成：`python -m udfs.page`。*
"""


def page() -> str:
    """Return the page: a table of all functions, then each with its arguments, rule and examples, which are run."""
    years = known_years()
    lines = [
        _OPENING.replace("{first}", str(years[0])).replace("{last}", str(years[-1])),
        "| 中文名 | 英文名 | 算什么 |",
        "|---|---|---|",
        *map(_line, functions()),
        "",
    ]
    return "\n".join([*lines, *map(_section, functions())])


def _line(entry: Function) -> str:
    return f"| [{entry.alias}](#{entry.name.lower()}) | `{entry.name}` | {entry.help.split('。')[0]} |"


def _section(entry: Function) -> str:
    return "\n".join(
        [
            f'<a id="{entry.name.lower()}"></a>',
            f"## {entry.alias} {entry.name}",
            "",
            entry.help,
            "",
            f"写法：`={entry.alias}({', '.join(map(_in_formula, entry.arguments))})`" + "，可不填参数" * entry.own_row,
            "",
            "| 参数 | 填什么 |",
            "|---|---|",
            *(f"| {each.title}{_optional(each)} | {each.help} |" for each in entry.arguments),
            "",
            f"依据：{entry.source}。",
            "",
            "| 例子 | 单元格 | 结果 |",
            "|---|---|---|",
            *(f"| `{each.formula}` | {_cells(each)} | {run(each)} |" for each in entry.examples),
            "",
        ]
    )


def _in_formula(argument: Argument) -> str:
    return f"[{argument.title}]" if argument.optional and not argument.with_others else argument.title


def _optional(argument: Argument) -> str:
    return "（可省略）" if argument.optional and not argument.with_others else ""


def _cells(example: Example) -> str:
    return "，".join(f"{address} 为 {value}" for address, value in example.cells.items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
