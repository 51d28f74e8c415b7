"""Rounding half up, as bulletins do (domain.md b5: truncation and rounding both occur; half up is the default)."""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

NOISE_DIGITS = 9
"""A difference beyond this decimal place is noise of binary floats, not a figure."""

_SAFE_DISTANCE = 1e-6
_FLOAT_ERROR = 4e-15
"""How far from a half (in units of the last place kept) a value must be to be surely none, and the error of floats."""

_EXACT = Context(prec=400)
_ALWAYS_WHOLE = 2.0**53


def half_up(value: float, places: int = 0) -> float:
    """Return the value rounded half up, away from zero, by its shortest decimal form: 2.675 → 2.68, -0.05 → -0.1.

    NaN and the infinities come back as they are; zero is never negative.
    """
    if not isfinite(value) or abs(value) >= _ALWAYS_WHOLE:
        return value
    nearest, scale = round(value, places), 10.0**places
    from_a_half = abs(abs(value - nearest) * scale - 0.5)
    if from_a_half > _SAFE_DISTANCE + abs(value) * scale * _FLOAT_ERROR:
        return nearest + 0.0  # only halves are rounded in more than one way; nearly all values end here
    return float(Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)) + 0.0


def without_noise(value: float) -> float:
    """Return the decimal that the value is but for the noise of binary floats: -10.000000000000002 → -10.0.

    Used on differences of percentages, where noise would decide between two lights.
    """
    return round(value, NOISE_DIGITS) + 0.0


def settled(value: float) -> float:
    """Return the value, as a short decimal where it is one but for its last bits: 7.000000000000001 → 7.0.

    Unlike `without_noise` it keeps every digit of a value that is no short decimal.
    """
    short = round(value, NOISE_DIGITS)
    return short + 0.0 if abs(short - value) <= abs(value) * 1e-15 else value


def spoken(figure: float) -> str:
    """Return a figure as a reason says it: with one decimal, with two where one would show a 0 that is none."""
    rounded = half_up(figure, 1) or half_up(figure, 2)
    return f"{rounded:.0f}" if rounded == int(rounded) else str(rounded)
