"""督导设置: every setting with its value to be changed, what it may be, its default and meaning, in groups.

What only the clerk can answer about the ledgers stands first. What was written and doesn't hold stays as it was
written, with what is wrong, so that nothing the clerk wrote is lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbooks.ledger import Question
from workbooks.setting_docs import allowed_text, default_text, value_text
from workbooks.settings import Family, Setting, Settings, declared, families, groups
from workbooks.settings_sheet import SettingsSheet
from workbooks.sheets.canvas import Canvas, open_canvas
from workbooks.sheets.columns import Column, columns_of
from workbooks.sheets.context import Context
from workbooks.sheets.texts import text

_SPARE_ROWS = 3  # of each family, to be filled
_LONGEST_LIST, _LONGEST_MESSAGE = 255, 255  # Excel's limits
_SWITCH = ("是", "否")
_Wrong = dict[str, tuple[str | float, str]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet. value: None for a blank; check: what XlsxWriter's data validation takes, None for none."""

    title: str
    key: str
    value: str | float | None = None
    unit: str = ""
    default: str = ""
    allowed: str = ""
    meaning: str = ""
    check: Mapping[str, Any] | None = None
    wrong: bool = False


def write_settings(context: Context, sheet: SettingsSheet | None, questions: Sequence[Question]) -> None:
    """Write the sheet. sheet: what stands in the workbook already; questions: those of the ledgers."""
    columns = columns_of("settings")
    canvas = open_canvas(context, "settings", "grey", [column.width for column in columns])
    canvas.line(text("titles.settings"), context.styles("list_title"), points=42)
    canvas.line(text("settings.how"), context.styles("summary"), points=22)
    canvas.line(text("settings.order"), context.styles("legend"), points=20)
    header = canvas.header([column.title for column in columns])
    remarks = sheet.remarks if sheet else {}
    for band, rows in _bands(context.settings, sheet, questions):
        canvas.line(band, context.styles("cell", "band_row"), points=20)
        for row in rows:
            _write(canvas, columns, row, remarks.get(row.key) or remarks.get(row.title) or "")
    canvas.sheet.freeze_panes(header + 1, 2)
    canvas.sheet.repeat_rows(header)


def _bands(
    settings: Settings, sheet: SettingsSheet | None, questions: Sequence[Question]
) -> Iterator[tuple[str, list[_Row]]]:
    wrong, twice = _wrong(settings, sheet)
    if questions:
        yield text("settings.questions"), [_of_question(question, wrong) for question in questions]
    asked = {question.key for question in questions}
    for group, title in groups().items():
        rows = [_of_setting(each, settings, wrong) for key, each in declared().items() if key.split(".")[0] == group]
        for family in families():
            if family.key.split(".")[0] == group:
                rows += _of_family(family, settings, wrong, asked)
        yield title, rows
    unused = [_Row(key, "", value, allowed=why, wrong=True) for key, (value, why) in wrong.items()]
    if unused or twice:
        yield text("settings.unused"), [*unused, *twice]


def _wrong(settings: Settings, sheet: SettingsSheet | None) -> tuple[_Wrong, list[_Row]]:
    """Return what was written and doesn't hold, by its key or title as written: the value, and what is wrong.

    What was written a second time stands for itself: the first holds.
    """
    why = {problem.cell: problem.message for problem in settings.problems}
    titles = {setting.title: key for key, setting in declared().items()}
    wrong: _Wrong = {}
    twice: list[_Row] = []
    seen: set[str] = set()
    for row in sheet.rows if sheet else ():
        key = titles.get(row.key, row.key)
        if row.cell in why and key in seen:
            twice.append(_Row(row.key, "", value_text(row.value), allowed=why[row.cell], wrong=True))
        elif row.cell in why:
            wrong[row.key] = value_text(row.value), why[row.cell]
        seen.add(key)
    return wrong, twice


def _of_question(question: Question, wrong: _Wrong) -> _Row:
    value, why = wrong.pop(question.key, (None, ""))
    allowed = why or "、".join(question.candidates)
    return _Row(
        question.text, question.key, value, allowed=allowed, check=_one_of(question.candidates), wrong=bool(why)
    )


def _of_setting(setting: Setting, settings: Settings, wrong: _Wrong) -> _Row:
    value, why = wrong.pop(setting.key, None) or wrong.pop(setting.title, None) or (None, "")
    return _Row(
        setting.title,
        setting.key,
        value if why else value_text(settings[setting.key], setting),
        setting.unit,
        str(default_text(setting)),
        why or allowed_text(setting),
        setting.meaning,
        _check(setting),
        bool(why),
    )


def _of_family(family: Family, settings: Settings, wrong: _Wrong, asked: set[str]) -> list[_Row]:
    """Return the answers given, and a few rows to be filled."""
    given = {key: value for key, value in settings.given.items() if key.startswith(family.key)}
    mine = [key for key in wrong if key.startswith(family.key)]
    check = _one_of(tuple(family.choices.values()))
    rows = [
        _Row(family.title, key, family.choices.get(value, value_text(value)), meaning=family.meaning, check=check)
        for key, value in given.items()
        if key not in asked
    ]
    for key in mine:
        value, why = wrong.pop(key)
        rows.append(_Row(family.title, key, value, allowed=why, meaning=family.meaning, check=check, wrong=True))
    example = text("settings.example", name=family.example)
    spare = _Row(family.title, family.key, allowed=example, meaning=family.meaning, check=check)
    return [*rows, spare, *[_Row("", family.key, check=check)] * (_SPARE_ROWS - 1)]


def _check(setting: Setting) -> Mapping[str, Any] | None:
    """Return what Excel lets into the cell: a list to choose from, or numbers within their limits."""
    if setting.kind == "choice":
        return _one_of(tuple(setting.choices.values()))
    if setting.kind == "switch":
        return _one_of(_SWITCH)
    if setting.kind == "number":
        kind, low, high = ("integer" if setting.whole else "decimal"), setting.minimum, setting.maximum
        if low is not None and high is not None:
            return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
        if low is not None:
            return {"validate": kind, "criteria": ">=", "value": low}
    return None


def _one_of(choices: Sequence[str]) -> Mapping[str, Any] | None:
    fits = choices and len(",".join(choices)) <= _LONGEST_LIST and not any("," in choice for choice in choices)
    return {"validate": "list", "source": list(choices)} if fits else None


def _write(canvas: Canvas, columns: Sequence[Column], row: _Row, remark: str) -> None:
    shown = {
        "title": row.title, "value": row.value, "unit": row.unit, "default": row.default,
        "allowed": row.allowed, "meaning": row.meaning, "key": row.key, "remark": remark,
    }  # fmt: skip
    canvas.fit([(str(shown[column.field] or ""), column.width) for column in columns])
    for at, column in enumerate(columns):
        roles = ["cell", column.role, *(["error"] if row.wrong and column.field in ("value", "allowed") else [])]
        style, value = canvas.styles(*roles), shown[column.field]
        if column.field == "remark" and value:
            canvas.sheet.write_string(canvas.row, at, str(value), style)  # the clerk's, whole, however long
        else:
            canvas.put(at, value, style)
        if column.field == "value" and row.check:
            canvas.sheet.data_validation(canvas.row, at, canvas.row, at, _with_words(row))
    canvas.row += 1


def _with_words(row: _Row) -> dict[str, Any]:
    """Return the validation with what is said where a value doesn't fit; a blank is always let in."""
    message = text("settings.not_allowed", allowed=row.allowed or row.meaning)[:_LONGEST_MESSAGE]
    return {**(row.check or {}), "error_title": text("names.settings"), "error_message": message, "ignore_blank": True}
