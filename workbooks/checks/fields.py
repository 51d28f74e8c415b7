"""Which canonical fields are money, dates and rates, and how a message calls the fields that it compares."""

from workbooks.recognition.dictionary import FieldType, entries


def _of_type(kind: FieldType) -> frozenset[str]:
    return frozenset(name for name, entry in entries().items() if entry.type == kind)


MONEY = _of_type("money")
DATES = _of_type("date")
RATES = _of_type("rate")

CALLED = {name: entry.title for name, entry in entries().items()}
