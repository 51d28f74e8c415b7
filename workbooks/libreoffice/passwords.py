"""Passwords of files that are saved: Excel's newer formats are encrypted by other words than the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbooks.libreoffice.uno_words import properties, struct, uno

_PACKAGES = "Calc MS Excel 2007"  # how the names of the filters begin


def encrypted(filter_name: str, password: str) -> tuple[Any, ...]:
    """Return the options for saving with a password; LibreOffice 7.4 saves an .xlsx unencrypted by its `Password`."""
    if not filter_name.startswith(_PACKAGES):
        return properties(Password=password)
    said = []
    for name, value in {"CryptoType": "Standard", "OOXPassword": password}.items():
        one = struct("beans.NamedValue")
        one.Name, one.Value = name, value
        said.append(one)
    return _encryption(said)


def as_opened(description: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the options for saving with the password that a document was opened with, none where it has none.

    description: what the document says of its file (`Args`).
    """
    if said := description.get("EncryptionData"):
        return _encryption(said)
    password = description.get("Password")
    return properties(Password=password) if password else ()


def _encryption(said: Iterable[Any]) -> tuple[Any, ...]:
    data = uno().Any("[]com.sun.star.beans.NamedValue", tuple(said))  # else it came as values of any kind, unheeded
    return (struct("beans.PropertyValue", "EncryptionData", 0, data, 0),)
