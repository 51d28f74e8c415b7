"""What an office's own words for the state of an item mean."""

import pytest

from udfs.said_states import state_said

CLOSED = (
    "已办结 办结 已销号 已完成 完成。 全部完成 已于6月20日办结 已办结（6月20日） 已办结并销号 办理完毕 是 100% 已完结"
)
GOING = "正在办理 办理中 未办结 尚未完成 基本完成 部分完成 即将完成 完成60% 拟办结 待办结 暂缓办结 无法完成 延期 否"
ANSWERED = "已反馈待核 待销号 申请销号 已反馈完成情况 待复核 拟销号 待验收"
WORDS = {"已销号": CLOSED, "": GOING, "已反馈待核": ANSWERED, "退回重办": "退回重办 已退回", "待签收": "待签收 未签收"}


@pytest.mark.parametrize(("text", "state"), [(text, state) for state, texts in WORDS.items() for text in texts.split()])
def test_only_what_is_wholly_done_is_closed(text: str, state: str) -> None:
    assert state_said(text) == state
