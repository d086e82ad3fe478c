#!/usr/bin/env python3
"""A folder of public spreadsheets beside openpyxl and python-calamine: every cell, and every difference by its kind.

    pip install -r Tests/Oracles/requirements.txt
    python Tests/Oracles/public_corpus.py PATH/TO/oko FOLDER [--show KIND] [--jobs 2]

Prints the table of Corpus.md: kinds of differences with the number of files and cells. A kind that has no explanation there
is called `unexplained`, and the exit code is 1 as long as there is one. Of the workbooks that both other readers read it tells how many
are read here with every cell on which those two agree. File names are shown with --show only, cells never: public files may
hold names of people.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import signal
import subprocess
import sys
import unicodedata
import warnings
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter

warnings.filterwarnings("ignore")

BY_OPENPYXL = {".xlsx", ".xlsm"}
BY_CALAMINE = BY_OPENPYXL | {".ods"}
SECONDS = 90  # for one reader and one file


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("oko", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", help="list the files of a kind")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    files = sorted(p for p in arguments.folder.rglob("*") if p.is_file() and p.suffix != "" and p.name != "index.tsv")
    kinds: dict[tuple[str, str], list[tuple[Path, int]]] = collections.defaultdict(list)
    same: collections.Counter[str] = collections.Counter()
    agreed: collections.Counter[bool] = collections.Counter()
    with ProcessPoolExecutor(arguments.jobs) as pool:
        for path, (answers, holds) in zip(files, pool.map(partial(compared, arguments.oko), files, chunksize=4)):
            if holds is not None:
                agreed[holds] += 1
                if not holds and arguments.show == "agreed":
                    print(f"    {path.relative_to(arguments.folder)}: not as both read it")
            for reader, found in answers.items():
                if not found:
                    same[reader] += 1
                for kind, count in found.items():
                    kinds[reader, kind].append((path, count))
    print(f"{len(files)} files; " + ", ".join(f"{same[r]} read as {r} reads them" for r in sorted(same)))
    both = sum(agreed.values())
    print(f"{agreed[True]} of {both} workbooks that both read have every cell on which both agree"
          f" ({100 * agreed[True] / max(both, 1):.2f} %)")
    for (reader, kind), places in sorted(kinds.items()):
        print(f"| {kind} | {reader} | {len(places)} | {sum(count for _, count in places)} |")
        if arguments.show and arguments.show in kind:
            for path, count in places:
                print(f"    {path.relative_to(arguments.folder)}: {count}")
    return 1 if any("unexplained" in kind for _, kind in kinds) else 0


# -------------------------------------------------------------------------------------------------------- one file


def compared(oko: Path, path: Path) -> tuple[dict[str, dict[str, int]], bool | None]:
    """For each reader the kinds of differences with their numbers, empty where there is none; and whether the cells on
    which both readers agree stand here too, `None` where one of them does not read the file."""
    done = subprocess.run([oko, "sheet", path, "--format", "json"], capture_output=True, timeout=120)
    ours = json.loads(done.stdout)
    answers = {}
    theirs = {}
    if path.suffix in BY_OPENPYXL:
        theirs["openpyxl"] = patiently(with_openpyxl, path)
    if path.suffix in BY_CALAMINE:
        theirs["calamine"] = patiently(with_calamine, path)
    for reader, book in theirs.items():
        answers[reader] = difference(ours, book, reader)
    return answers, holds_agreed(ours, theirs)


def holds_agreed(ours: dict, theirs: dict) -> bool | None:
    if len(theirs) < 2 or any(isinstance(book, Exception) for book in theirs.values()):
        return None
    if ours["status"] == "reject":
        return False
    cells = {sheet["name"]: sheet["cells"] for sheet in ours["sheets"]}
    second = dict(theirs["calamine"])
    for name, found in theirs["openpyxl"]:
        other = second.get(name, {})
        for place in found.keys() & other.keys():
            if written(found[place]) != written(other[place]):
                continue
            text = cells.get(name, {}).get(place)
            if text is None or not is_same_value(text, found[place], other[place]):
                return False
    return True


def is_same_value(text: str, *values: object) -> bool:
    """Whether a cell is the value of either reader, be it in other letters: `1899-12-31T16:30:00` is 16:30."""
    kinds = (cell_kind(text, value, reader) for value, reader in zip(values, ("openpyxl", "calamine")))
    return any(kind in (None, *OTHER_LETTERS) for kind in kinds)


OTHER_LETTERS = ("a time without a day", "fractions of a second", "letters are composed otherwise")


def written(value: object) -> object:
    """A value so that those of both readers can be compared."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        is_day = isinstance(value, dt.datetime) and value.time() == dt.time()
        return (type(value).__name__ == "bool", value.date() if is_day else value)
    return (False, float(value))


