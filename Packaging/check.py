"""Tries the packages as a newcomer would: in clean Debian roots made with debootstrap.

    check.py DEB TARBALL

In a bare bookworm the package is installed with what it depends on, and the main jobs are run from it; in a bare trixie,
and in a bookworm without one library of ours, the folder for a USB stick is. Manual pages, completions, the entry of the
menu and the unit of the service are tried by the programs that read them. It needs root, debootstrap and Debian's
archive; where it has not got them it says «not run» and what is missing.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import package

REPOSITORY = Path(__file__).resolve().parent.parent
ROOTS = REPOSITORY / ".build" / "roots"
KEYED = REPOSITORY / "fixtures/protocols/clean/a-csv/transcription.csv"
FORM = REPOSITORY / "fixtures/forms/blank/Форма сбора результатов Математика 4 класс ВПР 2024.xlsx"
WRONG = REPOSITORY / "fixtures/protocols/broken/SCR004"
CLOCK = ["--held", "2024-04-15", "--at", "2024-04-16T10:00:00+08:00"]
# Processor time of a start of `oko check` from the package, in milliseconds.
START = 10
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8", "HOME": "/root", "TERM": "dumb"}
# What lintian says, and why it may.
ALLOWED = {
    "bogus-mail-host": "the project has no address of its own yet",
}

failures: list[str] = []


def check(name: str, condition: bool, detail: str = "") -> None:
    print(("ok      " if condition else "FAILED  ") + name + (f": {detail}" if detail else ""), flush=True)
    if not condition:
        failures.append(name)


def main() -> int:
    deb, tarball = (Path(word).resolve() for word in sys.argv[1:3])
    missing = [tool for tool in ("debootstrap", "lintian", "desktop-file-validate") if not shutil.which(tool)]
    if os.geteuid() != 0:
        missing.append("root")
    if missing:
        print(f"not run: packages in a clean root (missing: {', '.join(missing)})")
        return 0
    reproducible(deb, tarball)
    with root("bookworm") as bookworm:
        installed(bookworm, deb)
    for suite in ("bookworm", "trixie"):
        with root(suite) as bare:
            carried(bare, tarball)
    static(deb)
    print(f"{len(failures)} failed" if failures else "the packages are whole")
    return 1 if failures else 0


# --- Roots


@contextlib.contextmanager
def root(suite: str):
    """A fresh copy of a bare root, with /proc, thrown away afterwards."""
    base = ROOTS / suite
    if not (base / "etc/debian_version").exists():
        shutil.rmtree(base, ignore_errors=True)
        ROOTS.mkdir(parents=True, exist_ok=True)
        run(["debootstrap", "--variant=minbase", suite, base, mirror()], stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory(dir=ROOTS) as folder:
        copy = Path(folder) / suite
        run(["cp", "-a", "--reflink=auto", base, copy])
        for name in ("etc/resolv.conf", "etc/hosts"):
            shutil.copy(f"/{name}", copy / name)
        for file in Path("/etc/apt/apt.conf.d").iterdir():
            shutil.copy(file, copy / "etc/apt/apt.conf.d" / file.name)
        places = {"proc": copy / "proc", "devpts": copy / "dev/pts"}
        with contextlib.ExitStack() as mounted:
            for kind, place in places.items():
                run(["mount", "-t", kind, kind, place])
                mounted.callback(run, ["umount", "--lazy", place])
            (copy / "dev/ptmx").unlink(missing_ok=True)
            (copy / "dev/ptmx").symlink_to("pts/ptmx")
            yield copy


def mirror() -> str:
    text = "".join(
        path.read_text() for path in [*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt").glob("sources.list.d/*")]
    )
    found = re.search(r"https?://\S+/debian(?=/?\s)", text)
    return found.group(0) if found else "http://deb.debian.org/debian"


def run(words: list, **more) -> subprocess.CompletedProcess:
    return subprocess.run(list(map(str, words)), check=True, **more)


def inside(folder: Path, line: str, exit: int = 0) -> str:
    """Runs a line of the shell in a root; its answer, or nothing when it ends with another code."""
    answer = subprocess.run(
        ["chroot", folder, "sh", "-c", f"cd /school && {line}"], env=ENVIRONMENT, capture_output=True, text=True
    )
    if answer.returncode != exit:
        print(f"        {line}\n        ended with {answer.returncode}: {(answer.stderr or answer.stdout)[-400:]}")
        return ""
    return answer.stdout + answer.stderr or "-"


def lay_out(folder: Path) -> None:
    """The files of a school, in a folder of the root."""
    work = folder / "school"
    work.mkdir()
    shutil.copy(KEYED, work / "4А.csv")
    shutil.copy(FORM, work / "форма.xlsx")
    mail = work / "почта" / "edu380001"
    mail.mkdir(parents=True)
    for file in WRONG.iterdir():
        if file.suffix in (".csv", ".xlsx"):
            shutil.copy(file, mail)


# --- The jobs


def jobs(folder: Path, oko: str, where: str) -> None:
    """The main jobs, by a program of the root."""
    clock = " ".join(CLOCK)
    check(f"{where}: check", "0" in inside(folder, f"{oko} check 4А.csv --form форма.xlsx {clock}"))
    convert = inside(folder, f"{oko} convert 4А.csv --form форма.xlsx -o готово.xlsx {clock}")
    check(f"{where}: convert", "готово.xlsx" in convert and (folder / "school/готово.xlsx").exists())
    back = inside(folder, f"{oko} import готово.xlsx -o обратно.csv && cat обратно.csv")
    check(f"{where}: import", "отсутствовал" in back, "" if "отсутствовал" in back else back[-200:])
    bulk = inside(folder, f"{oko} bulk почта --out итог --db район.db --at 2024-04-16T10:00:00+08:00", exit=1)
    check(f"{where}: bulk", "Сводка" in bulk and (folder / "school/район.db").exists())
    check(f"{where}: db check", bool(inside(folder, f"{oko} db check --db район.db")))
    sealed = inside(folder, f"echo Parol-2024-dlinnyj > пароль; {oko} pack готово.xlsx -o п.zip --password-file пароль")
    check(f"{where}: pack", bool(sealed) and (folder / "school/п.zip").exists())
    served = serves(folder, oko)
    check(f"{where}: serve", served == "303 200", served)
    doctor = inside(folder, f"{oko} doctor --db район.db --at 2026-12-01T10:00:00+08:00")
    check(f"{where}: doctor", "oko-district" in doctor and "Мешает" not in doctor, doctor.strip().split("\n")[-1])
    check(f"{where}: a slip of the keyboard", "oko check" in inside(folder, f"{oko} срусл", exit=2))


def serves(folder: Path, oko: str) -> str:
    """Opens the desk of a person who has never used it, follows its link, and asks for the page behind it."""
    line = f"cd /school && exec {oko} serve --port 0"
    desk = subprocess.Popen(["chroot", folder, "sh", "-c", line], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    try:
        link = next(found for found in (re.search(r"http://([^/]+)(/start/\w+)", row) for row in desk.stdout) if found)
        entrance = ask(link.group(1), link.group(2), {})
        page = ask(link.group(1), "/", {"Cookie": entrance.getheader("Set-Cookie", "").split(";")[0]})
        return f"{entrance.status} {page.status}"
    except StopIteration:
        return "no link"
    finally:
        desk.terminate()
        desk.wait(20)


def ask(host: str, path: str, headers: dict) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def installed(folder: Path, deb: Path) -> None:
    lay_out(folder)
    shutil.copy(deb, folder / "oko.deb")
    inside(folder, "apt-get update -qq")
    check("deb: installs with its dependencies", bool(inside(folder, f"{APT} /oko.deb")))
    jobs(folder, "oko", "deb")
    start(folder)
    inside(folder, f"{APT} man-db bash-completion zsh fish systemd")
    documentation(folder)
    shells(folder)
    unit(folder)
    check("deb: is removed without a trace", bool(inside(folder, "apt-get purge -y -qq oko && ! ls /usr/lib/oko /usr/share/doc/oko 2>/dev/null")))


APT = "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"


def start(folder: Path) -> None:
    """The processor time of `oko check` as it is installed: median of 41 runs."""
    words = ["chroot", folder, "/usr/bin/oko", "check", "/school/4А.csv", "--form", "/school/форма.xlsx", *CLOCK]
    empty = ["chroot", folder, "/bin/true"]
    times = [[], []]
    for _ in range(41):
        for line, list_ in zip((words, empty), times):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(list(map(str, line)), stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            list_.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    took, other = (sorted(list_)[20] * 1000 for list_ in times)
    print(f"        oko check from the package: {took:.1f} ms of processor time, chroot itself {other:.1f} ms")
    check(f"deb: a start takes at most {START} ms", took - other <= START, f"{took - other:.1f} ms")


def documentation(folder: Path) -> None:
    # dpkg of a bare root leaves manual pages of other languages out in containers; ours are there or not.
    pages = sorted(path.name[:-5] for path in (folder / "usr/share/man/man1").glob("oko*.1.gz"))
    russian = sorted(path.name[:-5] for path in (folder / "usr/share/man/ru/man1").glob("oko*.1.gz"))
    check("man: a page for each command in both languages", len(pages) > 15 and pages == russian, f"{len(pages)}")
    for page in pages:
        for language, word in (("C.UTF-8", "NAME"), ("ru_RU.UTF-8", "ИМЯ")):
            path = "/usr/share/man/" + ("ru/" if language[0] == "r" else "") + f"man1/{page}.1.gz"
            text = inside(folder, f"LC_ALL=C.UTF-8 MANWIDTH=90 man --warnings -l {path} 2>&1 | col -bx")
            if word not in text or "warning:" in text:
                check(f"man: {page} in {language}", False, text[:200])
    check("man: whatis knows them", "oko-check" in inside(folder, "mandb -q; whatis oko-check"))


def guides(where: str, folder: Path) -> None:
    """The guides are there, every picture and page that they name is too, and nothing is left of what only checks read."""
    pages = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    check(f"{where}: the guides", {"README.md", "coordinator.md", "district.md"} <= pages.keys(), f"{len(pages)} pages")
    places = {(name, place) for name, text in pages.items() for place in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)}
    lost = sorted(f"{name}: {place}" for name, place in places if not (folder / place).is_file())
    check(f"{where}: every link of the guides leads somewhere", bool(places) and not lost, ", ".join(lost))
    check(f"{where}: no remarks for checks in the guides", not any("<!--" in text for text in pages.values()))


def shells(folder: Path) -> None:
    bash = (
        "bash -c 'source /usr/share/bash-completion/bash_completion; source /usr/share/bash-completion/completions/oko; "
        "ask() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); compopt() { :; }; _oko; echo \"$*: ${COMPREPLY[*]}\"; }; "
        "ask oko che; ask oko bulk --j; ask oko db \"\"; ask oko check 4; ask oko check --lang \"\"; ask oko serve --po; ask oko deadline list --d; "
        "ask oko stats thr; ask oko check --form ф'"
    )
    answer = inside(folder, bash)
    for wanted in (
        "oko che: check", "oko bulk --j: --jobs", "oko db : check export erase mark", "oko check 4: 4А.csv",
        "oko check --lang : ru en", "oko serve --po: --port", "oko deadline list --d: --db", "oko stats thr: threshold",
        "oko check --form ф: форма.xlsx",
    ):
        check(f"bash: {wanted}", wanted in answer, "" if wanted in answer else answer)
    for typed, wanted in (("oko che", "check"), ("oko bulk --j", "--jobs"), ("oko db ", "erase"), ("oko check 4", "4А.csv"),
                          ("oko serve --po", "--port"), ("oko stats thr", "threshold")):
        answer = inside(folder, f"fish -c 'complete -C \"{typed}\"'")
        check(f"fish: {typed}", wanted in answer, "" if wanted in answer else answer)
    (folder / "school/complete.zsh").write_text(ZSH)
    for typed, wanted in (("oko che", "check"), ("oko bulk --jo", "--jobs"), ("oko db er", "erase"), ("oko check 4", "4А.csv"),
                          ("oko stats thr", "threshold")):
        answer = inside(folder, f"zsh -f complete.zsh '{typed}'")
        check(f"zsh: {typed}", f"{typed.rsplit(' ', 1)[0]} {wanted}" in answer, "" if wanted in answer else answer[-300:])


# Types a line into a shell with completions, presses Tab, and shows the line as it then stands.
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; autoload -Uz compinit; compinit -D -u; cd /school; print re""ady'
zpty -r -m shell line '*ready*' && sleep 3
zpty -w -n shell "$1"$'\t'
sleep 3
zpty -w -n shell $'\x01print -r -- \'[\x05]\'\n'
sleep 3
while zpty -r -t shell line; do print -r -- "$line"; done
zpty -d shell
"""


