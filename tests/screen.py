"""A screen for tests of windows: an X server that draws into memory (Debian: xvfb)."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def screen() -> Iterator[str]:
    """Yield the DISPLAY of a fresh screen; skip the test loudly where there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("NOT TESTED: Xvfb is missing (Debian: apt-get install xvfb)")
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()  # waits until the server is up
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
