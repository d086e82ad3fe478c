"""A worker of `oko`, spoken to from outside: the frames are those of Sources/Workers/Protocol."""

import json
import os
import socket
import struct
import subprocess


class Worker:
    LIMITS = {"memory": 512 << 20, "processorSeconds": 5, "seconds": 10, "descriptors": 32, "fileBytes": 64 << 20,
              "jobBytes": 64 << 20, "answerBytes": 64 << 20}

    def __init__(self, oko):
        self.socket, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            [oko, "worker"], stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8", "TZ": "UTC0", "SWIFT_BACKTRACE": "enable=no", "TMPDIR": "/tmp"})
        theirs.close()
        self.number = 0
        self.ask({"begin": {"_0": self.LIMITS, "_1": {"overlay": []}}}, [])

    def ask(self, order, parts):
        head = json.dumps(order).encode()
        sizes = [self.number, len(parts), len(head)] + [len(part) for part in parts]
        self.socket.sendall(struct.pack(f"<{len(sizes)}I", *sizes) + head + b"".join(parts))
        number, count, head = struct.unpack("<3I", self.take(12))
        sizes = struct.unpack(f"<{count}I", self.take(4 * count))
        assert number == self.number
        self.number += 1
        return self.take(head), [self.take(size) for size in sizes]

    def take(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise EOFError
            data += piece
        return data

    def sheet(self, file):
        return self.ask({"sheet": {"name": file.name, "isJSON": True, "_2": "ru"}}, [file.read_bytes()])[1]

    def size(self):
        """Resident kilobytes."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def kill(self):
        self.process.kill()

    def end(self):
        self.socket.close()
        self.process.wait()
