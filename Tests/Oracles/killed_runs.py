"""`oko bulk` killed at random moments: the registry stays whole, nothing that was committed is lost, the next run completes."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from program import FIXTURES, Outcome, Program

sys.path.insert(0, str(FIXTURES))

from maker.districts import write_district  # noqa: E402

TITLE = "oko bulk killed at random, and stopped by Ctrl-C"
# `KILLS=100` for the long check.
RUNS = int(os.environ.get("KILLS", "8"))


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        expected = write_district(root / "district")
        temporary = root / "tmp"
        temporary.mkdir()
        command = [program.path, "bulk", root / "district" / "почта", "--plan", root / "district" / "план.xlsx"]
        command += ["--out", root / "out", "--db", root / "r.db", "--at", expected["at"], "--format", "json"]
        command = [str(part) for part in command]
        environment = dict(os.environ, TMPDIR=str(temporary))
        whole = undisturbed(command, environment, root)
        for run in range(RUNS):
            outcome.add(f"kill {run}", killed(command, environment, program, root, random.Random(run)))
        last = subprocess.run(command, capture_output=True, env=environment, timeout=120)
        again = json.loads(last.stdout)
        outcome.add("next run", [] if again["works"] == whole["works"] else ["the next run says something else"])
        left = [path.name for path in temporary.iterdir()] + [path.name for path in (root / "out").rglob("*.part")]
        outcome.add("left behind", [f"{left[0]} was left"] if left else [])
        outcome.add("Ctrl-C", interrupted(command, environment, root))
    return outcome


def undisturbed(command: list[str], environment: dict, root: Path) -> dict:
    """What a run gives that nobody disturbs; its registry and its folder are taken away again."""
    document = json.loads(subprocess.run(command, capture_output=True, env=environment, timeout=120).stdout)
    clear(root)
    return document


def clear(root: Path) -> None:
    subprocess.run(["rm", "-rf", root / "out", *root.glob("r.db*")], check=True)


def killed(command: list[str], environment: dict, program: Program, root: Path, rng: random.Random) -> list[str]:
    if rng.random() < 0.3:
        clear(root)
    before = works(root)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    time.sleep(rng.uniform(0.01, 1.2))
    process.send_signal(signal.SIGKILL)
    process.wait()
    if not (root / "r.db").exists():
        return []
    health = program.run("db", "check", "--db", root / "r.db", "--format", "json")
    # A file that was not yet made one is no registry that was damaged.
    if health.exit == 2 and not works(root):
        return []
    if health.exit != 0:
        return [f"db check ends with {health.exit}: {health.out[:200]}{health.error[:200]}"]
    lost = before - works(root)
    return [f"{len(lost)} results were lost"] if lost else []


def works(root: Path) -> set:
    """The works with a result, as another program sees them."""
    if not (root / "r.db").exists():
        return set()
    try:
        with sqlite3.connect(root / "r.db") as base:
            return set(base.execute("SELECT school, id FROM work WHERE inputs IS NOT NULL"))
    except sqlite3.Error:
        return set()


def interrupted(command: list[str], environment: dict, root: Path) -> list[str]:
    """An interrupted run leaves an overview of what was done and ends with 130; the next one does the rest."""
    for wait in (0.3, 0.15, 0.6, 0.08, 1.0):
        clear(root)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
        if process.returncode == 130:
            document = json.loads(out)
            if document["status"] != "interrupted":
                return [f"status {document['status']}"]
            return [] if (root / "out" / "Сводка.html").exists() else ["no overview was left"]
    return ["no run could be interrupted"]
