"""Everything that takes long, and one table of it: `make check-long`.

    Tests/Long/check.py PATH/TO/oko [--corpus DIR…] [--runs N] [--only NAME…]

A step that this machine cannot take says so in the table and does not count as passed.
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CLEAN = ROOT / "fixtures" / "protocols" / "clean"
TABLES = {".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".fods", ".csv", ".tsv", ".zip"}
ENVIRONMENT = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}


class Skipped(Exception):
    """The machine lacks something for a step."""


def job(folder, name="a-xlsx"):
    """A clean job in a folder: the words of `convert` but for the output."""
    told = json.loads((CLEAN / name / "job.json").read_text())
    words = []
    for file in told["files"]:
        shutil.copy(CLEAN / name / file, folder)
        words.append(file)
    form = (CLEAN / name / told["form"]).resolve()
    shutil.copy(form, folder)
    return words + ["--form", form.name, "--held", told["held"], "--at", told["at"]]


def read(oko, file):
    """One file through `sheet`: what went wrong, or an empty text; seconds and MiB."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as own, open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(
            [oko, "sheet", "--format", "json", str(file)], stdout=subprocess.PIPE, stderr=nothing,
            env={**ENVIRONMENT, "TMPDIR": own},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)))
        timer = __import__("threading").Timer(20, process.kill)
        timer.start()
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.stdout.close()
        process.returncode = 0
        seconds, size = time.monotonic() - start, usage.ru_maxrss // 1024
        left = os.listdir(own)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        return f"ended with {code}", seconds, size
    try:
        json.loads(out)
    except ValueError:
        return "no JSON", seconds, size
    if size > 256:
        return f"{size} MiB", seconds, size
    return ("left files" if left else ""), seconds, size


def corpora(oko, options):
    """Files of any kind: a verdict for each, within 256 MiB."""
    if not options.corpus:
        raise Skipped("no CORPUS=DIR")
    files = [f for d in options.corpus for f in Path(d).rglob("*") if f.is_file() and f.suffix.lower() in TABLES]
    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(lambda file: (file, *read(oko, file)), files))
    bad = [(file, what) for file, what, _, _ in told if what]
    for file, what in bad[:20]:
        print(f"  {what}: {file}", file=sys.stderr)
    worst = max(seconds for _, _, seconds, _ in told), max(size for *_, size in told)
    return not bad, f"{len(files)} files, {len(bad)} failures, at worst {worst[0]:.2f} s and {worst[1]} MiB"


def kills(oko, options):
    """`convert` killed at random moments: the form is whole or not there, nothing stays behind."""
    with tempfile.TemporaryDirectory() as own:
        words = [oko, "convert", *job(own), "-o"]
        run = lambda out: subprocess.run([*words, out], cwd=own, env=ENVIRONMENT, capture_output=True)
        run("whole.xlsx")
        whole = Path(own, "whole.xlsx").read_bytes()
        start = time.monotonic()
        run("out.xlsx")
        usual = time.monotonic() - start
        torn = ended = 0
        for turn in range(options.kills):
            Path(own, "out.xlsx").unlink(missing_ok=True)
            process = subprocess.Popen(
                [*words, "out.xlsx"], cwd=own, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, 1.2 * usual))
            process.kill()
            ended += process.wait() == -signal.SIGKILL
            written = Path(own, "out.xlsx")
            torn += written.exists() and written.read_bytes() != whole
        left = [name for name in os.listdir(own) if name.endswith(".part")]
        run("last.xlsx")
        orphans = [name for name in os.listdir(own) if name.endswith(".part")]
        return not torn and not orphans, (
            f"{options.kills} kill -9 ({ended} in time), {torn} torn, {len(left)} leavings, {len(orphans)} after the next start")


def bulk_kills(oko, options):
    """`bulk` killed at random moments: nothing in its folder is torn, the registry is whole, the next run completes."""
    sys.path.insert(0, str(ROOT / "Tests" / "Oracles"))
    try:
        from killed_runs import Pile
    except ImportError as lack:
        raise Skipped(f"no {lack.name} for this Python") from lack
    from program import Program

    with tempfile.TemporaryDirectory() as own:
        pile = Pile(Program(oko), Path(own))
        for turn in range(options.kills):
            pile.kill(random.Random(turn))
        problems = pile.problems + pile.finish()
        for problem in problems[:20]:
            print(f"  {problem}", file=sys.stderr)
        return not problems, (
            f"{options.kills} kill -9 ({pile.in_time} in time), {len(problems)} problems, "
            f"{pile.finished} runs after them as if undisturbed")


