"""What a spreadsheet program's error says of its state: COM tells by numbers, UNO by the error's class."""

_BUSY = {0x800AC472, 0x80010001, 0x8001010A}  # VBA_E_IGNORE, RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER
_GONE = {0x800706BA, 0x800706BE, 0x80010108, 0x80010007, 0x800401FD}  # server unavailable, call failed, disconnected …
_GONE_CLASSES = {"DisposedException", "NoConnectException", "OfficeGone"}
_GONE_TEXTS = ("URP bridge", "illegal object given", "cannot get value")  # UNO's other errors then


def is_busy(error: BaseException) -> bool:
    """Return whether the program takes no orders: a cell is being edited, or a dialog is open."""
    return bool(_codes_of(error) & _BUSY)


def is_gone(error: BaseException) -> bool:
    """Return whether the program has died or was closed, or the workbook was."""
    kind = type(error).__name__.rpartition(".")[2]
    said = str(error) if kind in ("RuntimeException", "UnknownPropertyException") else ""
    return bool(_codes_of(error) & _GONE) or kind in _GONE_CLASSES or any(text in said for text in _GONE_TEXTS)


def _codes_of(error: BaseException) -> set[int]:
    """Return the numbers that a COM error carries: its own, and the one in its details."""
    details = getattr(error, "excepinfo", None)
    inner = details[5] if isinstance(details, tuple) and len(details) > 5 else None
    return {value & 0xFFFFFFFF for value in (getattr(error, "hresult", None), inner) if isinstance(value, int)}
