"""The commands of oko as its three programs describe themselves: what manual pages and completions are made from.

`oko` lists every command, but some are only names there, because another program beside it does the work; their
options come from that program. So a manual page cannot tell of an option that the program does not have.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

LOCALES = {"ru": "ru_RU.UTF-8", "en": "en_US.UTF-8"}
# What every command has, and no page needs to repeat.
COMMON = ("help", "version")


@dataclass
class Option:
    names: list[str]  # ["-o", "--output"]; none for a positional argument
    value: str  # "file"; empty for a flag
    about: str
    values: list[str]
    default: str
    is_optional: bool
    is_repeating: bool

    @property
    def is_file(self) -> bool:
        return any(word in ("file", "dir", "zip", "form", "plan", "f1") for word in self.value.lower().split("|"))

    @property
    def is_folder(self) -> bool:
        return self.value.lower() == "dir"


@dataclass
class Command:
    path: list[str]
    about: str
    discussion: str
    options: list[Option]
    arguments: list[Option]
    parts: list[Command] = field(default_factory=list)

    @property
    def call(self) -> str:
        return " ".join(self.path)

    def all(self) -> list[Command]:
        return [self] + [below for part in self.parts for below in part.all()]


def described(programs: Path, language: str) -> Command:
    """The tree of all commands, described in a language."""
    tree, district, desk = (_dump(programs / name, language) for name in ("oko", "oko-district", "oko-desk"))
    desk["commandName"] = "serve"
    for other in district.get("subcommands", []) + [desk]:
        _merge(tree, other)
    return _command(tree, [])


def _dump(program: Path, language: str) -> dict:
    environment = dict(os.environ, LC_ALL=LOCALES[language])
    answer = subprocess.run([program, "--experimental-dump-help"], env=environment, check=True, capture_output=True)
    return json.loads(answer.stdout)["command"]


def _merge(tree: dict, other: dict) -> None:
    """Puts a command of another program in the place of its name in the tree."""
    parts = tree.setdefault("subcommands", [])
    own = next((part for part in parts if part["commandName"] == other["commandName"]), None)
    if own is None:
        parts.append(other)
    elif own.get("subcommands") or _options(own, "option"):
        for below in other.get("subcommands", []):
            _merge(own, below)
    else:
        parts[parts.index(own)] = other


def _command(node: dict, above: list[str]) -> Command:
    path = above + [node["commandName"]]
    shown = [part for part in node.get("subcommands", []) if part.get("shouldDisplay") and part["commandName"] != "help"]
    return Command(
        path=path,
        about=node.get("abstract", ""),
        discussion=node.get("discussion", ""),
        options=_options(node, "option") + _options(node, "flag"),
        arguments=_options(node, "positional"),
        parts=[_command(part, path) for part in shown],
    )


def _options(node: dict, kind: str) -> list[Option]:
    options = []
    for entry in node.get("arguments", []):
        names = ["-" * (1 if name["kind"] == "short" else 2) + name["name"] for name in entry.get("names", [])]
        if entry["kind"] != kind or not entry.get("shouldDisplay") or any(name.lstrip("-") in COMMON for name in names):
            continue
        options.append(
            Option(
                names=sorted(names, key=len),
                value="" if kind == "flag" else entry.get("valueName", ""),
                about=entry.get("abstract", ""),
                values=entry.get("allValues", []),
                default=entry.get("defaultValue", ""),
                is_optional=entry["isOptional"],
                is_repeating=entry["isRepeating"],
            )
        )
    return options
