"""The web desk under pressure: bodies without end, slow peers, `kill -9` while files are sent."""

from __future__ import annotations

import http.client
import random
import re
import socket
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from desk import BROKEN, FORM
from program import Outcome, Program

TITLE = "the web desk under pressure: endless bodies, slow peers, kill -9"
KILLS = 12


def check(program: Program) -> Outcome:
    outcome = Outcome()
    desk = program.path.parent / "oko-desk"
    with tempfile.TemporaryDirectory() as folder:
        with Running(desk, Path(folder)) as server:
            outcome.add("1 GiB in chunks is cut", endless(server, chunked=True))
            outcome.add("1 GiB that is declared is cut", endless(server, chunked=False))
            outcome.add("200 slow peers", slow_peers(server))
    with tempfile.TemporaryDirectory() as folder:
        outcome.add(f"{KILLS} kills while files are sent", kills(desk, Path(folder)))
    return outcome


class Running:
    def __init__(self, desk: Path, folder: Path):
        line = [desk, "--port", "0", "--folder", folder / "files", "--lang", "ru"]
        self.process = subprocess.Popen(list(map(str, line)), stdout=subprocess.PIPE, text=True)
        link = next(m.group(0) for m in (re.search(r"http://\S+/\S+", row) for row in self.process.stdout) if m)
        self.port = int(re.search(r":(\d+)/", link).group(1))
        answer = self.ask("GET", "/start/" + link.rsplit("/", 1)[1])
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        page = self.ask("GET", "/").read().decode()
        self.token = re.search(r'name="token" content="(\w+)"', page).group(1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(20)

    @property
    def own(self) -> dict[str, str]:
        host = f"127.0.0.1:{self.port}"
        return {"Host": host, "Origin": f"http://{host}", "Cookie": getattr(self, "cookie", "")}

    def ask(self, method: str, path: str, body: bytes | None = None, **fields: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, {**self.own, **fields})
        return connection.getresponse()

    def send(self, *paths: Path) -> str:
        """Sends files; the path of the work when the desk has acknowledged them."""
        parts = [f'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n{self.token}\r\n'.encode()]
        for path in paths:
            head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{path.name}"\r\n\r\n'
            parts += [head.encode(), path.read_bytes(), b"\r\n"]
        body = b"".join(parts) + b"--b--\r\n"
        answer = self.ask("POST", "/submissions", body, **{"Content-Type": "multipart/form-data; boundary=b"})
        return answer.getheader("Location") if answer.status == 303 else ""

    @property
    def memory(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024


def endless(server: Running, chunked: bool) -> list[str]:
    before = server.memory
    head = "".join(f"{name}: {value}\r\n" for name, value in server.own.items())
    size = "Transfer-Encoding: chunked" if chunked else "Content-Length: 1073741824"
    request = f"POST /submissions HTTP/1.1\r\n{head}Content-Type: multipart/form-data; boundary=b\r\n{size}\r\n\r\n"
    chunk = b"x" * (1 << 20)
    piece = b"100000\r\n" + chunk + b"\r\n" if chunked else chunk
    answer = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as peer:
        peer.sendall(request.encode())
        peer.setblocking(False)
        end = time.monotonic() + 30
        sent = 0
        while sent < 1024 and b"\r\n\r\n" not in answer and time.monotonic() < end:
            try:
                left = piece
                while left and b"\r\n\r\n" not in answer:
                    try:
                        left = left[peer.send(left):]
                    except BlockingIOError:
                        time.sleep(0.001)
                    try:
                        answer += peer.recv(65_536)
                    except BlockingIOError:
                        pass
                sent += 1
            except (ConnectionResetError, BrokenPipeError):
                break
    grown = server.memory - before
    problems = [] if b" 413 " in answer[:40] else [f"answer {answer[:60]!r} after {sent} MiB"]
    return problems + ([f"memory grew by {grown} MiB"] if grown >= 32 else [])


def slow_peers(server: Running) -> list[str]:
    peers = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(200)]
    for peer in peers:
        try:
            peer.sendall(b"GET / HT")
        except OSError:
            pass
    times = []
    for _ in range(7):
        started = time.monotonic()
        status = server.ask("GET", "/").status
        times.append(time.monotonic() - started)
        if status != 200:
            return [f"a normal page: {status}"]
    for peer in peers:
        peer.close()
    median = statistics.median(times) * 1000
    return [] if median < 200 else [f"a normal page takes {median:.0f} ms"]


def kills(desk: Path, folder: Path) -> list[str]:
    acknowledged: list[str] = []
    chance = random.Random(20240415)
    for _ in range(KILLS):
        with Running(desk, folder) as server:
            subprocess.Popen(["sh", "-c", f"sleep {chance.uniform(0.05, 0.6):.3f}; kill -9 {server.process.pid}"])
            try:
                while True:
                    if path := server.send(FORM, BROKEN):
                        acknowledged.append(path)
            except (OSError, http.client.HTTPException):
                pass
    with Running(desk, folder) as server:
        lost = [path for path in acknowledged if server.ask("GET", path).status != 200]
    torn = [str(path) for path in folder.rglob("*.part")]
    problems = [f"{len(lost)} of {len(acknowledged)} acknowledged works are lost"] if lost else []
    return problems + ([f"left over: {torn[0]}"] if torn else []) + ([] if acknowledged else ["nothing was sent"])