def worker_kills(oko, options):
    """A worker killed in its work: every job has an answer or is known to have none."""
    sys.path.insert(0, str(Path(__file__).parent))
    from worker import Worker

    file = CLEAN / "a-xlsx" / "transcription.xlsx"
    answered = died = wrong = 0
    expected = None
    for turn in range(options.kills):
        worker = Worker(oko)
        if expected is None:
            expected = worker.sheet(file)
        timer = __import__("threading").Timer(random.uniform(0, 0.02), worker.kill)
        timer.start()
        try:
            for _ in range(200):
                wrong += worker.sheet(file) != expected
                answered += 1
        except (EOFError, OSError):
            died += 1
        timer.join()
        worker.end()
    return not wrong and died > 0, f"{options.kills} kills, {died} in a job or before it, {answered} answers, {wrong} wrong"


def memory(oko, options):
    """A worker that has read a thousand files needs no more than after the first hundred."""
    sys.path.insert(0, str(Path(__file__).parent))
    from worker import Worker

    files = sorted(f for f in (ROOT / "fixtures").rglob("*") if f.suffix in TABLES)
    worker = Worker(oko)
    sizes = []
    for turn in range(1000):
        worker.sheet(files[turn % len(files)])
        if turn in (len(files), 999):
            sizes.append(worker.size())
    worker.end()
    return sizes[1] - sizes[0] < 4096, f"1,000 files, {sizes[0] >> 10} MiB after {len(files)}, {sizes[1] >> 10} MiB at the end"


