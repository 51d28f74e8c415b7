"""The numbers by which COM tells what went wrong."""

BUSY = {0x800AC472, 0x80010001, 0x8001010A}
"""Numbers of the errors of a program that takes no orders: VBA_E_IGNORE, RPC_E_CALL_REJECTED, …_RETRYLATER."""


def codes_of(error: BaseException) -> set[int]:
    """Return the numbers that a COM error carries: its own, and the one in its details."""
    details = getattr(error, "excepinfo", None)
    inner = details[5] if isinstance(details, tuple) and len(details) > 5 else None
    return {value & 0xFFFFFFFF for value in (getattr(error, "hresult", None), inner) if isinstance(value, int)}
