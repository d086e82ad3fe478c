#!/usr/bin/env python3
"""How often `oko stats` speaks of a sign in districts in which nobody helps, and how often where somebody does.

    python Tests/Oracles/honest_sets.py PATH/TO/oko [--sets 2000] [--jobs 2]

A set is one school in one work. Districts have fourteen schools of 8 to 60 pupils; the model is that of `districts.py`.
`make check` runs a short form of it.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

sys.dont_write_bytecode = True

import districts
from program import Outcome, Program

TITLE = "false alarms over honest sets stay within the stated level"
SCHOOLS = 14
# What is counted, and the share that is stated for honest sets.
LEVELS = {
    "threshold p ≤ 0.05": 0.05, "profile p ≤ 0.01": 0.017, "mean p ≤ 0.025 (funnel)": 0.05, "journal p ≤ 0.05": 0.05,
    "any mean, q ≤ 0.10, a district": 0.20, "any boundary, q ≤ 0.10, a district": 0.10,
}


def check(program: Program) -> Outcome:
    """The short form: the levels with room for chance (four standard errors)."""
    outcome = Outcome()
    seen, sizes = count(program, range(12), lifted=None)
    for name, level in LEVELS.items():
        share, n = seen[name] / max(1, sizes[name]), sizes[name]
        room = 4 * math.sqrt(level * (1 - level) / max(1, n))
        problem = [] if share <= level + room else [f"{share:.3f} of {n}, stated {level}"]
        outcome.add(name, problem)
    return outcome


def count(program: Program, seeds, lifted: str | None, jobs: int = 2) -> tuple[Counter, Counter]:
    seen: Counter = Counter()
    sizes: Counter = Counter()
    with ThreadPoolExecutor(jobs) as pool:
        for alarms, looked in pool.map(lambda seed: district(program, seed, lifted), seeds):
            seen += alarms
            sizes += looked
    return seen, sizes


def district(program: Program, seed: int, lifted: str | None) -> tuple[Counter, Counter]:
    random = Random(f"honest {seed}")
    made = districts.honest(random, [random.randint(8, 60) for _ in range(SCHOOLS)])
    if lifted:
        helped(random, made["edu380001"], lifted)
    only = {"edu380001"} if lifted else set(made)
    alarms: Counter = Counter()
    looked: Counter = Counter()

    def note(name: str, chance: float | None, level: float, school: str) -> None:
        if chance is not None and school in only:
            looked[name] += 1
            alarms[name] += chance <= level

    with tempfile.TemporaryDirectory() as folder:
        path = districts.write(made, Path(folder) / "f1.csv")
        boundary = table(program, "threshold", path, "threshold")
        mean = table(program, "means", path, "funnel")
        marks = table(program, "journal", path, "journal")
        for row in boundary:
            note("threshold p ≤ 0.05", row[5], 0.05, row[0])
        for row in mean:
            note("mean p ≤ 0.025 (funnel)", row[6], 0.025, row[0])
        for row in marks:
            note("journal p ≤ 0.05", row[5], 0.05, row[0])
        for section in sections(program, "profile", path):
            note("profile p ≤ 0.01", section["facts"]["p"], 0.01, section["heading"]["ru"].split(":")[0])
    if not lifted:
        for name, rows, column in (("mean", mean, 7), ("boundary", boundary, 6)):
            looked[f"any {name}, q ≤ 0.10, a district"] += 1
            alarms[f"any {name}, q ≤ 0.10, a district"] += any(row[column] is not None and row[column] <= 0.10 for row in rows)
    return alarms, looked


def helped(random: Random, pupils: list[districts.Pupil], way: str) -> None:
    """`boundary`: four of five works just below a mark get a point; `hard`: two of five pupils get the three hardest tasks."""
    for pupil in pupils:
        if way == "boundary" and pupil.total + 1 in districts.CUTS and random.random() < 0.8:
            task = next(t for t, maximum in enumerate(districts.MAXIMA) if pupil.points[t] < maximum)
            pupil.points[task] += 1
        if way == "hard" and random.random() < 0.4:
            for task in (10, 11, 12):
                pupil.points[task] = districts.MAXIMA[task]


def sections(program: Program, verb: str, path: Path) -> list[dict]:
    answer = program.run("stats", verb, path, "--format", "json", "--date", "2024-06-03")
    assert answer.exit == 0, answer.error
    return answer.json["sections"]


def table(program: Program, verb: str, path: Path, name: str) -> list[list]:
    return next(t["rows"] for t in sections(program, verb, path)[0]["tables"] if t["name"].startswith(name))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("oko", type=Path)
    parser.add_argument("--sets", type=int, default=2000, help="honest sets (default 2000)")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    program = Program(arguments.oko.resolve())
    rounds = range(math.ceil(arguments.sets / SCHOOLS))
    print(f"{len(rounds) * SCHOOLS} honest sets in {len(rounds)} districts")
    seen, sizes = count(program, rounds, None, arguments.jobs)
    over = False
    for name, level in LEVELS.items():
        share = seen[name] / sizes[name]
        over |= share > level + 2 * math.sqrt(level * (1 - level) / sizes[name])
        print(f"  {name:38} {share:7.3%} of {sizes[name]:5}   stated {level:.1%}")
    for way in ("boundary", "hard"):
        found, looked = count(program, rounds, way, arguments.jobs)
        print(f"One school of each district helped ({way})")
        for name in LEVELS:
            if looked[name]:
                print(f"  {name:38} {found[name] / looked[name]:7.1%} of {looked[name]:5}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
