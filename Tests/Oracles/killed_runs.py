"""`oko bulk` killed at random moments: nothing in OUT is torn, the registry stays whole, nothing that was committed is
lost, and a run that nobody disturbs ends as if nothing had happened."""

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
import zipfile
from pathlib import Path

from program import FIXTURES, Outcome, Program

sys.path.insert(0, str(FIXTURES))

from maker.districts import write_district  # noqa: E402

TITLE = "oko bulk killed at random, and stopped by Ctrl-C"
# `make check-long` kills 300.
RUNS = int(os.environ.get("KILLS", "8"))


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        pile = Pile(program, Path(folder))
        for run in range(RUNS):
            pile.kill(random.Random(run))
        outcome.passed += pile.kills - len(pile.problems)
        outcome.failures += pile.problems
        outcome.add("next run", pile.finish())
        outcome.add("Ctrl-C", pile.interrupt())
    return outcome


class Pile:
    """A district's mail, what a run gives that nobody disturbs, and runs that somebody does."""

    def __init__(self, program: Program, root: Path):
        self.program, self.root, self.out = program, root, root / "out"
        expected = write_district(root / "district")
        self.temporary = root / "tmp"
        self.temporary.mkdir()
        self.environment = dict(os.environ, TMPDIR=str(self.temporary), SWIFT_BACKTRACE="enable=no")
        command = [program.path, "bulk", root / "district" / "почта", "--plan", root / "district" / "план.xlsx"]
        command += ["--out", self.out, "--db", root / "r.db", "--at", expected["at"], "--format", "json"]
        self.command = [str(part) for part in command]
        start = time.monotonic()
        self.works_in_the_end = self.run()["works"]
        self.usual = time.monotonic() - start
        self.files_in_the_end = self.files()
        self.clear()
        self.kills = self.in_time = self.finished = 0
        self.problems: list[str] = []

    def kill(self, rng: random.Random) -> None:
        """One run, killed; then, now and then, one that may end."""
        self.kills += 1
        before = self.works()
        process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)
        time.sleep(rng.uniform(0, 1.1 * self.usual))
        process.send_signal(signal.SIGKILL)
        self.in_time += process.wait() == -signal.SIGKILL
        found = self.torn() + self.damage(before)
        if rng.random() < 0.4:
            found += self.finish()
            self.clear()
        self.problems += [f"kill {self.kills}: {found[0]}"] if found else []

    def finish(self) -> list[str]:
        """What is otherwise after a run that may end than it would be without the kills before it."""
        self.finished += 1
        problems = [] if self.run()["works"] == self.works_in_the_end else ["the next run says something else"]
        found = self.files()
        for name in sorted(found.keys() | self.files_in_the_end.keys()):
            if found.get(name) != self.files_in_the_end.get(name):
                problems.append(f"after the next run {name} is not what it would be")
        problems += [f"{path.name} was left" for path in self.temporary.iterdir()]
        return problems + [f"{path.name} was left" for path in self.out.rglob("*.part")]

    def run(self) -> dict:
        return json.loads(
            subprocess.run(self.command, capture_output=True, env=self.environment, timeout=120).stdout)

    def clear(self) -> None:
        subprocess.run(["rm", "-rf", self.out, *self.root.glob("r.db*")], check=True)

    def files(self) -> dict[str, bytes]:
        """The uploads and packets: the overview tells of its run too, and is looked at by `torn`."""
        files = (p for p in self.out.rglob("*") if p.is_file() and p.parent != self.out)
        return {str(p.relative_to(self.out)): p.read_bytes() for p in files if p.suffix != ".part"}

    def torn(self) -> list[str]:
        """Files that are there and not whole. Letters and lists are written when all is checked, so they are final too."""
        whole = self.files_in_the_end
        found = [f"{name} is torn" for name, data in self.files().items() if data != whole.get(name)]
        for page in self.out.glob("Сводка.*"):
            data = page.read_bytes()
            try:
                if page.suffix == ".json":
                    json.loads(data)
                if page.suffix == ".xlsx":
                    assert zipfile.ZipFile(page).testzip() is None
                assert page.suffix != ".html" or data.rstrip().endswith(b"</html>")
            except (ValueError, AssertionError, zipfile.BadZipFile):
                found.append(f"{page.name} is torn")
        return found

    def damage(self, before: set) -> list[str]:
        if not (self.root / "r.db").exists():
            return []
        health = self.program.run("db", "check", "--db", self.root / "r.db", "--format", "json")
        # A file that was not yet made one is no registry that was damaged.
        if health.exit == 2 and not self.works():
            return []
        if health.exit != 0:
            return [f"db check ends with {health.exit}: {health.out[:200]}{health.error[:200]}"]
        lost = before - self.works()
        return [f"{len(lost)} results were lost"] if lost else []

    def works(self) -> set:
        """The works with a result, as another program sees them."""
        if not (self.root / "r.db").exists():
            return set()
        try:
            with sqlite3.connect(self.root / "r.db") as base:
                return set(base.execute("SELECT school, id FROM work WHERE inputs IS NOT NULL"))
        except sqlite3.Error:
            return set()

    def interrupt(self) -> list[str]:
        """An interrupted run leaves an overview of what was done and ends with 130; the next one does the rest."""
        for wait in (0.3, 0.15, 0.6, 0.08, 1.0):
            self.clear()
            process = subprocess.Popen(
                self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)
            time.sleep(wait)
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=60)
            if process.returncode == 130:
                document = json.loads(out)
                if document["status"] != "interrupted":
                    return [f"status {document['status']}"]
                return [] if (self.out / "Сводка.html").exists() else ["no overview was left"]
        return ["no run could be interrupted"]
