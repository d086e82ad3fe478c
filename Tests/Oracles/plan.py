"""The plan: the blank workbook as openpyxl and LibreOffice read it, filled and checked against an independent calendar;
the calendar stream as the package icalendar reads it; the JSON against its schema."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import jsonschema
import openpyxl

from deadlines import DAY, is_off, working
from program import FIXTURES, SCHEMAS, Outcome, Program

TITLE = f"plans against openpyxl, icalendar {icalendar.__version__}, jsonschema and an independent calendar"
FIRST, LAST = dt.date(2024, 3, 19), dt.date(2024, 5, 17)
SHEETS = ["Как заполнить", "График", "Школы", "Наблюдатели", "Эксперты", "Утверждения", "Списки"]
OBSERVERS = [f"{name} Вера Павловна" for name in ("Орлова", "Громова", "Белова", "Крылова", "Ветрова")]
EXPERTS = [("Соколов Пётр Ильич", "edu380002"), ("Лебедев Иван Юрьевич", "edu380001")]


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blank, plan = folder / "план.xlsx", folder / "полный.xlsx"
        outcome.add("blank plan", blank_problems(program, blank))
        fill(blank, plan)
        outcome.add("every working day of 2024", collision_problems(program, plan))
        outcome.add("calendar", calendar_problems(program, plan))
        outcome.add("imported plan", import_problems(program, plan, folder))
        if shutil.which("soffice"):
            outcome.add("LibreOffice's ODS", ods_problems(program, plan, folder))
    return outcome


def blank_problems(program: Program, path: Path) -> list[str]:
    answer = program.run("blank", "plan", "-o", path)
    if answer.exit:
        return [f"exit {answer.exit}: {answer.error}"]
    book = openpyxl.load_workbook(path)
    problems = [] if book.sheetnames == SHEETS else [f"sheets {book.sheetnames}"]
    lists = {sheet.title: len(sheet.data_validations.dataValidation) for sheet in book}
    if lists["График"] != 11 or lists["Эксперты"] != 3:
        problems.append(f"checks on input {lists}")
    if book["Списки"].sheet_state != "hidden":
        problems.append("the sheet of lists is not hidden")
    for sheet in book:
        if sheet.page_setup.paperSize != 9 and sheet.title != "Списки":
            problems.append(f"{sheet.title} is not A4")
    empty = program.run("plan", "check", path, "--format", "json")
    codes = [finding["code"] for finding in empty.json["findings"]]
    if (empty.exit, codes) != (3, ["PLN016"]):
        problems.append(f"an empty plan: exit {empty.exit}, {codes}")
    return problems


def season_days() -> list[dt.date]:
    days = (FIRST + n * DAY for n in range((LAST - FIRST).days + 1))
    return [day for day in days if not is_off(day, 5)]


def fill(blank: Path, target: Path) -> None:
    book = openpyxl.load_workbook(blank)
    for number in range(1, 4):
        write(book["Школы"], number + 1, [f"edu38000{number}", f"СОШ № {number}", "Котов Л. С."])
    for number, name in enumerate(OBSERVERS):
        write(book["Наблюдатели"], number + 2, [name, "отдел образования"])
    for number, (name, login) in enumerate(EXPERTS):
        write(book["Эксперты"], number + 2, [name, login, "Математика", 10])
    for number, day in enumerate(season_days()):
        grade = f"{4 + number % 5}{'АБВГДЕЖЗ'[number // 5]}"
        row = ["edu380003", grade, "Математика", None, day, 10, None, None]
        write(book["График"], number + 2, row + [OBSERVERS[number % 5], EXPERTS[number % 2][0]])
    for row in range(2, 6):
        write(book["Утверждения"], row, [None, dt.date(2024, 3, 1), "41-од"])
    book.save(target)


def write(sheet, row: int, values: list) -> None:
    for column, value in enumerate(values, 1):
        if value is not None:
            sheet.cell(row, column, value)


def terms(day: dt.date) -> tuple[dt.date, dt.date]:
    """The expert's last day and the upload's."""
    return working(day, 2, 5), min(day + 4 * DAY, LAST)


def collision_problems(program: Program, path: Path) -> list[str]:
    answer = program.run("plan", "check", path, "--format", "json").json
    cells = {f"E{number + 2}": day for number, day in enumerate(season_days())}
    expected = {cell for cell, day in cells.items() if terms(day)[0] >= terms(day)[1]}
    impossible = {cell for cell, day in cells.items() if terms(day)[0] > terms(day)[1]}
    found = [finding["location"]["cell"] for finding in answer["findings"] if finding["code"] == "DDL005"]
    other = {finding["code"] for finding in answer["findings"]} - {"DDL005"}
    problems = []
    if set(found) != expected or len(found) != len(expected):
        problems.append(f"DDL005 at {found}, expected {sorted(expected)}")
    if set(found[: len(impossible)]) != impossible:
        problems.append(f"the first are {found[:len(impossible)]}, impossible are {sorted(impossible)}")
    if other:
        problems.append(f"also {sorted(other)}")
    for proposal in answer["proposals"]:
        for text in proposal["days"]:
            day = dt.date.fromisoformat(text)
            expert, upload = terms(day)
            if is_off(day, 5) or not FIRST <= day <= LAST or expert >= upload:
                problems.append(f"{text} is proposed for {proposal['work']}")
    if len(answer["proposals"]) != len(expected):
        problems.append(f"{len(answer['proposals'])} proposals for {len(expected)} works")
    return problems


def calendar_problems(program: Program, path: Path) -> list[str]:
    target = path.with_suffix(".ics")
    program.run("plan", "ics", path, "-o", target, "--at", "2024-03-01T10:00:00+08:00")
    stream = target.read_bytes()
    problems = []
    if stream.count(b"\n") != stream.count(b"\r\n"):
        problems.append("a line does not end with CR LF")
    if max(map(len, stream.split(b"\r\n"))) > 75:
        problems.append("a line is longer than 75 octets")
    calendar = icalendar.Calendar.from_ical(stream)
    events = calendar.walk("VEVENT")
    if calendar.to_ical().count(b"BEGIN:VEVENT") != len(events) or any(event.errors for event in events):
        problems.append("icalendar reports errors")
    if len({str(event["UID"]) for event in events}) != len(events):
        problems.append("identifiers repeat")
    zone = ZoneInfo("Asia/Irkutsk")
    expected = []
    for day in season_days():
        expert, upload = terms(day)
        moment = dt.datetime.combine(upload, dt.time(23, 59), zone).astimezone(dt.timezone.utc)
        expected += [day, expert, moment]
    found = [event.decoded("DTSTART") for event in events]
    found = [day.astimezone(dt.timezone.utc) if isinstance(day, dt.datetime) else day for day in found]
    if found != expected:
        problems.append(f"events begin {found[:6]}…, expected {expected[:6]}…")
    if any(name.split()[0] in stream.decode().replace("\r\n ", "") for name in OBSERVERS):
        problems.append("a name is in the calendar")
    return problems


def import_problems(program: Program, path: Path, folder: Path) -> list[str]:
    schema = json.loads((SCHEMAS / "plan.schema.json").read_text())
    target = folder / "план.json"
    answer = program.run("plan", "import", path, "-o", target)
    problems = [] if answer.exit == 0 else [f"exit {answer.exit}: {answer.error}"]
    for file in [target, FIXTURES / "plans/good.json"]:
        errors = jsonschema.Draft202012Validator(schema).iter_errors(json.loads(file.read_text()))
        problems += [f"{file.name}: {error.message}" for error in errors]
    first = program.run("plan", "check", path, "--format", "json").json
    second = program.run("plan", "check", target, "--format", "json").json
    if first["works"] != second["works"] or first["proposals"] != second["proposals"]:
        problems.append("the imported plan gives other terms than its source")
    return problems


def ods_problems(program: Program, path: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", folder, path]
    subprocess.run(command, capture_output=True, check=True)
    first = program.run("plan", "check", path, "--format", "json").json
    second = program.run("plan", "check", path.with_suffix(".ods"), "--format", "json").json
    same = [[(f["code"], f["location"]["cell"]) for f in answer["findings"]] for answer in (first, second)]
    return [] if same[0] == same[1] and first["works"] == second["works"] else ["other findings than in XLSX"]
