"""What is done when LibreOffice has opened or saved a workbook."""

from collections.abc import Mapping
from typing import Any


def happened(context: Any, environment: Mapping[str, Any]) -> None:
    """Let formulas travel."""
