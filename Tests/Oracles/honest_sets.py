#!/usr/bin/env python3
"""How often `oko stats` speaks of a sign in districts in which nobody helps, and how often where somebody does.

    python Tests/Oracles/honest_sets.py PATH/TO/oko [--sets 2000] [--jobs 2] [--only METHOD]

A set is one school in one work. Districts have fourteen schools of 8 to 60 pupils; the model is that of `districts.py`.
`make check` runs a short form of it.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

sys.dont_write_bytecode = True

import districts
from districts import MAXIMA, WORK_ID
from program import Outcome, Program

TITLE = "false alarms over honest sets stay within the stated level"
SCHOOLS = 14
WORDS = {"описание", "признак", "согласующиеся признаки"}


class Alarms:
    """How often each figure was looked at, and how often it rang."""

    def __init__(self) -> None:
        self.rang: Counter = Counter()
        self.looked: Counter = Counter()

    def note(self, name: str, rings: bool | None) -> None:
        """`None`: the figure is not shown for this set."""
        if rings is not None:
            self.looked[name] += 1
            self.rang[name] += rings

    def chance(self, name: str, p: float | None, level: float) -> None:
        self.note(name, None if p is None else p <= level)

    def add(self, other: "Alarms") -> None:
        self.rang += other.rang
        self.looked += other.looked


Measure = Callable[[Program, districts.District, Path, Random, set, Alarms], None]


def threshold(program, made, folder, random, only, alarms) -> None:
    rows = table(program, "threshold", "threshold", first_year(made, folder))
    for row in rows:
        if row[0] in only:
            alarms.chance("threshold p ≤ 0.05", row[5], 0.05)
    if len(only) > 1:
        alarms.note("any boundary q ≤ 0.10, a district", any(q(row[6]) for row in rows))


def means(program, made, folder, random, only, alarms) -> None:
    rows = table(program, "means", "funnel", first_year(made, folder))
    for row in rows:
        if row[0] in only:
            alarms.chance("mean p ≤ 0.025", row[6], 0.025)
    if len(only) > 1:
        alarms.note("any mean q ≤ 0.10, a district", any(q(row[7]) for row in rows))


def journal(program, made, folder, random, only, alarms) -> None:
    for row in table(program, "journal", "journal", first_year(made, folder)):
        if row[0] in only:
            alarms.chance("journal p ≤ 0.05", row[5], 0.05)


def profile(program, made, folder, random, only, alarms) -> None:
    for section in sections(program, "profile", first_year(made, folder)):
        school = section["heading"]["ru"].split(":")[0]
        if school in only and "p" in section["facts"]:
            alarms.chance("profile p ≤ 0.01", section["facts"]["p"], 0.01)


def order(program, made, folder, random, only, alarms) -> None:
    for section in sections(program, "order", first_year(made, folder)):
        school = section["heading"]["ru"].split(":")[0]
        if school in only and section["facts"].get("z") is not None:
            alarms.note("order Z ≥ 1.96", section["facts"]["z"] >= 1.96)


def markings(program, made, folder, random, only, alarms) -> None:
    """Two experts mark every work alike: either slips in one task of sixteen, up or down."""
    for school in sorted(only):
        pupils = made[school]
        first, second = ([[slip(random, *pair) for pair in zip(pupil.points, MAXIMA)] for pupil in pupils] for _ in "ab")
        codes = [pupil.code for pupil in pupils]
        paths = [districts.keyed(folder / f"{name}.csv", codes, points) for name, points in (("a", first), ("b", second))]
        facts = sections(program, "markings", *paths, "--criteria", WORK_ID)[0]["facts"]
        alarms.chance("two markings p ≤ 0.05, two-sided", facts["sign_flip_two_sided"], 0.05)


def slip(random: Random, points: int, maximum: int) -> int:
    return min(maximum, max(0, points + random.choice((-1, 1)))) if random.random() < 0.06 else points


def draw(program, made, folder, random, only, alarms) -> None:
    """The grade of evidence that the draw of the control sample rests on, over all families."""
    rows = table(program, "draw", "review", first_year(made, folder), "--places", 4, "--published", "1", "--year", 2024)
    for row in rows:
        grade = next(cell["ru"] for cell in row if isinstance(cell, dict) and cell["ru"] in WORDS)
        alarms.note("signs of two families, a school", grade == "согласующиеся признаки")


def after(program, made, folder, random, only, alarms) -> None:
    """Two years of the same schools with other pupils, nobody controlled."""
    abilities = [random.gauss(0.2, math.sqrt(0.12)) for _ in made]
    paths = []
    for year in (2023, 2024):
        one = districts.honest(random, [random.randint(8, 60) for _ in made], abilities=abilities)
        paths.append(districts.write(one, folder / f"{year}.csv", f"{year} Математика 6 класс"))
    for row in table(program, "after", "after", paths[1], "--before", paths[0]):
        alarms.note("a year after, |Z| ≥ 1.96", None if row[9] is None else abs(row[9]) >= 1.96)


def absence(program, made, folder, random, only, alarms) -> None:
    """Whoever stays away does so by chance."""
    roll, weak, absent = random.randint(15, 30), random.randint(2, 8), random.randint(1, 6)
    both = sum(pupil < weak for pupil in random.sample(range(roll), absent))
    line = ["--roll", roll, "--weak", weak, "--absent", absent, "--absent-weak", both]
    alarms.chance("absence p ≤ 0.05", sections(program, "absence", *line)[0]["facts"]["p"], 0.05)


# What is counted, and the share that is stated for honest sets.
METHODS: dict[str, tuple[Measure, dict[str, float]]] = {
    "threshold": (threshold, {"threshold p ≤ 0.05": 0.05, "any boundary q ≤ 0.10, a district": 0.10}),
    "means": (means, {"mean p ≤ 0.025": 0.025, "any mean q ≤ 0.10, a district": 0.10}),
    "journal": (journal, {"journal p ≤ 0.05": 0.05}),
    "profile": (profile, {"profile p ≤ 0.01": 0.017}),
    "order": (order, {"order Z ≥ 1.96": 0.05}),
    "markings": (markings, {"two markings p ≤ 0.05, two-sided": 0.05}),
    "after": (after, {"a year after, |Z| ≥ 1.96": 0.05}),
    "absence": (absence, {"absence p ≤ 0.05": 0.05}),
    "draw": (draw, {"signs of two families, a school": 0.013}),
}
LEVELS = {name: level for _, levels in METHODS.values() for name, level in levels.items()}
# What helping is held against: what should see it, and what should not.
HELPED = ("threshold", "means", "profile")


def check(program: Program) -> Outcome:
    """The short form: the levels with room for chance (four standard errors)."""
    outcome = Outcome()
    alarms = count(program, range(12), METHODS)
    for name, level in LEVELS.items():
        share, n = alarms.rang[name] / max(1, alarms.looked[name]), alarms.looked[name]
        room = 4 * math.sqrt(level * (1 - level) / max(1, n))
        outcome.add(name, [] if n and share <= level + room else [f"{share:.3f} of {n}, stated {level}"])
    return outcome


def count(program: Program, seeds: Iterable[int], methods: Iterable[str], lifted: str | None = None, jobs: int = 2) -> Alarms:
    alarms = Alarms()
    with ThreadPoolExecutor(jobs) as pool:
        for one in pool.map(lambda seed: district(program, seed, methods, lifted), seeds):
            alarms.add(one)
    return alarms


def district(program: Program, seed: int, methods: Iterable[str], lifted: str | None) -> Alarms:
    random = Random(f"honest {seed}")
    made = districts.honest(random, [random.randint(8, 60) for _ in range(SCHOOLS)])
    if lifted:
        helped(random, made["edu380001"], lifted)
    only = {"edu380001"} if lifted else set(made)
    alarms = Alarms()
    with tempfile.TemporaryDirectory() as folder:
        for method in methods:
            METHODS[method][0](program, made, Path(folder), Random(f"{method} {seed}"), only, alarms)
    return alarms


def helped(random: Random, pupils: list[districts.Pupil], way: str) -> None:
    """`boundary`: four of five works just below a mark get a point; `hard`: two of five pupils get the three hardest tasks."""
    for pupil in pupils:
        if way == "boundary" and pupil.total + 1 in districts.CUTS and random.random() < 0.8:
            task = next(t for t, maximum in enumerate(MAXIMA) if pupil.points[t] < maximum)
            pupil.points[task] += 1
        if way == "hard" and random.random() < 0.4:
            for task in (10, 11, 12):
                pupil.points[task] = MAXIMA[task]


def q(value: float | None) -> bool:
    return value is not None and value <= 0.10


def first_year(made: districts.District, folder: Path) -> Path:
    path = folder / "f1.csv"
    return path if path.exists() else districts.write(made, path)


def sections(program: Program, verb: str, *arguments: object) -> list[dict]:
    answer = program.run("stats", verb, *arguments, "--format", "json", "--date", "2024-06-03")
    assert answer.exit == 0, answer.error
    return answer.json["sections"]


def table(program: Program, verb: str, name: str, *arguments: object) -> list[list]:
    tables = (table for section in sections(program, verb, *arguments) for table in section["tables"])
    return next(table["rows"] for table in tables if table["name"].startswith(name))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("oko", type=Path)
    parser.add_argument("--sets", type=int, default=2000, help="honest sets (default 2000)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", choices=METHODS, help="one method")
    arguments = parser.parse_args()
    program = Program(arguments.oko.resolve())
    methods = [arguments.only] if arguments.only else list(METHODS)
    rounds = range(math.ceil(arguments.sets / SCHOOLS))
    print(f"{len(rounds) * SCHOOLS} honest sets in {len(rounds)} districts", flush=True)
    over = False
    for method in methods:
        alarms = count(program, rounds, [method], jobs=arguments.jobs)
        for name, level in METHODS[method][1].items():
            n = alarms.looked[name]
            share = alarms.rang[name] / max(1, n)
            # Beyond two standard errors a stated level does not hold.
            over |= n == 0 or share > level + 2 * math.sqrt(level * (1 - level) / n)
            print(f"  {name:38} {share:7.3%} of {n:5}   stated {level:.1%}", flush=True)
    for way in ("boundary", "hard"):
        watched = [method for method in HELPED if method in methods]
        if watched:
            alarms = count(program, rounds, watched, way, arguments.jobs)
            print(f"One school of each district helped ({way})")
            for name, n in alarms.looked.items():
                print(f"  {name:38} {alarms.rang[name] / n:7.1%} of {n:5}", flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
