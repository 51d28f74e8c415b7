"""vbaProject.bin written from source text, reproducibly, by the standard library alone."""

from addin.excel.vba.project import Project, vba_project
from addin.excel.vba.source import Module

__all__ = ["Module", "Project", "vba_project"]