def unit(folder: Path) -> None:
    answer = subprocess.run(
        ["chroot", folder, "systemd-analyze", "verify", "/usr/lib/systemd/system/oko-desk.service"],
        capture_output=True, text=True,
    )
    said = [line for line in (answer.stdout + answer.stderr).splitlines() if "oko" in line]
    check("unit: systemd-analyze verify", answer.returncode == 0 and not said, "; ".join(said)[:300])
    text = inside(folder, "systemd-analyze security --offline=true /usr/lib/systemd/system/oko-desk.service --no-pager 2>&1 | tail -n 1")
    exposure = re.search(r"([\d.]+)\s", text)
    check("unit: exposure at most 2", bool(exposure) and float(exposure.group(1)) <= 2, text.strip())


def carried(folder: Path, tarball: Path) -> None:
    """The folder for a USB stick, in a root in which nothing was installed; also from where nothing may be run."""
    suite = folder.name
    lay_out(folder)
    run(["tar", "-xzf", tarball, "-C", folder / "school"])
    stick = next((folder / "school").glob("oko-*")).rename(folder / "school/stick")
    guides(f"tarball, {suite}", stick / "Руководства")
    jobs(folder, "/school/stick/oko", f"tarball, {suite}")
    for program in (stick / "programs").iterdir():
        program.chmod(0o644)
    answer = inside(folder, "sh /school/stick/oko --version && ls /root/.cache/oko")
    check(f"tarball, {suite}: from a stick that runs nothing", package.version() in answer, answer[-200:])


