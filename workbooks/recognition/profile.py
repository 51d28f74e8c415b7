"""What the cells of a column are like: the evidence beside its header."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from udfs.values.cells import Value
from workbooks.grid import Grid
from workbooks.recognition.wording import squeeze

_FIGURE = re.compile(
    r"[约近超达共]?[¥￥]?[-+(（]?[\d０-９][\d０-９,，.．]*[)）]?[万亿千百]{0,2}[元%％]?[余多]?(?:左右|以上)?|[—\-－―/／无]+"
)
_DATE = re.compile(
    r"(?:\d{2}|\d{4})[年./\-—－至~]{1,2}\d{0,4}.{0,12}|.{0,6}\d{1,2}月.{0,8}|.{0,4}[年月季]?[底初末].{0,6}|\d{4}|是|否|已.{0,6}|未.{0,6}"
)
_LIKE_A_NAME = re.compile(r"[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_ORGANISATION = re.compile(
    r".*(?:局|办|委|厅|公司|集团|中心|管委会|政府|院|校|所|站|部|会|行|厂|处|队|指挥部|专班|街道|乡|镇|县|区|市)(?:[（(].*)?"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、,，/ ][\u4e00-\u9fff]{2,4})*")
_ADMINISTRATIVE = re.compile(
    r"(?:(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])?)(?:全[省市县区州]|[省市县区州]本级|[省市州县区]直(?:单位|属)?|"
    r"[\u4e00-\u9fff]{1,10}(?:省|市|县|区|旗|州|盟|镇|乡|街道|街道办|街道办事处|农场|林场|管委会|工业园|产业园|科技园|园区|开发区|高新区|经开区|新区|新城|度假区|示范区|合作区|保税区|试验区|集聚区))(?:[（(].{1,8}[)）])?"
)
_NOT_A_PLACE = re.compile(r".*(?:小区|社区改造|片区|库区|灌区|景区|校区|院区|厂区|矿区|超市|门市|夜市|城市|上市)$")


def is_administrative(text: str) -> bool:
    """Return whether the text is the name of an administrative or development-zone unit."""
    bare = squeeze(text)
    return bool(_ADMINISTRATIVE.fullmatch(bare)) and not _NOT_A_PLACE.fullmatch(bare)


@dataclass(frozen=True)
class Profile:
    """The values of a sample of a column's cells, blanks left out. Shares are 0 where there are no values."""

    values: tuple[Value, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Return the cells that are texts, without spaces."""
        return tuple(squeeze(v) for v in self.values if isinstance(v, str))

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of all values that are texts and pass the test."""
        return sum(1 for t in self.texts if test(t)) / len(self.values) if self.values else 0.0

    @cached_property
    def figures(self) -> float:
        """Return the share of values that are figures, typed as numbers or as text."""
        numbers = sum(1 for v in self.values if isinstance(v, int | float) and not isinstance(v, bool))
        return numbers / len(self.values) + self.share(_FIGURE.fullmatch) if self.values else 0.0

    @cached_property
    def middle(self) -> float:
        """Return the middle one of the typed numbers, 0 where there are none."""
        numbers = [abs(v) for v in self.values if isinstance(v, int | float) and not isinstance(v, bool)]
        return float(median(numbers)) if numbers else 0.0

    @cached_property
    def dates(self) -> float:
        """Return the share of values that are dates or can be read as one."""
        typed = sum(1 for v in self.values if isinstance(v, date))
        serials = sum(
            1 for v in self.values if isinstance(v, int | float) and (1990 <= v <= 2100 or 30000 <= v <= 60000)
        )
        return (typed + serials) / len(self.values) + self.share(_DATE.fullmatch) if self.values else 0.0

    @cached_property
    def like_names(self) -> float:
        """Return the share of values that may be names: at least three characters of Chinese."""
        return self.share(_LIKE_A_NAME.search)

    @cached_property
    def organisations(self) -> float:
        """Return the share of values that are names of units."""
        return self.share(_ORGANISATION.fullmatch)

    @cached_property
    def persons(self) -> float:
        """Return the share of values that may be names of persons, and are no units."""
        return self.share(lambda t: _PERSON.fullmatch(t) and not _ORGANISATION.fullmatch(t))

    @cached_property
    def places(self) -> float:
        """Return the share of values that are administrative units."""
        return self.share(is_administrative)

    @cached_property
    def distinct(self) -> float:
        """Return the share of texts that stand once."""
        return len(set(self.texts)) / len(self.texts) if self.texts else 0.0

    @cached_property
    def length(self) -> float:
        """Return the mean length of the texts."""
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0

    def words_of(self, pattern: re.Pattern[str]) -> float:
        """Return the share of texts that are wholly of the pattern."""
        return sum(1 for t in self.texts if pattern.fullmatch(t)) / len(self.texts) if self.texts else 0.0


_NOTHING = re.compile(r"[—\-－–―/／\\]+|暂?无|没有|未定|待定|不详|不涉及")
_SAMPLE = 240


def profile(grid: Grid, column: int, first: int, last: int) -> Profile:
    """Return the profile of a column's cells from row `first` to `last`."""
    step = max(1, (last - first + 1) // _SAMPLE)
    values = (grid.rows[row][column] for row in range(first, min(last, grid.height - 1) + 1, step))
    return Profile(tuple(v for v in values if v is not None and not (isinstance(v, str) and _says_nothing(v))))


def _says_nothing(text: str) -> bool:
    """Return whether the cell is as good as blank: 无, —, 待定 are no evidence of what a column holds."""
    bare = squeeze(text)
    return not bare or bool(_NOTHING.fullmatch(bare))
