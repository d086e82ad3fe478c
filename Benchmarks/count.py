"""Counts the instructions of the hot jobs under Callgrind: count.py BUILD [--record]. They do not depend on what else the machine does, so that a change can be
compared without noise; `counts.json` holds what was recorded last."""
import json, os, re, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
FORM = FIXTURES / "forms/blank/Форма сбора результатов Русский язык 4 класс ВПР 2024.xlsx"
BUILD = Path(sys.argv[1]).resolve()
BENCH, OKO = BUILD / "oko-bench", BUILD / "oko"

def count(command):
    """Instructions of a process, with the hashing of Swift made repeatable."""
    answer = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], capture_output=True, text=True,
                            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8"})
    if answer.returncode or not (found := re.search(r"Collected : (\d+)", answer.stderr)): sys.exit(f"{command[:3]}: {answer.stdout[-300:]}{answer.stderr[-300:]}")
    return int(found[1])

def jobs(folder):
    """By name: the command, the command that only starts, and how many units lie between them."""
    for what, number in (("books", "40"), ("protocols", "10")):
        subprocess.run([sys.executable, HERE / "generate.py", what, f"{folder}/{what}", number, *([FORM] if what == "protocols" else [])], check=True)
    books = sorted(map(str, Path(f"{folder}/books").glob("*.xlsx")))
    names = sorted(map(str, Path(f"{folder}/protocols").glob("*.xlsx")))
    pairs = [path for number in range(10) for path in (names[2 * number + 1], names[2 * number])]
    common = [pairs[0], "--scores", pairs[1], "--form", FORM, "--held", "2024-04-15", "--at", "2024-04-16T10:00:00+08:00"]
    return {
        "read a workbook, shared strings": ([BENCH, "read", *books[::2]], [BENCH, "read", books[0]], len(books) // 2 - 1),
        "read a workbook, inline strings": ([BENCH, "read", *books[1::2]], [BENCH, "read", books[1]], len(books) // 2 - 1),
        "understand and fill a form": ([BENCH, "fill", FORM, pairs[0], 6], [BENCH, "fill", FORM, pairs[0], 1], 5),
        "whole job of a school": ([BENCH, "jobs", FORM, *pairs], [BENCH, "jobs", FORM, *pairs[:2]], len(pairs) // 2 - 1),
        "all rules, 30 × 35": ([BENCH, "rules", 101], [BENCH, "rules", 1], 100),
        "one finding among 10,150": ([BENCH, "findings", 290, 2], [BENCH, "findings", 290, 1], 10150),
        "oko --version": ([OKO, "--version"], None, 1),
        "oko check, one school": ([OKO, "check", *common], None, 1),
        "oko convert, one school": ([OKO, "convert", *common, "-o", f"{folder}/out.xlsx"], None, 1),
    }

def main():
    recorded = json.loads((HERE / "counts.json").read_text()) if (HERE / "counts.json").exists() else {}
    counts = {}
    print(f"{'instructions, thousands':36}{'now':>12}{'recorded':>12}{'change':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (command, start, units) in jobs(folder).items():
            counts[name] = (count(command) - (count(start) if start else 0)) // units
            before = recorded.get(name)
            change = f"{100 * (counts[name] - before) / before:+8.1f}%" if before else ""
            print(f"{name:36}{counts[name] / 1e3:12,.1f}{before / 1e3 if before else 0:12,.1f}{change:>9}", flush=True)
    if "--record" in sys.argv: (HERE / "counts.json").write_text(json.dumps(counts, ensure_ascii=False, indent=2) + "\n")

main()
