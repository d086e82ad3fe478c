"""`oko stats` beside scipy and statsmodels: random inputs through the command line, every figure compared.

Where a library has no such test, the reference is exact arithmetic with Python's whole numbers.
"""

from __future__ import annotations

import math
import tempfile
import warnings
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import SquareTable, StratifiedTable
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

import districts
from districts import CUTS, MAXIMA, WORK_ID, keyed
from program import Outcome, Program

TITLE = "oko stats beside scipy and statsmodels, 200 random inputs"


class Comparison:
    """The figures of one input: what differs is remembered."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def near(self, name: str, got, want, tolerance: float = 1e-9) -> None:
        if got is None or not math.isclose(got, want, rel_tol=tolerance, abs_tol=tolerance):
            self.problems.append(f"{name}: {got!r}, expected {want!r}")

    def pair(self, name: str, got, want, tolerance: float = 1e-9) -> None:
        for end, (a, b) in enumerate(zip(got or (None, None), want)):
            self.near(f"{name}[{end}]", a, b, tolerance)

    def equal(self, name: str, got, want) -> None:
        if got != want:
            self.problems.append(f"{name}: {got!r}, expected {want!r}")


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        for name, cases, compare in (
            ("markings", 60, markings), ("threshold", 30, threshold), ("means", 20, means),
            ("journal", 40, journal), ("profile", 20, profile), ("plan", 30, plan),
        ):
            for seed in range(cases):
                comparison = Comparison()
                compare(program, Random(f"{name} {seed}"), Path(folder), comparison)
                outcome.add(f"{name} {seed}", comparison.problems)
    return outcome


def sections(program: Program, *arguments: object) -> list[dict]:
    answer = program.run("stats", *arguments, "--format", "json", "--date", "2024-06-03")
    assert answer.exit == 0, answer.error
    return answer.json["sections"]


def rows(section: dict, name: str) -> list[list]:
    return next(table["rows"] for table in section["tables"] if table["name"].startswith(name))


# ------------------------------------------------------------------------------------------ two markings


def markings(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    works = random.randint(20, 60)
    school = districts.honest(random, [works])["edu380001"]
    second = [[change(random, points, maximum) for points, maximum in zip(pupil.points, MAXIMA)] for pupil in school]
    paths = [keyed(folder / f"{name}.csv", [p.code for p in school], points)
             for name, points in (("a", [p.points for p in school]), ("b", second))]
    section = sections(program, "markings", *paths, "--criteria", WORK_ID)[0]
    facts = section["facts"]

    a = np.array([pupil.total for pupil in school])
    b = np.array([sum(points) for points in second])
    d = a - b
    bias, error = d.mean(), stats.sem(d)
    comparison.near("bias", facts["bias"], bias)
    if error > 0:
        comparison.pair("interval", facts["bias_interval"], stats.t.interval(0.95, works - 1, bias, error))
    nonzero = d[d != 0]
    if 0 < len(nonzero) <= 12:
        flipped = stats.permutation_test((nonzero,), np.sum, permutation_type="samples", n_resamples=np.inf,
                                         alternative="greater", vectorized=False)
        comparison.near("sign flip", facts["sign_flip_upper"], flipped.pvalue)
    else:
        comparison.near("sign flip", facts["sign_flip_upper"], sign_flip(nonzero), 1e-12)
    deviation = d.std(ddof=1)
    z = stats.norm.ppf(0.975)
    comparison.pair("limits", facts["limits"], (bias - z * deviation, bias + z * deviation))
    factors = stats.nct.ppf([0.025, 0.975], works - 1, z * math.sqrt(works)) / math.sqrt(works)
    comparison.pair("upper limit", facts["upper_limit_interval"], bias + deviation * factors, 1e-6)
    comparison.near("icc", facts["icc"], icc(np.column_stack([a, b]).astype(float)))

    marks = [[2 + sum(total >= cut for cut in CUTS) for total in totals] for totals in (a, b)]
    table = np.zeros((4, 4), int)
    for first, other in zip(*marks):
        table[first - 2, other - 2] += 1
    lowered = int(np.tril(table, -1).sum())
    comparison.equal("lowered", facts["marks_lowered"]["count"], lowered)
    comparison.pair("wilson", facts["marks_lowered"]["wilson"], proportion_confint(lowered, works, method="wilson"))
    exact = proportion_confint(lowered, works, method="beta")
    comparison.pair("clopper-pearson", facts["marks_lowered_cautious"], [0 if math.isnan(x) else x for x in exact])
    comparison.near("kappa", facts["kappa"], cohens_kappa(table, wt="quadratic").kappa)


def change(random: Random, points: int, maximum: int) -> int:
    lot = random.random()
    return max(0, points - 1) if lot < 0.06 else min(maximum, points + 1) if lot < 0.09 else points


def sign_flip(d: np.ndarray) -> float:
    sums = Counter({0: 1})
    for size in np.abs(d):
        sums = add(sums, int(size))
    seen = int(d.sum())
    return float(Fraction(sum(count for s, count in sums.items() if s >= seen), 2 ** len(d)))


def add(sums: Counter, size: int) -> Counter:
    moved = Counter()
    for s, count in sums.items():
        moved[s + size] += count
        moved[s - size] += count
    return moved


def icc(table: np.ndarray) -> float:
    """ICC(A,1) from the mean squares of a two-way analysis of variance."""
    n, k = table.shape
    grand = table.mean()
    works = k * ((table.mean(1) - grand) ** 2).sum() / (n - 1)
    raters = n * ((table.mean(0) - grand) ** 2).sum() / (k - 1)
    rest = (((table - table.mean(1, keepdims=True) - table.mean(0) + grand) ** 2).sum()) / ((n - 1) * (k - 1))
    return (works - rest) / (works + (k - 1) * rest + k * (raters - rest) / n)


# ------------------------------------------------------------------------------------------ Ф1 of a district


def district(random: Random, folder: Path, schools: int, sizes: tuple[int, int]) -> tuple[districts.District, Path]:
    made = districts.honest(random, [random.randint(*sizes) for _ in range(schools)])
    return made, districts.write(made, folder / "f1.csv")


def threshold(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    made, path = district(random, folder, 8, (20, 70))
    everything = sections(program, "threshold", path)
    everybody = Counter(pupil.total for pupils in made.values() for pupil in pupils)
    expected = []
    for login, pupils in sorted(made.items()):
        own = Counter(pupil.total for pupil in pupils)
        rest = everybody - own
        pmf, above = np.ones(1), 0
        low = 0
        for cut in CUTS:
            drawn, marked = own[cut] + own[cut - 1], own[cut] + rest[cut]
            whole = drawn + rest[cut] + rest[cut - 1]
            support = np.arange(max(0, drawn + marked - whole), min(drawn, marked) + 1)
            pmf = np.convolve(pmf, stats.hypergeom.pmf(support, whole, marked, drawn) if whole else np.ones(1))
            low += support[0]
            above += own[cut]
        expected.append(pmf[above - low:].sum())
    q = multipletests(expected, method="fdr_bh")[1]
    holm = multipletests(expected, method="holm")[1]
    for row, p, bh, adjusted in zip(rows(everything[0], "threshold"), expected, q, holm):
        comparison.near(f"{row[0]} p", row[5], p, 1e-10)
        comparison.near(f"{row[0]} q", row[6], bh, 1e-10)
        comparison.near(f"{row[0]} holm", row[7], adjusted, 1e-10)


def means(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    made, path = district(random, folder, 16, (10, 24))
    section = sections(program, "means", path)[0]
    totals = {login: [pupil.total for pupil in pupils] for login, pupils in sorted(made.items())}
    y = np.array([100 * np.mean(t) / sum(MAXIMA) for t in totals.values()])
    n = np.array([len(t) for t in totals.values()])
    within2 = sum(np.var(t, ddof=1) * (len(t) - 1) for t in totals.values()) / (n.sum() - len(n)) * (100 / sum(MAXIMA)) ** 2
    v = within2 / n
    w = 1 / v
    theta = (w * y).sum() / w.sum()
    z = (y - theta) / np.sqrt(v)
    k = len(z)
    phi = (np.clip(z, *np.quantile(z, [0.1, 0.9])) ** 2).sum() / k
    tau2 = max(0.0, (k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum()))
    comparison.near("centre", section["facts"]["centre"], theta)
    comparison.near("within", section["facts"]["within"], math.sqrt(within2))
    comparison.near("between", section["facts"]["between"], math.sqrt(tau2))
    p = stats.norm.sf((y - theta) / np.sqrt(v + tau2))
    q = multipletests(p, method="fdr_bh")[1]
    for row, mean, chance, bh, shrunk in zip(rows(section, "funnel"), y, p, q, theta + tau2 / (tau2 + v) * (y - theta)):
        comparison.near(f"{row[0]} mean", row[2], mean)
        comparison.near(f"{row[0]} p", row[6], chance)
        comparison.near(f"{row[0]} q", row[7], bh)
        comparison.near(f"{row[0]} expected", row[8], shrunk)
    pool = [total for group in totals.values() for total in group]
    for row, group in zip(rows(section, "random-groups"), totals.values()):
        comparison.near(f"{row[0]} exact", row[2], random_group(group, pool), 1e-10)


def random_group(group: list[int], pool: list[int]) -> float:
    """P(sum of a random group of this size ≥ the group's), with whole numbers."""
    ways = [[0] * (sum(MAXIMA) * len(group) + 1) for _ in range(len(group) + 1)]
    ways[0][0] = 1
    for total in pool:
        for chosen in range(len(group) - 1, -1, -1):
            row, above = ways[chosen], ways[chosen + 1]
            for s in range(len(row) - total):
                if row[s]:
                    above[s + total] += row[s]
    return float(Fraction(sum(ways[-1][sum(group):]), math.comb(len(pool), len(group))))


def journal(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    made, path = district(random, folder, 4, (20, 60))
    everything = sections(program, "journal", path)
    counts = {login: [sum(np.sign(p.mark - p.journal) == s for p in pupils) for s in (-1, 0, 1)]
              for login, pupils in made.items()}
    total = np.sum(list(counts.values()), axis=0)
    for section in everything[1:]:
        login = section["heading"]["ru"]
        facts, (lowered, confirmed, raised) = section["facts"], counts[login]
        size = lowered + confirmed + raised
        comparison.equal(f"{login} counts", [facts["lowered"], facts["confirmed"], facts["raised"]],
                         [lowered, confirmed, raised])
        sign = stats.binomtest(raised, raised + lowered, 0.5, alternative="greater").pvalue if raised + lowered else 1
        comparison.near(f"{login} sign", facts["p_sign"], sign, 1e-12)
        rest = total - np.array(counts[login])
        fisher = stats.fisher_exact([[raised, size - raised], [rest[2], rest.sum() - rest[2]]], alternative="greater")
        comparison.near(f"{login} fisher", facts["p_rest"], fisher.pvalue, 1e-10)
        comparison.pair(f"{login} wilson", facts["raised_share"]["wilson"],
                        proportion_confint(raised, size, method="wilson"))
        table = np.zeros((4, 4), int)
        for pupil in made[login]:
            table[pupil.journal - 2, pupil.mark - 2] += 1
        comparison.near(f"{login} kappa", facts["kappa"], cohens_kappa(table, wt="quadratic").kappa)
        used = [i for i in range(4) if table[i].sum() + table[:, i].sum()]
        square = SquareTable(table[np.ix_(used, used)].astype(float), shift_zeros=False)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            margins = square.homogeneity("stuart_maxwell")
        # Where marks do not mix the covariance is singular: statsmodels warns, and what it says is not meant.
        mixed = all(table[i].sum() + table[:, i].sum() > 2 * table[i, i] for i in used)
        if mixed and not said:
            comparison.near(f"{login} stuart-maxwell", facts["stuart_maxwell"], margins.statistic)
            comparison.near(f"{login} its p", facts["p_stuart_maxwell"], margins.pvalue)


def profile(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    made, path = district(random, folder, 5, (15, 40))
    login = "edu380002"
    section = sections(program, "profile", path, "--school", login)[0]
    everybody = [(pupil, name == login) for name, pupils in made.items() for pupil in pupils]
    for row, task in zip(rows(section, "profile"), range(len(MAXIMA))):
        if MAXIMA[task] != 1:
            continue
        tables = []
        for total in {pupil.total for pupil, _ in everybody}:
            cells = Counter((own, pupil.points[task]) for pupil, own in everybody if pupil.total == total)
            table = np.array([[cells[True, 1], cells[True, 0]], [cells[False, 1], cells[False, 0]]], float)
            if table.sum() > 1:
                tables.append(table)
        statistic = StratifiedTable(tables).test_null_odds(correction=False).statistic
        comparison.near(f"task {task + 1}", row[4] ** 2, statistic)


# ------------------------------------------------------------------------------------------ the planner


def plan(program: Program, random: Random, folder: Path, comparison: Comparison) -> None:
    works = random.randint(5, 200)
    changed = random.randint(1, works)
    marked = random.randint(1, works)
    found = random.randint(0, min(marked, 12))
    facts = sections(program, "plan", "--works", works, "--changed", changed, "--marked", marked, "--found", found)[0]["facts"]
    missed = lambda m: Fraction(math.comb(works - changed, m), math.comb(works, m))
    comparison.equal("size", facts["mark"], next(m for m in range(works + 1) if missed(m) <= Fraction(1, 20)))
    least = next(total for total in range(found, works - marked + found + 1)
                 if stats.hypergeom.sf(found - 1, works, total, marked) > 0.05)
    comparison.equal("at least", facts["changed_at_least"], least)
