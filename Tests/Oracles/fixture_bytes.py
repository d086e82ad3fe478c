"""`fixtures/make.py`, run anew in a copy, makes the fixtures that are kept, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from program import FIXTURES, Outcome, Program

TITLE = "fixtures as make.py makes them"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "fixtures"
        shutil.copytree(FIXTURES, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for path in made(copy):
            (copy / path).unlink()
        done = subprocess.run([sys.executable, copy / "make.py"], capture_output=True, text=True)
        if done.returncode != 0:
            outcome.add("make.py", [done.stderr.strip().splitlines()[-1]])
            return outcome
        kept, again = made(FIXTURES), made(copy)
        for path in sorted(kept | again):
            if path not in again:
                problems = ["is kept, but not made"]
            elif path not in kept:
                problems = ["is made, but not kept"]
            else:
                same = (FIXTURES / path).read_bytes() == (copy / path).read_bytes()
                problems = [] if same else ["has other bytes"]
            outcome.add(str(path), problems)
    return outcome


def made(fixtures: Path) -> set[Path]:
    """What make.py writes: forms, protocols and exports, but for those that LibreOffice saved."""
    files = [p for folder in ("forms", "protocols", "exports") for p in (fixtures / folder).rglob("*") if p.is_file()]
    return {p.relative_to(fixtures) for p in files if not p.relative_to(fixtures).parts[1].startswith("libreoffice")}
