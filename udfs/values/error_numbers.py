"""The numbers by which Excel hands its errors to other programs: those of VBA's CVErr, wrapped by COM (XlCVError)."""

from udfs.values.cells import CellError

_COM = 0x800A0000
_CODES = {
    2000: "#NULL!",
    2007: "#DIV/0!",
    2015: "#VALUE!",
    2023: "#REF!",
    2029: "#NAME?",
    2036: "#NUM!",
    2042: "#N/A",
    2043: "#GETTING_DATA",
    2045: "#SPILL!",
    2046: "#CONNECT!",
    2047: "#BLOCKED!",
    2048: "#UNKNOWN!",
    2049: "#FIELD!",
    2050: "#CALC!",
}
ERROR_CODES = frozenset(_CODES.values())
"""What cells in error show."""


def error_of_number(number: int) -> CellError | None:
    """Return the error that COM's number, signed or not, stands for; None for any other number."""
    code = _CODES.get((number & 0xFFFFFFFF) - _COM)
    return None if code is None else CellError(code)
