"""The JSON answers of `check` and `convert` for every job, against the schemas and against Python's own SHA-256."""

from __future__ import annotations

import hashlib
import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import jsonschema
from referencing import Registry, Resource

from program import SCHEMAS, Job, Outcome, Program, jobs

TITLE = "JSON answers of check and convert against their schemas"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    every = jobs("clean") + jobs("broken")
    with ThreadPoolExecutor(2) as pool:
        for job, problems in zip(every, pool.map(partial(problems_of, program), every)):
            outcome.add(job.name, problems)
    return outcome


def problems_of(program: Program, job: Job) -> list[str]:
    answer = program.run("check", *job.arguments, "--format", "json")
    problems = invalid("check", answer)
    if not problems:
        digests = [digest(path) for path in sorted(job.inputs)]
        stated = [source["sha256"] for source in sorted(answer.json["sources"], key=lambda s: s["file"])]
        if sorted(digests) != sorted(stated):
            problems.append("check: the SHA-256 of a source is another")
        if answer.exit != job.data["expect"]["exit"]:
            problems.append(f"check ends with {answer.exit}, expected {job.data['expect']['exit']}")
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "written.xlsx"
        answer = program.run("convert", *job.arguments, "-o", written, "--format", "json")
        problems += invalid("convert", answer)
        if not problems:
            stated = answer.json["sha256"]
            if stated != (digest(written) if written.exists() else None):
                problems.append("convert: the SHA-256 of the form is another")
            if (answer.json["status"] == "written") != written.exists():
                problems.append(f"convert: status {answer.json['status']}, but the file is {written.exists()}")
    return problems


def invalid(verb: str, answer, schema: str = "report") -> list[str]:
    try:
        value = answer.json
    except json.JSONDecodeError:
        return [f"{verb}: no JSON, exit {answer.exit}: {answer.error.strip()[:120]}"]
    errors = validator(verb, schema).iter_errors(value)
    return [f"{verb}: {'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors]


def validator(verb: str, schema: str = "report") -> jsonschema.Draft202012Validator:
    """That of one answer alone: a message about a mistake then names its place."""
    registry = Registry().with_resources(
        (f"{name}.schema.json", Resource.from_contents(json.loads((SCHEMAS / f"{name}.schema.json").read_text())))
        for name in ("finding", "report", "district")
    )
    return jsonschema.Draft202012Validator(
        {"$ref": f"{schema}.schema.json#/$defs/{verb}"},
        registry=registry,
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
