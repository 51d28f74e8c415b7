"""The rates of projects and contracts, in percent, unrounded: one count or amount ÷ another.

Each rate's denominator differs from place to place (domain.md b5); both figures must be of one measure. A figure that
can't be had is None, never 0; nothing is cut off at 100.
"""

from udfs.progress import completion_rate


def share(part: float | None, whole: float | None) -> float | None:
    """Return part ÷ whole in percent; None where either is missing or the whole is not above 0."""
    return completion_rate(part, whole)


def start_rate(begun: float | None, projects: float | None) -> float | None:
    """Return 开工率: projects begun ÷ all projects, or ÷ those to be begun this year, or ÷ those due by now.

    Sources: 连南 33/50 (all), 江门 206/255 (to be begun this year), 江门 223 (due).
    """
    return share(begun, projects)


def funding_rate(paid_in: float | None, agreed: float | None) -> float | None:
    """Return 资金到位率: funds paid in ÷ funds agreed, or ÷ total investment, or ÷ the year's plan; may exceed 100.

    Sources: 安徽 (agreed), 玉林 (total investment), a county's 115 % (the year's plan).
    """
    return share(paid_in, agreed)


def commission_rate(commissioned: float | None, due: float | None) -> float | None:
    """Return 投产率: projects commissioned ÷ those planned to be, or ÷ all under construction. Source: 7/10 = 70 %."""
    return share(commissioned, due)


def full_capacity_rate(full_capacity: float | None, commissioned: float | None) -> float | None:
    """Return 达产率: projects at full capacity ÷ projects commissioned. No official formula was found."""
    return share(full_capacity, commissioned)


def landing_rate(landed: float | None, signed: float | None) -> float | None:
    """Return 落地率: contracts registered, given land or begun ÷ contracts signed. No official formula was found."""
    return share(landed, signed)


def conversion_rate(converted: float | None, candidates: float | None) -> float | None:
    """Return 转化率: projects gone on to the next step ÷ those of the step before. No official formula was found."""
    return share(converted, candidates)
