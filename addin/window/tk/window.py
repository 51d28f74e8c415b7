"""The small window in tkinter."""

import tkinter
from collections.abc import Callable
from tkinter import messagebox, ttk

from addin.pressed import Pressed
from addin.ribbon import tab
from addin.window.beside import start_beside
from addin.window.model import AS_OF_HINT, MAIN_BUTTON, TITLE, Model, State
from addin.window.opening import open_file
from addin.window.pressing import press
from addin.window.tk.boxes import Calls, choose_workbook


class TkWindow:
    """The window's widgets around a model."""

    how_to_choose = "请点“选择…”选一份台账"

    def __init__(self) -> None:
        self.root = tkinter.Tk(className="dudao")
        self.root.title(TITLE)
        self.root.resizable(False, False)
        ttk.Style().theme_use("clam")
        self._calls = Calls(self.root)
        self._model = Model(self, press, open_file)
        self._frame = ttk.Frame(self.root, padding=16)
        self._frame.grid()
        self._resting: list[ttk.Widget] = []  # what may be used while nothing is in work
        self._workbook, self._as_of = tkinter.StringVar(), tkinter.StringVar()
        self._add_fields()
        self._add_groups()
        self._add_message()
        self._workbook.trace_add("write", lambda *_: self._model.choose(self._workbook.get()))
        self._as_of.trace_add("write", lambda *_: self._model.set_as_of(self._as_of.get()))
        self.root.bind("<Escape>", lambda _: self._close())
        self.root.protocol("WM_DELETE_WINDOW", self._close)
        self.show(self._model.state)

    def work(self, task: Callable[[], Pressed], then: Callable[[Pressed], None]) -> None:
        """Run the task off the window's thread, then `then` with its result on it."""
        start_beside(task, then, self._calls.call)

    def show(self, state: State) -> None:
        """Show the state."""
        for variable, text in ((self._workbook, state.workbook), (self._as_of, state.as_of)):
            if variable.get() != text:
                variable.set(text)
        self._message.configure(state="normal")
        self._message.replace("1.0", "end", state.message)
        self._message.configure(state="disabled")
        for widget in self._resting:
            widget.state(["disabled" if state.busy else "!disabled"])
        self._open.state(["!disabled" if state.result else "disabled"])
        if state.busy:
            self._bar.grid()
            self._bar.start(20)
        else:
            self._bar.stop()
            self._bar.grid_remove()

    def _add_fields(self) -> None:
        fields = ttk.Frame(self._frame)
        fields.grid(sticky="we")
        fields.columnconfigure(2, weight=1)
        ttk.Label(fields, text="工作簿").grid(row=0, column=0, padx=(0, 12), pady=3, sticky="w")
        workbook = ttk.Entry(fields, textvariable=self._workbook)
        workbook.grid(row=0, column=1, columnspan=2, sticky="we", pady=3)
        choose = ttk.Button(fields, text="选择…", command=self._choose_workbook)
        choose.grid(row=0, column=3, padx=(6, 0))
        ttk.Label(fields, text="截止日期").grid(row=1, column=0, padx=(0, 12), pady=3, sticky="w")
        as_of = ttk.Entry(fields, textvariable=self._as_of, width=18)
        as_of.grid(row=1, column=1, sticky="w", pady=3)
        ttk.Label(fields, text=AS_OF_HINT).grid(row=1, column=2, sticky="w", padx=6)
        for field in (workbook, as_of):
            field.bind("<Return>", lambda _: self._press_main())
        choose.focus_set()
        self._resting += [workbook, choose, as_of]

    def _add_groups(self) -> None:
        ttk.Separator(self._frame).grid(sticky="we", pady=10)
        groups = ttk.Frame(self._frame)
        groups.grid(sticky="w")
        for row, group in enumerate(tab().groups):
            ttk.Label(groups, text=group.label).grid(row=row, column=0, padx=(0, 40), sticky="w")
            for column, button in enumerate(group.buttons, start=1):
                widget = ttk.Button(groups, text=button.label, command=self._presses(button.id, button.label))
                widget.grid(row=row, column=column, padx=(0, 6), pady=3)
                widget.bind("<Return>", lambda event: event.widget.invoke())
                self._resting.append(widget)

    def _add_message(self) -> None:
        ttk.Separator(self._frame).grid(sticky="we", pady=10)
        self._message = tkinter.Text(self._frame, height=6, width=72, wrap="char", takefocus=False, padx=6, pady=4)
        self._message.grid(sticky="we")
        last = ttk.Frame(self._frame)
        last.grid(sticky="we", pady=(10, 0))
        last.columnconfigure(0, weight=1)
        self._bar = ttk.Progressbar(last, mode="indeterminate", length=240)
        self._bar.grid(row=0, column=0, sticky="w")
        self._open = ttk.Button(last, text="打开结果", command=self._model.open_result)
        self._open.grid(row=0, column=1, padx=6)
        ttk.Button(last, text="关闭", command=self._close).grid(row=0, column=2)

    def _presses(self, button: str, label: str) -> Callable[[], None]:
        return lambda: self._model.press(button, label)

    def _press_main(self) -> None:
        self._model.press(MAIN_BUTTON, tab().button(MAIN_BUTTON).label)

    def _choose_workbook(self) -> None:
        path = choose_workbook(self.root)
        if path:
            self._model.choose(path)

    def _close(self) -> None:
        question = self._model.question_at_close()
        if not question or messagebox.askyesno(TITLE, question, parent=self.root):
            self.root.destroy()


def run_window() -> None:
    """Show the window until the clerk closes it."""
    TkWindow().root.mainloop()