def difference(ours: dict, theirs, reader: str) -> dict[str, int]:
    kinds: collections.Counter[str] = collections.Counter()
    refused = ours["status"] == "reject"
    if isinstance(theirs, Exception):
        if not refused:
            kinds["read here, refused there"] += 1
        return dict(kinds)
    if refused:
        return {f"refused here as {ours['reason']}, read there": 1}
    cells = {s["name"]: s["cells"] for s in ours["sheets"]}
    names, others = list(cells), [name for name, _ in theirs]
    if names != others:
        kinds[sheets_kind(names, others)] += 1
    for name, found in theirs:
        if name in cells:
            for place in cells[name].keys() | found.keys():
                kind = cell_kind(cells[name].get(place), found.get(place), reader)
                if kind:
                    kinds[kind] += 1
    return dict(kinds)


def sheets_kind(ours: list[str], theirs: list[str]) -> str:
    if ours and not theirs:
        return "no sheets there: strict Open XML"
    if [name for name in theirs if name in ours] == ours:
        return "sheets of charts and macros are listed there"
    return "unexplained: sheets"


def cell_kind(ours: str | None, theirs, reader: str) -> str | None:
    """Why a cell differs; `None` where it does not."""
    if theirs is None:
        if ours.startswith("#"):
            return "error cells are empty there"
        if not ours.strip():
            return "spaces alone are empty there"
        return "cell only here"
    if ours is None:
        return "unexplained: cell only there"
    if is_same(ours, theirs):
        return None
    if isinstance(theirs, (dt.time, dt.timedelta)):
        return "unexplained: time" if not is_same_time(ours, theirs) else "a time without a day"
    if isinstance(theirs, dt.datetime):
        return date_kind(ours, theirs)
    if isinstance(theirs, dt.date):
        return date_kind(ours, dt.datetime.combine(theirs, dt.time()))
    if isinstance(theirs, str) and ours.startswith(("1899-12-31T", "19")) and theirs.startswith("PT"):
        return "a time without a day"
    if isinstance(theirs, str):
        return text_kind(ours, theirs)
    if ours.startswith("#") or ours.startswith("Err:"):
        return "error cells of ODS are 0 there"
    return "unexplained: number"


def date_kind(ours: str, theirs: dt.datetime) -> str:
    if is_number(ours):
        return "a number outside the days there are"
    moment = dt.datetime.fromisoformat(ours)
    if abs(moment - theirs) < dt.timedelta(seconds=1):
        return "fractions of a second"
    return "unexplained: date"


def is_same_time(ours: str, theirs: dt.time | dt.timedelta) -> bool:
    """The same time of day; here day 0 of the serial numbers stands before it, 1899-12-31 or 1904-01-01."""
    if is_number(ours):
        return float(ours) < 0
    moment = dt.datetime.fromisoformat(ours)
    clock = dt.timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second)
    if isinstance(theirs, dt.time):
        theirs = dt.datetime.combine(dt.date.min, theirs) - dt.datetime.min
    rest = dt.timedelta(seconds=theirs.total_seconds() % 86400)
    apart = abs(clock - rest)
    return min(apart, dt.timedelta(days=1) - apart) < dt.timedelta(seconds=1)


def text_kind(ours: str, theirs: str) -> str:
    squeezed = " ".join(ours.split())
    if unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", theirs):
        return "letters are composed otherwise"
    if ours.strip() == theirs.strip():
        return "spaces at the ends are cut there"
    if "_x000" in theirs.lower():
        return "escaped characters stay escapes there"
    if theirs.startswith("#") and is_number(ours):
        return "a number outside the days there are"
    if squeezed == " ".join(theirs.split()):
        return "runs of spaces in ODS"
    return "unexplained: text"


def is_number(text: str) -> bool:
    try:
        float(text)
        return True
    except ValueError:
        return False


def is_same(text: str, value: object) -> bool:
    if isinstance(value, bool):
        return text == str(value).upper()
    if isinstance(value, (int, float)):
        return is_number(text) and float(text) == value
    if isinstance(value, dt.datetime):
        return text == (value.date() if value.time() == dt.time() else value).isoformat()
    if isinstance(value, dt.date):
        return text == value.isoformat()
    return text == value


# ---------------------------------------------------------------------------------------------------- the other readers


def patiently(read, path: Path):
    def stop(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        return read(path)
    except BaseException as problem:  # each reader has errors of its own, and pyo3 panics are no Exception
        return problem if isinstance(problem, Exception) else RuntimeError(str(problem))
    finally:
        signal.alarm(0)


def with_openpyxl(path: Path):
    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file, data_only=True)
    return [
        (s.title, {c.coordinate: c.value for row in s.iter_rows() for c in row if c.value not in (None, "")})
        for s in book.worksheets
    ]


def with_calamine(path: Path):
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [(name, calamine_cells(book, name)) for name in book.sheet_names]


def calamine_cells(book, name: str) -> dict[str, object]:
    try:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except python_calamine.WorksheetNotFound:  # a sheet of a chart
        return {}
    return {
        f"{get_column_letter(c)}{r}": value
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value not in (None, "")
    }


if __name__ == "__main__":
    sys.exit(main())
