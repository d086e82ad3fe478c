"""OpenDocument spreadsheets: those that odfpy and LibreOffice write are read right, and those that `import` writes are read by both."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet, load
from odf.office import Annotation
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import A, LineBreak, P, S, Span, Tab

from program import FIXTURES, Outcome, Program
from read_cells import differences

TITLE = "OpenDocument there and back beside odfpy and LibreOffice"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        outcome.add("odfpy", made_by_odfpy(program, work / "odfpy.ods"))
        forms = sorted((FIXTURES / "forms" / "filled").glob("*.xlsx"))
        written = []
        for number, form in enumerate(forms):
            path = work / f"{number}.ods"
            answer = program.run("import", form, "-o", path)
            outcome.add(f"{form.stem}: import", [] if answer.exit == 0 else [answer.error])
            outcome.add(f"{form.stem}: odfpy", beside_odfpy(program, path))
            written.append(path)
        soffice = shutil.which("soffice")
        if not soffice:
            return outcome
        # LibreOffice opens what was written, and its own ODS of a form is read as the form is.
        convert(soffice, work, "xlsx", written)
        convert(soffice, work, "ods", forms)
        for number, form in enumerate(forms):
            outcome.add(f"{form.stem}: LibreOffice opens", same(program, work / f"{number}.ods", work / "xlsx" / f"{number}.xlsx"))
            outcome.add(f"{form.stem}: LibreOffice writes", same(program, work / "ods" / f"{form.stem}.ods", form))
    return outcome


def convert(soffice: str, work: Path, kind: str, paths: list[Path]) -> None:
    profile = f"-env:UserInstallation=file://{work}/profile"
    line = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", work / kind, *paths]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def seen(program: Program, path: Path) -> list[dict]:
    return program.run("sheet", path, "--format", "json").json["sheets"]


def same(program: Program, ods: Path, xlsx: Path) -> list[str]:
    ours = {sheet["name"]: sheet["cells"] for sheet in seen(program, ods)}
    problems = []
    for sheet in openpyxl.load_workbook(xlsx, data_only=True).worksheets:
        cells = {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value not in (None, "")}
        problems += [f"{sheet.title}!{p}" for p in differences(ours.get(sheet.title, {}), cells)]
    return problems


def made_by_odfpy(program: Program, path: Path) -> list[str]:
    """Every way of the format to say the same twice, and to say it with spaces."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Лист с пробелом")
    table.addElement(TableColumn(numbercolumnsrepeated=16384))

    def row(*cells, repeated=1):
        line = TableRow(numberrowsrepeated=repeated)
        for cell in cells:
            line.addElement(cell)
        table.addElement(line)

    def text(*parts):
        cell = TableCell(valuetype="string")
        paragraph = P()
        for part in parts:
            if isinstance(part, str):
                paragraph.addText(part)
            else:
                paragraph.addElement(part)
        cell.addElement(paragraph)
        return cell

    merged = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1)
    merged.addElement(P(text="слито"))
    noted = text("с заметкой")
    note = Annotation()
    note.addElement(P(text="заметка"))
    noted.addElement(note)
    twice = TableCell(valuetype="string")
    twice.addElement(P(text="раз"))
    twice.addElement(P(text="два"))
    row(text("а", S(c=3), "б"), text("а", Tab(), "б"), text("а", LineBreak(), "б"), twice)
    row(TableCell(valuetype="float", value="3", numbercolumnsrepeated=3), TableCell(), text("X"), repeated=2)
    row(TableCell(numbercolumnsrepeated=1024), repeated=1000)
    row(
        TableCell(valuetype="date", datevalue="2024-04-15"),
        TableCell(valuetype="date", datevalue="2024-04-15T18:30:00"),
        TableCell(valuetype="time", timevalue="PT18H30M00S"),
        TableCell(valuetype="boolean", booleanvalue="true"),
        TableCell(valuetype="percentage", value="0.5"),
    )
    row(merged, CoveredTableCell(), noted, text(Span(text="об"), A(href="x", text="рывки")), text("  не  пройд. "))
    document.spreadsheet.addElement(table)
    document.save(path)
    expected = {
        "A1": "а   б", "B1": "а\tб", "C1": "а\nб", "D1": "раз\nдва", "A1004": "2024-04-15", "B1004": "2024-04-15T18:30:00",
        "C1004": "1899-12-31T18:30:00", "D1004": "TRUE", "E1004": "0.5", "A1005": "слито", "C1005": "с заметкой",
        "D1005": "обрывки", "E1005": "не пройд. ",
    }
    expected |= {f"{column}{line}": "3" for column in "ABC" for line in (2, 3)} | {"E2": "X", "E3": "X"}
    cells = seen(program, path)[0]["cells"]
    return [] if cells == expected else [f"{sorted(cells.items() ^ expected.items())[:4]}"]


def beside_odfpy(program: Program, path: Path) -> list[str]:
    table = load(path).spreadsheet.getElementsByType(Table)[0]
    theirs = []
    for row in table.getElementsByType(TableRow):
        line = []
        for cell in row.getElementsByType(TableCell):
            value = cell.getAttribute("value") or "".join(str(p) for p in cell.getElementsByType(P))
            line += [value] * int(cell.getAttribute("numbercolumnsrepeated") or 1)
        theirs.append(line)
    cells = {
        f"{openpyxl.utils.get_column_letter(c)}{r}": value
        for r, line in enumerate(theirs, 1)
        for c, value in enumerate(line, 1)
        if value
    }
    ours = seen(program, path)[0]["cells"]
    return [] if ours == cells else [f"{sorted(ours.items() ^ cells.items())[:4]}"]
