"""Every day of the seasons 2024 to 2026: both terms, all readings, the time left and the findings that follow from them,
counted with the calendar of the `holidays` package and the zones of `tzdata`."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from zoneinfo import ZoneInfo, reset_tzpath

import holidays

from program import SCHEMAS, Outcome, Program

TITLE = f"terms of every season day against holidays {holidays.__version__} and tzdata"
SEASONS = (2024, 2025, 2026)
DAY = dt.timedelta(days=1)
ZONE = "Asia/Irkutsk"


def check(program: Program) -> Outcome:
    reset_tzpath(to=())  # the tzdata package, the same everywhere
    outcome = Outcome()
    cases = [case for season in SEASONS for case in cases_of(season)]
    with ThreadPoolExecutor(2) as pool:
        for case, problems in zip(cases, pool.map(partial(problems_of, program), cases)):
            outcome.add(f"{case[0]}, grade {case[1]}", problems)
    return outcome


def cases_of(season: int) -> list[tuple[dt.date, int, dt.date]]:
    """The test days of a season with a grade and the federal end of that grade."""
    data = json.loads((SCHEMAS / f"seasons/{season}.json").read_text())
    cases = []
    for window in data["windows"]:
        first, last = dt.date.fromisoformat(window["from"]), dt.date.fromisoformat(window["to"])
        days = (first + n * DAY for n in range((last - first).days + 1))
        cases += [(day, window["grades"][0], last) for day in days]
    return cases


@cache
def russia(year: int) -> holidays.HolidayBase:
    return holidays.Russia(years=year)


def is_off(day: dt.date, week: int) -> bool:
    calendar = russia(day.year)
    rest = day.weekday() == 6 or (day.weekday() == 5 and week == 5)
    return day in calendar or (rest and day not in calendar.weekend_workdays)


def working(held: dt.date, count: int, week: int) -> dt.date:
    day = held
    while count:
        day += DAY
        count -= not is_off(day, week)
    return day


def expected(held: dt.date, federal: dt.date, now: dt.datetime) -> dict:
    calendar = rolled = held + 4 * DAY
    while is_off(rolled, 5):
        rolled += DAY
    readings = {
        "calendar": calendar,
        "calendarRolled": rolled,
        "working5": working(held, 4, 5),
        "working6": working(held, 4, 6),
    }
    due, expert = min(calendar, federal), working(held, 2, 5)
    cutoff = dt.datetime.combine(due, dt.time(23, 59), ZoneInfo(ZONE))
    left = int((cutoff - now).total_seconds())
    codes = {
        "DDL001": left < 0,
        "DDL002": 0 <= left < 86_400,
        "DDL004": len(set(readings.values())) > 1,
        "DDL005": expert >= due,
        "DDL006": is_off(held, 5),
        "DDL009": federal < calendar,
    }
    return {
        "held": f"{held}",
        "expert": f"{expert}",
        "due": f"{due}",
        "zone": ZONE,
        "cutoff": "23:59",
        "limit": "federal" if federal < calendar else "district",
        "reading": "calendar",
        "left": left,
        "readings": {name: f"{day}" for name, day in readings.items()},
        "codes": sorted(code for code, holds in codes.items() if holds),
    }


def problems_of(program: Program, case: tuple[dt.date, int, dt.date]) -> list[str]:
    held, grade, federal = case
    now = dt.datetime.combine(held + 3 * DAY, dt.time(20, 30), dt.timezone(dt.timedelta(hours=3)))
    line = ["--held", held, "--grade", grade, "--at", now.isoformat(), "--format", "json"]
    answer = program.run("deadline", *line)
    try:
        value = answer.json
    except json.JSONDecodeError:
        return [f"exit {answer.exit}: {answer.error.strip()}"]
    upload = value["upload"]
    got = {
        "held": value["held"],
        "expert": value["expert"]["due"],
        **{key: upload[key] for key in ("due", "zone", "cutoff", "limit", "reading")},
        "left": upload["left_seconds"],
        "readings": value["readings"],
        "codes": sorted(f["code"] for f in value["findings"] if f["code"] != "DDL003"),
    }
    want = expected(held, federal, now)
    return [f"{key} is {got[key]}, expected {want[key]}" for key in want if got[key] != want[key]]
