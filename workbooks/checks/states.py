"""What a ledger says in words of a project's state: only plain statements count, never a hint in a long text.

`已竣工投产1—6、9＃车间` is a project being built, and nature `竣工` is a plan for the year; neither is finished.
"""

import re
from functools import cache
from typing import Literal

from workbooks.ledger import Ledger

State = Literal["not_started", "under_way", "finished"]

_NOISE = re.compile(r"[\s。．.,，;；:：!！()（）\[\]【】「」]+")
_NOT_STARTED = re.compile(
    r"(?:项目)?(?:尚|暂|还)?未(?:开工|动工|开建|开工建设|启动建设|进场)|待(?:开工|建)|应开未开|否"
)
_UNDER_WAY = re.compile(
    r"(?:正常|正在|加快|有序)?(?:在建|建设中|施工中|施工|续建中|推进中)|已开工(?:在建)?|未(?:竣工|完工|建成)|停工|缓建"
)
_FINISHED = re.compile(
    r"(?:项目)?(?:现)?已?(?:全部|全面|整体|基本)?(?:竣工|完工|建成|投产|交付使用|投入使用|竣工验收|竣工投产|完工投产|建成投产|建成投用|竣工并投产)"
    r"(?:并?(?:已)?(?:投产|投用|投入使用|交付使用|验收|通过验收|投入运营))?"
)
_SURELY = ("已", "现已", "项目已", "全部", "全面", "未", "尚未", "暂未", "还未", "项目尚未", "项目未")
_BASICALLY = re.compile(r"基本")
_PREPARATORY = re.compile(r"前期|储备|预备|谋划|策划|报批|在谈|洽谈|签约|意向|论证|待开发|规划研究")
_RUNNING = re.compile(r"在建|续建|新开工|新建|开工|竣工|投产")
_GIVEN_UP = re.compile(r"终止|取消|退出|调出|缓建|停建|停工|暂缓|剔除|撤销|放弃|不再实施|已销号|移出")


@cache
def said(text: str) -> State | None:
    """Return the state that the whole text states, or None."""
    words = _NOISE.sub("", text)
    if _NOT_STARTED.fullmatch(words):
        return "not_started"
    if _UNDER_WAY.fullmatch(words):
        return "under_way"
    if _FINISHED.fullmatch(words) and not _BASICALLY.search(words):
        return "finished"
    return None


@cache
def is_preparatory(text: str) -> bool:
    """Return whether the text puts a project among 前期, 储备 or those given up, and among nothing else."""
    return bool(_GIVEN_UP.search(text) or (_PREPARATORY.search(text) and not _RUNNING.search(text)))


def of_projects(ledger: Ledger) -> list[State | None]:
    """Return each project's state by status, stage, 是否开工 and 形象进度, in this order."""
    found: list[State | None] = [None] * len(ledger.rows)
    for name in ("status", "stage"):
        if name in ledger.values:
            found = [
                state or (said(text) if type(text) is str else None)
                for state, text in zip(found, ledger.values[name], strict=True)
            ]
    for name in ("visible_progress", "nature"):  # 投产 or 竣工 there is a stage or a plan; 已竣工 and 未开工 are states
        if name in ledger.values:
            found = [
                state or (said(text) if type(text) is str and text.strip().startswith(_SURELY) else None)
                for state, text in zip(found, ledger.values[name], strict=True)
            ]
    if "actual_start" in ledger.values:
        found = [
            state or ("not_started" if start is False else None)
            for state, start in zip(found, ledger.values["actual_start"], strict=True)
        ]
    return found


def preparatory(ledger: Ledger) -> list[bool]:
    """Return for each project whether its nature, stage, status, section or the title says 前期 or the like."""
    if ledger.kind == "reserve" or is_preparatory(ledger.title):
        return [True] * len(ledger.rows)
    found = [False] * len(ledger.rows)
    for name in ("nature", "stage", "status", "category", "level", "visible_progress", "remark", "problem", "content"):
        if name in ledger.values:
            judge = is_preparatory if name in _SHORT else _gives_up
            found = [
                known or (type(text) is str and judge(text))
                for known, text in zip(found, ledger.values[name], strict=True)
            ]
    for section in ledger.sections:
        if section.first is not None and section.last is not None and is_preparatory(section.label):
            found[section.first : section.last + 1] = [True] * (section.last - section.first + 1)
    return found


_SHORT = ("nature", "stage", "status", "category", "level")


@cache
def _gives_up(text: str) -> bool:
    """Return whether a longer text says that the project is given up, or is nothing but 前期工作."""
    return bool(re.search(r"(?:项目|已|申请|拟|建议)(?:终止|取消|退出|调出|缓建|停建|暂缓|撤销|移出)", text)) or bool(
        re.fullmatch(r"(?:正在)?(?:开展|做|办理|处于)?前期(?:工作|手续|阶段)?(?:中|阶段)?。?", text.strip())
    )
