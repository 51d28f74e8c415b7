"""Hosts: where the clerk's workbook lives. `port` says what a host can do.

file   the file itself, without a spreadsheet program
live   the workbook open in a spreadsheet program, through xlwings (`subset.toml` lists its words that are used)
"""
