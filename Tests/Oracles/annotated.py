"""Annotated copies of workbooks as many programs write them: nothing of the owner's may change but the looks of marked
cells, the copy must open elsewhere, and a copy of a mended copy must be the mended workbook again."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from lxml import etree

import own_workbooks
from own_workbooks import COMMENT, MARKED
from program import Outcome, Program

TITLE = "annotated copies part by part, in openpyxl and LibreOffice, and back"
PALETTE = {"FFF9CDC8", "FFE4D4F5", "FFFEEAAB"}
FORM = "Форма сбора результатов"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = []
        for kind, original in own_workbooks.all_of_them(folder).items():
            copy = folder / f"copy-{kind}" / original.name
            copy.parent.mkdir()
            outcome.add(kind, of_one(program, kind, original, copy))
            copies.append(copy)
        outcome.add("LibreOffice opens all of them", opened(copies, folder))
        for saver in (by_openpyxl, by_libreoffice):
            outcome.add(f"explained and saved {saver.__name__.replace('_', ' ')}", explained(program, folder, saver))
    return outcome


def arguments(original: Path, reports: list = []) -> list:
    known = [] if original.name.startswith(FORM) else ["--criteria", "2024/4-МА"]
    return ["check", original, *known, "--held", "2024-04-15", "--at", "2024-04-16T10:00:00+08:00", "--format", "json", *reports]


def of_one(program: Program, kind: str, original: Path, copy: Path) -> list[str]:
    answer = program.run(*arguments(original, ["--report", f"annotated={copy}"]))
    if not copy.exists():
        return [f"no copy: {answer.error.strip()[:200]}"]
    found = {(f["location"] or {}).get("cell") for f in answer.json["findings"] if f["severity"] in ("error", "query")}
    problems = compare(original, copy)
    problems += looked_at(original, copy, None if original.name.startswith(FORM) else MARKED)
    again = program.run(*arguments(copy))
    if fingerprints(again) != fingerprints(answer):
        problems.append(f"the copy is checked otherwise: {again.error[:80]}")
    second = copy.with_name("second" + copy.suffix)
    program.run(*arguments(copy, ["--report", f"annotated={second}"]))
    problems += [f"copy of the copy: {p}" for p in same_package(copy, second)]
    if not found:
        problems.append("the check found nothing")
    if not original.name.startswith(FORM):
        problems += [f"mended: {p}" for p in mended(program, original, copy)]
    return problems


def fingerprints(answer) -> list[str]:
    return sorted(finding["fingerprint"] for finding in answer.json["findings"])


# MARK: Part by part


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            raise ValueError("damaged package")
        return {name: package.read(name) for name in package.namelist()}


def local(element) -> str:
    return etree.QName(element).localname


def compare(original: Path, copy: Path) -> list[str]:
    old, new = parts(original), parts(copy)
    problems = [f"{name} is gone" for name in old if name not in new]
    for name in old.keys() & new.keys():
        if old[name] != new[name]:
            problems += [f"{name}: {problem}" for problem in differences(name, old[name], new[name])]
    for name in new.keys() - old.keys():
        if not re.fullmatch(r"xl/(worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|comments\d+\.xml|drawings/vmlDrawing\d+\.vml|styles\d*\.xml)", name):
            problems.append(f"{name} is new")
    return problems


def differences(name: str, old: bytes, new: bytes) -> list[str]:
    if name.endswith(".vml"):
        shapes = lambda data: re.findall(rb"<\w+:shape .*?</\w+:shape>", data, re.S)  # noqa: E731
        return [] if [s for s in shapes(new) if s in shapes(old)] == shapes(old) else ["a shape of the owner's is gone"]
    a, b = etree.fromstring(old), etree.fromstring(new)
    if local(a) in ("Types", "Relationships", "workbook", "comments"):
        return kept(a, b)
    if local(a) == "styleSheet":
        return [] if local(b) == "styleSheet" and not kept(a, b, counted=True) else kept(a, b, counted=True)
    if local(a) == "worksheet":
        return sheet(a, b)
    return ["changed, which nobody allowed"]


def text(element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def kept(a, b, counted: bool = False) -> list[str]:
    """Every child of the old element stands in the new one, in order; lists may have grown at their end."""
    grown = {"sheets", "fonts", "fills", "borders", "cellXfs", "authors", "commentList"}
    own = dict(a.attrib)
    if counted or local(a) in grown:
        own.pop("count", None)
    if any(b.get(name) != value for name, value in own.items()):
        return [f"an attribute of {local(a)} changed"]
    theirs, place = list(b), 0
    for child in a:
        if not isinstance(child.tag, str):
            continue
        while place < len(theirs):
            other = theirs[place]
            place += 1
            if text(child) == text(other):
                break
            if local(child) in grown and child.tag == other.tag and not kept(child, other, counted):
                break
        else:
            return [f"{local(child)} in {local(a)} is gone or changed"]
    return []


def sheet(a, b) -> list[str]:
    """The same cells with the same content; only looks may differ, blank cells and the reference to notes be new."""
    problems = []
    ours, theirs = ({local(e): e for e in s if isinstance(e.tag, str)} for s in (a, b))
    for name, element in ours.items():
        if name == "sheetData":
            continue
        if name not in theirs:
            problems.append(f"{name} is gone")
        elif name == "dimension":
            continue
        elif text(element) != text(theirs[name]):
            problems.append(f"{name} changed")
    problems += [f"{name} is new" for name in theirs.keys() - ours.keys() - {"legacyDrawing"}]
    order = [n for n in theirs if n != "legacyDrawing" or n in ours]
    if order != list(ours):
        problems.append("the order of elements changed")
    old_cells, new_cells = cells(ours["sheetData"]), cells(theirs["sheetData"])
    for place, (look, content) in old_cells.items():
        if place not in new_cells or new_cells[place][1] != content:
            problems.append(f"{place} changed")
    problems += [f"{place} has a value" for place in new_cells.keys() - old_cells.keys() if new_cells[place][1]]
    return problems


def cells(data) -> dict[str, tuple[str | None, bytes]]:
    found = {}
    for cell in data.iter("{*}c"):
        attributes = {k: v for k, v in cell.attrib.items() if k not in ("r", "s")}
        content = b"".join(text(child) for child in cell)
        found[cell.get("r")] = (cell.get("s"), repr(sorted(attributes.items())).encode() + content if content else b"")
    return found


def same_package(first: Path, second: Path) -> list[str]:
    """A copy of a copy without a change is the copy, part for part."""
    old, new = parts(first), parts(second)
    return [f"{n} differs" for n in sorted(old.keys() | new.keys()) if old.get(n) != new.get(n) and not same(old.get(n), new.get(n))]


def same(old: bytes | None, new: bytes | None) -> bool:
    """Looks may have other numbers, and the list of findings names the file that was checked."""
    if old is None or new is None:
        return False
    head = old[:600] + new[:600]
    return any(word in head for word in (b"styleSheet", b"worksheet", b"urn:schemas-microsoft-com:vml"))


# MARK: In other programs


def looked_at(original: Path, copy: Path, marked: set[str] | None) -> list[str]:
    if b"purl.oclc.org" in parts(original)["xl/workbook.xml"]:
        return []  # openpyxl does not read strict workbooks
    before, after = openpyxl.load_workbook(original), openpyxl.load_workbook(copy)
    problems = []
    if after.sheetnames[: len(before.sheetnames)] != before.sheetnames or len(after.sheetnames) != len(before.sheetnames) + 1:
        problems.append(f"sheets {after.sheetnames}")
    for sheet in before:
        other = after[sheet.title]
        for row in sheet:
            for cell in row:
                problems += [f"{cell.coordinate} differs"] if other[cell.coordinate].value != cell.value else []
                seen = other[cell.coordinate]
                if cell.has_style and any(target(cell, name) != target(seen, name) for name in LOOKS):
                    problems.append(f"{cell.coordinate} looks otherwise than in its fill")
                if cell.comment and (not seen.comment or cell.comment.text != seen.comment.text):
                    problems.append(f"the owner's comment of {cell.coordinate} is gone")
        if len(sheet.conditional_formatting) != len(other.conditional_formatting):
            problems.append("conditional formats differ")
    if marked is not None:
        seen = filled(after[before.sheetnames[0]])
        if seen != marked:
            problems.append(f"marked are {sorted(seen)}, not {sorted(marked)}")
        noted = {c.coordinate for row in after[before.sheetnames[0]] for c in row if c.comment and c.comment.author == "oko"}
        own = {c.coordinate for row in before.worksheets[0] for c in row if c.comment}
        if noted != marked - own:
            problems.append(f"notes stand at {sorted(noted)}")
    return problems


LOOKS = ("font", "border", "alignment", "protection")


def target(cell, name: str):
    """A look behind openpyxl's proxy, which cannot be compared itself."""
    return getattr(cell, name)._StyleProxy__target


