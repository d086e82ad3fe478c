#!/usr/bin/env python3
"""Checks the data of this folder against its schemas, against itself and against independent sources.

    pip install jsonschema 'holidays>=0.109' tzdata      # Python 3.11 or newer
    python schemas/check.py

Prints one line per check and `N passed, N failed`; exit 1 if any failed.
"""

from __future__ import annotations

import copy, datetime as dt, json, re, sys, unicodedata
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo, reset_tzpath

import holidays
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parent
SUBJECTS = {
    "РУ": "ru",
    "МА": "ma",
    "ОМ": "om",
    "ИС": "is",
    "БИ": "bi",
    "ГГ": "gg",
    "ОБ": "ob",
    "ФИ": "fi",
    "ХИ": "hi",
    "АЯ": "aya",
    "НЯ": "nya",
    "ФЯ": "fya",
    "ЛИ": "li",
}
YEARS = range(2024, 2028)
ONE = dt.timedelta(days=1)
results = []


def report(name, problems):
    """Counts one check and prints its line."""
    problems = [p for p in problems if p]
    results.append(not problems)
    print(
        f"{'FAIL' if problems else 'ok  '} {name}{': ' if problems else ''}{'; '.join(map(str, problems[:5]))}"
    )


def no_twice(pairs):
    keys = [k for k, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key twice: {sorted({k for k in keys if keys.count(k) > 1})}")
    return dict(pairs)


def load(paths):
    """The JSON of these files; one that cannot be read is a failed check."""
    found = {}
    for path in sorted(paths):
        try:
            found[path] = json.loads(path.read_text("utf-8"), object_pairs_hook=no_twice)
        except ValueError as e:
            report(f"file {path.relative_to(ROOT)}", [f"not readable: {e}"])
    return found


def days(first, last):
    return [first + ONE * n for n in range((last - first).days + 1)]


def day(text):
    return dt.date.fromisoformat(text)


# ---------------------------------------------------------------------------------------------- schemas and files


def text_problems(path):
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    yield "not UTF-8" if "\ufffd" in text else None
    yield "byte order mark" if data.startswith(b"\xef\xbb\xbf") else None
    yield "carriage return" if b"\r" in data else None
    yield "trailing whitespace" if re.search(r"[ \t]+$", text, re.M) else None
    yield "no line feed at the end, or several" if not re.search(r"[^\n]\n\Z", text) else None
    yield "not NFC" if unicodedata.normalize("NFC", text) != text else None


def closed(schema, where="#"):
    """Objects that take unknown keys without saying so."""
    if isinstance(schema, dict):
        if (
            "properties" in schema
            and schema.get("type") == "object"
            and schema.get("additionalProperties") is not False
        ):
            yield where
        for k, v in schema.items():
            yield from closed(v, f"{where}/{k}")
    elif isinstance(schema, list):
        for n, v in enumerate(schema):
            yield from closed(v, f"{where}/{n}")


SCHEMAS = {p.name: s for p, s in load(ROOT.glob("*.schema.json")).items()}
REGISTRY = Registry().with_resources((name, Resource.from_contents(s)) for name, s in SCHEMAS.items())
VALIDATORS = {
    name: Draft202012Validator(s, registry=REGISTRY, format_checker=FormatChecker())
    for name, s in SCHEMAS.items()
}
FILES = load(p for p in ROOT.rglob("*.json") if not p.name.endswith(".schema.json"))
OPEN = {
    "report.schema.json": {"#/$defs/check", "#/$defs/checkLines", "#/$defs/convert", "#/$defs/compare", "#/$defs/reconcile", "#/$defs/deadline"}
}  # answers take more keys


def errors(name, value):
    return [
        f"{'/'.join(map(str, e.absolute_path)) or 'top'}: {e.message[:120]}"
        for e in VALIDATORS[name].iter_errors(value)
    ]


def schema_of(path, value):
    target = (path.parent / value.get("$schema", "")).resolve()
    return target.name if target.parent == ROOT and target.name in SCHEMAS else None


def check_schemas():
    for name, schema in SCHEMAS.items():
        problems = list(text_problems(ROOT / name))
        try:
            Draft202012Validator.check_schema(schema)
        except Exception as e:
            problems.append(f"no schema: {e}")
        if schema.get("$schema") != Draft202012Validator.META_SCHEMA["$id"]:
            problems.append("not 2020-12")
        if not (schema.get("title") and schema.get("description")):
            problems.append("no title or description")
        problems += [f"{w} is open" for w in closed(schema) if w not in OPEN.get(name, ())]
        report(f"schema {name}", problems)


def check_files():
    folders = {
        "criteria": "criteria",
        "seasons": "season",
        "layouts": "layout",
        "calendar": "calendar",
        "policy": "policy",
    }
    for path, value in FILES.items():
        short = path.relative_to(ROOT)
        want = f"{folders.get(short.parts[0], 'zones')}.schema.json"
        name = schema_of(path, value)
        problems = list(text_problems(path)) + ([] if name == want else [f"$schema is not {want}"])
        problems += errors(want, value)
        if not errors(want, {**value, "unknown": 1}):
            problems.append("an unknown key passes")
        report(f"file {short}", problems)


# ------------------------------------------------------------------------------------------------------- criteria


def canonical(text):
    """A task id in one spelling: 5.1, 5(1) → 5(1); Latin or small K → К."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(str.maketrans("KkкXx", "КККХХ"))
    return re.sub(r"\.(\d+)", r"(\1)", text)


def check_criteria():
    seasons = {v["season"]: v for p, v in FILES.items() if p.parent.name == "seasons"}
    seen = {}
    for path, c in FILES.items():
        if path.relative_to(ROOT).parts[0] != "criteria":
            continue
        ids, problems = [t["id"] for t in c["tasks"]], []
        level = "" if c["level"] == "basic" else f"-{c['level']}"
        name = f"{c['grade']}-{SUBJECTS.get(c['subject'], '?')}{level}.json"
        if (path.parent.name, path.name) != (str(c["season"]), name):
            problems.append(f"the file should be {c['season']}/{name}")
        key = c["season"], c["grade"], c["subject"], c["level"]
        if key in seen:
            problems.append(f"the same work as {seen[key]}")
        seen[key] = path.name
        if (s := sum(t["max"] for t in c["tasks"])) != c["total"]:
            problems.append(f"maxima sum to {s}, total {c['total']}")
        if len({canonical(i) for i in ids}) != len(ids):
            problems.append("a task id twice")
        problems += [f"{i} is not canonical" for i in ids if canonical(i) != i]
        numbers = [int(re.match(r"\d+", i)[0]) for i in ids]
        if sorted(set(numbers)) != list(range(1, numbers[-1] + 1)):
            problems.append("task numbers leave a gap")
        if numbers != sorted(numbers):
            problems.append("tasks are out of order")
        parts = [t.get("part") for t in c["tasks"]]
        if any(parts) and (
            None in parts
            or parts != sorted(parts)
            or set(parts) != set(range(1, max(parts) + 1))
            or max(parts) < 2
        ):
            problems.append("parts are not 1, 2, … in order")
        if "scale" in c:
            bands = c["scale"]
            covered = [p for b in bands for p in range(b["from"], b["to"] + 1)]
            if covered != list(range(c["total"] + 1)):
                problems.append(f"the bands do not cover 0…{c['total']} once each")
            if [b["mark"] for b in bands] != [2, 3, 4, 5]:
                problems.append("marks are not 2, 3, 4, 5")
        maxima = {t["id"]: t["max"] for t in c["tasks"]}
        for d in c.get("dependencies", ()):
            named = [d["controller"], *d["dependents"]]
            problems += [f"dependency names {i}, no task" for i in named if i not in maxima]
            if d["controller"] in d["dependents"]:
                problems.append("a task depends on itself")
            for i, values in [(d["controller"], d["whenIn"])] + [(i, d["allowed"]) for i in d["dependents"]]:
                problems += [
                    f"{v} is above the maximum of {i}" for v in values if v != "X" and v > maxima.get(i, 0)
                ]
        for n in seasons.get(c["season"], {}).get("notHeld", ()):
            if n["grade"] == c["grade"] and c["subject"] in n["subjects"]:
                problems.append("the season did not hold this work")
        report(f"criteria {path.parent.name}/{path.stem}: {len(ids)} tasks, {c['total']} points", problems)


# ------------------------------------------------------------------------------------- seasons, layouts, policies


def check_seasons():
    for path, s in FILES.items():
        if path.parent.name != "seasons":
            continue
        problems, grades = [], [g for w in s["windows"] for g in w["grades"]]
        if path.stem != str(s["season"]):
            problems.append("the file has another year")
        if len(grades) != len(set(grades)):
            problems.append("a grade in two windows")
        for w in s["windows"]:
            if w["from"] > w["to"]:
                problems.append(f"{w['from']} is after {w['to']}")
            if {day(w["from"]).year, day(w["to"]).year} != {s["season"]}:
                problems.append("a window in another year")
        not_held = [(n["grade"], x) for n in s["notHeld"] for x in n["subjects"]]
        if len(not_held) != len(set(not_held)):
            problems.append("a work not held twice")
        problems += [f"subject {x} is unknown" for _, x in not_held if x not in SUBJECTS]
        report(f"season {s['season']}", problems)


def check_layouts():
    for path, l in FILES.items():
        if path.parent.name != "layouts":
            continue
        problems, roles, names = [], [s["role"] for s in l["sheets"]], [s["name"] for s in l["sheets"]]
        if path.stem != str(l["season"]):
            problems.append("the file has another year")
        if roles.count("protocol") != 1 or roles.count("lists") != 1:
            problems.append("not one protocol and one sheet of lists")
        if len(names) != len(set(names)):
            problems.append("a sheet twice")
        columns = l["columns"]
        if [c for c in ("code", "variant", "tasks", "class", "mark", "total") if c not in columns]:
            problems.append("a column is missing")
        for c in columns:
            if not l["headers"]["task" if c == "tasks" else c]:
                problems.append(f"no header for {c}")
        if ("sex" in columns) != bool(l["sexes"]) or ("sex" in columns) != bool(l["headers"]["sex"]):
            problems.append("sexes, header and column disagree")
        if l["headers"]["variantOfPart"] and "{part}" not in l["headers"]["variantOfPart"]:
            problems.append("variantOfPart lacks {part}")
        if l["firstRow"] >= l["lastRow"]:
            problems.append("no rows")
        if [c["grade"] for c in l["codes"]] != [4, 5, 6, 7, 8]:
            problems.append("codes are not those of grades 4 to 8")
        problems += [
            f"codes of grade {c['grade']}"
            for c in l["codes"]
            if (c["from"], c["to"]) != (c["grade"] * 10000 + 1, c["grade"] * 10000 + 1500)
        ]
        problems += [
            f"the file name lacks {{{k}}}"
            for k in ("title", "grade", "season")
            if f"{{{k}}}" not in l["fileName"]
        ]
        if l["notAttempted"] != "\u0058":
            problems.append("notAttempted is not the Latin X")
        words = [w for w in (l["absent"], l["notAttempted"], l["notCovered"]) if w]
        if len(words) != len(set(words)):
            problems.append("two words are the same")
        for f, c in FILES.items():
            if (
                f.parent.parent.name == "criteria"
                and c["season"] == l["season"]
                and any(t.get("part") for t in c["tasks"])
                and not l["headers"]["variantOfPart"]
            ):
                problems.append(f"{f.name} has parts, and variantOfPart is not known")
        report(f"layout {l['season']}", problems)


def check_policies():
    zones = {z["id"] for z in FILES[ROOT / "zones.json"]["zones"]}
    values = {}
    for path, p in FILES.items():
        if path.parent.name != "policy":
            continue
        problems = [] if path.stem == p["id"] else ["the file has another id"]
        if p["zone"] not in zones:
            problems.append(f"zone {p['zone']} is not in zones.json")
        problems += [f"clause {c} is not cited" for c in ("11.8", "12.1") if f"п. {c}" not in p["source"]]
        values[p["id"]] = {k: v for k, v in p.items() if k not in ("id", "title", "source", "notes")}
        report(f"policy {p['id']}", problems)
    report(
        "policies default and kazachinsko-lensky hold the same values",
        [] if values.get("default") == values.get("kazachinsko-lensky") else ["they differ"],
    )


# ------------------------------------------------------------------------------------------------------ calendars


def is_off(calendar, date, week=5):
    """The meaning of a calendar: holiday, target of a transfer, or rest of the week that no transfer took away."""
    text = date.isoformat()
    if text in calendar["holidays"] or any(t["to"] == text for t in calendar["transfers"]):
        return True
    rest = date.weekday() == 6 or date.weekday() == 5 and week == 5
    return rest and not any(t["from"] == text for t in calendar["transfers"])


def check_calendars():
    calendars = {c["year"]: c for p, c in FILES.items() if p.parent.name == "calendar"}
    report("calendars of 2024 to 2027 are there", [f"{y} is missing" for y in YEARS if y not in calendars])
    for year, c in calendars.items():
        problems, tos, froms = [], [t["to"] for t in c["transfers"]], [t["from"] for t in c["transfers"]]
        if not (ROOT / f"calendar/{year}.json").exists():
            problems.append("the file has another year")
        if c["holidays"] != sorted(c["holidays"]):
            problems.append("holidays are out of order")
        if any(not d.startswith(f"{year}-") for d in c["holidays"] + tos + froms):
            problems.append("a day of another year")
        if len(tos) != len(set(tos)) or len(froms) != len(set(froms)):
            problems.append("a day moved twice")
        problems += [f"{t} is off anyway" for t in tos if t in c["holidays"] or day(t).weekday() >= 5]
        problems += [f"{f} has no rest to give" for f in froms if day(f).weekday() < 5]
        if {t["basis"] for t in c["transfers"]} & {"provisional"} and c["status"] == "decreed":
            problems.append("provisional in a decreed year")
        report(f"calendar {year}: {len(c['holidays'])} holidays, {len(tos)} transfers", problems)

        # Article 112: the Government moves the January days, the law moves the others to the next working day.
        chosen = {t["from"] for t in c["transfers"] if t["basis"] != "article 112"}
        bare = {**c, "transfers": [t for t in c["transfers"] if t["basis"] != "article 112"]}
        moved, problems = [], []
        for h in (h for h in c["holidays"] if day(h).weekday() >= 5 and h not in chosen):
            if h[5:7] == "01":
                problems.append(f"{h} falls on a day off and is not moved")
                continue
            target = day(h) + ONE
            while is_off(bare, target):
                target += ONE
            moved.append((h, target.isoformat()))
        got = [(t["from"], t["to"]) for t in c["transfers"] if t["basis"] == "article 112"]
        report(
            f"calendar {year}: moves of article 112 follow from the holidays",
            problems + ([] if moved == got else [f"{got}, expected {moved}"]),
        )

    for year in YEARS:
        if year not in calendars:
            continue
        theirs, problems = holidays.Russia(years=year), []
        for d in days(dt.date(year, 1, 1), dt.date(year, 12, 31)):
            off = d in theirs or d.weekday() >= 5 and d not in theirs.weekend_workdays
            if off != is_off(calendars[year], d):
                problems.append(f"{d} is {'off' if off else 'worked'} there")
            if off == theirs.is_working_day(d):
                problems.append(f"{d}: the package contradicts itself")
        report(f"calendar {year}: every day as in holidays {holidays.__version__}", problems)

    # Worked dates of the season of 2024: test, expert's 2nd working day, +4 calendar, rolled, +4 working in both weeks.
    c = calendars.get(2024)
    for row in (
        (
            "2024-03-19 03-21 03-23 03-25 03-25 03-23",
            "2024-03-22 03-26 03-26 03-26 03-28 03-27",
            "2024-04-26 05-02 04-30 05-02 05-06 05-04",
            "2024-05-08 05-14 05-12 05-13 05-16 05-15",
        )
        if c
        else ()
    ):
        held, *want = row.split()

        def count(n, week, d=day(held)):
            while n:
                d += ONE
                n -= not is_off(c, d, week)
            return d

        rolled = day(held) + 4 * ONE
        while is_off(c, rolled):
            rolled += ONE
        got = [f"{d:%m-%d}" for d in (count(2, 5), day(held) + 4 * ONE, rolled, count(4, 5), count(4, 6))]
        report(f"terms of a test on {held}", [] if got == want else [f"{got}, expected {want}"])


# ---------------------------------------------------------------------------------------------------------- zones


def check_zones():
    reset_tzpath(to=())  # the tzdata package, the same everywhere
    table = FILES[ROOT / "zones.json"]["zones"]
    for z in table:
        offset = dt.datetime.strptime(z["offset"], "%z").utcoffset()
        zone, since, problems = ZoneInfo(z["id"]), day(z["since"]), []
        for d in days(max(since, dt.date(2016, 1, 1)), dt.date(2027, 12, 31)):
            for hour in (3, 12, 23):  # changes come at 2 o'clock of the local day
                if dt.datetime(d.year, d.month, d.day, hour, tzinfo=zone).utcoffset() != offset:
                    problems.append(f"{d} {hour}:00")
        before = dt.datetime(since.year, since.month, since.day, 12, tzinfo=zone) - ONE
        if before.utcoffset() == offset:
            problems.append(f"the offset is older than {since}")
        report(f"zone {z['id']} {z['offset']} since {since}", problems)
    listed = [
        row.split("\t")
        for row in resources.files("tzdata").joinpath("zoneinfo/zone1970.tab").read_text().splitlines()
        if not row.startswith("#")
    ]
    want, got = {r[2] for r in listed if "RU" in r[0].split(",")}, [z["id"] for z in table]
    report(
        "zones are those of Russia in zone1970.tab",
        [] if set(got) == want and len(got) == len(want) else [sorted(want ^ set(got))],
    )


# ---------------------------------------------------------------------------------------------- finding and report

FINDING = {
    "code": "SCR004",
    "slug": "score-above-max",
    "severity": "error",
    "phase": "rows",
    "message": {
        "ru": "Задание 6: указан балл 3, максимум — 2.",
        "en": "Task 6: 3 points given, the maximum is 2.",
    },
    "location": {
        "file": "5А-мат.xlsx",
        "sheet": "Протокол",
        "cell": "H17",
        "header": "6 (2б)",
        "participant": "50012",
        "class": 1,
        "task": "6",
        "paper": {"line": 12},
    },
    "expected": {"kind": "points", "values": ["0", "1", "2", "X"]},
    "actual": {"raw": "3", "type": "number"},
    "fix": {
        "applicability": "display",
        "ru": "Сверьте с бумажным протоколом.",
        "en": "Compare with the paper protocol.",
    },
    "basis": {"kind": "form", "document": "the form", "clause": "H1"},
    "fingerprint": "0f",
    "cause": None,
    "related": [],
    "explanation": None,
}
NOWHERE = dict.fromkeys(FINDING["location"])
DEADLINE = {
    "held": "2024-03-19",
    "expert": {"due": "2024-03-21"},
    "upload": {
        "due": "2024-03-23",
        "cutoff": "23:59",
        "zone": "Asia/Irkutsk",
        "reading": "calendar",
        "left_seconds": 309540,
    },
    "readings": {
        "calendar": "2024-03-23",
        "calendarRolled": "2024-03-25",
        "working5": "2024-03-25",
        "working6": "2024-03-23",
    },
    "findings": [],
}
CHECK = {
    "schema": "oko/check/1",
    "status": "findings",
    "summary": {"fatal": 0, "error": 1, "query": 0, "warning": 0, "info": 0},
    "work": "2024/5-МА/basic",
    "participants": 24,
    "phases": [{"name": "rows", "ran": True, "reason": None}],
    "findings": [FINDING],
    "deadline": DEADLINE,
    "sources": [{"file": "5А-мат.xlsx", "role": "transcription", "sha256": "0" * 64}],
}
WRITTEN = {
    "schema": "oko/convert/1",
    "status": "written",
    "output": "out.xlsx",
    "sha256": "0" * 64,
    "participants": 24,
    "made": False,
    "findings": [],
}
REFUSED = {
    **WRITTEN,
    "status": "refused",
    "output": None,
    "sha256": None,
    "participants": None,
    "findings": [FINDING],
}


def changed(value, path, new):
    """A copy with another value at the path; `...` takes the key out."""
    value = copy.deepcopy(value)
    *way, last = path.split("/")
    at = value
    for key in way:
        at = at[int(key) if isinstance(at, list) else key]
    if new is ...:
        del at[last]
    else:
        at[last] = new
    return value


STATS = {
    "schema": "oko/stats/1",
    "kind": "journal",
    "title": {"ru": "Отметки", "en": "Marks"},
    "sources": ["Ф1.xlsx"],
    "date": "2024-06-03",
    "sections": [
        {
            "heading": {"ru": "edu380001", "en": "edu380001"},
            "facts": {
                "participants": 24,
                "raised_share": {"count": 9, "total": 24, "share": 0.375, "wilson": [0.212, 0.573]},
                "p_rest": 0.0327,
                "kappa": None,
                "bias_interval": [0.295, 0.955],
            },
            "withheld": {"kappa": 20},
            "statements": [{"grade": "sign", "ru": "…", "en": "…"}],
            "tables": [
                {
                    "name": "journal",
                    "title": {"ru": "…", "en": "…"},
                    "columns": [{"ru": "ОО", "en": "School"}, {"ru": "p", "en": "p"}],
                    "rows": [["edu380001", 0.0327], [{"ru": "…", "en": "…"}, None]],
                }
            ],
        }
    ],
    "notes": [{"grade": "description", "ru": "…", "en": "…"}],
}


def check_statistics():
    s = "stats.schema.json"
    wrong = [
        ("kind", "ranking"),
        ("schema", "oko/stats/2"),
        ("more", 1),
        ("date", "2024-02-30"),
        ("notes", ...),
        ("title/en", ...),
        ("sections/0/facts/index", 1),
        ("sections/0/facts/p_rest", 1.5),
        ("sections/0/facts/participants", -1),
        ("sections/0/facts/participants", None),
        ("sections/0/facts/raised_share/wilson", [0.2]),
        ("sections/0/facts/bias_interval", [0.2, 0.3, 0.4]),
        ("sections/0/withheld/kappa", 0),
        ("sections/0/statements/0/grade", "proof"),
        ("sections/0/tables/0/rows", [[True]]),
        ("sections/0/tables/0/columns", []),
    ]
    report("statistics: a right answer passes", errors(s, STATS))
    report(
        f"statistics: {len(wrong)} wrong ones do not",
        [path for path, new in wrong if not errors(s, changed(STATS, path, new))],
    )


def check_answers():
    f, r = "finding.schema.json", "report.schema.json"
    good = [
        (f, FINDING),
        (f, {**FINDING, "location": NOWHERE, "related": None}),
        (f, {**FINDING, "location": None, "related": [FINDING["location"]]}),
        (f, {**FINDING, "expected": None, "actual": None, "fix": None, "cause": "0f", "explanation": "…"}),
        (r, CHECK),
        (r, {**CHECK, "deadline": None, "more": 1}),
        (r, changed(CHECK, "deadline/upload/limit", "federal")),
        (r, WRITTEN),
        (r, {**REFUSED, "more": 1}),
    ]
    bad = [
        (f, changed(FINDING, path, new))
        for path, new in [
            ("more", 1),
            ("code", "SCR4"),
            ("severity", "fatal error"),
            ("message/en", ...),
            ("location/task", ...),
            ("location/more", 1),
            ("location/cell", "$H$17"),
            ("fix/applicability", "maybe"),
            ("basis/kind", "law"),
            ("fingerprint", ""),
            ("related", {}),
            ("explanation", ...),
        ]
    ]
    bad += [
        (r, changed(CHECK, path, new))
        for path, new in [
            ("status", "ok"),
            ("summary/query", ...),
            ("summary/query", -1),
            ("summary/more", 1),
            ("findings/0/code", 4),
            ("sources/0/role", "paper"),
            ("sources/0/sha256", "0"),
            ("phases/0/ran", None),
            ("deadline/readings/calendarRolled", ...),
            ("deadline/held", "2024-02-30"),
            ("deadline/upload/cutoff", "24:00"),
        ]
    ]
    bad += [
        (r, changed(WRITTEN, path, new))
        for path, new in [("output", None), ("sha256", None), ("made", ...), ("status", "refused")]
    ]
    report(
        f"answers: {len(good)} right ones pass",
        [f"{i}: {e}" for i, (n, v) in enumerate(good) for e in errors(n, v)],
    )
    report(
        f"answers: {len(bad)} wrong ones do not",
        [f"{i} passes" for i, (n, v) in enumerate(bad) if not errors(n, v)],
    )


if __name__ == "__main__":
    for check in (check_schemas, check_files):
        check()
    if all(results):  # the others trust the shape of the files
        for check in (
            check_criteria,
            check_seasons,
            check_layouts,
            check_policies,
            check_calendars,
            check_zones,
            check_answers,
            check_statistics,
        ):
            check()
    failed = results.count(False)
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
