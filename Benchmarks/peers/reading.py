"""Reads every cell of every workbook with a peer: reading.py fastexcel|python-calamine|openpyxl FILE…; prints as oko-bench does."""
import sys

def fastexcel_rows(path):
    import fastexcel
    return fastexcel.read_excel(path).load_sheet(0, header_row=None).to_arrow()

def calamine_rows(path):
    import python_calamine
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

def openpyxl_rows(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows

def main():
    peer, *paths = sys.argv[1:]
    cells = total = text = 0
    for path in paths:
        if peer == "fastexcel":
            cells += (table := fastexcel_rows(path)).num_rows * table.num_columns     # the peer's own form: an Arrow table
            continue
        for row in {"python-calamine": calamine_rows, "openpyxl": openpyxl_rows}[peer](path):
            for value in row:
                if value is None or value == "": continue
                cells += 1
                if isinstance(value, str): text += len(value.encode())
                else: total += value
    print(cells, int(total), text)

main()
