"""Processes, ports and requests."""

import http.client
import json
import os
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
import uuid

from checks import Wrong, holds

PATIENCE = 30


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def is_open(host, port):
    with socket.socket() as tried:
        tried.settimeout(2)
        return tried.connect_ex((host, port)) == 0


def eventually(what, holds_now, patience=PATIENCE):
    until = time.monotonic() + patience
    while True:
        answer = holds_now()
        if answer:
            return answer
        if time.monotonic() > until:
            raise Wrong(f"waited {patience} s in vain: {what}")
        time.sleep(0.05)


def run(command, variables=None, **options):
    """A command that must succeed; what it printed."""
    environment = clean() | (variables or {})
    done = subprocess.run(list(map(str, command)), env=environment, capture_output=True, text=True, timeout=120, **options)
    holds(done.returncode == 0, f"{command[0]} {command[1] if len(command) > 1 else ''} failed: {done.stderr or done.stdout}")
    return done.stdout


def clean():
    return {name: value for name, value in os.environ.items() if not name.startswith("MOTEPLASS_")}


class Process:
    """One that runs until it is told to stop, its output in a file."""

    def __init__(self, command, variables, log):
        log.parent.mkdir(parents=True, exist_ok=True)
        self.log = log
        with open(log, "ab") as opened:
            self.running = subprocess.Popen(list(map(str, command)), env=clean() | variables, stdout=opened, stderr=opened)

    def stop(self):
        self.running.send_signal(signal.SIGTERM)
        try:
            return self.running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Wrong(f"{self.log.stem} did not stop when it was told to") from None

    def kill(self):
        self.running.kill()
        self.running.wait()

    def said(self):
        return self.log.read_text("utf-8", "replace")[-2000:]


def ask(address, method="GET", body=None, headers=None, patience=PATIENCE):
    """The status and the body of an answer; status 0 when there is none."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=patience)
    try:
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()


class Crowd:
    """People who sign up for an event one after another, some at once, until they are told to stop."""

    def __init__(self, site, slug, at_once):
        self.address, self.stopping = f"{site}/api/v1/events/{slug}/registrations", threading.Event()
        # When it was answered, by address; and what was not answered as it should be.
        self.answered, self.failed = {}, []
        # How often there was no answer at all, and the same was asked again under the same key.
        self.cut_off = 0
        self.threads = [threading.Thread(target=self._sign_up, args=(number,)) for number in range(at_once)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _sign_up(self, number):
        count = 0
        while not self.stopping.is_set():
            email = f"kari.{number}.{count}@kommune.example.no"
            person = {"name": "Kari Nordmann", "email": email, "language": "nn", "answers": {}, "choices": []}
            headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
            for _ in range(3):
                status, answer = ask(self.address, "POST", json.dumps(person), headers)
                if status != 0:
                    break
                self.cut_off += 1
            if status == 201 and json.loads(answer)["state"] == "admitted":
                self.answered[email] = time.monotonic()
            else:
                self.failed.append(f"{status} {answer[:200]}")
            count += 1
            self.stopping.wait(0.03)

    def has_grown(self, by):
        """Waits until so many more have signed up."""
        before = len(self.answered)
        eventually(f"{by} more sign up ({self.failed[:1]})", lambda: len(self.answered) >= before + by)
