"""Run under Wine: copy our classes of the user to the machine. Windows merges both, Wine 8 sees the machine's only."""

import winreg

KEYS = (r"Software\Classes\Dudao.Python", r"Software\Classes\CLSID\{6D0DA0F1-5A3C-4E0B-9A53-2B7C1D7E0D0B}")


def copy(key: str) -> None:
    with (
        winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as source,
        winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, key) as target,
    ):
        children, values, _ = winreg.QueryInfoKey(source)
        for index in range(values):
            name, value, kind = winreg.EnumValue(source, index)
            winreg.SetValueEx(target, name, 0, kind, value)
        for index in range(children):
            copy(rf"{key}\{winreg.EnumKey(source, index)}")


for each in KEYS:
    copy(each)
