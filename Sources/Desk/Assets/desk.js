// The desk works without this file: forms are sent, pages come back. With it files can be dropped, cells chosen and mended
// in place, and the page does not jump.
"use strict";

(() => {
  const busy = () => document.documentElement.classList.add("busy");

  // Files: dropping them fills the field and sends the form.
  function drops(root) {
    for (const form of root.querySelectorAll("[data-drop]")) {
      const field = form.querySelector("input[type=file]");
      const over = (event, isOver) => { event.preventDefault(); form.classList.toggle("over", isOver); };
      form.addEventListener("dragover", (event) => over(event, true));
      form.addEventListener("dragleave", (event) => over(event, false));
      form.addEventListener("drop", (event) => {
        over(event, false);
        if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
        field.files = event.dataTransfer.files;
        busy();
        form.requestSubmit();
      });
      field.addEventListener("change", () => { if (field.files.length > 0) { busy(); form.requestSubmit(); } });
    }
  }

  // Table: one cell is chosen; the line above shows it and takes another value.
  const shown = () => document.querySelector("[data-cellbar]");
  const cells = () => [...document.querySelectorAll("[data-cell]")];
  let chosen = null;

  function place(cell) {
    const parts = cell.id.split("-");
    return { source: parts[1], sheet: parts[2], name: parts.slice(3).join("-") };
  }

  function choose(cell, focus = true) {
    const bar = shown();
    if (!bar || !cell) return;
    if (chosen) { chosen.classList.remove("chosen"); chosen.tabIndex = -1; }
    chosen = cell;
    cell.classList.add("chosen");
    cell.tabIndex = 0;
    const at = place(cell);
    bar.elements.source.value = at.source;
    bar.elements.sheet.value = at.sheet;
    bar.elements.cell.value = at.name;
    const code = cell.parentElement.querySelector("td.code");
    bar.querySelector("[data-address]").textContent = at.name + (code && code !== cell ? " · " + code.textContent : "");
    const value = bar.querySelector("[data-value]");
    value.disabled = false;
    value.value = cell.textContent;
    bar.querySelector("[data-save]").disabled = false;
    bar.querySelector("[data-why]").textContent = cell.dataset.why || "";
    if (focus) cell.focus({ preventScroll: false });
  }

  function step(cell, dx, dy) {
    let next = cell;
    if (dx !== 0) {
      do { next = dx > 0 ? next.nextElementSibling : next.previousElementSibling; } while (next && !next.matches("[data-cell]"));
    } else {
      const index = [...cell.parentElement.children].indexOf(cell);
      const row = dy > 0 ? cell.parentElement.nextElementSibling : cell.parentElement.previousElementSibling;
      next = row ? row.children[index] : null;
    }
    if (next && next.matches("[data-cell]")) choose(next);
  }

  function nextMark(back) {
    const marks = cells().filter((cell) => cell.classList.contains("mark"));
    if (marks.length === 0) return;
    const all = cells();
    const from = chosen ? all.indexOf(chosen) : -1;
    const ahead = back ? [...marks].reverse().find((cell) => all.indexOf(cell) < from) : marks.find((cell) => all.indexOf(cell) > from);
    choose(ahead || (back ? marks[marks.length - 1] : marks[0]));
  }

  async function save(form) {
    busy();
    const keep = form.elements.cell ? "c-" + form.elements.source.value + "-" + form.elements.sheet.value + "-" + form.elements.cell.value : null;
    const places = [...document.querySelectorAll(".scroll")].map((box) => [box.scrollLeft, box.scrollTop]);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "follow" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("main").replaceWith(page.getElementById("main"));
      document.title = page.title;
      chosen = null;
      ready(document);
      [...document.querySelectorAll(".scroll")].forEach((box, index) => { if (places[index]) box.scrollTo({ left: places[index][0], top: places[index][1], behavior: "instant" }); });
      if (keep) choose(document.getElementById(keep));
    } catch {
      const why = document.querySelector("[data-why]");
      if (why) why.textContent = "Связи с программой нет: значение не сохранено. Проверьте, что oko запущен, и повторите.";
    } finally {
      document.documentElement.classList.remove("busy");
    }
  }

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (cell) return choose(cell);
    const link = event.target.closest("[data-jump]");
    if (!link) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    choose(target);
    target.scrollIntoView({ block: "center", inline: "center" });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") { event.preventDefault(); return nextMark(event.shiftKey); }
    const cell = event.target.closest ? event.target.closest("[data-cell]") : null;
    if (cell) {
      const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      if (moves[event.key]) { event.preventDefault(); return step(cell, ...moves[event.key]); }
      const value = shown().querySelector("[data-value]");
      if (event.key === "Enter" || event.key === "F2") { event.preventDefault(); value.focus(); value.select(); return; }
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) { value.value = ""; value.focus(); }
      return;
    }
    if (event.key === "Escape" && event.target.matches("[data-value]") && chosen) choose(chosen);
  });

  // Keying: each value goes into a queue on this computer first and leaves it when the desk has put it on its disk.
  function keying(table) {
    const id = table.dataset.keying, pass = table.dataset.pass, stem = "oko-keying-" + id + "-" + pass + ":";
    const sync = document.querySelector("[data-sync]");
    const token = document.querySelector("meta[name=token]").content;
    // Entries are numbered by window, so that two windows of one expert do not take each other's for known.
    const own = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const waiting = (page) => JSON.parse(localStorage.getItem(stem + page) || "[]");
    const pages = () => Object.keys(localStorage).filter((key) => key.startsWith(stem)).map((key) => key.slice(stem.length));
    const count = () => pages().reduce((sum, page) => sum + waiting(page).length, 0);
    let number = 0;
    let sending = false;
    const undo = [];
    const inputs = () => [...table.querySelectorAll("[data-key]")];
    const keep = (page, entries) => entries.length > 0 ? localStorage.setItem(stem + page, JSON.stringify(entries)) : localStorage.removeItem(stem + page);
    const say = (words, isLate) => { sync.textContent = words; sync.classList.toggle("waits", isLate); };
    const cellOf = (code, task) => table.querySelector("tr[data-code='" + code + "'] [data-task='" + task + "']");

    function sums() {
      for (const row of table.querySelectorAll("tbody tr")) {
        const points = [...row.querySelectorAll("[data-key]")].map((cell) => Number(cell.value) || 0);
        row.querySelector("[data-sum]").textContent = points.reduce((a, b) => a + b, 0);
      }
    }

    async function send() {
      const page = pages()[0];
      if (sending || page === undefined) return;
      sending = true;
      const part = waiting(page).slice(0, 500);
      try {
        const body = new URLSearchParams({ token, pass, page, entries: part.map((entry) => entry.join(",")).join("\n") });
        const answer = await fetch("/marking/" + id + "/entries", { method: "POST", body });
        if (answer.status === 204) {
          keep(page, waiting(page).slice(part.length));
          say(count() === 0 ? "Всё сохранено" : "Сохраняется…", false);
        } else {
          say("Не сохранено: " + count() + ". Обновите страницу или войдите снова: набранное останется.", true);
        }
      } catch {
        say("Нет связи. На этом компьютере ждут отправки: " + count(), true);
      } finally {
        sending = false;
      }
    }

    function put(cell, value, isUndo) {
      if (cell.dataset.last === value) return;
      if (!isUndo) undo.push([cell, cell.dataset.last]);
      cell.dataset.last = value;
      cell.value = value;
      number += 1;
      keep(own, [...waiting(own), [number, cell.closest("tr").dataset.code, cell.dataset.task, value]]);
      sums();
      say("Сохраняется…", false);
      send();
    }

    function go(cell, by) {
      const all = inputs();
      const next = all[all.indexOf(cell) + by];
      if (next) { next.focus(); next.select(); }
    }

    function nextRow(cell) {
      const row = cell.closest("tr").nextElementSibling;
      const next = row && row.querySelector("[data-key]");
      if (next) { next.focus(); next.select(); }
    }

    function prepare(cell) {
      cell.dataset.last = cell.value;
      cell.addEventListener("focus", () => cell.select());
      cell.addEventListener("change", () => { if (valid(cell, cell.value)) put(cell, cell.value); else cell.value = cell.dataset.last; });
      cell.addEventListener("keydown", (event) => {
        const max = Number(cell.dataset.max);
        const key = event.key.toLowerCase();
        if (event.ctrlKey && key === "z" || event.ctrlKey && key === "я") {
          event.preventDefault();
          const last = undo.pop();
          if (last) { put(last[0], last[1], true); last[0].focus(); last[0].select(); }
          return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const moves = { arrowleft: -1, arrowright: 1 };
        if (moves[key]) { event.preventDefault(); return go(cell, moves[key]); }
        if (key === "enter" || key === "arrowdown") { event.preventDefault(); commit(cell); return nextRow(cell); }
        if (key === " ") { event.preventDefault(); commit(cell); return go(cell, 1); }
        if (key === "backspace") { event.preventDefault(); put(cell, ""); return go(cell, -1); }
        if (key === "x" || key === "х" || key === "ч") { event.preventDefault(); put(cell, "X"); return go(cell, 1); }
        if (key === "н" || key === "y" || key === "n") { event.preventDefault(); put(cell, "н/п"); return go(cell, 1); }
        if (key >= "0" && key <= "9") {
          event.preventDefault();
          const open = cell.dataset.open || "";
          const text = String(Number(open + key));
          if (Number(text) > max) { cell.classList.add("refused"); setTimeout(() => cell.classList.remove("refused"), 400); return; }
          if (Number(text) > 0 && Number(text) * 10 <= max) { cell.dataset.open = text; cell.value = text; return; }
          cell.dataset.open = "";
          put(cell, text);
          return go(cell, 1);
        }
        if (event.key.length === 1) event.preventDefault();
      });
      cell.addEventListener("blur", () => commit(cell));
    }

    const addition = document.querySelector("[data-addition]");
    const template = document.querySelector("template[data-row]");
    function add(code) {
      const known = table.querySelector("tr[data-code='" + code + "']");
      if (known) return known;
      const row = template.content.querySelector("tr").cloneNode(true);
      row.dataset.code = code;
      row.querySelector("th").textContent = code;
      for (const cell of row.querySelectorAll("[data-key]")) {
        cell.setAttribute("aria-label", cell.getAttribute("aria-label").replace(/^0,/, code + ","));
        prepare(cell);
      }
      table.tBodies[0].append(row);
      return row;
    }
    if (addition) addition.addEventListener("submit", (event) => {
      event.preventDefault();
      const field = addition.querySelector("input");
      const first = add(Number(field.value)).querySelector("[data-key]");
      field.value = "";
      first.focus();
    });

    function valid(cell, value) {
      return value === "" || value === "X" || value === "н/п" || /^[0-9]+$/.test(value) && Number(value) <= Number(cell.dataset.max);
    }

    function commit(cell) {
      if (cell.dataset.open) { cell.dataset.open = ""; put(cell, cell.value); }
    }

    inputs().forEach(prepare);
    // What was keyed before the page was closed and has not arrived stands in its cell again.
    for (const page of pages()) {
      for (const [, code, task, value] of waiting(page)) {
        const cell = cellOf(code, task) || template && add(code).querySelector("[data-task='" + task + "']");
        if (cell) { cell.value = value; cell.dataset.last = value; }
      }
    }
    setInterval(send, 3000);
    window.addEventListener("online", send);
    window.addEventListener("beforeunload", (event) => { if (count() > 0) event.preventDefault(); });
    sums();
    send();
  }

  // A part of a page that others change while somebody looks.
  function live(box) {
    let shown = null;
    async function renew() {
      try {
        const answer = await fetch(box.dataset.part);
        const text = answer.ok && !answer.redirected ? await answer.text() : shown;
        // A part that is open, or in which somebody stands, is not taken away for nothing.
        if (text === shown) return;
        shown = text;
        const open = [...box.querySelectorAll("details")].map((part) => part.open);
        box.innerHTML = new DOMParser().parseFromString(text, "text/html").body.innerHTML;
        [...box.querySelectorAll("details")].forEach((part, index) => { part.open = open[index] || false; });
      } catch { /* The next time it may answer again. */ }
    }
    const source = new EventSource(box.dataset.live);
    let asking = null;
    source.addEventListener("change", renew);
    // Where events do not come through, a proxy in between for one, the part is asked for now and then.
    source.addEventListener("error", () => { if (!asking) asking = setInterval(renew, 3000); });
    source.addEventListener("open", () => { clearInterval(asking); asking = null; });
    window.addEventListener("pagehide", () => { source.close(); clearInterval(asking); });
  }

  function ready(root) {
    for (const table of root.querySelectorAll("[data-keying]")) keying(table);
    for (const box of root.querySelectorAll("[data-live]")) live(box);
    drops(root);
    const first = cells()[0];
    if (first && !chosen) first.tabIndex = 0;
    for (const cell of cells()) cell.addEventListener("focus", () => { if (cell !== chosen) choose(cell, false); });
    for (const form of document.querySelectorAll("[data-cellbar], form.explain")) {
      form.addEventListener("submit", (event) => { event.preventDefault(); save(form); });
    }
    for (const time of document.querySelectorAll("[data-time]")) {
      // The zone is named: the centre's clock and the school's may differ.
      time.textContent = new Date(Number(time.dataset.time) * 1000).toLocaleString(document.documentElement.lang, {
        day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
      });
    }
    if (location.hash.startsWith("#c-")) choose(document.getElementById(location.hash.slice(1)));
  }

  ready(document);
})();
