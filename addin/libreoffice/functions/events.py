"""What is done when LibreOffice has opened or saved a workbook. What goes wrong is logged and hinders nothing."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import uno

from addin.libreoffice.buttons import log
from addin.libreoffice.functions.loading import arrived
from addin.libreoffice.functions.saving import left
from addin.libreoffice.identity import CALC
from workbooks.errors import Refusal

_LOG = logging.getLogger(__name__)
_LOADED = "OnLoadFinished"
_ON_DISK = "file:"


def happened(context: Any, environment: Mapping[str, Any]) -> None:
    """Let the formulas of the workbook travel; never raise. environment: what LibreOffice says of the event."""
    document, event = environment.get("Model"), environment.get("EventName")
    if document is None or not document.supportsService(CALC):
        return
    log.start(context)
    try:
        if event == _LOADED:
            arrived(document)
        elif document.getURL().startswith(_ON_DISK):
            left(Path(uno.fileUrlToSystemPath(document.getURL())))
    except Refusal as refusal:
        _LOG.warning("%s: formulas keep LibreOffice's names: %s", event, refusal.message)
    except Exception:
        _LOG.exception("%s failed", event)
