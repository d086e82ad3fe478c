"""Measures the program beside its peers: run.py BUILD [ROUNDS]; BUILD is the folder of the programs. CPU and wall time of whole processes, rounds
in turn, medians, ratios; what a peer needs to start is taken off wherever a start is not what is measured. Cells are compared before a clock runs."""
import datetime, importlib.metadata, os, platform, shutil, statistics, subprocess, sys, tempfile, time, zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FORM = HERE.parent / "fixtures/forms/blank/Форма сбора результатов Русский язык 4 класс ВПР 2024.xlsx"
BUILD, ROUNDS = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5
BENCH = BUILD / "oko-bench"
BOOKS, PAIRS = 2000, 200

class Run:
    """One process: CPU seconds, wall seconds, the most memory, what it printed."""
    def __init__(self, command):
        begin = time.monotonic()
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen([str(word) for word in command], stdout=out, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0); self.text = out.read().decode().split()
        self.wall, self.cpu, self.rss = time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        if process.returncode: sys.exit(f"{command[:4]}: {' '.join(self.text)[-600:]}")

class Contestant:
    """A command that does so many units; what a start alone takes; a file that is not there yet when it runs."""
    def __init__(self, name, command, units, start=None, fresh=None):
        self.name, self.command, self.units, self.start, self.fresh = name, command, units, start, fresh

def python(script, *words): return [sys.executable, HERE / "peers" / f"{script}.py", *words]

def measured(contestants):
    """Per contestant: CPU and wall time of one unit, and the memory; rounds in turn, so that a change of the machine's speed meets all alike."""
    runs = {c.name: [] for c in contestants}
    starts = {c.name: [] for c in contestants}
    for _ in range(ROUNDS):
        for c in contestants:
            if c.fresh: Path(c.fresh).unlink(missing_ok=True)
            runs[c.name].append(Run(c.command))
            starts[c.name].append(Run(c.start) if c.start else None)
    def unit(c, what):
        idle = statistics.median(getattr(s, what) for s in starts[c.name]) if c.start else 0
        return (statistics.median(getattr(r, what) for r in runs[c.name]) - idle) / c.units
    return {c.name: (unit(c, "cpu"), unit(c, "wall"), max(r.rss for r in runs[c.name])) for c in contestants}

def table(title, unit, contestants, goals={}):
    times = measured(contestants)
    scale, word = {"µs": (1e6, "µs"), "ms": (1e3, "ms"), "s": (1, "s")}[unit]
    own = next(iter(times.values()))
    print(f"\n**{title}**\n\n| | CPU, {word} | wall, {word} | × | goal | memory, MB |\n|---|--:|--:|--:|--:|--:|")
    for name, (cpu, wall, rss) in times.items():
        print(f"| {name} | {cpu * scale:.4g} | {wall * scale:.4g} | {cpu / own[0]:.3g} | {goals.get(name, '')} | {rss:.0f} |", flush=True)
    return times

def same(what, answers):
    if len(set(map(str, answers))) != 1: sys.exit(f"the contestants do not agree on {what}: {str(answers)[:600]}")

# The jobs.

def reading(folder):
    subprocess.run([sys.executable, HERE / "generate.py", "books", folder, str(BOOKS)], check=True)
    files = sorted(map(str, Path(folder).glob("*.xlsx")))
    some = files[:100]
    def peer(name, paths): return Contestant(name, python("reading", name, *paths), len(paths), python("reading", name, files[0]))
    own = Run([BENCH, "read", *some]).text
    same("the cells", [own, Run(peer("python-calamine", some).command).text, Run(peer("openpyxl", some).command).text])
    same("the cells", [own[0], Run(peer("fastexcel", some).command).text[0]])
    table("Read every cell of a workbook of 31 × 35, one thread", "µs", [
        Contestant("oko", [BENCH, "read", *files], BOOKS, [BENCH, "read", files[0]]),
        peer("fastexcel", files), peer("python-calamine", files), peer("openpyxl", some)],
        {"fastexcel": "≥ 6", "python-calamine": "≥ 9", "openpyxl": "≥ 100"})

def large(folder):
    path = f"{folder}/large.xlsx"
    subprocess.run([sys.executable, HERE / "generate.py", "large", path], check=True)
    kept, handed, peer = Run([BENCH, "read", path]).text, Run([BENCH, "pass", path]).text, Run(python("reading", "fastexcel", path)).text
    same("the cells of the large sheet", [kept[0], peer[0]]); same("the cells of the large sheet", [kept, handed])
    table("Read one sheet of 200,000 × 12, 86 MB of XML", "s", [
        Contestant("oko, rows handed over", [BENCH, "pass", path], 1), Contestant("oko, cells kept", [BENCH, "read", path], 1),
        Contestant("fastexcel", python("reading", "fastexcel", path), 1)],
        {"fastexcel": "≥ 4", "oko, rows handed over": "≤ 32 MB"})

