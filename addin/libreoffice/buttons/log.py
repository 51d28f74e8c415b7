"""The log: what went wrong inside, in the clerk's LibreOffice profile."""

import logging
from pathlib import Path
from typing import Any

import uno

from addin.log_files import to_file

LOG = logging.getLogger("dudao")
_OURS = ("dudao", "addin", "udfs", "workbooks")
"""Loggers of our own: the process is LibreOffice's, and other extensions log too."""


def start(context: Any) -> None:
    """Write what our packages log to the file; once for a run of LibreOffice."""
    if LOG.handlers:
        return
    handler = to_file(where(context))
    for name in _OURS:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.INFO)


def where(context: Any) -> Path:
    """Return the log file: dudao/dudao.log in the folder `user` of the profile."""
    name = "com.sun.star.util.PathSubstitution"
    substitution = context.ServiceManager.createInstanceWithContext(name, context)
    return Path(uno.fileUrlToSystemPath(substitution.substituteVariables("$(user)", True))) / "dudao" / "dudao.log"
