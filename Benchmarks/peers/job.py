"""The whole job as Python does it: job.py FORM WRITER PAIR…; python-calamine reads, the same checks are made, openpyxl or XlsxWriter writes in memory."""
import io, re, sys

import openpyxl, python_calamine, xlsxwriter

MARKS, VARIANTS, SEXES = {2, 3, 4, 5, "нет отметки"}, {1, 2}, {"м", "ж"}

def table(path):
    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return rows[0], [[int(v) if isinstance(v, float) and v == int(v) else v for v in row] for row in rows[1:]]

def checked(head, rows, scores_head, scores):
    """What stands against the protocol; the rules that this data can break, in the plainest way."""
    findings, tasks = [], {c: int(m[1]) for c, name in enumerate(head) if (m := re.search(r"\((\d+)б\)", name))}
    seen, given = set(), {row[0]: dict(zip(scores_head[1:], row[1:])) for row in scores}
    if len(given) != len(scores): findings.append("code twice in the scores")
    first = min(tasks)
    for row in rows:
        code = row[0]
        if not isinstance(code, int) or not 40001 <= code <= 41500: findings.append((code, "code"))
        if code in seen: findings.append((code, "code twice"))
        seen.add(code)
        if any(v not in VARIANTS for v in row[1:first]): findings.append((code, "variant"))
        if code not in given: findings.append((code, "not in the scores")); continue
        for c, most in tasks.items():
            value = row[c]
            if value != "X" and not (isinstance(value, int) and 0 <= value <= most): findings.append((code, head[c], value))
            if given[code][head[c]] != value: findings.append((code, head[c], "differs"))
        school_class, sex, mark = row[max(tasks) + 1:max(tasks) + 4]
        if not isinstance(school_class, int): findings.append((code, "class"))
        if sex not in SEXES: findings.append((code, "sex"))
        if mark not in MARKS: findings.append((code, "mark"))
    findings += [(code, "only in the scores") for code in given if code not in seen]
    points = {}
    for row in rows: points.setdefault(tuple(row[first:max(tasks) + 1]), []).append(row[0])
    findings += [(codes, "identical rows") for codes in points.values() if len(codes) > 2]
    return findings

def filled(form, rows):
    book = openpyxl.load_workbook(io.BytesIO(form)); sheet = book.worksheets[0]
    for r, row in enumerate(rows, 2):
        for c, value in enumerate(row, 1): sheet.cell(r, c, value)
    book.save(out := io.BytesIO())
    return out.getvalue()

def written(head, rows):
    """A workbook of the rows alone, without the form around them: less than the job asks for."""
    book = xlsxwriter.Workbook(out := io.BytesIO(), {"in_memory": True}); sheet = book.add_worksheet("Протокол")
    for r, row in enumerate([head, *rows]): sheet.write_row(r, 0, row)
    book.close()
    return out.getvalue()

def main():
    form, writer, *pairs = sys.argv[1:]
    form, total = open(form, "rb").read(), 0
    for transcription, scores in zip(pairs[::2], pairs[1::2]):
        head, rows = table(transcription)
        if findings := checked(head, rows, *table(scores)): sys.exit(f"{transcription}: {findings[:3]}")
        out = filled(form, rows) if writer == "openpyxl" else written(head, rows)
        total += sum(v for row in rows for v in row[1:] if isinstance(v, int))
        if not out: sys.exit("nothing was written")
    print(total)

main()
