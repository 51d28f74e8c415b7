"""Every specimen ledger is understood as its office meant it; only what a specimen expects is compared."""

from pathlib import Path
from typing import Any

import pytest

from tests.ledgers import Specimen, specimens, write
from workbooks.errors import NoLedger
from workbooks.reading import read_book
from workbooks.recognition import inspect_json, recognise
from workbooks.settings import Settings

SPECIMENS = specimens()
NAMES = [one.name for one in SPECIMENS]


@pytest.mark.parametrize("one", SPECIMENS, ids=NAMES)
def test_it_understands_the_ledger_of(one: Specimen, tmp_path: Path) -> None:
    path = tmp_path / f"{one.name}.xlsx"
    write(one, path)
    book = read_book(path)
    expect = one.expect
    try:
        recognition = recognise(book, Settings())
    except NoLedger:
        assert expect.get("refused"), "refused, although there is a ledger"
        return
    said = inspect_json(recognition)
    if expect.get("refused"):
        assert [(ledger["sheet"], ledger["kind"]) for ledger in said["ledgers"]] == []
        return
    assert [(ledger["sheet"], ledger["kind"]) for ledger in said["ledgers"]] == [
        (ledger["sheet"], ledger["kind"]) for ledger in expect["ledgers"]
    ]
    differences = [
        difference
        for expected, ledger, found in zip(expect["ledgers"], said["ledgers"], recognition.ledgers, strict=True)
        for difference in [*said_otherwise(expected, ledger), *read_otherwise(expected, found)]
    ]
    others = {other["sheet"]: other["why"] for other in said["other_sheets"]}
    differences += [
        f"other_sheets: {other} expected, {others} said"
        for other in expect["other_sheets"]
        if other["sheet"] not in others or other.get("why", others[other["sheet"]]) != others[other["sheet"]]
    ]
    assert not differences, "\n" + "\n".join(differences)


PLAIN = ("layout", "header_rows", "first_row", "last_row", "projects", "declared_projects")


def said_otherwise(expected: dict[str, Any], said: dict[str, Any]) -> list[str]:
    """Return the differences from the JSON of `inspect`."""
    where = expected["sheet"]
    found = [
        f"{where}: {key} {said.get(key)!r}, expected {expected[key]!r}"
        for key in PLAIN
        if key in expected and said.get(key) != expected[key]
    ]
    found += [
        f"{where}: period {said.get('period')}, expected {expected['period']}"
        for key, value in expected.get("period", {}).items()
        if (said.get("period") or {}).get(key) != value
    ]
    for name, field in expected.get("fields", {}).items():
        given = said["fields"].get(name)
        if given is None or any(given.get(key) != value for key, value in field.items()):
            found.append(f"{where}: field {name} {given}, expected {field}")
    if "months" in expected:
        months = said.get("months") or said["fields"].get("months") or []
        kept = [{key: month[key] for key in ("month", "plan", "done") if month.get(key)} for month in months]
        if kept != expected["months"]:
            found.append(f"{where}: months {kept}, expected {expected['months']}")
    unmapped = {column["column"] for column in said.get("unmapped", [])}
    found += [
        f"{where}: column {c} not in unmapped {unmapped}" for c in expected.get("unmapped", []) if c not in unmapped
    ]
    return found


def read_otherwise(expected: dict[str, Any], ledger: Any) -> list[str]:
    """Return the differences from the ledger's rows and values."""
    where, found = expected["sheet"], []
    names = ["".join(str(name or "").split()).lstrip("★☆▲●◆*") for name in ledger.column("name")]
    if "names" in expected and names[:1] + names[-1:] != expected["names"]:
        found.append(f"{where}: names {names[:1] + names[-1:]}, expected {expected['names']}")
    for field, amount in expected.get("sums", {}).items():
        given = sum(value for value in ledger.column(field) if isinstance(value, int | float))
        if given != pytest.approx(amount, abs=0.005):
            found.append(f"{where}: Σ {field} {given}, expected {amount}")
    regions = dict(zip(names, ledger.regions, strict=False))
    found += [
        f"{where}: region of {name} {regions.get(name)!r}, expected {region!r}"
        for name, region in expected.get("regions", {}).items()
        if regions.get(name) != region
    ]
    found += [
        f"{where}: no section row {label!r} of {count}"
        for label, count in expected.get("sections", [])
        if not any(one.count == count and one.label == label for one in ledger.sections)
        and not any(one.count == count and label in one.label for one in ledger.summaries)
    ]
    return found
