"""One transcription with mistakes, as many programs write it: with comments, conditional colours, pictures and charts of
its owner's, in prefixed and strict markup, with macros."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import openpyxl
import openpyxl.chart
import openpyxl.comments
import openpyxl.formatting.rule
import openpyxl.styles
import xlsxwriter

from program import FIXTURES

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADER = "Код Вариант 1 2 3 4 5.1 5.2 6.1 6.2 7 8 9.1 9.2 10 11 12 Класс Пол Отм.".split() + ["Примечание"]
ROWS = [
    [40051, 2, 1, 1, 7, 0, 1, 1, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, "ж", 4, None],
    [40057, 1, 1, None, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0, "X", 1, 0, 1, "ж", 3, "вышел раньше"],
    [40062, "отсутствовал"] + [None] * 19,
    [40064, 1, 1, 1, 2, -1, 0, 1, 1, 0, 0, 1, 1, 0, "X", 1, 0, 1, "м", 3, None],
    [40064, 2, 0, 1, 2, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, "ж", 5, None],
]
# The cells that the check must mark: too much, blank, below zero, one code twice, a column that nobody knows.
MARKED = {"E5", "D6", "F8", "A8", "A9", "U4"}
TOP = 3
COMMENT = "Проверить у Марии"


def all_of_them(folder: Path) -> dict[str, Path]:
    made = {"Excel": excel(folder / "excel.xlsx"), "openpyxl": by_openpyxl(folder / "openpyxl.xlsx")}
    made["prefixed"] = prefixed(made["Excel"], folder / "prefixed.xlsx")
    made["strict"] = strict(made["Excel"], folder / "strict.xlsx")
    made["macros"] = macros(made["Excel"], folder / "macros.xlsm")
    made["WPS"] = wps(made["Excel"], folder / "wps.xlsx")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        made["LibreOffice"] = libreoffice(office, made["Excel"], folder)
    return made | forms(folder)


def excel(path: Path) -> Path:
    """XlsxWriter writes as Excel does, part for part."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Класс 4А")
    head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True})
    plain, own = book.add_format({"border": 1}), book.add_format({"border": 1, "bg_color": "#FFFF00"})
    sheet.merge_range(0, 0, 0, 8, "Предмет: математика", head)
    for column, text in enumerate(HEADER):
        sheet.write(TOP, column, int(text) if text.isdigit() else text, head)
    for row, values in enumerate(ROWS, TOP + 1):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value, own if (row, column) in ((TOP + 1, 4), (TOP + 2, 6)) else plain)
    sheet.write_comment("E5", COMMENT, {"author": "Завуч"})
    sheet.write_comment("B6", "второй вариант?", {"author": "Завуч"})
    sheet.conditional_format("C5:Q9", {"type": "cell", "criteria": ">", "value": 2, "format": own})
    sheet.data_validation("S5:S9", {"validate": "list", "source": ["м", "ж"]})
    sheet.insert_image("X2", "stamp.png", {"image_data": io.BytesIO(picture())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Класс 4А'!$C$5:$C$9"})
    sheet.insert_chart("X12", chart)
    sheet.freeze_panes(TOP + 1, 1)
    sheet.autofilter(TOP, 0, TOP + len(ROWS), len(HEADER) - 1)
    sheet.write_url("W1", "https://fioco.ru/")
    notes = book.add_worksheet("Заметки")
    notes.write("A1", "=1+1")
    notes.write_comment("A1", "своё", {"author": "Завуч"})
    notes.hide()
    book.define_name("Баллы", "='Класс 4А'!$C$5:$Q$9")
    book.close()
    return path


def picture() -> bytes:
    """The smallest PNG that every program opens."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\x80\x80\x80\x80\x80\x80\x80\x80" * 8)) + chunk(b"IEND", b"")
    )  # fmt: skip


def by_openpyxl(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Класс 4А"
    for _ in range(TOP):
        sheet.append([])
    sheet["A1"] = "Предмет: математика"
    sheet._current_row = TOP
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    sheet["E5"].fill = fill
    sheet["E5"].comment = openpyxl.comments.Comment(COMMENT, "Завуч")
    rule = openpyxl.formatting.rule.CellIsRule(operator="greaterThan", formula=["2"], fill=fill)
    sheet.conditional_formatting.add("C5:Q9", rule)
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=3, min_row=5, max_row=9))
    sheet.add_chart(chart, "X2")
    book.create_sheet("Заметки")["A1"] = "своё"
    book.save(path)
    return path


def clean(path: Path) -> Path:
    """No mistake, but a column that nobody knows."""
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    for code, row in ((40051, ROWS[0]), (40066, ROWS[4])):
        book.active.append([code, *row[1:4], 2, *row[5:20], "да"])
    book.save(path)
    return path


# MARK: The same package, written otherwise


def changed(source: Path, target: Path, change, more=()) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, data in more:
            new.writestr(name, data)
    return target


def prefixed(source: Path, target: Path) -> Path:
    def change(name: str, data: bytes) -> bytes:
        if not name.endswith(".xml") or MAIN.encode() not in data:
            return data
        text = data.decode()
        text = re.sub(r"<(/?)([A-Za-z][\w]*)(?=[\s>/])", r"<\1x:\2", text)
        return text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').encode()

    return changed(source, target, change)


def strict(source: Path, target: Path) -> Path:
    pairs = [
        (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
    ]  # fmt: skip

    def change(name: str, data: bytes) -> bytes:
        if not name.endswith((".xml", ".rels")):
            return data
        for old, new in pairs:
            data = data.replace(old.encode(), new.encode())
        return data

    return changed(source, target, change)


def macros(source: Path, target: Path) -> Path:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    def change(name: str, data: bytes) -> bytes:
        if name == "[Content_Types].xml":
            data = data.replace(kind.encode(), b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            return data.replace(
                b"<Override", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override', 1
            )
        if name == "xl/_rels/workbook.xml.rels":
            relation = '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
            return data.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
        return data

    return changed(source, target, change, [("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(range(256)))])


def wps(source: Path, target: Path) -> Path:
    """WPS names its own namespace in every sheet and its build in the custom properties."""
    own = 'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" mc:Ignorable="etc" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    custom = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" '
        'pid="2" name="KSOProductBuildVer"><vt:lpwstr>1049-12.2.0.13431</vt:lpwstr></property></Properties>'
    )

    def change(name: str, data: bytes) -> bytes:
        if name.startswith("xl/worksheets/sheet"):
            return data.replace(b"<worksheet ", f"<worksheet {own} ".encode(), 1)
        if name == "[Content_Types].xml":
            part = '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
            return data.replace(b"</Types>", part.encode())
        if name == "_rels/.rels":
            part = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>'
            return data.replace(b"</Relationships>", part.encode())
        return data

    return changed(source, target, change, [("docProps/custom.xml", custom)])


def libreoffice(office: str, source: Path, folder: Path) -> Path:
    out = folder / "libreoffice"
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", out, source],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return out / source.name


# MARK: Filled forms


def forms(folder: Path) -> dict[str, Path]:
    """Filled forms as their makers wrote them, with one value too high."""
    made = {}
    for kind in ("filled", "libreoffice-filled", "google-filled"):
        for source in sorted((FIXTURES / "forms" / kind).glob("*.xlsx")):
            target = folder / kind / source.name
            target.parent.mkdir(exist_ok=True)
            made[f"{kind} {source.stem.split()[3]}"] = changed(source, target, spoil)
    return made


def spoil(name: str, data: bytes) -> bytes:
    """Puts 9 into the first number of column E, which is a task in every form; the form's sheet has the codes."""
    if not re.search(rb'<c r="A2"[^>]*><v>[1-9]\d{4}(?:\.0)?</v>', data):
        return data
    return re.sub(rb'(<c r="E\d+"[^>]*><v>)\d(?:\.0)?(</v>)', rb"\g<1>9\2", data, count=1)
