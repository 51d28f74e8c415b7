"""Why a package is refused, by the kinds of findings.md A: one word for scripts, one sentence for the clerk."""

from workbooks.errors import Damaged, NotAWorkbook, Refusal, Unsafe

REASONS: dict[str, tuple[type[Refusal], str]] = {
    "encrypted": (Unsafe, "文件已加密，请先在 Excel 中去掉打开密码并另存，再试。"),
    "signed": (Unsafe, "文件带有数字签名，改动会使签名失效；请先在 Excel 中删除签名并另存，再试。"),
    "duplicate_parts": (Unsafe, "文件内部有重名的部件，改动可能丢失内容；请用 Excel 打开另存后再试。"),
    "dtd": (Unsafe, "文件内部含有不允许的 DTD 声明，可能不安全；请用 Excel 打开另存后再试。"),
    "bomb": (Unsafe, "文件解压后异常庞大，疑似压缩炸弹，不予打开。"),
    "bad_crc": (Damaged, "文件已损坏（校验不符），请向发送人重新索取。"),
    "truncated": (Damaged, "文件不完整（可能没有传完），请重新复制或下载。"),
    "damaged": (Damaged, "文件已损坏，无法完整读取；请用 Excel 打开修复后另存，再试。"),
    "empty": (NotAWorkbook, "文件是空的，没有任何内容。"),
    "not_a_workbook": (NotAWorkbook, "文件不是 Excel 工作簿，请检查是否选错或改过扩展名。"),
}


def refusal(code: str) -> Refusal:
    """Return the refusal with this code, ready to be raised."""
    kind, message = REASONS[code]
    return kind(message, code)
