"""A district with 40 seeded faults: `oko bulk` finds every one, and none that was not seeded; what a school explains, in a
list beside its files or in the marked copy, counts; the answers keep to their schemas."""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
import zipfile
from pathlib import Path
from unittest import mock

import openpyxl

from answers import invalid
from program import FIXTURES, Outcome, Program

sys.path.insert(0, str(FIXTURES))

from maker.districts import write_district  # noqa: E402

WANTED = ("query", "error", "fatal")


TITLE = "a district with 40 seeded faults against what oko bulk finds"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, TMPDIR=f"{folder}/tmp"):
        root = Path(folder)
        (root / "tmp").mkdir()
        expected = write_district(root / "district")
        command = ["bulk", root / "district" / "почта", "--plan", root / "district" / "план.xlsx"]
        command += ["--out", root / "out", "--db", root / "район.db", "--at", expected["at"], "--format", "json"]
        first = program.run(*command)
        document = first.json
        outcome.add("exit", [] if first.exit == 3 else [f"exit {first.exit}, not 3: {first.error[:200]}"])
        works = {f"{w['school']} {w['season']}/{w['grade']}-{w['subject']}/{w['level']}": w for w in document["works"]}
        for key, codes in expected["works"].items():
            outcome.add(key, problems(works.get(key), codes, root / "out"))
        outcome.add("works", [f"{key} was invented" for key in works if key not in expected["works"]])
        strays = len(document["strays"])
        outcome.add("strays", [] if strays == expected["strays"] else [f"{strays} strays"])
        outcome.add("again", again(program, command, document))
        outcome.add("workbook", workbook(root / "out" / "Сводка.xlsx", len(works)))
        outcome.add("names", names(root))
        answers(program, root, command, outcome)
        explained(program, root, command, document, outcome)
        outcome.add("names in explanations", names(root))
        outcome.add("erased", erased(program, root))
    return outcome


def erased(program: Program, root: Path) -> list[str]:
    """No byte of a school that was erased: not in the database, its journal and free pages, the outputs or temporary files."""
    problems = []
    for school in ("edu380001", "edu380010"):
        files = list(holding(root, school))
        if not any(name.startswith("район.db") for name in files) or len(files) < 3:
            problems.append(f"{school} stood in {files} only")
        answer = program.run("db", "erase", "--school", school, "--db", root / "район.db", "--out", root / "out")
        if answer.exit:
            problems.append(f"{school}: exit {answer.exit}, {answer.error[:100]}")
        problems += [f"{school} stands in {name} still" for name in holding(root, school)]
    checked = program.run("db", "check", "--db", root / "район.db")
    return problems + ([] if checked.exit == 0 else [checked.out[:200]])


def holding(root: Path, school: str) -> list[str]:
    """What holds a school's login, of everything that the program keeps or has left in the folder for temporary files."""
    found = []
    for place in (root / "out", root / "tmp", *root.glob("район.db*")):
        for file in [place] if place.is_file() else place.rglob("*"):
            path = str(file.relative_to(root))
            if school in path or file.is_file() and any(school.encode(code) in text for text in texts(file) for code in CODES):
                found.append(path)
    return found


def answers(program: Program, root: Path, command: list, outcome: Outcome) -> None:
    """Every answer of a district against its schema, and what other rules would change."""
    policy = root / "строже.json"
    shipped = json.loads((FIXTURES.parent / "schemas" / "policy" / "default.json").read_text("utf-8"))
    shipped |= {"$schema": "", "id": "stricter", "severities": [{"code": "TPL002", "severity": "error"}]}
    policy.write_text(json.dumps(shipped, ensure_ascii=False), "utf-8")
    mail, plan, at = root / "district" / "почта", root / "district" / "план.xlsx", command[command.index("--at") + 1]
    db = ["--db", root / "район.db", "--at", at]
    diff = program.run("rules", "diff", mail, "--policy", policy, "--at", at, "--format", "json")
    for name, answer in {
        "bulk": program.run(*command, "--since", "last"),
        "due": program.run("deadline", "list", *db, "--format", "json"),
        "custody": program.run("custody", "list", "--db", root / "район.db", "--format", "json"),
        "planCheck": program.run("plan", "check", plan, "--format", "json"),
        "rulesDiff": diff,
    }.items():
        outcome.add(f"schema of {name}", invalid(name, answer, "district"))
    changed = {(item["code"], item["change"]) for item in diff.json["changes"]}
    outcome.add("rules diff", [] if changed == {("TPL002", "stricter")} else [f"{sorted(changed)}"])
    same = program.run("rules", "diff", FIXTURES / "protocols" / "clean", "--policy", policy, "--at", at, "--format", "json")
    outcome.add("rules diff of files without schools", [] if same.json["works"] > 5 else [f"{same.json['works']} works"])


