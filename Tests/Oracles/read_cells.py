"""`oko sheet` of every workbook and text file of the fixtures, beside openpyxl (XLSX), calamine (ODS) and Python's csv."""

from __future__ import annotations

import csv
import datetime as dt
import re
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter

from program import FIXTURES, Outcome, Program

TITLE = "cells of every fixture as openpyxl, calamine and csv read them"
LINE = re.compile(r"  ([A-Z]+[0-9]+)  (text|number|date|boolean|error|no value)\b(?: \((?:formula|hidden)\))*  (.*)")
EMPTY = "empty"  # a formula whose result is no text: the other answer leaves it out
READ_AS_TEXT = {".csv", ".tsv", ".txt"}


def check(program: Program) -> Outcome:
    outcome = Outcome()
    files = sorted(p for p in FIXTURES.rglob("*") if p.suffix in {".xlsx", ".xlsm", ".xls", ".ods"} | READ_AS_TEXT)
    files = [p for p in files if "maker" not in p.parts]
    with ProcessPoolExecutor(2) as pool:
        for path, problems in zip(files, pool.map(partial(problems_of, program), files)):
            outcome.add(str(path.relative_to(FIXTURES)), problems)
    return outcome


def problems_of(program: Program, path: Path) -> list[str]:
    answer = program.run("sheet", path, "--format", "json")
    seen = answer.json
    try:
        others = read(path)
    except Exception as problem:  # each reader has errors of its own
        others = problem
    if seen["status"] == "reject":
        expected = path.parent.name in {"FIL001", "FIL002", "FIL003"} and answer.exit == 3 and seen["reason"]
        return [] if expected else [f"refused as {seen['reason']}, exit {answer.exit}"]
    if isinstance(others, Exception):
        return [f"the other reader refuses: {others}"]
    if answer.exit != 0:
        return [f"exit {answer.exit}"]
    if [s["name"] for s in seen["sheets"]] != [name for name, _, _ in others]:
        return [f"sheets {[s['name'] for s in seen['sheets']]}, expected {[name for name, _, _ in others]}"]
    problems = []
    for sheet, (name, hidden, cells) in zip(seen["sheets"], others):
        if hidden is not None and sheet["hidden"] != hidden:
            problems.append(f"{name}: hidden is {sheet['hidden']}")
        problems += [f"{name}!{p}" for p in differences(sheet["cells"], cells)]
    if path.suffix == ".xlsx" and not problems:
        problems = type_differences(program.run("sheet", path, "--lang", "en").out, others)
    return problems


def differences(ours: dict[str, str], theirs: dict[str, object]) -> list[str]:
    problems = [f"{place} is only here: {ours[place]!r}" for place in ours.keys() - theirs.keys()]
    for place, value in theirs.items():
        if place not in ours:
            problems.append(f"{place} is missing: {value!r}")
        elif not is_same(ours[place], value):
            problems.append(f"{place} is {ours[place]!r}, expected {value!r}")
    return sorted(problems)


def is_same(text: str, value: object) -> bool:
    if isinstance(value, bool):
        return text == str(value).upper()
    if isinstance(value, (int, float)):
        try:
            return float(text) == value and ("." in text or "e" in text or float(text).is_integer())
        except ValueError:
            return False
    if isinstance(value, dt.datetime):
        return text == (value.date() if value.time() == dt.time() else value).isoformat()
    if isinstance(value, dt.date):
        return text == value.isoformat()
    return text == value


def type_differences(listing: str, others) -> list[str]:
    """The listing for the screen names the type of every cell."""
    listed = [LINE.match(line) for line in listing.splitlines()]
    found = [(m[1], m[2]) for m in listed if m and m[2] != "no value" and m[3] != EMPTY]
    expected = [(place, kind(value)) for _, _, cells in others for place, value in cells.items()]
    wrong = set(found) ^ set(expected)
    if wrong:
        return [f"type: {sorted(wrong)[0]}"]
    return [] if len(found) == len(expected) else [f"{len(found)} cells are listed, expected {len(expected)}"]


def kind(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if isinstance(value, dt.date):
        return "date"
    return "error" if str(value) in openpyxl.cell.cell.ERROR_CODES else "text"


# ---------------------------------------------------------------------------------------------------- the other readers


def read(path: Path) -> list[tuple[str, bool | None, dict[str, object]]]:
    """Sheets with name, whether hidden, and the non-empty cells by address."""
    with open(path, "rb") as file:
        is_archive = file.read(2) == b"PK"
    if path.suffix == ".ods":
        book = python_calamine.CalamineWorkbook.from_path(path)
        return [
            (name, None, addressed(book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in book.sheet_names
        ]
    if is_archive:
        with open(path, "rb") as file:
            book = openpyxl.load_workbook(file, data_only=True)
        return [
            (s.title, s.sheet_state != "visible", addressed([c.value for c in row] for row in s.iter_rows()))
            for s in book.worksheets
        ]
    return [("", False, addressed(text_table(path)))]


def addressed(rows) -> dict[str, object]:
    return {
        f"{get_column_letter(c)}{r}": value
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value not in (None, "")
    }


def text_table(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1251"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    first = max(text.splitlines()[:20], key=len)
    separator = max(";\t,", key=first.count)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
