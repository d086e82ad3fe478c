"""Every clean job is converted; the written form is opened by openpyxl and by calamine and compared, cell by cell, with
what the form must hold, and byte by byte with the downloaded form outside the filled cells."""

from __future__ import annotations

import re
import tempfile
import zipfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import openpyxl
import python_calamine

from program import Job, Outcome, Program, jobs

TITLE = "written forms as openpyxl, calamine and a byte comparison see them"
SHEET = "Протокол"
ABSENT = "отсутствовал"
TASK = re.compile(r"(\S+) \((\d+)б\)")


def check(program: Program) -> Outcome:
    outcome = Outcome()
    clean = jobs("clean")
    with ProcessPoolExecutor(2) as pool:
        for job, problems in zip(clean, pool.map(partial(problems_of, program), clean)):
            outcome.add(job.name, problems)
    return outcome


def problems_of(program: Program, job: Job) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / (job.form.name if job.form else "written.xlsx")
        answer = program.run("convert", *job.arguments, "-o", written)
        if answer.exit != 0 or not written.exists():
            return [f"convert ends with {answer.exit}: {answer.error.strip() or answer.out.strip()[:200]}"]
        left = sorted(path.name for path in Path(folder).iterdir() if path != written)
        return (
            [f"left behind: {left}"] * bool(left)
            + cells_in_openpyxl(written, job)
            + cells_in_calamine(written, job)
            + (bytes_outside(written, job) if job.form else [])
        )


# ------------------------------------------------------------------------------------------------- what must stand there


def meant(header: list, truth: dict) -> list[dict[int, object]]:
    """Row by row, the value of each column that must be filled; totals by the word `total`."""
    columns: dict[str, list[int]] = {}
    tasks: dict[str, int] = {}
    for column, text in enumerate(header):
        text = str(text or "").strip()
        if found := TASK.fullmatch(text):
            tasks[found[1]] = column
        else:
            columns.setdefault(text.split(" ")[0].lower(), []).append(column)
    [code], [total], [mark] = columns["код"], columns["итого"], columns["отметка"]
    [school_class] = columns.get("порядковый") or columns["класс"]
    rows = []
    for pupil in truth["participants"]:
        row: dict[int, object] = {code: pupil["code"]}
        rows.append(row)
        if pupil["absent"]:
            row[columns["вариант"][0]] = ABSENT
            continue
        row |= dict(zip(columns["вариант"], pupil["variants"], strict=True))
        row |= {tasks[task]: points for task, points in pupil["points"].items()}
        row |= {school_class: pupil["class"], mark: pupil["mark"], total: pupil["total"]}
        if "пол" in columns:
            row[columns["пол"][0]] = pupil["sex"]
    return rows


def total_column(header: list) -> int:
    return next(i for i, text in enumerate(header) if str(text or "").startswith("Итого"))


# ----------------------------------------------------------------------------------------------------------- two readers


@cache
def openpyxl_cells(path: Path) -> dict[str, list[list]]:
    book = openpyxl.load_workbook(path)
    return {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book.worksheets}


@cache
def calamine_cells(path: Path) -> dict[str, list[list]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {n: book.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in book.sheet_names}


def at(table: list[list], row: int, column: int):
    """The value of a cell; `None` where there is none."""
    value = table[row][column] if row < len(table) and column < len(table[row]) else None
    return None if value == "" else value


def cells_in_openpyxl(written: Path, job: Job) -> list[str]:
    """Inputs with their types, formulas and everything else: as in the blank form."""
    sheets = openpyxl_cells.__wrapped__(written)
    blank = openpyxl_cells(job.form) if job.form else sheets
    rows, total = meant(sheets[SHEET][0], job.truth), total_column(sheets[SHEET][0])
    want = {(1 + i, c): v for i, row in enumerate(rows) for c, v in row.items() if c != total}
    return different("openpyxl", sheets, blank, want, is_made=not job.form)


def cells_in_calamine(written: Path, job: Job) -> list[str]:
    """Inputs and stored totals; a number is a float there."""
    sheets = calamine_cells.__wrapped__(written)
    blank = calamine_cells(job.form) if job.form else sheets
    rows = meant(sheets[SHEET][0], job.truth)
    want = {
        (1 + i, c): float(v) if isinstance(v, int) else v for i, row in enumerate(rows) for c, v in row.items()
    }
    return different("calamine", sheets, blank, want, is_made=not job.form)


def different(reader: str, sheets, blank, want: dict, is_made: bool) -> list[str]:
    problems = []
    if list(sheets) != list(blank):
        return [f"{reader}: sheets {list(sheets)}, expected {list(blank)}"]
    for name, table in sheets.items():
        height = max(len(table), len(blank[name]))
        width = max((len(row) for row in table + blank[name]), default=0)
        for row in range(height):
            for column in range(width):
                got = at(table, row, column)
                expected = at(blank[name], row, column)
                if name == SHEET and (row, column) in want:
                    expected = want[row, column]
                elif is_made:
                    continue
                if got != expected or type(got) is not type(expected):
                    place = f"{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"
                    problems.append(f"{reader}: {name}!{place} holds {got!r}, expected {expected!r}")
    return problems


# ----------------------------------------------------------------------------------------------------------------- bytes

ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.S)
CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
FORMULA = re.compile(rb"<f\b[^>]*?(?:/>|>.*?</f>)", re.S)
NUMBER = re.compile(rb'\br="([A-Z]*)(\d+)"')


