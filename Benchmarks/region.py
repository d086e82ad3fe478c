#!/usr/bin/env python3
"""A region of any size for `oko bulk`, and what a run over it costs.

    python3 Benchmarks/region.py make DIR --files 2000        # DIR/<district>/<login>/<work> <class>.xlsx
    python3 Benchmarks/region.py measure PATH/TO/oko --files 100 2000 20000 27000 [--out]

Schools of 30 files (10 works of season 2024 in 3 classes) in districts of 30 schools; one file in fifty has a fault. Standard library
only. `measure` prints a row a size: time, processor time, the largest process and the largest worker.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import tempfile
import threading
import time
import zipfile
from pathlib import Path

CRITERIA = Path(__file__).resolve().parents[1] / "schemas" / "criteria" / "2024"
WORKS = ["4-ma", "4-om", "4-ru", "5-is", "5-ru", "6-ma", "6-ru", "7-ma", "8-fi", "8-ma"]
CLASSES = 3
PUPILS = 25
SCHOOLS_OF_A_DISTRICT = 30
AT = "2024-04-16T10:00:00+08:00"

TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
BOOK = f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Протокол" sheetId="1" r:id="r1"/></sheets></workbook>'


def tables() -> list[dict]:
    return [json.loads((CRITERIA / f"{name}.json").read_text("utf-8")) for name in WORKS]


def make(folder: Path, files: int) -> None:
    works = tables()
    made = school = 0
    while made < files:
        login = f"edu{380001 + school}"
        own = folder / f"Район {school // SCHOOLS_OF_A_DISTRICT + 1:02}" / login
        own.mkdir(parents=True)
        for work in works:
            for klass in range(1, CLASSES + 1):
                if made == files:
                    return
                name = f"{work['grade']}{'АБВ'[klass - 1]} {work['subject']}.xlsx"
                write(own / name, sheet(work, login, klass, made))
                made += 1
        school += 1


def sheet(work: dict, login: str, klass: int, number: int) -> list[list]:
    """A keyed protocol of one class; of every fiftieth one value is above the maximum."""
    rng = random.Random(number)
    tasks = [(task["id"], task["max"]) for task in work["tasks"]]
    rows: list[list] = [
        [f"Логин: {login}"],
        [f"Предмет: {work['title']}"],
        [f"Класс: {work['grade']}"],
        ["Дата проведения: 15.04.2024"],
        ["Код", "Вариант", *(f"{id} ({top}б)" for id, top in tasks), "Класс", "Пол", "Отметка за четверть"],
    ]
    for n in range(PUPILS):
        points = [rng.randint(0, top) for _, top in tasks]
        if number % 50 == 7 and n == 3:
            points[0] = tasks[0][1] + 1
        code = work["grade"] * 10000 + (klass - 1) * PUPILS + n + 1
        rows.append([code, 1 + n % 2, *points, klass, "мж"[n % 2], rng.randint(3, 5)])
    return rows


def write(path: Path, rows: list[list]) -> None:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(value, letters(column) + str(number)) for column, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    xml = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS.format(OFFICE, "officeDocument", "xl/workbook.xml"))
        package.writestr("xl/workbook.xml", BOOK)
        package.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(OFFICE, "worksheet", "worksheets/sheet1.xml"))
        package.writestr("xl/worksheets/sheet1.xml", xml)


def cell(value: object, place: str) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def letters(column: int) -> str:
    return chr(65 + column) if column < 26 else "A" + chr(65 + column - 26)


def measure(oko: Path, sizes: list[int], writes: bool) -> None:
    print("| files | works | seconds | processor seconds | ms a file | largest process | largest worker | second run, seconds |")
    print("|---|---|---|---|---|---|---|---|")
    for files in sizes:
        with tempfile.TemporaryDirectory() as folder:
            pile = Path(folder) / "pile"
            make(pile, files)
            command = [oko, "bulk", pile, "--db", Path(folder) / "region.db", "--at", AT, "--format", "json"]
            if writes:
                command += ["--out", Path(folder) / "out"]
            first, document = timed(command)
            second, _ = timed(command)
            works = document["summary"]["works"]
            print(
                f"| {files:,} | {works:,} | {first['wall']:.1f} | {first['cpu']:.1f} | {first['cpu'] * 1000 / files:.1f}"
                f" | {first['parent']:.0f} MiB | {first['worker']:.0f} MiB | {second['wall']:.1f} |",
                flush=True,
            )
            shutil.rmtree(pile)


def timed(command: list) -> tuple[dict, dict]:
    """Runs a command; the memory of its process and of its workers is looked at twenty times a second."""
    seen = {"parent": 0.0, "worker": 0.0}
    with tempfile.TemporaryFile() as out:
        before, started = os.times(), time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=subprocess.DEVNULL)
        watcher = threading.Thread(target=watch, args=(process, seen))
        watcher.start()
        process.wait()
        watcher.join()
        wall, after = time.monotonic() - started, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        out.seek(0)
        document = json.load(out)
    return seen | {"wall": wall, "cpu": cpu}, document


def watch(process: subprocess.Popen, seen: dict) -> None:
    while process.poll() is None:
        seen["parent"] = max(seen["parent"], peak(process.pid))
        for child in children(process.pid):
            seen["worker"] = max(seen["worker"], peak(child))
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    try:
        return [int(word) for task in Path(f"/proc/{pid}/task").iterdir() for word in (task / "children").read_text().split()]
    except OSError:
        return []


def peak(pid: int) -> float:
    """The largest resident size so far, MiB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    maker = verbs.add_parser("make")
    maker.add_argument("folder", type=Path)
    maker.add_argument("--files", type=int, default=2000)
    meter = verbs.add_parser("measure")
    meter.add_argument("oko", type=Path)
    meter.add_argument("--files", type=int, nargs="+", default=[100, 2000])
    meter.add_argument("--out", action="store_true", help="write uploads and packets too")
    arguments = parser.parse_args()
    if arguments.verb == "make":
        make(arguments.folder, arguments.files)
    else:
        measure(arguments.oko, arguments.files, arguments.out)


if __name__ == "__main__":
    main()
