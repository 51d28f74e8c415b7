"""Hosts: where the clerk's workbook lives. `port` says what a host can do; `file` does it on the file itself."""