def static(deb: Path) -> None:
    entry = REPOSITORY / "Packaging/files/oko.desktop"
    answer = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)
    check("menu: desktop-file-validate", answer.returncode == 0 and not answer.stdout, answer.stdout)
    lines = subprocess.run(
        ["lintian", "--tag-display-limit", "0", "--allow-root", deb], capture_output=True, text=True
    ).stdout.splitlines()
    bad = [line for line in lines if re.match(r"[EW]:", line) and not any(f": {tag}" in line for tag in ALLOWED)]
    check("lintian", not bad, "\n" + "\n".join(bad) if bad else f"{len(lines)} allowed")
    # Looked at outside of the roots: dpkg leaves documents out where a system asks it to.
    with tempfile.TemporaryDirectory() as unpacked:
        run(["dpkg-deb", "-x", deb, unpacked])
        guides("deb", Path(unpacked) / "usr/share/doc/oko/guides")
    text = package._licences([]).decode()
    for name in ("GRDB.swift", "hummingbird", "swift-nio", "swift-nio-ssl", "swift-argument-parser", "Swift runtime", "libstdc++6"):
        check(f"licences: {name}", f"\n{name}" in text)
    check("licences: BoringSSL", "OpenSSL" in text)


def reproducible(*made: Path) -> None:
    """Packed once more, from the same programs, every byte is the same."""
    for kind, path in zip(("deb", "dist"), made):
        before = path.read_bytes()
        getattr(package, kind)()
        check(f"{kind}: packed again, the same bytes", path.read_bytes() == before)


if __name__ == "__main__":
    sys.exit(main())
