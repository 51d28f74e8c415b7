"""The window made with tkinter, for systems other than Windows."""

from addin.window.tk.boxes import ask, prepare, say
from addin.window.tk.notice import run_notice
from addin.window.tk.window import run_window

__all__ = ["ask", "prepare", "run_notice", "run_window", "say"]
