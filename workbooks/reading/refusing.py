"""The refusals of the readers: one word for scripts, one sentence for the clerk."""

import tomllib
from functools import cache
from importlib.resources import files

from workbooks.errors import Damaged, NotAWorkbook, Refusal, Unsafe

_KINDS: dict[str, type[Refusal]] = {"NotAWorkbook": NotAWorkbook, "Unsafe": Unsafe, "Damaged": Damaged}


def refusal(word: str, name: str = "文件") -> Refusal:
    """Return the refusal named by the word, ready to be raised; name: of the file."""
    kind, sentence = _messages()[word]
    sentence = sentence.replace("{name}", name)
    general = _KINDS[kind].code
    return _KINDS[kind](sentence, general if word in ("damaged", "unknown") else word)


@cache
def _messages() -> dict[str, tuple[str, str]]:
    table = tomllib.loads(files(__package__).joinpath("refusals.toml").read_text("utf-8"))
    return {word: (kind, sentence) for word, (kind, sentence) in table["messages"].items()}
