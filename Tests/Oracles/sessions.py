"""The commands that a page of Markdown shows, run as a reader would run them, and what they show held against the page.

A page is prose with fences. Of its fences and remarks these have a meaning here:

    ```console          a session: lines with `$ ` are run, the lines below them are what must come out; a line `…`
                        stands for any lines, `…` within a line for any text
    ```sh               commands that cannot be run here; each must be named with its reason in `NOT_RUN` of guides.py
    <!-- at TIME -->    the clock from here on: added as `--at` where a command takes it
    <!-- lang en -->    the language of the answers, Russian without it
    <!-- exit 1 -->     the last command of the next session ends with this code, not with 0
    <!-- run … -->      what the reader has done meanwhile (files keyed, mended), as commands of a shell
    <!-- file PATH -->  the next fence is the content of this file

Everything happens in a folder of the page's own, with `FIXTURES` naming those of the repository.
"""

from __future__ import annotations

import os
import re
import select
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from program import FIXTURES, Program

FENCE = re.compile(r"^```(\w*)\s*$")
REMARK = re.compile(r"<!--\s*(at|lang|exit|run|file)\b\s*(.*?)\s*-->", re.S)
INLINE = re.compile(r"`(oko(?: [^`]*)?)`")
ANY = "…"


@dataclass
class Step:
    """A command with what the page shows of its answer, or a file that the reader writes."""

    line: int
    command: str
    shown: list[str] | None = None
    exit: int = 0
    file: str | None = None
    at: str = ""


@dataclass
class Session:
    """What there is to do on a page, in its order."""

    page: Path
    language: str = "ru"
    steps: list[Step] = field(default_factory=list)
    not_run: list[tuple[int, str]] = field(default_factory=list)
    inline: list[tuple[int, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read(page: Path) -> Session:
    """Takes a page apart."""
    session = Session(page)
    lines = page.read_text("utf-8").splitlines()
    exit_code, file, at, number = 0, None, "", 0
    while number < len(lines):
        line = lines[number]
        if opened := FENCE.match(line):
            end = next(n for n in range(number + 1, len(lines)) if lines[n].startswith("```"))
            body = lines[number + 1 : end]
            if file:
                session.steps.append(Step(number + 1, "\n".join(body) + "\n", file=file))
            elif opened[1] == "console":
                session.steps += console(body, number + 2, exit_code, at)
            elif opened[1] == "sh":
                session.not_run += [(number + 2 + n, text) for n, text in enumerate(body) if text.strip()]
            elif any(text.startswith(("$ ", "oko ")) for text in body):
                session.problems.append(f"line {number + 1}: a fence with commands that nobody runs")
            exit_code, file, number = 0, None, end + 1
        elif line.startswith("<!--"):
            end = next(n for n in range(number, len(lines)) if "-->" in lines[n])
            remark = REMARK.match("\n".join(lines[number : end + 1]))
            if remark:
                word, text = remark.groups()
                if word == "at":
                    at = text
                elif word == "lang":
                    session.language = text
                elif word == "exit":
                    exit_code = int(text)
                elif word == "file":
                    file = text
                else:
                    session.steps.append(Step(number + 1, text, at=at))
            number = end + 1
        else:
            session.inline += [(number + 1, text) for text in INLINE.findall(line)]
            number += 1
    return session


def console(body: list[str], first: int, exit_code: int, at: str) -> list[Step]:
    steps: list[Step] = []
    for number, line in enumerate(body, first):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:], at=at))
        elif steps and steps[-1].shown is None and steps[-1].command.endswith("\\"):
            steps[-1].command += "\n" + line
        elif steps:
            steps[-1].shown = (steps[-1].shown or []) + [line]
    for step in steps:
        while step.shown and not step.shown[-1]:
            step.shown.pop()
    if steps:
        steps[-1].exit = exit_code
    return steps


@dataclass
class Commands:
    """The commands of the program with their help, by their words."""

    help: dict[str, str]

    @classmethod
    def of(cls, program: Program) -> Commands:
        found: dict[str, str] = {}
        # Two that the second program adds to groups of the first.
        waiting = ["", "deadline list", "rules diff"]
        while waiting:
            path = waiting.pop()
            text = program.run(*path.split(), "--help", "--lang", "en").out
            found[path] = text
            below = text.partition("SUBCOMMANDS:")[2].partition("\n\n")[0]
            waiting += [f"{path} {name}".strip() for name in re.findall(r"^  ([a-z][a-z-]*)", below, re.M)]
        return cls(found)

    def problems(self, line: str) -> list[str]:
        """What is wrong with a command that stands within a sentence or in a table."""
        words = shlex.split(line.replace("\\|", "|").replace("…", " "))[1:]
        path = ""
        if words[:1] == ["help"]:
            words.pop(0)
        while words and not words[0].startswith("-") and f"{path} {words[0]}".strip() in self.help:
            path = f"{path} {words.pop(0)}".strip()
        if words and words[0] == "COMMAND":
            return []
        if not path and words and not words[0].startswith("-"):
            return [f"there is no command {words[0]!r}"]
        options = [word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)]
        return [f"oko {path} has no {option}" for option in options if not re.search(rf"(?<![\w-]){option}\b", self.help[path])]

    @property
    def with_clock(self) -> list[str]:
        return [path for path, text in self.help.items() if path and "--at " in text]


