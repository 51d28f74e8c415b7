"""Project names made comparable, and when two unlike names mean two projects: phases, numbers, directions, places."""

import re
import unicodedata
from difflib import SequenceMatcher

from udfs.values.text import name_key

_NOISE = re.compile(r"[^\w#＃]|[_★☆●○◆▲△■□※*]")
_FILLERS = re.compile(
    r"建设工程|建设项目|工程项目|项目工程|新建|建设|项目|工程|有限责任公司|股份有限公司|有限公司|股份|集团|公司|年产|及其|以及|[的及和与等之]|(?<=[园社])区"
)
_APART = re.compile(
    r"[0-9a-zA-Z#＃]|[一二三四五六七八九十百千〇零两甲乙丙丁戊首末]|[东南西北中上下前后左右内外新老旧]|"
    r"期|标段|标|段|号|线|区|路|街|巷|桥|镇|乡|村|县|市|州|省|组|库|楼|栋|幢|座|配套|附属|扩|迁|改|续|拆|征"
)
"""Where two names differ by one of these, they are different works."""
_OF_PLACE = "省市州县区镇乡村街路巷桥河湖山岛港城堡寨屯湾坝沟里营庄店集铺口岭坪"


_PLAIN = re.compile(r"[\u4e00-\u9fff0-9]*")


def key(name: str) -> str:
    """Return what two spellings of one name have in common, as everywhere in the project (`values.text.name_key`)."""
    return name if _PLAIN.fullmatch(name) else name_key(name)


def bare(name: str) -> str:
    """Return the name without width, spaces, brackets, marks and capitals."""
    return name if _PLAIN.fullmatch(name) else _NOISE.sub("", unicodedata.normalize("NFKC", name)).lower()


def core(name: str) -> str:
    """Return the bare name without the words that a project name may have or lack (项目, 工程, 建设, 有限公司 …)."""
    word = bare(name)
    stripped = _FILLERS.sub("", word)
    return stripped if len(stripped) >= 3 else word


def is_telling(character: str) -> bool:
    """Return whether a character that only one of two names has makes them different works."""
    return bool(_APART.match(character))


def tells_apart(one: str, other: str) -> bool:
    """Return whether the difference between two cores names another phase, number, direction or place."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = one[i1:i2], other[j1:j2]
        if _APART.search(left) or _APART.search(right):
            return True
        if one[i2 : i2 + 2].strip(_OF_PLACE) != one[i2 : i2 + 2] and tag == "replace":
            return True  # 石桥镇卫生院, 石门镇卫生院
        if len(left) > 2 or len(right) > 2:
            return True
    return False
