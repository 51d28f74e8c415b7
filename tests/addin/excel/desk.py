"""A desk without Excel: pyOpenVBA runs the add-in's VBA over workbooks in memory, with stubs for Python and Windows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyopenvba.apps.excel import Application, ExcelApplication, Range, Workbook
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import (
    EMPTY,
    MISSING,
    NOTHING,
    Interpreter,
    VBAArray,
    VBACollection,
    VBAObject,
    member,
    method,
)
from pyopenvba.interpreter._intrinsics import INTRINSICS
from pyopenvba.interpreter._runtime import UserClassInstance

from addin.excel.modules import modules
from addin.ribbon import tab

NO_SERVER = VBARuntimeError(429, "ActiveX component can't create object")
SERVER_GONE = VBARuntimeError(462, "The remote server machine does not exist or is unavailable")
OVERFLOW = VBARuntimeError(6, "Overflow")
PYTHON_FAILED = VBARuntimeError(-2147352567, "Traceback (most recent call last): …")
# The interpreter runs neither; the editor shows neither an attribute, and events are called by name here.
_NOT_RUN = re.compile(r"^Attribute .*\n|\bWithEvents ", re.MULTILINE)
_date_diff = INTRINSICS["datediff"]


def _date_diff_in_a_long(interpreter: Interpreter, arguments: list[object], named: dict[str, object]) -> object:
    """DateDiff as VBA has it: a Long holds 68 years of seconds; the model's counts on."""
    found = _date_diff(interpreter, arguments, named)
    if abs(int(found)) > 2**31 - 1:
        raise OVERFLOW
    return found


INTRINSICS["datediff"] = _date_diff_in_a_long


@dataclass(frozen=True)
class Call:
    """What VBA asked of Python."""

    module: str
    function: str
    arguments: list[object]
    book: object
    caller: object


class Server(VBAObject):
    """The stub of xlwings' COM server: answers in turn, the last one for good.

    A function among them is called for its answer; an exception is raised.
    """

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.calls: list[Call] = []
        self.greets = True

    @method
    def CallUDF(  # noqa: N802
        self, module: str, function: str, arguments: VBAArray, book: object = MISSING, caller: object = MISSING
    ) -> object:
        self.calls.append(Call(module, function, [plain(one) for one in arguments.elements()], book, caller))
        if function == "hello":
            if not self.greets:
                raise SERVER_GONE
            return "0.1.0"
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        answer = answer() if callable(answer) else answer
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def asked(self) -> list[str]:
        return [call.function for call in self.calls]


@dataclass
class Windows(VBACollection):
    """Windows of which only the number is asked."""

    number: int

    def vba_items(self) -> list[object]:
        return [NOTHING] * self.number


class Excel(Application):
    """The model's Excel with the members that our VBA needs beyond it."""

    vba_type_name = "Application"

    def __init__(self) -> None:
        super().__init__()
        self.caller: object = NOTHING
        self.protected_views: int | None = 0  # None: an Excel that has no such view
        self.described: dict[str, tuple[str, str, list[object]]] = {}
        self.describes = True
        self.path = r"C:\Program Files\Microsoft Office\root\Office16"

    @member
    def Path(self) -> str:  # noqa: N802
        return self.path

    @member
    def Caller(self) -> object:  # noqa: N802
        return self.caller

    @member
    def ProtectedViewWindows(self) -> object:  # noqa: N802
        if self.protected_views is None:
            raise VBARuntimeError(438, "Object doesn't support this property or method")
        return Windows(self.protected_views)

    @method
    def MacroOptions(  # noqa: N802
        self,
        Macro: str,  # noqa: N803
        Description: str,  # noqa: N803
        Category: str,  # noqa: N803
        ArgumentDescriptions: VBAArray,  # noqa: N803
    ) -> None:
        if not self.describes:
            raise VBARuntimeError(1004, "Cannot edit a macro on a hidden workbook")
        self.described[Macro] = (Description, Category, ArgumentDescriptions.elements())


class Bridge(ExcelBridge):
    """Makes the objects of CreateObject; 429 for all others."""

    def __init__(self, application: Application, made: dict[str, Callable[[], VBAObject]]) -> None:
        super().__init__(application)
        self.made = made
        self.tries: list[str] = []

    def create(self, type_name_: str) -> object:
        self.tries.append(type_name_)
        if type_name_ not in self.made:
            raise NO_SERVER
        return self.made[type_name_]()


