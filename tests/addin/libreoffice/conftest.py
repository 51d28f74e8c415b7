"""The installed extension, for all tests here."""

from tests.addin.libreoffice.installed import installed, packed, profile

__all__ = ["installed", "packed", "profile"]
