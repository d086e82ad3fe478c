"""Feeds every target of `oko-fuzz` with so many inputs, and prints a table.

    Tests/Fuzz/run.py PATH/TO/oko-fuzz RUNS [TARGET…]

What is learnt is kept in .build-fuzz/corpus, and the counts beside it, so that runs add up. A find is put into
.build-fuzz/finds; move it to Tests/Fuzz/Finds/TARGET once it is mended, and the suite feeds it from then on.
"""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATE = HERE.parent.parent / ".build-fuzz"
SLICE = 240  # seconds of one target at a time: all get on, whenever it is ended; what was learnt takes some to read


def feed(program, target, runs):
    """Runs a slice; the number of inputs and whether something was found."""
    corpus, finds = STATE / "corpus" / target, STATE / "finds"
    for folder in (corpus, finds):
        folder.mkdir(parents=True, exist_ok=True)
    answer = subprocess.run(
        [program, target, f"-runs={runs}", f"-max_total_time={SLICE}", "-max_len=4096", "-timeout=10",
         "-rss_limit_mb=1024", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={finds}/{target}-",
         str(corpus), str(HERE / "Seeds" / target)],
        env={**os.environ, "SWIFT_BACKTRACE": "enable=no"}, capture_output=True, text=True, errors="replace")
    count = re.search(r"number_of_executed_units: (\d+)", answer.stderr)
    if answer.returncode != 0:
        (finds / f"{target}.log").write_text(answer.stderr)
    return int(count.group(1)) if count else 0, answer.returncode != 0


def main():
    program, wanted, named = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    targets = subprocess.run([program], capture_output=True, text=True).stdout.split()
    targets = [name for name in targets if not named or name in named]
    book = STATE / "runs.json"
    done = json.loads(book.read_text()) if book.exists() else {}
    new, found, seconds = dict.fromkeys(targets, 0), {}, dict.fromkeys(targets, 0.0)
    while open_ := [name for name in targets if new[name] < wanted and name not in found]:
        for name in open_:
            start = time.monotonic()
            count, failed = feed(program, name, wanted - new[name])
            seconds[name] += time.monotonic() - start
            new[name] += count
            done[name] = done.get(name, 0) + count
            if failed:
                found[name] = True
            book.write_text(json.dumps(done, indent=1))
    print(f"{'target':12} {'runs':>10} {'in all':>10} {'a second':>9}  finds")
    for name in targets:
        rate = new[name] / max(seconds[name], 0.001)
        print(f"{name:12} {new[name]:10,} {done[name]:10,} {rate:9,.0f}  {'FOUND' if name in found else 'none'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
