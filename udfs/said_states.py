"""What an office's own 督办 ledger says of an item's state, in whatever words."""

import re

from udfs.closing import ANSWERED, CLOSED, ISSUED, RETURNED

_BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_CLOSED = re.compile(
    r"(?:已经?|均已|全部已?|已全部|已于.{1,14}|于.{2,14})?(?:销号|办结|办毕|办理完毕|完成|完结|整改到位|落实到位|整改完成)"
    r"(?:[、并，,]?已?(?:销号|归档))?|是|√|100%"
)
_OTHERS = (
    (re.compile(r"退回|重办|返工|发回"), RETURNED),
    (re.compile(r"反馈|待核|复核|审核中|[待拟]销号|申请销号|待验收|待确认"), ANSWERED),
    (re.compile(r"[待未]签收|[待未]接收|尚未签收"), ISSUED),
)


def state_said(text: str) -> str:
    """Return the state that a text names, nothing where it names none but 在办.

    Closed is only what is said to be wholly so: 部分完成, 基本完成, 待销号 and 不能按期完成 are not.
    """
    said = _BRACKETS.sub("", text).strip(" 。.；;！!、")
    if _CLOSED.fullmatch(said):
        return CLOSED
    return next((state for pattern, state in _OTHERS if pattern.search(said)), "")
