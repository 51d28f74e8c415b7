"""The page docs/buttons.md, made from the ribbon by `python -m addin.buttons_page`; a test keeps it in step."""

from pathlib import Path

from addin.ribbon import Button, Tab, tab

PAGE = Path(__file__).parents[1] / "docs" / "buttons.md"

_OPENING = """# 按钮

Excel 里“{label}”选项卡上的按钮，从左到右。都只对当前打开在最前面的工作簿起作用。
动台账格子的按钮先留副本，点“撤回上一步”可以恢复；Excel 自己的“撤消”（Ctrl+Z）对按钮所做的不起作用。

*本页由程序生成：`python -m addin.buttons_page`。*
"""
_HEAD = "| 按钮 | 做什么 | 读什么 | 写什么 | 能否撤回 |\n|---|---|---|---|---|"


def page(ribbon: Tab) -> str:
    """Return the page: a table of buttons for each group, and the date box with its group."""
    parts = [_OPENING.format(label=ribbon.label)]
    for group in ribbon.groups:
        parts += [f"## {group.label}", "", _HEAD, *map(_row, group.buttons), ""]
        if group.id == ribbon.date.group:
            date = ribbon.date
            parts += [f"**{date.label}**（输入框）：{date.screentip}。{date.supertip}", ""]
    return "\n".join(parts)


def _row(button: Button) -> str:
    return f"| **{button.label}** | {button.screentip} | {button.reads} | {button.writes} | {button.back} |"


if __name__ == "__main__":
    PAGE.write_text(page(tab()), encoding="utf-8")
