"""A district with 40 seeded faults: `oko bulk` finds every one, and none that was not seeded."""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

from program import FIXTURES, Outcome, Program

sys.path.insert(0, str(FIXTURES))

from maker.districts import write_district  # noqa: E402

WANTED = ("query", "error", "fatal")


TITLE = "a district with 40 seeded faults against what oko bulk finds"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
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
    return outcome


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
