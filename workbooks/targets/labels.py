"""What the rows of a targets ledger are called: whole sums, and the name of a target that only the title says."""

import re

from workbooks.recognition.labels import sum_word
from workbooks.recognition.wording import squeeze

_WHOLE = re.compile(r"全[省市县区州](?:合计|总计)?|平均|.*(?:平均)")
_TITLED = re.compile(
    r"(?:.*?(?:年度?|月|季度|半年))?(?:各?(?:县|市|区|镇|乡|开发区|部门|单位|[、（）()])+)?(?P<name>.*?)"
    r"(?:年度|全年)?(?:目标|任务)"
)


def is_whole(label: str) -> bool:
    """Return whether the label is of a sum and of no unit: 合计, 全市, 小计."""
    return bool(sum_word(label)) or bool(_WHOLE.fullmatch(squeeze(label)))


def name_in_title(title: str) -> str:
    """Return what a ledger's title calls its targets: 2025年各县区固定资产投资任务完成情况 → 固定资产投资."""
    found = _TITLED.match(squeeze(title))
    return found["name"] if found else ""
