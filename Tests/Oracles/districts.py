"""Made-up results of a district: pupils of a Rasch-like model, schools that differ a little, and Ф1 of them as CSV.

The model is a toy: it says how often a method rings without a cause, not how real pupils are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from random import Random

MAXIMA = [1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 2]  # maths 6 of 2024: 13 tasks, 16 points
DIFFICULTY = [-2.2, -1.8, -1.5, -1.1, -0.8, -0.5, -0.2, 0.1, 0.4, 0.8, 1.2, 1.7, 2.3]
CUTS = [6, 10, 14]
WORK = "2024 Математика 6 класс"
WORK_ID = "2024/6-МА/basic"


@dataclass
class Pupil:
    code: int
    points: list[int]
    journal: int

    @property
    def total(self) -> int:
        return sum(self.points)

    @property
    def mark(self) -> int:
        return 2 + sum(self.total >= cut for cut in CUTS)


District = dict[str, list[Pupil]]


def task(random: Random, ability: float, difficulty: float, maximum: int) -> int:
    """Points of a task: each point is a try of its own, the second harder than the first."""
    points = 0
    for step in range(maximum):
        if random.random() >= 1 / (1 + math.exp(difficulty + 0.5 * step - ability)):
            break
        points += 1
    return points


def honest(random: Random, sizes: list[int], between: float = 0.12, abilities: list[float] | None = None) -> District:
    """A district in which nobody helps; `between` is the share of variance that lies between schools.

    With `abilities` the schools are those of another year.
    """
    district: District = {}
    for number, size in enumerate(sizes, start=1):
        school = abilities[number - 1] if abilities else random.gauss(0.2, math.sqrt(between))
        pupils = []
        for place in range(1, size + 1):
            ability = school + random.gauss(0, math.sqrt(1 - between))
            points = [task(random, ability, *pair) for pair in zip(DIFFICULTY, MAXIMA)]
            expected = 2 + sum(8 + 3.2 * ability + random.gauss(0, 1.6) >= cut for cut in CUTS)
            pupils.append(Pupil(60000 + place, points, expected))
        district[f"edu38{number:04}"] = pupils
    return district


def write(district: District, path: Path, work: str = WORK) -> Path:
    """Ф1 of a district, as semicolon-separated text."""
    subject, grade = work.split()[1], work.split()[2]
    rows = [["Индивидуальные результаты"], [], [f"ВПР {work}"], ["Предмет:", subject],
            ["Максимальный первичный балл:", str(sum(MAXIMA))], ["Дата:", "16.04.2024"], []]
    rows.append(["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант"]
                + [f"{number} ({maximum}б)" for number, maximum in enumerate(MAXIMA, start=1)]
                + ["Первичный балл", "Отметка", "Отметка по журналу"])
    for login, pupils in district.items():
        rows.append([f"Школа {login}({login}) | Кол-во участников: {len(pupils)}"])
        for pupil in pupils:
            rows.append([login, "Канареечный район", f"Школа {login}", str(pupil.code), "1", "1"]
                        + [str(points) for points in pupil.points]
                        + [str(pupil.total), str(pupil.mark), str(pupil.journal)])
    path.write_text("".join(";".join(row) + "\r\n" for row in rows), encoding="utf-8-sig")
    return path


def keyed(path: Path, codes: list[int], points: list[list[int]]) -> Path:
    """A transcription of maths 6, as semicolon-separated text."""
    head = ["Код", "Вариант"] + [f"{task} ({maximum}б)" for task, maximum in enumerate(MAXIMA, 1)]
    lines = [head + ["Класс", "Пол", "Отметка за четверть"]]
    lines += [[str(code), "1", *map(str, row), "1", "м", "4"] for code, row in zip(codes, points)]
    path.write_text("".join(";".join(line) + "\r\n" for line in lines), encoding="utf-8-sig")
    return path
