"""Packages for the commission, opened by 7-Zip; packages that other programs made, refused when they are not ours."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from program import Outcome, Program

TITLE = "sealed packages against 7-Zip"
PASSWORD = "sealed for the commission"
FILES = {"работы 7А.pdf": os.urandom(200_000), "критерии.pdf": b"%PDF-1.7 " + b"A" * 5_000, "протокол.csv": "Код;1\r\n70001;\r\n".encode()}


def check(program: Program) -> Outcome:
    outcome = Outcome()
    seven = shutil.which("7z") or shutil.which("7zz")
    if not seven:
        outcome.skipped = "7z is not installed"
        return outcome
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in FILES.items():
            (folder / file).write_bytes(content)
        (folder / "пароль.txt").write_text(PASSWORD + "\n")
        outcome.add("7-Zip opens it", sealed_problems(program, seven, folder))
        outcome.add("unpack gives it back", unpack_problems(program, folder))
        outcome.add("names are refused", name_problems(program, folder))
        for case, arguments in foreign(seven, folder).items():
            outcome.add(case, foreign_problems(program, folder, case, arguments))
    return outcome


def pack(program: Program, folder: Path, files, target: Path, *more):
    paths = [folder / file for file in files]
    return program.run("pack", *paths, "--password-file", folder / "пароль.txt", "-o", target, *more)


def sealed_problems(program: Program, seven: str, folder: Path) -> list[str]:
    target, out = folder / "7-ГГ.zip", folder / "вышло"
    answer = pack(program, folder, FILES, target, "--format", "json")
    if answer.exit:
        return [f"exit {answer.exit}: {answer.out}{answer.error}"]
    problems = []
    if answer.json["notLookedInto"] != ["работы 7А.pdf", "критерии.pdf"]:
        problems.append(f"not looked into: {answer.json['notLookedInto']}")
    listed = run(seven, "l", "-slt", target).stdout
    methods = [line for line in listed.splitlines() if line.startswith("Method = ")]
    if len(methods) != len(FILES) + 1 or not all("AES-256" in line for line in methods):
        problems.append(f"methods {methods}")
    if run(seven, "t", f"-p{PASSWORD}", target).returncode:
        problems.append("7z t fails")
    if not run(seven, "t", "-pwrong", target).returncode:
        problems.append("7z t passes with another password")
    run(seven, "x", f"-p{PASSWORD}", f"-o{out}", target)
    for file, content in FILES.items():
        if not (out / file).is_file() or (out / file).read_bytes() != content:
            problems.append(f"7z x gives another {file}")
    manifest = json.loads((out / "manifest.json").read_text())
    hashes = {entry["name"]: entry["sha256"] for entry in manifest["files"]}
    if hashes != {file: hashlib.sha256(content).hexdigest() for file, content in FILES.items()}:
        problems.append("the manifest's hashes are others")
    return problems


def unpack_problems(program: Program, folder: Path) -> list[str]:
    target = folder / "распаковано"
    arguments = ["unpack", folder / "7-ГГ.zip", "--password-file", folder / "пароль.txt", "-o", target]
    answer = program.run(*arguments)
    if answer.exit:
        return [f"exit {answer.exit}: {answer.error}"]
    got = {path.name: path.read_bytes() for path in target.iterdir()}
    problems = [] if got == FILES else [f"files {sorted(got)}"]
    if program.run(*arguments).exit != 2:
        problems.append("an existing folder is written to")
    (folder / "не тот.txt").write_text("another password 2024")
    arguments[3] = folder / "не тот.txt"
    arguments[5] = folder / "ничего"
    if program.run(*arguments).exit != 3 or (folder / "ничего").exists():
        problems.append("another password is taken")
    return problems


def name_problems(program: Program, folder: Path) -> list[str]:
    book = openpyxl.Workbook()
    book.active.append(["Код", "ФИО"])
    book.active.append([70001, "Канарейкин Пётр"])
    book.save(folder / "список.xlsx")
    shutil.copy(folder / "критерии.pdf", folder / "Канарейкин Пётр.pdf")
    shutil.copy(folder / "список.xlsx", folder / "скан.pdf")
    problems = []
    for file in ["список.xlsx", "Канарейкин Пётр.pdf", "скан.pdf"]:
        target = folder / "с именем.zip"
        answer = pack(program, folder, [file], target, "--format", "json")
        codes = [finding["code"] for finding in answer.json["findings"]] if answer.out else []
        if answer.exit != 5 or "PRV002" not in codes or target.exists():
            problems.append(f"{file}: exit {answer.exit}, {codes}")
    return problems


def foreign(seven: str, folder: Path) -> dict[str, list]:
    """Archives that 7-Zip makes of the same files."""
    work = folder / "чужое"
    work.mkdir()
    (work / "a.txt").write_text("a")
    (work / "ссылка").symlink_to("/etc/passwd")
    (work / "sub").mkdir()
    return {
        "without a password": [seven, "a", "-tzip", "ИМЯ", "a.txt"],
        "ZipCrypto": [seven, "a", "-tzip", f"-p{PASSWORD}", "ИМЯ", "a.txt"],
        "AES without a manifest": [seven, "a", "-tzip", f"-p{PASSWORD}", "-mem=AES256", "ИМЯ", "a.txt"],
        "a link": [seven, "a", "-tzip", "-snl", f"-p{PASSWORD}", "-mem=AES256", "ИМЯ", "ссылка"],
        "7z": [seven, "a", "-t7z", f"-p{PASSWORD}", "ИМЯ", "a.txt"],
    }


def foreign_problems(program: Program, folder: Path, case: str, command: list) -> list[str]:
    package = folder / f"{case}.zip"
    done = subprocess.run([str(package) if word == "ИМЯ" else word for word in command], cwd=folder / "чужое", capture_output=True)
    if done.returncode:
        return [f"7-Zip did not make it: {done.stderr[-200:]}"]
    target = folder / "из чужого"
    answer = program.run("unpack", package, "--password-file", folder / "пароль.txt", "-o", target)
    return [] if answer.exit == 3 and not target.exists() else [f"exit {answer.exit}: {answer.out}{answer.error}"]


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)