def bytes_outside(written: Path, job: Job) -> list[str]:
    with zipfile.ZipFile(job.form) as old, zipfile.ZipFile(written) as new:
        if old.namelist() != new.namelist():
            return [f"entries {new.namelist()}, expected {old.namelist()}"]
        part = next(n for n in old.namelist() if is_protocol(old, n))
        problems = [
            f"{name} is another" for name in old.namelist() if name != part and old.read(name) != new.read(name)
        ]
        problems += [
            f"{name}: the entry has another time or other compressed bytes"
            for name in old.namelist()
            if name != part and raw(old, name) != raw(new, name)
        ]
        before, after = old.read(part), new.read(part)
    count = len(job.truth["participants"])
    return problems + [f"{part}: {p}" for p in sheet_difference(before, after, range(2, count + 2))]


def is_protocol(package: zipfile.ZipFile, name: str) -> bool:
    """Whether the part is the sheet with the prepared rows: by far the one with the most."""
    sheets = [n for n in package.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", n)]
    return name == max(sheets, key=lambda n: package.getinfo(n).file_size)


def raw(package: zipfile.ZipFile, name: str) -> tuple:
    info = package.getinfo(name)
    with open(package.filename, "rb") as file:
        file.seek(info.header_offset + 26)
        lengths = int.from_bytes(file.read(2), "little") + int.from_bytes(file.read(2), "little")
        file.seek(lengths, 1)
        return info.date_time, info.compress_type, file.read(info.compress_size)


def sheet_difference(before: bytes, after: bytes, filled: range) -> list[str]:
    """What is other outside the filled rows, and in them outside the values of the cells."""
    old, new = rows_of(before), rows_of(after)
    problems = [f"the {end} is another" for end in ("head", "tail") if old[end] != new[end]]
    for number in sorted((old.keys() | new.keys()) - {"head", "tail"}):
        was, now = old.get(number), new.get(number)
        if number not in filled:
            if was != now:
                problems.append(f"row {number} is another")
        elif was is not None:
            problems += [f"row {number}: {p}" for p in row_difference(was, now)]
    return problems


def rows_of(sheet: bytes) -> dict:
    found = list(ROW.finditer(sheet))
    rows = {"head": sheet[: found[0].start()], "tail": sheet[found[-1].end() :]}
    for before, match in zip([None, *found], found):
        gap = sheet[before.end() : match.start()] if before else b""
        rows[int(NUMBER.search(match[1])[2])] = gap + match[0]
    return rows


def row_difference(was: bytes, now: bytes) -> list[str]:
    old, new = ROW.search(was), ROW.search(now or b"")
    if not new or old[1].strip() != new[1].strip():
        return ["the row's attributes are others"]
    before = {NUMBER.search(c[1])[1]: c for c in CELL.finditer(old[2] or b"")}
    after = {NUMBER.search(c[1])[1]: c for c in CELL.finditer(new[2] or b"")}
    problems = []
    for column, cell in before.items():
        place = column.decode()
        if column not in after:
            problems.append(f"{place} is gone")
            continue
        here = after[column]
        if without_type(cell[1]) != without_type(here[1]):
            problems.append(f"{place}: {here[1].decode()}, expected {cell[1].decode()}")
        if FORMULA.findall(cell[2] or b"") != FORMULA.findall(here[2] or b""):
            problems.append(f"{place} has another formula")
    return problems


def without_type(attributes: bytes) -> bytes:
    return re.sub(rb'\s+t="[^"]*"', b"", attributes).strip()
