"""The result file of `--button`, which VBA waits for and reads.

UTF-16LE with a byte order mark, lines ended by CR LF: kind, path, then the text, which may be of several lines. In VBA:
read all bytes (`Open … For Binary`), assign them to a String, drop its first character, `Split(…, vbCrLf, 3)`.
kind: done | refused | failed | open; path: empty, or the file to open; text: for the clerk. The file appears whole: it
is written under another name and renamed.
"""

import os
from pathlib import Path

from addin.pressed import Pressed

_END = "\r\n"


def write(pressed: Pressed, path: Path) -> None:
    """Write what came of a button. Raises OSError."""
    text = _END.join(pressed.text.splitlines())
    content = _END.join((pressed.kind, pressed.path, text))
    part = path.with_name(path.name + ".part")
    part.write_bytes(content.encode("utf-16"))
    os.replace(part, path)
