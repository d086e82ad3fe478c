"""Makes the packages from the built programs: `package.py deb`, `package.py dist`.

The same programs give the same bytes: times are those of the last commit (SOURCE_DATE_EPOCH), names are sorted, owners
are 0. What is made lies in .build/packages.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from email.utils import formatdate
from pathlib import Path

import completions
import licences
import manpages

REPOSITORY = Path(__file__).resolve().parent.parent
FILES = Path(__file__).resolve().parent / "files"
GUIDES = REPOSITORY / "Guides"
BUILD = REPOSITORY / ".build" / "release"
MADE = REPOSITORY / ".build" / "packages"
PROGRAMS = ["oko", "oko-district", "oko-desk"]
MAINTAINER = "oko maintainers <oko@localhost>"
# What every Linux brings along itself; the rest goes with the programs.
SYSTEM = re.compile(r"^(ld-linux|libc\.so|libm\.so|libpthread|libdl|librt)")

SUMMARY = "ВПР results from the paper protocol into the form of ФИС ОКО"
DESCRIPTION = """\
 Reads what a school has keyed from the paper protocols of the all-Russian
 tests (ВПР), shows every mistake with its cell and its line on paper, fills
 the downloaded form of ФИС ОКО without touching anything else in it, proves
 the result by reading it back, and tells how much time is left.
 .
 For a district: all files at once, plan, custody, statistics, a web desk. It
 works offline and sends nothing anywhere."""


def main() -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    made = {"deb": deb, "dist": dist}[sys.argv[1]]()
    print(f"{made.relative_to(REPOSITORY)}  {made.stat().st_size >> 10} KiB  {_digest(made.read_bytes())}")


def version() -> str:
    source = (REPOSITORY / "Sources/Console/Program.swift").read_text()
    return re.search(r'static let text = "([\d.]+)"', source).group(1)


def epoch() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or _output("git", "-C", REPOSITORY, "log", "-1", "--format=%ct"))


# --- The Debian package


def deb() -> Path:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "oko"
        os.umask(0o022)
        programs = root / "usr/lib/oko"
        for name in PROGRAMS:
            _program(name, programs, "")
        link = root / "usr/bin/oko"
        link.parent.mkdir(parents=True)
        link.symlink_to("../lib/oko/oko")
        _shared(root / "usr/share", compressed=True)
        documents = root / "usr/share/doc/oko"
        _put(documents / "copyright", _copyright("/usr/share/doc/oko/licences.gz"))
        _put(documents / "licences.gz", _gzip(_licences([])))
        _put(documents / "changelog.gz", _gzip(_changelog()))
        _guides(documents / "guides")
        _put(documents / "examples/tls.conf", (FILES / "tls.conf").read_bytes())
        _put(root / "usr/lib/systemd/system/oko-desk.service", (FILES / "oko-desk.service").read_bytes())
        for script in ("postinst", "prerm", "postrm"):
            _put(root / "DEBIAN" / script, (FILES / script).read_bytes(), 0o755)
        _put(root / "DEBIAN/md5sums", _sums(root))
        _put(root / "DEBIAN/control", _control(root, [programs / name for name in PROGRAMS]))
        _stamp(root)
        path = MADE / f"oko_{version()}_{_output('dpkg', '--print-architecture')}.deb"
        # dpkg-deb sorts names and cuts times off at SOURCE_DATE_EPOCH.
        environment = dict(os.environ, SOURCE_DATE_EPOCH=str(epoch()))
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", root, path], env=environment, check=True,
            stdout=subprocess.DEVNULL,
        )
        return path


def _control(root: Path, programs: list[Path]) -> bytes:
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = {
        "Package": "oko", "Version": version(), "Architecture": _output("dpkg", "--print-architecture"),
        "Maintainer": MAINTAINER, "Installed-Size": str(size >> 10), "Depends": _depends(programs),
        "Recommends": "xdg-utils", "Section": "education", "Priority": "optional", "Description": SUMMARY,
    }
    return ("".join(f"{name}: {value}\n" for name, value in lines.items()) + DESCRIPTION + "\n").encode()


def _depends(programs: list[Path]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        _put(Path(folder) / "debian/control", b"Source: oko\n\nPackage: oko\nArchitecture: any\n")
        files = [*programs, _late(Path(folder))]
        answer = _output("dpkg-shlibdeps", "-O", *(f"-e{path}" for path in files), cwd=folder)
    return answer.split("shlibs:Depends=", 1)[1]


def _sums(root: Path) -> bytes:
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    lines = [f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(root)}\n" for p in paths if "DEBIAN" not in p.parts]
    return "".join(lines).encode()


def _changelog() -> bytes:
    text = f"oko ({version()}) stable; urgency=medium\n\n"
    for entry in re.findall(r"^- (.+?)(?=^- |^#|\Z)", (REPOSITORY / "CHANGELOG.md").read_text(), re.M | re.S):
        words = entry.replace("`", "").split()
        line = "  *"
        for word in words:
            if len(line) + len(word) > 78:
                text += line + "\n"
                line = "   "
            line += " " + word
        text += line + "\n"
    return (text + f"\n -- {MAINTAINER}  {formatdate(epoch())}\n").encode()


# --- The folder for a USB stick


def dist() -> Path:
    name = f"oko-{version()}-{os.uname().machine}"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / name
        programs = root / "programs"
        for program in PROGRAMS:
            _program(program, programs, "$ORIGIN")
        libraries = _libraries([*(BUILD / program for program in PROGRAMS), _late(Path(folder))])
        for library, source in libraries.items():
            _put(programs / library, source.read_bytes(), 0o644)
            _patch(programs / library, "--set-rpath", "$ORIGIN")
        digest = _digest(b"".join(path.read_bytes() for path in sorted(programs.iterdir())))[:16]
        launcher = (FILES / "oko").read_text().replace("DIGEST", f"{version()}-{digest}")
        _put(root / "oko", launcher.encode(), 0o755)
        words = (FILES / "ПРОЧИТАЙТЕ.txt").read_text().replace("GLIBC", _glibc(programs))
        _put(root / "ПРОЧИТАЙТЕ.txt", words.encode())
        _shared(root, compressed=False)
        _guides(root / "Руководства")
        _put(root / "licences.txt", _licences(sorted(set(libraries.values()))))
        path = MADE / f"{name}.tar.gz"
        with path.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=epoch()) as packed:
            with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
                for entry in [root, *sorted(root.rglob("*"))]:
                    archive.add(entry, str(entry.relative_to(folder)), recursive=False, filter=_plain)
        return path


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def _libraries(programs: list[Path]) -> dict[str, Path]:
    """The shared libraries that the programs are linked with, and those in turn, by the names they are asked for."""
    found: dict[str, Path] = {}
    for program in programs:
        for name, path in re.findall(r"^\s*(\S+) => (/\S+)", _output("ldd", program), re.M):
            if not SYSTEM.match(name):
                found[name] = Path(path)
    return dict(sorted(found.items()))


def _late(folder: Path) -> Path:
    """A library that is linked with what the programs open only when they need it: a program does not name that."""
    functions = re.findall(r" T (\w+)$", _output("nm", *(BUILD / "CLate.build").glob("*.o")), re.M)
    path = folder / "late.so"
    wanted = [f"-Wl,-u,{name}" for name in functions]
    subprocess.run(["cc", "-shared", "-o", path, *wanted, "-Wl,--no-as-needed", "-lzip", "-lxlsxwriter"], check=True)
    return path


def _glibc(programs: Path) -> str:
    """The oldest C library with which everything in a folder starts."""
    tables = "".join(_output("objdump", "-T", path) for path in programs.iterdir())
    return ".".join(map(str, max(tuple(map(int, v.split("."))) for v in re.findall(r"GLIBC_([\d.]+)", tables))))


# --- What both have


def _program(name: str, folder: Path, runpath: str) -> None:
    _put(folder / name, (BUILD / name).read_bytes(), 0o755)
    subprocess.run(["strip", "--strip-all", "--remove-section=.comment", folder / name], check=True)
    _patch(folder / name, *(["--set-rpath", runpath] if runpath else ["--remove-rpath"]))
    _steady(folder / name)


def _steady(path: Path) -> None:
    """Sums that were made before the symbols and their paths went stand in a program: the compiler's becomes nought, the
    linker's one of the bytes as they are. Of the same sources in the same folder the same program comes then, and `oko`
    itself comes the same in any folder."""
    data = bytearray(path.read_bytes())
    found = re.findall(r"\] (\.swift_modhash|\.note\.gnu\.build-id) +\S+ +\S+ (\w+) (\w+)", _output("readelf", "-SW", path))
    places = {name: (int(start, 16), int(size, 16)) for name, start, size in found}
    start, size = places[".swift_modhash"]
    data[start : start + size] = bytes(size)
    start, size = places[".note.gnu.build-id"]
    end = start + size
    data[end - 20 : end] = bytes(20)
    data[end - 20 : end] = hashlib.sha1(data).digest()
    path.write_bytes(data)



def _patch(path: Path, *change: str) -> None:
    subprocess.run(["patchelf", *change, path], check=True)


def _shared(folder: Path, compressed: bool) -> None:
    """Manual pages, completions, icon and the entry of the desktop's menu."""
    for path, page in manpages.pages(BUILD, version(), epoch()).items():
        name = f"man/{path}.gz" if compressed else f"man/{path}"
        _put(folder / name, _gzip(page) if compressed else page)
    for path, script in completions.scripts(BUILD).items():
        _put(folder / (path if compressed else f"completions/{Path(path).name}"), script)
    if compressed:
        _put(folder / "applications/oko.desktop", (FILES / "oko.desktop").read_bytes())
        icon = REPOSITORY / "Sources/Desk/Assets/icon.svg"
        _put(folder / "icons/hicolor/scalable/apps/oko.svg", icon.read_bytes())


