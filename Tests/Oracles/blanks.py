"""Empty sheets: filled by openpyxl as a person would, by the drop-downs that stand in them, then recalculated by LibreOffice.

Each filled sheet is checked and must raise nothing; the sums that LibreOffice computes are the true ones; the form is written."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from program import FIXTURES, Outcome, Program

TITLE = "blank sheets filled, recalculated and read back"
HEADER = 4  # the row of the headers, as the sheet counts
TASK = re.compile(r"(\d+(?:\.\d+)?)(?:К(\d))? \(\d+б\)")
QUIET_DAY = {"2024": "2024-04-15", "2025": "2025-04-14", "2026": "2026-04-20"}


def check(program: Program) -> Outcome:
    outcome = Outcome()
    soffice = shutil.which("soffice")
    if not soffice:
        outcome.skipped = "LibreOffice (soffice) is not installed"
        return outcome
    forms = sorted((FIXTURES / "forms" / "blank").glob("*.xlsx"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sheets = [(form, *filled(program, form, work / f"{number}.xlsx")) for number, form in enumerate(forms)]
        for kind in ("xlsx", "ods"):
            recalculate(soffice, work, kind, [sheet for _, sheet, *_ in sheets])
        for form, sheet, scores, sums in sheets:
            outcome.add(f"{form.stem}: lists", lists(form, sheet))
            for path in (sheet, work / "xlsx" / sheet.name, work / "ods" / f"{sheet.stem}.ods"):
                outcome.add(f"{form.stem}: {path.suffix}", findings(program, form, path))
            outcome.add(f"{form.stem}: with the paper protocol", findings(program, form, sheet, "--scores", scores))
            outcome.add(f"{form.stem}: sums", different(work / "xlsx" / sheet.name, sums))
            done = program.run("convert", sheet, "--form", form, "-o", work / f"done-{sheet.name}", *times(form))
            outcome.add(f"{form.stem}: convert", [] if done.exit == 0 else [f"exit {done.exit}: {done.out[:200]}"])
        outcome.add("paper", paper(program, forms[0], work))
    return outcome


def paper(program: Program, form: Path, work: Path) -> list[str]:
    """What every page says: where it may not go, whose it is, which page it is."""
    problems = []
    for kind, header, footer in (
        ("protocol", "ВПР", "Эксперт (подпись)"),
        ("roster", "ОСТАЁТСЯ В ШКОЛЕ", "ВПР"),
    ):
        path = work / f"{kind}.xlsx"
        program.run("blank", kind, "--form", form, "--count", "40", "-o", path)
        sheet = openpyxl.load_workbook(path).active
        above = (sheet.oddHeader.center.text or "") + (sheet.oddHeader.right.text or "")
        if header not in above or footer not in (sheet.oddFooter.left.text or ""):
            problems.append(f"{kind}: {above!r}, {sheet.oddFooter.left.text!r}")
        if sheet.oddFooter.right.text != "стр. &P из &N" or not sheet.print_title_rows:
            problems.append(f"{kind}: pages are not numbered or headers not repeated")
        if sheet.page_setup.paperSize != 9 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            problems.append(f"{kind}: not A4, or not made to fit")
    return problems


def times(form: Path) -> list[str]:
    day = QUIET_DAY[form.stem[-4:]]
    return ["--held", day, "--at", f"{day}T18:00:00+08:00"]


def findings(program: Program, form: Path, sheet: Path, *more: object) -> list[str]:
    answer = program.run("check", sheet, "--form", form, *more, *times(form), "--format", "json")
    # On paper people write «отс.»; that it was understood is all there may be to say.
    seen = [f for f in answer.json["findings"] if not more or f["code"] != "FIL009"]
    return [f"{f['code']} {(f['location'] or {}).get('cell')}: {f['message']['en']}" for f in seen]


def filled(program: Program, form: Path, path: Path) -> tuple[Path, Path, dict[int, int]]:
    """The keyed sheet, the paper protocol keyed as a sheet of scores, and the true sums by code."""
    grade = int(re.search(r"(\d+) класс", form.stem)[1])
    codes = ["--codes", f"{grade * 10_000 + 11}-{grade * 10_000 + 38}", "--class", "2"]
    scores = path.with_name(f"scores-{path.name}")
    for kind, target in (("transcription", path), ("protocol", scores)):
        answer = program.run("blank", kind, "--form", form, *codes, "-o", target)
        assert answer.exit == 0, answer.error
    choose = random.Random(form.stem)
    book = openpyxl.load_workbook(path)
    sheet = book["Протокол"]
    offered = offers(book)
    columns = {sheet.cell(HEADER, c).value: c for c in range(1, sheet.max_column + 1)}
    tasks = {header: c for header, c in columns.items() if TASK.fullmatch(header)}
    variants = [c for header, c in columns.items() if header.startswith("Вариант")]
    sums, rows = {}, {}
    for row in range(HEADER + 1, sheet.max_row + 1):
        code = sheet.cell(row, 1).value
        if choose.random() < 0.1:
            sheet.cell(row, variants[0]).value = "отсутствовал"
            sums[code] = 0
            continue
        for column, values in offered.items():
            if sheet.cell(row, column).value is None:
                words = ("отсутствовал", "не пройд.")
                sheet.cell(row, column).value = choose.choice([v for v in values if v not in words])
        for header, column in tasks.items():
            match = TASK.fullmatch(header)
            if match[2] not in (None, "1"):
                first = next((c for h, c in tasks.items() if h.startswith(f"{match[1]}К1 ")), None)
                if first and sheet.cell(row, first).value in (0, "X"):
                    sheet.cell(row, column).value = choose.choice([0, "X"])
        values = [sheet.cell(row, c).value for c in tasks.values()]
        sums[code] = sum(v for v in values if v != "X")
        rows[code] = [sheet.cell(row, c).value for c in sorted([*variants, *tasks.values()])]
    book.save(path)
    fill_paper(scores, rows)
    return path, scores, sums


def offers(book) -> dict[int, list]:
    """The values that the drop-down of each column offers."""
    result = {}
    for rule in book["Протокол"].data_validations.dataValidation:
        if rule.type == "list":
            name, area = rule.formula1.split("!")
            cells = book[name.strip("'")][area.replace("$", "")]
            for area in rule.sqref.ranges:
                result[area.min_col] = [cell.value for row in cells for cell in row]
    return result


def fill_paper(path: Path, rows: dict[int, list]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    header = next(r for r in range(1, 20) if sheet.cell(r, 1).value == "№")
    for row in range(header + 1, sheet.max_row + 1):
        values = rows.get(sheet.cell(row, 2).value)
        if values is None:
            sheet.cell(row, 3).value = "отс."
            continue
        for column, value in enumerate(values, 3):
            sheet.cell(row, column).value = value
        sheet.cell(row, 3 + len(values)).value = sum(points(sheet, header, row))
    book.save(path)


def points(sheet, header: int, row: int):
    for column in range(1, sheet.max_column + 1):
        if TASK.fullmatch(str(sheet.cell(header, column).value)) and isinstance(sheet.cell(row, column).value, int):
            yield sheet.cell(row, column).value


def lists(form: Path, path: Path) -> list[str]:
    """Headers and drop-downs are those of the form; what is seen and printed is set."""
    ours, theirs = openpyxl.load_workbook(path), openpyxl.load_workbook(form)
    sheet, wanted = ours["Протокол"], theirs["Протокол"]
    headers = [cell.value for cell in sheet[HEADER]]
    expected = [cell.value for cell in wanted[1] if cell.value is not None]
    problems = [] if headers == expected else [f"headers {headers}, expected {expected}"]
    if sheet.freeze_panes != "B5" or sheet.print_title_rows != "$4:$4" or sheet.page_setup.orientation != "landscape":
        problems.append("frozen or printed otherwise")
    offered = offers(ours)
    for rule in wanted.data_validations.dataValidation:
        if rule.type != "list" or "!" not in rule.formula1 or "OFFSET" in rule.formula1:
            continue
        name, area = rule.formula1.split("!")
        values = [cell.value for row in theirs[name.strip("'")][area.replace("$", "")] for cell in row]
        for area in rule.sqref.ranges:
            if offered.get(area.min_col) != values:
                problems.append(f"list of {headers[area.min_col - 1]}: {offered.get(area.min_col)}, expected {values}")
    return problems


def different(path: Path, sums: dict[int, int]) -> list[str]:
    sheet = openpyxl.load_workbook(path, data_only=True)["Протокол"]
    column = next(c for c in range(1, sheet.max_column + 1) if sheet.cell(HEADER, c).value == "Итого баллов")
    seen = {sheet.cell(r, 1).value: sheet.cell(r, column).value or 0 for r in range(HEADER + 1, HEADER + 1 + len(sums))}
    return [f"{code}: computed {seen.get(code)!r}, true {total}" for code, total in sums.items() if seen.get(code) != total]


def recalculate(soffice: str, work: Path, kind: str, paths: list[Path]) -> None:
    profile = f"-env:UserInstallation=file://{work}/profile"
    line = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", work / kind, *paths]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
