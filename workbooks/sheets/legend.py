"""The line that says what each light means, from the rules in force."""

from udfs.lights import LightRules
from udfs.rounding import half_up
from workbooks.sheets.texts import light_text, text
from workbooks.supervision.figures import LIGHTS


def legend(rules: LightRules) -> str:
    """Return the legend of the lights of projects."""
    return _meanings(rules, text("legend.none")) + text("legend.triggers")


def legend_of_targets(rules: LightRules) -> str:
    """Return the legend of the lights of targets, which the same rules give."""
    return _meanings(rules, text("legend.none_of_targets"))


def _meanings(rules: LightRules, none: str) -> str:
    words = {light: light_text(light) for light in LIGHTS}
    limits = {
        "why_none": none,
        "yellow_gap": _shown(-rules.yellow_gap),
        "red_gap": _shown(-rules.red_gap),
        "yellow_ratio": _shown(rules.yellow_ratio * 100),
        "red_ratio": _shown(rules.red_ratio * 100),
    }
    if rules.mode == "ratio":
        key = "ratio_strict" if rules.yellow_ratio >= 1 or rules.slightly_behind == "yellow" else "ratio"
    else:
        key = "gap"
        slightly = "gap_slightly" if rules.slightly_behind == "green" else "gap_slightly_yellow"
        limits["slightly"] = text(f"legend.{slightly}", **limits)
        if rules.slightly_behind == "yellow":
            limits["yellow_gap"] = "0"
    return text(f"legend.{key}", **words, **limits)


def _shown(limit: float) -> str:
    return f"{half_up(limit, 2):g}"
