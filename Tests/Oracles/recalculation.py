"""Written forms of each layout through LibreOffice: it computes the totals anew, and they must be those that the program
stored."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl

from program import FIXTURES, Job, Outcome, Program
from written_forms import SHEET, calamine_cells, is_protocol, total_column

TITLE = "totals as LibreOffice computes them"
JOBS = ("a-xlsx", "b-xlsx", "c-xlsx", "a-criteria")


def check(program: Program) -> Outcome:
    outcome = Outcome()
    soffice = shutil.which("soffice")
    if not soffice:
        outcome.skipped = "LibreOffice (soffice) is not installed"
        return outcome
    jobs = [Job(FIXTURES / "protocols/clean" / name) for name in JOBS]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("written", "bare", "again"):
            (work / name).mkdir()
        made = [job for job in jobs if written(program, job, work, outcome)]
        recalculate(soffice, work, [f"{job.folder.name}.xlsx" for job in made])
        for job in made:
            outcome.add(job.name, different(work, f"{job.folder.name}.xlsx", job))
    return outcome


def written(program: Program, job: Job, work: Path, outcome: Outcome) -> bool:
    """Writes the form, and a copy of it without any stored total: there is nothing to fall back on."""
    path = work / "written" / f"{job.folder.name}.xlsx"
    answer = program.run("convert", *job.arguments, "-o", path)
    if answer.exit != 0:
        outcome.add(job.name, [f"convert ends with {answer.exit}"])
        return False
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(work / "bare" / path.name, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(rb"(</f>|<f\b[^>]*/>)<v>[^<]*</v>", rb"\1", data) if is_protocol(old, name) else data)
    return True


def recalculate(soffice: str, work: Path, names: list[str]) -> None:
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{work}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            work / "again",
            *(work / "bare" / name for name in names),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=300,
    )


def different(work: Path, name: str, job: Job) -> list[str]:
    table = calamine_cells(work / "written" / name)[SHEET]
    column = total_column(table[0])
    again = openpyxl.load_workbook(work / "again" / name, data_only=True)[SHEET]
    problems = []
    for index, pupil in enumerate(job.truth["participants"]):
        stored = table[1 + index][column] or 0
        computed = again.cell(2 + index, column + 1).value or 0
        truth = 0 if pupil["absent"] else pupil["total"]
        if not computed == stored == truth:
            problems.append(f"row {index + 2}: computed {computed!r}, stored {stored!r}, true {truth!r}")
    return problems
