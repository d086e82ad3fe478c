#!/usr/bin/env python3
"""Holds the program against programs that nobody here wrote.

    pip install -r Tests/Oracles/requirements.txt        # Python 3.11 or newer
    python Tests/Oracles/check.py PATH/TO/oko [--only GROUP]

One line per group, the first failures below it, and `N passed, N failed`; exit 1 if any failed. LibreOffice is used when
`soffice` is installed.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
import warnings
from pathlib import Path

sys.dont_write_bytecode = True

import annotated
import answers
import blanks
import comparisons
import deadlines
import desk
import desk_pressure
import district
import fixture_bytes
import killed_runs
import guides
import honest_sets
import opendocument
import packages
import plan
import read_cells
import recalculation
import reports
import statistics_answers
import statistics_beside_scipy
import written_forms
from program import Outcome, Program

# openpyxl cannot keep what it does not know; it only reads here.
warnings.filterwarnings("ignore", module="openpyxl")

GROUPS = {
    "forms": written_forms,
    "cells": read_cells,
    "answers": answers,
    "reports": reports,
    "annotated": annotated,
    "comparisons": comparisons,
    "deadlines": deadlines,
    "district": district,
    "kills": killed_runs,
    "packages": packages,
    "plan": plan,
    "recalculation": recalculation,
    "blanks": blanks,
    "opendocument": opendocument,
    "desk": desk,
    "pressure": desk_pressure,
    "fixtures": fixture_bytes,
    "guides": guides,
    "statistics": statistics_beside_scipy,
    "stats": statistics_answers,
    "honest": honest_sets,
}
SHOWN = 12


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("oko", type=Path)
    parser.add_argument("--only", choices=GROUPS, help="one group")
    arguments = parser.parse_args()
    program = Program(arguments.oko.resolve())

    passed = failed = 0
    for name, group in GROUPS.items():
        if arguments.only not in (None, name):
            continue
        started = time.monotonic()
        try:
            outcome = group.check(program)
        except Exception:
            # One group that falls hides nothing of the others.
            outcome = Outcome(failures=[traceback.format_exc()])
        seconds = time.monotonic() - started
        passed += outcome.passed
        failed += len(outcome.failures)
        if outcome.skipped:
            print(f"SKIP  {name}: {outcome.skipped}", flush=True)
            continue
        word = "FAIL" if outcome.failures else "ok  "
        print(f"{word}  {name}: {group.TITLE} — {outcome.passed} passed, {len(outcome.failures)} failed, {seconds:.0f} s")
        for failure in outcome.failures[:SHOWN]:
            print(f"      {failure}")
        if len(outcome.failures) > SHOWN:
            print(f"      … and {len(outcome.failures) - SHOWN} more")
        sys.stdout.flush()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
