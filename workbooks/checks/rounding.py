"""How exact a figure is as it was typed: differences within rounding are never doubtful."""

from collections.abc import Sequence


def decimals(value: float) -> int:
    """Return how many decimals the figure shows, 8 at most: 1.2 → 1, 5800.0 → 0. What computing adds isn't counted."""
    text = f"{value:.12g}"
    return 8 * ("e-" in text) or min(8, len(text.partition(".")[2])) * ("e" not in text)


def usual_decimals(values: Sequence[float | None], factor: float, sample: int = 200) -> int:
    """Return the decimals that the column's figures usually have in the sheet's unit: the median of a sample.

    So that 1.50 among figures with two decimals, which a sheet stores as 1.5, counts as exact to two.
    """
    step = max(1, len(values) // sample)
    found = sorted(decimals(value / factor) for value in values[::step] if value)
    return found[len(found) // 2] if found else 0
