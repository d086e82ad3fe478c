"""Measures the program beside its peers: run.py OKO OKO-BENCH. CPU time of whole processes, interleaved rounds, medians, ratios."""
import datetime, glob, importlib.metadata, os, platform, resource, statistics, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
ROUNDS, FILES = 7, 400

def cpu(command, **options):
    """CPU seconds of a command, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(command, capture_output=True, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if answer.returncode: sys.exit(f"{command[0]}: {answer.stderr or answer.stdout}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, answer.stdout.split()

def medians(contestants):
    """Rounds in turn, so that a change of the machine's speed meets all alike."""
    times = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, command in contestants.items(): times[name].append(cpu(command)[0])
    return {name: statistics.median(values) for name, values in times.items()}

def reading(bench):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "generate.py", folder, str(FILES)], check=True)
        files = sorted(glob.glob(f"{folder}/*.xlsx"))
        peer = lambda name: [sys.executable, str(HERE / "peers/reading.py"), name, *files]
        contestants = {"oko": [bench, *files], "fastexcel": peer("fastexcel"), "python-calamine": peer("calamine"), "openpyxl read-only": peer("openpyxl")}
        seen = {name: cpu(command)[1] for name, command in contestants.items()}
        if not seen["oko"] == seen["python-calamine"] == seen["openpyxl read-only"] or seen["oko"][0] != seen["fastexcel"][0]:
            sys.exit(f"the contestants read different cells: {seen}")
        idle = {name: statistics.median(cpu([sys.executable, "-c", f"import {module}"])[0] for _ in range(5))
                for name, module in (("fastexcel", "fastexcel, pyarrow"), ("python-calamine", "python_calamine"), ("openpyxl read-only", "openpyxl"))}
        times = medians(contestants)
    print(f"\nread every cell of {FILES} workbooks (31 × 35); a peer's start is taken off")
    for name, seconds in times.items():
        net = seconds - idle.get(name, 0)
        print(f"  {name:20} {net * 1e6 / FILES:8.0f} µs a file   {net / times['oko']:6.1f} ×")

def converting(oko):
    print("\none file through the whole program, CPU of the process")
    for name in ("a-xlsx", "b-scores", "c-paper"):
        job = FIXTURES / "protocols/clean" / name
        form = {"a": "Математика 4 класс ВПР 2024", "b": "География 7 класс ВПР 2025", "c": "Английский язык 8 класс ВПР 2026"}[name[0]]
        files = [str(next(job.glob("transcription.*")))] + [w for s in sorted(job.glob("scores*")) for w in ("--scores", str(s))]
        with tempfile.TemporaryDirectory() as folder:
            common = [*files, "--form", str(FIXTURES / f"forms/blank/Форма сбора результатов {form}.xlsx"), "--at", "2024-04-16T10:00:00+08:00"]
            times = medians({"check": [oko, "check", *common, "--fail-on", "fatal"],
                             "convert": [oko, "convert", *common, "-o", f"{folder}/out.xlsx"]})
        print(f"  {name:12}" + "".join(f"   {verb} {seconds * 1e3:5.1f} ms" for verb, seconds in times.items()))

def main():
    oko, bench = map(os.path.abspath, sys.argv[1:3])
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("fastexcel", "python-calamine", "openpyxl"))
    print(f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {versions}, medians of {ROUNDS} rounds")
    reading(bench)
    converting(oko)

main()
