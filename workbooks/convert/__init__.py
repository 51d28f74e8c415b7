"""Formats that cannot be edited without loss: a new .xlsx with their sheets, as faithful as the readers allow."""

from workbooks.convert.to_xlsx import is_editable, to_xlsx

__all__ = ["is_editable", "to_xlsx"]
