"""The web desk in a real browser: the whole way of a coordinator, of the district centre, of an expert and of an observer,
with axe-core and a walk by keyboard on every page, and a look at every request. With DESK_SCREENSHOTS=DIR each page is
put there as a picture and as it prints."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import openpyxl

import districts
from program import FIXTURES, Outcome, Program

TITLE = "the web desk by Chromium, axe-core and openpyxl"
SCREENSHOTS = os.environ.get("DESK_SCREENSHOTS")
FORM = FIXTURES / "forms/blank/Форма сбора результатов География 7 класс ВПР 2025.xlsx"
BROKEN = FIXTURES / "protocols/broken/SCR004/transcription.xlsx"


def check(program: Program) -> Outcome:
    outcome = Outcome()
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        outcome.skipped = "Chromium (chromium, chromium-driver) is not installed"
        return outcome
    for case in (school, district):
        walked(case, program.path.parent / "oko-desk", outcome)
    return outcome


def walked(case, desk: Path, outcome: Outcome) -> None:
    """The way once more, from the beginning, if Chromium's driver fell: what the desk does wrong is a check or a page that
    never comes, not that."""
    from selenium.common.exceptions import WebDriverException

    for is_last in (False, True):
        own = Outcome()
        try:
            with tempfile.TemporaryDirectory() as folder:
                case(desk, Path(folder), own)
        except WebDriverException as error:
            if is_last:
                raise
            print(f"Chromium's driver fell, and the way begins again: {error.msg}", flush=True)
            continue
        outcome.take(own)
        return


# The school's page.


def school(desk: Path, folder: Path, outcome: Outcome) -> None:
    with serving(desk, folder) as link, browser(folder) as page:
        page.get(link)
        watch(page, outcome, "start")
        page.one("input[type=file]").send_keys(f"{FORM}\n{BROKEN}")
        page.until(lambda: "/submissions/" in page.current_url, "the files were taken")
        watch(page, outcome, "work with an error")
        outcome.add("the work is told", page.expect("h1", "География, 7 класс, ВПР 2025"))
        outcome.add("no form yet", page.expect(".way", "Форма появится здесь"))

        page.one("[data-jump]").click()
        outcome.add("the finding leads to its cell", page.expect("[data-address]", "H6"))
        outcome.add("the cell says why", page.expect("[data-why]", "максимум — 2"))
        page.keys("\n")
        page.keys("2\n")
        page.until(lambda: not page.all("td.mark.error"), "the cell was mended")
        outcome.add("the focus stays in the cell", [] if page.focused() == "c-0-0-H6" else [page.focused()])
        page.one("#held").send_keys("04212025")
        page.follow(".clock button")
        page.until(lambda: page.all(".due"), "the terms are shown")
        watch(page, outcome, "clean work")

        form = fetch(page, page.one(".way a.button").get_attribute("href"))
        sheet = openpyxl.load_workbook(io.BytesIO(form))["Протокол"]
        header = [cell.value for cell in sheet[1]]
        row = next(r for r in sheet.iter_rows(min_row=2, values_only=True) if r[0] == 70441)
        outcome.add("the form holds the mended value", [] if row[header.index("6 (2б)")] == 2 else [str(row)])
        copy = openpyxl.load_workbook(io.BytesIO(fetch(page, page.current_url + "/annotated")))
        outcome.add("the annotated copy has its sheet", [] if "Протокол проверки" in copy.sheetnames else copy.sheetnames)
        page.get(page.current_url + "/report")
        outcome.add("the report is styled and whole", [] if page.css("h1", "font-size") != "32px" else ["no style"])
        page.set_window_size(390, 800)
        page.get(link.split("/start")[0])
        watch(page, outcome, "start with a work")
        page.follow("table.list a")
        watch(page, outcome, "work on a phone")
        outcome.add("nothing came from outside", page.strangers(link))


# The district's desk.


def district(desk: Path, folder: Path, outcome: Outcome) -> None:
    with serving(desk, folder, "--db", folder / "d.db") as link, browser(folder / "1") as centre:
        base = link.split("/invitations")[0]
        join(centre, link, "trc")
        watch(centre, outcome, "empty district")
        links = {}
        people = (("school", "school", "edu380001"), ("expert", "expert", "edu380002"), ("observer", "observer", ""))
        for login, role, home in people:
            centre.get(base + "/people")
            centre.one("#name").send_keys("Сотрудник")
            centre.one(f"#role option[value={role}]").click()
            centre.one("#school").send_keys(home)
            centre.follow(".right button")
            links[login] = centre.one(".notice code").text
        watch(centre, outcome, "people")
        centre.get(base + "/district")
        with browser(folder / "2") as teacher, browser(folder / "3") as expert:
            join(teacher, links["school"], "school")
            join(expert, links["expert"], "expert")
            teacher.one("input[type=file]").send_keys(f"{FORM}\n{BROKEN}")
            teacher.until(lambda: "/submissions/" in teacher.current_url, "the files were taken")
            centre.until(lambda: centre.all(".matrix .chip.errors"), "the matrix shows it without a reload")
            watch(centre, outcome, "matrix")
            centre.follow(".matrix td a")
            watch(centre, outcome, "work of a school")
            outcome.add("the letter is ready", centre.expect("#letter", "Здравствуйте!"))
            centre.get(base + "/assignments")
            watch(centre, outcome, "experts")
            centre.follow(".right button")
            centre.until(lambda: centre.all(".left td"), "the work is given")
            expert.get(base + "/marking/1")
            keying(expert, outcome, base)
            statistics(centre, teacher, outcome, base, folder / "d.db")
            outcome.add("files of many schools at once", inbox(centre, outcome, base, folder))
            planning(centre, outcome, base)
            with browser(folder / "4") as observer:
                custody(observer, outcome, base, links["observer"])
            centre.get(base + "/custody")
            watch(centre, outcome, "custody at the centre")
            outcome.add("the centre sees the hand-over", centre.expect("main", "Орлова В. П."))
            centre.get(base + "/deadlines")
            watch(centre, outcome, "deadlines")
            outcome.add("an expert sees no school", ["edu380001"] if "edu380001" in expert.page_source else [])
            for page in (teacher, expert):
                outcome.add("nothing came from outside", page.strangers(link))


def statistics(centre, teacher, outcome: Outcome, base: str, registry: Path) -> None:
    """Results of a district are laid into its registry; every page is drawn, styled and free of what the policy forbids."""
    random = Random("desk")
    made = districts.honest(random, [40, 60, 44, 30, 9, 3])
    with closing(sqlite3.connect(registry, timeout=20)) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        for school, pupils in made.items():
            db.execute("INSERT OR IGNORE INTO school(login) VALUES (?)", (school,))
            db.execute("INSERT INTO work(school, id, state, changed) VALUES (?, ?, 'ready', 0)", (school, districts.WORK_ID))
            document = {
                "tasks": [str(n) for n in range(1, len(districts.MAXIMA) + 1)], "maxima": districts.MAXIMA,
                "codes": [pupil.code for pupil in pupils], "journal": [pupil.journal for pupil in pupils],
                "points": [pupil.points for pupil in pupils]}
            db.execute("INSERT INTO results VALUES (?, ?, ?)", (school, districts.WORK_ID, json.dumps(document)))
        db.execute("INSERT INTO run(started) VALUES (0)")
    centre.get(base + "/statistics")
    watch(centre, outcome, "statistics")
    outcome.add("what is counted is told", centre.expect("main", "Математика, 6 класс, ВПР 2024"))
    for page, who, paths in ((centre, "centre", ["threshold?school=edu380002", "means", "journal?school=edu380001", "profile?school=edu380002", "order?school=edu380003", "profile"]),
                             (teacher, "school", ["threshold", "means", "journal", "profile"])):
        for path in paths:
            page.get(f"{base}/statistics/{path}")
            watch(page, outcome, f"statistics of the {who}: {path.replace('?', ' ')}")
            drawn = page.execute_script(
                "return [...document.querySelectorAll('.report svg')].map(s => s.getBoundingClientRect().width > 300 &&"
                " s.querySelectorAll('text').length > 8)")
            outcome.add(f"plots of {who}: {path}", [] if all(drawn) and (drawn or path.split("?")[0] in ("order", "profile")) else [str(drawn)])
            others = [login for login in made if login != "edu380001" and login in page.page_source]
            outcome.add(f"other schools of {who}: {path}", others if who == "school" else [])
    outcome.add("tables are styled", [] if centre.css(".report td", "border-top-width") != "0px" else ["no border"])
    teacher.set_window_size(390, 800)
    teacher.get(base + "/statistics/threshold")
    watch(teacher, outcome, "statistics on a phone")
    wide = teacher.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    outcome.add("statistics do not run out of a phone's screen", [f"{wide} px"] if wide > 0 else [])


def inbox(page, outcome: Outcome, base: str, folder: Path) -> list[str]:
    pile = folder / "edu380001.zip"
    with zipfile.ZipFile(pile, "w") as archive:
        archive.write(BROKEN, "edu380001/transcription.xlsx")
        archive.write(FORM, f"edu380001/{FORM.name}")
    page.get(base + "/inbox")
    watch(page, outcome, "files in")
    page.one("input[type=file]").send_keys(str(pile))
    page.until(lambda: page.all("pre.run"), "the run has ended")
    return page.expect("pre.run", "edu380001")


def planning(page, outcome: Outcome, base: str) -> None:
    """A plan made at the desk, line by line; what is wrong stands beside it at once."""

    def write(**fields: str) -> None:
        for name, value in fields.items():
            field = page.one(f"#{name}")
            if field.tag_name == "select":
                page.one(f"#{name} option[value='{value}']").click()
            else:
                field.clear()
                field.send_keys(value)
        page.follow(".left form button")
        page.until(lambda: page.all(".banner"), "the plan is shown")

    page.get(base + "/plan")
    watch(page, outcome, "no plan")
    for number in (1, 2):
        page.get(base + "/plan/schools/new")
        write(login=f"edu38000{number}", name=f"МКОУ «СОШ № {number}»", coordinator="Котов Л. С.")
    page.get(base + "/plan/observers/new")
    write(name="Орлова Вера Павловна", workplace="отдел образования")
    page.get(base + "/plan/experts/new")
    write(name="Соколов Пётр Ильич", school="edu380002", subject="ГГ", experience="12")
    page.get(base + "/plan/works/new")
    watch(page, outcome, "new line of the plan")
    write(school="edu380001", grade="7", subject="ГГ", held="04212025", participants="16", expert="Соколов Пётр Ильич")
    outcome.add("what is missing is said at once", page.expect(".cards", "наблюдатель не назначен"))
    watch(page, outcome, "plan with an error")
    page.follow(".finding.error a")
    outcome.add("the finding leads to its line", page.expect("h1", "строка 1"))
    watch(page, outcome, "line of the plan")
    write(observer="Орлова Вера Павловна")
    outcome.add("the plan is taken", page.expect(".banner", "План принят"))
    watch(page, outcome, "plan")
    page.one("#works form.inline input[type=date]").send_keys("04222025")
    page.follow("#works form.inline button")
    page.until(lambda: "26.04.2025" in page.one("#works").text, "the term has moved with the day")
    page.get(base + "/plan/schools/1")
    page.one("details summary").click()
    page.follow("button.danger")
    outcome.add("a line is removed", page.expect("#schools h2", ": 1"))


def custody(page, outcome: Outcome, base: str, link: str) -> None:
    """An observer puts a hand-over down and prints the act."""
    join(page, link, "observer")
    page.get(base + "/custody")
    watch(page, outcome, "custody")
    page.one("#step option[value='5']").click()
    page.one("#giver").send_keys("Котов Л. С.")
    page.one("#taker").send_keys("Орлова В. П.")
    page.one("#papers").send_keys("16")
    page.follow(".right button")
    outcome.add("the hand-over is put down", page.expect(".left", "Орлова В. П."))
    watch(page, outcome, "custody with a gap")


def keying(page, outcome: Outcome, base: str) -> None:
    def key(code: str) -> None:
        page.one("#code").send_keys(code + "\n")
        page.keys("1010x2н1101000011")

    key("70047")
    page.until(lambda: page.one("[data-sync]").text == "Всё сохранено", "the values are saved")
    outcome.add("points are summed", page.expect("tr[data-code='70047'] [data-sum]", "9"))
    watch(page, outcome, "keying")
    page.set_network_conditions(offline=True, latency=0, throughput=0)
    key("70116")
    page.until(lambda: "ждут отправки" in page.one("[data-sync]").text, "the page says that the connection is gone")
    page.set_network_conditions(offline=False, latency=0, throughput=500_000)
    page.until(lambda: page.one("[data-sync]").text == "Всё сохранено", "what waited has arrived")
    page.get(base + "/marking/1")
    kept = [cell.get_attribute("value") for cell in page.all("tr[data-code='70116'] input")]
    outcome.add("nothing typed is lost", [] if kept[:8] == ["1", "0", "1", "0", "X", "2", "н/п", "1"] else [str(kept)])


def join(page, link: str, login: str) -> None:
    page.get(link)
    page.one("#login").send_keys(login)
    page.one("#password").send_keys(f"correct horse {login}")
    page.follow("main button")
    page.until(lambda: "/invitations/" not in page.current_url, f"{login} joined")


# The program and the browser.


@contextmanager
def serving(desk: Path, folder: Path, *arguments: object):
    line = [desk, "--port", "0", "--folder", folder / "files", "--lang", "ru", *arguments]
    process = subprocess.Popen(list(map(str, line)), stdout=subprocess.PIPE, text=True)
    try:
        yield next(m.group(0) for m in (re.search(r"http://\S+/\S+", row) for row in process.stdout) if m)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def browser(profile: Path):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains

    class Page(webdriver.Chrome):
        def all(self, selector: str):
            return self.find_elements("css selector", selector)

        def one(self, selector: str):
            self.until(lambda: self.all(selector), f"{selector} is there")
            return self.find_element("css selector", selector)

        def follow(self, selector: str) -> None:
            """Clicks, and waits until the page it led to has come whole: what is asked next is not asked of the old one."""
            self.execute_script("document.documentElement.dataset.left = ''")
            self.one(selector).click()
            arrived = "return document.readyState === 'complete' && !('left' in document.documentElement.dataset)"
            self.until(lambda: self.execute_script(arrived), f"{selector} leads to a page")

        def keys(self, text: str) -> None:
            ActionChains(self).send_keys(text).perform()

        def until(self, holds, what: str) -> None:
            end = time.monotonic() + 20
            while time.monotonic() < end:
                try:
                    if holds():
                        return
                except Exception:
                    pass
                time.sleep(0.1)
            raise AssertionError(f"never happened: {what}")

        def expect(self, selector: str, text: str) -> list[str]:
            words = [""]
            read = "const at = document.querySelector(arguments[0]); return at.value || at.innerText"

            def is_said() -> bool:
                words[0] = self.execute_script(read, selector) or ""
                return text in words[0]

            try:
                self.until(is_said, f"{selector} says {text!r}")
                return []
            except AssertionError as error:
                return [f"{error}, but {words[0]!r}"]

        def focused(self) -> str:
            return self.execute_script("return document.activeElement.id")

        def css(self, selector: str, name: str) -> str:
            return self.one(selector).value_of_css_property(name)

        def strangers(self, link: str) -> list[str]:
            own = link.split("/")[2]
            urls = []
            for entry in self.get_log("performance"):
                message = json.loads(entry["message"])["message"]
                if message["method"] == "Network.requestWillBeSent":
                    urls.append(message["params"]["request"]["url"])
            return [url for url in urls if not re.match(rf"(https?://{re.escape(own)}/|data:|blob:|about:|chrome:|chrome-untrusted:)", url)]

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--window-size=1366,768"):
        options.add_argument(word)
    options.add_argument(f"--user-data-dir={profile}/profile")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    page = Page(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield page
    finally:
        page.quit()


def watch(page, outcome: Outcome, name: str) -> None:
    """axe-core finds no violation, and the browser's console is empty."""
    import axe_core_python

    source = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
    page.execute_script(source)
    found = page.execute_async_script("axe.run().then(arguments[arguments.length - 1])")["violations"]
    rules = [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in found]
    outcome.add(f"axe: {name}", rules)
    noise = [entry["message"] for entry in page.get_log("browser") if entry["level"] == "SEVERE"]
    outcome.add(f"console: {name}", [line for line in noise if "ERR_INTERNET_DISCONNECTED" not in line])
    if SCREENSHOTS:
        page.save_screenshot(str(Path(SCREENSHOTS) / f"{name}.png"))
        (Path(SCREENSHOTS) / f"{name}.pdf").write_bytes(base64.b64decode(page.print_page()))
    outcome.add(f"keyboard: {name}", walk(page))
    outcome.add(f"phone: {name}", phone(page, name))


