"""Whether a cell states a 正当理由 or 不可抗力 that takes a light away.

What states none: a blank, a placeholder (—, 暂无, 待定), a no, and words that deny it (无正当理由). In doubt the light
stays: one that is wrongly there is seen and asked about.
"""

import re

from udfs.values.amounts import ERROR_TEXT, PLACEHOLDER
from udfs.values.text import half_width

_NO = re.compile(r"否|不涉及|不存在|不属于|不适用|无需|false|[0×]", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:无|没有|没|不属于|不存在|未发现|不是|非)(?:任何)?(?:正当|合理|特殊|客观|其他)*(?:理由|原因|事由|情形|情况|不可抗力)"
)


def stated_exemption(text: str) -> str:
    """Return the reason that the text states, without spaces around it; nothing where it states none."""
    reason = text.strip()
    words = half_width(reason).strip(" 。.;,!")
    nothing = not words or any(each.fullmatch(words) for each in (PLACEHOLDER, ERROR_TEXT, _NO))
    return "" if nothing or _DENIED.search(words) else reason