def full_disk(oko, options):
    """A disk without room: words and a code, no file and no leavings, the older file as it was."""
    with tempfile.TemporaryDirectory() as own:
        disk = Path(own, "disk")
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "none", str(disk)], capture_output=True).returncode:
            raise Skipped("no right to mount a small tmpfs")
        try:
            words = job(own)
            run = lambda *more: subprocess.run(
                [oko, *more], cwd=own, env=ENVIRONMENT, capture_output=True, text=True)
            old = disk / "out.xlsx"
            form = Path(own, words[words.index("--form") + 1]).read_bytes()
            old.write_bytes(form)
            (disk / "ballast").write_bytes(b"0" * ((160 - 4 << 10) - -(-len(form) // 4096) * 4096))
            answers = [run("convert", *words, "-o", "disk/out.xlsx"),
                       run("check", *words, "--report", "html=disk/r.html"),
                       run("import", words[words.index("--form") + 1], "-o", "disk/i.xlsx")]
            kept = old.read_bytes() == form and sorted(os.listdir(disk)) == ["ballast", "out.xlsx"]
            said = sum(a.returncode == 70 and "нет места" in a.stderr for a in answers[:2])
            return kept and said == 2, f"{said} of 2 outputs said so, the older file {'kept' if kept else 'LOST'}"
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def suite(sanitizer, folder, skipped):
    def run(oko, options):
        build = ["swift", "build", "--quiet", "--build-tests", f"--sanitize={sanitizer}", "--scratch-path", folder]
        if subprocess.run(build, cwd=ROOT, capture_output=True).returncode:
            raise Skipped("does not build here")
        # Leaks are looked for in the programs that the suite starts, not in the one that holds the tests.
        answer = subprocess.run(
            ["swift", "test", "--skip-build", f"--sanitize={sanitizer}", "--scratch-path", folder, *skipped],
            cwd=ROOT, env={**ENVIRONMENT, "ASAN_OPTIONS": "detect_leaks=0", **KNOWN_LEAKS, **KNOWN_RACES}, capture_output=True, text=True)
        said = answer.stdout + answer.stderr
        count = re.findall(r"Test run with (\d+) tests", said)
        reports = len(re.findall(r"ERROR: AddressSanitizer|ERROR: LeakSanitizer|WARNING: ThreadSanitizer", said))
        if answer.returncode or reports:
            (ROOT / folder / "tests.txt").write_text(said)
            print(f"  what the tests said: {folder}/tests.txt", file=sys.stderr)
        return answer.returncode == 0 and not reports, f"{count[-1] if count else 0} tests, {reports} reports"
    run.__doc__ = f"The suite under the {sanitizer} sanitizer."
    return run


def leaks(oko, options):
    """A thousand files, each read by a program that LeakSanitizer watches; the corpus where there is one."""
    program = ROOT / ".build-asan" / "debug" / "oko"
    if not program.exists():
        raise Skipped("no program of the step `address`")
    folders = options.corpus or [ROOT / "fixtures"]
    files = sorted(f for d in folders for f in Path(d).rglob("*") if f.is_file() and f.suffix.lower() in TABLES)
    random.Random(1).shuffle(files)
    files = (files * (1000 // len(files) + 1))[:1000]

    def look(file):
        try:
            answer = subprocess.run(
                [program, "sheet", "--format", "json", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                env={**ENVIRONMENT, **KNOWN_LEAKS}, timeout=600)
        except subprocess.TimeoutExpired:
            return "longer than 600 s"
        said = answer.stderr.decode(errors="replace")
        return "" if answer.returncode in (0, 3) and "Sanitizer" not in said else said[-300:]

    with ThreadPoolExecutor(2) as pool:
        bad = [(file, said) for file, said in zip(files, pool.map(look, files)) if said]
    for file, said in bad[:5]:
        print(f"  {file}: {said}", file=sys.stderr)
    return not bad, f"{len(files)} files, {len(bad)} with a leak or another report"


def fuzzing(oko, options):
    """Every target of the fuzzer."""
    answer = subprocess.run(["make", "--no-print-directory", "fuzz", f"RUNS={options.runs}"], cwd=ROOT, capture_output=True, text=True)
    print(answer.stdout)
    rows = [line for line in answer.stdout.splitlines() if line.endswith(("none", "FOUND"))]
    if not rows:
        raise Skipped("does not build here")
    return answer.returncode == 0, f"{len(rows)} targets, {options.runs:,} runs each"


KNOWN_LEAKS = {"LSAN_OPTIONS": f"suppressions={ROOT / 'Tests' / 'Long' / 'leaks.txt'}:print_suppressions=0"}

KNOWN_RACES = {"TSAN_OPTIONS": f"suppressions={ROOT / 'Tests' / 'Long' / 'races.txt'}"}

# A sanitized program needs more address space than a worker may have, so its own limits cannot be tried in it.
WITHOUT_LIMITS = [word for name in (
                      "WorkersTests", "A coordinator", "A district's desk", "makes a sheet that is taken",
                      "a desk that was opened with files", "takes a work in once nothing stands against it")
                  for word in ("--skip", name)]

# The memory in which ThreadSanitizer keeps its books is a file, which must be allowed to grow.
WITHOUT_FILES = ["--skip", "that cannot be written leaves nothing behind"]

STEPS = {
    "corpora": corpora, "kills": kills, "bulk kills": bulk_kills, "workers": worker_kills, "memory": memory, "full disk": full_disk,
    "address": suite("address", ".build-asan", WITHOUT_LIMITS), "leaks": leaks,
    "threads": suite("thread", ".build-tsan", WITHOUT_LIMITS + WITHOUT_FILES), "fuzzing": fuzzing,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("oko")
    parser.add_argument("--corpus", action="append", default=[])
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--only", action="append", default=[])
    options = parser.parse_args()
    oko, failed, table = str(Path(options.oko).resolve()), False, []
    for name, step in STEPS.items():
        if options.only and name not in options.only:
            continue
        start = time.monotonic()
        try:
            passed, said = step(oko, options)
            verdict = "passed" if passed else "FAILED"
            failed |= not passed
        except Skipped as reason:
            verdict, said = "not run", str(reason)
        table.append(f"{name:14} {verdict:8} {time.monotonic() - start:7.0f} s  {said}")
        print(table[-1], file=sys.stderr, flush=True)
    print("\n".join(table))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
