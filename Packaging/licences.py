"""The licences of everything that is linked into the programs, read from where it was linked from.

What was linked is told by the linker's own lists; an object that belongs to nothing known ends the run, so that nothing
can be forgotten.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

LICENCE = re.compile(r"^(LICEN[CS]E|COPYING|NOTICE)([-.].*)?$", re.I)


@dataclass
class Part:
    name: str
    where: str
    texts: list[str]


def parts(repository: Path, build: Path, programs: list[str]) -> list[Part]:
    """Everything of others in the programs: packages, the Swift runtime, the C++ library."""
    checkouts = sorted(path for path in (repository / ".build" / "checkouts").iterdir() if path.is_dir())
    owners = {module: path for path in checkouts for module in _modules(path)}
    own = {folder.name for folder in (repository / "Sources").iterdir()}
    linked: set[Path] = set()
    for program in programs:
        for line in (build / f"{program}.product" / "Objects.LinkFileList").read_text().splitlines():
            module = re.search(r"/([^/]+)\.build/", line)
            if not module:
                raise SystemExit(f"an object of nobody: {line}")
            name = module.group(1)
            if name.replace("_", "-") in own or name in own:
                continue
            owner = owners.get(name) or owners.get(name.replace("_", "-"))
            if owner is None:
                raise SystemExit(f"{name} is linked into {program}, and no package is known to hold it")
            linked.add(owner)
    found = [Part(path.name, _origin(path), _texts(path)) for path in sorted(linked)]
    return found + [_runtime(), _library("libstdc++6", "the GNU C++ library")]


def libraries(files: list[Path]) -> list[Part]:
    """The licences of shared libraries of the system, for a folder that brings them along."""
    packages = sorted({_package(file) for file in files})
    return [_library(package, "a shared library of Debian") for package in packages]


def listed(parts: list[Part]) -> str:
    """One text with all of them; what several have is printed once."""
    seen: dict[str, str] = {}
    text = []
    for part in parts:
        text.append(f"\n{'=' * 78}\n{part.name}: {part.where}\n{'=' * 78}\n")
        for licence in part.texts:
            if licence in seen:
                text.append(f"(the same text as that of {seen[licence]})\n")
            else:
                seen[licence] = part.name
                text.append(licence.strip() + "\n")
    return "\n".join(text)


def _modules(checkout: Path) -> list[str]:
    """The modules of a package: the folders of its sources, and what its manifest calls otherwise."""
    folders = [path.name for path in (checkout / "Sources").rglob("*") if path.is_dir()]
    named = re.findall(r"\.(?:target|systemLibrary)\(\s*name:\s*\"(\w+)\"", (checkout / "Package.swift").read_text())
    return [*folders, *named]


def _origin(checkout: Path) -> str:
    """Owner, name and version: a checkout comes from a copy of the repository, which knows where it came from."""
    copy = _git(checkout, "config", "remote.origin.url")
    url = _git(copy, "config", "remote.origin.url") if Path(copy).is_dir() else copy
    name = "/".join(url.removesuffix(".git").rstrip("/").split("/")[-2:])
    return f"{name} {_git(checkout, 'describe', '--tags', '--always')}"


def _git(folder: Path | str, *words: str) -> str:
    return subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True).stdout.strip()


def _texts(checkout: Path) -> list[str]:
    """Licences of the package itself, and of what it has taken into its own sources."""
    files = [path for path in sorted(checkout.rglob("*")) if path.is_file() and LICENCE.match(path.name)]
    kept = [path for path in files if not {"Tests", "Examples", "IntegrationTests"} & set(path.parts)]
    if not kept:
        raise SystemExit(f"{checkout.name} has no licence")
    return [path.read_text(errors="replace") for path in kept] + _heads(checkout)


def _heads(checkout: Path) -> list[str]:
    """The licences at the head of C sources, which a package has taken over from elsewhere (BoringSSL, llhttp)."""
    heads: dict[str, None] = {}
    for file in sorted((checkout / "Sources").rglob("*")):
        if file.suffix in (".c", ".cc", ".h", ".S"):
            text = file.read_text(errors="replace").lstrip()
            head = re.match(r"/\*.*?\*/|(?://[^\n]*\n)+", text, re.S)
            if head and "opyright" in head.group(0) and "SwiftNIO" not in head.group(0):
                plain = re.sub(r"^[ \t]*(?:/\*+|\*/|\*|//)?[ \t]?|[ \t]*\*/", "", head.group(0), flags=re.M)
                heads.setdefault(re.sub(r"\b(19|20)\d\d\b(-(19|20)\d\d)?,? ?", "", plain).strip())
    return list(heads)


def _runtime() -> Part:
    swift = Path(subprocess.run(["which", "swift"], capture_output=True, text=True).stdout.strip()).resolve()
    file = swift.parent.parent / "share" / "swift" / "LICENSE.txt"
    # Foundation brings ICU along, without its licence.
    unicode = Path(__file__).parent / "files" / "unicode-licence.txt"
    texts = [file.read_text(), unicode.read_text()]
    return Part("Swift runtime, Foundation with ICU, Dispatch", "swift.org, linked in statically", texts)


def _library(package: str, what: str) -> Part:
    file = Path("/usr/share/doc") / package / "copyright"
    return Part(package, what, [file.read_text(errors="replace")])


def _package(file: Path) -> str:
    # The loader names /lib, the packages /usr/lib.
    for path in (file, file.resolve(), Path("/usr" + str(file))):
        answer = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True).stdout
        if answer:
            return answer.split(":")[0]
    raise SystemExit(f"no package holds {file}")