def _guides(folder: Path) -> None:
    """The guides as a person reads them: without what only `make check` reads, and without links that lead out of them."""
    for page in sorted(GUIDES.glob("*.md")):
        text = re.sub(r"^<!--.*?-->\n", "", page.read_text("utf-8"), flags=re.M | re.S)
        _put(folder / page.name, re.sub(r"\[([^]]*)\]\(\.\./[^)]*\)", r"\1", text).encode())
    for picture in sorted((GUIDES / "pictures").iterdir()):
        _put(folder / "pictures" / picture.name, picture.read_bytes())


_OWN = """\
oko, its data and its documentation: Copyright (c) 2026 the authors of oko. They have not yet stated a licence; ask them
before you hand the program on. The programs hold parts of others, under their own licences.
"""


def _copyright(where: str) -> bytes:
    """Whose what is; the texts of the licences stand elsewhere."""
    lines = [f"  {part.name}: {part.where}" for part in licences.parts(REPOSITORY, BUILD, PROGRAMS)]
    return (_OWN + "\n" + "\n".join(lines) + f"\n\nThe texts of their licences: {where}\n").encode()


def _licences(libraries: list[Path]) -> bytes:
    """The licences of all that is linked in, and of libraries that come along."""
    others = licences.parts(REPOSITORY, BUILD, PROGRAMS) + licences.libraries(libraries)
    return (_OWN + licences.listed(others)).encode()


def _put(path: Path, content: bytes, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)


def _stamp(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _output(*words, cwd: str | None = None) -> str:
    return subprocess.run(list(map(str, words)), cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
