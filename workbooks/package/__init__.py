"""Lossless editing of Excel packages: bytes in, bytes out; what nobody asked to change stays byte for byte."""

from workbooks.package.book import our_sheets
from workbooks.package.package import Package
from workbooks.package.splice import drop, splice

__all__ = ["Package", "drop", "our_sheets", "splice"]
