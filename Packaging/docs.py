"""Builds the documentation of the library's modules with DocC; any warning ends the run.

    docs.py BUILD OUT

BUILD is a folder of a build (`.build/debug`), OUT gets a page tree for each module.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
MODULES = [
    "Spreadsheet", "SchoolCalendar", "Objectivity", "Assessment", "Seasons", "Form", "Blanks", "Reports", "Checking", "Workers", "Registry",
    "District", "Desk",
]


def main() -> int:
    build, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    triple = build.resolve().parent.name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    said = 0
    for module in MODULES:
        with tempfile.TemporaryDirectory() as graphs:
            run(
                ["swift-symbolgraph-extract", "-module-name", module, "-target", triple, "-I", build / "Modules",
                 *c_modules(build), "-minimum-access-level", "public", "-output-dir", graphs]
            )
            catalogue = REPOSITORY / "Sources" / module / "Documentation.docc"
            answer = subprocess.run(
                ["docc", "convert", *([catalogue] if catalogue.exists() else []),
                 "--additional-symbol-graph-dir", graphs, "--fallback-display-name", module,
                 "--fallback-bundle-identifier", f"oko.{module}", "--output-path", out / module],
                capture_output=True, text=True,
            )
        text = (answer.stdout + answer.stderr).strip()
        count = text.count("warning:") + text.count("error:")
        if count or answer.returncode:
            print(text)
        print(f"{module}: {count} warnings", flush=True)
        said += count + (answer.returncode != 0)
    return 1 if said else 0


def c_modules(build: Path) -> list[str]:
    """The module maps of C libraries, ours and those of the packages, which the modules are built on."""
    checkouts = build.parent.parent / "checkouts"
    maps = [*sorted((REPOSITORY / "Sources").glob("C*/module.modulemap")),
            *sorted(checkouts.glob("*/Sources/*/module.modulemap")), *sorted(checkouts.glob("*/Sources/*/include/module.modulemap")),
            *sorted(build.glob("*.build/module.modulemap"))]
    return [word for path in maps for word in ("-Xcc", f"-fmodule-map-file={path}")]


def run(words: list) -> None:
    answer = subprocess.run(list(map(str, words)), capture_output=True, text=True)
    if answer.returncode:
        sys.exit(answer.stdout + answer.stderr)


if __name__ == "__main__":
    sys.exit(main())
