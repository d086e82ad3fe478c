"""The lines that the tests have run, by part of the program.

    coverage.py BUILD

BUILD is a folder in which the tests were built and run with coverage. Parts in which less than 95 of 100 lines were run
end the run with 1, and their files are listed, the worst first.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
LEAST = 95
PARTS = ["Spreadsheet", "Form", "Assessment/Rules", "SchoolCalendar", "Registry"]


def main() -> int:
    build = next(Path(sys.argv[1]).glob("*/debug")).resolve()
    bundle = next(build.glob("*.xctest"))
    # The system may have tools of its own, for another form of these files.
    tools = Path(shutil.which("swift")).resolve().parent
    profile = build / "codecov/all.profdata"
    subprocess.run([tools / "llvm-profdata", "merge", "-sparse", *build.glob("codecov/*.profraw"), "-o", profile], check=True)
    answer = subprocess.run(
        [tools / "llvm-cov", "export", "--summary-only", "--instr-profile", profile, bundle],
        check=True, capture_output=True, text=True,
    )
    files = {
        str(Path(file["filename"]).relative_to(REPOSITORY / "Sources")): file["summary"]["lines"]
        for file in json.loads(answer.stdout)["data"][0]["files"]
        if Path(file["filename"]).is_relative_to(REPOSITORY / "Sources")
    }
    short = 0
    print(f"{'part':<20} {'lines':>7} {'run':>7} {'%':>7}")
    for part in PARTS:
        own = {name: lines for name, lines in files.items() if name.startswith(part + "/")}
        count, covered = (sum(lines[key] for lines in own.values()) for key in ("count", "covered"))
        share = 100 * covered / count
        print(f"{part:<20} {count:>7} {covered:>7} {share:>7.1f}")
        if share < LEAST:
            short += 1
            for name, lines in sorted(own.items(), key=lambda item: item[1]["covered"] - item[1]["count"])[:12]:
                if lines["covered"] < lines["count"]:
                    print(f"    {name}: {lines['count'] - lines['covered']} of {lines['count']} lines were not run")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