class Book(Workbook):
    """The model's workbook with the members that our VBA needs beyond it."""

    vba_type_name = "Workbook"

    @member
    def FullName(self) -> object:  # noqa: N802
        return f"{self.path}\\{self.name}"

    @method
    def LinkSources(self, kind: object) -> object:  # noqa: N802
        return EMPTY


class AddIn(Book):
    """The add-in's own workbook."""

    vba_type_name = "Workbook"
    follows = True

    @method
    def FollowHyperlink(self, Address: str) -> None:  # noqa: N802, N803
        if not self.follows:
            raise VBARuntimeError(-2147221014, "Cannot open the specified file.")
        self.followed.append(Address)

    @cached_property
    def followed(self) -> list[str]:
        return []


class _App(ExcelApplication):
    def __init__(self) -> None:
        self.application = Excel()
        self.interpreter = Interpreter(ExcelBridge(self.application))
        self.application.interpreter = self.interpreter


@dataclass
class Control(VBAObject):
    """What the ribbon hands to a callback."""

    id: str = "as_of"

    @member
    def ID(self) -> object:  # noqa: N802
        return self.id


@dataclass
class Desk:
    """The add-in loaded beside a clerk's workbook. servers: what each start of Python gives, the last for all later."""

    servers: list[Server] = field(default_factory=list)
    objects: dict[str, Callable[[], VBAObject]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = _App()
        self.excel = self.app.application
        self.add_in = self.app.add_workbook()
        self.add_in.__class__ = AddIn
        self.bridge = Bridge(self.excel, dict(self.objects))
        if self.servers:
            self.bridge.made["Dudao.Python"] = self._start
        self.app.interpreter.host = self.bridge
        self.add_in.name, self.add_in.path = "dudao.xlam", r"C:\Users\me\XLSTART"
        for module in modules(tab()):
            self.app.add_module(_NOT_RUN.sub("", module.source), name=module.name, kind=module.kind)
        self.book = self.app.add_workbook()
        self.book.__class__ = Book

    def serve(self, server: Server) -> None:
        """From now on Python is there."""
        self.bridge.made["Dudao.Python"] = lambda: server

    def _start(self) -> Server:
        return self.servers.pop(0) if len(self.servers) > 1 else self.servers[0]

    @property
    def starts(self) -> int:
        return self.bridge.tries.count("Dudao.Python")

    @property
    def messages(self) -> list[tuple[str, int]]:
        """The text and style of each message box."""
        return [(text, style) for _, text, title, style in self.app.dialogs if title == "项目督导"]

    def run(self, macro: str, *arguments: object) -> Any:
        return self.app.run(macro, *arguments)

    def run_line(self, statement: str) -> None:
        """Run one statement of VBA, as in the editor's immediate window."""
        self.app.add_module(f"Sub Line()\n{statement}\nEnd Sub", name="Immediate")
        self.app.run("Immediate.Line")

    def raise_event(self, event: str, *about: VBAObject) -> None:
        """Have Excel raise an event of the application, which only a watcher of this Excel hears."""
        document = self.app.interpreter.module("ThisWorkbook").document
        assert document is not None
        watcher = document.variables["watcher"].get()
        assert isinstance(watcher, UserClassInstance)
        assert watcher.variables["excelapp"].get() is self.excel
        watcher.vba_get(f"excelApp_{event}", list(about))

    def fill(self, cells: dict[str, object]) -> None:
        for place, value in cells.items():
            self.app.sheet(1).set_value(place, value)

    def show_as(self, place: str, number_format: str) -> None:
        self.run_line(f'Range("{place}").NumberFormat = "{number_format}"')

    def range(self, place: str) -> Range:
        found = self.app.sheet(1).sheet.vba_get("Range", [place])
        assert isinstance(found, Range)
        return found


def array(*rows: list[object]) -> VBAArray:
    """Return rows as the array that COM makes of a list of lists."""
    made = VBAArray([(0, len(rows) - 1), (0, len(rows[0]) - 1)])
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            made.set([i, j], cell)
    return made


def plain(value: object) -> object:
    """Return a value as Python's: arrays as lists, a missing argument as MISSING."""
    if isinstance(value, VBAArray):
        if value.dimensions == 1:
            return value.elements()
        (top, bottom), (left, right) = value.bounds
        return [[value.get([i, j]) for j in range(left, right + 1)] for i in range(top, bottom + 1)]
    return value
