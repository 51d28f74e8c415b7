"""帮助: the manual for clerks."""

from pathlib import Path

from addin.help import manual


def page() -> Path:
    """Return the manual's page."""
    return manual()