def explained(program: Program, root: Path, command: list, document: dict, outcome: Outcome) -> None:
    """Queries explained by a list and by the marked copy: the work is ready, and the other files stay as they were."""
    mail, copies = root / "district" / "почта", root / "out" / "Школы"
    asked = [w for w in document["works"] if w["state"] == "queries"]
    by_list = next(w for w in asked if (mail / w["school"]).is_dir() and codes(w) == {"PLS001"})
    with (mail / by_list["school"] / "пояснения.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Отпечаток", "Код", "Пояснение"])
        writer.writerows([f["fingerprint"], f["code"], "сверено с бумагой"] for f in by_list["findings"] if f["severity"] == "query")
    by_copy = next(w for w in asked if (mail / w["school"]).is_dir() and codes(w) == {"FIL008"})
    copy = next((copies / by_copy["school"] / f"{by_copy['grade']}-{by_copy['subject']}").glob("*с пометками.xlsx"))
    book = openpyxl.load_workbook(copy)
    sheet = book["Протокол проверки"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Пояснение" for cell in row))
    column = next(cell.column for cell in head if cell.value == "Пояснение")
    for row in range(head[0].row + 1, sheet.max_row + 1):
        if sheet.cell(row, 1).value:
            sheet.cell(row, column).value = "строки скрыты для печати"
    book.save(mail / by_copy["school"] / copy.name)
    works = {(w["school"], w["grade"], w["subject"]): w for w in program.run(*command).json["works"]}
    for name, before in {"list": by_list, "marked copy": by_copy}.items():
        after = works[before["school"], before["grade"], before["subject"]]
        open_ = [f["code"] for f in after["findings"] if f["severity"] in WANTED and not f["explanation"]]
        outcome.add(f"explained by a {name}", [] if after["state"] == "ready" and after["upload"] else [f"{after['state']}, {open_}"])
    same = [w for key, w in works.items() if w["state"] == "queries"]
    outcome.add("nothing else explained", [] if len(same) == len(asked) - 2 else [f"{len(same)} of {len(asked)} still ask"])


def codes(work: dict) -> set[str]:
    return {f["code"] for f in work["findings"] if f["severity"] in WANTED and not f["cause"]}


def problems(work: dict | None, codes: list[str], out: Path) -> list[str]:
    if work is None:
        return ["the work is not there"]
    found = sorted({f["code"] for f in work["findings"] if f["severity"] in WANTED and not f["cause"]})
    if found != codes:
        return [f"found {found}, seeded {codes}"]
    if codes:
        return [] if work["upload"] is None else ["an upload was written"]
    if work["state"] != "ready":
        return [f"state {work['state']}"]
    rows = openpyxl.load_workbook(out / work["upload"])["Протокол"].iter_rows(min_row=2, max_col=1, values_only=True)
    count = sum(1 for (code,) in rows if code is not None)
    return [] if count == work["participants"] else [f"the upload has {count} rows, not {work['participants']}"]


def again(program: Program, command: list, document: dict) -> list[str]:
    """The second run does nothing anew and says the same; compared with the first, nothing has changed."""
    second = program.run(*command, "--since", "last").json
    changed = [s for s in second["changes"] if s["fixed"] or s["new"]]
    if changed:
        return [f"{changed[0]['school']}: something changed without a reason"]
    return [] if second["works"] == document["works"] else ["the second run says something else"]


def workbook(path: Path, works: int) -> list[str]:
    rows = openpyxl.load_workbook(path)["Работы"].max_row - 1
    return [] if rows == works else [f"the workbook lists {rows} works, not {works}"]


def names(root: Path) -> list[str]:
    """No pupil's name in what was written, but in the marked copies, which are the school's own files."""
    found = []
    for pattern in ("out/*", "out/Загрузка/**/*", "out/Школы/*/*.txt", "район.db*", "out/.oko.db*"):
        for file in root.glob(pattern):
            if file.is_file() and any("Канарейкин".encode(code) in text for text in texts(file) for code in CODES):
                found.append(f"a name in {file.name}")
    return found


CODES = ("utf-8", "utf-16-le", "cp1251")


def texts(file: Path) -> list[bytes]:
    """The bytes of a file, or of every part of a package."""
    if not zipfile.is_zipfile(file):
        return [file.read_bytes()]
    with zipfile.ZipFile(file) as package:
        return [package.read(name) for name in package.namelist()]