def filled(sheet) -> set[str]:
    return {c.coordinate for row in sheet for c in row if c.fill.fill_type == "solid" and c.fill.fgColor.rgb in PALETTE}


def opened(copies: list[Path], folder: Path) -> list[str]:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return []
    out = folder / "opened"
    there = [copy for copy in copies if copy.exists()]
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "ods", "--outdir", out, *there],
        capture_output=True, timeout=600,
    )  # fmt: skip
    problems = []
    for copy in there:
        written = out / (copy.stem + ".ods")
        content = zipfile.ZipFile(written).read("content.xml").decode() if written.exists() else ""
        if "Протокол проверки" not in content:
            problems.append(f"{copy.name} is not opened")
        elif "macros" not in copy.name and content.count("<office:annotation") < 1:
            problems.append(f"{copy.name} shows no note")
    return problems


# MARK: Mended


def mended(program: Program, original: Path, copy: Path) -> list[str]:
    """E5 and D6 are mended in the copy and in the original: the new copy must mark what is left, and nothing else."""

    def mend(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return data
        return re.sub(rb'(<(?:x:)?c r="E5"[^>]*><(?:x:)?v>)7', rb"\g<1>2", data)

    right = own_workbooks.changed(original, original.with_name("right-" + original.name), mend)
    again = own_workbooks.changed(copy, copy.with_name("again-" + copy.name), mend)
    if parts(again) == parts(copy):
        return ["the test could not mend E5"]
    last = copy.with_name("last-" + copy.name)
    program.run(*arguments(again, ["--report", f"annotated={last}"]))
    problems = compare(right, last)
    if b"purl.oclc.org" in parts(original)["xl/workbook.xml"]:
        return problems
    before, after = openpyxl.load_workbook(right).worksheets[0], openpyxl.load_workbook(last).worksheets[0]
    if filled(after) != MARKED - {"E5"}:
        problems.append(f"marked are {sorted(filled(after))}")
    if (before["E5"].fill.fill_type, before["E5"].fill.fgColor.rgb) != (after["E5"].fill.fill_type, after["E5"].fill.fgColor.rgb):
        problems.append("E5 did not get its own fill back")
    if COMMENT not in (after["E5"].comment.text if after["E5"].comment else ""):
        problems.append("the owner's comment of E5 is gone")
    return problems


# MARK: Explained


def explained(program: Program, folder: Path, saver) -> list[str]:
    """A query is explained in the copy by another program; the next check knows it, and convert writes the form."""
    original = own_workbooks.clean(folder / f"asked-{saver.__name__}.xlsx")
    copy, saved, form = (original.with_name(f"{word}-{original.name}") for word in ("copy", "saved", "form"))
    first = program.run(*arguments(original, ["--report", f"annotated={copy}"]))
    if [finding["code"] for finding in first.json["findings"]] != ["TPL002"]:
        return [f"the check says {[finding['code'] for finding in first.json['findings']]}"]
    book = openpyxl.load_workbook(copy)
    sheet = book["Протокол проверки"]
    header = next(row for row in sheet if row[1].value == "Тяжесть")
    column = next(cell.column for cell in header if cell.value == "Пояснение")
    sheet.cell(header[0].row + 1, column).value = "столбец для себя"
    saved = saver(book, saved, folder)
    if saved is None:
        return []
    again = program.run(*arguments(saved))
    if [finding["explanation"] for finding in again.json["findings"]] != ["столбец для себя"]:
        return [f"the explanation is lost: {again.out[:200]}"]
    done = program.run("convert", *arguments(saved)[1:], "-o", form)
    return [] if done.exit == 0 and form.exists() else [f"convert ends with {done.exit}: {done.error[:160]}"]


def by_openpyxl(book, target: Path, folder: Path) -> Path:
    book.save(target)
    return target


def by_libreoffice(book, target: Path, folder: Path) -> Path | None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return None
    book.save(target)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", folder / "saved", target],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / "saved" / target.name
