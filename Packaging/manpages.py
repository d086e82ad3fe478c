"""Manual pages from the program's own help: oko(1), and a page for each command, in English and Russian."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path

from commands import Command, Option, described

WORDS = {
    "en": {
        "name": "NAME", "call": "SYNOPSIS", "about": "DESCRIPTION", "options": "OPTIONS", "parts": "COMMANDS",
        "exit": "EXIT STATUS", "see": "SEE ALSO", "option": "options", "command": "command", "or": "one of",
        "default": "default", "manual": "oko",
    },
    "ru": {
        "name": "ИМЯ", "call": "ОБЗОР", "about": "ОПИСАНИЕ", "options": "КЛЮЧИ", "parts": "КОМАНДЫ",
        "exit": "КОД ЗАВЕРШЕНИЯ", "see": "СМОТРИТЕ ТАКЖЕ", "option": "ключи", "command": "команда", "or": "можно",
        "default": "по умолчанию", "manual": "oko",
    },
}


def pages(programs: Path, version: str, epoch: int) -> dict[str, bytes]:
    """All pages by their path below /usr/share/man."""
    made = {}
    date = datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%d")
    for language, words in WORDS.items():
        tree = described(programs, language)
        folder = "man1" if language == "en" else f"{language}/man1"
        made[f"{folder}/oko.1"] = _main(tree, words, version, date)
        for command in tree.parts:
            made[f"{folder}/oko-{command.path[1]}.1"] = _page(command, words, version, date)
    return {path: text.encode() for path, text in made.items()}


def _main(tree: Command, words: dict, version: str, date: str) -> str:
    lines = [_title("oko", words, version, date), f".SH {words['name']}", f"oko \\- {_flat(tree.about)}"]
    lines += [f".SH {words['call']}", f".B oko\n.I {words['command']}\n[\\fI{words['option']}\\fR]"]
    lines += [f".SH {words['parts']}"]
    for command in tree.parts:
        lines += [".TP", f".BR oko\\-{_text(command.path[1])} (1)", _text(command.about)]
    lines += [f".SH {words['exit']}"]
    for code, meaning in re.findall(r"^\s*(\d+)  (.+)$", tree.discussion, re.M):
        lines += [".TP", f".B {code}", _text(meaning)]
    return "\n".join(lines) + "\n"


def _page(command: Command, words: dict, version: str, date: str) -> str:
    lines = [_title("oko-" + command.path[1], words, version, date)]
    lines += [f".SH {words['name']}", f"oko\\-{_text(command.path[1])} \\- {_flat(command.about)}"]
    lines += [f".SH {words['call']}"]
    for part in command.all():
        if part.arguments or part.options or not part.parts:
            lines += [_call(part, words), ".br"]
    lines.pop()
    lines += [f".SH {words['about']}", *_paragraphs(command.about, command.discussion)]
    if command.arguments or command.options:
        lines += [f".SH {words['options']}", *_listed(command, words)]
    if command.parts:
        lines += [f".SH {words['parts']}"]
    for part in command.all()[1:]:
        lines += [f".SS {_text(part.call)}", *_paragraphs(part.about, part.discussion), *_listed(part, words)]
    lines += [f".SH {words['see']}", ".BR oko (1)"]
    return "\n".join(lines) + "\n"


def _title(name: str, words: dict, version: str, date: str) -> str:
    return f'.TH "{name.upper()}" 1 "{date}" "oko {version}" "{words["manual"]}"'


def _call(command: Command, words: dict) -> str:
    text = f"\\fB{_text(command.call)}\\fR"
    if command.options:
        text += f" [\\fI{words['option']}\\fR]"
    for argument in command.arguments:
        value = f"\\fI{_text(argument.value)}\\fR" + ("..." if argument.is_repeating else "")
        text += f" [{value}]" if argument.is_optional else f" {value}"
    return text


def _listed(command: Command, words: dict) -> list[str]:
    lines = []
    for option in command.arguments + command.options:
        lines += [".TP", _label(option), _text(_meaning(option, words))]
    return lines


def _label(option: Option) -> str:
    value = f"\\fI{_text(option.value)}\\fR"
    if not option.names:
        return value
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in option.names)
    return f"{names} {value}" if option.value else names


def _meaning(option: Option, words: dict) -> str:
    text = option.about
    named = [value for value in option.values if value not in text]
    if named:
        text += f" ({words['or']}: {', '.join(option.values)})"
    if option.default and option.value:
        text += f" ({words['default']}: {option.default})"
    return text


def _paragraphs(*texts: str) -> list[str]:
    return [line for text in texts if text for part in text.split("\n") if part.strip() for line in (".PP", _text(part))]


def _flat(text: str) -> str:
    return _text(text.rstrip("."))


def _text(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)
