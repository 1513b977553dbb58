"""The program as a small installation: SQLite, in process, letters in a folder."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid

from checks import Wrong, holds
from letter import Letter

PATIENCE = 30


class Installation:
    def __init__(self, program, folder, settings):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.program, self.folder, self.url = program, folder, f"http://127.0.0.1:{port}"
        folder.mkdir(parents=True)
        (folder / "settings.toml").write_text(settings, encoding="utf-8")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("MOTEPLASS_")} | {
            "MOTEPLASS_CONFIG": str(folder / "settings.toml"),
            "MOTEPLASS_LISTEN": f"127.0.0.1:{port}",
            "MOTEPLASS_URL": self.url,
            "MOTEPLASS_DATA": str(folder / "data"),
            "MOTEPLASS_RATE_LIMIT": "off",
            # Changes are told of at once instead of after ten minutes.
            "MOTEPLASS_CHANGE_DEBOUNCE": "0",
            "RUST_BACKTRACE": "0",
        }

    def __enter__(self):
        self.log = open(self.folder / "program.log", "wb")
        self.running = subprocess.Popen([self.program, "serve"], env=self.environment, stdout=self.log, stderr=self.log)
        try:
            eventually("the program is ready", self._ready)
        except Wrong as wrong:
            self.running.kill()
            raise Wrong(f"{wrong}\n{self._said()}") from wrong
        return self

    def __exit__(self, *_):
        self.running.send_signal(signal.SIGTERM)
        try:
            code = self.running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.running.kill()
            raise Wrong("the program did not stop when it was told to") from None
        finally:
            self.log.close()
        holds(code == 0, f"the program ended with {code}\n{self._said()}")

    def _said(self):
        return (self.folder / "program.log").read_text("utf-8", "replace")[-2000:]

    def _ready(self):
        if self.running.poll() is not None:
            raise Wrong(f"the program ended with {self.running.returncode}")
        try:
            return urllib.request.urlopen(f"{self.url}/health/ready", timeout=5).status == 200
        except (urllib.error.URLError, OSError):
            return False

    def take_in(self, name, content):
        """`moteplass import`, beside the running program."""
        file = self.folder / name
        file.write_text(content, encoding="utf-8")
        run = subprocess.run([self.program, "import", str(file)], env=self.environment, capture_output=True, text=True, timeout=120)
        holds(run.returncode == 0, f"{name} was not imported: {run.stderr or run.stdout}")

    def ask(self, method, path, body=None):
        """JSON there and back; the status and the answer."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        address = path if path.startswith("http") else self.url + path
        request = urllib.request.Request(address, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")

    def fetch(self, address):
        address = address if address.startswith("http") else self.url + address
        with urllib.request.urlopen(address, timeout=20) as answer:
            holds(answer.headers.get_content_type() == "text/calendar", f"{address} is {answer.headers.get_content_type()}")
            return answer.read()

    def page(self, address):
        """A page as it is for those who read Nynorsk."""
        address = address if address.startswith("http") else self.url + address
        request = urllib.request.Request(address, headers={"Accept-Language": "nn"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read().decode("utf-8")

    def letters(self):
        found = sorted((self.folder / "data").rglob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        return [Letter(file.name, file.read_bytes()) for file in found]

    def letter_to(self, address, what, fits):
        """The newest letter to somebody that fits."""
        def there():
            return next((letter for letter in reversed(self.letters()) if letter.address("To") == address and fits(letter)), None)

        return eventually(f"{what} to {address}", there)


def eventually(what, holds_now):
    until = time.monotonic() + PATIENCE
    while True:
        answer = holds_now()
        if answer:
            return answer
        if time.monotonic() > until:
            raise Wrong(f"waited {PATIENCE} s in vain: {what}")
        time.sleep(0.05)
