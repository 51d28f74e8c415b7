"""How many targets there are and how they stand, in a sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence

from workbooks.sheets.texts import text
from workbooks.supervision.figures import LIGHTS
from workbooks.targets.records import JudgedTarget


def see_targets(targets: Sequence[JudgedTarget], names: Mapping[str, str]) -> str:
    """Return the sentence, and which sheet says more."""
    return text("targets.see", summary=targets_summary(targets), sheet=names["targets"])


def targets_summary(targets: Sequence[JudgedTarget]) -> str:
    """Return how many targets are reached, in time and behind. Those of 合计 and 全市 rows are not counted again."""
    own = [one for one in targets if not one.target.whole]
    lights = Counter(one.light for one in own)
    said = text(
        "targets.summary",
        count=len(own),
        units=len({one.target.unit for one in own}),
        met=sum(one.shortfall == 0 and one.target.kind != "ceiling" for one in own),
        **{light: lights[light] for light in LIGHTS},
    )
    return said + (text("targets.unlit", none=lights["none"]) if lights["none"] else text("targets.all_lit"))