def phone(page, name: str) -> list[str]:
    """Nothing runs out of a phone's screen."""
    before = page.get_window_size()
    page.set_window_size(390, 800)
    page.execute_script("window.scrollTo(0, 0)")
    if SCREENSHOTS:
        page.save_screenshot(str(Path(SCREENSHOTS) / f"{name}, phone.png"))
    wide = page.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.set_window_size(before["width"], before["height"])
    return [f"{wide} px too wide"] if wide > 0 else []


REACHABLE = """
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")];
  window.walked = all.filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }));
  document.activeElement.blur();
  window.scrollTo(0, 0);
  return window.walked.length;
"""
STANDING = """
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const isSeen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && box.bottom > 0 && box.top < innerHeight;
  return [window.walked.indexOf(at), isSeen, at.outerHTML.slice(0, 100)];
"""


def walk(page) -> list[str]:
    """Tab reaches everything that can be used, in the order of the page, with a frame around it, and gets out again."""
    from selenium.webdriver.common.keys import Keys

    count = page.execute_script(REACHABLE)
    # Chromium goes on from where somebody clicked last; the top of the page is where a person begins.
    page.execute_script("const top = document.createElement('span'); top.tabIndex = -1; document.body.prepend(top); top.focus(); top.remove();")
    last = -1
    problems = []
    # A field for days takes Tab once for each of its parts.
    for _ in range(count * 5 + 5):
        page.keys(Keys.TAB)
        at, seen, markup = page.execute_script(STANDING)
        if at == last:
            continue
        if at < last or at < 0:
            break
        if at != last + 1:
            problems.append(f"{at - last - 1} left out before {markup}")
        if not seen:
            problems.append(f"no frame: {markup}")
        last = at
    if last != count - 1:
        problems.append(f"{last + 1} of {count} reached, then {markup}")
    return problems


def fetch(page, url: str) -> bytes:
    """A file of the desk, asked for by the page itself."""
    script = """
      const done = arguments[arguments.length - 1];
      fetch(arguments[0]).then((answer) => answer.arrayBuffer()).then((data) => done([...new Uint8Array(data)]));
    """
    return bytes(page.execute_async_script(script, url))
