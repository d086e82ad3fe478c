"""Every command of `oko stats`: its JSON against the schema, its files read by programs that nobody here wrote."""

from __future__ import annotations

import csv
import json
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from random import Random

import jsonschema
import openpyxl

import districts
from districts import MAXIMA, WORK_ID
from program import FIXTURES, SCHEMAS, Answer, Outcome, Program

TITLE = "answers and files of oko stats against their schema, openpyxl and an XML parser"
EXPORTS = FIXTURES / "exports"
DATE = ("--date", "2024-06-03")


def check(program: Program) -> Outcome:
    outcome = Outcome()
    schema = json.loads((SCHEMAS / "stats.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    kinds = set()
    with tempfile.TemporaryDirectory() as folder:
        for name, line in lines(Path(folder)):
            answer = program.run("stats", *line, *DATE, "--format", "json")
            outcome.add(f"{name}: schema", invalid(validator, answer))
            if answer.exit == 0:
                kinds.add(answer.json["kind"])
            outcome.add(f"{name}: files", files(program, line, answer, Path(folder) / "out"))
    stated = set(schema["properties"]["kind"]["enum"])
    outcome.add("every command was run", sorted(stated ^ kinds))
    return outcome


def lines(folder: Path) -> list[tuple[str, list]]:
    """A name and a command line: plain, small, alone, of several years."""
    random = Random("answers")
    sizes = [30, 45, 24, 9, 3, 18]
    made = districts.honest(random, sizes)
    f1 = districts.write(made, folder / "f1.csv")
    before = districts.write(districts.honest(random, sizes), folder / "before.csv", "2023 Математика 6 класс")
    lifted = {"edu380001": made["edu380001"]}
    for pupil in lifted["edu380001"]:
        if pupil.total + 1 in districts.CUTS:
            task = next(t for t, maximum in enumerate(MAXIMA) if pupil.points[t] < maximum)
            pupil.points[task] += 1
    own = districts.write(lifted, folder / "own.csv")
    pupils = made["edu380002"]
    codes = [pupil.code for pupil in pupils]
    first = districts.keyed(folder / "a.csv", codes, [pupil.points for pupil in pupils])
    lower = [[max(0, points - (random.random() < 0.15)) for points in pupil.points] for pupil in pupils]
    second = districts.keyed(folder / "b.csv", codes, lower)
    few = [districts.keyed(folder / f"few-{n}.csv", codes[:4], [pupil.points for pupil in pupils[:4]]) for n in (1, 2)]
    results = folder / "results.csv"
    results.write_text("Школа;π;Работ;Изменилось\nedu1;1;20;6\nedu2;0,25;20;1\nedu3;0,25;20;2\n", encoding="utf-8")
    sample = folder / "sample.csv"
    sample.write_text(
        "ОО;Основание\nedu380001;A: статистические основания\nedu380002;C: случайный отбор\nedu380003;C\nedu380006;B\n",
        encoding="utf-8")
    markers = folder / "markers.csv"
    markers.write_text("ОО;Маркеров\nedu380001;2\n", encoding="utf-8")
    marks = EXPORTS / "school/4-МА/Ф3_Статистика по отметкам.xlsx"
    lines = [(f"{verb} {which}", [verb, *given]) for verb in ("threshold", "means", "journal", "profile", "order")
             for which, given in (("of a district", [f1]), ("of one school", [f1, "--school", "edu380001"]),
                                  ("alone", [own]), ("of a small school", [f1, "--school", "edu380005"])
                                  ) if not (verb == "order" and which == "alone")]
    return lines + [
        ("markings of experts", ["markings", first, second, "--criteria", WORK_ID]),
        ("markings again", ["markings", first, second, "--pair", "recheck", "--criteria", WORK_ID]),
        ("markings of four", ["markings", *few, "--criteria", WORK_ID]),
        ("journal export", ["journal", EXPORTS / "school/7-ГГ/Сравнение отметок с отметками по журналу.xlsx"]),
        ("marks", ["marks", marks]),
        ("marks of two years", ["marks", marks, year_before(marks, folder)]),
        ("plan", ["plan", "--works", "30", "--changed", "6", "--marked", "10", "--found", "4"]),
        ("absence", ["absence", "--roll", "22", "--weak", "5", "--absent", "4", "--absent-weak", "3"]),
        ("draw", ["draw", f1, "--places", "4", "--published", "слово", "--year", "2024", "--due", "edu380003",
                  "--markers", markers]),
        ("estimate", ["estimate", results]),
        ("after", ["after", f1, "--before", before, "--sample", sample]),
    ]


def year_before(path: Path, folder: Path) -> Path:
    """The same export with 2023 in its title."""
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows(max_row=7):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2024", "2023")
    book.save(folder / "Ф3-2023.xlsx")
    return folder / "Ф3-2023.xlsx"


def invalid(validator: jsonschema.Draft202012Validator, answer: Answer) -> list[str]:
    if answer.exit != 0:
        return [f"exit {answer.exit}: {answer.error.strip()[:160]}"]
    errors = validator.iter_errors(answer.json)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors]


def files(program: Program, line: list, answer: Answer, out: Path) -> list[str]:
    """The page, the workbook, the plots and the tables hold what the JSON says."""
    if answer.exit != 0:
        return ["no answer"]
    out.mkdir(exist_ok=True)
    for old in out.rglob("*.*"):
        old.unlink()
    written = program.run("stats", *line, *DATE, "--html", out / "p.html", "--xlsx", out / "p.xlsx", "--svg", out / "svg", "--csv", out / "csv")
    if written.exit != 0:
        return [f"exit {written.exit}: {written.error.strip()[:160]}"]
    problems = []
    page = (out / "p.html").read_text(encoding="utf-8")
    problems += [f"the page asks for {word}" for word in ("http://", "https://", "<script") if word in page.replace("http://www.w3.org/2000/svg", "")]
    for picture in (out / "svg").glob("*.svg"):
        root = ET.parse(picture).getroot()
        if root.find("{http://www.w3.org/2000/svg}title") is None:
            problems.append(f"{picture.name} has no title")
    book = openpyxl.load_workbook(out / "p.xlsx")
    if len(book.sheetnames) != len(answer.json["sections"]):
        problems.append(f"{len(book.sheetnames)} sheets, {len(answer.json['sections'])} sections")
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, (int, float))}
    for table in (table for section in answer.json["sections"] for table in section["tables"]):
        rows = list(csv.reader((out / "csv" / f"{table['name']}.csv").open(encoding="utf-8-sig"), delimiter=";"))
        if len(rows) != len(table["rows"]) + 1:
            problems.append(f"{table['name']}.csv: {len(rows)} rows")
        numbers = {value for row in table["rows"] for value in row if isinstance(value, (int, float))}
        lost = [n for n in numbers if not any(abs(n - cell) <= 1e-9 * max(1, abs(n)) for cell in cells)]
        if lost:
            problems.append(f"{table['name']}: {lost[0]} is not in the workbook")
    return problems
