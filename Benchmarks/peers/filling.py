"""Fills a downloaded form as Python does it: filling.py FORM TRANSCRIPTION COUNT [OUT]; openpyxl loads, fills and saves the workbook each time."""
import io, sys

import openpyxl

def fill(form, rows):
    book = openpyxl.load_workbook(io.BytesIO(form)); sheet = book.worksheets[0]
    for r, row in enumerate(rows, 2):
        for c, value in enumerate(row, 1): sheet.cell(r, c, value)
    book.save(out := io.BytesIO())
    return out.getvalue()

def main():
    form, transcription, count = sys.argv[1:4]
    form = open(form, "rb").read()
    rows = list(openpyxl.load_workbook(transcription, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True))
    for _ in range(int(count)): out = fill(form, rows)
    if len(sys.argv) > 4: open(sys.argv[4], "wb").write(out)

main()
