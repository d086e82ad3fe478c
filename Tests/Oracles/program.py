"""The program as a black box, the fixtures as jobs for it, and what a group of checks finds."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures"
SCHEMAS = ROOT / "schemas"


@dataclass
class Outcome:
    """How many cases passed, and a sentence for each that did not."""

    passed: int = 0
    failures: list[str] = field(default_factory=list)
    skipped: str | None = None

    def add(self, case: str, problems: list[str]) -> None:
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self.failures.append(f"{case}: {problems[0]}{more}")
        else:
            self.passed += 1

    def take(self, other: Outcome) -> None:
        self.passed += other.passed
        self.failures += other.failures


@dataclass(frozen=True)
class Answer:
    exit: int
    out: str
    error: str

    @property
    def json(self):
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    path: Path

    def run(self, *arguments: object) -> Answer:
        done = subprocess.run(
            [self.path, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", timeout=60
        )
        return Answer(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Job:
    """A folder of fixtures/protocols: one run of the program."""

    folder: Path

    @property
    def name(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @property
    def data(self) -> dict:
        return json.loads((self.folder / "job.json").read_text())

    @property
    def truth(self) -> dict:
        return json.loads((self.folder / "truth.json").read_text())

    @property
    def form(self) -> Path | None:
        return (self.folder / self.data["form"]).resolve() if self.data["form"] else None

    @property
    def inputs(self) -> list[Path]:
        data = self.data
        names = data["files"] + data["scores"] + ([data["roster"]] if data["roster"] else [])
        return [self.folder / name for name in names] + ([self.form] if self.form else [])

    @property
    def arguments(self) -> list[str]:
        data = self.data
        line = [str(self.folder / name) for name in data["files"]]
        for name in data["scores"]:
            line += ["--scores", str(self.folder / name)]
        for option, value in (
            ("--form", self.form),
            ("--criteria", data["criteria"]),
            ("--roster", data["roster"] and self.folder / data["roster"]),
            ("--held", data["held"]),
            ("--at", data["at"]),
        ):
            if value:
                line += [option, str(value)]
        return line + data["flags"]


def jobs(kind: str) -> list[Job]:
    """The jobs of `clean` or `broken`."""
    return [Job(path.parent) for path in sorted((FIXTURES / "protocols" / kind).glob("*/job.json"))]
