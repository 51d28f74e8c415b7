"""Passwords of files that are saved: Excel's newer formats are encrypted by other words than the rest."""

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
    data = uno().Any("[]com.sun.star.beans.NamedValue", tuple(said))
    return (struct("beans.PropertyValue", "EncryptionData", 0, data, 0),)
