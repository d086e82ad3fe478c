"""Prints a digest of all cells of a workbook as openpyxl reads them, formulas and all: cells.py FILE."""
import hashlib, sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print(hashlib.sha256(repr([[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]).encode()).hexdigest())
