"""Where a report's time goes: the same calls as `dudao report`, timed one by one."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

PHASES = ("import", "read", "recognise", "check", "supervise", "render", "splice", "write")


def main(ledger: str, output: str, rendered: str) -> None:
    """Print the processor seconds of each phase as JSON; keep the rendered sheets for the splicing alone."""
    seconds: dict[str, float] = {}

    @contextmanager
    def timed(phase: str) -> Iterator[None]:
        begun = process_time()
        yield
        seconds[phase] = process_time() - begun

    with timed("import"):
        from addin.arguments import day
        from addin.ledgers import Understood, found
        from workbooks.hosts.file import FileHost
        from workbooks.recognition import recognise
        from workbooks.settings import Settings
        from workbooks.sheets.rendering import render
        from workbooks.supervision import supervise

    as_of = day("2026-06-30")
    assert as_of
    settings = Settings.load(None, [])
    with timed("read"):
        host = FileHost(Path(ledger))
        book = host.book
    with timed("recognise"):
        recognition = recognise(book, settings, [])
    understood = Understood(book, settings, recognition)
    with timed("check"):
        findings = found(understood, as_of)
    with timed("supervise"):
        supervision = supervise(recognition.ledgers, findings, settings, as_of)
    with timed("render"):
        sheets = render(supervision, settings)
    Path(rendered).write_bytes(sheets)
    with timed("splice"):
        host.insert_sheets(sheets)
    with timed("write"):
        host.save_as(Path(output))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
