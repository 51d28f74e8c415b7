"""What pressing a button came to, as VBA and the small window are told."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbooks.errors import OUT_OF_MEMORY, Refusal

LOG = logging.getLogger("dudao")


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of it.

    kind: done; refused (as it must be, text says why and what to do); failed (our own fault); open (just open path).
    text: for the clerk. path: the file to open, empty where there is none; show: the sheet of it to bring to front.
    """

    kind: Literal["done", "refused", "failed", "open"]
    text: str
    path: str = ""
    show: str = ""


def pressed(work: Callable[[], Pressed]) -> Pressed:
    """Return what the work came to, whatever happens: a button never raises. Failures go to the log `dudao`."""
    try:
        return work()
    except Refusal as refusal:
        return Pressed("refused", refusal.message)
    except MemoryError:
        return Pressed("failed", OUT_OF_MEMORY)
    except Exception:
        LOG.exception("a button failed")
        return Pressed("failed", "程序出错了，这一步没有做成。详情已记入日志，请把日志发给维护人员。")