def filling(folder, pairs):
    entry = zipfile.ZipFile(FORM).getinfo("xl/worksheets/sheet1.xml")
    with open(FORM, "rb") as file:
        file.seek(entry.header_offset + 26); lengths = file.read(4)
        file.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)
        Path(f"{folder}/sheet").write_bytes(file.read(entry.compress_size))
    transcription = pairs[0]
    Run(python("filling", FORM, transcription, 1, f"{folder}/python.xlsx")); Run([BENCH, "fill", FORM, transcription, 1, f"{folder}/oko.xlsx"])
    same("the filled form", [Run(python("cells", f"{folder}/{who}.xlsx")).text for who in ("python", "oko")])
    table(f"Fill a downloaded form in place: 1,498 prepared rows, {entry.file_size / 1e6:.2f} MB of sheet XML", "ms", [
        Contestant("oko: understand and fill", [BENCH, "fill", FORM, transcription, 200], 200, [BENCH, "fill", FORM, transcription, 0]),
        Contestant("openpyxl: load, fill, save", python("filling", FORM, transcription, 3), 3, python("filling", FORM, transcription, 0)),
        Contestant("plain C libxlsxwriter: write a form like it", [BUILD / "writing", f"{folder}/c.xlsx", 50], 50, [BUILD / "writing", f"{folder}/c.xlsx", 0]),
        Contestant("floor: inflate, one pass, deflate of the same bytes", [BUILD / "floor", f"{folder}/sheet", entry.file_size, 200], 200, [BUILD / "floor", f"{folder}/sheet", entry.file_size, 0])],
        {"openpyxl: load, fill, save": "≥ 8", "plain C libxlsxwriter: write a form like it": "≥ 8"})

def whole(folder, pairs):
    def many(name, count, times=1):
        Path(f"{folder}/{name}").write_text("\n".join(pairs[:2 * count] * times))
        return f"@{folder}/{name}"
    few, all_ = many("few", 20), many("all", PAIRS)
    same("the sum of all forms", [Run([BENCH, "jobs", FORM, few]).text[0], Run(python("job", FORM, "openpyxl", *pairs[:40])).text[0]])
    table("The whole job: transcription and scores read, every rule, the form filled, read back; one process", "ms", [
        Contestant("oko", [BENCH, "jobs", FORM, all_], PAIRS, [BENCH, "jobs", FORM, "@/dev/null"]),
        Contestant("python-calamine, the same checks, openpyxl", python("job", FORM, "openpyxl", *pairs[:6]), 3, python("job", FORM, "openpyxl")),
        Contestant("python-calamine, the same checks, XlsxWriter (the rows alone)", python("job", FORM, "xlsxwriter", *pairs[:200]), 100, python("job", FORM, "xlsxwriter"))],
        {"python-calamine, the same checks, openpyxl": "≥ 30"})
    growth(many)

def growth(many):
    halves = [many("all", PAIRS)] * 2
    single, double, tenfold = [], [], []
    for _ in range(3):
        begin = time.monotonic(); Run([BENCH, "jobs", FORM, halves[0]]); Run([BENCH, "jobs", FORM, halves[1]]); single.append(time.monotonic() - begin)
        begin = time.monotonic(); both = [subprocess.Popen([BENCH, "jobs", FORM, half], stdout=subprocess.DEVNULL) for half in halves]
        for process in both: process.wait()
        double.append(time.monotonic() - begin)
        tenfold.append((Run([BENCH, "jobs", FORM, many("tenth", 100)]), Run([BENCH, "jobs", FORM, many("whole", 100, 10)])))
    flat = Run([BENCH, "jobs", FORM, many("huge", 200, 100)])     # two minutes by itself
    ratio = statistics.median(b.cpu / a.cpu for a, b in tenfold)
    print(f"\n| two processes instead of one | {statistics.median(s / d for s, d in zip(single, double)):.2f} × | goal ≥ 1.8 |")
    print(f"| ten times the schools (100, 1,000) | {ratio:.2f} × the time | goal ≤ 10.5 |")
    print(f"| memory after 100, 1,000 and 20,000 schools | {tenfold[0][0].rss:.0f}, {tenfold[0][1].rss:.0f}, {flat.rss:.0f} MB | goal ≤ 64, flat |", flush=True)

def one_file(folder, pairs):
    # As an installation writes it: what the linker has just written lies in the page cache in small pieces, and starts 0.8 ms later.
    oko = shutil.copy(BUILD / "oko", folder)
    common = [pairs[0], "--scores", pairs[1], "--form", FORM, "--held", "2024-04-15", "--at", "2024-04-16T10:00:00+08:00"]
    table("One school as a whole process, start included", "ms", [
        Contestant("oko convert", [oko, "convert", *common, "-o", f"{folder}/out.xlsx"], 1, fresh=f"{folder}/out.xlsx"),
        Contestant("oko check", [oko, "check", *common], 1),
        Contestant("the same in Python (openpyxl)", python("job", FORM, "openpyxl", *pairs[:2]), 1)],
        {"oko convert": "≤ 10 ms", "the same in Python (openpyxl)": "≥ 20"})

def rules():
    table("All rules over 30 pupils × 35 tasks", "µs", [Contestant("rules", [BENCH, "rules", 4000], 4000, [BENCH, "rules", 0])], {"rules": "≤ 50 µs"})
    few, many = measured([Contestant("few", [BENCH, "findings", 30, 300], 300 * 1050, [BENCH, "findings", 30, 0]),
                          Contestant("many", [BENCH, "findings", 290, 30], 30 * 10150, [BENCH, "findings", 290, 0])]).values()
    print(f"| one finding among 1,050 and among 10,150 | {few[0] * 1e6:.1f} and {many[0] * 1e6:.1f} µs | goal: no slower |", flush=True)

def main():
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("fastexcel", "python-calamine", "openpyxl", "XlsxWriter"))
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    print(f"{datetime.date.today()}, {cpu}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {swift}; Python {platform.python_version()}, {versions}; medians of {ROUNDS} rounds")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "generate.py", "protocols", f"{folder}/pairs", str(PAIRS), FORM], check=True)
        names = sorted(map(str, Path(f"{folder}/pairs").glob("*.xlsx")))
        pairs = [path for stem in range(PAIRS) for path in (names[2 * stem + 1], names[2 * stem])]
        reading(f"{folder}/books"); large(folder); filling(folder, pairs); whole(folder, pairs); one_file(folder, pairs); rules()

main()
