"""`oko compare` on keyings with planted mistakes: where they are, how many, the interval, and the agreed sheet."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import openpyxl
from scipy.stats import beta

from answers import invalid
from program import FIXTURES, Outcome, Program

sys.path.insert(0, str(FIXTURES))

from maker.pupils import make_pupils
from maker.works import ENGLISH, GEOGRAPHY, MATHS, Work

TITLE = "compare against planted mistakes, scipy's interval and openpyxl's reading of the agreed sheet"
SEEDS = range(12)


def check(program: Program) -> Outcome:
    outcome = Outcome()
    for work in (MATHS, GEOGRAPHY, ENGLISH):
        for seed in SEEDS:
            with tempfile.TemporaryDirectory() as folder:
                outcome.add(f"{work.subject} {seed}", problems_of(program, Path(folder), work, seed))
    return outcome


def problems_of(program: Program, folder: Path, work: Work, seed: int) -> list[str]:
    rng = random.Random(f"{work.criteria}/{seed}")
    pupils = make_pupils(f"compare{seed}", work, 30, classes=2, absent=2)
    keys = [key for key, _ in work.columns if key != "total"]
    rows = [[pupil.form_row(work).get(key) for key in keys] for pupil in pupils]
    second = [list(row) for row in rows]
    present = [n for n, pupil in enumerate(pupils) if not pupil.absent]
    places = [(n, c) for n in present for c in range(1, len(keys))]
    planted = sorted(rng.sample(places, rng.choice((0, 1, 7, 30))))
    for row, column in planted:
        second[row][column] = another(rng, work, keys[column], second[row][column])
    headers = [header for key, header in work.columns if key != "total"]
    order = list(range(len(rows)))
    rng.shuffle(order)
    write(folder / "A.xlsx", [headers, *rows])
    write(folder / "B.xlsx", [headers, *(second[n] for n in order)])

    merged = folder / "M.xlsx"
    arguments = ["compare", folder / "A.xlsx", folder / "B.xlsx", "--merge", merged, "--format", "json"]
    answer = program.run(*arguments)
    problems = invalid("compare", answer)
    if problems:
        return problems
    found = sorted(place(f) for f in answer.json["findings"] if f["code"] in ("XCK001", "XCK004") and not f["cause"])
    wanted = sorted(f"{openpyxl.utils.get_column_letter(c + 1)}{r + 2}" for r, c in planted)
    if found != wanted:
        problems.append(f"found {set(found) ^ set(wanted)} otherwise than planted")
    if answer.exit != (1 if planted else 0):
        problems.append(f"ends with {answer.exit}")
    cells = sum(value is not None for row in rows for value in row[1:])
    agreement = answer.json["agreement"]
    if (agreement["cells"], agreement["disputed"]) != (cells, len(planted)):
        problems.append(f"{agreement['disputed']} of {agreement['cells']}, planted {len(planted)} of {cells}")
    problems += interval(answer.json["errors"], len(planted), cells)
    return problems + agreed(merged, rows, planted)


def place(finding: dict) -> str:
    return finding["location"]["cell"]


def another(rng: random.Random, work: Work, key: str, value: object) -> object:
    """Another value that the form takes in that column."""
    if key.startswith("variant"):
        return 3 - value
    if key == "class":
        return value + 1
    if key == "sex":
        return "ж" if value == "м" else "м"
    if key == "mark":
        return rng.choice([mark for mark in (2, 3, 4, 5) if mark != value])
    return rng.choice([points for points in (*range(work.task(key).max + 1), "X") if points != value])


def write(path: Path, rows: list[list]) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Протокол"
    for row in rows:
        book.active.append(row)
    book.save(path)


def interval(errors: dict, disputed: int, cells: int) -> list[str]:
    """Clopper and Pearson's bounds by scipy's beta distribution, halved and per thousand."""
    low = beta.ppf(0.025, disputed, cells - disputed + 1) if disputed else 0.0
    high = beta.ppf(0.975, disputed + 1, cells - disputed)
    wanted = {"per_thousand": 500 * disputed / cells, "low": 500 * low, "high": 500 * high}
    return [f"{key} is {errors[key]}, scipy has {value}" for key, value in wanted.items() if abs(errors[key] - value) > 1e-6]


def agreed(path: Path, rows: list[list], planted: list[tuple[int, int]]) -> list[str]:
    """The agreed sheet as openpyxl reads it: what both keyed, and empty coloured cells with notes for the rest."""
    sheet = openpyxl.load_workbook(path).active
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Код участника")
    problems = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.cell(head + 1 + r, c + 1)
            disputed = (r, c) in planted
            if cell.value != (None if disputed else value):
                problems.append(f"{cell.coordinate} holds {cell.value!r} instead of {value!r}")
            if disputed != (cell.comment is not None) or disputed != (cell.fill.fgColor.rgb == "FFFFEB9C"):
                problems.append(f"{cell.coordinate} is not marked as it should be")
    return problems