def run(session: Session, program: Program, commands: Commands, folder: Path) -> list[tuple[Step, list[str]]]:
    """Runs the steps of a page in a folder; each with its problems."""
    tools = folder / ".tools"
    tools.mkdir(parents=True)
    shim(tools / "oko", session, program, commands)
    (tools / "python3").write_text(f'#!/bin/bash\nexec "{sys.executable}" "$@"\n')
    (tools / "python3").chmod(0o755)
    environment = dict(os.environ, HOME=str(folder / ".home"), FIXTURES=str(FIXTURES), LC_ALL="C.UTF-8")
    environment["ORACLES"] = str(Path(__file__).parent)
    environment |= {"PATH": f"{tools}:{environment['PATH']}", "NO_COLOR": "1"}
    environment.pop("XDG_DATA_HOME", None)
    (folder / ".home").mkdir()
    work = folder / "work"
    work.mkdir()
    results = []
    for step in session.steps:
        environment["OKO_AT"] = step.at
        if step.file:
            (work / step.file).parent.mkdir(parents=True, exist_ok=True)
            (work / step.file).write_text(step.command, "utf-8")
        elif step.command.startswith("oko serve"):
            results.append((step, served(step, work, environment)))
        else:
            results.append((step, done(step, work, environment)))
    return results


def shim(path: Path, session: Session, program: Program, commands: Commands) -> None:
    """`oko` as the page's reader has it: in the page's language, at the page's time."""
    patterns = "|".join(f'"{command} "*' for command in sorted(commands.with_clock))
    path.write_text(
        "#!/bin/bash\nmore=()\n"
        + f'case "$1 $2 " in {patterns}) [[ -z $OKO_AT || " $* " == *" --at "* ]] || more+=(--at "$OKO_AT");; esac\n'
        + f'exec env LC_ALL={session.language}.UTF-8 "{program.path}" "$@" "${{more[@]}}"\n',
        "utf-8",
    )
    path.chmod(0o755)


def done(step: Step, work: Path, environment: dict) -> list[str]:
    answer = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step.command], cwd=work, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    problems = []
    if answer.returncode != step.exit:
        problems.append(f"exit {answer.returncode}, not {step.exit}: {answer.stdout.strip()[-300:]}")
    return problems + ([] if step.shown is None else different(step.shown, answer.stdout.splitlines()))


def served(step: Step, work: Path, environment: dict) -> list[str]:
    """A server prints what is shown and goes on; it is ended then."""
    line = step.command + " --port 0" * ("--port" not in step.command)
    process = subprocess.Popen(
        ["bash", "-c", "exec " + line], cwd=work, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )  # fmt: skip
    text, problems = b"", ["it printed nothing"]
    end = time.monotonic() + 20
    while problems and time.monotonic() < end:
        if select.select([process.stdout], [], [], 0.2)[0]:
            piece = os.read(process.stdout.fileno(), 65536)
            if not piece:
                break
            text += piece
        problems = different(step.shown or [ANY], text.decode("utf-8", "replace").splitlines())
    process.terminate()
    process.wait(20)
    return problems


def different(shown: list[str], came: list[str]) -> list[str]:
    """Where the lines of an answer are not those of the page; a port and a secret link may be others."""
    lines = [line.rstrip() for line in came]
    while lines and not lines[-1]:
        lines.pop()
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == ANY else expression(line) + r"\n" for line in shown)
    if re.fullmatch(pattern, "".join(line + "\n" for line in lines)):
        return []
    wanted = [line for line in shown if line.strip() != ANY]
    for line in wanted:
        if not any(re.fullmatch(expression(line), other) for other in lines):
            near = next((other for other in lines if other[:12] == line[:12]), "…".join(lines[:3]))
            return [f"the page shows {line!r}; what came is {near!r}"]
    return [f"the lines of the page stand there in another order, or others are between them: {lines[:6]}"]


def expression(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.rstrip().split(ANY))
