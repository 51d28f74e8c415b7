"""Lossless editing of Excel packages: bytes in, bytes out; what nobody asked to change stays byte for byte."""

from workbooks.package.package import Package

__all__ = ["Package"]
