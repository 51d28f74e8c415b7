"""Charts that say outright what XlsxWriter leaves to the reader's default.

XlsxWriter writes as Excel 2007 did, where a switch that is left out is off. In a workbook of a later Excel (AppVersion
16 in docProps/app.xml) readers take the standard's default, which is on: labels show series and category names,
titles lie over the plot, axes vanish. The clerk's workbook decides that, so no switch may be left out.
"""

from xml.etree import ElementTree

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PREFIXES = {
    "c": _CHART,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_LABELS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
# By element: the switches that must stand in it, each with the elements that come before it in the schema.
_BEFORE_LABELS = ("dLbl", "numFmt", "spPr", "txPr", "dLblPos")
_SWITCHES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "chartSpace": (("roundedCorners", ("date1904", "lang")),),
    "chart": (("autoTitleDeleted", ("title",)),),
    "title": (("overlay", ("tx", "layout")),),
    "legend": (("overlay", ("legendPos", "legendEntry", "layout")),),
    "barChart": (("varyColors", ("barDir", "grouping")),),
    "lineChart": (("varyColors", ("grouping",)),),
    "catAx": (("delete", ("axId", "scaling")),),
    "valAx": (("delete", ("axId", "scaling")),),
    "dLbls": tuple((name, _BEFORE_LABELS + _LABELS[:at]) for at, name in enumerate(_LABELS)),
}
_SERIES = {
    "barChart": ("invertIfNegative", ("idx", "order", "tx", "spPr")),
    "lineChart": (
        "smooth",
        ("idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val"),
    ),
}


def explicit(chart: bytes) -> bytes:
    """Return the chart part with every switch that XlsxWriter left out written as off."""
    for prefix, uri in _PREFIXES.items():
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.fromstring(chart)
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{_CHART}}}")
        if name == "dLbls" and element.find(f"{{{_CHART}}}delete") is not None:
            continue
        for switch, before in _SWITCHES.get(name, ()):
            _switch_off(element, switch, before)
        if name in _SERIES:
            for series in element.findall(f"{{{_CHART}}}ser"):
                _switch_off(series, *_SERIES[name])
    said: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return said


def _switch_off(element: ElementTree.Element, switch: str, before: tuple[str, ...]) -> None:
    """Put the switch in, off, behind the elements that the schema wants before it, unless it is there."""
    if element.find(f"{{{_CHART}}}{switch}") is not None:
        return
    earlier = {f"{{{_CHART}}}{name}" for name in before}
    place = max((at for at, child in enumerate(element, 1) if child.tag in earlier), default=0)
    element.insert(place, ElementTree.Element(f"{{{_CHART}}}{switch}", {"val": "0"}))
