"""Whether the figures that are set against each other are of one unit; a 0 is 0 in every unit."""

from collections.abc import Sequence

from udfs.arguments import Fault, Measured


def in_one_unit(figures: Sequence[float | Measured], titles: str | Sequence[str]) -> Fault | None:
    """Return what is wrong where figures name different units, or some name one and others none; else None.

    titles: what each figure is called, or what they all are.
    """
    named = [index for index, figure in enumerate(figures) if isinstance(figure, Measured)]
    if not named:
        return None
    first = figures[named[0]]
    assert isinstance(first, Measured)
    for index, figure in enumerate(figures):
        if not isinstance(figure, Measured):
            if figure:
                one, other = (titles, "有的") if isinstance(titles, str) else (titles[named[0]], titles[index])
                return Fault(f"{one}带单位（{first.text}），{other}没有单位")
        elif figure.dimension != first.dimension:
            return Fault(f"单位不同：{first.text}、{figure.text}")
    return None
