"""What the label of a row says by itself: a sum, a note at the foot, an example line, 其中, 同上, an ordinal."""

import re
from typing import Literal

from udfs.values.cells import Value
from udfs.values.counts import split_label
from workbooks.recognition.wording import squeeze

OrdinalStyle = Literal["none", "number", "chinese", "chinese_brackets", "words"]

_SUM = re.compile(
    r"(?P<before>.{0,14}?)(?P<word>总合计|总计|合计|小计|共计|汇总|总数|总 ?和)"
    r"(?:[:：、]|(?:项目)?(?:投资)?(?:数|额|情况)?)?"
)
_SUM_SIGN = re.compile("[计汇总]")
_GRAND = re.compile(r"全[省市县区州部年]|总|本[市县区]|所有|以上|各.{0,4}|^$|[省市县区州](?:级)?项目")
_OF_WHICH = re.compile(r"其\s*中|(?:其\s*中|含)\s*[:：].*|其中.{1,20}[（(]\d+[个项宗][)）]")
_SIGNER = "填表|制表|填报|审核|复核|编制|报送|统计|经办|审批|签发|分管|主要|单位|部门|校对|联系|业主|责任单位|挂钩"
_NOTE = re.compile(
    r"(?:备?注|说明|附注|填表说明|填报说明|编制说明|注释)\s*(?:[:：1１一①.、(（]|$).*"
    rf"|(?:{_SIGNER})(?:人员?|单位|日期|时间|领导|负责人|电话|科室)?(?:[(（](?:签[名字章]|盖章|公章)[)）])?\s*[:：].*"
    r"|(?:数据|资料|信息)来源\s*[:：].*|(?:\(|（)?以下空白(?:\)|）)?"
    r"|[*★☆●▲◆※]\s*(?:为|号|表示|标注|代表|项目为).*|(?:带|标)[“\"'*★☆●▲◆※].*"
    r"|此表.*|本表.*|第\s*\d+\s*页.*|续表.*|接上[页表].*|转下[页表].*|—END—|.{0,6}(?:截止|截至)日期[:：].*"
)
_CARRIED = re.compile(r"[(（]?(?:承[上前接]页|[过转]次页|接[上前]页|本页(?:小计|合计|计)|续[上前]?[表页]?)[)）]?[:：]?")
_EXAMPLE = re.compile(
    r"[(（]?(?:示例|样例|例|例如|例子|举例|填报示例|填写示例|范例|必填|选填|填写说明|填报说明|填写要求|填报要求)"
    r"\d?[:：]?[)）]?"
)
_NUMBER = re.compile(
    r"(?:[(（]?\d+(?:[-－.．]\d+)*[)）]?|[A-Za-z]{1,3}[-－]?\d+|No\.?\d+|[①-⑳⑴-⒇⒈-⒛]|\d{4}[-－]\d+)[.、．]?[●★☆▲△◆◇■*※○]*",
    re.I,
)
_CHINESE = re.compile(r"(?:第)?[一二三四五六七八九十百]+(?:部分|类|批)?[、.．]?")
_CHINESE_BRACKETS = re.compile(r"[(（][一二三四五六七八九十]+[)）][、.．]?")
_SAME_AS_ABOVE = frozenset({"同上", "〃", "″", '"', "''", "“", "”"})


def sum_word(text: str) -> re.Match[str] | None:
    """Return the match of 合计, 小计 … with the groups `before` and `word`, None where the label is no sum."""
    if not _SUM_SIGN.search(text):
        return None
    bare = squeeze(text)
    if len(bare) > 30 or not any(word in bare for word in ("计", "汇总", "总数", "总和")):
        return None
    label = squeeze(split_label(bare).label) or bare
    return _SUM.fullmatch(label) or _SUM.fullmatch(re.sub(r"[(（].*[)）]$", "", label))


def ordinal_style(sequence: str) -> OrdinalStyle:
    """Return how the cell of the sequence column counts: 12, 一, （一）, other words, or not at all."""
    bare = squeeze(sequence)
    if not bare:
        return "none"
    if _NUMBER.fullmatch(bare):
        return "number"
    if _CHINESE_BRACKETS.fullmatch(bare):
        return "chinese_brackets"
    return "chinese" if _CHINESE.fullmatch(bare) else "words"


def is_whole_sum(before: str) -> bool:
    """Return whether what stands before 合计 speaks of the whole ledger (全市, 总, nothing)."""
    return bool(_GRAND.search(before))


def is_of_which(label: str) -> bool:
    """Return whether the label says 其中：…"""
    return bool(_OF_WHICH.fullmatch(label))


def is_note(label: str) -> bool:
    """Return whether the label is a note or a signature at the foot: 注：…, 填表人：…"""
    return bool(_NOTE.fullmatch(label))


def is_carried_over(label: str) -> bool:
    """Return whether the row carries sums from page to page: 承上页, 过次页, 本页小计."""
    return bool(_CARRIED.fullmatch(label))


def is_example(label: str) -> bool:
    """Return whether the label marks a line that only shows how to fill in: 示例."""
    return bool(_EXAMPLE.fullmatch(label))


def same_as_above(value: Value) -> bool:
    """Return whether the cell says 同上."""
    return isinstance(value, str) and squeeze(value) in _SAME_AS_ABOVE
