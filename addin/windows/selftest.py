"""The self-test of an installation: one line for each thing that must work, √ or ×, and after × what to do.

○ stands before what works otherwise where it is missing.
"""

import contextlib
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from addin.windows import records, registry, rights
from addin.windows.identity import PROGID
from addin.windows.places import Places, places
from addin.windows.server import UNUSED, hidden, restrain_xlwings
from addin.windows.talk import DONE, say

NEEDED = ("xlwings", "openpyxl", "xlrd", "xlsxwriter", "rapidfuzz")
REPLACED = {
    "python_calamine": "这台电脑上打不开，改用 openpyxl：结果一样，读大台账慢一些。",
    "pandas": "这台电脑上打不开；按钮和函数用不到它，可以不管。",
}
_NOT_WELL = 1
_SECONDS = 120


class NotWell(Exception):
    """Something does not work; the message says what to do."""


class Replaced(Exception):
    """Something does not work, and is not needed; the message says what is done instead."""


def main() -> int:
    """Test everything, say a line for each; return 0 where all is well."""
    records.start("安装")
    here = places()
    with hidden(*UNUSED):  # no work of ours needs them; that they load is tested in a process of its own
        well = [_line(title, partial(test, here)) for title, test in TESTS]
    return DONE if all(well) else _NOT_WELL


def _line(title: str, test: Callable[[], str]) -> bool:
    try:
        said = test()
    except Replaced as reason:
        say(f"○ {title}：{reason}")
        return True
    except NotWell as reason:
        say(f"× {title}：{reason}")
        return False
    except Exception as failure:
        records.LOG.exception("self-test: %s", title)
        say(f"× {title}：不能用（{type(failure).__name__}），请把日志发给维护人员：{records.folder()}")
        return False
    say(f"√ {title}：{said}")
    return True


def _python(here: Places) -> str:
    bits = 64 if sys.maxsize > 2**32 else 32
    return f"{sys.version.split()[0]}，{bits}位"


def _libraries(here: Places) -> str:
    for name in NEEDED:
        import_module(name)
    restrain_xlwings()
    return "、".join(NEEDED)


def _replaced(library: str, here: Places) -> str:
    """Load a library in a process of its own: on a system that it doesn't run on, it may take the process down."""
    load = [sys.executable, "-c", f"import {library}"]
    done = subprocess.run(load, input=b"", capture_output=True, timeout=_SECONDS, check=False)
    if done.returncode:
        raise Replaced(REPLACED[library])
    return version(library)


def _registration(here: Places) -> str:
    """Say for whom the class is entered: the machine matters where Excel, as we, has an administrator's rights."""
    wanted = registry.entries(here, version("dudao"))
    if registry.missing(wanted):
        raise NotWell("没有登记好，请再运行一次 install.cmd。")
    if not here.silent_python.exists():
        raise NotWell("程序文件不全（可能被杀毒软件删了），请再运行一次 install.cmd。")
    if not rights.elevated():
        return PROGID
    if registry.missing_for_machine(wanted):
        return f"{PROGID}，只登记给当前用户（本机不让登记），以管理员身份运行的 Excel 可能叫不到函数服务。"
    return f"{PROGID}，当前用户和本机都已登记"


def _functions(here: Places) -> str:
    """Call the server as VBA does."""
    client: Any = import_module("win32com.client")
    errors: Any = import_module("pywintypes")
    try:
        server = client.Dispatch(PROGID)
        says = server.CallUDF("addin.served", "hello", (), None, None)
        rate = server.CallUDF("udfs.excel", "COMPLETION_RATE", (629.0, 647.4), None, None)
    except errors.com_error as error:
        records.LOG.exception("self-test: COM")
        raise NotWell(
            f"叫不到函数服务（{error.hresult & 0xFFFFFFFF:08X}），可能被杀毒软件或单位的策略拦住；"
            "Excel 里的按钮和函数暂不能用，拖到桌面图标上照常可用。"
        ) from error
    if says != version("dudao") or f"{rate:.2f}" != "97.16":
        raise NotWell("函数服务是旧版本的，请关闭 Excel 后再运行一次 install.cmd。")
    return "COMPLETION_RATE(629, 647.4) = 97.16"


def _report(here: Places) -> str:
    """Make a report of a shipped ledger."""
    from addin.cli import main as dudao

    sample = here.app / "workbooks" / "samples" / "county.xlsx"
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "通报.xlsx")
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            code = dudao(["report", str(sample), "--as-of", "2026-06-30", "-o", str(result)])
        if code != 0 or not is_zipfile(result):
            raise NotWell(said.getvalue().strip() or "没有生成。")
    return "示例台账的通报已生成"


def _add_in(here: Places) -> str:
    if not is_zipfile(here.add_in):
        raise NotWell("没有找到加载项（可能被杀毒软件删了），请再运行一次 install.cmd。")
    return str(here.add_in)


def _icon(here: Places) -> str:
    if not here.icon.exists():
        raise NotWell("桌面上没有图标，请再运行一次 install.cmd。")
    return here.icon.stem


TESTS: tuple[tuple[str, Callable[[Places], str]], ...] = (
    ("Python", _python),
    ("组件", _libraries),
    *((library, partial(_replaced, library)) for library in REPLACED),
    ("登记", _registration),
    ("函数", _functions),
    ("生成通报", _report),
    ("Excel 加载项", _add_in),
    ("桌面图标", _icon),
)


if __name__ == "__main__":
    sys.exit(main())
