"""What installer and uninstaller say: on the console, and in their log."""

import sys
from collections.abc import Callable

from addin.windows import records
from workbooks.errors import Refusal, one_sentence

DONE, REFUSED, FAILED = 0, 2, 3


def say(text: str = "") -> None:
    """Show a line, and log it; what the console can't show is replaced."""
    if sys.stdout is not None:
        encoding = sys.stdout.encoding or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), flush=True)
    if text:
        records.LOG.info(text)


def told(work: Callable[[], int]) -> int:
    """Return the work's exit code; a refusal or failure is one sentence for the clerk, details are in the log."""
    try:
        return work()
    except Refusal as refusal:
        say(refusal.message)
        return REFUSED
    except OSError as error:
        records.LOG.exception("a file")
        say(_of_files(error))
    except Exception as failure:
        records.LOG.exception("our own failure")
        say(f"程序出错了（{one_sentence(f'{type(failure).__name__}: {failure}')}）详情在日志里：{records.folder()}")
    return FAILED


def _of_files(error: OSError) -> str:
    where = f"“{error.filename}”" if error.filename else "文件"
    if isinstance(error, PermissionError):
        return f"{where}正被使用或不允许写入：请关闭 Excel、WPS 和“项目督导”窗口，再运行一次。"
    if error.errno == 28 or getattr(error, "winerror", None) in (39, 112):
        return "磁盘满了：请腾出约300MB空间，再运行一次。"
    reason = error.strerror or str(error)
    return f"{where}读写不了（{reason}），请再运行一次；还是不行，请把日志发给维护人员：{records.folder()}"
