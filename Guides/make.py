#!/usr/bin/env python3
"""Makes what the guides and the README do not say in their own words: the messages, the table of rules, the pictures.

    python Guides/make.py PATH/TO/oko               # make guides: messages.md and the tables of rules in README.md, README.ru.md
    python Guides/make.py PATH/TO/oko --pictures    # pictures/ too: needs Chromium, LibreOffice, poppler, ImageMagick, a C compiler

`Tests/Oracles/check.py PATH/TO/oko --only guides` says when the first has to be done again. Everybody in the pictures is made up.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests" / "Oracles"))

from program import Program  # noqa: E402

MESSAGES = ROOT / "Guides" / "messages.md"
PART = re.compile(r"(<!-- made: rules -->\n).*?(<!-- end -->)", re.S)
HEADS = {"ru": ("Код", "Тяжесть", "О чём"), "en": ("code", "severity", "what")}
WORDS = {
    "ru": {"fatal": "отказ", "error": "ошибка", "query": "требует пояснения", "warning": "предупреждение", "info": "сведения"},
    "en": {word: word for word in ("fatal", "error", "query", "warning", "info")},
}


def made(program: Program) -> dict[Path, str]:
    """The files that hold something made, as they should be."""
    pages = {MESSAGES: messages(program)}
    for name, language in (("README.md", "en"), ("README.ru.md", "ru")):
        page = ROOT / name
        pages[page] = PART.sub(rf"\1{rules(program, language)}\2", page.read_text("utf-8"))
    return pages


def messages(program: Program) -> str:
    """Every message with its reason, its mending and an example."""
    return program.run("rules", "export", "--format", "md", "--lang", "ru").out


def rules(program: Program, language: str) -> str:
    """The codes on a page, a line each."""
    catalogue = json.loads(program.run("rules", "export", "--format", "json").out)["rules"]
    code, severity, what = HEADS[language]
    lines = [f"| {code} | {severity} | {what} |", "|---|---|---|"]
    for rule in catalogue:
        name = f"[{rule['code']}](Guides/messages.md#{rule['code'].lower()})"
        lines.append(f"| {name} | {WORDS[language][rule['severity']]} | {rule['title'][language]} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("oko", type=Path)
    parser.add_argument("--pictures", action="store_true")
    arguments = parser.parse_args()
    program = Program(arguments.oko.resolve())
    for page, text in made(program).items():
        page.write_text(text, "utf-8")
    if arguments.pictures:
        import pictures

        pictures.make(program, ROOT / "Guides" / "pictures")


if __name__ == "__main__":
    main()
