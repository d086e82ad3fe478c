"""Writes what is measured: generate.py books FOLDER COUNT | large FILE | protocols FOLDER COUNT FORM. The same arguments give the same cells."""
import random, re, sys
from pathlib import Path

import openpyxl, xlsxwriter

def rows(rng):
    head = ["Код", *[f"{task} (2б)" for task in range(1, 31)], "Класс", "Пол", "Отметка за четверть", "Итого баллов"]
    return [head] + [[40001 + i, *[rng.choice((0, 1, 2, 2, 1, "X")) for _ in range(30)], 1, rng.choice("мж"), rng.choice((5, 4, 3, "нет отметки")), 30]
                     for i in range(30)]

def write(path, table, inline):
    """As openpyxl writes (text in the cells) or as Excel and XlsxWriter do (shared strings)."""
    if inline:
        book = openpyxl.Workbook(write_only=True); sheet = book.create_sheet("Протокол")
        for row in table: sheet.append(row)
        book.save(path)
    else:
        book = xlsxwriter.Workbook(str(path)); sheet = book.add_worksheet("Протокол")
        for r, row in enumerate(table): sheet.write_row(r, 0, row)
        book.close()

def books(folder, count):
    rng = random.Random(1)
    for number in range(int(count)): write(Path(folder) / f"{number:04}.xlsx", rows(rng), number % 2)

def large(path):
    """One sheet of 200,000 × 12: numbers and words, 86 MB of XML."""
    rng, words = random.Random(2), ("X", "отсутствовал", "нет отметки", "м", "ж")
    book = xlsxwriter.Workbook(path, {"constant_memory": True}); sheet = book.add_worksheet("Протокол")
    for r in range(200_000):
        for c in range(12):
            if c % 4 == 3: sheet.write_string(r, c, rng.choice(words))
            else: sheet.write_number(r, c, rng.randrange(100_000) if c < 9 else rng.randrange(10))
    book.close()

def protocols(folder, count, form):
    """Transcriptions of 30 pupils that fit a downloaded form, each with the commission's scores sheet."""
    head = [cell.value for cell in openpyxl.load_workbook(form, read_only=True).worksheets[0][1]]
    tasks = [(str(name), int(match[1])) for name in head if (match := re.search(r"\((\d+)б\)", str(name)))]
    lead, tail = head[:head.index(tasks[0][0])], [name for name in head[head.index(tasks[-1][0]) + 1:] if "Итого" not in name]
    rng = random.Random(3)
    for number in range(int(count)):
        table, scores = [head[:-1]], [["Код", *[name for name, _ in tasks]]]
        for code in range(40001, 40031):
            points = [rng.choice((*range(most + 1), *range(most + 1), "X")) for _, most in tasks]
            table.append([code, *[rng.choice((1, 2)) for _ in lead[1:]], *points, 1, rng.choice("мж"), rng.choice((5, 4, 3, "нет отметки"))][:len(head) - 1])
            scores.append([code, *points])
        rng.shuffle(rest := scores[1:])
        write(Path(folder) / f"{number:04}-transcription.xlsx", table, number % 2)
        write(Path(folder) / f"{number:04}-scores.xlsx", [scores[0], *rest], number % 2)

def main():
    what, place, *others = sys.argv[1:]
    (Path(place).parent if what == "large" else Path(place)).mkdir(parents=True, exist_ok=True)
    {"books": books, "large": large, "protocols": protocols}[what](place, *others)

main()
