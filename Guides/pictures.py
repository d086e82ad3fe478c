"""The pictures of the guides: the web desk in a browser, sheets as LibreOffice shows them. Started by `make.py --pictures`.

The clock of the desk stands at a moment of the season: a small library put before the system's says so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import openpyxl
from desk import browser, join, serving
from program import FIXTURES, Program

sys.path.insert(0, str(FIXTURES))

from maker.districts import write_district  # noqa: E402

FORM = FIXTURES / "forms/blank/Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"
KEYED = FIXTURES / "protocols/clean/a-csv/transcription.csv"
AT = "2024-04-16T10:00:00+08:00"
LATER = "2024-04-23T10:00:00+08:00"
CLOCK = """
#include <time.h>
time_t time(time_t *to) { if (to) *to = MOMENT; return MOMENT; }
"""


def make(program: Program, target: Path) -> None:
    for needed in ("chromium", "chromedriver", "soffice", "pdftoppm", "convert", "cc"):
        if not shutil.which(needed):
            sys.exit(f"{needed} is not installed")
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # The browser's own words, on the button for files and in the field of a day, are those of its language.
        os.environ["LANGUAGE"] = "ru"
        keyed = folder / "4А-мат.xlsx"
        blank(program, keyed)
        key(keyed, KEYED.read_text("utf-8-sig").splitlines()[1:])
        school(program, folder, keyed, target)
        sheets(program, folder, keyed, target)
        district(program, folder, target)
    sizes = {path.name: path.stat().st_size for path in sorted(target.glob("*.png"))}
    print(f"{len(sizes)} pictures, {sum(sizes.values()) / 1e6:.2f} MB")


# Sheets keyed by a person.


def blank(program: Program, path: Path, *more: object) -> None:
    codes = [line.split(";")[0] for line in KEYED.read_text("utf-8-sig").splitlines()[1:]]
    answer = program.run("blank", "transcription", "--form", FORM, "--class", "1", "--codes", ",".join(codes), "-o", path, *more)
    assert answer.exit == 0, answer.error


def key(path: Path, lines: list[str], cut: int | None = None) -> None:
    """Keys a protocol as a person would: a digit misread in the first row, a cell forgotten in the second."""
    book = openpyxl.load_workbook(path)
    sheet = book["Протокол"]
    header = next(row for row in range(1, 12) if str(sheet.cell(row, 1).value).startswith("Код"))
    for row, line in enumerate(lines, header + 1):
        values = line.split(";")[1:-1]
        if "отсутствовал" in values[0]:
            values = values[:1]
        for column, value in enumerate(values[: cut if row == header + len(lines) else None], 2):
            sheet.cell(row, column).value = int(value) if value.isdigit() else value
    sheet.cell(header + 1, 5).value = 7
    if cut is None:
        sheet.cell(header + 2, 7).value = None
    book.save(path)


# The desk of a school.


def school(program: Program, folder: Path, keyed: Path, target: Path) -> None:
    with desk_at(AT, program, folder / "school") as link, browser(folder) as page:
        page.set_window_size(1180, 620)
        page.get(link)
        if not page.execute_script("return Intl.DateTimeFormat().resolvedOptions().locale").startswith("ru"):
            sys.exit("Chromium speaks no Russian here: chromium-l10n is not installed")
        shoot(page, target / "desk-start.png")
        page.one("input[type=file]").send_keys(f"{FORM}\n{keyed}")
        page.until(lambda: "/submissions/" in page.current_url, "the files were taken")
        page.execute_script("arguments[0].value = '2024-04-15'", page.one("#held"))
        page.one(".clock button").click()
        page.until(lambda: page.all(".due"), "the terms are shown")
        page.set_window_size(1180, 900)
        shoot(page, target / "desk-errors.png")
        page.one("[data-jump]").click()
        page.set_window_size(1180, 560)
        shoot(page, target / "desk-cell.png")
        for value in ("2", "0"):
            cell = page.one("td.mark.error")
            page.one("[data-jump]").click()
            page.keys("\n")
            page.keys(value + "\n")
            page.until(lambda cell=cell: stale(cell), "the cell was mended")
        page.until(lambda: page.all(".way a.button"), "the form is there")
        page.execute_script("window.scrollTo(0, 0)")
        page.set_window_size(1180, 760)
        shoot(page, target / "desk-ready.png")


def stale(element) -> bool:
    try:
        return "error" not in (element.get_attribute("class") or "")
    except Exception:
        return True


# Sheets.


def sheets(program: Program, folder: Path, keyed: Path, target: Path) -> None:
    def oko(*arguments: object) -> None:
        answer = program.run(*arguments)
        assert answer.exit in (0, 1), answer.error

    begun, paper, marked, filled = (folder / f"{name}.xlsx" for name in ("лист", "бланк", "пометки", "форма"))
    blank(program, begun)
    key(begun, KEYED.read_text("utf-8-sig").splitlines()[1:8], cut=9)
    oko("blank", "protocol", "--form", FORM, "--class", "1", "--codes", "40051-40070", "-o", paper)
    terms = ["--held", "2024-04-15", "--at", AT]
    oko("check", keyed, "--form", FORM, "--report", f"annotated={marked}", *terms)
    oko("convert", KEYED, "--form", FORM, "-o", filled, *terms)
    render(begun, target / "blank.png", folder)
    render(paper, target / "paper.png", folder)
    render(marked, target / "annotated.png", folder)
    render(marked, target / "annotated-list.png", folder, last=True)
    render(filled, target / "form.png", folder)


def render(path: Path, target: Path, folder: Path, last: bool = False) -> None:
    profile = f"-env:UserInstallation=file://{folder}/office"
    line = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder / "pdf", path]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    pdf = folder / "pdf" / f"{path.stem}.pdf"
    page = folder / "page"
    count = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    number = re.search(r"Pages:\s+(\d+)", count)[1] if last else "1"
    subprocess.run(["pdftoppm", "-png", "-r", "100", "-f", number, "-singlefile", pdf, page], check=True)
    small(f"{page}.png", target, "-trim", "-bordercolor", "white", "-border", "12", "-crop", "1180x560+0+0", "+repage")


# The desk of a district.


def district(program: Program, folder: Path, target: Path) -> None:
    write_district(folder / "район")
    registry = folder / "район.db"
    mail = folder / "район" / "почта"
    answer = program.run("bulk", mail, "--plan", folder / "район" / "план.xlsx", "--db", registry, "--out", folder / "готово",
                         "--at", LATER)  # fmt: skip
    assert answer.exit == 3, answer.error
    for step, giver, taker in ((4, "школьный координатор", ""), (5, "школьный координатор", "Орлова В. П.")):
        program.run("custody", "add", "--db", registry, "--school", "edu380001", "--work", "2024/4-МА", "--step", step, "--from",
                    giver, "--to", taker or giver, "--count", "20", "--at", f"2024-04-15T1{step}:00:00+08:00")  # fmt: skip
    act = folder / "акт.html"
    program.run("custody", "act", "--db", registry, "--school", "edu380001", "--work", "2024/4-МА", "--kind", "transfer", "--step",
                "5", "--plan", folder / "район" / "план.xlsx", "-o", act)  # fmt: skip
    with browser(folder / "pages") as page:
        page.set_window_size(1180, 760)
        page.get((folder / "готово" / "Сводка.html").as_uri())
        shoot(page, target / "overview.png")
        page.set_window_size(900, 760)
        page.get(act.as_uri())
        shoot(page, target / "act.png")
    with desk_at(LATER, program, folder / "centre", "--db", registry) as link, browser(folder / "centre") as page:
        page.set_window_size(1180, 820)
        join(page, link, "trc")
        page.get(link.split("/invitations")[0] + "/district")
        page.until(lambda: page.all(".matrix"), "the matrix is shown")
        shoot(page, target / "desk-district.png")


# Tools.


@contextmanager
def desk_at(moment: str, program: Program, folder: Path, *arguments: object):
    """A desk for which it is this moment; the browser keeps its own clock."""
    folder.mkdir()
    source, library = folder / "clock.c", folder / "clock.so"
    source.write_text(CLOCK.replace("MOMENT", str(int(datetime.fromisoformat(moment).timestamp()))))
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source], check=True)
    os.environ["LD_PRELOAD"] = str(library)
    desk = serving(program.path.parent / "oko-desk", folder, *arguments)
    try:
        link = desk.__enter__()
    finally:
        os.environ.pop("LD_PRELOAD")
    try:
        yield link
    finally:
        desk.__exit__(None, None, None)


def shoot(page, target: Path) -> None:
    page.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    page.save_screenshot(str(target))
    small(target, target)


def small(source: Path | str, target: Path, *before: str) -> None:
    line = ["convert", source, *before, "-strip", "+dither", "-colors", "96", "-define", "png:compression-level=9"]
    subprocess.run([*line, f"PNG8:{target}"], check=True)
