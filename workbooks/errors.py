"""What we refuse, and why: one sentence for the clerk, one code for scripts.

Refusal
├── NotAWorkbook        the content is no spreadsheet (picture, .docx, text, archive, empty file)
├── Unsafe              encrypted, signed, doubled parts, DTD, bomb: we could lose or harm something
├── Damaged             truncated, bad CRC, broken XML
├── NoLedger            a sound workbook without a ledger
├── Ambiguous           a ledger that cannot be supervised before a question is answered
├── NotWritable         open in Excel, read-only, folder or disk that takes no file
└── WrongArgument       a setting, date, sheet name or option that makes no sense
"""

from typing import ClassVar


class Refusal(Exception):
    """The input is refused; `message` is one Chinese sentence that says what to do.

    `code` is the word scripts see in `{"error": {"code": …}}`.
    """

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, code: str | None = None) -> None:
        self.message = one_sentence(message)
        super().__init__(self.message)
        if code:
            self.code = code  # type: ignore[misc]  # a narrower word for this instance


def one_sentence(text: str) -> str:
    """Return the text on one line with its full stop, whatever names with line breaks it quotes."""
    line = " ".join(text.split("\n")).replace("\r", " ").strip()
    return line if line.endswith(("。", "！", "？")) else line + "。"


OUT_OF_MEMORY = "内存不够，做不完这份工作簿，请关掉别的程序再试，或把工作簿拆小。"
"""What a MemoryError is told as: our failure and no Refusal."""


class NotAWorkbook(Refusal):
    """The file's content is no spreadsheet, whatever its name says."""

    code = "not_a_workbook"


class Unsafe(Refusal):
    """Editing could lose or harm something: encrypted, signed, doubled parts, DTD, bomb."""

    code = "unsafe"


class Damaged(Refusal):
    """The file was a workbook once, and cannot be read whole."""

    code = "damaged"


class NoLedger(Refusal):
    """A sound workbook in which no sheet is a ledger."""

    code = "no_ledger"


class Ambiguous(Refusal):
    """The ledger has a question that must be answered before the figures mean anything."""

    code = "ambiguous"


class NotWritable(Refusal):
    """The place to write to cannot be written, or the file is open elsewhere."""

    code = "not_writable"


class WrongArgument(Refusal):
    """An argument or a setting makes no sense."""

    code = "wrong_argument"
