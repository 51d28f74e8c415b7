"""What the command line says: JSON to stdout alone, plain words otherwise, refusals to stderr."""

import json
import sys
from collections.abc import Iterable
from typing import Any


def use_utf8() -> None:
    """Make stdout and stderr speak UTF-8 whatever the system's code page; what can't be shown is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "") -> None:
    """Print a line of the result."""
    print(text)


def note(text: str) -> None:
    """Print a remark beside the result (stderr, so that JSON stays alone)."""
    print(text, file=sys.stderr)


def warn(warnings: Iterable[str]) -> None:
    """Print what the clerk should know of a result that was made all the same."""
    for warning in warnings:
        note(f"注意：{warning}")


def tell_backup(said: dict[str, Any]) -> None:
    """Say where the backup of a ledger changed in place is, and how to get it back."""
    if "backup" in said:
        say(f"原文件已备份为 {said['backup']}，要撤回请运行 dudao undo {said['output']}。")


def show_json(value: Any) -> None:
    """Print the result as JSON, Chinese unescaped."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
