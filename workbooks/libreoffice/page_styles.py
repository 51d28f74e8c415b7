"""Page styles: paper, orientation, margins, fit to pages, header and footer of sheets, taken to another workbook."""

from typing import Any

_READ_ONLY = 16  # com.sun.star.beans.PropertyAttribute


def copy_page_style(source: Any, name: str, target: Any, wanted: str) -> str:
    """Make a page style like the source's in the target; return its name: the wanted one, or like it."""
    style = source.StyleFamilies.getByName("PageStyles").getByName(name)
    styles = target.StyleFamilies.getByName("PageStyles")
    while styles.hasByName(wanted):
        wanted += "_"
    copied = target.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName(wanted, copied)
    names = sorted(
        each.Name
        for each in style.PropertySetInfo.Properties
        if not (each.Attributes & _READ_ONLY or each.Name.endswith("Content"))
    )
    values = dict(zip(names, style.getPropertyValues(tuple(names)), strict=True))
    known = {name: value for name, value in values.items() if value is not None}
    copied.setPropertyValues(tuple(known), tuple(known.values()))
    for part in ("Header", "Footer"):
        if known[f"{part}IsOn"]:
            has_own = {
                "Right": True,
                "Left": not known[f"{part}IsShared"],
                "First": not known.get(f"FirstPage{part}IsShared", True),
            }
            for page in (page for page, own in has_own.items() if own):
                content = f"{page}Page{part}Content"
                copied.setPropertyValue(content, style.getPropertyValue(content))
    return wanted
