"""Writes the workbooks that are read: generate.py FOLDER COUNT; 31 rows × 35 columns, half shared strings, half inline."""
import random, sys
from pathlib import Path

import openpyxl, xlsxwriter

def rows(rng):
    head = ["Код", *[f"{task} (2б)" for task in range(1, 31)], "Класс", "Пол", "Отметка за четверть", "Итого баллов"]
    return [head] + [[40001 + i, *[rng.choice((0, 1, 2, 2, 1, "X")) for _ in range(30)], 1, rng.choice("мж"), rng.choice((5, 4, 3, "нет отметки")), 30]
                     for i in range(30)]

def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    for number in range(count):
        path, table = folder / f"{number:04}.xlsx", rows(rng)
        if number % 2:
            book = openpyxl.Workbook(write_only=True); sheet = book.create_sheet("Протокол")
            for row in table: sheet.append(row)
            book.save(path)
        else:
            book = xlsxwriter.Workbook(str(path)); sheet = book.add_worksheet("Протокол")
            for r, row in enumerate(table):
                for c, value in enumerate(row): sheet.write(r, c, value)
            book.close()

main()
