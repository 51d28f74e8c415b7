"""The component that LibreOffice starts for our functions; it lies at the top of the extension as dudao_functions.py.

LibreOffice brings a Python of its own, which may be an old one: this file loads in Python 3.6 and later, and says so
where it is too old for the rest of us. The rest is in `pythonpath`, beside this file, and loaded at the first call.
"""

# ruff: noqa: N802, N816  # names that UNO gives

import os
import sys
from typing import Any

import unohelper
from com.sun.star.lang import XServiceInfo, XServiceName
from com.sun.star.sheet import XAddIn
from com.sun.star.task import XJob
from dudao import XFunctions

SERVICE = "dudao.Functions"
TRAVEL = "dudao.libreoffice.Travel"
OLDEST = (3, 11)
TOO_OLD = "LibreOffice的Python是{}版，要3.11以上，请升级LibreOffice"
FAILED = "没有算出，请重装“项目督导”扩展"

if sys.version_info >= OLDEST:
    # LibreOffice appends the folder; the libraries carried there go before others that the system happens to have
    _LIBRARIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pythonpath")
    if _LIBRARIES in sys.path:
        sys.path.remove(_LIBRARIES)
    sys.path.insert(0, _LIBRARIES)


class Functions(unohelper.Base, XServiceInfo, XServiceName, XAddIn, XFunctions):  # type: ignore[misc]
    """The add-in: each function of the interface is answered in one place."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._locale: Any = None
        self._answer: Any = None

    def __getattr__(self, name: str) -> Any:
        """Return the method that answers this function; UNO asks for those of the interface."""
        if not name.isupper():
            raise AttributeError(name)

        def method(document: Any, *arguments: Any) -> Any:
            return self._answered(name, document, arguments)

        self.__dict__[name] = method
        return method

    def _answered(self, name: str, document: Any, arguments: Any) -> Any:
        if sys.version_info < OLDEST:
            return _one_cell(TOO_OLD.format(".".join(map(str, sys.version_info[:2]))))
        try:
            if self._answer is None:
                from addin.libreoffice.functions.answering import Answering

                self._answer = Answering(self._context)
            return self._answer(name, document, arguments)
        except Exception:
            return _one_cell(FAILED)

    def getServiceName(self) -> str:
        """Return under which name LibreOffice stores our functions."""
        return SERVICE

    def getImplementationName(self) -> str:
        """Return our name."""
        return SERVICE

    def supportsService(self, name: str) -> bool:
        """Return whether we are one."""
        return name == SERVICE

    def getSupportedServiceNames(self) -> Any:
        """Return what we are. Never com.sun.star.sheet.AddIn: then LibreOffice would load us at its start."""
        return (SERVICE,)

    def setLocale(self, locale: Any) -> None:
        """Take the language; ours is always Chinese."""
        self._locale = locale

    def getLocale(self) -> Any:
        """Return the language."""
        return self._locale

    # What CalcAddIns.xcu says already; LibreOffice doesn't ask for it here.

    def getProgrammaticFuntionName(self, shown: str) -> str:
        """Return the method of a name (so misspelt in UNO)."""
        return shown

    def getDisplayFunctionName(self, method: str) -> str:
        """Return the name of a method."""
        return method

    def getFunctionDescription(self, method: str) -> str:
        """Return nothing."""
        return ""

    def getDisplayArgumentName(self, method: str, argument: int) -> str:
        """Return nothing."""
        return ""

    def getArgumentDescription(self, method: str, argument: int) -> str:
        """Return nothing."""
        return ""

    def getProgrammaticCategoryName(self, method: str) -> str:
        """Return the category of add-ins."""
        return "Add-In"

    def getDisplayCategoryName(self, method: str) -> str:
        """Return the category of add-ins."""
        return "Add-In"


class Travel(unohelper.Base, XServiceInfo, XJob):  # type: ignore[misc]
    """The job of LibreOffice's events: a workbook was opened, or saved."""

    def __init__(self, context: Any) -> None:
        self._context = context

    def execute(self, arguments: Any) -> Any:
        """Let the formulas of the workbook travel. In an old Python they stay as they are."""
        if sys.version_info >= OLDEST:
            try:
                from addin.libreoffice.functions.events import happened

                happened(self._context, _environment(arguments))
            except Exception:  # of ours; a workbook opens and is saved whatever we do
                return ()
        return ()

    def getImplementationName(self) -> str:
        """Return our name."""
        return TRAVEL

    def supportsService(self, name: str) -> bool:
        """Return whether we are one."""
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> Any:
        """Return what we are."""
        return (TRAVEL, "com.sun.star.task.Job")


def _one_cell(text: str) -> Any:
    return ((text,),)


def _environment(arguments: Any) -> Any:
    named = {argument.Name: argument.Value for argument in arguments}
    return {value.Name: value.Value for value in named.get("Environment", ())}


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Functions, SERVICE, (SERVICE,))
g_ImplementationHelper.addImplementation(Travel, TRAVEL, (TRAVEL, "com.sun.star.task.Job"))
