"""What people read: every command of README and guides is run, what they show is compared; what the program makes is fresh.

`sessions.py` tells how a page is marked up.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from program import ROOT, Outcome, Program
from sessions import Commands, read, run

sys.path.insert(0, str(ROOT / "Guides"))

from make import made  # noqa: E402

TITLE = "README and guides: commands run, answers compared, made parts fresh"
DOCC = ROOT / "Sources/Assessment/Documentation.docc"
PAGES = [ROOT / "README.md", ROOT / "README.ru.md", *sorted((ROOT / "Guides").glob("*.md")), DOCC / "AddingASeason.md",
         DOCC / "AddingARule.md"]  # fmt: skip
PICTURES = 1_500_000

# Commands that a page shows and nobody runs here, each with its reason.
NOT_RUN = {
    "make run": "builds and installs; it is what this check itself was started from",
    "make test": "minutes of tests, run by themselves",
    "make check": "is this check",
    "make deb": "make check-packages builds it and tries it in clean roots",
    "make dist": "make check-packages builds it and tries it in clean roots",
    "python3 schemas/check.py": "run by make check before this",
    "swift test --filter": "minutes of building",
}


def check(program: Program) -> Outcome:
    outcome = Outcome()
    commands = Commands.of(program)
    for page in PAGES:
        name = str(page.relative_to(ROOT))
        session = read(page)
        outcome.add(f"{name}: fences", session.problems)
        outcome.add(f"{name}: links", links(page))
        for line, text in session.not_run:
            known = any(text.startswith(start) for start in NOT_RUN)
            outcome.add(f"{name}:{line}", [] if known else [f"{text!r} is not run, and no reason is given"])
        for line, text in session.inline:
            outcome.add(f"{name}:{line}", commands.problems(text))
        with tempfile.TemporaryDirectory() as folder:
            for step, problems in run(session, program, commands, Path(folder)):
                outcome.add(f"{name}:{step.line} {step.command.splitlines()[0][:60]}", problems)
    for page, text in made(program).items():
        fresh = page.read_text("utf-8") == text
        outcome.add(f"{page.name} is fresh", [] if fresh else ["make guides"])
    outcome.add("pictures", pictures())
    return outcome


def links(page: Path) -> list[str]:
    """Links to files of the repository and to headings that are not there."""
    text = page.read_text("utf-8")
    problems = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, heading = target.partition("#")
        if "://" in target:
            continue
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            problems.append(f"{target} leads nowhere")
        elif heading and file.suffix == ".md" and heading not in headings(file):
            problems.append(f"{target}: there is no such heading")
    return problems


def headings(page: Path) -> set[str]:
    text = page.read_text("utf-8")
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles} | set(re.findall(r'<a id="([^"]+)"', text))


def pictures() -> list[str]:
    """Every picture is shown somewhere, and all of them are small."""
    shown = {name for page in PAGES for name in re.findall(r"pictures/([\w.-]+)", page.read_text("utf-8"))}
    kept = {path.name: path.stat().st_size for path in (ROOT / "Guides/pictures").iterdir()}
    problems = [f"{name} is shown nowhere" for name in sorted(kept.keys() - shown)]
    return problems + ([f"{sum(kept.values())} bytes"] if sum(kept.values()) > PICTURES else [])
