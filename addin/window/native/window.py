"""The small window on Windows."""

from collections.abc import Callable

from addin.pressed import Pressed
from addin.ribbon import tab
from addin.window.beside import start_beside
from addin.window.model import AS_OF_HINT, MAIN_BUTTON, TITLE, Model, State, tip
from addin.window.native import win32
from addin.window.native.boxes import ask, choose_workbook
from addin.window.native.dialog import Box, Control, Dialog
from addin.window.native.tooltips import Tooltips
from addin.window.opening import open_file
from addin.window.pressing import press

_EDGE, _LABEL, _LINE, _BUTTON, _GAP, _MESSAGE = 16, 68, 26, 92, 6, 108  # pixels at 96 dpi
_LEAST_COLUMNS = 5


class NativeWindow:
    """The window's controls around a model."""

    how_to_choose = "请把台账拖到这个窗口里，或点“选择…”"

    def __init__(self) -> None:
        groups = tab().groups
        columns = max(_LEAST_COLUMNS, *(len(group.buttons) for group in groups))
        self._right = _EDGE + _LABEL + columns * (_BUTTON + _GAP) - _GAP
        top_of_message = 2 * _EDGE + 2 * (_LINE + _GAP) + len(groups) * (_LINE + _GAP) + _EDGE
        self._dialog = Dialog(TITLE, self._right + _EDGE, top_of_message + _MESSAGE + 2 * _GAP + _LINE + _EDGE)
        self._tips = Tooltips(self._dialog)
        self._model = Model(self, press, open_file)
        self._buttons: dict[str, Control] = {}
        self._pressed: Control | None = None  # the button in work
        self._add_fields()
        self._add_groups(2 * _EDGE + 2 * (_LINE + _GAP))
        self._add_message(top_of_message)
        self._dialog.on_drop = self._model.drop
        self._dialog.on_close = self._close
        self.show(self._model.state)

    def run(self) -> None:
        """Show the window until the clerk closes it."""
        self._dialog.focus(self._choose)
        self._dialog.run()

    def work(self, task: Callable[[], Pressed], then: Callable[[Pressed], None]) -> None:
        """Run the task off the window's thread, then `then` with its result on it."""
        start_beside(task, then, self._dialog.call)

    def show(self, state: State) -> None:
        """Show the state."""
        self._workbook.write(state.workbook)
        self._as_of.write(state.as_of)
        self._message.write(state.message)
        self._bar.show(bool(state.busy))
        if state.busy:
            self._dialog.focus(self._message)  # a disabled button would keep the keyboard to itself
            self._message.send(win32.EM_SETSEL, 0, 0)
        for control in (*self._buttons.values(), self._workbook, self._choose, self._as_of):
            control.enable(not state.busy)
        self._open.enable(state.result is not None)
        if self._pressed and not state.busy:
            self._dialog.focus(self._open if state.result else self._pressed)
            self._pressed = None

    def _add_fields(self) -> None:
        top = _EDGE
        field = _EDGE + _LABEL
        self._label("工作簿", top)
        self._workbook = self._field(Box(field, top, self._right - field - _BUTTON - _GAP, _LINE))
        self._choose = self._button("选择…", Box(self._right - _BUTTON, top, _BUTTON, _LINE), self._choose_workbook)
        self._dialog.on(self._workbook, win32.EN_CHANGE, lambda: self._model.choose(self._workbook.text))
        top += _LINE + _GAP
        self._label("截止日期", top)
        self._as_of = self._field(Box(field, top, 2 * _BUTTON + _GAP, _LINE))
        hint = Box(field + 2 * (_BUTTON + _GAP) + _GAP, top, 300, _LINE)
        self._dialog.add("STATIC", AS_OF_HINT, win32.SS_CENTERIMAGE | win32.SS_NOPREFIX, hint)
        self._dialog.on(self._as_of, win32.EN_CHANGE, lambda: self._model.set_as_of(self._as_of.text))

    def _add_groups(self, top: int) -> None:
        self._dialog.add("STATIC", "", win32.SS_ETCHEDHORZ, Box(_EDGE, top - _EDGE // 2 - 3, self._right - _EDGE, 2))
        for group in tab().groups:
            self._label(group.label, top)
            for column, button in enumerate(group.buttons):
                box = Box(_EDGE + _LABEL + column * (_BUTTON + _GAP), top, _BUTTON, _LINE)
                control = self._button(button.label, box, self._presses(button.id, button.label))
                self._tips.add(control, tip(button))
                self._buttons[button.id] = control
                if button.id == MAIN_BUTTON:
                    self._dialog.make_default(control)
            top += _LINE + _GAP

    def _add_message(self, top: int) -> None:
        style = win32.ES_MULTILINE | win32.ES_READONLY | win32.ES_AUTOVSCROLL | win32.WS_VSCROLL | win32.WS_TABSTOP
        self._message = self._dialog.add(
            "EDIT", "", style, Box(_EDGE, top, self._right - _EDGE, _MESSAGE), win32.WS_EX_CLIENTEDGE
        )
        top += _MESSAGE + 2 * _GAP
        self._bar = self._dialog.add("msctls_progress32", "", win32.PBS_MARQUEE, Box(_EDGE, top + 6, 300, 14))
        self._bar.send(win32.PBM_SETMARQUEE, 1, 0)
        left = self._right - 2 * _BUTTON - _GAP
        self._open = self._button("打开结果", Box(left, top, _BUTTON, _LINE), self._model.open_result)
        self._button("关闭", Box(self._right - _BUTTON, top, _BUTTON, _LINE), self._close)

    def _label(self, text: str, top: int) -> None:
        self._dialog.add("STATIC", text, win32.SS_CENTERIMAGE | win32.SS_NOPREFIX, Box(_EDGE, top, _LABEL, _LINE))

    def _field(self, box: Box) -> Control:
        return self._dialog.add("EDIT", "", win32.ES_AUTOHSCROLL | win32.WS_TABSTOP, box, win32.WS_EX_CLIENTEDGE)

    def _button(self, label: str, box: Box, action: Callable[[], None]) -> Control:
        control = self._dialog.add("BUTTON", label, win32.WS_TABSTOP, box)
        self._dialog.on(control, win32.BN_CLICKED, action)
        return control

    def _presses(self, button: str, label: str) -> Callable[[], None]:
        def action() -> None:
            self._pressed = self._buttons[button]
            self._model.press(button, label)

        return action

    def _choose_workbook(self) -> None:
        path = choose_workbook(self._dialog.handle)
        if path:
            self._model.choose(path)

    def _close(self) -> None:
        question = self._model.question_at_close()
        if not question or ask(question, self._dialog.handle):
            self._dialog.end()


def run_window() -> None:
    """Show the window until the clerk closes it."""
    NativeWindow().run()
