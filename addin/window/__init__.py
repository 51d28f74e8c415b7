"""The small window, for WPS and for an Excel that runs no macros: the buttons without a spreadsheet program.

`pythonw -m addin.window` opens it; with FILES it does 生成通报 on them and opens the results (a drop on
the desktop icon); with --button it does one button's work and writes a result file, which VBA reads where
it reaches no Python server.
"""
