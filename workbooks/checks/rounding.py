"""How exact a figure is as it was typed: differences within rounding are never doubtful."""

from collections.abc import Sequence


def decimals(value: float) -> int:
    """Return how many decimals the figure shows, 8 at most: 1.2 → 1, 5800.0 → 0."""
    if value == int(value):
        return 0
    return len(f"{value:.8f}".rstrip("0").partition(".")[2])


def usual_decimals(values: Sequence[float | None], factor: float, sample: int = 200) -> int:
    """Return the decimals that the column's figures usually have in the sheet's unit: the median of a sample.

    So that 1.50 among figures with two decimals, which a sheet stores as 1.5, counts as exact to two.
    """
    step = max(1, len(values) // sample)
    found = sorted(decimals(round(value / factor, 8)) for value in values[::step] if value)
    return found[len(found) // 2] if found else 0
